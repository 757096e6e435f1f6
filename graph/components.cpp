#include "graph/components.h"

#include <numeric>

namespace zhitu::graph {

Components::Components(std::size_t size) : parents_(size) {
  std::iota(parents_.begin(), parents_.end(), 0U);
}

}  // namespace zhitu::graph
