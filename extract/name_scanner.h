#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/name_index.h"
#include "extract/scan_kernel.h"
#include "extract/span.h"

namespace zhitu::extract {

/// A place at which names begin, or may.
struct NameHit {
  std::uint32_t unit = 0;  ///< Number of its first unit in the batch.
  NameIndex::Found found;  ///< The longest of less than some units, or length 0.
  bool open = false;  ///< Whether there may be longer ones, which `NameScanner::Longest` knows.
};

/// Finds at each place of texts the longest name that begins there, a batch at a time. The memory
/// is kept from text to text. One thread.
///
/// The loops run over some thousand characters each before the next begins (candidates, filters,
/// buckets, ends), without branches where the data decides, so that the processor waits neither for
/// memory nor for guesses (DESIGN.md, "Matching").
class NameScanner {
 public:
  /// One that must be given an index.
  NameScanner() = default;
  /// One with an index, as `SetIndex`.
  explicit NameScanner(const NameIndex& index, const ScanKernel* kernel = nullptr) {
    SetIndex(index, kernel);
  }

  /// Takes the names to look for from now on.
  /// @param index   must live as long as texts are read.
  /// @param kernel  one of `ScanKernels()`, or the fastest.
  void SetIndex(const NameIndex& index, const ScanKernel* kernel = nullptr);
  /// Begins with a text, valid UTF-8 of less than 4 GiB, which must stay until it is read.
  /// Line breaks end every name. O(1).
  void Start(std::string_view text, UnitTable::Reading reading);
  /// Finds the next batch of hits; false at the end of the text. Amortized O(n) for n bytes, plus
  /// the lengths of the names tried.
  bool Next();

  /// The hits of the batch by place, at most one a place. They may overlap.
  std::span<const NameHit> hits() const noexcept { return {hits_.data(), hit_count_}; }
  /// Units from number `searched` on may begin names that are no hits of this batch.
  std::size_t searched() const noexcept { return usable_; }
  /// The longest name at the place of `hit`; length 0 if there is none. Long names are followed to
  /// their ends only here, so that those of places that are covered need not be. O(length).
  NameIndex::Found Longest(const NameHit& hit) const {
    return hit.open ? FollowOpen(hit) : hit.found;
  }
  /// The longest name at the place of `hit` with fewer than `limit` units; length 0 if none.
  /// All of one hit cost O(length of the longest) the first time, and O(log names) then.
  NameIndex::Found Shorter(const NameHit& hit, std::uint32_t limit);
  /// The byte at which the hit begins, whatever its length.
  std::size_t BeginOf(const NameHit& hit) const { return begins_[hit.unit]; }
  /// The units of the batch from number `unit` on, up to the end of the last hit at least.
  const Unit* UnitsFrom(std::uint32_t unit) const { return units_.data() + unit; }
  /// The bytes of `length` units from the hit's place on; an empty span if that would cut a
  /// character that became several units.
  Span SpanOf(const NameHit& hit, std::uint32_t length) const;

 private:
  static constexpr std::uint32_t kNothing = 0xFFFFFFFF;

  void Decode();
  void Reserve(std::size_t units);
  bool IsSpecialNext() const;
  void ReadRun(std::size_t room);
  void ReadSpecial();
  void AddUnit(Unit unit, std::size_t begin);
  void FlushSpace(std::size_t begin);
  void NoteLast(std::size_t begin, std::size_t end);
  void FindCandidates();
  void AddSingles();
  void FetchBuckets();
  void LookUpTriples();
  void LookUpPairs();
  void Finish();
  NameIndex::Found FollowOpen(const NameHit& hit) const;

  const NameIndex* index_ = nullptr;
  const ScanKernel* kernel_ = nullptr;
  std::string_view text_;
  UnitTable::Reading reading_ = UnitTable::Reading::kPlain;
  std::size_t at_ = 0;  // first byte not decoded

  // The batch: units, and the first byte of each.
  std::size_t room_ = 0;
  std::size_t count_ = 0;            // units in the batch
  std::size_t usable_ = 0;           // of these, the ones whose names are whole in it
  std::uint32_t before_ = kNothing;  // the first byte of the unit before the batch
  std::vector<Unit> units_;
  std::vector<std::uint32_t> begins_;
  std::vector<Unit> special_units_;

  // For white space: what came before.
  char32_t previous_ = 0;
  bool space_pending_ = false;
  std::size_t space_begin_ = 0;

  // The candidates: place and what the filters say, what was found.
  std::size_t candidates_ = 0;
  std::vector<std::uint32_t> places_;
  std::vector<NameIndex::Found> found_;
  // Of those that may go on: three units as a key, number of the candidate.
  std::size_t listed_ = 0;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> triples_;
  std::size_t opened_ = 0;
  std::vector<std::uint32_t>
      open_;  // candidates whose names go on behind their bucket, later the long ones
  std::vector<std::uint32_t> pairs_;  // candidates that may be a name of two units
  std::size_t hit_count_ = 0;
  std::vector<NameHit> hits_;
  std::uint32_t listed_unit_ = kNothing;   // the place whose names `shorter_` holds
  std::vector<NameIndex::Found> shorter_;  // by length
};

inline Span NameScanner::SpanOf(const NameHit& hit, std::uint32_t length) const {
  const std::size_t first = hit.unit;
  const std::size_t last = first + length - 1;
  if (last >= count_) return {};  // of a forged index
  const std::uint32_t begin = begins_[first];
  if (begin == (first == 0 ? before_ : begins_[first - 1])) return {};
  if (last + 1 < count_ && begins_[last + 1] == begins_[last]) return {};
  const std::size_t end = begins_[last];
  const auto lead = static_cast<unsigned char>(text_[end]);
  return {begin, end + (lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U)};
}

}  // namespace zhitu::extract
