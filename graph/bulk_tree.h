#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/bulk_file.h"
#include "graph/bulk_page.h"

namespace zhitu::graph {

/// One b-tree of an SQLite file, table or index, that is built from rows in the order of their
/// keys. Pages are full but for the last of each level. Holds one page a level; O(bytes) in all.
/// One thread.
class BulkTree {
 public:
  /// What a tree holds.
  enum class Kind {
    kTable,  ///< A table with rowids.
    kIndex   ///< An index, or a table WITHOUT ROWID.
  };

  /// An empty tree. @param file  must live longer. @param root  page that the schema names.
  BulkTree(BulkFile& file, Kind kind, std::uint32_t root);

  /// Adds a row of a table, which has two columns at least. @param rowid  greater than all before.
  /// @throws extract::IoError, extract::LimitError  as `BulkFile`.
  void AddRow(std::int64_t rowid, std::string_view record);
  /// Adds a row of an index, which has two columns at least. Its key is greater than all before.
  /// @throws extract::IoError, extract::LimitError  as `BulkFile`.
  void AddKey(std::string_view record);
  /// Writes what is still open, and the root in its place. Nothing may be added after.
  /// @throws extract::IoError, extract::LimitError  as `BulkFile`.
  void Finish();

 private:
  std::size_t LocalBytes(std::size_t record) const;
  void AddCell(std::string_view head, std::string_view record);
  void CloseLeaf();
  void AddDivider(std::uint32_t child, std::string_view key);

  BulkFile& file_;
  Kind kind_;
  std::uint32_t root_;
  std::size_t most_local_;        // bytes of a record that may stand in its cell
  std::vector<BulkPage> levels_;  // the open page of each, the leaf first
  std::int64_t last_rowid_ = 0;
};

}  // namespace zhitu::graph
