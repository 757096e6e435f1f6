#include "export/node_link_json.h"

#include <string>
#include <string_view>
#include <vector>

#include "export/json_text.h"
#include "export/portable_names.h"

namespace zhitu::xport {
struct NodeLinkJsonWriter::Keys {
  Piece id{"{\"id\":"};
  Piece source{"{\"source\":"};
  Piece target{JsonOpening("target")};
  Piece key{JsonOpening("key")};
  Piece label{JsonOpening("label")};
  Piece weight{JsonOpening("weight")};
  Piece x{JsonOpening("x")};
  Piece y{JsonOpening("y")};
  Piece size{JsonOpening("size")};
  Piece red{JsonOpening("r")};
  Piece green{JsonOpening("g")};
  Piece blue{JsonOpening("b")};
};

NodeLinkJsonWriter::NodeLinkJsonWriter(Sink& sink)
    : out_(sink), keys_(std::make_unique<Keys>()), edge_keys_(JsonOpenings(EdgeColumns())) {}

NodeLinkJsonWriter::~NodeLinkJsonWriter() = default;

void NodeLinkJsonWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  node_keys_ = JsonOpenings(node_columns_->columns());
  out_.Append("{\"directed\":");
  out_.Append(header.undirected ? "false" : "true");
  out_.Append(",\"multigraph\":true,\"graph\":{},\"nodes\":[");
}

void NodeLinkJsonWriter::AddNode(const Node& node) {
  const Keys& keys = *keys_;
  lines_.Next(out_);
  const std::string id = PortableId(node.id);
  JsonMembers values(out_, node_keys_);
  values.Text(keys.id, id);
  values.Text(keys.label, node.label.empty() ? id : node.label);
  node_columns_->Give(node, values);
  values.Number(keys.x, node.x);
  values.Number(keys.y, node.y);
  values.Number(keys.size, node.size);
  values.Integer(keys.red, node.r);
  values.Integer(keys.green, node.g);
  values.Integer(keys.blue, node.b);
  out_.Append("}");
}

void NodeLinkJsonWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  lines_.Restart();
  out_.Append("\n],\"edges\":[");
}

void NodeLinkJsonWriter::AddEdge(const Edge& edge) {
  const Keys& keys = *keys_;
  StartEdges();
  lines_.Next(out_);
  JsonMembers values(out_, edge_keys_);
  values.Text(keys.source, PortableId(edge.source));
  values.Text(keys.target, PortableId(edge.target));
  values.Text(keys.key, edge.id);
  values.Text(keys.label, edge.label);
  values.Weight(keys.weight, edge.weight);
  GiveEdge(edge, values);
  out_.Append("}");
}

void NodeLinkJsonWriter::End() {
  StartEdges();
  out_.Append("\n]}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
