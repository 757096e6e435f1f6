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
    : out_(sink), tags_(std::make_unique<Tags>()), edge_keys_(Openings(EdgeColumns::columns())) {}

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
  AppendDeclarations(out, "edge", EdgeColumns::columns());
  out += "<nodes>\n";
  out_.Append(out);
}

// A value that needs no escaping, behind what stands before it.
void GexfWriter::AppendValue(const Piece& open, std::string_view value) {
  out_.Append(open);
  out_.Append(value);
}

void GexfWriter::AppendText(const Piece& open, std::string_view value) {
  out_.Append(open);
  AppendXml(out_, value, XmlPlace::kAttribute);
}

void GexfWriter::AppendCells(std::span<const Column> columns, const std::vector<Piece>& keys,
                             Cells cells) {
  out_.Append(tags_->values);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (cells[i].empty()) continue;
    if (columns[i].type == ValueType::kString) {
      AppendText(keys[i], cells[i]);
    } else {
      AppendValue(keys[i], cells[i]);
    }
    out_.Append(tags_->end_of_value);
  }
  out_.Append(tags_->end_of_values);
}

void GexfWriter::AppendLife(std::string_view first_seen, std::string_view last_seen) {
  const std::optional<DateSpan> days = DaysOf(first_seen, last_seen);
  if (!days) return;
  AppendValue(tags_->start, days->first);
  AppendValue(tags_->end, days->last);
}

void GexfWriter::AppendLook(const Node& node) {
  NumberRoom room;
  AppendValue(tags_->red, IntegerText(node.r, room));
  AppendValue(tags_->green, IntegerText(node.g, room));
  AppendValue(tags_->blue, IntegerText(node.b, room));
  AppendValue(tags_->x, NumberText(node.x, room));
  AppendValue(tags_->y, NumberText(node.y, room));
  AppendValue(tags_->size, NumberText(node.size, room));
}

void GexfWriter::AddNode(const Node& node) {
  out_.Append(tags_->node);
  AppendXmlId(out_, node.id);
  if (node.label.empty()) {
    AppendText(tags_->label, PortableId(node.id));
  } else {
    AppendText(tags_->label, node.label);
  }
  if (dated_) AppendLife(node.first_seen, node.last_seen);
  AppendCells(node_columns_->columns(), node_keys_, node_columns_->Values(node));
  AppendLook(node);
  out_.Append(tags_->end_of_node);
}

void GexfWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  out_.Append("</nodes>\n<edges>\n");
}

void GexfWriter::AddEdge(const Edge& edge) {
  NumberRoom room;
  StartEdges();
  AppendText(tags_->edge, edge.id);
  out_.Append(tags_->source);
  AppendXmlId(out_, edge.source);
  out_.Append(tags_->target);
  AppendXmlId(out_, edge.target);
  AppendValue(tags_->weight, WeightText(edge.weight, room));
  AppendText(tags_->label, edge.label);
  AppendText(tags_->kind, edge.predicate);
  if (dated_) AppendLife(edge.first_seen, edge.last_seen);
  AppendCells(EdgeColumns::columns(), edge_keys_, edge_columns_.Values(edge));
  out_.Append(tags_->end_of_edge);
}

void GexfWriter::End() {
  StartEdges();
  out_.Append("</edges>\n</graph>\n</gexf>\n");
  out_.Flush();
}

}  // namespace zhitu::xport
