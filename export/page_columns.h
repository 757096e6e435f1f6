#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::xport {

/// Appends a JSON string that may stand inside a `<script>` element, whatever it holds: `<` is
/// written as `\u003c`. O(n).
void AppendPageString(std::string& out, std::string_view value);

/// One column of a table in a page: a JSON array, left out where all its values are the usual one.
/// One thread.
class PageColumn {
 public:
  /// @param name   its key: letters.
  /// @param usual  the value that need not be told, as JSON.
  PageColumn(std::string_view name, std::string_view usual);

  /// Appends a string.
  void Text(std::string_view value);
  /// Appends a whole number.
  void Integer(std::int64_t value);
  /// Appends a number as `NumberText` writes it.
  void Number(double value);
  /// Appends a value that is JSON already, without `<`.
  void Raw(std::string_view json);

 private:
  friend class PageTable;

  std::string_view name_;
  std::string_view usual_;
  bool unusual_ = false;
  std::string values_;  // each behind a comma
};

/// A part of a table, column by column, so that a browser reads it at once into arrays.
class PageTable {
 public:
  /// What a column is; the texts must outlive the table.
  struct Heading {
    std::string_view name;   ///< Key of the column.
    std::string_view usual;  ///< The value that need not be told, as JSON.
  };
  /// An empty table with these columns.
  explicit PageTable(std::initializer_list<Heading> headings);

  /// A column by its place.
  PageColumn& operator[](std::size_t column) { return columns_[column]; }
  /// Ends a row, once each column has got a value.
  void EndRow() { ++rows_; }
  /// Rows so far.
  std::size_t rows() const { return rows_; }
  /// Bytes so far, of the values.
  std::size_t bytes() const;
  /// Gives `{"rows":2,"name":["a","b"]}` and starts over.
  std::string Take();

 private:
  std::vector<PageColumn> columns_;
  std::size_t rows_ = 0;
};

}  // namespace zhitu::xport
