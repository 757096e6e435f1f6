#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.h"

namespace zhitu::graph {

/// Where a node is drawn and how.
struct Place {
  double x = 0;
  double y = 0;
  double size = 1;  ///< Grows with the square root of the degree.
};

/// A colour, 0 to 255 a channel.
struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
};

/// The colour of a type: fixed for the contract's types, derived from the name's hash for others.
Colour ColourOf(std::string_view type);

/// Places for all entities of a store, indexed by entity number. Deterministic. Linear time beyond
/// 2,000 nodes (rings by component and degree); up to that a force layout (Fruchterman and Reingold
/// 1991).
std::map<EntityNumber, Place> PlaceAll(const Store& store);

}  // namespace zhitu::graph
