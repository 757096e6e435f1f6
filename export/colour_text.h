#pragma once

#include <string>

#include "export/graph_writer.h"

namespace zhitu::xport {

/// A node's colour as HTML, SVG and Graphviz write it: `#rrggbb`.
std::string ColourText(const Node& node);

}  // namespace zhitu::xport
