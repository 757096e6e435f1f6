// Matching is restarted at every character: names are short in Chinese (3 characters in the mean),
// so the failure links of an Aho-Corasick automaton would buy nothing and cost memory. See
// extract/surface_index.h for the lookup.
#include "extract/gazetteer.h"

#include <algorithm>

#include "extract/characters.h"
#include "extract/gazetteer_impl.h"
#include "extract/utf8.h"
#include "extract/word_boundary.h"

namespace zhitu::extract {

// Finds the matches of one text.
class Matcher {
 public:
  Matcher(const Gazetteer::Impl& gazetteer, const FoldedText& folded, std::string_view original)
      : gazetteer_(gazetteer), folded_(folded), original_(original) {}

  std::vector<Match> Run() {
    FindIn({0, folded_.text().size()}, false);
    // Each match puts those inside it at the end of the list; the list grows until nothing is
    // nested any more.
    for (std::size_t i = 0; i < matches_.size(); ++i) FindIn(Span(matches_[i].folded), true);
    return Sorted();
  }

 private:
  // Leftmost-longest inside a range of the folded text; with `inside`, without the range itself.
  void FindIn(Span range, bool inside) {
    const std::string_view text = std::string_view(folded_.text()).substr(0, range.end);
    for (std::size_t at = range.begin; at < range.end;) {
      const std::size_t excluded = inside && at == range.begin ? range.size() : 0;
      const std::size_t length = LongestAt(text, at, excluded, inside);
      if (length > 0) {
        at += length;
      } else {
        NextCodePoint(text, at);
      }
    }
  }

  // Records the longest valid match at a place and gives its folded length; 0 if there is none.
  std::size_t LongestAt(std::string_view text, std::size_t at, std::size_t excluded, bool nested) {
    std::uint32_t surface = gazetteer_.index.Longest(text, at);
    for (; surface != SurfaceIndex::kNone; surface = gazetteer_.index.Parent(surface)) {
      const std::size_t length = gazetteer_.index.key(surface).size();
      if (length == excluded) continue;
      const Span span = folded_.Original(at, at + length);
      if (span.size() == 0) continue;
      // No shorter form begins elsewhere: inside a word none of them fits.
      if (gazetteer_.all_auto && !IsFree(original_, span.begin)) return 0;
      if (Record(surface, span, {at, at + length}, nested)) return length;
    }
    return 0;
  }

  bool Record(std::uint32_t surface, const Span& span, const Span& folded, bool nested) {
    const std::uint32_t first = gazetteer_.reading_begins[surface];
    const std::uint32_t last = gazetteer_.reading_begins[surface + 1];
    std::vector<EntityIndex> readings;
    for (std::uint32_t i = first; i < last; ++i) {
      if (!Fits(gazetteer_.reading_rules[i], span)) continue;
      const EntityIndex entity = gazetteer_.readings[i];
      if (entity == kNoEntity) return true;  // to be ignored
      if (readings.empty() || readings.back() != entity) readings.push_back(entity);
    }
    if (readings.empty()) return false;
    matches_.push_back({span, folded, std::move(readings), nested});
    return true;
  }

  bool Fits(const Gazetteer::Impl::Reading& reading, const Span& span) const {
    if (reading.rule.exact_case &&
        CasePattern(span.In(original_)) != gazetteer_.case_patterns[reading.exact]) {
      return false;
    }
    switch (reading.rule.boundary) {
      case SurfaceRule::Boundary::kNone:
        return true;
      case SurfaceRule::Boundary::kWord:
        return IsWord(original_, span);
      case SurfaceRule::Boundary::kAuto:
        return StandsFree(original_, span);
    }
    return false;
  }

  std::vector<Match> Sorted() {
    std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return std::move(matches_);
  }

  const Gazetteer::Impl& gazetteer_;
  const FoldedText& folded_;
  std::string_view original_;
  std::vector<Match> matches_;
};

Gazetteer::Gazetteer() : impl_(std::make_unique<Impl>()) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

std::size_t Gazetteer::size() const { return impl_->rows.size(); }
std::size_t Gazetteer::surfaces() const { return impl_->index.size(); }
const std::vector<std::pair<std::string, std::string>>& Gazetteer::files() const {
  return impl_->files;
}

EntityView Gazetteer::entity(EntityIndex index) const {
  const Impl::Row& row = impl_->rows[index];
  return {impl_->View(row.id), impl_->View(row.name), impl_->types[row.type]};
}

std::string Gazetteer::Why(EntityIndex index) const {
  const Impl::Row& row = impl_->rows[index];
  return impl_->files[row.file].first + ':' + std::to_string(row.line);
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
                row.parent,
                Why(index)};
  std::uint32_t at = row.details;
  entity.aliases = impl_->ReadList(at);
  entity.context = impl_->ReadList(at);
  const std::vector<std::string> attributes = impl_->ReadList(at);
  for (std::size_t i = 0; i + 1 < attributes.size(); i += 2) {
    entity.attributes.emplace_back(attributes[i], attributes[i + 1]);
  }
  return entity;
}

std::vector<EntityIndex> Gazetteer::Readings(std::string_view folded) const {
  const std::uint32_t surface = impl_->index.Find(folded);
  std::vector<EntityIndex> readings;
  if (surface == SurfaceIndex::kNone) return readings;
  for (std::uint32_t i = impl_->reading_begins[surface]; i < impl_->reading_begins[surface + 1];
       ++i) {
    const EntityIndex entity = impl_->readings[i];
    if (entity != kNoEntity && (readings.empty() || readings.back() != entity))
      readings.push_back(entity);
  }
  return readings;
}

std::vector<Match> Gazetteer::Find(const FoldedText& folded, std::string_view original) const {
  if (impl_->index.size() == 0) return {};
  return Matcher(*impl_, folded, original).Run();
}

}  // namespace zhitu::extract
