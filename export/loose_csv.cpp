#include "export/loose_csv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "export/gephi_csv_header.h"
#include "export/portable_names.h"
#include "export/text_buffer.h"
#include "extract/characters.h"
#include "extract/csv.h"

namespace zhitu::xport {
namespace {

struct Cell {
  std::string text;
  std::size_t at = 0;
};

// Rows of a table in which quotes may stand anywhere: what was meant is guessed and told.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t base, char separator, DoctorFindings& findings)
      : text_(text), base_(base), separator_(separator), findings_(findings) {}

  // The next row that is not blank; false at the end.
  bool Next(std::vector<Cell>& row) {
    while (at_ < text_.size() && IsBreak()) ++at_;
    row.clear();
    if (at_ == text_.size()) return false;
    while (true) {
      row.push_back(ReadCell());
      if (at_ == text_.size() || IsBreak()) return true;
      ++at_;  // the separator
    }
  }

 private:
  bool IsBreak() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
  bool AtEnd() const { return at_ == text_.size() || IsBreak() || text_[at_] == separator_; }

  Cell ReadCell() {
    Cell cell{{}, base_ + at_};
    const bool opened = at_ < text_.size() && text_[at_] == '"';
    if (opened && ReadQuoted(cell)) return cell;
    const std::size_t begin = at_;
    while (!AtEnd()) ++at_;
    cell.text = text_.substr(begin, at_ - begin);
    if (cell.text.find('"') != std::string::npos) {
      findings_.Add("quote", cell.at,
                    opened ? "a quote opens a cell and is not closed"
                           : "a quote stands in a cell without quotes around it");
    }
    return cell;
  }

  // False, and nothing read, where the quote is not closed. That happens once at most, for behind
  // it all quotes stand in pairs: time stays linear.
  bool ReadQuoted(Cell& cell) {
    std::size_t at = at_ + 1;
    while (true) {
      const std::size_t quote = text_.find('"', at);
      if (quote == std::string_view::npos) {
        cell.text.clear();
        return false;
      }
      cell.text += text_.substr(at, quote - at);
      at = quote + 1;
      if (at == text_.size() || text_[at] != '"') break;
      cell.text += '"';
      ++at;
    }
    at_ = at;
    if (AtEnd()) return true;
    findings_.Add("quote", cell.at, "more stands behind the closing quote");
    const std::size_t begin = at_;
    while (!AtEnd()) ++at_;
    cell.text += text_.substr(begin, at_ - begin);
    return true;
  }

  std::string_view text_;
  std::size_t base_;
  char separator_;
  DoctorFindings& findings_;
  std::size_t at_ = 0;
};

// What a column is.
enum class Field { kValue, kId, kSource, kTarget, kType, kKind };

constexpr std::array<std::pair<std::string_view, Field>, 11> kEnds = {
    {{"source", Field::kSource},
     {"target", Field::kTarget},
     {"from", Field::kSource},
     {"to", Field::kTarget},
     {"src", Field::kSource},
     {"dst", Field::kTarget},
     {"source_id", Field::kSource},
     {"target_id", Field::kTarget},
     {"start", Field::kSource},
     {"end", Field::kTarget},
     {"dest", Field::kTarget}}};

class Table {
 public:
  Table(LooseGraph& graph, DoctorFindings& findings) : graph_(graph), findings_(findings) {}

  // The first row, or what stands for it. @return true if it is a row of data instead.
  bool ReadHeader(std::vector<Cell> row) {
    FindEnds(row);
    bool data = false;
    if (!edges_ && !HasName(row, "id")) data = MakeHeader(row);
    for (std::size_t i = 0; i < row.size(); ++i) AddColumn(row[i]);
    return data;
  }

  bool edges() const { return edges_; }

  void AddRow(std::vector<Cell>& row, std::size_t width) {
    if (row.size() != width) {
      findings_.Add("row-ragged", row[0].at,
                    "a row has " + std::to_string(row.size()) +
                        (row.size() == 1 ? " cell, the header " : " cells, the header ") +
                        std::to_string(width));
    }
    while (row.size() > fields_.size()) {
      AddColumn({"extra_" + std::to_string(fields_.size() + 1), row[fields_.size()].at});
    }
    LooseElement element;
    element.at = row[0].at;
    for (std::size_t i = 0; i < row.size(); ++i) AddCell(element, row[i], i);
    part().elements.push_back(std::move(element));
  }

 private:
  static std::string NameOf(const Cell& cell) {
    return LowerAscii(extract::TrimmedView(cell.text));
  }
  static bool HasName(const std::vector<Cell>& row, std::string_view name) {
    return std::ranges::any_of(row, [&](const Cell& cell) { return NameOf(cell) == name; });
  }
  static Field EndOf(const std::string& name) {
    const auto* const end =
        std::ranges::find(kEnds, name, &std::pair<std::string_view, Field>::first);
    return end == kEnds.end() ? Field::kValue : end->second;
  }

  // The columns that are the ends of edges, by their own names before others.
  void FindEnds(std::vector<Cell>& row) {
    if (HasName(row, "id") && !(HasName(row, "source") || HasName(row, "target"))) return;
    Cell* source = nullptr;
    Cell* target = nullptr;
    for (const bool own : {true, false}) {
      for (Cell& cell : row) {
        const std::string name = NameOf(cell);
        if (own != (name == "source" || name == "target")) continue;
        const Field end = EndOf(name);
        if (end == Field::kSource && source == nullptr) source = &cell;
        if (end == Field::kTarget && target == nullptr) target = &cell;
      }
    }
    edges_ = source != nullptr && target != nullptr;
    if (!edges_) {
      if (HasName(row, "source") || HasName(row, "target")) {
        findings_.Refuse(row[0].at, "the header has one of Source and Target; expected both");
      }
      return;
    }
    Rename(*source, "Source");
    Rename(*target, "Target");
  }
  void Rename(Cell& cell, std::string_view name) {
    if (NameOf(cell) != LowerAscii(name)) {
      findings_.Add("header-name", cell.at,
                    "column '" + cell.text + "' stands for " + std::string(name));
    }
    cell.text = name;
  }

  // Two cells or more are taken for the ends of an edge, one for a node.
  bool MakeHeader(std::vector<Cell>& row) {
    findings_.Add("header-missing", row[0].at,
                  "the first row names neither Id nor Source and Target");
    edges_ = row.size() > 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i].text = edges_ ? (i == 0   ? "Source"
                              : i == 1 ? "Target"
                                       : "column_" + std::to_string(i))
                           : "Id";
    }
    return true;
  }

  LooseGraph::Part& part() { return edges_ ? graph_.edges : graph_.nodes; }

  void AddColumn(const Cell& cell) {
    const std::string name = NameOf(cell);
    Field field = Field::kValue;
    if (name == "id") field = Field::kId;
    if (edges_ && name == "source") field = Field::kSource;
    if (edges_ && name == "target") field = Field::kTarget;
    if (edges_ && name == "type") field = Field::kType;
    if (edges_ && name == "kind") field = Field::kKind;
    if (field != Field::kValue && std::ranges::find(fields_, field) != fields_.end()) {
      field = Field::kValue;
      findings_.Add("name-twice", cell.at, "two columns are named '" + cell.text + "'");
    }
    fields_.push_back(field);
    keys_.push_back(part().keys.size());
    if (field != Field::kValue) return;
    LooseKey key;
    key.name = std::string(extract::TrimmedView(cell.text));
    const bool of_edges =
        edges_ && (name == "type" || name == "kind" || name == "source" || name == "target");
    if (name == "id" || of_edges) key.name += "_given";
    key.at = cell.at;
    AddLooseKey(part(), std::move(key));
  }

  void AddCell(LooseElement& element, Cell& cell, std::size_t column) {
    if (!cell.text.empty() &&
        std::string_view("=+@").find(cell.text[0]) != std::string_view::npos) {
      findings_.Add("formula", cell.at, "a cell begins with " + cell.text.substr(0, 1));
    }
    switch (fields_[column]) {
      case Field::kId:
        element.id = std::move(cell.text);
        break;
      case Field::kSource:
        element.source = std::move(cell.text);
        break;
      case Field::kTarget:
        element.target = std::move(cell.text);
        break;
      case Field::kType:
        TakeType(element, cell);
        break;
      case Field::kKind:
        element.kind = std::move(cell.text);
        break;
      case Field::kValue:
        if (!cell.text.empty()) element.values.push_back({keys_[column], cell.text, cell.at});
    }
  }
  // Gephi's Type is the direction; what else stands there tells the kind of the edge.
  void TakeType(LooseElement& element, const Cell& cell) {
    const std::string direction = NameOf(cell);
    if (direction == "directed" || direction == "undirected" || direction.empty()) {
      element.direction = direction;
      return;
    }
    findings_.Add("direction", cell.at, "the type of an edge is '" + cell.text + "'");
    if (direction == "mutual") {
      element.direction = "undirected";
    } else if (element.kind.empty()) {
      element.kind = cell.text;
    }
  }

  LooseGraph& graph_;
  DoctorFindings& findings_;
  bool edges_ = false;
  std::vector<Field> fields_;
  std::vector<std::size_t> keys_;  // by column
};

// Rows as they are written.
class RowWriter {
 public:
  RowWriter(char separator, Sink& sink) : separator_(separator), out_(sink) {}

  void WriteNodes(const LooseGraph::Part& nodes) {
    Begin("Id");
    EndHeader(nodes);
    for (const LooseElement& node : nodes.elements) {
      Begin(node.id);
      EndRow(nodes, node);
    }
    out_.Flush();
  }
  void WriteEdges(const LooseGraph::Part& edges) {
    Begin("Source");
    for (const char* const name : {"Target", "Type", "Id", "Kind"}) Add(name);
    EndHeader(edges);
    for (const LooseElement& edge : edges.elements) {
      Begin(edge.source);
      Add(edge.target);
      Add(edge.direction == "undirected" ? "Undirected" : "Directed");
      Add(edge.id);
      Add(edge.kind);
      EndRow(edges, edge);
    }
    out_.Flush();
  }

 private:
  void Begin(std::string_view cell) { row_ = Escaped(cell); }
  void Add(std::string_view cell) { row_.append(1, separator_).append(Escaped(cell)); }
  // Quoted where another separator stands in it, too: some programs guess.
  std::string Escaped(std::string_view cell) const {
    const std::size_t at = cell.find_first_of(",;	");
    return extract::CsvEscape(cell, at == std::string_view::npos ? separator_ : cell[at]);
  }
  void End() { out_.Append(row_.append("\n")); }

  void EndHeader(const LooseGraph::Part& part) {
    for (const LooseKey& key : part.keys) {
      const bool label = key.role == "label";
      Add(label ? "Label" : key.role == "weight" ? "Weight" : std::string_view(key.name));
    }
    End();
  }
  void EndRow(const LooseGraph::Part& part, const LooseElement& element) {
    std::vector<std::string_view> cells(part.keys.size());
    for (const LooseValue& value : element.values) cells[value.key] = value.text;
    for (const std::string_view cell : cells) Add(cell);
    End();
  }

  char separator_;
  TextBuffer out_;
  std::string row_;
};

// A header of one column has no separator.
char SeparatorOf(std::string_view text, char usual) {
  const char separator = GephiSeparator(text);
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  return line.find(separator) == std::string_view::npos ? usual : separator;
}

}  // namespace

bool ReadLooseTable(std::string_view text, std::size_t base, char usual, LooseGraph& graph,
                    DoctorFindings& findings) {
  const char separator = SeparatorOf(text, usual);
  if (separator != usual) findings.Add("separator", base, "cells are separated otherwise");
  Scanner scanner(text, base, separator, findings);
  std::vector<Cell> row;
  if (!scanner.Next(row)) {
    findings.Refuse(base, "the table is empty; expected a header with Id, or Source and Target");
  }
  graph.directed = true;
  Table table(graph, findings);
  const std::size_t width = row.size();
  if (table.ReadHeader(row)) table.AddRow(row, width);
  while (scanner.Next(row)) table.AddRow(row, width);
  return table.edges();
}

void WriteMendedTable(const LooseGraph& graph, bool edges, char separator, Sink& sink) {
  RowWriter writer(separator, sink);
  if (edges) {
    writer.WriteEdges(graph.edges);
  } else {
    writer.WriteNodes(graph.nodes);
  }
}

}  // namespace zhitu::xport
