#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::xport {

/// A place on the earth, in degrees of WGS 84.
struct Coordinates {
  double longitude = 0;  ///< -180 to 180, positive to the east.
  double latitude = 0;   ///< -90 to 90, positive to the north.

  /// Equal in both.
  friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

/// Finds coordinates among an entity's attributes. Which names they have is data
/// (`lists/coordinates.yaml`). Immutable, so threads may share it.
class CoordinateFinder {
 public:
  /// Reads the names that come with the program.
  CoordinateFinder();

  /// The coordinates of an entity: two attributes with a number each, or one with both. Nothing if
  /// there are none, or what stands there is no number of degrees on the earth. O(attributes).
  std::optional<Coordinates> Find(
      const std::vector<std::pair<std::string, std::string>>& attributes) const;
  /// The usual names, for messages: `longitude and latitude`.
  std::string UsualNames() const;

 private:
  using Names = std::vector<std::string>;

  Names longitude_;
  Names latitude_;
  Names longitude_first_;
  Names latitude_first_;
};

}  // namespace zhitu::xport
