#include "extract/rule.h"

#include <algorithm>

namespace zhitu::extract {

bool Slot::Fits(std::string_view type) const {
  return std::binary_search(types.begin(), types.end(), type);
}

bool Rule::AppliesTo(Zone zone) const {
  if (zones.empty()) return zone != Zone::kByline;
  return std::find(zones.begin(), zones.end(), zone) != zones.end();
}

}  // namespace zhitu::extract
