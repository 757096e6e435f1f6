#include "export/gexf.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/date_span.h"
#include "export/number_text.h"
#include "export/portable_names.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

// No lastmodifieddate: the same graph gives the same bytes on any day.
constexpr std::string_view kOpening =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\""
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
    "<meta><creator>zhitu</creator></meta>\n";

void AppendDeclarations(std::string& out, std::string_view domain,
                        std::span<const Column> columns) {
  out += "<attributes";
  AppendXmlAttribute(out, "class", domain);
  AppendXmlAttribute(out, "mode", "static");
  out += ">\n";
  for (const Column& column : columns) {
    out += "<attribute";
    AppendXmlAttribute(out, "id", column.key);
    AppendXmlAttribute(out, "title", column.name);
    AppendXmlAttribute(out, "type", ValueTypeName(column.type));
    out += "/>\n";
  }
  out += "</attributes>\n";
}

void AppendValues(std::string& out, std::span<const Column> columns,
                  const std::vector<std::string>& values) {
  out += "<attvalues>";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (values[i].empty()) continue;
    out += "<attvalue";
    AppendXmlAttribute(out, "for", columns[i].key);
    AppendXmlAttribute(out, "value", values[i]);
    out += "/>";
  }
  out += "</attvalues>";
}

void AppendLife(std::string& out, std::string_view first_seen, std::string_view last_seen) {
  const std::optional<DateSpan> days = DaysOf(first_seen, last_seen);
  if (!days) return;
  AppendXmlAttribute(out, "start", days->first);
  AppendXmlAttribute(out, "end", days->last);
}

void AppendLook(std::string& out, const Node& node) {
  out += "<viz:color";
  AppendXmlAttribute(out, "r", std::to_string(node.r));
  AppendXmlAttribute(out, "g", std::to_string(node.g));
  AppendXmlAttribute(out, "b", std::to_string(node.b));
  out += "/><viz:position";
  AppendXmlAttribute(out, "x", NumberText(node.x));
  AppendXmlAttribute(out, "y", NumberText(node.y));
  AppendXmlAttribute(out, "z", "0");
  out += "/><viz:size";
  AppendXmlAttribute(out, "value", NumberText(node.size));
  out += "/>";
}

}  // namespace

GexfWriter::GexfWriter(Sink& sink) : sink_(sink) {}

void GexfWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  dated_ = header.dated;
  std::string out(kOpening);
  out += "<graph";
  AppendXmlAttribute(out, "defaultedgetype", header.undirected ? "undirected" : "directed");
  AppendXmlAttribute(out, "idtype", "string");
  if (dated_) {
    AppendXmlAttribute(out, "mode", "dynamic");
    AppendXmlAttribute(out, "timeformat", "date");
    AppendXmlAttribute(out, "timerepresentation", "interval");
  }
  out += ">\n";
  AppendDeclarations(out, "node", node_columns_->columns());
  AppendDeclarations(out, "edge", EdgeColumns());
  out += "<nodes>\n";
  sink_.Write(out);
}

void GexfWriter::AddNode(const Node& node) {
  const std::string id = PortableId(node.id);
  std::string out = "<node";
  AppendXmlAttribute(out, "id", id);
  AppendXmlAttribute(out, "label", node.label.empty() ? id : node.label);
  if (dated_) AppendLife(out, node.first_seen, node.last_seen);
  out += '>';
  AppendValues(out, node_columns_->columns(), node_columns_->Values(node));
  AppendLook(out, node);
  out += "</node>\n";
  sink_.Write(out);
}

void GexfWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  sink_.Write("</nodes>\n<edges>\n");
}

void GexfWriter::AddEdge(const Edge& edge) {
  StartEdges();
  std::string out = "<edge";
  AppendXmlAttribute(out, "id", edge.id);
  AppendXmlAttribute(out, "source", PortableId(edge.source));
  AppendXmlAttribute(out, "target", PortableId(edge.target));
  AppendXmlAttribute(out, "weight", WeightText(edge.weight));
  AppendXmlAttribute(out, "label", edge.label);
  AppendXmlAttribute(out, "kind", edge.predicate);
  if (dated_) AppendLife(out, edge.first_seen, edge.last_seen);
  out += '>';
  AppendValues(out, EdgeColumns(), EdgeValues(edge));
  out += "</edge>\n";
  sink_.Write(out);
}

void GexfWriter::End() {
  StartEdges();
  sink_.Write("</edges>\n</graph>\n</gexf>\n");
}

}  // namespace zhitu::xport
