#include "graph/code_point_table.h"

#include <cstring>

#include "extract/utf8.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr std::size_t kBlock = 8 * kWord;
constexpr std::size_t kKept = std::size_t{1} << 17U;  // blocks whose memory is kept
constexpr std::uint64_t kOnes = 0x0101010101010101U;

std::uint64_t Word(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, kWord);
  return word;
}

// One in each byte that continues a code point: the first bit is set, the second is not.
std::uint64_t Continuing(std::uint64_t word) { return (word >> 7U) & ~(word >> 6U) & kOnes; }

// The sum of the bytes, below 256.
std::size_t Sum(std::uint64_t bytes) { return (bytes * kOnes) >> 56U; }

std::size_t CountInBlock(const char* block) {
  std::uint64_t continuing = 0;
  for (std::size_t at = 0; at < kBlock; at += kWord) continuing += Continuing(Word(block + at));
  return kBlock - Sum(continuing);
}

}  // namespace

void CodePointTable::Read(std::string_view text) {
  text_ = text;
  if (before_.capacity() > kKept) before_ = {};
  before_.resize(text.size() / kBlock + 1);
  std::uint64_t code_points = 0;
  for (std::size_t i = 0; i + 1 < before_.size(); ++i) {
    before_[i] = code_points;
    code_points += CountInBlock(text.data() + i * kBlock);
  }
  before_.back() = code_points;
}

std::size_t CodePointTable::At(std::size_t offset) const {
  const std::size_t block = offset / kBlock;
  std::size_t at = block * kBlock;
  std::uint64_t continuing = 0;
  for (; at + kWord <= offset; at += kWord) continuing += Continuing(Word(text_.data() + at));
  const std::size_t rest = offset - at;
  if (rest > 0 && offset >= kWord) {  // the last bytes of the word that ends at the offset
    continuing += Continuing(Word(text_.data() + offset - kWord) >> (8 * (kWord - rest)));
  } else {
    for (; at < offset; ++at) continuing += extract::IsLeadByte(text_[at]) ? 0U : 1U;
  }
  return before_[block] + (offset - block * kBlock) - Sum(continuing);
}

}  // namespace zhitu::graph
