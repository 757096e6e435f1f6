// Records of SQLite: https://www.sqlite.org/fileformat2.html, section 2.1. A record is a header and
// the values: the header tells its own size and a serial type a column, from which follows how many
// bytes the value has. Both are collected apart; the header is put before the values at the end.
#include "graph/sqlite_record.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::graph {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Serial types of what has any size.
constexpr std::uint64_t kBlob = 12;  // + twice the size
constexpr std::uint64_t kText = 13;  // + twice the size

}  // namespace

std::size_t PutLongVarint(std::uint64_t value, char* out) {
  if ((value >> 56U) != 0) {  // nine bytes, of which the last has eight bits
    out[8] = static_cast<char>(value & 0xFFU);
    value >>= 8U;
    for (int i = 7; i >= 0; --i, value >>= 7U) out[i] = static_cast<char>(0x80U | (value & 0x7FU));
    return kLongestVarint;
  }
  const auto bits = static_cast<std::size_t>(std::bit_width(value));
  const std::size_t size = (bits + 6) / 7;
  for (std::size_t i = size; i > 0; --i, value >>= 7U) {
    out[i - 1] = static_cast<char>((i == size ? 0U : 0x80U) | (value & 0x7FU));
  }
  return size;
}

void AppendKept(std::string_view text, std::string& out) {
  for (std::size_t nul = text.find('\0'); nul != std::string_view::npos; nul = text.find('\0')) {
    out += text.substr(0, nul);
    out += kReplacement;
    text.remove_prefix(nul + 1);
  }
  out += text;
}

Record::Record(std::string file) : file_(std::move(file)), buffer_(kHeaderRoom + kSpare, '\0') {}

void Record::Shrink() {
  buffer_.resize(kKept);
  buffer_.shrink_to_fit();
}

void Record::LongType(std::uint64_t type) {
  assert(types_end_ + kLongestVarint < kHeaderRoom);
  types_end_ += PutVarint(type, types_.data() + types_end_);
}

Record& Record::LongText(std::string_view text) {
  CheckSize(text.size());
  if (text.find('\0') != std::string_view::npos) {
    std::string kept;
    AppendKept(text, kept);
    return LongText(kept);
  }
  LongType(kText + 2 * std::uint64_t{text.size()});
  Append(text);
  return *this;
}

Record& Record::Blob(std::string_view bytes) {
  LongType(kBlob + 2 * std::uint64_t{bytes.size()});
  Append(bytes);
  return *this;
}

void Record::CheckSize(std::size_t bytes) const {
  if (bytes <= kMostBytes) return;
  throw extract::LimitError(extract::Printable(file_) +
                            ": a text or list of 1 GB or more does not fit into a graph file");
}

void Record::Append(std::string_view bytes) {
  if (bytes.empty()) return;  // and may have no address
  CheckSize(bytes.size());
  CheckSize(values_end_ + bytes.size());
  const std::size_t needed = values_end_ + bytes.size() + kSpare;
  if (needed > buffer_.size()) buffer_.resize(std::max(needed, buffer_.size() * 2));
  std::memcpy(buffer_.data() + values_end_, bytes.data(), bytes.size());
  values_end_ += bytes.size();
}

std::string_view Record::Bytes() {
  const std::size_t header = types_end_ + 1;
  char* begin = buffer_.data() + kHeaderRoom - header;
  *begin = static_cast<char>(header);
  std::memcpy(begin + 1, types_.data(), types_end_);
  return {begin, static_cast<std::size_t>(buffer_.data() + values_end_ - begin)};
}

}  // namespace zhitu::graph
