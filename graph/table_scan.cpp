#include "graph/table_scan.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace zhitu::graph {
namespace {

// A column of a table, in the order in which the table's rows have them.
struct StoredColumn {
  std::int64_t key = 0;  // place in the primary key, from 1; 0: none
  std::string name;
  bool is_row_number = false;
};

// What only later versions of SQLite write, or other programs, is not read: columns that are
// computed, for one.
std::vector<StoredColumn> ColumnsOf(const Database& database, const PageFile& file,
                                    std::string_view table, bool with_row_numbers) {
  std::vector<StoredColumn> columns;
  Statement rows = database.Prepare("SELECT pk, name, type, hidden FROM pragma_table_xinfo(?)");
  rows.Bind(table);
  while (rows.Step()) {
    if (rows.Integer(3) != 0) file.Damaged("a table has other columns");
    const bool is_row_number =
        with_row_numbers && rows.Integer(0) != 0 && rows.Text(2) == "INTEGER";
    columns.push_back({rows.Integer(0), std::string(rows.Text(1)), is_row_number});
  }
  if (with_row_numbers) return columns;
  // The primary key comes first.
  std::stable_sort(columns.begin(), columns.end(),
                   [](const StoredColumn& a, const StoredColumn& b) {
                     return std::pair(a.key == 0, a.key) < std::pair(b.key == 0, b.key);
                   });
  return columns;
}

// The first byte of its first page tells what a b-tree holds.
PageScan::Kind KindOf(const PageFile& file, std::uint32_t root) {
  constexpr unsigned char kOfTables = 1;  // bit of the two kinds of pages that tables have
  return (*PageWindow(file).Page(root) & kOfTables) != 0 ? PageScan::Kind::kTable
                                                         : PageScan::Kind::kIndex;
}

}  // namespace

TableScan::TableScan(const Database& database, const PageFile& file, std::string_view table,
                     std::initializer_list<std::string_view> columns)
    : TableScan(file, LayoutOf(database, file, table, columns)) {}

TableScan::Layout TableScan::LayoutOf(const Database& database, const PageFile& file,
                                      std::string_view table,
                                      std::initializer_list<std::string_view> columns) {
  Layout layout;
  layout.root = RootPage(database, file, table);
  layout.kind = KindOf(file, layout.root);
  const bool with_row_numbers = layout.kind == PageScan::Kind::kTable;
  const std::vector<StoredColumn> stored = ColumnsOf(database, file, table, with_row_numbers);
  std::size_t wanted = 0;
  for (const std::string_view column : columns) {
    const auto found = std::ranges::find(stored, column, &StoredColumn::name);
    const auto place = static_cast<std::size_t>(found - stored.begin());
    if (found == stored.end() || place >= PageScan::kMostColumns) {
      file.Damaged("a column is missing");
    }
    layout.places.at(wanted++) = found->is_row_number ? kRowNumber : place;
    if (!found->is_row_number) layout.columns = std::max(layout.columns, place + 1);
  }
  return layout;
}

std::uint32_t RootPage(const Database& database, const PageFile& file, std::string_view name) {
  Statement query = database.Prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?");
  if (!query.Bind(name).Step()) file.Damaged("a table is missing");
  const std::int64_t root = query.Integer(0);
  if (root < 2 || root > file.page_count()) file.Damaged("a table is missing");
  return static_cast<std::uint32_t>(root);
}

}  // namespace zhitu::graph
