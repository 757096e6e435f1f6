#include "export/jgf_json.h"

#include <string>
#include <string_view>

#include "export/colour_text.h"
#include "export/json_text.h"
#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kTaken[] = {kScriptName};

}  // namespace

struct JgfJsonWriter::Keys {
  Piece node_label{":{\"label\":"};
  Piece x{",\"metadata\":{\"x\":"};
  Piece y{JsonOpening("y")};
  Piece size{JsonOpening("size")};
  Piece colour{JsonOpening("color")};
  Piece edge_id{"{\"id\":"};
  Piece source{JsonOpening("source")};
  Piece target{JsonOpening("target")};
  Piece relation{JsonOpening("relation")};
  Piece directed{JsonOpening("directed")};
  Piece edge_label{JsonOpening("label")};
  Piece weight{",\"metadata\":{\"weight\":"};
};

JgfJsonWriter::JgfJsonWriter(Sink& sink)
    : out_(sink), keys_(std::make_unique<Keys>()), edge_keys_(JsonOpenings(EdgeColumns())) {}

JgfJsonWriter::~JgfJsonWriter() = default;

void JgfJsonWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header, kTaken);
  node_keys_ = JsonOpenings(node_columns_->columns());
  out_.Append("{\"graph\":{\"type\":\"zhitu\",\"directed\":");
  out_.Append(header.undirected ? "false" : "true");
  out_.Append(",\"nodes\":{");
}

void JgfJsonWriter::AddNode(const Node& node) {
  const Keys& keys = *keys_;
  lines_.Next(out_);
  const std::string id = PortableId(node.id);
  JsonMembers values(out_, node_keys_);
  AppendJsonString(out_, id);
  values.Text(keys.node_label, node.label.empty() ? id : node.label);
  values.Number(keys.x, node.x);
  values.Number(keys.y, node.y);
  values.Number(keys.size, node.size);
  values.Text(keys.colour, ColourText(node));
  node_columns_->Give(node, values);
  out_.Append("}}");
}

void JgfJsonWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  lines_.Restart();
  out_.Append("\n},\"edges\":[");
}

void JgfJsonWriter::AddEdge(const Edge& edge) {
  const Keys& keys = *keys_;
  StartEdges();
  lines_.Next(out_);
  JsonMembers values(out_, edge_keys_);
  values.Text(keys.edge_id, edge.id);
  values.Text(keys.source, PortableId(edge.source));
  values.Text(keys.target, PortableId(edge.target));
  values.Text(keys.relation, edge.predicate);
  values.Boolean(keys.directed, !edge.symmetric);
  values.Text(keys.edge_label, edge.label);
  values.Weight(keys.weight, edge.weight);
  GiveEdge(edge, values);
  out_.Append("}}");
}

void JgfJsonWriter::End() {
  StartEdges();
  out_.Append("\n]}}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
