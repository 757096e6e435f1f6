#include "export/node_link_json.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/json_text.h"
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
    : out_(sink), keys_(std::make_unique<Keys>()), edge_keys_(Openings(EdgeColumns())) {}

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

// Writes values as the columns give them.
class NodeLinkJsonWriter::Values {
 public:
  Values(TextBuffer& out, const std::vector<Piece>& keys) : out_(out), keys_(keys) {}

  void None(std::size_t /*column*/) {}
  void Text(std::size_t column, std::string_view value) { Text(keys_[column], value); }
  void Integer(std::size_t column, std::int64_t value) { Integer(keys_[column], value); }
  void Number(std::size_t column, double value) { Number(keys_[column], value); }
  void Boolean(std::size_t column, bool value) {
    out_.Append(keys_[column]);
    out_.Append(value ? "true" : "false");
  }

  void Text(const Piece& key, std::string_view value) {
    out_.Append(key);
    AppendJsonString(out_, value);
  }
  void Integer(const Piece& key, std::int64_t value) {
    out_.Append(key);
    out_.AppendInteger(value);
  }
  void Number(const Piece& key, double value) {
    out_.Append(key);
    out_.AppendNumber(value);
  }

 private:
  TextBuffer& out_;
  const std::vector<Piece>& keys_;
};

void NodeLinkJsonWriter::AddNode(const Node& node) {
  const Keys& keys = *keys_;
  StartItem();
  const std::string id = PortableId(node.id);
  Values values(out_, node_keys_);
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
  first_ = true;
  out_.Append("\n],\"edges\":[");
}

void NodeLinkJsonWriter::AddEdge(const Edge& edge) {
  const Keys& keys = *keys_;
  StartEdges();
  StartItem();
  Values values(out_, edge_keys_);
  values.Text(keys.source, PortableId(edge.source));
  values.Text(keys.target, PortableId(edge.target));
  values.Text(keys.key, edge.id);
  values.Text(keys.label, edge.label);
  out_.Append(keys.weight);
  out_.AppendWeight(edge.weight);
  GiveEdge(edge, values);
  out_.Append("}");
}

void NodeLinkJsonWriter::End() {
  StartEdges();
  out_.Append("\n]}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
