#include "extract/name_index.h"

#include <utility>

#include "extract/hash.h"
#include "extract/name_lookup.h"

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
  const std::uint32_t pair = NameLookup::Pair(kUnits[0], kUnits[1]);
  const std::uint32_t hash = NameLookup::HashPair(pair);
  const std::uint64_t key = NameLookup::Key(kUnits.data(), kBits);
  const std::array<std::uint64_t, 14> parts = {
      pair,
      hash,
      NameLookup::HashTriple(pair, kUnits[2]),
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

NameIndex::Found NameIndex::Longest(const Unit* units, std::size_t limit) const {
  Found best;
  if (tables_.names == 0 || units[0] == 0) return best;
  const auto below = static_cast<std::uint32_t>(std::min<std::size_t>(limit, kNone));
  if (!tables_.singles.empty() && units[0] < tables_.singles.size() && below > 1 &&
      tables_.singles[units[0]] != kNone) {
    best = {1, tables_.singles[units[0]]};
  }
  if (units[1] == 0 || below <= 2) return best;
  const NameLookup lookup(*this);
  const std::uint32_t pair = NameLookup::Pair(units[0], units[1]);
  const std::uint32_t value = lookup.FindPair(pair);
  if (value != kNone) best = {2, value};
  return units[2] == 0 ? best : lookup.FindTriple(units, below, best);
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

NameIndex::Found NameLookup::FindTriple(const Unit* at, std::uint32_t limit,
                                        NameIndex::Found best) const {
  if (tables_.triples.empty()) return best;
  const std::uint64_t key = Key(at);
  const NameIndex::TripleBucket& bucket = tables_.triples[BucketOf(key)];
  for (std::size_t i = 0; i < bucket.tag.size(); ++i) {
    if (bucket.tag[i] == static_cast<std::uint32_t>(key)) {
      return Walk(at, 3, bucket.value[i], Rest(bucket.rest[i]), limit, best);
    }
  }
  if (!Rest(bucket.rest.back()).overflows()) return best;
  const NameIndex::Stashed* const stashed = FindStashed(key);
  return stashed == nullptr ? best : Walk(at, 3, stashed->value, Rest(stashed->rest), limit, best);
}

NameIndex::Found NameLookup::Walk(const Unit* at, std::uint32_t length, std::uint32_t value,
                                  Rest rest, std::uint32_t limit, NameIndex::Found best) const {
  while (rest.kind() == Rest::kNode) {
    if (length >= limit) return best;
    if (value != NameIndex::kNone) best = {length, value};
    const Unit unit = at[length];
    if (!rest.MayGoOn(unit)) return best;
    const std::uint32_t mask = rest.block_mask();
    const NameIndex::Node* const block = tables_.nodes.data() + rest.block();
    std::uint32_t slot = unit & mask;
    for (std::uint32_t tries = 0; block[slot].unit != unit; slot = (slot + 1) & mask) {
      if (block[slot].unit == 0 || ++tries > mask) return best;
    }
    ++length;
    value = block[slot].value;
    rest = Rest(block[slot].rest);
  }
  if (rest.kind() == Rest::kShortTail) {
    const std::uint32_t whole = length + rest.tail_units();
    return whole < limit && rest.IsShortTailAt(at + length) ? NameIndex::Found{whole, value} : best;
  }
  const Unit* const tail = tables_.tails.data() + rest.high();
  const std::uint32_t units = tail[0] | (static_cast<std::uint32_t>(tail[1]) << 16U);
  if (length + units >= limit) return best;
  for (std::uint32_t i = 0; i < units; ++i) {
    // The unit 0 behind a text ends this, even if a forged file has such a tail.
    if (tail[2 + i] != at[length + i] || at[length + i] == 0) return best;
  }
  return {length + units, value};
}

}  // namespace zhitu::extract
