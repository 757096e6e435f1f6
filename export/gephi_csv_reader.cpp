#include "export/gephi_csv_reader.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "export/gephi_csv_header.h"
#include "export/import_element.h"
#include "export/import_text.h"
#include "export/portable_names.h"
#include "extract/csv.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kProgressRows = 50000;

// A run of backslashes before a quotation mark or the end of a cell is written twice as long.
std::string WithoutDoubledBackslashes(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size();) {
    const std::size_t end = std::min(cell.find_first_not_of('\\', i), cell.size());
    const std::size_t run = end - i;
    const bool doubled = run % 2 == 0 && (end == cell.size() || cell[end] == '"');
    out.append(doubled ? run / 2 : run, '\\');
    if (end < cell.size()) out += cell[end];
    i = end + 1;
  }
  return out;
}

// One file, from its bytes to nodes or edges.
class Table {
 public:
  Table(const std::string& path, graph::Importer& importer);

  // False where the header has a fault, which is told; nothing else may be asked then.
  bool ReadHeader();
  bool has_edges() const { return has_edges_; }
  void ReadRows(const std::function<void(std::size_t)>& count_rows);

 private:
  bool NextRow();
  void TakeRow();
  void UndoBackslashes();
  void CheckDirection(std::size_t column);

  graph::Importer& importer_;
  ImportText text_;
  bool has_backslash_ = false;
  bool has_edges_ = false;
  std::unique_ptr<extract::CsvScanner> scanner_;
  std::vector<ImportColumn> columns_;
  ImportElement element_;  // the row at hand
  std::vector<std::string_view> cells_;
  std::deque<std::string> unescaped_;
};

Table::Table(const std::string& path, graph::Importer& importer)
    : importer_(importer), text_(path, importer), element_(importer, [this](std::size_t column) {
        return column < columns_.size() ? scanner_->PlaceOf(column)
                                        : extract::LineColumn{scanner_->line(), 1};
      }) {
  const std::string_view text = text_.text();
  has_backslash_ = text.find('\\') != std::string_view::npos;
  scanner_ = std::make_unique<extract::CsvScanner>(text, GephiSeparator(text));
}

// The next row without faults of syntax; they are told and passed over.
bool Table::NextRow() {
  while (true) {
    try {
      return scanner_->Next();
    } catch (const extract::InputError& error) {
      for (extract::Problem problem : error.problems()) {
        problem.where.file = text_.path();
        importer_.Report(std::move(problem));
      }
    }
  }
}

bool Table::ReadHeader() {
  if (!text_.readable()) return false;
  const std::size_t before = importer_.faults();
  if (!NextRow()) {
    if (importer_.faults() == before) {
      importer_.Report({1, 1}, "file is empty; expected a header with Id, or Source and Target");
    }
    return false;
  }
  std::optional<GephiHeader> header = ReadGephiHeader(*scanner_, importer_);
  if (!header) return false;
  has_edges_ = header->edges;
  columns_ = std::move(header->columns);
  return true;
}

void Table::ReadRows(const std::function<void(std::size_t)>& count_rows) {
  text_.BeginAgain();
  std::size_t rows = 0;
  while (NextRow()) {
    if (++rows % kProgressRows == 0) count_rows(kProgressRows);
    const std::size_t cells = scanner_->cells().size();
    if (cells == columns_.size()) {
      TakeRow();
      continue;
    }
    importer_.Report({scanner_->line(), 1},
                     "row has " + std::to_string(cells) + (cells == 1 ? " cell" : " cells") +
                         "; expected " + std::to_string(columns_.size()) + " as in the header");
  }
}

void Table::TakeRow() {
  cells_.assign(scanner_->cells().begin(), scanner_->cells().end());
  if (has_backslash_) UndoBackslashes();
  element_.Begin(scanner_->line(), columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (has_edges_ && columns_[i].role == ImportRole::kType) CheckDirection(i);
    element_.Add(columns_[i], cells_[i], i);
  }
  if (has_edges_) {
    element_.GiveEdge();
  } else {
    element_.GiveNode();
  }
}

// A word around a direction, or none, is passed over; anything else is a fault in a table.
void Table::CheckDirection(std::size_t column) {
  const std::string cell = TrimmedCell(cells_[column]);
  const std::string direction = LowerAscii(cell);
  if (direction == "directed" || direction == "undirected" || direction.empty()) {
    cells_[column] =
        std::string_view(cells_[column]).substr(cells_[column].find(cell), cell.size());
    return;
  }
  importer_.Report(scanner_->PlaceOf(column),
                   "type is '" + std::string(cells_[column]) +
                       "'; expected Directed or Undirected (what an edge says belongs into a "
                       "column 'predicate')");
  cells_[column] = {};
}

void Table::UndoBackslashes() {
  unescaped_.clear();
  for (std::string_view& cell : cells_) {
    if (cell.find('\\') == std::string_view::npos) continue;
    unescaped_.push_back(WithoutDoubledBackslashes(cell));
    cell = unescaped_.back();
  }
}

}  // namespace

void ReadGephiCsv(const std::vector<std::string>& paths, graph::Importer& importer,
                  const ImportProgress& progress) {
  std::size_t rows = 0;
  const auto count_rows = [&](std::size_t more) {
    rows += more;
    if (progress) progress(rows);
  };
  std::vector<std::unique_ptr<Table>> nodes;
  std::vector<std::unique_ptr<Table>> edges;
  for (const std::string& path : paths) {
    auto table = std::make_unique<Table>(path, importer);
    if (table->ReadHeader()) (table->has_edges() ? edges : nodes).push_back(std::move(table));
  }
  for (auto& table : nodes) {
    table->ReadRows(count_rows);
    table.reset();
  }
  // Where nodes are missing because of a fault, edges to them are no faults of their own.
  if (nodes.empty() || importer.faults() > 0) importer.AllowUndeclared();
  for (auto& table : edges) {
    table->ReadRows(count_rows);
    table.reset();
  }
}

}  // namespace zhitu::xport
