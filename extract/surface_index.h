#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::extract {

/// A set of strings, asked which of them begin at a place of a text.
///
/// The strings are kept sorted, one after the other. A hash table on the first two characters gives
/// the range of strings that can begin at a place; one binary search finds the last string not
/// after the text; the longest string that is a prefix of the text is then that string or one of
/// its ancestors, where the parent of a string is the longest other string that is a prefix of it.
/// Most places of a text end at the hash table.
///
/// Memory: the bytes of the strings, 8 bytes a string and 24 a distinct pair of first characters at
/// the most. Immutable.
class SurfaceIndex {
 public:
  /// No string.
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  SurfaceIndex() = default;
  /// @param keys  valid UTF-8, sorted by bytes, distinct, not empty; fewer than 2^32 bytes together
  ///              (`std::length_error` otherwise). O(bytes).
  explicit SurfaceIndex(const std::vector<std::string>& keys);

  /// The number of the longest key that `text`, from byte `at` on, begins with; `kNone` if there is
  /// none. O(log keys) comparisons; `at` must begin a code point.
  std::uint32_t Longest(std::string_view text, std::size_t at) const;
  /// The longest other key that is a prefix of key `number`, or `kNone`.
  std::uint32_t Parent(std::uint32_t number) const { return parents_[number]; }
  /// Key number `number`, in sorted order.
  std::string_view key(std::uint32_t number) const {
    return std::string_view(bytes_).substr(begins_[number], begins_[number + 1] - begins_[number]);
  }
  /// The number of a key, or `kNone`.
  std::uint32_t Find(std::string_view key) const;
  /// How many keys there are.
  std::size_t size() const noexcept { return parents_.size(); }

 private:
  struct Slot {
    std::uint64_t head = 0;  // raw bytes of the first one or two characters; 0: free
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // one past
  };
  void LinkParents();
  void HashHeads();
  void Insert(std::uint64_t head, std::uint32_t first, std::uint32_t last);
  const Slot* Lookup(std::uint64_t head) const;

  std::string bytes_;
  std::vector<std::uint32_t> begins_;  // one more than keys
  std::vector<std::uint32_t> parents_;
  std::vector<Slot> slots_;  // open addressing, a power of two
};

}  // namespace zhitu::extract
