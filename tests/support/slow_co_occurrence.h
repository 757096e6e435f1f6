#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/extraction.h"
#include "graph/co_occurrence.h"
#include "graph/measures.h"

namespace zhitu::graph {

// Co-occurrence as the contract says it, window by window, with nothing but sets of ids.
struct SlowCoOccurrence {
  std::map<std::pair<std::string, std::string>, std::int64_t> windows;    // smaller id first
  std::map<std::pair<std::string, std::string>, std::int64_t> documents;  // smaller id first
  std::map<std::string, std::int64_t> entity_windows;
  std::int64_t all = 0;
  std::int64_t left_out = 0;
};
SlowCoOccurrence CountCoOccurrence(const std::vector<extract::Extraction>& extractions,
                                   Window window, std::size_t max_entities);

// Of all pairs the one with the shortest stretch, of equals the one that begins first.
NamedPair SlowClosestPair(const std::vector<Named>& left, const std::vector<Named>& right);

// The measures by their definitions: sums over the cells of the two-by-two table.
double SlowNpmi(const WindowCounts& counts);
double SlowLogLikelihood(const WindowCounts& counts);

}  // namespace zhitu::graph
