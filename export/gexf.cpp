#include "export/gexf.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/date_span.h"
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

std::vector<Piece> Openings(std::span<const Column> columns) {
  std::vector<Piece> openings;
  openings.reserve(columns.size());
  for (const Column& column : columns) {
    std::string open = "<attvalue";
    AppendXmlAttribute(open, "for", column.key);
    openings.emplace_back(open + " value=\"");
  }
  return openings;
}

}  // namespace

struct GexfWriter::Tags {
  Piece node{"<node id=\""};
  Piece edge{"<edge id=\""};
  Piece source{"\" source=\""};
  Piece target{"\" target=\""};
  Piece weight{"\" weight=\""};
  Piece label{"\" label=\""};
  Piece kind{"\" kind=\""};
  Piece start{"\" start=\""};
  Piece end{"\" end=\""};
  Piece values{"\"><attvalues>"};
  Piece end_of_value{"\"/>"};
  Piece end_of_values{"</attvalues>"};
  Piece red{"<viz:color r=\""};
  Piece green{"\" g=\""};
  Piece blue{"\" b=\""};
  Piece x{"\"/><viz:position x=\""};
  Piece y{"\" y=\""};
  Piece size{"\" z=\"0\"/><viz:size value=\""};
  Piece end_of_node{"\"/></node>\n"};
  Piece end_of_edge{"</edge>\n"};
};

GexfWriter::GexfWriter(Sink& sink)
    : out_(sink), tags_(std::make_unique<Tags>()), edge_keys_(Openings(EdgeColumns())) {}

GexfWriter::~GexfWriter() = default;

void GexfWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  node_keys_ = Openings(node_columns_->columns());
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
  out_.Append(out);
}

// Writes values as the columns give them.
class GexfWriter::Values {
 public:
  Values(TextBuffer& out, const std::vector<Piece>& keys, const Piece& close)
      : out_(out), keys_(keys), close_(close) {}

  void None(std::size_t /*column*/) {}
  void Text(std::size_t column, std::string_view value) {
    out_.Append(keys_[column]);
    AppendXml(out_, value, XmlPlace::kAttribute);
    out_.Append(close_);
  }
  void Integer(std::size_t column, std::int64_t value) {
    out_.Append(keys_[column]);
    out_.AppendInteger(value);
    out_.Append(close_);
  }
  void Number(std::size_t column, double value) {
    out_.Append(keys_[column]);
    out_.AppendNumber(value);
    out_.Append(close_);
  }
  void Literal(std::size_t column, std::string_view value) { Text(column, value); }
  void Boolean(std::size_t column, bool value) { Text(column, value ? "true" : "false"); }

 private:
  TextBuffer& out_;
  const std::vector<Piece>& keys_;
  const Piece& close_;
};

void GexfWriter::AppendLife(std::string_view first_seen, std::string_view last_seen) {
  const std::optional<DateSpan> days = DaysOf(first_seen, last_seen);
  if (!days) return;
  out_.Append(tags_->start);
  out_.Append(days->first);
  out_.Append(tags_->end);
  out_.Append(days->last);
}

void GexfWriter::AppendLook(const Node& node) {
  out_.Append(tags_->red);
  out_.AppendInteger(node.r);
  out_.Append(tags_->green);
  out_.AppendInteger(node.g);
  out_.Append(tags_->blue);
  out_.AppendInteger(node.b);
  out_.Append(tags_->x);
  out_.AppendNumber(node.x);
  out_.Append(tags_->y);
  out_.AppendNumber(node.y);
  out_.Append(tags_->size);
  out_.AppendNumber(node.size);
}

void GexfWriter::AddNode(const Node& node) {
  out_.Append(tags_->node);
  AppendXmlId(out_, node.id);
  out_.Append(tags_->label);
  AppendXml(out_, node.label.empty() ? PortableId(node.id) : node.label, XmlPlace::kAttribute);
  if (dated_) AppendLife(node.first_seen, node.last_seen);
  out_.Append(tags_->values);
  node_columns_->Give(node, Values(out_, node_keys_, tags_->end_of_value));
  out_.Append(tags_->end_of_values);
  AppendLook(node);
  out_.Append(tags_->end_of_node);
}

void GexfWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  out_.Append("</nodes>\n<edges>\n");
}

void GexfWriter::AddEdge(const Edge& edge) {
  StartEdges();
  out_.Append(tags_->edge);
  AppendXml(out_, edge.id, XmlPlace::kAttribute);
  out_.Append(tags_->source);
  AppendXmlId(out_, edge.source);
  out_.Append(tags_->target);
  AppendXmlId(out_, edge.target);
  out_.Append(tags_->weight);
  out_.AppendWeight(edge.weight);
  out_.Append(tags_->label);
  AppendXml(out_, edge.label, XmlPlace::kAttribute);
  out_.Append(tags_->kind);
  AppendXml(out_, edge.predicate, XmlPlace::kAttribute);
  if (dated_) AppendLife(edge.first_seen, edge.last_seen);
  out_.Append(tags_->values);
  GiveEdge(edge, Values(out_, edge_keys_, tags_->end_of_value));
  out_.Append(tags_->end_of_values);
  out_.Append(tags_->end_of_edge);
}

void GexfWriter::End() {
  StartEdges();
  out_.Append("</edges>\n</graph>\n</gexf>\n");
  out_.Flush();
}

}  // namespace zhitu::xport
