#include "export/value_type.h"

#include <array>
#include <cstddef>

namespace zhitu::xport {

std::string_view ValueTypeName(ValueType type) {
  constexpr std::array<std::string_view, 4> kNames = {"string", "long", "double", "boolean"};
  return kNames.at(static_cast<std::size_t>(type));
}

}  // namespace zhitu::xport
