#include "export/colour_text.h"

#include <fmt/format.h>

namespace zhitu::xport {

std::string ColourText(const Node& node) {
  return fmt::format("#{:02x}{:02x}{:02x}", node.r, node.g, node.b);
}

}  // namespace zhitu::xport
