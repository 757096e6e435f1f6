#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/records.h"

namespace zhitu::graph {

/// Name of the attribute that tells an entity's quantities.
inline constexpr char kQuantities[] = "quantities";

/// What texts count of entities (4000余名党员群众), for the attribute `quantities`: the first few
/// of each entity, each once, in the order of the texts.
class QuantityTexts {
 public:
  /// The quantities told of one entity.
  static constexpr std::size_t kMost = 20;

  /// Notes one. `entity` is a number of the graph's.
  void Add(EntityNumber entity, const std::string& text);
  /// All of an entity, joined by `|` (a bar inside one is written `\|`); empty if it has none.
  std::string Of(EntityNumber entity) const;

 private:
  std::unordered_map<EntityNumber, std::vector<std::string>> texts_;
};

}  // namespace zhitu::graph
