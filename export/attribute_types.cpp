#include "export/attribute_types.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "graph/import_number.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kMostDigits = 15;  // that a double holds

// Takes digits off the text. @return how many.
std::size_t TakeDigits(std::string_view& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(digits);
  return digits;
}

// The wider of the types of two values of one column.
ValueType Wider(ValueType a, ValueType b) {
  if (a == ValueType::kString || b == ValueType::kString) return ValueType::kString;
  return a == b ? a : ValueType::kDouble;
}

}  // namespace

ValueType SpelledType(std::string_view value) {
  std::string_view rest = value;
  if (rest.starts_with('-')) rest.remove_prefix(1);
  const bool zero = rest.starts_with('0');
  const std::size_t whole = TakeDigits(rest);
  if (whole == 0 || whole > kMostDigits || (zero && whole > 1)) return ValueType::kString;
  if (rest.empty()) return ValueType::kLong;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    if (TakeDigits(rest) == 0) return ValueType::kString;
  }
  if (rest.starts_with('e') || rest.starts_with('E')) {
    rest.remove_prefix(1);
    if (rest.starts_with('-') || rest.starts_with('+')) rest.remove_prefix(1);
    if (TakeDigits(rest) == 0) return ValueType::kString;
  }
  const bool number = rest.empty() && graph::ParseNumber(value).has_value();
  return number ? ValueType::kDouble : ValueType::kString;
}

std::vector<ValueType> AttributeTypes(const graph::Selection& selection) {
  const std::vector<std::string>& names = selection.summary().attributes;
  std::vector<ValueType> types(names.size(), ValueType::kString);
  if (!selection.store().Meta("import")) return types;
  std::vector<std::optional<ValueType>> found(names.size());
  selection.store().ForEachAttribute(
      [&](graph::EntityNumber entity) { return selection.Keeps(entity); },
      [&](std::string_view name, std::string_view value) {
        const auto at = std::ranges::lower_bound(names, name);
        std::optional<ValueType>& type = found[static_cast<std::size_t>(at - names.begin())];
        if (type == ValueType::kString) return;
        const ValueType spelled = SpelledType(value);
        type = type ? Wider(*type, spelled) : spelled;
      });
  for (std::size_t i = 0; i < types.size(); ++i) types[i] = found[i].value_or(ValueType::kString);
  return types;
}

}  // namespace zhitu::xport
