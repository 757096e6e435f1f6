// B-trees of SQLite, built from below: https://www.sqlite.org/fileformat2.html, section 1.6.
//
// Rows come in the order of their keys, so each level has one open page. A page that is full is
// appended to the file, and its parent gets a cell with its number and a key that divides it from
// the next. In a table that key is the page's last rowid. In an index rows stand in interior pages
// too: the page's last cell itself moves up. Interior pages divide like those of an index in both:
// the last cell's child becomes the rightmost of its page, its key moves up. So no page is ever
// empty, for a page is closed only by a cell that opens the next.
#include "graph/bulk_tree.h"

#include <array>
#include <cassert>
#include <cstring>
#include <string>

#include "graph/sqlite_record.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kChild = 4;  // bytes of a page's number, which an interior cell begins with

PageKind LeafOf(BulkTree::Kind kind) {
  return kind == BulkTree::Kind::kTable ? PageKind::kTableLeaf : PageKind::kIndexLeaf;
}

PageKind InteriorOf(BulkTree::Kind kind) {
  return kind == BulkTree::Kind::kTable ? PageKind::kTableInterior : PageKind::kIndexInterior;
}

// The format's numbers for what stands in a cell: X of the section named above.
std::size_t MostLocal(BulkTree::Kind kind, std::size_t usable) {
  return kind == BulkTree::Kind::kTable ? usable - 35 : (usable - 12) * 64 / 255 - 23;
}

}  // namespace

BulkTree::BulkTree(BulkFile& file, Kind kind, std::uint32_t root)
    : file_(file), kind_(kind), root_(root), most_local_(MostLocal(kind, file.usable_bytes())) {
  levels_.emplace_back(LeafOf(kind), file.page_bytes(), file.usable_bytes());
}

// Of a record that is too long, so many bytes stay that the rest fills whole overflow pages, if
// they fit; else the fewest: M and K of the section named above.
std::size_t BulkTree::LocalBytes(std::size_t record) const {
  if (record <= most_local_) return record;
  const std::size_t usable = file_.usable_bytes();
  const std::size_t least = (usable - 12) * 32 / 255 - 23;
  const std::size_t filling = least + (record - least) % (usable - 4);
  return filling <= most_local_ ? filling : least;
}

void BulkTree::AddRow(std::int64_t rowid, std::string_view record) {
  assert(kind_ == Kind::kTable);
  std::array<char, 2 * kLongestVarint> head;  // NOLINT(*-member-init): written before it is read
  std::size_t size = PutVarint(record.size(), head.data());
  size += PutVarint(static_cast<std::uint64_t>(rowid), head.data() + size);
  AddCell({head.data(), size}, record);
  last_rowid_ = rowid;
}

void BulkTree::AddKey(std::string_view record) {
  assert(kind_ == Kind::kIndex);
  std::array<char, kLongestVarint> head;  // NOLINT(*-member-init): written before it is read
  const std::size_t size = PutVarint(record.size(), head.data());
  AddCell({head.data(), size}, record);
}

void BulkTree::AddCell(std::string_view head, std::string_view record) {
  const std::size_t local = LocalBytes(record.size());
  const bool overflows = local < record.size();
  const std::size_t bytes = head.size() + local + (overflows ? kChild : 0);
  if (!levels_.front().Fits(bytes)) CloseLeaf();
  char* cell = levels_.front().Add(bytes);
  std::memcpy(cell, head.data(), head.size());
  std::memcpy(cell + head.size(), record.data(), local);
  if (overflows) {
    PutBig32(file_.AppendChain(record.substr(local)), cell + head.size() + local);
  }
}

void BulkTree::CloseLeaf() {
  BulkPage& leaf = levels_.front();
  std::string key;
  if (kind_ == Kind::kTable) {
    key.resize(kLongestVarint);
    key.resize(PutVarint(static_cast<std::uint64_t>(last_rowid_), key.data()));
  } else {
    key = leaf.Last();
    leaf.RemoveLast();
  }
  const std::uint32_t number = file_.Append(leaf.Bytes());
  leaf.Clear();
  AddDivider(number, key);
}

// Adds a child and the key behind it to the level above the leaves, and to those above what that
// closes.
void BulkTree::AddDivider(std::uint32_t child, std::string_view key) {
  std::string above;
  for (std::size_t level = 1;; ++level) {
    if (level == levels_.size()) {
      levels_.emplace_back(InteriorOf(kind_), file_.page_bytes(), file_.usable_bytes());
    }
    BulkPage& page = levels_[level];
    std::uint32_t closed = 0;
    std::string last;
    if (!page.Fits(kChild + key.size())) {
      last = page.Last();
      page.RemoveLast();
      page.SetRightmost(GetBig32(last.data()));
      closed = file_.Append(page.Bytes());
      page.Clear();
    }
    char* cell = page.Add(kChild + key.size());
    PutBig32(child, cell);
    std::memcpy(cell + kChild, key.data(), key.size());
    if (closed == 0) return;
    child = closed;
    above = last.substr(kChild);
    key = above;
  }
}

void BulkTree::Finish() {
  std::uint32_t child = 0;
  for (std::size_t level = 0; level < levels_.size(); ++level) {
    BulkPage& page = levels_[level];
    if (level > 0) page.SetRightmost(child);
    if (level + 1 == levels_.size()) {
      file_.Overwrite(root_, page.Bytes());
    } else {
      child = file_.Append(page.Bytes());
    }
  }
  levels_.clear();
}

}  // namespace zhitu::graph
