#include "extract/type_set.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace zhitu::extract {

TypeSet::TypeSet(std::vector<std::string> types) : names_(std::move(types)) {
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
  for (std::size_t i = names_.size(); i-- > 0;) {
    marks_ |= std::uint64_t{1} << Mark(names_[i]);
    first_[Mark(names_[i])] = static_cast<std::uint16_t>(std::min(i, kMost));
  }
}

}  // namespace zhitu::extract
