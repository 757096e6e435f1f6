#include "extract/name_index.h"

#include <algorithm>
#include <utility>

#include "extract/hash.h"
#include "extract/name_index_impl.h"

namespace zhitu::extract {

NameIndex::NameIndex() : NameIndex(Tables{}) {}

NameIndex::NameIndex(Tables tables)
    : tables_(std::move(tables)), units_(FlatArray<std::uint32_t>(tables_.alphabet.view())) {}

// What the tables were made by: each function that says where something stands, tried on units of
// which all bits count.
std::uint64_t NameIndex::Fingerprint() {
  constexpr std::array<Unit, 4> kUnits = {0x1235, 0x0A5C, 0x0713, 0x0E69};
  constexpr unsigned kBits = 13;
  constexpr std::size_t kMany = 1000003;
  const std::uint32_t pair = NameLookup::Pair(kUnits.data());
  const std::uint32_t hash = NameLookup::HashPair(pair);
  const std::uint64_t key = NameLookup::Key(kUnits.data(), kBits);
  const std::array<std::uint64_t, 15> parts = {
      pair,
      hash,
      NameLookup::HashTriple(pair, kUnits[2]),
      NameLookup::StartBit(hash, kBits) % 32U,
      NameLookup::FilterBits(hash),
      key,
      NameLookup::BucketOf(key, 3 * kBits, kMany),
      NameLookup::StashSlot(key, kMany),
      NameLookup::kFree,
      Rest::Node(kMany, 5, 0xA5C3).bits(),
      Rest::ShortTail(kUnits.data(), Rest::kShortUnits).bits(),
      Rest::LongTail(kMany).bits(),
      Rest::kOverflow | (std::uint64_t{Rest::NextBit(kUnits[3])} << 32U),
      UnitTable::kSingles,
      kNone};
  return Hash64({reinterpret_cast<const char*>(parts.data()), sizeof parts});
}

std::size_t NameIndex::bytes() const noexcept {
  const auto size = [](const auto& array) { return array.view().size_bytes(); };
  constexpr std::size_t kUnitTables = 2 * sizeof(Unit) * 0x10000;
  return size(tables_.alphabet) + size(tables_.start_filter) + size(tables_.pair_filter) +
         size(tables_.triple_filter) + size(tables_.pairs) + size(tables_.triples) +
         size(tables_.stash) + size(tables_.nodes) + size(tables_.tails) + size(tables_.singles) +
         kUnitTables;
}

template <typename Take>
void NameLookup::ForEach(const Unit* at, std::uint32_t limit, const Take& take) const {
  const FlatArray<std::uint32_t>& singles = tables_.singles;
  if (tables_.names == 0 || at[0] == 0 || limit <= 1) return;
  if (at[0] < singles.size() && singles[at[0]] != NameIndex::kNone) {
    take(NameIndex::Found{1, singles[at[0]]});
  }
  if (at[1] == 0 || limit <= 2 || !MayBegin(Pair(at))) return;
  const std::uint32_t value = FindPair(Pair(at));
  if (value != NameIndex::kNone) take(NameIndex::Found{2, value});
  if (at[2] != 0 && limit > 3) WalkTriple(at, limit, take);
}

NameIndex::Found NameIndex::Longest(const Unit* units, std::size_t limit) const {
  Found best;
  if (limit <= 2 && tables_.singles.empty()) return best;  // as in most names of two units
  const auto below = static_cast<std::uint32_t>(std::min<std::size_t>(limit, kNone));
  NameLookup(*this).ForEach(units, below, [&](const Found& found) { best = found; });
  return best;
}

void NameIndex::All(const Unit* units, std::vector<Found>& names, std::size_t limit) const {
  if (limit <= 2 && tables_.singles.empty()) return;
  const auto below = static_cast<std::uint32_t>(std::min<std::size_t>(limit, kNone));
  NameLookup(*this).ForEach(units, below, [&](const Found& found) { names.push_back(found); });
}

std::uint32_t NameIndex::Find(std::string_view name) const {
  std::vector<Unit> units;
  units_.AppendUnits(name, units);
  const std::size_t length = units.size();
  units.resize(length + kPadding, 0);
  const Found found = Longest(units.data());
  return length > 0 && found.length == length ? found.value : kNone;
}

std::uint32_t NameLookup::FindPairBeyond(std::uint32_t pair) const {
  const std::size_t mask = tables_.pairs.size() - 1;
  std::size_t at = PairBucketOf(pair);
  for (std::size_t tries = 0; tries <= mask; ++tries, at = (at + 1) & mask) {
    const NameIndex::PairBucket& bucket = tables_.pairs[at];
    for (std::size_t i = 0; i < bucket.pair.size(); ++i) {
      if (bucket.pair[i] == pair) return bucket.value[i];
    }
    if (bucket.pair.back() == 0) break;
  }
  return NameIndex::kNone;
}

const NameIndex::Stashed* NameLookup::FindStashed(std::uint64_t key) const {
  const std::size_t mask = tables_.stash.size() - 1;
  for (std::size_t at = StashSlot(key, mask), tries = 0; tries <= mask;
       ++tries, at = (at + 1) & mask) {
    const NameIndex::Stashed& entry = tables_.stash[at];
    if (entry.key == key) return &entry;
    if (entry.key == kFree) break;
  }
  return nullptr;
}

bool NameLookup::FindTriple(const Unit* at, std::uint32_t limit, NameIndex::Found& best) const {
  return WalkTriple(at, limit, [&](const NameIndex::Found& found) { best = found; });
}

template <typename Take>
bool NameLookup::WalkTriple(const Unit* at, std::uint32_t limit, const Take& take) const {
  if (tables_.triples.empty()) return false;
  const std::uint64_t key = Key(at);
  const NameIndex::TripleBucket& bucket = tables_.triples[BucketOf(key)];
  for (std::size_t i = 0; i < bucket.tag.size(); ++i) {
    if (bucket.tag[i] == static_cast<std::uint32_t>(key)) {
      return Walk(at, bucket.value[i], Rest(bucket.rest[i]), limit, take);
    }
  }
  if (!Rest(bucket.rest.back()).overflows()) return false;
  const NameIndex::Stashed* const stashed = FindStashed(key);
  return stashed != nullptr && Walk(at, stashed->value, Rest(stashed->rest), limit, take);
}

const NameIndex::Node* NameLookup::FindChild(Rest node, Unit unit) const {
  const NameIndex::Node* const block = tables_.nodes.data() + node.block();
  const std::uint32_t mask = node.block_mask();
  std::uint32_t slot = unit & mask;
  if (mask < kMostHashed) {
    for (std::uint32_t tries = 0; block[slot].unit != unit; slot = (slot + 1) & mask) {
      if (block[slot].unit == 0 || ++tries > mask) return nullptr;
    }
    return block + slot;
  }
  slot = 0;
  for (std::uint32_t half = (mask + 1) / 2; half > 0; half /= 2) {
    slot += block[slot + half - 1].unit < unit ? half : 0;
  }
  return block[slot].unit == unit ? block + slot : nullptr;
}

template <typename Take>
bool NameLookup::Walk(const Unit* at, std::uint32_t value, Rest rest, std::uint32_t limit,
                      const Take& take) const {
  std::uint32_t length = 3;
  while (rest.kind() == Rest::kNode) {
    if (length >= limit) return true;
    if (value != NameIndex::kNone) take(NameIndex::Found{length, value});
    const Unit unit = at[length];
    if (!rest.MayGoOn(unit)) return false;
    const NameIndex::Node* const child = FindChild(rest, unit);
    if (child == nullptr) return false;
    ++length;
    value = child->value;
    rest = Rest(child->rest);
  }
  if (rest.kind() == Rest::kShortTail) {
    const std::uint32_t whole = length + rest.tail_units();
    if (whole >= limit) return true;
    if (rest.IsShortTailAt(at + length)) take(NameIndex::Found{whole, value});
    return false;
  }
  const Unit* const tail = tables_.tails.data() + rest.high();
  const std::uint32_t units = tail[0] | (static_cast<std::uint32_t>(tail[1]) << 16U);
  if (length + units >= limit) return true;
  for (std::uint32_t i = 0; i < units; ++i) {
    // The unit 0 behind a text ends this, even if a forged file has such a tail.
    if (tail[2 + i] != at[length + i] || at[length + i] == 0) return false;
  }
  take(NameIndex::Found{length + units, value});
  return false;
}

}  // namespace zhitu::extract
