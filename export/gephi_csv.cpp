#include "export/gephi_csv.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/number_text.h"
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

// A row, its end included.
void AppendRow(TextBuffer& out, Cells cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out.Append(",");
    AppendCell(out, cells[i]);
  }
  out.Append("\r\n");
}

void AppendNames(std::vector<std::string_view>& cells, std::span<const Column> columns) {
  for (const Column& column : columns) cells.push_back(column.name);
}

void AppendAll(std::vector<std::string_view>& cells, Cells more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

}  // namespace

GephiCsvWriter::GephiCsvWriter(Sink& nodes, Sink& edges) : nodes_(nodes), edges_(edges) {}

void GephiCsvWriter::Begin(const GraphHeader& header) {
  constexpr std::array<std::string_view, 6> kLook = {"x", "y", "size", "r", "g", "b"};
  node_columns_ = std::make_unique<NodeColumns>(header);
  undirected_ = header.undirected;
  row_ = {"Id", "Label"};
  AppendNames(row_, node_columns_->columns());
  AppendAll(row_, kLook);
  AppendRow(nodes_, row_);
  row_ = {"Source", "Target", "Type", "Id", "Label", "Weight", "Kind"};
  AppendNames(row_, EdgeColumns::columns());
  AppendRow(edges_, row_);
}

void GephiCsvWriter::AddNode(const Node& node) {
  std::array<NumberRoom, 6> rooms;
  const std::string id = PortableId(node.id);
  row_ = {id, node.label.empty() ? id : node.label};
  AppendAll(row_, node_columns_->Values(node));
  AppendAll(row_, std::array{NumberText(node.x, rooms[0]), NumberText(node.y, rooms[1]),
                             NumberText(node.size, rooms[2]), IntegerText(node.r, rooms[3]),
                             IntegerText(node.g, rooms[4]), IntegerText(node.b, rooms[5])});
  AppendRow(nodes_, row_);
}

void GephiCsvWriter::AddEdge(const Edge& edge) {
  NumberRoom room;
  const std::string source = PortableId(edge.source);
  const std::string target = PortableId(edge.target);
  row_ = {source,        target,     undirected_ ? "Undirected" : "Directed",
          edge.id,       edge.label, WeightText(edge.weight, room),
          edge.predicate};
  AppendAll(row_, edge_columns_.Values(edge));
  AppendRow(edges_, row_);
}

// The tables have no closing.
void GephiCsvWriter::End() {
  nodes_.Flush();
  edges_.Flush();
}

}  // namespace zhitu::xport
