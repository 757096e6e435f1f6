#include "graph/impact.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/utf8.h"
#include "graph/records.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kMostAround = 60;  // code points before and behind the marked words

// The last, or first, code points of a text, with an ellipsis where some are left out.
std::string Shortened(const std::string& text, bool last) {
  const extract::OffsetIndex index(text);
  const std::size_t all = index.CodePoints(text.size());
  if (all <= kMostAround) return text;
  if (last) return "…" + text.substr(index.Byte(all - kMostAround));
  return text.substr(0, index.Byte(kMostAround)) + "…";
}

std::string Words(const extract::Extraction& extraction, std::size_t begin, std::size_t end) {
  return begin < end ? extraction.Surface({begin, end}) : std::string();
}

}  // namespace

// A mention, or the words that an edge rests on.
struct Impact::Occurrence {
  std::string predicate;
  std::string subject;
  std::string object;
  extract::Span first;   // the words to mark
  extract::Span second;  // of a pair the other's; else empty
  std::uint32_t sentence = 0;
  extract::EntityIndex subject_index = extract::kNoEntity;
  extract::EntityIndex object_index = extract::kNoEntity;

  // An edge counts once a sentence, wherever the words stand.
  auto Order() const {
    const bool edge = !predicate.empty();
    return std::tuple<const std::string&, const std::string&, const std::string&, std::size_t,
                      std::size_t>(predicate, subject, object, edge ? sentence : first.begin,
                                   edge ? 0 : first.end);
  }
  friend bool operator<(const Occurrence& a, const Occurrence& b) { return a.Order() < b.Order(); }
};

std::vector<Impact::Occurrence> Impact::OccurrencesOf(const extract::Extraction& extraction) const {
  std::vector<Occurrence> all;
  for (const extract::Mention& mention : extraction.mentions) {
    Occurrence& occurrence = all.emplace_back();
    occurrence.first = mention.span;
    occurrence.sentence = mention.sentence;
    occurrence.subject_index = mention.entity;
    if (mention.entity != extract::kNoEntity) {
      occurrence.subject = extraction.EntityId(mention.entity);
    } else {
      occurrence.object = extraction.Surface(mention.span);  // tells undecided forms apart
    }
  }
  for (const extract::Statement& statement : extraction.statements) {
    if (statement.modality == extract::Modality::kNegated) continue;
    Occurrence& occurrence = all.emplace_back();
    occurrence.predicate = statement.predicate;
    occurrence.subject = extraction.EntityId(statement.subject);
    occurrence.object = extraction.EntityId(statement.object);
    occurrence.subject_index = statement.subject;
    occurrence.object_index = statement.object;
    occurrence.first = statement.evidence.front();
    occurrence.sentence = statement.sentence;
  }
  AddPairs(extraction, all);
  std::sort(all.begin(), all.end());
  return all;
}

// Pairs in each sentence the entities that its outermost, decided mentions name, each by its first.
void Impact::AddPairs(const extract::Extraction& extraction, std::vector<Occurrence>& all) const {
  std::vector<const extract::Mention*> named;
  for (const extract::Mention& mention : extraction.mentions) {
    if (!mention.nested && mention.entity != extract::kNoEntity) named.push_back(&mention);
  }
  std::stable_sort(named.begin(), named.end(), [](const auto* a, const auto* b) {
    return std::tie(a->sentence, a->span.begin) < std::tie(b->sentence, b->span.begin);
  });
  std::vector<const extract::Mention*> firsts;
  for (std::size_t begin = 0, end = 0; begin < named.size(); begin = end) {
    firsts.clear();
    for (; end < named.size() && named[end]->sentence == named[begin]->sentence; ++end) {
      const bool known = std::any_of(firsts.begin(), firsts.end(), [&](const auto* first) {
        return first->entity == named[end]->entity;
      });
      if (!known) firsts.push_back(named[end]);
      if (firsts.size() > max_entities_) break;
    }
    while (end < named.size() && named[end]->sentence == named[begin]->sentence) ++end;
    if (firsts.size() > max_entities_) continue;
    for (std::size_t i = 0; i < firsts.size(); ++i) {
      for (std::size_t j = i + 1; j < firsts.size(); ++j) {
        Occurrence& pair = all.emplace_back();
        pair.predicate = kCoOccurs;
        pair.subject_index = firsts[i]->entity;
        pair.object_index = firsts[j]->entity;
        pair.subject = extraction.EntityId(pair.subject_index);
        pair.object = extraction.EntityId(pair.object_index);
        pair.first = firsts[i]->span;
        pair.second = firsts[j]->span;
        pair.sentence = firsts[i]->sentence;
        if (pair.object < pair.subject) {  // the same pair in whatever order
          std::swap(pair.subject, pair.object);
          std::swap(pair.subject_index, pair.object_index);
        }
      }
    }
  }
}

namespace {

// The sentence with the words in brackets, cut to what stands around them.
std::string Marked(const extract::Extraction& extraction, std::uint32_t sentence,
                   const extract::Span& first, const extract::Span& second) {
  extract::Span around = first;
  if (sentence < extraction.sentences.size()) {
    around.begin = std::min(around.begin, extraction.sentences[sentence].begin);
    around.end = std::max(around.end, extraction.sentences[sentence].end);
  }
  std::string text = Shortened(Words(extraction, around.begin, first.begin), true);
  text += '[' + Words(extraction, first.begin, first.end) + ']';
  std::size_t at = first.end;
  if (second.begin < second.end) {
    text += Words(extraction, at, second.begin);
    text += '[' + Words(extraction, second.begin, second.end) + ']';
    at = second.end;
  }
  return text + Shortened(Words(extraction, at, around.end), false);
}

}  // namespace

void Impact::AddChanges(const extract::Extraction& extraction, const std::vector<Occurrence>& only,
                        bool gained) {
  const extract::Document& document = extraction.document;
  std::optional<extract::OffsetIndex> index;
  for (const Occurrence& occurrence : only) {
    Totals& totals = occurrence.predicate.empty() ? mentions_ : edges_;
    ++(gained ? totals.gained : totals.lost);
    Change& change = changes_[{occurrence.predicate, occurrence.subject, occurrence.object}];
    if (change.subject_name.empty()) {
      const bool decided = occurrence.subject_index != extract::kNoEntity;
      change.subject_name =
          decided ? extraction.EntityName(occurrence.subject_index) : occurrence.object;
      if (!occurrence.predicate.empty()) {
        change.object_name = extraction.EntityName(occurrence.object_index);
      }
    }
    ++(gained ? change.gained : change.lost);
    const std::size_t kept =
        gained ? change.places.size() - change.lost_places : change.lost_places;
    if (kept == samples_) continue;
    if (!gained) ++change.lost_places;
    if (!index) index.emplace(document.text);
    const extract::LineColumn where = index->Position(occurrence.first.begin);
    change.places.push_back(
        {gained, document.id, document.file,
         document.record ? document.begin_line : document.begin_line + where.line - 1, where.column,
         Marked(extraction, occurrence.sentence, occurrence.first, occurrence.second)});
  }
}

void Impact::Add(const extract::Extraction& before, const extract::Extraction& after) {
  const std::vector<Occurrence> old = OccurrencesOf(before);
  const std::vector<Occurrence> now = OccurrencesOf(after);
  std::vector<Occurrence> only;
  std::set_difference(old.begin(), old.end(), now.begin(), now.end(), std::back_inserter(only));
  AddChanges(before, only, false);
  only.clear();
  std::set_difference(now.begin(), now.end(), old.begin(), old.end(), std::back_inserter(only));
  AddChanges(after, only, true);
}

std::vector<ImpactRow> Impact::Rows() const {
  std::vector<ImpactRow> rows;
  for (const auto& [key, change] : changes_) {
    ImpactRow row;
    row.predicate = std::get<0>(key);
    row.subject = std::get<1>(key);
    row.object = row.predicate.empty() ? std::string() : std::get<2>(key);
    row.subject_name = change.subject_name;
    row.object_name = change.object_name;
    row.gained = change.gained;
    row.lost = change.lost;
    row.places = change.places;
    rows.push_back(std::move(row));
  }
  // The map has them by predicate, subject and object.
  std::stable_sort(rows.begin(), rows.end(), [](const ImpactRow& a, const ImpactRow& b) {
    if (a.predicate.empty() != b.predicate.empty()) return a.predicate.empty();
    return a.gained + a.lost > b.gained + b.lost;
  });
  return rows;
}

}  // namespace zhitu::graph
