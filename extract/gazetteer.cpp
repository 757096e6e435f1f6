// What the name index finds is checked against the original text here: whole characters, word
// boundaries, upper and lower case. See extract/name_index.h for the lookup.
#include "extract/gazetteer.h"

#include <algorithm>

#include "extract/characters.h"
#include "extract/gazetteer_impl.h"
#include "extract/name_scanner.h"
#include "extract/utf8.h"
#include "extract/word_boundary.h"

namespace zhitu::extract {
namespace {

using Impl = Gazetteer::Impl;

// Tells which readings of a surface form fit a place of an original text.
class ReadingChoice {
 public:
  ReadingChoice(const Impl& gazetteer, std::string_view original)
      : gazetteer_(gazetteer), original_(original) {}

  // False if no reading fits. Otherwise `readings()` are those that do; of several the ones that
  // the dictionary writes just like the text. None if the form is to be ignored here.
  bool Choose(std::uint32_t value, const Span& span) {
    if ((value & Impl::kList) == 0) {
      single_ = value;
      readings_ = {&single_, 1};
      return IsUnified(span) || StandsFree(original_, span);
    }
    return ChooseOf(gazetteer_.ListOf(value), span);
  }

  std::span<const EntityIndex> readings() const { return readings_; }
  // True if no form can begin at this byte: it lies inside a word.
  bool IsInside(std::size_t begin) const {
    return !IsUnifiedHan(original_, begin) && gazetteer_.all_auto && !IsFree(original_, begin);
  }

 private:
  bool ChooseOf(std::span<const Impl::Reading> list, const Span& span) {
    several_.clear();
    readings_ = {};
    bool literal = false;
    for (const Impl::Reading& reading : list) {
      if (!Fits(reading, span)) continue;
      if (reading.entity == kNoEntity) return true;
      const bool same = gazetteer_.View(reading.spelling) == span.In(original_);
      if (literal && !same) continue;
      if (same && !literal) several_.clear();
      literal = literal || same;
      if (several_.empty() || several_.back() != reading.entity) {
        several_.push_back(reading.entity);
      }
    }
    readings_ = several_;
    return !several_.empty();
  }

  // True if it begins and ends with Han characters, where `StandsFree` says yes.
  bool IsUnified(const Span& span) const {
    return span.size() >= 3 && IsUnifiedHan(original_, span.begin) &&
           IsUnifiedHan(original_, span.end - 3);
  }
  bool Fits(const Impl::Reading& reading, const Span& span) const {
    if (reading.exact_case != 0 &&
        CasePattern(span.In(original_)) != gazetteer_.View(reading.case_pattern)) {
      return false;
    }
    switch (reading.boundary) {
      case SurfaceRule::Boundary::kNone:
        return true;
      case SurfaceRule::Boundary::kWord:
        return IsWord(original_, span);
      case SurfaceRule::Boundary::kAuto:
        return StandsFree(original_, span);
    }
    return false;
  }

  const Impl& gazetteer_;
  std::string_view original_;
  EntityIndex single_ = 0;
  std::vector<EntityIndex> several_;
  std::span<const EntityIndex> readings_;
};

// A scanner whose memory the thread keeps for its next text: most texts are short, and a new one
// would clear more bytes than they have.
class ScannerLoan {
 public:
  ScannerLoan(const NameIndex& index, const ScanKernel* kernel)
      : scanner_(Spare() ? std::move(Spare()) : std::make_unique<NameScanner>()) {
    scanner_->SetIndex(index, kernel);
  }
  ScannerLoan(const ScannerLoan&) = delete;
  ScannerLoan& operator=(const ScannerLoan&) = delete;
  ~ScannerLoan() { Spare() = std::move(scanner_); }

  NameScanner& scanner() { return *scanner_; }

 private:
  static std::unique_ptr<NameScanner>& Spare() {
    thread_local std::unique_ptr<NameScanner> spare;
    return spare;
  }

  std::unique_ptr<NameScanner> scanner_;
};

// An element of a list that is not empty; the last one where a forged file counts further.
template <typename T>
const T& At(const std::vector<T>& list, std::size_t number) {
  return list[std::min(number, list.size() - 1)];
}

// Finds the matches of one folded text.
class Matcher {
 public:
  Matcher(const Impl& gazetteer, const FoldedText& folded, std::string_view original)
      : gazetteer_(gazetteer),
        folded_(folded),
        choice_(gazetteer, original),
        loan_(gazetteer.index, nullptr),
        scanner_(loan_.scanner()) {
    scanner_.Start(folded.text(), UnitTable::Reading::kPlain);
    constexpr std::size_t kBytesOfMatch = 48;  // of a text that is full of names
    matches_.reserve(folded.text().size() / kBytesOfMatch);
  }

  std::vector<Match> Run() {
    std::size_t covered = 0;
    while (scanner_.Next()) {
      const std::span<const NameHit> hits = scanner_.hits();
      last_hit_ = hits.data() + hits.size();
      for (hit_ = hits.data(); hit_ != last_hit_; ++hit_) {
        if (scanner_.BeginOf(*hit_) >= covered) covered = std::max(covered, FindOuter(*hit_));
      }
    }
    return std::move(matches_);
  }

 private:
  enum class Verdict { kUnfit, kTaken, kNothingHere };

  // Units of the batch.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
  };

  // Records the longest fitting match of a place, and those inside it; gives its end, or 0.
  std::size_t FindOuter(const NameHit& hit) {
    NameIndex::Found found = scanner_.Longest(hit);
    for (; found.length > 0; found = scanner_.Shorter(hit, found.length)) {
      const Span folded = scanner_.SpanOf(hit, found.length);
      const std::size_t first = matches_.size();
      const Verdict verdict = Record(found.value, folded, false);
      if (verdict == Verdict::kNothingHere) break;
      if (verdict == Verdict::kUnfit) continue;
      if (matches_.size() > first) FindInside({hit.unit, found.length}, first);
      return folded.end;
    }
    return 0;
  }

  // Each match puts those inside it at the end of the list; the list grows until nothing is nested
  // any more.
  void FindInside(const Range& outer, std::size_t first) {
    ranges_.assign(1, outer);
    for (std::size_t i = 0; i < ranges_.size(); ++i) FindIn(Range(ranges_[i]));
    const auto group = matches_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto before = [](const Match& a, const Match& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    };
    if (!std::is_sorted(group, matches_.end(), before))
      std::stable_sort(group, matches_.end(), before);
  }

  // Leftmost-longest inside a match, without the match itself.
  void FindIn(const Range& range) {
    for (std::uint32_t at = 0; at < range.length;) {
      const std::uint32_t limit = at == 0 ? range.length : range.length - at + 1;
      at += std::max<std::uint32_t>(LongestAt(range.begin + at, limit), 1);
    }
  }

  // Records the longest fitting match of fewer than `limit` units; gives its units, or 0.
  std::uint32_t LongestAt(std::uint32_t unit, std::uint32_t limit) {
    if (unit >= scanner_.searched()) return LongestBehind(unit, limit);
    const NameHit* hit = hit_;
    while (hit != last_hit_ && hit->unit < unit) ++hit;
    if (hit == last_hit_ || hit->unit != unit) return 0;
    NameIndex::Found found = scanner_.Longest(*hit);
    if (found.length >= limit) found = scanner_.Shorter(*hit, limit);
    for (; found.length > 0; found = scanner_.Shorter(*hit, found.length)) {
      const Verdict verdict = RecordInside(unit, found);
      if (verdict == Verdict::kNothingHere) return 0;
      if (verdict == Verdict::kTaken) return found.length;
    }
    return 0;
  }

  // The same where the scanner has not looked for names yet.
  std::uint32_t LongestBehind(std::uint32_t unit, std::uint32_t limit) {
    names_.clear();
    gazetteer_.index.All(scanner_.UnitsFrom(unit), names_, limit);
    for (auto found = names_.rbegin(); found != names_.rend(); ++found) {
      const Verdict verdict = RecordInside(unit, *found);
      if (verdict == Verdict::kNothingHere) return 0;
      if (verdict == Verdict::kTaken) return found->length;
    }
    return 0;
  }

  Verdict RecordInside(std::uint32_t unit, const NameIndex::Found& found) {
    const std::size_t before = matches_.size();
    const Span folded = scanner_.SpanOf({unit, found, false}, found.length);
    const Verdict verdict = Record(found.value, folded, true);
    if (matches_.size() > before) ranges_.push_back({unit, found.length});
    return verdict;
  }

  Verdict Record(std::uint32_t value, const Span& folded, bool nested) {
    if (folded.size() == 0) return Verdict::kUnfit;
    const Span span = folded_.Original(folded.begin, folded.end);
    if (span.size() == 0) return Verdict::kUnfit;
    if (choice_.IsInside(span.begin)) return Verdict::kNothingHere;
    if (!choice_.Choose(value, span)) return Verdict::kUnfit;
    if (!choice_.readings().empty()) {  // not to be ignored
      matches_.push_back({span, folded, choice_.readings(), nested});
    }
    return Verdict::kTaken;
  }

  const Impl& gazetteer_;
  const FoldedText& folded_;
  ReadingChoice choice_;
  ScannerLoan loan_;
  NameScanner& scanner_;
  const NameHit* hit_ = nullptr;  // whose place is looked at
  const NameHit* last_hit_ = nullptr;
  std::vector<Range> ranges_;  // of an outermost match and those inside it
  std::vector<NameIndex::Found> names_;
  std::vector<Match> matches_;
};

}  // namespace

Gazetteer::Gazetteer() : impl_(std::make_unique<Impl>()) {}
Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

std::size_t Gazetteer::size() const { return impl_->rows.size(); }
std::size_t Gazetteer::surfaces() const { return impl_->index.size(); }
std::size_t Gazetteer::index_bytes() const {
  return impl_->index.bytes() + impl_->readings.view().size_bytes() +
         impl_->list_begins.view().size_bytes();
}
const std::vector<std::pair<std::string, std::string>>& Gazetteer::files() const {
  return impl_->files;
}
const std::vector<DictionarySource>& Gazetteer::sources() const { return impl_->sources; }
const std::vector<std::string>& Gazetteer::types() const { return impl_->types; }

EntityView Gazetteer::entity(EntityIndex index) const {
  const Impl::Row& row = impl_->rows[index];
  return {impl_->Words(row.id), impl_->Words(row.name), At(impl_->types, row.type)};
}

std::string_view Gazetteer::Name(EntityIndex index) const {
  return impl_->Words(impl_->rows[index].name);
}

void Gazetteer::Prefetch(EntityIndex index) const noexcept {
  if (index < impl_->rows.size()) __builtin_prefetch(&impl_->rows[index]);
}

std::string_view Gazetteer::Type(EntityIndex index) const {
  return At(impl_->types, impl_->rows[index].type);
}

std::string Gazetteer::Why(EntityIndex index) const {
  const Impl::Row& row = impl_->rows[index];
  return At(impl_->files, row.file).first + ':' + std::to_string(row.line);
}

EntityIndex Gazetteer::Parent(EntityIndex index) const {
  const EntityIndex parent = impl_->rows[index].parent;
  return parent < impl_->rows.size() ? parent : kNoEntity;
}

Entity Gazetteer::Details(EntityIndex index) const {
  const Impl::Row& row = impl_->rows[index];
  const EntityView names = entity(index);
  Entity entity{std::string(names.id),
                std::string(names.name),
                std::string(names.type),
                {},
                {},
                {},
                Parent(index),
                Why(index)};
  if (row.details == Impl::kNoDetails) return entity;
  std::uint32_t at = row.details;
  entity.aliases = impl_->ReadList(at);
  entity.context = impl_->ReadList(at);
  entity.attributes.resize(impl_->ReadCount(at, 2));
  for (auto& [name, value] : entity.attributes) {
    name = impl_->ReadText(at);
    value = impl_->ReadText(at);
  }
  return entity;
}

std::string_view Gazetteer::Impl::Words(const Text& text) const {
  const std::string_view words = View(text);
  const bool trusted = file == nullptr;  // made here, of checked text
  return trusted || WellFormedPrefix(words) == words.size() ? words : std::string_view();
}

std::uint32_t Gazetteer::Impl::ReadNumber(std::uint32_t& at) const {
  std::uint32_t number = 0;
  for (unsigned shift = 0; shift < 32 && at < pool.size(); shift += 8) {
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(pool[at++])) << shift;
  }
  return number;
}

// The length of a list whose items are so many texts each: no more than there is room for.
std::size_t Gazetteer::Impl::ReadCount(std::uint32_t& at, std::size_t texts) const {
  const std::size_t count = ReadNumber(at);
  return std::min(count, (pool.size() - std::min<std::size_t>(at, pool.size())) / (4 * texts));
}

std::vector<std::string> Gazetteer::Impl::ReadList(std::uint32_t& at) const {
  std::vector<std::string> list(ReadCount(at, 1));
  for (std::string& text : list) text = ReadText(at);
  return list;
}

std::string Gazetteer::Impl::ReadText(std::uint32_t& at) const {
  const std::uint32_t size = ReadNumber(at);
  const std::string text(Words({at, size}));
  at += static_cast<std::uint32_t>(View({at, size}).size());
  return text;
}

std::vector<EntityIndex> Gazetteer::Readings(std::string_view folded) const {
  const std::uint32_t value = impl_->index.Find(folded);
  std::vector<EntityIndex> readings;
  if (value == NameIndex::kNone) return readings;
  if ((value & Impl::kList) == 0) return {value};
  for (const Impl::Reading& reading : impl_->ListOf(value)) {
    const EntityIndex entity = reading.entity;
    if (entity != kNoEntity && (readings.empty() || readings.back() != entity))
      readings.push_back(entity);
  }
  return readings;
}

bool Gazetteer::Ignores(std::string_view folded) const {
  const std::uint32_t value = impl_->index.Find(folded);
  if (value == NameIndex::kNone || (value & Impl::kList) == 0) return false;
  const std::span<const Impl::Reading> list = impl_->ListOf(value);
  return std::any_of(list.begin(), list.end(),
                     [](const Impl::Reading& reading) { return reading.entity == kNoEntity; });
}

std::vector<Match> Gazetteer::Find(const FoldedText& folded, std::string_view original) const {
  if (impl_->index.size() == 0) return {};
  return Matcher(*impl_, folded, original).Run();
}

void Gazetteer::FindOuter(std::string_view text, const TakeMatch& take,
                          const ScanKernel* kernel) const {
  ScannerLoan loan(impl_->index, kernel);
  NameScanner& scanner = loan.scanner();
  ReadingChoice choice(*impl_, text);
  scanner.Start(text, UnitTable::Reading::kFolding);
  std::size_t covered = 0;
  while (scanner.Next()) {
    for (const NameHit& hit : scanner.hits()) {
      if (scanner.BeginOf(hit) < covered) continue;
      NameIndex::Found found = scanner.Longest(hit);
      for (; found.length > 0; found = scanner.Shorter(hit, found.length)) {
        const Span span = scanner.SpanOf(hit, found.length);
        if (span.size() == 0 || IsContinued(text, span.end)) continue;
        if (choice.IsInside(span.begin)) break;
        if (!choice.Choose(found.value, span)) continue;
        covered = span.end;
        if (!choice.readings().empty()) take(span, choice.readings());
        break;
      }
    }
  }
}

}  // namespace zhitu::extract
