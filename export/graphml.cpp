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

std::string Opening(std::string_view key) {
  std::string open = "<data";
  AppendXmlAttribute(open, "key", key);
  return open + '>';
}

std::vector<Piece> Openings(std::span<const Column> columns) {
  std::vector<Piece> openings;
  openings.reserve(columns.size());
  for (const Column& column : columns) openings.emplace_back(Opening(column.key));
  return openings;
}

}  // namespace

struct GraphmlWriter::Tags {
  Piece close{"</data>"};
  Piece node{"<node id=\""};
  Piece edge{"<edge id=\""};
  Piece source{"\" source=\""};
  Piece target{"\" target=\""};
  Piece kind{"\" label=\""};
  Piece end_of_tag{"\">"};
  Piece end_of_node{"</node>\n"};
  Piece end_of_edge{"</edge>\n"};
  Piece label{Opening("label")};
  Piece edge_label{Opening("e_label")};
  Piece weight{Opening("weight")};
  Piece x{Opening("x")};
  Piece y{Opening("y")};
  Piece size{Opening("size")};
  Piece red{Opening("r")};
  Piece green{Opening("g")};
  Piece blue{Opening("b")};
};

GraphmlWriter::GraphmlWriter(Sink& sink)
    : out_(sink), tags_(std::make_unique<Tags>()), edge_keys_(Openings(EdgeColumns::columns())) {}

GraphmlWriter::~GraphmlWriter() = default;

void GraphmlWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  node_keys_ = Openings(node_columns_->columns());
  std::string out(kOpening);
  out += kSpecialKeys;
  AppendKeys(out, "node", node_columns_->columns());
  AppendKeys(out, "edge", EdgeColumns::columns());
  out += "<graph id=\"zhitu\"";
  AppendXmlAttribute(out, "edgedefault", header.undirected ? "undirected" : "directed");
  out += ">\n";
  out_.Append(out);
}

// A value that needs no escaping.
void GraphmlWriter::AppendData(const Piece& open, std::string_view value) {
  if (value.empty()) return;
  out_.Append(open);
  out_.Append(value);
  out_.Append(tags_->close);
}

void GraphmlWriter::AppendText(const Piece& open, std::string_view value) {
  if (value.empty()) return;
  out_.Append(open);
  AppendXml(out_, value, XmlPlace::kText);
  out_.Append(tags_->close);
}

void GraphmlWriter::AppendCells(std::span<const Column> columns, const std::vector<Piece>& keys,
                                Cells cells) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].type == ValueType::kString) {
      AppendText(keys[i], cells[i]);
    } else {
      AppendData(keys[i], cells[i]);
    }
  }
}

void GraphmlWriter::AddNode(const Node& node) {
  NumberRoom room;
  out_.Append(tags_->node);
  AppendXmlId(out_, node.id);
  out_.Append(tags_->end_of_tag);
  if (node.label.empty()) {
    AppendText(tags_->label, PortableId(node.id));
  } else {
    AppendText(tags_->label, node.label);
  }
  AppendCells(node_columns_->columns(), node_keys_, node_columns_->Values(node));
  AppendData(tags_->x, NumberText(node.x, room));
  AppendData(tags_->y, NumberText(node.y, room));
  AppendData(tags_->size, NumberText(node.size, room));
  AppendData(tags_->red, IntegerText(node.r, room));
  AppendData(tags_->green, IntegerText(node.g, room));
  AppendData(tags_->blue, IntegerText(node.b, room));
  out_.Append(tags_->end_of_node);
}

void GraphmlWriter::AddEdge(const Edge& edge) {
  NumberRoom room;
  out_.Append(tags_->edge);
  AppendXml(out_, edge.id, XmlPlace::kAttribute);
  out_.Append(tags_->source);
  AppendXmlId(out_, edge.source);
  out_.Append(tags_->target);
  AppendXmlId(out_, edge.target);
  out_.Append(tags_->kind);
  AppendXml(out_, edge.predicate, XmlPlace::kAttribute);
  out_.Append(tags_->end_of_tag);
  AppendText(tags_->edge_label, edge.label);
  AppendData(tags_->weight, WeightText(edge.weight, room));
  AppendCells(EdgeColumns::columns(), edge_keys_, edge_columns_.Values(edge));
  out_.Append(tags_->end_of_edge);
}

void GraphmlWriter::End() {
  out_.Append("</graph>\n</graphml>\n");
  out_.Flush();
}

}  // namespace zhitu::xport
