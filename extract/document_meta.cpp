#include "extract/document_meta.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "extract/corpus.h"
#include "extract/csv.h"
#include "extract/encoding.h"
#include "extract/spelling.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kColumns = {"document", "date", "source", "title"};

// Reads the rows of the table as columns of `kColumns`.
class Reader {
 public:
  Reader(std::string path, std::string_view text) : path_(std::move(path)), csv_(text, ',') {}

  std::vector<std::vector<CsvCell>> Read() {
    std::vector<std::vector<CsvCell>> rows;
    const auto header = Next();
    if (!header) {
      problems_.push_back(
          {{path_, 1, 1}, "file is empty; expected a header document,date,source,title"});
    } else {
      TakeHeader(*header);
    }
    while (const auto row = header ? Next() : std::nullopt) TakeRow(*row, rows);
    if (!problems_.empty()) throw InputError(std::move(problems_));
    return rows;
  }

 private:
  std::optional<std::vector<CsvCell>> Next() {
    while (true) {
      try {
        return csv_.Next();
      } catch (const InputError& error) {
        problems_.push_back(
            {{path_, error.problems()[0].where.line, error.problems()[0].where.column},
             error.problems()[0].what});
      }
    }
  }

  void TakeHeader(const std::vector<CsvCell>& header) {
    for (const CsvCell& cell : header) {
      const auto column = std::find(kColumns.begin(), kColumns.end(), cell.value);
      order_.push_back(static_cast<std::size_t>(column - kColumns.begin()));
      if (column != kColumns.end()) continue;
      const std::string close = Closest(cell.value, kColumns);
      problems_.push_back({{path_, cell.line, cell.column},
                           "column '" + cell.value +
                               "' is unknown; expected document, date, source or title" +
                               (close.empty() ? "" : "; did you mean '" + close + "'?")});
    }
    if (std::count(order_.begin(), order_.end(), 0U) != 1) {
      problems_.push_back(
          {{path_, header.front().line, 1}, "column 'document' is missing; expected it once"});
    }
  }

  void TakeRow(const std::vector<CsvCell>& row, std::vector<std::vector<CsvCell>>& rows) {
    if (row.size() != order_.size()) {
      problems_.push_back({{path_, row.front().line, row.front().column},
                           "row has " + std::to_string(row.size()) + " cells; expected " +
                               std::to_string(order_.size()) + " as in the header"});
      return;
    }
    std::vector<CsvCell> cells(kColumns.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (order_[i] < cells.size()) cells[order_[i]] = row[i];
    }
    rows.push_back(std::move(cells));
  }

  std::string path_;
  CsvReader csv_;
  std::vector<std::size_t> order_;  // for each column of the file, its number in `kColumns`
  std::vector<Problem> problems_;
};

}  // namespace

DocumentMeta DocumentMeta::Load(const std::string& path) {
  std::string bytes = ReadBytes(path);
  std::vector<Problem> problems = Utf8Problems(path, bytes);
  if (!problems.empty()) throw InputError(std::move(problems));
  const std::string text = DecodeUtf8(std::move(bytes)).text;
  DocumentMeta meta;
  for (const std::vector<CsvCell>& row : Reader(path, text).Read()) {
    const bool fresh =
        meta.rows_.insert({row[0].value, {row[1].value, row[2].value, row[3].value}}).second;
    if (fresh) continue;
    problems.push_back(
        {{path, row[0].line, row[0].column},
         "document '" + row[0].value + "' stands twice; expected each document once"});
  }
  if (!problems.empty()) throw InputError(std::move(problems));
  return meta;
}

void DocumentMeta::Apply(Document& document) const {
  auto row = rows_.find(document.id);
  if (row == rows_.end()) row = rows_.find(document.file);
  if (row == rows_.end()) return;
  if (!row->second.date.empty()) document.date = row->second.date;
  if (!row->second.source.empty()) document.source = row->second.source;
  if (!row->second.title.empty()) document.title = row->second.title;
}

}  // namespace zhitu::extract
