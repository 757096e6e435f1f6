#include "export/gephi_csv.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/number_text.h"
#include "export/portable_names.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

// Gephi and Spark take a backslash before a quotation mark, or before the end of a cell, for an
// escape, and lose the rows that follow: there, and only there, it is doubled.
void AppendBackslashes(std::string& row, std::size_t count, bool before_quote_or_end) {
  row.append(before_quote_or_end ? 2 * count : count, '\\');
}

void AppendCell(std::string& row, std::string_view value) {
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
}

// A row, its end included.
std::string Row(std::span<const std::string> cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    if (IsXmlText(cells[i])) {
      AppendCell(row, cells[i]);
    } else {
      AppendCell(row, XmlCharacters(cells[i]));
    }
  }
  row += "\r\n";
  return row;
}

void AppendNames(std::vector<std::string>& cells, std::span<const Column> columns) {
  for (const Column& column : columns) cells.push_back(column.name);
}

void AppendAll(std::vector<std::string>& cells, const std::vector<std::string>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

}  // namespace

GephiCsvWriter::GephiCsvWriter(Sink& nodes, Sink& edges) : nodes_(nodes), edges_(edges) {}

void GephiCsvWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  undirected_ = header.undirected;
  std::vector<std::string> names = {"Id", "Label"};
  AppendNames(names, node_columns_->columns());
  AppendAll(names, {"x", "y", "size", "r", "g", "b"});
  nodes_.Write(Row(names));
  names = {"Source", "Target", "Type", "Id", "Label", "Weight", "Kind"};
  AppendNames(names, EdgeColumns());
  edges_.Write(Row(names));
}

void GephiCsvWriter::AddNode(const Node& node) {
  const std::string id = PortableId(node.id);
  std::vector<std::string> cells = {id, node.label.empty() ? id : node.label};
  AppendAll(cells, node_columns_->Values(node));
  AppendAll(cells, {NumberText(node.x), NumberText(node.y), NumberText(node.size),
                    std::to_string(node.r), std::to_string(node.g), std::to_string(node.b)});
  nodes_.Write(Row(cells));
}

void GephiCsvWriter::AddEdge(const Edge& edge) {
  std::vector<std::string> cells = {PortableId(edge.source),
                                    PortableId(edge.target),
                                    undirected_ ? "Undirected" : "Directed",
                                    edge.id,
                                    edge.label,
                                    WeightText(edge.weight),
                                    edge.predicate};
  AppendAll(cells, EdgeValues(edge));
  edges_.Write(Row(cells));
}

void GephiCsvWriter::End() {}  // the tables have no closing

}  // namespace zhitu::xport
