#include "export/node_link_json.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/number_text.h"
#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

void Member(JsonText& json, std::string_view key, std::string_view value) {
  json.Key(key);
  json.String(value);
}

void RawMember(JsonText& json, std::string_view key, std::string_view value) {
  json.Key(key);
  json.Raw(value);
}

void Members(JsonText& json, std::span<const Column> columns,
             const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (values[i].empty()) continue;
    const bool text = columns[i].type == ValueType::kString;
    (text ? Member : RawMember)(json, columns[i].name, values[i]);
  }
}

}  // namespace

NodeLinkJsonWriter::NodeLinkJsonWriter(Sink& sink) : sink_(sink) {}

void NodeLinkJsonWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  sink_.Write("{\"directed\":");
  sink_.Write(header.undirected ? "false" : "true");
  sink_.Write(",\"multigraph\":true,\"graph\":{},\"nodes\":[");
}

void NodeLinkJsonWriter::WriteItem() {
  sink_.Write(first_ ? "\n" : ",\n");
  sink_.Write(json_.text());
  json_.Clear();
  first_ = false;
}

void NodeLinkJsonWriter::AddNode(const Node& node) {
  const std::string id = PortableId(node.id);
  json_.StartObject();
  Member(json_, "id", id);
  Member(json_, "label", node.label.empty() ? id : node.label);
  Members(json_, node_columns_->columns(), node_columns_->Values(node));
  RawMember(json_, "x", NumberText(node.x));
  RawMember(json_, "y", NumberText(node.y));
  RawMember(json_, "size", NumberText(node.size));
  RawMember(json_, "r", std::to_string(node.r));
  RawMember(json_, "g", std::to_string(node.g));
  RawMember(json_, "b", std::to_string(node.b));
  json_.EndObject();
  WriteItem();
}

void NodeLinkJsonWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  first_ = true;
  sink_.Write("\n],\"edges\":[");
}

void NodeLinkJsonWriter::AddEdge(const Edge& edge) {
  StartEdges();
  json_.StartObject();
  Member(json_, "source", PortableId(edge.source));
  Member(json_, "target", PortableId(edge.target));
  Member(json_, "key", edge.id);
  Member(json_, "label", edge.label);
  RawMember(json_, "weight", WeightText(edge.weight));
  Members(json_, EdgeColumns(), EdgeValues(edge));
  json_.EndObject();
  WriteItem();
}

void NodeLinkJsonWriter::End() {
  StartEdges();
  sink_.Write("\n]}\n");
}

}  // namespace zhitu::xport
