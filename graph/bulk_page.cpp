// A b-tree page: https://www.sqlite.org/fileformat2.html, section 1.6. Behind the header stand two
// bytes a cell, which tell where it begins, in the order of the keys; the cells fill the page from
// its end downwards.
#include "graph/bulk_page.h"

#include <cassert>
#include <cstring>

#include "graph/sqlite_record.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kLeafHeader = 8;
constexpr std::size_t kInteriorHeader = 12;  // the rightmost child comes on top
constexpr std::size_t kCellsAt = 3;
constexpr std::size_t kContentAt = 5;
constexpr std::size_t kRightmostAt = 8;
constexpr std::size_t kPointer = 2;
[[maybe_unused]] constexpr std::size_t kSmallestCell = 4;  // a freed one must hold a list of such

bool IsLeaf(PageKind kind) { return kind == PageKind::kIndexLeaf || kind == PageKind::kTableLeaf; }

void PutBig16(std::size_t value, char* out) {
  out[0] = static_cast<char>((value >> 8U) & 0xFFU);
  out[1] = static_cast<char>(value & 0xFFU);
}

std::size_t GetBig16(const char* bytes) {
  return static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8U |
         static_cast<unsigned char>(bytes[1]);
}

}  // namespace

BulkPage::BulkPage(PageKind kind, std::size_t page_bytes, std::size_t usable_bytes)
    : bytes_(page_bytes, '\0'),
      header_bytes_(IsLeaf(kind) ? kLeafHeader : kInteriorHeader),
      usable_bytes_(usable_bytes),
      content_(usable_bytes) {
  bytes_[0] = static_cast<char>(kind);
}

bool BulkPage::Fits(std::size_t bytes) const {
  return PointersEnd() + kPointer + bytes <= content_;
}

char* BulkPage::Add(std::size_t bytes) {
  assert(bytes >= kSmallestCell && Fits(bytes));
  content_ -= bytes;
  PutBig16(content_, bytes_.data() + PointersEnd());
  ++cells_;
  return bytes_.data() + content_;
}

std::string_view BulkPage::Last() const {
  assert(cells_ > 0);
  const std::size_t end =
      cells_ == 1 ? usable_bytes_ : GetBig16(bytes_.data() + PointersEnd() - 2 * kPointer);
  return std::string_view(bytes_).substr(content_, end - content_);
}

void BulkPage::RemoveLast() {
  content_ += Last().size();
  --cells_;
}

void BulkPage::SetRightmost(std::uint32_t page) { PutBig32(page, bytes_.data() + kRightmostAt); }

std::string_view BulkPage::Bytes() {
  PutBig16(cells_, bytes_.data() + kCellsAt);
  PutBig16(content_, bytes_.data() + kContentAt);  // 65536 is told as 0
  std::memset(bytes_.data() + PointersEnd(), 0, content_ - PointersEnd());
  return bytes_;
}

void BulkPage::Clear() {
  cells_ = 0;
  content_ = usable_bytes_;
}

}  // namespace zhitu::graph
