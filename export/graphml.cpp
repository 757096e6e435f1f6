#include "export/graphml.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

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
    : out_(sink), tags_(std::make_unique<Tags>()), edge_keys_(Openings(EdgeColumns())) {}

GraphmlWriter::~GraphmlWriter() = default;

void GraphmlWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  node_keys_ = Openings(node_columns_->columns());
  std::string out(kOpening);
  out += kSpecialKeys;
  AppendKeys(out, "node", node_columns_->columns());
  AppendKeys(out, "edge", EdgeColumns());
  out += "<graph id=\"zhitu\"";
  AppendXmlAttribute(out, "edgedefault", header.undirected ? "undirected" : "directed");
  out += ">\n";
  out_.Append(out);
}

// Writes values as the columns give them.
class GraphmlWriter::Values {
 public:
  Values(TextBuffer& out, const std::vector<Piece>& keys, const Piece& close)
      : out_(out), keys_(keys), close_(close) {}

  void None(std::size_t /*column*/) {}
  void Text(std::size_t column, std::string_view value) { Text(keys_[column], value); }
  void Integer(std::size_t column, std::int64_t value) { Integer(keys_[column], value); }
  void Number(std::size_t column, double value) { Number(keys_[column], value); }
  void Literal(std::size_t column, std::string_view value) { Text(column, value); }
  void Boolean(std::size_t column, bool value) {
    out_.Append(keys_[column]);
    out_.Append(value ? "true" : "false");
    out_.Append(close_);
  }

  void Text(const Piece& key, std::string_view value) {
    if (value.empty()) return;
    out_.Append(key);
    AppendXml(out_, value, XmlPlace::kText);
    out_.Append(close_);
  }
  void Integer(const Piece& key, std::int64_t value) {
    out_.Append(key);
    out_.AppendInteger(value);
    out_.Append(close_);
  }
  void Number(const Piece& key, double value) {
    out_.Append(key);
    out_.AppendNumber(value);
    out_.Append(close_);
  }
  void Weight(const Piece& key, double value) {
    out_.Append(key);
    out_.AppendWeight(value);
    out_.Append(close_);
  }

 private:
  TextBuffer& out_;
  const std::vector<Piece>& keys_;
  const Piece& close_;
};

void GraphmlWriter::AddNode(const Node& node) {
  const Tags& tags = *tags_;
  out_.Append(tags.node);
  AppendXmlId(out_, node.id);
  out_.Append(tags.end_of_tag);
  Values values(out_, node_keys_, tags.close);
  values.Text(tags.label, node.label.empty() ? PortableId(node.id) : node.label);
  node_columns_->Give(node, values);
  values.Number(tags.x, node.x);
  values.Number(tags.y, node.y);
  values.Number(tags.size, node.size);
  values.Integer(tags.red, node.r);
  values.Integer(tags.green, node.g);
  values.Integer(tags.blue, node.b);
  out_.Append(tags.end_of_node);
}

void GraphmlWriter::AddEdge(const Edge& edge) {
  const Tags& tags = *tags_;
  out_.Append(tags.edge);
  AppendXml(out_, edge.id, XmlPlace::kAttribute);
  out_.Append(tags.source);
  AppendXmlId(out_, edge.source);
  out_.Append(tags.target);
  AppendXmlId(out_, edge.target);
  out_.Append(tags.kind);
  AppendXml(out_, edge.predicate, XmlPlace::kAttribute);
  out_.Append(tags.end_of_tag);
  Values values(out_, edge_keys_, tags.close);
  values.Text(tags.edge_label, edge.label);
  values.Weight(tags.weight, edge.weight);
  GiveEdge(edge, values);
  out_.Append(tags.end_of_edge);
}

void GraphmlWriter::End() {
  out_.Append("</graph>\n</graphml>\n");
  out_.Flush();
}

}  // namespace zhitu::xport
