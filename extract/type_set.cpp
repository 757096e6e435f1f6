#include "extract/type_set.h"

#include <algorithm>
#include <utility>

namespace zhitu::extract {

TypeSet::TypeSet(std::vector<std::string> types) : names_(std::move(types)) {
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  for (const std::string& name : names_) marks_ |= std::uint64_t{1} << Mark(name);
}

bool TypeSet::Holds(std::string_view type) const {
  constexpr std::size_t kFew = 8;
  if (names_.size() > kFew) return std::binary_search(names_.begin(), names_.end(), type);
  return std::find(names_.begin(), names_.end(), type) != names_.end();
}

}  // namespace zhitu::extract
