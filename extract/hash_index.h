#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "extract/flat_array.h"

namespace zhitu::extract {

/// Mixes a number so that each of its bits decides all of the result's. A bijection (Stafford's
/// variant 13 of MurmurHash3's finalizer).
constexpr std::uint64_t MixBits(std::uint64_t value) {
  value ^= value >> 30U;
  value *= 0xBF58476D1CE4E5B9U;
  value ^= value >> 27U;
  value *= 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

/// One mixed number of two, in this order.
constexpr std::uint64_t MixBits(std::uint64_t first, std::uint64_t second) {
  return MixBits(first * 0x9E3779B97F4A7C15U + second + 0x632BE59BD9B4E019U);
}

/// The keys that come so many times at least, ascending, each once. O(n log n).
std::vector<std::uint64_t> FrequentKeys(std::vector<std::uint64_t> keys, std::uint32_t least);

/// Numbers mixed keys from 0 on, in the order of the keys. Keys lie in lines of seven, mostly half
/// full, so that a look-up reads one piece of a cache line and goes on to the next only behind a
/// full one. Of a key only the upper bits, as its line, and 31 others are kept: an unknown key
/// passes for a known one in some of a thousand million cases. Immutable; threads may share it.
/// Some 8 bytes a key.
class HashIndex {
 public:
  /// The number of an unknown key.
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  /// Keys of a line.
  static constexpr std::size_t kLine = 7;

  /// Some keys that follow each other.
  struct alignas(32) Line {
    std::uint32_t first = 0;                       ///< The number of its first key.
    std::array<std::uint32_t, kLine> checks = {};  ///< Bits of each key; 0 where there is none.
  };

  /// An index without keys.
  HashIndex() : HashIndex(std::span<const std::uint64_t>()) {}
  /// @param keys  mixed, ascending, each once; fewer than 2^32.
  explicit HashIndex(std::span<const std::uint64_t> keys);
  /// As `lines` of another gave them; call `IsSafe` before anything else.
  explicit HashIndex(FlatArray<Line> lines);

  /// True if no look-up reads outside of the lines, or gives a number that is not below the size.
  /// O(lines).
  bool IsSafe() const;
  /// How many keys there are.
  std::size_t size() const { return size_; }
  /// The number of a key, or `kNone`. O(1).
  std::uint32_t Find(std::uint64_t key) const {
    const std::uint32_t check = CheckOf(key);
    for (const Line* line = lines_.data() + HomeOf(key, homes_);; ++line) {
      unsigned found = 0;  // without branches: where a key stands is not foreseen
      for (unsigned i = 0; i < kLine; ++i) found |= line->checks[i] == check ? 1U << i : 0U;
      if (found != 0) return line->first + static_cast<std::uint32_t>(std::countr_zero(found));
      if (line->checks.back() == 0) return kNone;
    }
  }
  /// Asks for the memory that `Find` reads.
  void Prefetch(std::uint64_t key) const {
    __builtin_prefetch(lines_.data() + HomeOf(key, homes_));
  }

  /// The lines; the last one is not full, and no key begins its search there.
  const FlatArray<Line>& lines() const { return lines_; }

 private:
  static std::uint32_t CheckOf(std::uint64_t key) { return static_cast<std::uint32_t>(key) | 1U; }
  // The line at which the search begins; keys in order have lines in order.
  static std::size_t HomeOf(std::uint64_t key, std::uint64_t homes) {
    return static_cast<std::size_t>((key >> 32U) * homes >> 32U);
  }
  static std::vector<Line> LinesOf(std::span<const std::uint64_t> keys, std::size_t homes);

  FlatArray<Line> lines_;
  std::uint64_t homes_ = 0;
  std::size_t size_ = 0;
};

}  // namespace zhitu::extract
