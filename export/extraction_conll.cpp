#include "export/extraction_conll.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "export/tsv_text.h"
#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

using extract::Extraction;
using extract::Mention;
using extract::Span;

// The end of the token that begins at `begin`, at most `limit`.
std::size_t TokenEnd(std::string_view text, std::size_t begin, std::size_t limit) {
  std::size_t end = begin;
  const bool word = extract::IsSpacedLetter(extract::NextCodePoint(text, end));
  while (end < limit) {
    std::size_t next = end;
    const char32_t c = extract::NextCodePoint(text, next);
    if (!extract::IsCombiningMark(c) && !(word && extract::IsSpacedLetter(c))) break;
    end = next;
  }
  return std::min(end, limit);
}

std::vector<const Mention*> TaggedNames(const Extraction& extraction) {
  std::vector<const Mention*> names;
  for (const Mention& mention : extraction.mentions) {
    const bool name = mention.kind == extract::MentionKind::kName && !mention.nested;
    if (name && mention.entity != extract::kNoEntity) names.push_back(&mention);
  }
  return names;
}

class Tagger {
 public:
  explicit Tagger(const Extraction& extraction)
      : extraction_(extraction), names_(TaggedNames(extraction)) {}

  // The lines of a sentence; sentences come in order.
  std::string Lines(const Span& sentence) {
    const std::string_view text = extraction_.document.text;
    std::string lines;
    for (std::size_t at = sentence.begin; at < sentence.end;) {
      std::size_t next = at;
      if (extract::IsSpace(extract::NextCodePoint(text, next))) {
        at = next;
        continue;
      }
      const std::size_t end = TokenEnd(text, at, std::min(sentence.end, NextEdge(at)));
      lines += TsvText(text.substr(at, end - at)) + '\t' + Tag(at) + '\n';
      at = end;
    }
    return lines;
  }

 private:
  // Where the name at `at` ends, or the next one begins.
  std::size_t NextEdge(std::size_t at) {
    while (next_ < names_.size() && names_[next_]->span.end <= at) ++next_;
    if (next_ == names_.size()) return extraction_.document.text.size();
    const Span& span = names_[next_]->span;
    return at < span.begin ? span.begin : span.end;
  }

  std::string Tag(std::size_t at) {
    if (next_ == names_.size() || at < names_[next_]->span.begin) return "O";
    const bool inside = tagged_ == names_[next_];
    tagged_ = names_[next_];
    return (inside ? "I-" : "B-") + extraction_.EntityType(tagged_->entity);
  }

  const Extraction& extraction_;
  std::vector<const Mention*> names_;
  std::size_t next_ = 0;             // the first name that does not end before the token
  const Mention* tagged_ = nullptr;  // the name of the last tagged token
};

}  // namespace

ExtractionConllWriter::ExtractionConllWriter(Sink& sink) : sink_(sink) {}

void ExtractionConllWriter::Begin() {}

void ExtractionConllWriter::Add(const Extraction& extraction) {
  sink_.Write("# document = " + TsvText(extraction.document.id) + "\n");
  Tagger tagger(extraction);
  bool empty = true;
  for (const Span& sentence : extraction.sentences) {
    const std::string lines = tagger.Lines(sentence);
    if (lines.empty()) continue;
    sink_.Write(lines + "\n");
    empty = false;
  }
  if (empty) sink_.Write("\n");
}

void ExtractionConllWriter::End() {}

}  // namespace zhitu::xport
