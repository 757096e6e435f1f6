#include "extract/compiled_dictionary_impl.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

#include "extract/fold.h"
#include "extract/hash.h"
#include "extract/name_index_impl.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostFilterWords = std::size_t{1} << 28U;
constexpr std::size_t kMostNodes = std::size_t{1} << 27U;
constexpr std::size_t kMost = std::numeric_limits<std::int32_t>::max();
constexpr std::uint32_t kCodePoints = 0x110000;

bool IsPowerOfTwo(std::size_t size, std::size_t least, std::size_t most) {
  return std::has_single_bit(size) && size >= least && size <= most;
}

bool IsCharacterOfNames(std::uint32_t code_point) {
  return code_point < kCodePoints && (code_point < 0xD800 || code_point > 0xDFFF) &&
         code_point != U'\n' && code_point != U'\r';
}

// Checks the tables of an index. No branches where the data decides: there are millions of places.
class TableCheck {
 public:
  TableCheck(const Gazetteer::Impl& impl, const NameIndex::Tables& tables)
      : tables_(tables),
        entities_(static_cast<std::uint32_t>(impl.rows.size())),
        lists_(static_cast<std::uint32_t>(impl.lists())) {}

  bool Passes() const {
    return HaveSizes() && ArePairsSafe() && AreTriplesSafe() && AreNodesSafe() && IsStashSafe() &&
           AreValuesSafe(tables_.singles.data(), tables_.singles.size());
  }

 private:
  bool HaveSizes() const {
    return tables_.names <= kMost && tables_.longest <= kMost &&
           IsPowerOfTwo(tables_.start_filter.size(), 2, kMostFilterWords) &&
           IsPowerOfTwo(tables_.pair_filter.size(), 2, kMostFilterWords) &&
           IsPowerOfTwo(tables_.triple_filter.size(), 2, kMostFilterWords) &&
           IsPowerOfTwo(tables_.pairs.size(), 1, kMost) && !tables_.triples.empty() &&
           tables_.triples.size() <= kMost && IsPowerOfTwo(tables_.stash.size(), 1, kMost) &&
           tables_.nodes.size() <= kMostNodes && tables_.tails.size() <= kMost;
  }

  // Of an entity or a list.
  bool Names(std::uint32_t value) const {
    const bool list = (value & Gazetteer::Impl::kList) != 0;
    return (value & ~Gazetteer::Impl::kList) < (list ? lists_ : entities_);
  }
  bool NamesOrNone(std::uint32_t value) const { return Names(value) | (value == NameIndex::kNone); }
  bool AreValuesSafe(const std::uint32_t* values, std::size_t count) const {
    bool safe = true;
    for (std::size_t i = 0; i < count; ++i) safe &= NamesOrNone(values[i]);
    return safe;
  }

  bool IsTailSafe(std::size_t place) const {
    const std::size_t size = tables_.tails.size();
    if (place + 2 > size) return false;
    const std::size_t units =
        tables_.tails[place] | (static_cast<std::size_t>(tables_.tails[place + 1]) << 16U);
    return units <= size - place - 2;
  }

  // A name or what goes on behind a unit. Behind the last unit of a text stand zeros, so no unit of
  // a tail may be 0.
  bool IsBranchSafe(std::uint32_t value, std::uint64_t bits) const {
    const Rest rest(bits);
    if (rest.kind() == Rest::kLongTail) [[unlikely]]
      return Names(value) && IsTailSafe(rest.high());
    const bool is_node = rest.kind() == Rest::kNode;
    const bool is_tail = rest.kind() == Rest::kShortTail;
    const bool named = Names(value);
    const bool none = value == NameIndex::kNone;
    const bool leaf = ((bits >> 16U) & 0xFFFFU) == 0;
    const std::size_t last = std::size_t{rest.block()} + rest.block_mask();
    const bool reaches = last < tables_.nodes.size();
    const std::uint32_t units = rest.tail_units();
    const bool counted = units - 1 < Rest::kShortUnits;
    const bool first = (bits & 0xFFFF0000ULL) != 0;
    const bool second = (units < 2) | ((bits & 0xFFFF00000000ULL) != 0);
    const bool third = (units < 3) | ((bits & 0xFFFF000000000000ULL) != 0);
    return (is_node & (leaf | reaches) & (named | none)) |
           (is_tail & counted & first & second & third & named);
  }

  bool ArePairsSafe() const {
    bool safe = true;
    for (const NameIndex::PairBucket& bucket : tables_.pairs.view()) {
      safe &= AreValuesSafe(bucket.value.data(), bucket.value.size());
    }
    return safe;
  }
  bool AreTriplesSafe() const {
    bool safe = true;
    for (const NameIndex::TripleBucket& bucket : tables_.triples.view()) {
      for (std::size_t i = 0; i < bucket.tag.size(); ++i) {
        safe &= IsBranchSafe(bucket.value[i], bucket.rest[i]);
      }
    }
    return safe;
  }
  // Nothing may stand at unit 0, which a search meets at the end of the text.
  bool AreNodesSafe() const {
    bool safe = true;
    for (const NameIndex::Node& node : tables_.nodes.view()) {
      const bool nothing = (node.value == NameIndex::kNone) & (node.rest == 0);
      safe &= IsBranchSafe(node.value, node.rest);
      safe &= (node.unit != 0) | nothing;
    }
    return safe;
  }
  bool IsStashSafe() const {
    bool safe = true;
    for (const NameIndex::Stashed& entry : tables_.stash.view()) {
      safe &= IsBranchSafe(entry.value, entry.rest);
    }
    return safe;
  }

  const NameIndex::Tables& tables_;
  std::uint32_t entities_;
  std::uint32_t lists_;
};

bool AreListsSafe(const Gazetteer::Impl& impl) {
  const auto begins = impl.list_begins.view();
  const auto readings = impl.readings.view();
  return !begins.empty() && begins.back() == readings.size() &&
         std::is_sorted(begins.begin(), begins.end()) &&
         std::all_of(readings.begin(), readings.end(),
                     [&](const Gazetteer::Impl::Reading& reading) {
                       return reading.entity == kNoEntity || reading.entity < impl.rows.size();
                     });
}

}  // namespace

HashText HashTextOf(std::string_view bytes) {
  HashText hash{};
  const std::string hex = HashHex(bytes);
  std::copy(hex.begin(), hex.end(), hash.begin());
  return hash;
}

bool IsSafeToSearch(const Gazetteer::Impl& impl, const NameIndex::Tables& tables) {
  const auto alphabet = tables.alphabet.view();
  return impl.rows.size() < Gazetteer::Impl::kList && impl.lists() < Gazetteer::Impl::kList - 1 &&
         (impl.rows.empty() || (!impl.types.empty() && !impl.files.empty())) &&
         alphabet.size() <= kCodePoints &&
         std::all_of(alphabet.begin(), alphabet.end(), IsCharacterOfNames) && AreListsSafe(impl) &&
         TableCheck(impl, tables).Passes();
}

std::uint64_t CompiledFingerprint() {
  const std::array<std::uint64_t, 2> parts = {FoldFingerprint(), NameIndex::Fingerprint()};
  return Hash64({reinterpret_cast<const char*>(parts.data()), sizeof parts});
}

}  // namespace zhitu::extract
