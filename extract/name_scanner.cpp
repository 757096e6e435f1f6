#include "extract/name_scanner.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <stdexcept>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/name_index_impl.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kBatch =
    2048;  // units; all arrays of a batch fit into the second-level cache
constexpr std::size_t kSlack = ScanKernel::kSlack;
constexpr std::uint32_t kLong = 16;  // units of a name that is followed only where it counts

FilterView ViewOf(const FlatArray<std::uint32_t>& words) {
  return {words.data(), NameLookup::ShiftFor(words.size())};
}

bool IsLineBreak(char byte) { return byte == '\n' || byte == '\r'; }

}  // namespace

void NameScanner::SetIndex(const NameIndex& index, const ScanKernel* kernel) {
  index_ = &index;
  kernel_ = kernel == nullptr ? ScanKernels().front() : kernel;
  room_ = std::max(kBatch, 4 * (index.longest() + 1));
}

void NameScanner::Start(std::string_view text, UnitTable::Reading reading) {
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("a text of 4 GiB or more");
  }
  text_ = text;
  reading_ = reading;
  at_ = 0;
  count_ = 0;
  usable_ = 0;
  before_ = kNothing;
  previous_ = 0;
  space_pending_ = false;
  hit_count_ = 0;
}

bool NameScanner::Next() {
  hit_count_ = 0;
  listed_unit_ = kNothing;
  while (hit_count_ == 0) {
    if (at_ == text_.size()) {
      if (usable_ == count_) return false;
    }
    Decode();
    if (index_->size() == 0) continue;
    FindCandidates();
    FetchBuckets();
    LookUpTriples();
    LookUpPairs();
    Finish();
  }
  return true;
}

// Moves the units whose names reach beyond the batch to the front and fills it up.
void NameScanner::Decode() {
  const std::size_t kept = count_ - usable_;
  if (usable_ > 0) before_ = begins_[usable_ - 1];
  const std::size_t room = std::min(room_, kept + (text_.size() - at_));
  Reserve(room);
  std::copy_n(units_.begin() + static_cast<std::ptrdiff_t>(usable_), kept, units_.begin());
  std::copy_n(begins_.begin() + static_cast<std::ptrdiff_t>(usable_), kept, begins_.begin());
  count_ = kept;
  while (count_ < room && at_ < text_.size()) {
    if (IsSpecialNext()) {
      ReadSpecial();
    } else {
      ReadRun(room);
    }
  }
  std::fill_n(units_.begin() + static_cast<std::ptrdiff_t>(count_), NameIndex::kPadding, Unit{0});
  const bool last = at_ == text_.size();
  const std::size_t reach = index_->longest() + 1;
  usable_ = last ? count_ : count_ - std::min(count_, reach);
}

// Room for so many units, and what kernels write behind them.
void NameScanner::Reserve(std::size_t units) {
  const std::size_t size = units + 2 * kSlack;
  if (units_.size() >= size) return;
  units_.resize(size);
  begins_.resize(size);
  places_.resize(size);
  keys_.resize(size);
  triples_.resize(size);
  found_.resize(size);
  open_.resize(size);
  pairs_.resize(size);
  hits_.resize(size);
}

bool NameScanner::IsSpecialNext() const {
  std::size_t next = at_;
  const char32_t c = NextCodePoint(text_, next);
  return c > 0xFFFF || index_->units().Table(reading_)[c] == UnitTable::kSpecial;
}

// Reads characters that are one unit each, until `room` units are there.
void NameScanner::ReadRun(std::size_t room) {
  if (space_pending_) {
    FlushSpace(at_);
    if (count_ >= room) return;
  }
  const std::size_t begin = at_;
  const DecodedUnits run =
      kernel_->decode(index_->units().Table(reading_), text_, at_, text_.size(), room - count_,
                      units_.data() + count_, begins_.data() + count_);
  at_ = run.next;
  count_ += run.count;
  if (reading_ == UnitTable::Reading::kFolding) NoteLast(begin, at_);
}

void NameScanner::AddUnit(Unit unit, std::size_t begin) {
  if (count_ + kSlack >= units_.size()) Reserve(2 * units_.size());
  units_[count_] = unit;
  begins_[count_] = static_cast<std::uint32_t>(begin);
  ++count_;
}

// What `Folder` (fold.cpp) does with white space, before a character that does not vanish.
void NameScanner::FlushSpace(std::size_t begin) {
  if (!space_pending_) return;
  space_pending_ = false;
  if (IsLineBreak(text_[begin]) || previous_ == 0) return;
  std::size_t at = begin;
  if (IsHan(previous_) && IsHan(NextCodePoint(text_, at))) return;
  special_units_.clear();
  index_->units().AppendUnits(U' ', special_units_);
  for (const Unit unit : special_units_) AddUnit(unit, space_begin_);
}

void NameScanner::ReadSpecial() {
  const std::size_t begin = at_;
  const char32_t c = NextCodePoint(text_, at_);
  special_units_.clear();
  if (reading_ == UnitTable::Reading::kPlain) {
    index_->units().AppendUnits(c, special_units_);
  } else {
    if (IsSpace(c)) {
      if (!space_pending_) space_begin_ = begin;
      space_pending_ = true;
      return;
    }
    const FoldedCharacter folded = FoldCharacter(c);
    if (folded.count == 0) return;
    FlushSpace(begin);
    NoteLast(begin, at_);
    special_units_.clear();
    if (folded.bytes.empty()) {
      index_->units().AppendUnits(c, special_units_);
    } else {
      index_->units().AppendUnits(folded.bytes, special_units_);
    }
  }
  for (const Unit unit : special_units_) AddUnit(unit, begin);
}

// Keeps in mind the last character of some bytes that is no combining mark, or the mark that a line
// begins with, for white space that may follow.
void NameScanner::NoteLast(std::size_t begin, std::size_t end) {
  char32_t first_mark = 0;  // of the marks at the end
  for (std::size_t at = end; at > begin;) {
    do {
      --at;
    } while (at > begin && !IsLeadByte(text_[at]));
    if (IsLineBreak(text_[at])) {
      previous_ = first_mark;
      return;
    }
    std::size_t next = at;
    const char32_t c = NextCodePoint(text_, next);
    if (!IsCombiningMark(c)) {
      previous_ = c;
      return;
    }
    first_mark = c;
  }
  if (previous_ == 0) previous_ = first_mark;
}

void NameScanner::FindCandidates() {
  const NameIndex::Tables& tables = index_->tables();
  const Unit* const units = units_.data();
  std::uint32_t* const places = places_.data();
  candidates_ = kernel_->find_starts(units, usable_, ViewOf(tables.start_filter), places);
  candidates_ = kernel_->filter_starts(units, candidates_, ViewOf(tables.pair_filter),
                                       ViewOf(tables.triple_filter), places);
  if (!tables.singles.empty()) AddSingles();
}

// Adds the places of names of one unit to the candidates, in order.
void NameScanner::AddSingles() {
  const FlatArray<std::uint32_t>& singles = index_->tables().singles;
  pairs_.assign(places_.begin(), places_.begin() + static_cast<std::ptrdiff_t>(candidates_));
  std::size_t next = 0;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < usable_; ++i) {
    const bool listed = next < pairs_.size() && (pairs_[next] & ScanKernel::kPlace) == i;
    const bool single = units_[i] < singles.size() && singles[units_[i]] != NameIndex::kNone;
    if (listed || single) places_[count++] = listed ? pairs_[next] : i;
    if (listed) ++next;
  }
  candidates_ = count;
  pairs_.resize(places_.size());
}

// Fetches the buckets that candidates need, so that they are there when the next loops read them.
void NameScanner::FetchBuckets() {
  const NameIndex::Tables& tables = index_->tables();
  const NameLookup lookup(*index_);
  const Unit* const units = units_.data();
  const std::uint32_t* const places = places_.data();
  std::uint64_t* const keys = keys_.data();
  listed_ = 0;
  for (std::size_t c = 0; c < candidates_; ++c) {
    const Unit* const at = units + (places[c] & ScanKernel::kPlace);
    found_.data()[c] = {};
    const std::uint64_t key = lookup.Key(at);
    const std::size_t goes_on = (places[c] / ScanKernel::kMayGoOn) & 1U;
    const std::array<const void*, 2> buckets = {
        tables.pairs.data() + lookup.PairBucketOf(NameLookup::Pair(at)),
        tables.triples.data() + lookup.BucketOf(key)};
    __builtin_prefetch(buckets[goes_on]);  // by number: there is no branch
    keys[listed_] = key;
    triples_.data()[listed_] = static_cast<std::uint32_t>(c);
    listed_ += goes_on;
  }
}

// Reads the bucket of each candidate that may go on: names of three units, and what fits into the
// bucket; those that go on behind it are listed in `open_`.
void NameScanner::LookUpTriples() {
  const NameLookup lookup(*index_);
  const NameIndex::TripleBucket* const buckets = index_->tables().triples.data();
  opened_ = 0;
  for (std::size_t i = 0; i < listed_; ++i) {
    const std::uint64_t key = keys_.data()[i];
    const std::uint32_t c = triples_.data()[i];
    const NameIndex::TripleBucket& bucket = buckets[lookup.BucketOf(key)];
    const unsigned hits = NameLookup::Hits(bucket.tag.data(), static_cast<std::uint32_t>(key));
    const auto slot = static_cast<unsigned>(__builtin_ctz(hits | 8U));
    const Rest rest(bucket.rest.data()[slot]);
    const std::uint32_t value = bucket.value.data()[slot];
    const Unit* const behind = units_.data() + (places_.data()[c] & ScanKernel::kPlace) + 3;
    const bool hit = hits != 0;
    const bool is_node = rest.kind() == Rest::kNode;
    const bool whole = is_node & (value != NameIndex::kNone);
    const bool tail = (rest.kind() == Rest::kShortTail) & rest.IsShortTailAt(behind);
    const std::uint32_t length = 3U + (is_node ? 0U : rest.tail_units());
    found_.data()[c] = {(hit & (whole | tail)) ? length : 0U, value};
    const bool deeper = (is_node & rest.MayGoOn(*behind)) | (rest.kind() == Rest::kLongTail);
    const bool overflow = !hit & Rest(bucket.rest.data()[3]).overflows();
    open_.data()[opened_] = c;
    opened_ += static_cast<std::size_t>((hit & deeper) | overflow);
  }
}

void NameScanner::LookUpPairs() {
  const NameLookup lookup(*index_);
  const NameIndex::Tables& tables = index_->tables();
  std::uint32_t* const list = pairs_.data();
  std::size_t listed = 0;
  for (std::size_t c = 0; c < candidates_; ++c) {
    const std::uint32_t place = places_.data()[c];
    list[listed] = static_cast<std::uint32_t>(c);
    const bool open = (found_.data()[c].length == 0) & (place >= ScanKernel::kMayBePair);
    listed += static_cast<std::size_t>(open);
  }
  for (std::size_t i = 0; i < listed; ++i) {
    const Unit* const at = units_.data() + (places_.data()[list[i]] & ScanKernel::kPlace);
    __builtin_prefetch(tables.pairs.data() + lookup.PairBucketOf(NameLookup::Pair(at)));
  }
  for (std::size_t i = 0; i < listed; ++i) {
    const Unit* const at = units_.data() + (places_.data()[list[i]] & ScanKernel::kPlace);
    const std::uint32_t value = lookup.FindPair(NameLookup::Pair(at));
    found_.data()[list[i]] = {value != NameIndex::kNone ? 2U : 0U, value};
  }
  std::size_t opened = 0;
  for (std::size_t i = 0; i < opened_; ++i) {
    const std::uint32_t c = open_.data()[i];
    const Unit* const at = units_.data() + (places_.data()[c] & ScanKernel::kPlace);
    open_.data()[opened] = c;
    opened += lookup.FindTriple(at, kLong, found_.data()[c]) ? 1U : 0U;
  }
  opened_ = opened;
}

void NameScanner::Finish() {
  const FlatArray<std::uint32_t>& singles = index_->tables().singles;
  NameHit* const hits = hits_.data();
  hit_count_ = 0;
  std::size_t opened = 0;
  open_.data()[opened_] = kNothing;  // ends the list
  for (std::size_t c = 0; c < candidates_; ++c) {
    const std::uint32_t place = places_.data()[c] & ScanKernel::kPlace;
    NameIndex::Found found = found_.data()[c];
    if (!singles.empty() && found.length == 0 && units_[place] < singles.size() &&
        singles[units_[place]] != NameIndex::kNone) {
      found = {1, singles[units_[place]]};
    }
    const bool open = open_.data()[opened] == c;
    opened += static_cast<std::size_t>(open);
    hits[hit_count_] = {place, found, open};
    hit_count_ += static_cast<std::size_t>((found.length > 0) | open);
  }
}

NameIndex::Found NameScanner::FollowOpen(const NameHit& hit) const {
  NameIndex::Found found = hit.found;
  NameLookup(*index_).FindTriple(units_.data() + hit.unit, NameIndex::kNone, found);
  return found;
}

// The names of a place are listed at once: each looked up alone from the place on would take the
// square of the longest.
NameIndex::Found NameScanner::Shorter(const NameHit& hit, std::uint32_t limit) {
  constexpr std::uint32_t kFew = 3;  // units: so short ones are found more quickly than listed
  if (listed_unit_ != hit.unit && limit <= kFew)
    return index_->Longest(units_.data() + hit.unit, limit);
  if (listed_unit_ != hit.unit) {
    shorter_.clear();
    index_->All(units_.data() + hit.unit, shorter_);
    listed_unit_ = hit.unit;
  }
  const auto end = std::lower_bound(
      shorter_.begin(), shorter_.end(), limit,
      [](const NameIndex::Found& name, std::uint32_t least) { return name.length < least; });
  return end == shorter_.begin() ? NameIndex::Found{} : *std::prev(end);
}

}  // namespace zhitu::extract
