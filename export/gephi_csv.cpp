#include "export/gephi_csv.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "export/plain_text.h"
#include "export/portable_names.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

// Gephi and Spark take a backslash before a quotation mark, or before the end of a cell, for an
// escape, and lose the rows that follow: there, and only there, it is doubled.
void AppendBackslashes(std::string& row, std::size_t count, bool before_quote_or_end) {
  row.append(before_quote_or_end ? 2 * count : count, '\\');
}

std::string Escaped(std::string_view value) {
  std::string row;
  const bool quoted = value.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) row += '"';
  std::size_t backslashes = 0;
  for (const char c : value) {
    if (c == '\\') {
      ++backslashes;
      continue;
    }
    AppendBackslashes(row, std::exchange(backslashes, 0), c == '"');
    if (c == '"') row += '"';
    row += c;
  }
  AppendBackslashes(row, backslashes, true);
  if (quoted) row += '"';
  return row;
}

void AppendCell(TextBuffer& out, std::string_view value) {
  if (IsPlainText(value) && value.find(',') == std::string_view::npos) {
    out.Append(value);
  } else if (IsXmlText(value)) {
    out.Append(Escaped(value));
  } else {
    out.Append(Escaped(XmlCharacters(value)));
  }
}

// The names of a table's columns: the special ones of which some stand before the others.
void AppendNames(TextBuffer& out, std::string_view before, std::span<const Column> columns,
                 std::string_view after) {
  out.Append(before);
  for (const Column& column : columns) {
    out.Append(",");
    AppendCell(out, column.name);
  }
  out.Append(after);
  out.Append("\r\n");
}

}  // namespace

GephiCsvWriter::GephiCsvWriter(Sink& nodes, Sink& edges) : nodes_(nodes), edges_(edges) {}

// Writes values as the columns give them, each behind a comma.
class GephiCsvWriter::Values {
 public:
  explicit Values(TextBuffer& out) : out_(out) {}

  void None(std::size_t /*column*/) { out_.Append(","); }
  void Text(std::size_t /*column*/, std::string_view value) { Text(value); }
  void Integer(std::size_t /*column*/, std::int64_t value) { Integer(value); }
  void Number(std::size_t /*column*/, double value) { Number(value); }
  void Literal(std::size_t column, std::string_view value) { Text(column, value); }
  void Boolean(std::size_t /*column*/, bool value) { out_.Append(value ? ",true" : ",false"); }

  void Text(std::string_view value) {
    out_.Append(",");
    AppendCell(out_, value);
  }
  void Integer(std::int64_t value) {
    out_.Append(",");
    out_.AppendInteger(value);
  }
  void Number(double value) {
    out_.Append(",");
    out_.AppendNumber(value);
  }

 private:
  TextBuffer& out_;
};

void GephiCsvWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  undirected_ = header.undirected;
  AppendNames(nodes_, "Id,Label", node_columns_->columns(), ",x,y,size,r,g,b");
  AppendNames(edges_, "Source,Target,Type,Id,Label,Weight,Kind", EdgeColumns(), "");
}

void GephiCsvWriter::AddNode(const Node& node) {
  const std::string id = PortableId(node.id);
  AppendCell(nodes_, id);
  Values values(nodes_);
  values.Text(node.label.empty() ? id : node.label);
  node_columns_->Give(node, values);
  values.Number(node.x);
  values.Number(node.y);
  values.Number(node.size);
  values.Integer(node.r);
  values.Integer(node.g);
  values.Integer(node.b);
  nodes_.Append("\r\n");
}

void GephiCsvWriter::AddEdge(const Edge& edge) {
  AppendCell(edges_, PortableId(edge.source));
  Values values(edges_);
  values.Text(PortableId(edge.target));
  edges_.Append(undirected_ ? ",Undirected" : ",Directed");
  values.Text(edge.id);
  values.Text(edge.label);
  edges_.Append(",");
  edges_.AppendWeight(edge.weight);
  values.Text(edge.predicate);
  GiveEdge(edge, values);
  edges_.Append("\r\n");
}

// The tables have no closing.
void GephiCsvWriter::End() {
  nodes_.Flush();
  edges_.Flush();
}

}  // namespace zhitu::xport
