#pragma once

#include <cstdint>
#include <string_view>

namespace zhitu::graph {

/// A colour, 0 to 255 a channel.
struct Colour {
  std::uint8_t r = 0;  ///< Red.
  std::uint8_t g = 0;  ///< Green.
  std::uint8_t b = 0;  ///< Blue.

  /// Equal in all channels.
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// The colour of a type: fixed for the types that zhitu knows, chosen by the name's hash for
/// others. From the schemes of Okabe and Ito (2008) and of Tol (2021), made for colour-blind
/// readers too.
Colour ColourOf(std::string_view type);

}  // namespace zhitu::graph
