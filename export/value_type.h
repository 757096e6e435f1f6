#pragma once

#include <string_view>

namespace zhitu::xport {

/// What the values of a column are.
enum class ValueType { kString, kLong, kDouble, kBoolean };

/// The type's name in GraphML and GEXF: `string long double boolean`.
std::string_view ValueTypeName(ValueType type);

}  // namespace zhitu::xport
