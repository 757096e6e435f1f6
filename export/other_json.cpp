#include "export/other_json.h"

namespace zhitu::xport {

std::string_view OtherJson(const JsonSigns& signs) {
  if (signs.adjacency && !signs.edges) {
    return "this is adjacency JSON of NetworkX; expected node-link JSON, which "
           "networkx.node_link_data gives";
  }
  if (signs.keyed) {
    return "this is graphology JSON; expected node-link JSON, whose nodes have an id, or GEXF, "
           "which graphology-gexf writes";
  }
  if (signs.nodes) return {};
  if (signs.elements) {
    return "this is Cytoscape JSON; expected node-link JSON, which networkx.node_link_data gives "
           "for networkx.cytoscape_graph, or GraphML, which Cytoscape writes";
  }
  if (signs.graph_nodes) {
    return "this is JSON Graph Format; expected node-link JSON, with lists of nodes and edges at "
           "the top";
  }
  return {};
}

}  // namespace zhitu::xport
