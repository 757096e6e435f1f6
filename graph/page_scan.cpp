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

// Bytes that a value of this serial type has; section 2.1.
constexpr std::uint64_t BytesOf(std::uint64_t type) {
  constexpr unsigned char kFixed[12] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
  return type < 12 ? kFixed[type] : (type - 12) / 2;
}

// The same of those types that are one byte.
constexpr std::array<std::uint8_t, 128> MakeShortSizes() {
  std::array<std::uint8_t, 128> sizes{};
  for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = static_cast<std::uint8_t>(BytesOf(i));
  return sizes;
}
constexpr std::array<std::uint8_t, 128> kShortSizes = MakeShortSizes();

const unsigned char* Bytes(const char* text) {
  return reinterpret_cast<const unsigned char*>(text);
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
    levels_.push_back({{page, page + file_.page_bytes() + PageWindow::kSlack}, cells});
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
  row_ = reinterpret_cast<const char*>(at);
  here_ = static_cast<std::uint32_t>(local);
  size_ = static_cast<std::uint32_t>(size);
  overflow_ = behind > 0 ? Big32(at + local) : 0;
  ReadColumns();
}

// The size of the header and the types of the columns, then their values.
void PageScan::ReadColumns() {
  const unsigned char* at = Bytes(row_);
  std::uint64_t header = 0;
  if (!ReadVarint(at, at + here_, header) || header > size_) file_.Damaged("a row cannot be read");
  if (header > here_) {
    const auto done = at - Bytes(row_);
    ReadWhole();
    at = Bytes(row_) + done;
  }
  const unsigned char* const end = Bytes(row_) + header;
  if (at > end) file_.Damaged("a row cannot be read");
  begins_[0] = static_cast<std::uint32_t>(header);
  if (!ReadShortColumns(at, end)) ReadLongColumns(at, end);
}

// Reads the columns if each type is one byte, as almost always.
bool PageScan::ReadShortColumns(const unsigned char* at, const unsigned char* end) {
  if (static_cast<std::size_t>(end - at) < columns_) return false;
  std::uint32_t begin = begins_[0];
  unsigned char all = 0;
  for (std::size_t i = 0; i < columns_; ++i) {
    const unsigned char type = at[i];
    all |= type;
    types_[i] = std::min(type, kText);
    begin += kShortSizes[type & 0x7FU];
    begins_[i + 1] = begin;
  }
  return all < 0x80U && begin <= size_;
}

void PageScan::ReadLongColumns(const unsigned char* at, const unsigned char* end) {
  for (std::size_t i = 0; i < columns_; ++i) {
    std::uint64_t type = 0;
    if (at < end && !ReadVarint(at, end, type)) file_.Damaged("a row cannot be read");
    const std::uint64_t bytes = BytesOf(type);
    if (bytes > size_ - begins_[i]) file_.Damaged("a row cannot be read");
    types_[i] = static_cast<std::uint8_t>(std::min<std::uint64_t>(type, kText));
    begins_[i + 1] = begins_[i] + static_cast<std::uint32_t>(bytes);
  }
}

// Puts a row together whose end stands on pages of its own. Each page counts as a visit, so that no
// chain of them is followed for ever.
void PageScan::ReadWhole() {
  whole_.assign(row_, here_);
  std::uint32_t number = overflow_;
  while (whole_.size() < size_) {
    CountVisit();
    const auto* const page = reinterpret_cast<const char*>(overflow_pages_.Page(number));
    whole_.append(page + 4, std::min(file_.usable_bytes() - 4, size_ - whole_.size()));
    number = Big32(Bytes(page));
  }
  whole_.append(PageWindow::kSlack, '\0');
  row_ = whole_.data();
  here_ = size_;
}

void PageScan::CountVisit() {
  if (++visits_ > file_.page_count()) file_.Damaged("its pages form a ring");
}

// Of a type that has no bytes.
std::int64_t PageScan::Constant(std::uint8_t type) const {
  if (type != 0 && type != 8 && type != 9) file_.Damaged("a number is missing");
  return type == 9 ? 1 : 0;
}

std::string_view PageScan::NoText(std::uint8_t type) const {
  if (type != 0) file_.Damaged("a text is missing");
  return {};
}

}  // namespace zhitu::graph
