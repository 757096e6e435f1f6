#include "export/gephi_csv_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "export/gephi_csv_header.h"
#include "export/portable_names.h"
#include "extract/corpus.h"
#include "extract/csv.h"
#include "extract/dictionary_row.h"
#include "extract/encoding.h"
#include "extract/hash.h"
#include "graph/import_number.h"

namespace zhitu::xport {
namespace {

using graph::ImportField;

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
  void AddNode();
  void AddEdge();
  void TakeNodeField(const GephiColumn& column, std::string_view value);
  void TakeEdgeField(std::size_t column, std::string_view value);
  void TakeDirection(std::size_t column, std::string_view value);
  void ChoosePredicate();
  void ChooseWeight();
  void LeaveOut(const GephiColumn& column, std::string_view value);
  extract::LineColumn PlaceOf(ImportField field, std::string_view attribute) const;

  graph::Importer& importer_;
  graph::ImportFile file_;
  std::string bytes_;
  bool has_backslash_ = false;
  bool has_edges_ = false;
  bool readable_ = false;
  std::unique_ptr<extract::CsvScanner> scanner_;
  std::vector<GephiColumn> columns_;
  graph::ImportPlace place_;
  // The row at hand.
  std::vector<std::string_view> cells_;
  std::deque<std::string> unescaped_;
  graph::ImportedNode node_;
  graph::ImportedEdge edge_;
  // Of an edge: by precedence, column and value of what may be its predicate; its count.
  std::array<std::optional<std::size_t>, 3> predicates_;
  std::optional<std::size_t> count_;
};

Table::Table(const std::string& path, graph::Importer& importer)
    : importer_(importer), bytes_(extract::ReadBytes(path)) {
  const std::string name = std::filesystem::path(path).filename().string();
  file_ = {path, extract::DecodeUtf8(name).text, extract::HashHex(bytes_)};
  importer_.BeginFile(file_);
  std::vector<extract::Problem> faults = extract::Utf8Problems(path, bytes_);
  readable_ = faults.empty();
  for (extract::Problem& fault : faults) importer_.Report(std::move(fault));
  std::string_view text = bytes_;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  has_backslash_ = text.find('\\') != std::string_view::npos;
  scanner_ = std::make_unique<extract::CsvScanner>(text, GephiSeparator(text));
  place_ = [this](ImportField field, std::string_view attribute) {
    return PlaceOf(field, attribute);
  };
}

// The next row without faults of syntax; they are told and passed over.
bool Table::NextRow() {
  while (true) {
    try {
      return scanner_->Next();
    } catch (const extract::InputError& error) {
      for (extract::Problem problem : error.problems()) {
        problem.where.file = file_.path;
        importer_.Report(std::move(problem));
      }
    }
  }
}

bool Table::ReadHeader() {
  if (!readable_) return false;
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
  importer_.BeginFile(file_);
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
  if (has_edges_) {
    AddEdge();
  } else {
    AddNode();
  }
}

void Table::UndoBackslashes() {
  unescaped_.clear();
  for (std::string_view& cell : cells_) {
    if (cell.find('\\') == std::string_view::npos) continue;
    unescaped_.push_back(WithoutDoubledBackslashes(cell));
    cell = unescaped_.back();
  }
}

void Table::LeaveOut(const GephiColumn& column, std::string_view value) {
  if (!value.empty()) importer_.LeaveOut(column.name);
}

void Table::AddNode() {
  node_ = {};
  node_.line = scanner_->line();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const GephiColumn& column = columns_[i];
    if (column.role == GephiRole::kLeftOut) {
      LeaveOut(column, cells_[i]);
    } else if (column.role == GephiRole::kAttribute) {
      if (!cells_[i].empty()) node_.attributes.emplace_back(column.name, cells_[i]);
    } else {
      TakeNodeField(column, cells_[i]);
    }
  }
  importer_.AddNode(node_, place_);
}

void Table::TakeNodeField(const GephiColumn& column, std::string_view value) {
  switch (column.field) {
    case ImportField::kId:
      node_.id = value;
      break;
    case ImportField::kName:
      node_.name = value;
      break;
    case ImportField::kType:
      node_.type = value;
      break;
    case ImportField::kAliases:
      if (!value.empty()) node_.aliases = extract::SplitBars(value);
      break;
    case ImportField::kMentions:
      node_.mentions = value;
      break;
    case ImportField::kDocuments:
      node_.documents = value;
      break;
    case ImportField::kFirstSeen:
      node_.first_seen = value;
      break;
    default:
      node_.last_seen = value;
  }
}

void Table::AddEdge() {
  edge_.line = scanner_->line();
  edge_.undirected = false;
  edge_.weight = {};
  edge_.attributes.clear();
  predicates_ = {};
  count_.reset();
  for (std::size_t i = 0; i < columns_.size(); ++i) TakeEdgeField(i, cells_[i]);
  ChoosePredicate();
  ChooseWeight();
  importer_.AddEdge(edge_, place_);
}

void Table::TakeEdgeField(std::size_t index, std::string_view value) {
  const GephiColumn& column = columns_[index];
  switch (column.role) {
    case GephiRole::kType:
      return TakeDirection(index, value);
    case GephiRole::kKind:
      predicates_[1] = index;
      return;
    case GephiRole::kLabel:
      predicates_[2] = index;
      return;
    case GephiRole::kCount:
      count_ = index;
      return;
    case GephiRole::kSymmetric:
      edge_.undirected = edge_.undirected || value == "1" || LowerAscii(value) == "true";
      return;
    case GephiRole::kLeftOut:
      return LeaveOut(column, value);
    case GephiRole::kAttribute:
      if (!value.empty()) edge_.attributes.emplace_back(column.name, value);
      return;
    case GephiRole::kField:
      break;
  }
  switch (column.field) {
    case ImportField::kSource:
      edge_.source = value;
      break;
    case ImportField::kTarget:
      edge_.target = value;
      break;
    case ImportField::kPredicate:
      predicates_[0] = index;
      break;
    case ImportField::kWeight:
      edge_.weight = value;
      break;
    case ImportField::kDocuments:
      edge_.documents = value;
      break;
    case ImportField::kConfidence:
      edge_.confidence = value;
      break;
    case ImportField::kFirstSeen:
      edge_.first_seen = value;
      break;
    default:
      edge_.last_seen = value;
  }
}

void Table::TakeDirection(std::size_t column, std::string_view value) {
  if (value == "Directed" || value.empty()) return;
  const std::string direction = LowerAscii(TrimmedCell(value));
  if (direction == "undirected") {
    edge_.undirected = true;
  } else if (direction != "directed" && !direction.empty()) {
    importer_.Report(scanner_->PlaceOf(column),
                     "type is '" + std::string(value) +
                         "'; expected Directed or Undirected (what an edge says belongs into a "
                         "column 'predicate')");
  }
}

// The first of predicate, kind and label that is not empty; the others are kept if they differ.
void Table::ChoosePredicate() {
  edge_.predicate = {};
  for (const std::optional<std::size_t>& column : predicates_) {
    if (!column || cells_[*column].empty()) continue;
    const std::string_view value = cells_[*column];
    if (edge_.predicate.empty()) {
      edge_.predicate = value;
    } else if (value != edge_.predicate) {
      edge_.attributes.emplace_back(columns_[*column].name, value);
    }
  }
}

// The count stands for a weight that is not there; one that is not the rounded weight is kept.
void Table::ChooseWeight() {
  if (!count_ || cells_[*count_].empty()) return;
  const std::string_view count = cells_[*count_];
  if (edge_.weight.empty()) {
    edge_.weight = count;
    return;
  }
  if (count == edge_.weight) return;
  const std::optional<double> weight = graph::ParseNumber(edge_.weight);
  if (weight && graph::ParseNumber(count) == std::max(1.0, std::round(*weight))) return;
  edge_.attributes.emplace_back(columns_[*count_].name, count);
}

// The column that holds a part; for what several may hold, the first that is not empty.
extract::LineColumn Table::PlaceOf(ImportField field, std::string_view attribute) const {
  const auto is_it = [&](std::size_t i) {
    const GephiColumn& column = columns_[i];
    if (field == ImportField::kAttribute) return column.name == attribute;
    return column.field == field;
  };
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!is_it(i)) continue;
    const bool better = !found || cells_[*found].empty() ||
                        (columns_[i].role == GephiRole::kField && !cells_[i].empty());
    if (better) found = i;
  }
  return found ? scanner_->PlaceOf(*found) : extract::LineColumn{scanner_->line(), 1};
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
