#include "extract/rule.h"

#include <algorithm>

namespace zhitu::extract {

bool Rule::AppliesTo(Zone zone) const {
  if (zones.empty()) return zone != Zone::kByline;
  return std::find(zones.begin(), zones.end(), zone) != zones.end();
}

}  // namespace zhitu::extract
