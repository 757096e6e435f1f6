#include "extract/entity_types.h"

#include <algorithm>

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

}  // namespace zhitu::extract
