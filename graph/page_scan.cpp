#include "graph/page_scan.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace zhitu::graph {
namespace {

constexpr std::size_t kDeepest = 20;  // as SQLite itself; a tree of this depth has no limits
constexpr std::size_t kLeafHeader = 8;
constexpr std::size_t kInnerHeader = 12;
constexpr std::uint64_t kLargestRow = std::numeric_limits<std::int32_t>::max();

// Kinds of pages, the first byte of each.
constexpr unsigned char kInnerIndex = 2;
constexpr unsigned char kInnerTable = 5;
constexpr unsigned char kLeafIndex = 10;
constexpr unsigned char kLeafTable = 13;

std::size_t Big16(const unsigned char* at) { return (std::size_t{at[0]} << 8U) | at[1]; }

std::uint32_t Big32(const unsigned char* at) {
  std::uint32_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return __builtin_bswap32(value);
}

// A number of up to 8 bytes, the greatest first; the first byte has the sign.
std::int64_t Signed(const unsigned char* at, std::size_t bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) value = (value << 8U) | at[i];
  const std::size_t unused = 64 - 8 * bytes;
  return static_cast<std::int64_t>(value << unused) >> unused;
}

// Reads one varint of up to 9 bytes before `end`; moves `at` behind it. False if it ends too early.
bool ReadVarint(const unsigned char*& at, const unsigned char* end, std::uint64_t& value) {
  if (at < end && *at < 0x80U) {
    value = *at++;
    return true;
  }
  value = 0;
  for (int i = 0; i < 8; ++i) {
    if (at == end) return false;
    const unsigned char byte = *at++;
    value = (value << 7U) | (byte & 0x7FU);
    if (byte < 0x80U) return true;
  }
  if (at == end) return false;
  value = (value << 8U) | *at++;
  return true;
}

// Bytes that a value of this serial type has.
std::uint64_t BytesOf(std::uint64_t type) {
  constexpr unsigned char kFixed[12] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
  return type < 12 ? kFixed[type] : (type - 12) / 2;
}

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

PageScan::PageScan(const PageFile& file, std::uint32_t root, Kind kind, std::size_t columns)
    : file_(file),
      kind_(kind),
      columns_(columns),
      pages_(file),
      overflow_pages_(file),
      root_(root) {
  if (columns > kMostColumns) throw std::invalid_argument("too many columns");
  file.RefuseLog();
}

bool PageScan::Next() {
  if (root_ != 0) {
    Descend(root_);
    root_ = 0;
  }
  while (cell_ == cells_) {
    if (levels_.empty()) return false;
    if (Advance()) return true;
  }
  ReadCell(leaf_, kLeafHeader, cell_++);
  return true;
}

// Goes on in the innermost page that is not a leaf. True if that gave a row: a cell of an index.
bool PageScan::Advance() {
  Level& level = levels_.back();
  const unsigned char* const page = level.page.data();
  if (level.passed) {
    level.passed = false;
    if (kind_ == Kind::kIndex) {
      ReadCell(page, kInnerHeader, level.next - 1);
      return true;
    }
  }
  if (level.next > level.cells) {
    levels_.pop_back();
    return false;
  }
  const std::size_t child = level.next++;
  level.passed = child < level.cells;
  if (child == level.cells) {
    Descend(Big32(page + 8));
    return false;
  }
  const std::size_t place = Big16(page + kInnerHeader + 2 * child);
  if (place + 4 > file_.usable_bytes()) file_.Damaged("a page cannot be read");
  Descend(Big32(page + place));
  return false;
}

void PageScan::Descend(std::uint32_t number) {
  if (number == 1) file_.Damaged("a page cannot be read");  // it begins otherwise
  CountVisit();
  leaf_ = nullptr;
  cell_ = cells_ = 0;
  const unsigned char* const page = pages_.Page(number);
  const bool table = kind_ == Kind::kTable;
  if (page[0] == (table ? kLeafTable : kLeafIndex)) {
    cells_ = CountCells(page, kLeafHeader);
    leaf_ = page;
  } else if (page[0] == (table ? kInnerTable : kInnerIndex) && levels_.size() < kDeepest) {
    const std::size_t cells = CountCells(page, kInnerHeader);
    levels_.push_back({{page, page + file_.usable_bytes()}, cells});
  } else {
    file_.Damaged("a page cannot be read");
  }
}

std::size_t PageScan::CountCells(const unsigned char* page, std::size_t header) const {
  const std::size_t cells = Big16(page + 3);
  if (header + 2 * cells > file_.usable_bytes()) file_.Damaged("a page cannot be read");
  return cells;
}

void PageScan::ReadCell(const unsigned char* page, std::size_t header, std::size_t cell) {
  const std::size_t usable = file_.usable_bytes();
  const unsigned char* const end = page + usable;
  const unsigned char* at = page + std::min(Big16(page + header + 2 * cell), usable);
  if (header == kInnerHeader) at += std::min<std::ptrdiff_t>(4, end - at);  // the child's number
  std::uint64_t size = 0;
  std::uint64_t number = 0;
  bool good = ReadVarint(at, end, size) && size <= kLargestRow;
  const bool table = kind_ == Kind::kTable;
  if (table) {
    good = good && ReadVarint(at, end, number);
    const auto row = static_cast<std::int64_t>(number);
    good = good && (first_row_ || row > row_number_);
    first_row_ = false;
    row_number_ = row;
  }
  const std::size_t most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  std::size_t local = size;
  if (size > most) {
    const std::size_t least = (usable - 12) * 32 / 255 - 23;
    const std::size_t fitting = least + (size - least) % (usable - 4);
    local = fitting <= most ? fitting : least;
  }
  const std::size_t behind = size > local ? 4 : 0;  // where the rest begins
  if (!good || local + behind > static_cast<std::size_t>(end - at)) {
    file_.Damaged("a row cannot be read");
  }
  local_ = {reinterpret_cast<const char*>(at), local};
  size_ = size;
  overflow_ = behind > 0 ? Big32(at + local) : 0;
  is_whole_ = false;
  ReadColumns();
}

// Section 2.1: the size of the header and the types of the columns, then their values.
void PageScan::ReadColumns() {
  const unsigned char* at = Bytes(local_);
  std::uint64_t header = 0;
  if (!ReadVarint(at, at + local_.size(), header) || header > size_) {
    file_.Damaged("a row cannot be read");
  }
  if (header > local_.size()) {
    const auto done = at - Bytes(local_);
    ReadWhole();
    at = Bytes(whole_) + done;
  }
  const unsigned char* const end = Bytes(is_whole_ ? whole_ : local_) + header;
  if (at > end) file_.Damaged("a row cannot be read");
  std::size_t begin = header;
  begins_[0] = begin;
  for (std::size_t i = 0; i < columns_; ++i) {
    std::uint64_t type = 0;
    if (at < end && !ReadVarint(at, end, type)) file_.Damaged("a row cannot be read");
    const std::uint64_t bytes = BytesOf(type);
    if (bytes > size_ - begin) file_.Damaged("a row cannot be read");
    types_[i] = type;
    begin += bytes;
    begins_[i + 1] = begin;
  }
}

// Puts a row together whose end stands on pages of its own. Each page counts as a visit, so that no
// chain of them is followed for ever.
void PageScan::ReadWhole() {
  whole_.assign(local_);
  std::uint32_t number = overflow_;
  while (whole_.size() < size_) {
    CountVisit();
    const auto* const page = reinterpret_cast<const char*>(overflow_pages_.Page(number));
    whole_.append(page + 4, std::min(file_.usable_bytes() - 4, size_ - whole_.size()));
    number = Big32(reinterpret_cast<const unsigned char*>(page));
  }
  is_whole_ = true;
}

void PageScan::CountVisit() {
  if (++visits_ > file_.page_count()) file_.Damaged("its pages form a ring");
}

// The first byte of a column's value; all of it is in memory.
const unsigned char* PageScan::Value(std::size_t column) {
  if (!is_whole_ && begins_[column + 1] > local_.size()) ReadWhole();
  return Bytes(is_whole_ ? whole_ : local_) + begins_[column];
}

std::int64_t PageScan::Integer(std::size_t column) {
  const std::uint64_t type = types_[column];
  if (type == 0 || type == 8) return 0;
  if (type == 9) return 1;
  if (type > 6) file_.Damaged("a number is missing");
  return Signed(Value(column), begins_[column + 1] - begins_[column]);
}

std::string_view PageScan::Text(std::size_t column) {
  const std::uint64_t type = types_[column];
  if (type == 0) return {};
  if (type < 12) file_.Damaged("a text is missing");
  const auto* const value = reinterpret_cast<const char*>(Value(column));
  return {value, begins_[column + 1] - begins_[column]};
}

}  // namespace zhitu::graph
