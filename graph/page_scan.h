#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
  std::int64_t Integer(std::size_t column);
  /// The bytes of a text or blob, valid until the next call of `Next`; empty for NULL.
  /// @throws extract::InputError  if it is something else; else as `Next`.
  std::string_view Text(std::size_t column);
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

  bool Advance();
  void Descend(std::uint32_t number);
  std::size_t CountCells(const unsigned char* page, std::size_t header) const;
  void ReadCell(const unsigned char* page, std::size_t header, std::size_t cell);
  void ReadColumns();
  const unsigned char* Value(std::size_t column);
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
  std::string_view local_;      // the part of the row that stands in its page
  std::size_t size_ = 0;        // of the whole row
  std::uint32_t overflow_ = 0;  // page on which the rest begins
  bool is_whole_ = false;
  std::string whole_;
  std::array<std::uint64_t, kMostColumns> types_{};
  std::array<std::size_t, kMostColumns + 1> begins_{};
};

}  // namespace zhitu::graph
