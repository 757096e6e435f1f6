#include "extract/document_meta.h"

#include <algorithm>
#include <optional>
#include <set>
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
    if (!problems_.empty()) throw InputError(std::move(problems_));
    while (const auto row = Next()) TakeRow(*row, rows);
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
      const auto number = static_cast<std::size_t>(column - kColumns.begin());
      const bool twice = std::find(order_.begin(), order_.end(), number) != order_.end();
      order_.push_back(number);
      if (column == kColumns.end()) {
        const std::string close = Closest(cell.value, kColumns);
        Report(cell, "column '" + cell.value +
                         "' is unknown; expected document, date, source or title" +
                         (close.empty() ? "" : "; did you mean '" + close + "'?"));
      } else if (twice) {
        Report(cell, "column '" + cell.value + "' stands twice; expected it once");
      }
    }
    if (std::count(order_.begin(), order_.end(), 0U) == 0)
      Report(header.front(), "column 'document' is missing; expected it once");
  }

  void TakeRow(const std::vector<CsvCell>& row, std::vector<std::vector<CsvCell>>& rows) {
    if (row.size() != order_.size()) {
      Report(row.front(), "row has " + std::to_string(row.size()) + " cells; expected " +
                              std::to_string(order_.size()) + " as in the header");
      return;
    }
    std::vector<CsvCell> cells(kColumns.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (order_[i] < cells.size()) cells[order_[i]] = row[i];
    }
    const CsvCell document = cells.front();
    if (document.value.empty()) {
      Report(document, "document is empty; expected a document's id or a file's name");
    } else if (!documents_.insert(document.value).second) {
      Report(document, "document '" + document.value + "' stands twice; expected each once");
    } else {
      rows.push_back(std::move(cells));
    }
  }

  void Report(const CsvCell& cell, const std::string& what) {
    problems_.push_back({{path_, cell.line, cell.column}, what});
  }

  std::string path_;
  CsvReader csv_;
  std::vector<std::size_t> order_;  // for each column of the file, its number in `kColumns`
  std::set<std::string> documents_;
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
    meta.rows_.insert({row[0].value, {row[1].value, row[2].value, row[3].value}});
  }
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
