// A table read: cells in order, faults inside the text, and what was read is read again from what
// is written of it.
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "extract/csv.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"

namespace zhitu::extract {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows Read(const std::string& text, char separator) {
  CsvReader reader(text, separator);
  const LineColumn end = OffsetIndex(text).Position(text.size());
  std::tuple<std::size_t, std::size_t> last{0, 0};
  Rows rows;
  while (true) {
    try {
      const auto row = reader.Next();
      if (!row) return rows;
      Check(!row->empty(), "a row has cells");
      rows.emplace_back();
      for (const CsvCell& cell : *row) {
        Check(last < std::tuple(cell.line, cell.column), "cells stand in order");
        last = {cell.line, cell.column};
        rows.back().push_back(cell.value);
      }
    } catch (const InputError& error) {
      const SourcePosition& where = error.problems().at(0).where;
      Check(where.line >= 1 && where.column >= 1, "a fault has a place");
    }
    Check(last <= std::tuple(end.line, end.column), "cells stand in the text");
  }
}

void CheckWritten(const Rows& rows, char separator) {
  Rows kept;
  std::string text;
  for (const auto& row : rows) {
    if (row.size() == 1 && row[0].empty()) continue;  // written as a blank line
    kept.push_back(row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += separator;
      text += CsvEscape(row[i], separator);
    }
    text += '\n';
  }
  Check(Read(text, separator) == kept, "what is written is read again");
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  const std::string text = DecodeUtf8({reinterpret_cast<const char*>(data), size}).text;
  for (const char separator : {',', '\t'}) CheckWritten(Read(text, separator), separator);
  return 0;
}
