#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhitu::graph {

/// What a page of a b-tree holds: the first byte of its header.
enum class PageKind : unsigned char {
  kIndexInterior = 2,
  kTableInterior = 5,
  kIndexLeaf = 10,
  kTableLeaf = 13
};

/// A b-tree page of SQLite that is being filled: cells are added in the order of their keys. Not
/// for the first page of a file. One thread.
class BulkPage {
 public:
  /// An empty page. @param usable_bytes  all but what SQLite reserves at the end.
  BulkPage(PageKind kind, std::size_t page_bytes, std::size_t usable_bytes);

  /// True if a cell of `bytes` can still be added.
  bool Fits(std::size_t bytes) const;
  /// Makes room for a cell behind all others. It must fit and have at least four bytes, as any has
  /// with a record of two columns. @return where its bytes belong.
  char* Add(std::size_t bytes);
  /// The last cell; valid until the page changes. There must be one.
  std::string_view Last() const;
  /// Takes the last cell away.
  void RemoveLast();
  /// Tells an interior page its rightmost child.
  void SetRightmost(std::uint32_t page);
  /// The bytes of the page; valid until it changes.
  std::string_view Bytes();
  /// Makes it empty again, of the same kind.
  void Clear();

 private:
  std::size_t PointersEnd() const { return header_bytes_ + 2 * cells_; }

  std::string bytes_;
  std::size_t header_bytes_;
  std::size_t usable_bytes_;
  std::size_t cells_ = 0;
  std::size_t content_;  // begin of the last cell; cells grow downwards
};

}  // namespace zhitu::graph
