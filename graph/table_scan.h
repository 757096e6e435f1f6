#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "graph/database.h"
#include "graph/page_scan.h"

namespace zhitu::graph {

/// All rows of a table in the order of its primary key, as `SELECT ... ORDER BY` gives them, but
/// read straight from the pages. One thread.
class TableScan {
 public:
  /// @param database  an open graph file, which tells where the table lies and what its columns
  ///                  are; not needed afterwards.
  /// @param file      the same file; must live longer.
  /// @param table     a table with or without row numbers, not a view.
  /// @param columns   names of the columns that are wanted.
  /// @throws extract::InputError  if there is no such table or column; else as `Database`.
  TableScan(const Database& database, const PageFile& file, std::string_view table,
            std::initializer_list<std::string_view> columns);

  /// Goes to the next row; false when there is none. @throws as `PageScan::Next`.
  bool Next() { return rows_.Next(); }
  /// A whole number, of the columns that are wanted, counted from 0; 0 for NULL.
  /// @throws as `PageScan::Integer`.
  std::int64_t Integer(std::size_t column) {
    const std::size_t place = places_[column];
    return place == kRowNumber ? rows_.row_number() : rows_.Integer(place);
  }
  /// The bytes of a text or blob, valid until the next call of `Next`; empty for NULL.
  /// @throws as `PageScan::Text`.
  std::string_view Text(std::size_t column) { return rows_.Text(places_[column]); }
  /// True for NULL, of the columns that are wanted, counted from 0.
  bool IsNull(std::size_t column) const {
    const std::size_t place = places_[column];
    return place != kRowNumber && rows_.IsNull(place);
  }

 private:
  static constexpr std::size_t kRowNumber = PageScan::kMostColumns;
  // Where a table lies, and where in its rows the wanted columns stand.
  struct Layout {
    std::uint32_t root = 0;
    PageScan::Kind kind = PageScan::Kind::kTable;
    std::size_t columns = 0;
    std::array<std::size_t, PageScan::kMostColumns> places{};
  };

  TableScan(const PageFile& file, const Layout& layout)
      : rows_(file, layout.root, layout.kind, layout.columns), places_(layout.places) {}
  static Layout LayoutOf(const Database& database, const PageFile& file, std::string_view table,
                         std::initializer_list<std::string_view> columns);

  PageScan rows_;
  std::array<std::size_t, PageScan::kMostColumns> places_;
};

/// The page at which a table or index begins.
/// @throws extract::InputError  if there is none of the name; else as `Database`.
std::uint32_t RootPage(const Database& database, const PageFile& file, std::string_view name);

}  // namespace zhitu::graph
