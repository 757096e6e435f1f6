#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::extract {

/// Reads separated values (RFC 4180; LF, CR LF or CR between rows; quoted cells may hold
/// separators, quotes as "" and line breaks) row by row, without copies where a cell stands in the
/// text as it is. Blank lines are passed over. Positions count from the beginning of the text.
class CsvScanner {
 public:
  /// @param text       valid UTF-8 that outlives the scanner.
  /// @param separator  `,`, `;` or a tab.
  CsvScanner(std::string_view text, char separator);

  /// Goes to the next row; false at the end. O(row): a few hundred MB a second.
  /// @throws InputError  (with an empty file name) where a quote is not closed, or something
  ///                     follows a closing quote. After an unclosed quote there are no further
  ///                     rows; after the other fault reading goes on at the next line.
  bool Next();
  /// The cells of the row, at least one, without the quotes around them; valid until `Next`.
  std::span<const std::string_view> cells() const { return cells_; }
  /// The line on which the row begins, from 1.
  std::size_t line() const { return row_line_; }
  /// Where a cell of the row begins. O(row).
  LineColumn PlaceOf(std::size_t cell) const;
  /// Where each cell of the row begins; valid until the next call. O(row).
  std::span<const LineColumn> Places();

 private:
  bool IsBreak(std::size_t at) const { return text_[at] == '\n' || text_[at] == '\r'; }
  bool AtCellEnd() const {
    return at_ == text_.size() || ends_cell_[static_cast<unsigned char>(text_[at_])];
  }
  void TakeLineBreak();
  void ReadCell();
  void ReadQuoted();
  std::string_view Unquoted(std::string_view quoted);
  void Walk(std::size_t from, std::size_t to, LineColumn& place) const;
  LineColumn PlaceAt(std::size_t byte) const;

  std::string_view text_;
  char separator_;
  std::array<bool, 256> ends_cell_{};  // by byte
  std::size_t at_ = 0;
  std::size_t line_ = 1;  // of at_
  std::size_t row_begin_ = 0;
  std::size_t row_line_ = 1;
  std::vector<std::string_view> cells_;
  std::vector<std::size_t> begins_;   // by cell: its first byte, a quote counts
  std::vector<LineColumn> places_;    // what `Places` gave
  std::deque<std::string> unquoted_;  // values with "" in them; the first so many are in use
  std::size_t unquoted_used_ = 0;
};

/// One cell of a table.
struct CsvCell {
  std::string value;       ///< Without the quotes around it.
  std::size_t line = 1;    ///< Where it begins in the file, from 1.
  std::size_t column = 1;  ///< In code points, from 1.
};

/// Reads the rows that `CsvScanner` finds as cells of their own, each with its place.
class CsvReader {
 public:
  /// @param text, separator  as `CsvScanner`.
  CsvReader(std::string_view text, char separator) : scanner_(text, separator) {}

  /// The next row, or nothing at the end. O(row).
  /// @throws InputError  as `CsvScanner::Next`.
  std::optional<std::vector<CsvCell>> Next();

 private:
  CsvScanner scanner_;
};

/// A cell as it is written: quoted where it holds a separator, a quote or a line break.
std::string CsvEscape(std::string_view value, char separator = ',');

}  // namespace zhitu::extract
