#pragma once

#include <string_view>

namespace zhitu::xport {

/// What a JSON text shows of the format it is in, where node-link JSON is expected.
struct JsonSigns {
  bool nodes = false;        ///< The object at the top has a list of nodes.
  bool edges = false;        ///< It has a list of edges or links.
  bool keyed = false;        ///< Its first node has a key and no id.
  bool adjacency = false;    ///< It has a member `adjacency`.
  bool elements = false;     ///< It has a member `elements`.
  bool graph_nodes = false;  ///< It has a member `graph` that has nodes, or a member `graphs`.
};

/// What to say of graphs in another form of JSON: its name, what was expected and how to get it.
/// Empty if none is known by these signs.
std::string_view OtherJson(const JsonSigns& signs);

}  // namespace zhitu::xport
