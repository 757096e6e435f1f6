#include "extract/entity_types.h"

#include <algorithm>

#include "extract/spelling.h"

namespace zhitu::extract {

const std::vector<std::string>& KnownTypes() {
  static const std::vector<std::string> types = {"community", "document",     "facility",
                                                 "office",    "organization", "person",
                                                 "place",     "program",      "road"};
  return types;
}

bool IsTypeName(std::string_view type) {
  constexpr std::size_t kLongest = 64;
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto inner = [&](char c) { return lower(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !type.empty() && type.size() <= kLongest && lower(type[0]) &&
         std::all_of(type.begin(), type.end(), inner);
}

TypeState StateOfType(std::string_view type) {
  if (!IsTypeName(type)) return TypeState::kMalformed;
  const std::vector<std::string>& known = KnownTypes();
  return std::binary_search(known.begin(), known.end(), type) ? TypeState::kKnown
                                                              : TypeState::kUnknown;
}

std::string DescribeTypeFault(std::string_view type) {
  std::string lower(type);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const std::string close = Closest(lower, KnownTypes());
  const std::string fault =
      IsTypeName(type) ? "' is not one of the known types"
                       : "' is malformed; expected small letters, digits and _, a letter first";
  return "type '" + std::string(type) + fault +
         (close.empty() ? "" : "; did you mean '" + close + "'?");
}

}  // namespace zhitu::extract
