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

constexpr std::size_t kMostAround = 60;   // code points before and behind the marked words
constexpr std::size_t kMostBytes = 4096;  // that are looked at for them

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

// The first mentions of each entity that a sentence names; none if there are too many.
std::vector<const extract::Mention*> Impact::FirstsOf(
    std::span<const extract::Mention* const> sentence) const {
  std::vector<const extract::Mention*> firsts;
  for (const extract::Mention* mention : sentence) {
    const bool known = std::any_of(firsts.begin(), firsts.end(), [&](const auto* first) {
      return first->entity == mention->entity;
    });
    if (!known) firsts.push_back(mention);
    if (firsts.size() > max_entities_) return {};
  }
  return firsts;
}

Impact::Occurrence Impact::PairOf(const extract::Extraction& extraction,
                                  const extract::Mention& first, const extract::Mention& second) {
  Occurrence pair;
  pair.predicate = kCoOccurs;
  pair.subject_index = first.entity;
  pair.object_index = second.entity;
  pair.subject = extraction.EntityId(first.entity);
  pair.object = extraction.EntityId(second.entity);
  pair.first = first.span;
  pair.second = second.span;
  pair.sentence = first.sentence;
  if (pair.object < pair.subject) {  // the same pair in whatever order
    std::swap(pair.subject, pair.object);
    std::swap(pair.subject_index, pair.object_index);
  }
  return pair;
}

// Pairs in each sentence the entities that its outermost, decided mentions name.
void Impact::AddPairs(const extract::Extraction& extraction, std::vector<Occurrence>& all) const {
  std::vector<const extract::Mention*> named;
  for (const extract::Mention& mention : extraction.mentions) {
    if (!mention.nested && mention.entity != extract::kNoEntity) named.push_back(&mention);
  }
  std::stable_sort(named.begin(), named.end(), [](const auto* a, const auto* b) {
    return std::tie(a->sentence, a->span.begin) < std::tie(b->sentence, b->span.begin);
  });
  for (std::size_t begin = 0, end = 0; begin < named.size(); begin = end) {
    while (end < named.size() && named[end]->sentence == named[begin]->sentence) ++end;
    const auto firsts = FirstsOf({named.data() + begin, end - begin});
    for (std::size_t i = 0; i < firsts.size(); ++i) {
      for (std::size_t j = i + 1; j < firsts.size(); ++j) {
        all.push_back(PairOf(extraction, *firsts[i], *firsts[j]));
      }
    }
  }
}

namespace {

// Moves an end of a span to where a character begins.
std::size_t AtCharacter(std::string_view text, std::size_t at) {
  while (at < text.size() && !extract::IsLeadByte(text[at])) ++at;
  return at;
}

// The sentence with the words in brackets, cut to what stands around them. What is further away
// than kMostBytes is not looked at, for a sentence may be a whole file.
std::string Marked(const extract::Extraction& extraction, std::uint32_t sentence,
                   const extract::Span& first, extract::Span second) {
  if (second.begin < first.end || second.begin - first.end > kMostBytes) second = {};
  const bool pair = second.begin < second.end;
  const std::size_t end = pair ? second.end : first.end;
  extract::Span around{first.begin, end};
  if (sentence < extraction.sentences.size()) {
    around.begin = std::min(around.begin, extraction.sentences[sentence].begin);
    around.end = std::max(around.end, extraction.sentences[sentence].end);
  }
  const std::string_view whole = extraction.document.text;
  if (first.begin - around.begin > kMostBytes) {
    around.begin = AtCharacter(whole, first.begin - kMostBytes);
  }
  if (around.end - end > kMostBytes) around.end = AtCharacter(whole, end + kMostBytes);
  std::string text = Shortened(Words(extraction, around.begin, first.begin), true);
  text += '[' + Words(extraction, first.begin, first.end) + ']';
  if (pair) {
    text += Words(extraction, first.end, second.begin);
    text += '[' + Words(extraction, second.begin, second.end) + ']';
  }
  return text + Shortened(Words(extraction, end, around.end), false);
}

}  // namespace

void Impact::AddPlace(const extract::Extraction& extraction, const extract::OffsetIndex& index,
                      const Occurrence& occurrence, bool gained, Change& change) const {
  const extract::Document& document = extraction.document;
  const extract::LineColumn where = index.Position(occurrence.first.begin);
  if (!gained) ++change.lost_places;
  change.places.push_back(
      {gained, document.id, document.file,
       document.record ? document.begin_line : document.begin_line + where.line - 1, where.column,
       Marked(extraction, occurrence.sentence, occurrence.first, occurrence.second)});
}

void Impact::AddChanges(const extract::Extraction& extraction, const std::vector<Occurrence>& only,
                        bool gained) {
  std::optional<extract::OffsetIndex> index;  // made once, and only if it is asked
  for (const Occurrence& occurrence : only) {
    const bool edge = !occurrence.predicate.empty();
    Totals& totals = edge ? edges_ : mentions_;
    ++(gained ? totals.gained : totals.lost);
    Change& change = changes_[{occurrence.predicate, occurrence.subject, occurrence.object}];
    if (change.subject_name.empty()) {
      const bool decided = occurrence.subject_index != extract::kNoEntity;
      change.subject_name =
          decided ? extraction.EntityName(occurrence.subject_index) : occurrence.object;
      if (edge) change.object_name = extraction.EntityName(occurrence.object_index);
    }
    ++(gained ? change.gained : change.lost);
    const std::size_t kept =
        gained ? change.places.size() - change.lost_places : change.lost_places;
    if (kept == samples_) continue;
    if (!index) index.emplace(extraction.document.text);
    AddPlace(extraction, *index, occurrence, gained, change);
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
