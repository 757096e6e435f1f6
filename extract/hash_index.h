#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

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

/// Numbers mixed keys from 0 on, in the order of the keys. Of a key only the upper bits, as its
/// bucket, and the lower 32 are kept: an unknown key passes for a known one in some of a thousand
/// million cases. Immutable; threads may share it. Some 5 bytes a key.
class HashIndex {
 public:
  /// The number of an unknown key.
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  /// An index without keys.
  HashIndex() : HashIndex(std::span<const std::uint64_t>()) {}
  /// @param keys  mixed, ascending, each once; fewer than 2^32.
  explicit HashIndex(std::span<const std::uint64_t> keys);
  /// As `begins` and `checks` of another gave them. Empty `begins` stand for no keys; call
  /// `IsSafe` before anything else.
  HashIndex(FlatArray<std::uint32_t> begins, FlatArray<std::uint32_t> checks);

  /// True if no look-up reads outside of the arrays. O(buckets).
  bool IsSafe() const;
  /// How many keys there are.
  std::size_t size() const { return checks_.size(); }
  /// The number of a key, or `kNone`. O(1): one bucket of some four keys.
  std::uint32_t Find(std::uint64_t key) const {
    const std::size_t bucket = static_cast<std::size_t>(key >> shift_);
    const auto check = static_cast<std::uint32_t>(key);
    const std::uint32_t end = begins_.data()[bucket + 1];
    for (std::uint32_t i = begins_.data()[bucket]; i < end; ++i) {
      if (checks_.data()[i] == check) return i;
    }
    return kNone;
  }
  /// Asks for the memory that `Find` begins with.
  void PrefetchBucket(std::uint64_t key) const {
    __builtin_prefetch(begins_.data() + static_cast<std::size_t>(key >> shift_));
  }
  /// Asks for the memory that `Find` goes on with; reads what `PrefetchBucket` asked for.
  void PrefetchChecks(std::uint64_t key) const {
    __builtin_prefetch(checks_.data() + begins_.data()[static_cast<std::size_t>(key >> shift_)]);
  }

  /// The first number of each bucket, and one past the last; 2^n + 1 of them, n at least 1.
  const FlatArray<std::uint32_t>& begins() const { return begins_; }
  /// The lower 32 bits of each key.
  const FlatArray<std::uint32_t>& checks() const { return checks_; }

 private:
  FlatArray<std::uint32_t> begins_;
  FlatArray<std::uint32_t> checks_;
  unsigned shift_ = 63;
};

}  // namespace zhitu::extract
