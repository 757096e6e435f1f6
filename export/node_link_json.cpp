#include "export/node_link_json.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/json_text.h"
#include "export/number_text.h"
#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

// What stands before the value of a member that is not the first.
std::string Opening(std::string_view name) {
  JsonText json;
  json.String(name);
  return ',' + std::string(json.text()) + ':';
}

std::vector<Piece> Openings(std::span<const Column> columns) {
  std::vector<Piece> openings;
  openings.reserve(columns.size());
  for (const Column& column : columns) openings.emplace_back(Opening(column.name));
  return openings;
}

}  // namespace

struct NodeLinkJsonWriter::Keys {
  Piece id{"{\"id\":"};
  Piece source{"{\"source\":"};
  Piece target{Opening("target")};
  Piece key{Opening("key")};
  Piece label{Opening("label")};
  Piece weight{Opening("weight")};
  Piece x{Opening("x")};
  Piece y{Opening("y")};
  Piece size{Opening("size")};
  Piece red{Opening("r")};
  Piece green{Opening("g")};
  Piece blue{Opening("b")};
};

NodeLinkJsonWriter::NodeLinkJsonWriter(Sink& sink)
    : out_(sink), keys_(std::make_unique<Keys>()), edge_keys_(Openings(EdgeColumns::columns())) {}

NodeLinkJsonWriter::~NodeLinkJsonWriter() = default;

void NodeLinkJsonWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  node_keys_ = Openings(node_columns_->columns());
  out_.Append("{\"directed\":");
  out_.Append(header.undirected ? "false" : "true");
  out_.Append(",\"multigraph\":true,\"graph\":{},\"nodes\":[");
}

void NodeLinkJsonWriter::StartItem() {
  out_.Append(first_ ? "\n" : ",\n");
  first_ = false;
}

void NodeLinkJsonWriter::AppendRaw(const Piece& key, std::string_view value) {
  out_.Append(key);
  out_.Append(value);
}

void NodeLinkJsonWriter::AppendText(const Piece& key, std::string_view value) {
  out_.Append(key);
  AppendJsonString(out_, value);
}

void NodeLinkJsonWriter::AppendCells(std::span<const Column> columns,
                                     const std::vector<Piece>& keys, Cells cells) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (cells[i].empty()) continue;
    if (columns[i].type == ValueType::kString) {
      AppendText(keys[i], cells[i]);
    } else {
      AppendRaw(keys[i], cells[i]);
    }
  }
}

void NodeLinkJsonWriter::AddNode(const Node& node) {
  NumberRoom room;
  StartItem();
  const std::string id = PortableId(node.id);
  AppendText(keys_->id, id);
  AppendText(keys_->label, node.label.empty() ? id : node.label);
  AppendCells(node_columns_->columns(), node_keys_, node_columns_->Values(node));
  AppendRaw(keys_->x, NumberText(node.x, room));
  AppendRaw(keys_->y, NumberText(node.y, room));
  AppendRaw(keys_->size, NumberText(node.size, room));
  AppendRaw(keys_->red, IntegerText(node.r, room));
  AppendRaw(keys_->green, IntegerText(node.g, room));
  AppendRaw(keys_->blue, IntegerText(node.b, room));
  out_.Append("}");
}

void NodeLinkJsonWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  first_ = true;
  out_.Append("\n],\"edges\":[");
}

void NodeLinkJsonWriter::AddEdge(const Edge& edge) {
  NumberRoom room;
  StartEdges();
  StartItem();
  AppendText(keys_->source, PortableId(edge.source));
  AppendText(keys_->target, PortableId(edge.target));
  AppendText(keys_->key, edge.id);
  AppendText(keys_->label, edge.label);
  AppendRaw(keys_->weight, WeightText(edge.weight, room));
  AppendCells(EdgeColumns::columns(), edge_keys_, edge_columns_.Values(edge));
  out_.Append("}");
}

void NodeLinkJsonWriter::End() {
  StartEdges();
  out_.Append("\n]}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
