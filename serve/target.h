#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::serve {

/// Bytes of a request target at most.
inline constexpr std::size_t kLongestTarget = 4096;
/// Parameters of a query at most.
inline constexpr std::size_t kMostParameters = 64;

/// What a request asks for: a path, and the parameters of its query in their order.
struct Target {
  std::string path;                                             ///< As it came; begins with `/`.
  std::vector<std::pair<std::string, std::string>> parameters;  ///< Name and value, UTF-8.
};

/// Reads a request target in origin form (RFC 9112, 3.2.1): `/api/v1/search?text=%E7%B4%AB`. In the
/// query `+` is a space. Paths are not decoded: none of ours needs it. Values may hold control
/// characters, escaped, since ids may: what is told of them must be escaped in its turn.
///
/// @throws RequestError  400 if it is something else, has an escape that is none, is no UTF-8, or
///                       holds U+0000, a control character in a name or one that is not escaped;
///                       414 if it is too long.
Target ReadTarget(std::string_view text);

}  // namespace zhitu::serve
