#include "graph/document_marks.h"

#include <algorithm>
#include <numeric>

#include "graph/store_impl.h"

namespace zhitu::graph {
namespace {

Stretch Inside(const DocumentRecord& document, std::int64_t begin, std::int64_t end) {
  const std::int64_t from = std::clamp(begin, document.begin, document.end);
  return {from, std::clamp(end, from, document.end)};
}

}  // namespace

const Stretch* DocumentMarks::Sentence(std::int64_t number) const {
  const auto at = static_cast<std::size_t>(number);
  return number >= 0 && at < sentences.size() ? &sentences[at] : nullptr;
}

// Of those that begin before the place the last few are looked at: between the halves of a sentence
// stand few others.
const Stretch* DocumentMarks::Holding(const Stretch& place) const {
  constexpr std::ptrdiff_t kMostBetween = 16;
  const auto behind = std::upper_bound(
      by_begin_.begin(), by_begin_.end(), place.begin,
      [this](std::int64_t begin, std::size_t number) { return begin < sentences[number].begin; });
  const Stretch* best = nullptr;
  const auto length = [](const Stretch& stretch) { return stretch.end - stretch.begin; };
  for (auto i = behind; i != by_begin_.begin() && behind - i < kMostBetween;) {
    const Stretch& sentence = sentences[*--i];
    if (sentence.end < place.end) continue;
    if (best == nullptr || length(sentence) < length(*best)) best = &sentence;
  }
  return best;
}

Stretch DocumentMarks::SentencesAround(const Stretch& place) const {
  if (const Stretch* sentence = Holding(place)) return *sentence;
  Stretch around = place;
  for (const std::int64_t at : {place.begin, place.end - 1}) {
    if (const Stretch* sentence = Holding({at, at + 1})) {
      around.begin = std::min(around.begin, sentence->begin);
      around.end = std::max(around.end, sentence->end);
    }
  }
  return around;
}

DocumentMarksReader::DocumentMarksReader(const Store& store)
    : store_(store),
      sentence_rows_(store.impl().Scan("sentence", {"document", "number", "begin", "end"})),
      mention_rows_(
          store.impl().Scan("mention", {"document", "begin", "end", "entity", "sentence", "unit"})),
      in_sentences_(sentence_rows_.Next()),
      in_mentions_(mention_rows_.Next()) {}

void DocumentMarksReader::Read(const DocumentRecord& document, DocumentMarks& marks) {
  ReadSentences(document, marks.sentences);
  std::vector<std::size_t>& order = marks.by_begin_;
  order.resize(marks.sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return marks.sentences[a].begin < marks.sentences[b].begin;
  });
  ReadMentions(document, marks.mentions);
}

void DocumentMarksReader::ReadSentences(const DocumentRecord& document,
                                        std::vector<Stretch>& sentences) {
  sentences.clear();
  TableScan& rows = sentence_rows_;
  for (; in_sentences_ && rows.Integer(0) <= document.number; in_sentences_ = rows.Next()) {
    if (rows.Integer(0) < document.number) continue;
    if (rows.Integer(1) != static_cast<std::int64_t>(sentences.size())) {
      store_.impl().Damaged("a sentence is missing");
    }
    sentences.push_back(Inside(document, rows.Integer(2), rows.Integer(3)));
  }
}

void DocumentMarksReader::ReadMentions(const DocumentRecord& document,
                                       std::vector<MentionMark>& mentions) {
  mentions.clear();
  TableScan& rows = mention_rows_;
  for (; in_mentions_ && rows.Integer(0) <= document.number; in_mentions_ = rows.Next()) {
    if (rows.Integer(0) < document.number) continue;
    const Stretch place = Inside(document, rows.Integer(1), rows.Integer(2));
    const std::int64_t unit = rows.IsNull(5) ? -1 : rows.Integer(5);
    if (place.begin == place.end) continue;
    const EntityNumber entity = rows.Integer(3);
    if (entity != 0) store_.impl().CheckEntity(entity);
    mentions.push_back({place, entity, rows.Integer(4), unit});
  }
}

}  // namespace zhitu::graph
