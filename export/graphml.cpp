#include "export/graphml.h"

#include <span>
#include <string>

#include "export/number_text.h"
#include "export/portable_names.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kOpening =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
    " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

// Importers know the special attributes by these ids or names. A key's id must be unique in the
// file, so the edge's label is known by its name alone.
constexpr std::string_view kSpecialKeys =
    R"(<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="x" for="node" attr.name="x" attr.type="double"/>
<key id="y" for="node" attr.name="y" attr.type="double"/>
<key id="size" for="node" attr.name="size" attr.type="double"/>
<key id="r" for="node" attr.name="r" attr.type="int"/>
<key id="g" for="node" attr.name="g" attr.type="int"/>
<key id="b" for="node" attr.name="b" attr.type="int"/>
<key id="e_label" for="edge" attr.name="label" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="double"/>
)";

void AppendKeys(std::string& out, std::string_view domain, std::span<const Column> columns) {
  for (const Column& column : columns) {
    out += "<key";
    AppendXmlAttribute(out, "id", column.key);
    AppendXmlAttribute(out, "for", domain);
    AppendXmlAttribute(out, "attr.name", column.name);
    AppendXmlAttribute(out, "attr.type", ValueTypeName(column.type));
    out += "/>\n";
  }
}

void AppendData(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out += "<data";
  AppendXmlAttribute(out, "key", key);
  out += '>';
  AppendXml(out, value, XmlPlace::kText);
  out += "</data>";
}

void AppendColumns(std::string& out, std::span<const Column> columns,
                   const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < columns.size(); ++i) AppendData(out, columns[i].key, values[i]);
}

}  // namespace

GraphmlWriter::GraphmlWriter(Sink& sink) : sink_(sink) {}

void GraphmlWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  std::string out(kOpening);
  out += kSpecialKeys;
  AppendKeys(out, "node", node_columns_->columns());
  AppendKeys(out, "edge", EdgeColumns());
  out += "<graph id=\"zhitu\"";
  AppendXmlAttribute(out, "edgedefault", header.undirected ? "undirected" : "directed");
  out += ">\n";
  sink_.Write(out);
}

void GraphmlWriter::AddNode(const Node& node) {
  const std::string id = PortableId(node.id);
  std::string out = "<node";
  AppendXmlAttribute(out, "id", id);
  out += '>';
  AppendData(out, "label", node.label.empty() ? id : node.label);
  AppendColumns(out, node_columns_->columns(), node_columns_->Values(node));
  AppendData(out, "x", NumberText(node.x));
  AppendData(out, "y", NumberText(node.y));
  AppendData(out, "size", NumberText(node.size));
  AppendData(out, "r", std::to_string(node.r));
  AppendData(out, "g", std::to_string(node.g));
  AppendData(out, "b", std::to_string(node.b));
  out += "</node>\n";
  sink_.Write(out);
}

void GraphmlWriter::AddEdge(const Edge& edge) {
  std::string out = "<edge";
  AppendXmlAttribute(out, "id", edge.id);
  AppendXmlAttribute(out, "source", PortableId(edge.source));
  AppendXmlAttribute(out, "target", PortableId(edge.target));
  AppendXmlAttribute(out, "label", edge.predicate);
  out += '>';
  AppendData(out, "e_label", edge.label);
  AppendData(out, "weight", WeightText(edge.weight));
  AppendColumns(out, EdgeColumns(), EdgeValues(edge));
  out += "</edge>\n";
  sink_.Write(out);
}

void GraphmlWriter::End() { sink_.Write("</graph>\n</graphml>\n"); }

}  // namespace zhitu::xport
