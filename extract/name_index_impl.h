#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "extract/name_index.h"

namespace zhitu::extract {

// What stands behind a unit, in 64 bits:
//   bits 0-1    kind: a node, or the only way on: a short tail or a long one
//   bit 2       of the last slot of a bucket: keys of this bucket are in the stash
//   bits 4-7    short tail: number of units
//   bits 16-31  node: a bit for each unit that may come next (`NextBit`)
//   bits 16-63  short tail: the units
//   bits 32-63  node: the block of children, `first << 5 | log2 of its size`; long tail: its place
//               in `tails`, where its length stands in two units before its units
class Rest {
 public:
  enum Kind : std::uint8_t { kNode, kShortTail, kLongTail };
  static constexpr std::uint32_t kShortUnits = 3;
  static constexpr std::uint64_t kOverflow = 4;

  explicit constexpr Rest(std::uint64_t bits = 0) : bits_(bits) {}

  static Rest Node(std::uint32_t block, unsigned log2_size, std::uint32_t next_mask) {
    const std::uint64_t children = (static_cast<std::uint64_t>(block) << 5U) | log2_size;
    return Rest((children << 32U) | (static_cast<std::uint64_t>(next_mask) << 16U));
  }
  static Rest ShortTail(const Unit* units, std::uint32_t length) {
    std::uint64_t bits = kShortTail | (static_cast<std::uint64_t>(length) << 4U);
    for (std::uint32_t i = 0; i < length; ++i) {
      bits |= static_cast<std::uint64_t>(units[i]) << (16U + 16U * i);
    }
    return Rest(bits);
  }
  static Rest LongTail(std::uint32_t place) {
    return Rest((static_cast<std::uint64_t>(place) << 32U) | kLongTail);
  }

  std::uint64_t bits() const { return bits_; }
  Kind kind() const { return static_cast<Kind>(bits_ & 3U); }
  bool overflows() const { return (bits_ & kOverflow) != 0; }
  std::uint32_t tail_units() const { return static_cast<std::uint32_t>(bits_ >> 4U) & 15U; }
  std::uint32_t high() const { return static_cast<std::uint32_t>(bits_ >> 32U); }
  std::uint32_t block() const { return high() >> 5U; }
  std::uint32_t block_mask() const { return (1U << (high() & 31U)) - 1; }
  // True if `unit` may come next.
  bool MayGoOn(Unit unit) const { return ((bits_ >> (16U + NextBit(unit))) & 1U) != 0; }
  static std::uint32_t NextBit(Unit unit) { return ((unit * 0x9E37U) >> 11U) & 15U; }

  // True if the units of a short tail stand at `units`; four units are read. Of no meaning, but
  // without harm, for what is no short tail.
  bool IsShortTailAt(const Unit* units) const {
    std::uint64_t text = 0;
    std::memcpy(&text, units, sizeof text);
    const std::uint64_t different = (text ^ (bits_ >> 16U)) << ((64U - 16U * tail_units()) & 63U);
    return different == 0;
  }

 private:
  std::uint64_t bits_;
};

// The steps of a search, for the index and the scanner.
class NameLookup {
 public:
  explicit NameLookup(const NameIndex& index)
      : tables_(index.tables_),
        start_shift_(ShiftFor(tables_.start_filter.size())),
        bucket_shift_(ShiftFor(tables_.pairs.size())),
        unit_bits_(index.units_.bits()) {}

  // Two units as one number, the first in the low half: one load.
  static std::uint32_t Pair(const Unit* units) {
    static_assert(std::endian::native == std::endian::little);
    std::uint32_t pair = 0;
    std::memcpy(&pair, units, sizeof pair);
    return pair;
  }
  // How far a 32-bit hash is shifted to be below a power of two.
  static unsigned ShiftFor(std::size_t size) {
    return 32 - static_cast<unsigned>(std::bit_width(std::max<std::size_t>(size, 1) - 1));
  }
  static constexpr std::uint32_t kHashFactor = 0x9E3779B1U;
  static constexpr std::uint32_t kPairFactor = 0x85EBCA6BU;
  static constexpr std::uint32_t kThirdFactor = 0xC2B2AE35U;
  static std::uint32_t HashPair(std::uint32_t pair) { return pair * kHashFactor; }
  static std::uint32_t HashTriple(std::uint32_t pair, Unit third) {
    return pair * kPairFactor + third * kThirdFactor;
  }

  // The filter of starts, which is asked at every place, has one bit a key: this one, counted over
  // all words of 32. `shift` is that from a hash to a word.
  static std::uint32_t StartBit(std::uint32_t hash, unsigned shift) { return hash >> (shift - 5U); }
  // The others are Bloom filters of which all bits of a key lie in one word (Putze, Sanders and
  // Singler 2007), two bits a key.
  static std::uint32_t FilterBits(std::uint32_t hash) {
    return (1U << ((hash >> 2U) & 31U)) | (1U << ((hash >> 7U) & 31U));
  }

  // False if no name begins with the two units.
  bool MayBegin(std::uint32_t pair) const {
    const std::uint32_t bit = StartBit(HashPair(pair), start_shift_);
    return ((tables_.start_filter.data()[bit / 32U] >> (bit % 32U)) & 1U) != 0;
  }

  std::size_t PairBucketOf(std::uint32_t pair) const {
    return static_cast<std::size_t>(static_cast<std::uint64_t>(HashPair(pair)) >> bucket_shift_);
  }
  std::uint32_t FindPair(std::uint32_t pair) const {
    const NameIndex::PairBucket& bucket = tables_.pairs.data()[PairBucketOf(pair)];
    const unsigned hits = Hits(bucket.pair.data(), pair);
    const bool goes_on = (hits == 0) & (bucket.pair.data()[3] != 0);
    if (goes_on) [[unlikely]]
      return FindPairBeyond(pair);
    const std::uint32_t value = bucket.value.data()[__builtin_ctz(hits | 8U)];
    return value | (static_cast<std::uint32_t>(hits != 0) - 1U);  // kNone has all bits; no branch
  }
  // Which of four are equal to `sought`, as bits; without branches.
  static unsigned Hits(const std::uint32_t* four, std::uint32_t sought) {
    return (four[0] == sought ? 1U : 0U) | (four[1] == sought ? 2U : 0U) |
           (four[2] == sought ? 4U : 0U) | (four[3] == sought ? 8U : 0U);
  }
  // The same behind the first bucket.
  std::uint32_t FindPairBeyond(std::uint32_t pair) const;

  // Three units as one number, mixed so that the upper bits depend on all; different for different
  // units.
  static std::uint64_t Key(const Unit* units, unsigned unit_bits) {
    const std::uint64_t key = (static_cast<std::uint64_t>(units[0]) << (2 * unit_bits)) |
                              (static_cast<std::uint64_t>(units[1]) << unit_bits) | units[2];
    return (key * 0x9E3779B97F4A7C15ULL) & ((std::uint64_t{1} << (3 * unit_bits)) - 1);
  }
  std::uint64_t Key(const Unit* units) const { return Key(units, unit_bits_); }
  // Buckets part the keys into stretches of at most 2^32, so that the low bits tell them apart.
  static std::size_t BucketOf(std::uint64_t key, unsigned key_bits, std::size_t buckets) {
    const std::uint64_t upper = (key << (64 - key_bits)) >> 32U;
    return static_cast<std::size_t>((upper * buckets) >> 32U);
  }
  std::size_t BucketOf(std::uint64_t key) const {
    return BucketOf(key, 3 * unit_bits_, tables_.triples.size());
  }
  // Tells `take` each name that begins at `at` with fewer than `limit` units, the shortest first.
  // Like the other templates for name_index.cpp only.
  template <typename Take>
  void ForEach(const Unit* at, std::uint32_t limit, const Take& take) const;
  // The longest name of three and more units, but fewer than `limit`, replaces `best` if there is
  // one. True if there may be longer ones.
  bool FindTriple(const Unit* at, std::uint32_t limit, NameIndex::Found& best) const;
  const NameIndex::Stashed* FindStashed(std::uint64_t key) const;
  // The child of a node that `unit` leads to; null if there is none.
  const NameIndex::Node* FindChild(Rest node, Unit unit) const;

  static std::size_t StashSlot(std::uint64_t key, std::size_t mask) {
    return static_cast<std::size_t>((key * 0xD6E8FEB86659FD93ULL) >> 32U) & mask;
  }
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  // A block of at most so many children is a hash table, which may be full; a larger one is sorted,
  // so that none takes long to search.
  static constexpr std::uint32_t kMostHashed = 16;

 private:
  // Both tell whether names of `limit` and more units may follow.
  template <typename Take>
  bool WalkTriple(const Unit* at, std::uint32_t limit, const Take& take) const;
  template <typename Take>
  bool Walk(const Unit* at, std::uint32_t value, Rest rest, std::uint32_t limit,
            const Take& take) const;

  const NameIndex::Tables& tables_;
  unsigned start_shift_;
  unsigned bucket_shift_;
  unsigned unit_bits_;
};

}  // namespace zhitu::extract
