#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"

namespace zhitu::extract {

/// One cell of a table.
struct CsvCell {
  std::string value;       ///< Without the quotes around it.
  std::size_t line = 1;    ///< Where it begins in the file, from 1.
  std::size_t column = 1;  ///< In code points, from 1.
};

/// Reads separated values (RFC 4180; LF, CR LF or CR between rows; quoted cells may hold
/// separators, quotes as "" and line breaks). Blank lines are passed over. Positions count from the
/// beginning of `text`.
class CsvReader {
 public:
  /// @param text       valid UTF-8 that outlives the reader.
  /// @param separator  `,` or a tab.
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The next row, or nothing at the end. O(row).
  /// @throws InputError  (with an empty file name) where a quote is not closed, or something
  /// follows a closing quote. After an
  ///                     unclosed quote there are no further rows; after the other fault reading
  ///                     goes on at the next line.
  std::optional<std::vector<CsvCell>> Next();

 private:
  CsvCell ReadCell();
  void ReadQuoted(CsvCell& cell);
  void ReadPlain(CsvCell& cell);
  bool SkipBlankLines();
  bool AtLineBreak() const;
  void TakeLineBreak();
  void Advance();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

/// A cell as it is written: quoted where it holds a separator, a quote or a line break.
std::string CsvEscape(std::string_view value, char separator = ',');

}  // namespace zhitu::extract
