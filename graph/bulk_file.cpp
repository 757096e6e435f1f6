// The file as a whole: https://www.sqlite.org/fileformat2.html, sections 1.3 (header), 1.4 (the
// page that is locked) and 1.6 (overflow pages, last paragraphs).
#include "graph/bulk_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"
#include "graph/raw_file.h"
#include "graph/sqlite_record.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kPageSizeAt = 16;  // two bytes; 1 is 65536
constexpr std::size_t kReservedAt = 20;
constexpr std::size_t kChangesAt = 24;
constexpr std::size_t kPagesAt = 28;
constexpr std::size_t kPagesValidAt = 92;  // the number of pages counts if this is as the changes
constexpr std::uint32_t kLastPage = 0xFFFFFFFEU;
constexpr std::size_t kLockedByte = std::size_t{1} << 30U;

}  // namespace

std::uint32_t NextPage(std::uint32_t number, std::size_t page_bytes) {
  const auto locked = static_cast<std::uint32_t>(kLockedByte / page_bytes + 1);
  return number + 1 == locked ? number + 2 : number + 1;
}

BulkFile::BulkFile(int descriptor, std::string shown, std::size_t threads)
    : descriptor_(descriptor),
      shown_(std::move(shown)),
      behind_([this](std::string& bytes) { Write(bytes); }, threads > 1) {
  std::array<char, kHeaderBytes> header{};
  ReadAt(descriptor_, 0, header.data(), header.size(), shown_);
  const std::size_t small = GetBig32(header.data() + kPageSizeAt) >> 16U;
  page_bytes_ = small == 1 ? 65536 : small;
  usable_bytes_ = page_bytes_ - static_cast<unsigned char>(header[kReservedAt]);
  last_ = GetBig32(header.data() + kPagesAt);
  written_ = std::uint64_t{last_} * page_bytes_;
  buffer_.reserve(kBufferBytes);
}

std::uint32_t BulkFile::Number() {
  if (last_ >= kLastPage - 1) {
    throw extract::LimitError(extract::Printable(shown_) +
                              ": a graph file has no room for more than 2^32 pages");
  }
  const std::uint32_t number = NextPage(last_, page_bytes_);
  if (number != last_ + 1) Put({}, page_bytes_);
  last_ = number;
  return number;
}

std::uint32_t BulkFile::Append(std::string_view page) {
  const std::uint32_t number = Number();
  Put(page, 0);
  return number;
}

std::uint32_t BulkFile::AppendChain(std::string_view bytes) {
  const std::size_t room = usable_bytes_ - 4;
  const std::uint32_t first = NextPage(last_, page_bytes_);
  while (!bytes.empty()) {
    const std::uint32_t number = Number();
    const std::string_view piece = bytes.substr(0, room);
    bytes.remove_prefix(piece.size());
    std::array<char, 4> next{};
    if (!bytes.empty()) PutBig32(NextPage(number, page_bytes_), next.data());
    Put({next.data(), next.size()}, 0);
    Put(piece, page_bytes_ - next.size() - piece.size());
  }
  return first;
}

void BulkFile::Put(std::string_view bytes, std::size_t zeros) {
  if (buffer_.size() + bytes.size() + zeros > kBufferBytes) behind_.Take(buffer_);
  buffer_.append(bytes);
  buffer_.append(zeros, '\0');
}

void BulkFile::Write(std::string& bytes) {
  WriteAt(descriptor_, written_, bytes, shown_);
  write_back_.Add(descriptor_, written_, bytes.size());
  written_ += bytes.size();
  bytes.clear();
}

void BulkFile::Overwrite(std::uint32_t number, std::string_view page) {
  WriteAt(descriptor_, (std::uint64_t{number} - 1) * page_bytes_, page, shown_);
}

void BulkFile::Finish() {
  behind_.Take(buffer_);
  behind_.Finish();
  std::array<char, 4> bytes{};
  PutBig32(last_, bytes.data());
  WriteAt(descriptor_, kPagesAt, {bytes.data(), bytes.size()}, shown_);
  ReadAt(descriptor_, kChangesAt, bytes.data(), bytes.size(), shown_);
  WriteAt(descriptor_, kPagesValidAt, {bytes.data(), bytes.size()}, shown_);
}

}  // namespace zhitu::graph
