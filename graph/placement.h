#pragma once

#include <cstddef>
#include <vector>

#include "graph/colour.h"
#include "graph/layout.h"
#include "graph/selection.h"

namespace zhitu::graph {

/// Where a node is drawn and how large.
struct Place {
  double x = 0;     ///< To the right; finite.
  double y = 0;     ///< Upwards; finite.
  double size = 8;  ///< Diameter, 8 to 40; grows with the square root of the degree.
};

/// Selections of more entities are placed in linear time.
inline constexpr std::size_t kMostForced = 2000;

/// Places for all entities of a selection, by entity number; others are at 0, 0.
///
/// @param layout  of all entities, by number, or null. Its places are taken, so that parts of a
///                graph fit together.
///
/// Without one, up to `kMostForced` entities a `ForceLayout`, the middle at 0, 0 and the farthest
/// coordinate 1000. Beyond, one spiral with even density (Vogel 1979): components by size, in each
/// the entities by degree, so that hubs stand in the middle; the radius grows with the square root
/// of the count. O(n log n).
///
/// Deterministic on every machine: no function but the square root is called.
std::vector<Place> PlaceAll(const Selection& selection,
                            const std::vector<EntityLayout>* layout = nullptr);

}  // namespace zhitu::graph
