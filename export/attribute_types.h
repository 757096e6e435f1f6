#pragma once

#include <string_view>
#include <vector>

#include "export/value_type.h"
#include "graph/selection.h"

namespace zhitu::xport {

/// The type that a value has by its spelling: `kLong` or `kDouble` if JSON takes it for a number as
/// it stands, else `kString`. Numbers of more than 15 digits before the point, leading zeros and
/// infinities are texts, for a reader would change them. O(n).
ValueType SpelledType(std::string_view value);

/// The types of the attributes of a selection, in order of `SelectionSummary::attributes`. In an
/// imported graph a column is one of numbers if every value is one, for import keeps texts alone;
/// else all are texts. O(values).
std::vector<ValueType> AttributeTypes(const graph::Selection& selection);

}  // namespace zhitu::xport
