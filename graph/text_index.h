#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/bulk_tree.h"
#include "graph/sqlite_record.h"

namespace zhitu::graph {

/// An index over one text column, with what tells the row behind it: entries are collected in any
/// order, sorted and written at the end. Holds the texts in one string. One thread.
class TextIndex {
 public:
  /// What tells the row behind a text: a rowid, or the primary key of two numbers.
  struct Row {
    std::int64_t number = 0;    ///< Rowid, or first number of the key.
    std::int64_t position = 0;  ///< Second number of the key; not written for a rowid.
  };
  /// Which of both rows have.
  enum class Key { kRowid, kTwoNumbers };

  /// An empty index.
  explicit TextIndex(Key key) : key_(key) {}

  /// Adds an entry. `text` is kept as `Record` keeps it.
  void Add(std::string_view text, const Row& row);
  /// Sorts what was added; nothing may be added after. O(n log n) comparisons.
  void Sort();
  /// Writes all in order of the bytes of the texts, then of the rows, and forgets them. Sorts if
  /// that was not done.
  /// @return false if a text stands in it twice.
  /// @throws extract::IoError, extract::LimitError  as `BulkTree`.
  bool Write(BulkTree& tree, Record& record);

 private:
  struct Entry {
    std::uint64_t prefix = 0;  // first eight bytes, which mostly decide
    std::size_t begin = 0;     // in texts_
    std::size_t size = 0;
    Row row;
  };

  std::string_view TextOf(const Entry& entry) const {
    return std::string_view(texts_).substr(entry.begin, entry.size);
  }
  bool IsLess(const Entry& a, const Entry& b) const;

  Key key_;
  std::string texts_;
  std::vector<Entry> entries_;
  bool is_sorted_ = false;
};

}  // namespace zhitu::graph
