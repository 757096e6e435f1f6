#include "graph/quoted_text.h"

#include <algorithm>

#include "extract/utf8.h"

namespace zhitu::graph {

Stretch ShownPart(const Stretch& sentence, const Stretch& place) {
  constexpr std::int64_t kBefore = kLongestQuote / 4;
  if (sentence.end - sentence.begin <= kLongestQuote) return sentence;
  std::int64_t begin = std::max(sentence.begin, place.begin - kBefore);
  const std::int64_t end = std::min(sentence.end, begin + kLongestQuote);
  begin = std::max(sentence.begin, end - kLongestQuote);
  return {begin, end};
}

QuotedTexts::QuotedTexts(std::function<bool(EntityNumber)> keep, Visitor visit)
    : keep_(std::move(keep)), visit_(std::move(visit)) {}

void QuotedTexts::Open(const DocumentRecord& document, std::string_view text,
                       const DocumentMarks& marks) {
  document_ = &document;
  bytes_ = text;
  marks_ = &marks;
  text_.reset();
  shown_.clear();
}

StoredText& QuotedTexts::Text() {
  if (!text_) {
    text_.emplace(std::string(bytes_), document_->begin, document_->line, document_->record);
  }
  return *text_;
}

extract::LineColumn QuotedTexts::Position(std::int64_t code_point) {
  return Text().Position(code_point);
}

std::size_t QuotedTexts::Shown::At(std::size_t byte) const {
  const std::string_view text = words.text();
  return extract::CountCodePoints(text.substr(0, words.At(byte - begin)));
}

QuotedPart QuotedTexts::Show(const Stretch& asked) {
  const std::int64_t begin = std::clamp(asked.begin, document_->begin, document_->end);
  const Stretch place{begin, std::clamp(asked.end, begin, document_->end)};
  const Stretch sentence = marks_->SentencesAround(place);
  const Stretch part = ShownPart(sentence, place);
  const Shown& shown = ShowPart(part, sentence);
  const extract::Span words =
      Text().Bytes({std::max(place.begin, part.begin), std::min(place.end, part.end)});
  return {shown.number, static_cast<std::uint32_t>(shown.At(words.begin)),
          static_cast<std::uint32_t>(shown.At(words.end))};
}

const QuotedTexts::Shown& QuotedTexts::ShowPart(const Stretch& part, const Stretch& sentence) {
  const auto key = std::pair(part.begin, part.end);
  if (const auto found = shown_.find(key); found != shown_.end()) return found->second;
  const StoredText& text = Text();
  const extract::Span bytes = text.Bytes(part);
  const auto [added, is_new] =
      shown_.emplace(key, Shown{count_++, bytes.begin, JoinedLines(bytes.In(text.text()))});
  const extract::LineColumn position = text.Position(part.begin);
  QuotedText quoted;
  quoted.document = document_->id;
  quoted.file = document_->file;
  quoted.title = document_->title;
  quoted.date = document_->date;
  quoted.line = static_cast<std::int64_t>(position.line);
  quoted.column = static_cast<std::int64_t>(position.column);
  quoted.text = added->second.words.text();
  quoted.cut_before = sentence.begin < part.begin;
  quoted.cut_after = part.end < sentence.end;
  quoted.marks = MarksIn(part, text, added->second);
  visit_(quoted);
  return added->second;
}

std::vector<TextMark> QuotedTexts::MarksIn(const Stretch& part, const StoredText& text,
                                           const Shown& shown) const {
  const std::vector<MentionMark>& mentions = marks_->mentions;
  auto mention = std::lower_bound(
      mentions.begin(), mentions.end(), part.begin,
      [](const MentionMark& mark, std::int64_t begin) { return mark.place.begin < begin; });
  std::vector<TextMark> marks;
  for (; mention != mentions.end() && mention->place.begin < part.end; ++mention) {
    if (mention->place.end > part.end || mention->entity == 0 || !keep_(mention->entity)) continue;
    const extract::Span bytes = text.Bytes(mention->place);
    marks.push_back({shown.At(bytes.begin), shown.At(bytes.end), mention->entity});
  }
  return marks;
}

}  // namespace zhitu::graph
