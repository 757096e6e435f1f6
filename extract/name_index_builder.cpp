#include "extract/name_index_builder.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "extract/name_index_impl.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kHeadUnits = 4;
constexpr std::size_t kAhead = 16;                         // names
constexpr std::size_t kMostWords = std::size_t{1} << 17U;  // of a filter: half a megabyte

// The words of a filter with some `bits` for each key, so that few others pass, as far as `most`
// words reach, which is what the second-level cache holds; beyond that with some 4 bits.
std::size_t WordsFor(std::size_t keys, std::size_t bits, std::size_t most) {
  constexpr std::size_t kLeast = 64;
  return std::min(std::bit_ceil(std::max(keys * bits / 32, kLeast)),
                  std::max(most, std::bit_ceil(keys / 8)));
}

// A filter of two bits a key.
class Filter {
 public:
  Filter(std::size_t keys, std::size_t most)
      : words_(WordsFor(keys, 16, most)), shift_(NameLookup::ShiftFor(words_.size())) {}

  void Add(std::uint32_t hash) { words_[hash >> shift_] |= NameLookup::FilterBits(hash); }
  FlatArray<std::uint32_t> Take() { return FlatArray(std::move(words_)); }

 private:
  std::vector<std::uint32_t> words_;
  unsigned shift_;
};

// The filter of starts. Its first bit is that of the most common pair, of two characters that no
// name holds; the filter is made larger, within reason, if a name's start has the same one.
std::vector<std::uint32_t> StartFilter(const std::vector<std::uint32_t>& hashes) {
  std::size_t size = WordsFor(hashes.size(), 32, kMostWords);
  const auto least = std::min_element(hashes.begin(), hashes.end());
  while (size < kMostWords && least != hashes.end() &&
         NameLookup::StartBit(*least, NameLookup::ShiftFor(size)) == 0) {
    size *= 2;
  }
  std::vector<std::uint32_t> words(size);
  const unsigned shift = NameLookup::ShiftFor(size);
  for (const std::uint32_t hash : hashes) {
    const std::uint32_t bit = NameLookup::StartBit(hash, shift);
    words[bit / 32U] |= 1U << (bit % 32U);
  }
  return words;
}

void CheckRoom(std::size_t used, std::size_t most) {
  if (used > most) throw std::length_error("too many names for one dictionary");
}

// Calls `visit(first, last)` for each stretch of `names` of which `key` says the same.
template <typename Name, typename KeyOf, typename Visit>
void ForEachStretch(const std::vector<Name>& names, const KeyOf& key, const Visit& visit) {
  for (std::size_t first = 0; first < names.size();) {
    std::size_t last = first + 1;
    while (last < names.size() && key(names[last]) == key(names[first])) ++last;
    visit(first, last);
    first = last;
  }
}

}  // namespace

void NameIndexBuilder::Add(std::string_view name, std::uint32_t value) {
  if (name.empty()) return;
  CheckRoom(text_.size() + name.size(), kMost / 2);
  text_ += name;
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  values_.push_back(value);
}

// All characters of the names, the most frequent first, then by number.
std::vector<std::uint32_t> NameIndexBuilder::ChooseAlphabet() const {
  constexpr std::size_t kBmp = 0x10000;
  std::vector<std::uint32_t> counts(kBmp, 0);
  std::unordered_map<std::uint32_t, std::uint32_t> far_counts;
  for (std::size_t at = 0; at < text_.size();) {
    const char32_t c = NextCodePoint(text_, at);
    ++(c < kBmp ? counts[c] : far_counts[c]);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked(far_counts.begin(), far_counts.end());
  for (std::uint32_t c = 0; c < kBmp; ++c) {
    if (counts[c] > 0) ranked.emplace_back(c, counts[c]);
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::vector<std::uint32_t> alphabet;
  alphabet.reserve(ranked.size());
  for (const auto& [code_point, count] : ranked) alphabet.push_back(code_point);
  return alphabet;
}

void NameIndexBuilder::ToUnits(const UnitTable& table) {
  units_.reserve(text_.size() / 3 + kHeadUnits);
  names_.reserve(ends_.size());
  std::size_t begin = 0;
  for (std::uint32_t i = 0; i < ends_.size(); ++i) {
    Name name;
    name.begin = static_cast<std::uint32_t>(units_.size());
    table.AppendUnits(std::string_view(text_).substr(begin, ends_[i] - begin), units_);
    name.length = static_cast<std::uint32_t>(units_.size()) - name.begin;
    for (std::uint32_t k = 0; k < kHeadUnits; ++k) {
      name.head = (name.head << 16U) | (k < name.length ? units_[name.begin + k] : 0U);
    }
    name.value = values_[i];
    name.order = i;
    names_.push_back(name);
    begin = ends_[i];
  }
  units_.resize(units_.size() + kHeadUnits);  // for loads that go beyond the last name
}

bool NameIndexBuilder::IsBefore(const Name& a, const Name& b) const {
  if (a.head != b.head) return a.head < b.head;
  const Unit* const left = units_.data() + a.begin;
  const Unit* const right = units_.data() + b.begin;
  const std::uint32_t shorter = std::min(a.length, b.length);
  for (std::uint32_t i = kHeadUnits; i < shorter; ++i) {
    if (left[i] != right[i]) return left[i] < right[i];
  }
  return a.length != b.length ? a.length < b.length : a.order < b.order;
}

bool NameIndexBuilder::IsSame(const Name& a, const Name& b) const {
  return a.head == b.head && a.length == b.length &&
         std::equal(units_.begin() + a.begin, units_.begin() + a.begin + a.length,
                    units_.begin() + b.begin);
}

std::string_view NameIndexBuilder::TextOf(const Name& name) const {
  const std::uint32_t begin = name.order == 0 ? 0 : ends_[name.order - 1];
  return std::string_view(text_).substr(begin, ends_[name.order] - begin);
}

void NameIndexBuilder::MergeDoubles(const Merge& merge) {
  std::vector<std::uint32_t> values;
  std::size_t kept = 0;
  for (std::size_t first = 0; first < names_.size();) {
    values.assign(1, names_[first].value);
    std::size_t last = first + 1;
    for (; last < names_.size() && IsSame(names_[first], names_[last]); ++last) {
      values.push_back(names_[last].value);
    }
    names_[kept] = names_[first];
    if (values.size() > 1) names_[kept].value = merge(TextOf(names_[kept]), values);
    ++kept;
    first = last;
  }
  names_.resize(kept);
}

void NameIndexBuilder::MakeSingles(std::size_t units) {
  const bool none =
      std::none_of(names_.begin(), names_.end(), [](const Name& name) { return name.length == 1; });
  if (none) return;
  std::vector<std::uint32_t> singles(units + 1, NameIndex::kNone);
  for (const Name& name : names_) {
    if (name.length == 1) singles[units_[name.begin]] = name.value;
  }
  tables_.singles = FlatArray(std::move(singles));
}

void NameIndexBuilder::MakePairs() {
  const auto head_of = [](const Name& name) { return name.head >> 32U; };
  const auto pair_of = [this](const Name& name) {
    return NameLookup::Pair(units_.data() + name.begin);
  };
  std::vector<std::uint32_t> starts;
  std::size_t whole = 0;
  ForEachStretch(names_, head_of, [&](std::size_t first, std::size_t) {
    const Name& name = names_[first];
    if (name.length >= 2) starts.push_back(NameLookup::HashPair(pair_of(name)));
    if (name.length == 2) ++whole;
  });
  constexpr std::size_t kPerBucket = 2;
  Filter pairs(whole, kMostWords / 2);
  std::vector<NameIndex::PairBucket> buckets(std::bit_ceil(whole / kPerBucket + 2));
  const unsigned bucket_shift = NameLookup::ShiftFor(buckets.size());
  ForEachStretch(names_, head_of, [&](std::size_t first, std::size_t) {
    const Name& name = names_[first];
    if (name.length != 2) return;
    const std::uint32_t hash = NameLookup::HashPair(pair_of(name));
    pairs.Add(hash);
    std::size_t at = hash >> bucket_shift;
    while (buckets[at].pair.back() != 0) at = (at + 1) & (buckets.size() - 1);
    std::size_t free = 0;
    while (buckets[at].pair[free] != 0) ++free;
    buckets[at].pair[free] = pair_of(name);
    buckets[at].value[free] = name.value;
  });
  tables_.start_filter = FlatArray(StartFilter(starts));
  tables_.pair_filter = pairs.Take();
  tables_.pairs = FlatArray(std::move(buckets));
}

// A name that goes on behind a pair that is a name of its own stands behind it in order, so `first`
// of a stretch alone tells whether the pair is one.
void NameIndexBuilder::MakeTriples(unsigned unit_bits) {
  const auto triple_of = [](const Name& name) { return name.head >> 16U; };
  std::size_t count = 0;
  ForEachStretch(names_, triple_of, [&](std::size_t first, std::size_t) {
    if (names_[first].length >= 3) ++count;
  });
  Filter filter(count, kMostWords);
  const unsigned key_bits = 3 * unit_bits;
  const std::size_t least = key_bits > 32 ? std::size_t{2} << (key_bits - 32) : 1;
  std::vector<NameIndex::TripleBucket> buckets(std::max(least, count / 2 + 1));
  const auto bucket_of = [&](std::uint64_t key) {
    return NameLookup::BucketOf(key, key_bits, buckets.size());
  };
  std::vector<NameIndex::Stashed> stashed;
  ForEachStretch(names_, triple_of, [&](std::size_t first, std::size_t last) {
    const Name& name = names_[first];
    if (name.length < 3) return;
    const Unit* const units = units_.data() + name.begin;
    filter.Add(NameLookup::HashTriple(NameLookup::Pair(units), units[2]));
    // The bucket of a name further on is fetched, so that it is there in its turn.
    const Name& ahead = names_[std::min(first + kAhead, names_.size() - 1)];
    __builtin_prefetch(&buckets[bucket_of(NameLookup::Key(&units_[ahead.begin], unit_bits))], 1);
    const Branch branch = WholeBranch(first, last);
    const std::uint64_t key = NameLookup::Key(units, unit_bits);
    NameIndex::TripleBucket& bucket = buckets[bucket_of(key)];
    for (std::size_t i = 0; i < bucket.tag.size(); ++i) {
      if (bucket.value[i] != NameIndex::kNone || bucket.rest[i] != 0) continue;
      bucket.tag[i] = static_cast<std::uint32_t>(key);
      bucket.value[i] = branch.value;
      bucket.rest[i] = branch.rest;
      return;
    }
    bucket.rest.back() |= Rest::kOverflow;
    stashed.push_back({key, branch.rest, branch.value, 0});
  });
  tables_.triple_filter = filter.Take();
  tables_.triples = FlatArray(std::move(buckets));
  std::vector<NameIndex::Stashed> stash(std::bit_ceil(stashed.size() * 2 + 1),
                                        {NameLookup::kFree, 0, NameIndex::kNone, 0});
  for (const NameIndex::Stashed& entry : stashed) {
    std::size_t at = NameLookup::StashSlot(entry.key, stash.size() - 1);
    while (stash[at].key != NameLookup::kFree) at = (at + 1) & (stash.size() - 1);
    stash[at] = entry;
  }
  tables_.stash = FlatArray(std::move(stash));
}

// Names that share three units, with all that goes on behind them. Children are made one after the
// other from a list of tasks, so that no long name needs a deep stack.
NameIndexBuilder::Branch NameIndexBuilder::WholeBranch(std::size_t first, std::size_t last) {
  const Branch whole = MakeBranch(first, last, 3);
  while (!tasks_.empty()) {
    const Task task = tasks_.back();
    tasks_.pop_back();
    const Branch branch = MakeBranch(task.first, task.last, task.length);
    nodes_[task.node].value = branch.value;
    nodes_[task.node].rest = branch.rest;
  }
  return whole;
}

NameIndexBuilder::Branch NameIndexBuilder::MakeBranch(std::size_t first, std::size_t last,
                                                      std::uint32_t length) {
  Branch branch;
  if (names_[first].length == length) {
    branch.value = names_[first].value;
    ++first;
  }
  if (first == last) return branch;
  if (branch.value == NameIndex::kNone && last - first == 1) {
    return {names_[first].value, MakeTail(names_[first], length)};
  }
  branch.rest = MakeChildren(first, last, length);
  return branch;
}

std::uint64_t NameIndexBuilder::MakeTail(const Name& name, std::uint32_t length) {
  const Unit* const tail = units_.data() + name.begin + length;
  const std::uint32_t units = name.length - length;
  if (units <= Rest::kShortUnits) return Rest::ShortTail(tail, units).bits();
  CheckRoom(tails_.size() + units + 2, kMost);
  const auto place = static_cast<std::uint32_t>(tails_.size());
  tails_.push_back(static_cast<Unit>(units & 0xFFFFU));
  tails_.push_back(static_cast<Unit>(units >> 16U));
  tails_.insert(tails_.end(), tail, tail + units);
  return Rest::LongTail(place).bits();
}

std::uint64_t NameIndexBuilder::MakeChildren(std::size_t first, std::size_t last,
                                             std::uint32_t length) {
  const auto unit_at = [&](std::size_t name) { return units_[names_[name].begin + length]; };
  std::size_t children = 0;
  std::uint32_t next_mask = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (i == first || unit_at(i) != unit_at(i - 1)) ++children;
    next_mask |= 1U << Rest::NextBit(unit_at(i));
  }
  const std::size_t size = std::bit_ceil(children);
  const std::size_t block = nodes_.size();
  constexpr std::size_t kMostNodes = std::size_t{1} << 27U;
  CheckRoom(block + size, kMostNodes);
  const bool hashed = size <= NameLookup::kMostHashed;
  NameIndex::Node free;
  if (!hashed) free.unit = std::numeric_limits<std::uint32_t>::max();
  nodes_.resize(block + size, free);
  std::size_t slot = 0;
  for (std::size_t i = first; i < last; ++slot) {
    const Unit unit = unit_at(i);
    std::size_t end = i + 1;
    while (end < last && unit_at(end) == unit) ++end;
    if (hashed) slot = unit & (size - 1);
    while (nodes_[block + slot].unit != free.unit) slot = (slot + 1) & (size - 1);
    nodes_[block + slot].unit = unit;
    tasks_.push_back({i, end, length + 1, block + slot});
    i = end;
  }
  return Rest::Node(static_cast<std::uint32_t>(block),
                    static_cast<unsigned>(std::countr_zero(size)), next_mask)
      .bits();
}

NameIndex NameIndexBuilder::Build(const Merge& merge) {
  std::vector<std::uint32_t> alphabet = ChooseAlphabet();
  const UnitTable table{FlatArray<std::uint32_t>(std::span<const std::uint32_t>(alphabet))};
  ToUnits(table);
  std::sort(names_.begin(), names_.end(),
            [this](const Name& a, const Name& b) { return IsBefore(a, b); });
  MergeDoubles(merge);
  text_ = {};
  ends_ = {};
  values_ = {};
  MakeSingles(std::min(alphabet.size(), UnitTable::kSingles));
  MakePairs();
  MakeTriples(table.bits());
  tables_.alphabet = FlatArray(std::move(alphabet));
  tables_.nodes = FlatArray(std::move(nodes_));
  tables_.tails = FlatArray(std::move(tails_));
  tables_.names = names_.size();
  for (const Name& name : names_) {
    tables_.longest = std::max<std::uint64_t>(tables_.longest, name.length);
  }
  NameIndex index(std::move(tables_));
  *this = NameIndexBuilder();
  return index;
}

}  // namespace zhitu::extract
