#pragma once

#include <span>
#include <string>
#include <string_view>

#include "serve/parameters.h"
#include "serve/reader.h"

namespace zhitu::serve {

/// Something that can be asked for under `/api/v1/`.
struct ApiRoute {
  std::string_view name;                              ///< Last part of the path.
  std::span<const std::string_view> parameters;       ///< Names that it knows.
  std::string (*answer)(Reader&, const Parameters&);  ///< Makes the JSON object.
};

/// The route of a path, or null.
const ApiRoute* FindRoute(std::string_view path);

}  // namespace zhitu::serve
