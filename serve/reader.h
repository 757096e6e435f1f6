#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/pair_measures.h"
#include "graph/records.h"
#include "graph/store.h"
#include "serve/entity_sums.h"
#include "serve/graph_brief.h"
#include "serve/ties.h"

namespace zhitu::serve {

/// What one thread answers from: a graph file of its own, and what all threads share. One thread.
class Reader {
 public:
  /// @param known  of the same file; must live longer.
  /// @param cache  of the same file; must live longer. @throws as `Store::Open`.
  Reader(graph::Store opened, const GraphBrief& known, TieCache& cache)
      : store(std::move(opened)),
        brief(known),
        ties(store, cache),
        measures(store.Counts().windows),
        places(static_cast<std::size_t>(store.last_entity()) + 1, 0),
        sums(store.last_entity()) {}

  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// The entity of an id. @throws RequestError  404 if there is none.
  graph::EntityNumber Entity(std::string_view id) const;

  graph::Store store;            ///< The file.
  const GraphBrief& brief;       ///< What is in memory.
  Ties ties;                     ///< Of its entities.
  graph::PairMeasures measures;  ///< Of its co-occurrences.
  /// By entity number its place, from 1, in the answer that is made; 0 between answers.
  std::vector<std::uint32_t> places;
  EntitySums sums;  ///< For the answer that is made; zeros between answers.
};

}  // namespace zhitu::serve
