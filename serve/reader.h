#pragma once

#include <string_view>
#include <utility>

#include "graph/pair_measures.h"
#include "graph/records.h"
#include "graph/store.h"
#include "graph/strength.h"
#include "serve/graph_brief.h"

namespace zhitu::serve {

/// What one thread answers from: a graph file of its own, and what all threads share. One thread.
class Reader {
 public:
  /// @param known  of the same file; must live longer. @throws as `Store::Open`.
  Reader(graph::Store opened, const GraphBrief& known)
      : store(std::move(opened)),
        brief(known),
        strengths(store.Counts().windows),
        measures(store.Counts().windows) {}

  /// The entity of an id. @throws RequestError  404 if there is none.
  graph::EntityNumber Entity(std::string_view id) const;

  graph::Store store;            ///< The file.
  const GraphBrief& brief;       ///< What is in memory.
  graph::Strengths strengths;    ///< Of its relations.
  graph::PairMeasures measures;  ///< Of its co-occurrences.
};

}  // namespace zhitu::serve
