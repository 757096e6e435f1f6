#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "graph/page_file.h"

namespace zhitu::graph {

/// All rows of one b-tree of an SQLite file in the order of its keys, read straight from the pages
/// (https://www.sqlite.org/fileformat2.html, sections 1.5 to 2). Nothing is assumed of the bytes:
/// what does not fit the format is an `extract::InputError` that calls the file damaged, and no
/// page is visited more often than the file has pages. One thread.
class PageScan {
 public:
  /// What a b-tree holds.
  enum class Kind {
    kTable,  ///< A table with row numbers.
    kIndex,  ///< An index, or a table WITHOUT ROWID: records in the order of their columns.
  };
  /// The columns of a row that can be asked for.
  static constexpr std::size_t kMostColumns = 16;

  /// @param file     must live longer.
  /// @param root     number of the b-tree's first page.
  /// @param columns  the so many first columns of a row are read; at most `kMostColumns`.
  PageScan(const PageFile& file, std::uint32_t root, Kind kind, std::size_t columns);

  /// Goes to the next row; false when there is none.
  /// @throws extract::InputError, extract::IoError.
  bool Next();
  /// The row's number, greater than that of the row before; 0 in an index.
  std::int64_t row_number() const { return row_number_; }
  /// A whole number; 0 for NULL, and for a column that the row does not have.
  /// @throws extract::InputError  if it is something else; else as `Next`.
  std::int64_t Integer(std::size_t column) {
    const std::uint8_t type = types_[column];
    if (type < 1 || type > 6) return Constant(type);
    std::uint64_t value = 0;  // the first bytes are the number's, the greatest first
    std::memcpy(&value, Value(column), sizeof value);
    const std::uint32_t unused = 64 - 8 * (begins_[column + 1] - begins_[column]);
    return static_cast<std::int64_t>(__builtin_bswap64(value)) >> unused;
  }
  /// The bytes of a text or blob, valid until the next call of `Next`; empty for NULL.
  /// @throws extract::InputError  if it is something else; else as `Next`.
  std::string_view Text(std::size_t column) {
    if (types_[column] != kText) return NoText(types_[column]);
    return {Value(column), begins_[column + 1] - begins_[column]};
  }
  /// True for NULL, and for a column that the row does not have.
  bool IsNull(std::size_t column) const { return types_[column] == 0; }

 private:
  // An inner page that the scan is inside of.
  struct Level {
    std::vector<unsigned char> page;
    std::size_t cells = 0;
    std::size_t next = 0;  // child to go to next; `cells` is the last one, at the right
    bool passed = false;   // its cell before `next` is due
  };

  static constexpr std::uint8_t kText = 12;  // all serial types of texts and blobs

  bool Advance();
  void Descend(std::uint32_t number);
  std::size_t CountCells(const unsigned char* page, std::size_t header) const;
  void ReadCell(const unsigned char* page, std::size_t header, std::size_t cell);
  void ReadColumns();
  bool ReadShortColumns(const unsigned char* at, const unsigned char* end);
  void ReadLongColumns(const unsigned char* at, const unsigned char* end);
  std::int64_t Constant(std::uint8_t type) const;
  std::string_view NoText(std::uint8_t type) const;
  // The first byte of a value, all of which is in memory, and some bytes more.
  const char* Value(std::size_t column) {
    if (begins_[column + 1] > here_) ReadWhole();
    return row_ + begins_[column];
  }
  void ReadWhole();
  void CountVisit();

  const PageFile& file_;
  Kind kind_;
  std::size_t columns_;
  PageWindow pages_;
  PageWindow overflow_pages_;
  std::uint64_t visits_ = 0;
  std::uint32_t root_;
  std::vector<Level> levels_;
  const unsigned char* leaf_ = nullptr;
  std::size_t cell_ = 0;   // next one in leaf_
  std::size_t cells_ = 0;  // of leaf_
  bool first_row_ = true;
  std::int64_t row_number_ = 0;
  const char* row_ = nullptr;                       // its first byte
  std::uint32_t here_ = 0;                          // bytes of the row that follow there
  std::uint32_t size_ = 0;                          // of the whole row
  std::uint32_t overflow_ = 0;                      // page on which the rest begins
  std::string whole_;                               // a row put together
  std::array<std::uint8_t, kMostColumns> types_{};  // serial types, at most kText
  std::array<std::uint32_t, kMostColumns + 1> begins_{};
};

}  // namespace zhitu::graph
