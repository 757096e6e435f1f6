#include "export/graphology_json.h"

#include <string>
#include <string_view>

#include "export/colour_text.h"
#include "export/json_text.h"
#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kTypeName = "entity_type";

// What sigma.js reads of a node, beside what every format has.
constexpr std::string_view kTaken[] = {kTypeName,    "hidden", "highlighted", "forcelabel",
                                       "labelcolor", "zindex", "image",       kScriptName};

std::vector<Piece> NodeOpenings(const NodeColumns& node_columns) {
  std::vector<Column> columns = node_columns.columns();
  columns.front().name = kTypeName;
  return JsonOpenings(columns);
}

}  // namespace

struct GraphologyJsonWriter::Keys {
  Piece key{"{\"key\":"};
  Piece node_label{",\"attributes\":{\"label\":"};
  Piece edge_label{",\"attributes\":{\"label\":"};
  Piece source{JsonOpening("source")};
  Piece target{JsonOpening("target")};
  Piece undirected{JsonOpening("undirected")};
  Piece weight{JsonOpening("weight")};
  Piece x{JsonOpening("x")};
  Piece y{JsonOpening("y")};
  Piece size{JsonOpening("size")};
  Piece colour{JsonOpening("color")};
};

GraphologyJsonWriter::GraphologyJsonWriter(Sink& sink)
    : out_(sink), keys_(std::make_unique<Keys>()), edge_keys_(JsonOpenings(EdgeColumns())) {}

GraphologyJsonWriter::~GraphologyJsonWriter() = default;

void GraphologyJsonWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header, kTaken);
  node_keys_ = NodeOpenings(*node_columns_);
  out_.Append("{\"attributes\":{},\"options\":{\"type\":");
  out_.Append(header.undirected ? "\"undirected\"" : "\"mixed\"");
  out_.Append(",\"multi\":true,\"allowSelfLoops\":true},\"nodes\":[");
}

void GraphologyJsonWriter::AddNode(const Node& node) {
  const Keys& keys = *keys_;
  lines_.Next(out_);
  const std::string id = PortableId(node.id);
  JsonMembers values(out_, node_keys_);
  values.Text(keys.key, id);
  values.Text(keys.node_label, node.label.empty() ? id : node.label);
  values.Number(keys.x, node.x);
  values.Number(keys.y, node.y);
  values.Number(keys.size, node.size);
  values.Text(keys.colour, ColourText(node));
  node_columns_->Give(node, values);
  out_.Append("}}");
}

void GraphologyJsonWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  lines_.Restart();
  out_.Append("\n],\"edges\":[");
}

void GraphologyJsonWriter::AddEdge(const Edge& edge) {
  const Keys& keys = *keys_;
  StartEdges();
  lines_.Next(out_);
  JsonMembers values(out_, edge_keys_);
  values.Text(keys.key, edge.id);
  values.Text(keys.source, PortableId(edge.source));
  values.Text(keys.target, PortableId(edge.target));
  values.Boolean(keys.undirected, edge.symmetric);
  values.Text(keys.edge_label, edge.label);
  values.Weight(keys.weight, edge.weight);
  GiveEdge(edge, values);
  out_.Append("}}");
}

void GraphologyJsonWriter::End() {
  StartEdges();
  out_.Append("\n]}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
