#include "extract/plain_reader.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/link.h"
#include "extract/tagged_names.h"
#include "extract/utf8.h"
#include "extract/view.h"

namespace zhitu::extract {
namespace {

// The character that ends at byte `at`, and where it begins.
struct Preceding {
  char32_t character;
  std::size_t begin;
};
Preceding Before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (!IsLeadByte(text[begin])) --begin;
  std::size_t next = begin;
  return {NextCodePoint(text, next), begin};
}

// True for what leaves nothing in a folded text at the ends of a block.
bool IsInvisible(char32_t c) { return IsSpace(c) || FoldCharacter(c).count == 0; }

// Cuts lines into sentences, as `View` does with folded text.
class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, const TextConventions& conventions)
      : text_(text), conventions_(conventions) {
    // What folds to a sentence end is in the same blocks of Unicode as one or the wide forms.
    for (const char32_t c : conventions.sentence_end.characters()) {
      std::string bytes;
      AppendUtf8(c, bytes);
      leads_[static_cast<unsigned char>(bytes.front())] = true;
    }
    constexpr std::size_t kWideForms = 0xEF;
    leads_[kWideForms] = true;
  }

  void Split(const Span& line, std::vector<Span>& sentences) const {
    const Span visible = Visible(line);
    std::size_t begin = visible.begin;
    for (std::size_t at = begin; at < visible.end;) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      if (!leads_[lead]) {
        at += lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
        continue;
      }
      if (!Ends(NextCodePoint(text_, at))) continue;
      at = EndOfSentence(at, visible.end);
      sentences.push_back({begin, at});
      begin = at = NextBegin(at, visible.end);
    }
    if (begin < visible.end) sentences.push_back({begin, visible.end});
  }

 private:
  bool Ends(char32_t c) const {
    if (conventions_.EndsSentence(c)) return true;
    const FoldedCharacter folded = FoldCharacter(c);
    return folded.count == 1 && !folded.bytes.empty() && conventions_.EndsSentence(folded.first);
  }

  Span Visible(const Span& line) const {
    Span visible = line;
    while (visible.size() > 0) {
      const Preceding last = Before(text_, visible.end);
      if (!IsInvisible(last.character)) break;
      visible.end = last.begin;
    }
    while (visible.size() > 0) {
      std::size_t next = visible.begin;
      if (!IsInvisible(NextCodePoint(text_, next))) break;
      visible.begin = next;
    }
    return visible;
  }

  // Takes in further sentence ends, over characters that vanish, but none that is continued.
  std::size_t EndOfSentence(std::size_t at, std::size_t end) const {
    std::size_t ended = at;
    while (at < end) {
      const char32_t c = NextCodePoint(text_, at);
      if (Ends(c) && !IsContinued(text_, at)) {
        ended = at;
      } else if (IsSpace(c) || FoldCharacter(c).count != 0) {
        break;
      }
    }
    return ended;
  }

  std::size_t NextBegin(std::size_t at, std::size_t end) const {
    while (at < end) {
      std::size_t next = at;
      const char32_t c = NextCodePoint(text_, next);
      if (IsSpace(c) || FoldCharacter(c).count != 0) break;
      at = next;
    }
    return at;
  }

  std::string_view text_;
  const TextConventions& conventions_;
  std::array<bool, 256> leads_{};
};

// The lines of a text that are not blank, each a block, white space at its ends left out.
std::vector<Block> PlainBlocks(std::string_view text) {
  std::vector<Block> blocks;
  std::size_t feed = std::min(text.find('\n'), text.size());  // the next one
  for (std::size_t at = 0; at < text.size();) {
    if (feed < at) feed = std::min(text.find('\n', at), text.size());
    // Most texts have no carriage return: it is looked for inside of the line.
    const std::size_t end = std::min(text.substr(at, feed - at).find('\r'), feed - at) + at;
    Span line{at, end};
    while (line.size() > 0) {
      std::size_t next = line.begin;
      if (!IsSpace(NextCodePoint(text, next))) break;
      line.begin = next;
    }
    while (line.size() > 0) {
      const Preceding last = Before(text, line.end);
      if (!IsSpace(last.character)) break;
      line.end = last.begin;
    }
    if (line.size() > 0) blocks.push_back({Zone::kBody, {line}});
    at = end + 1;
  }
  return blocks;
}

// Nested and ambiguous matches are linked by the whole folded text; only then is it made.
void LinkWhole(const Gazetteer& gazetteer, const Knowledge& knowledge, Extraction& extraction) {
  const View view(extraction.document, knowledge.conventions);
  std::vector<Match> matches = gazetteer.Find(view.folded(), extraction.document.text);
  if (knowledge.outermost_only) {
    std::erase_if(matches, [](const Match& match) { return match.nested; });
  }
  std::vector<LinkedMention> linked = LinkMatches(gazetteer, view, matches);
  extraction.mentions.clear();
  for (LinkedMention& mention : linked) extraction.mentions.push_back(std::move(mention.mention));
}

}  // namespace

std::vector<Document> PlainDocuments(SourceText text) {
  std::vector<Block> blocks = PlainBlocks(text.text);
  if (blocks.empty() && !text.record) return {};
  Document document;
  document.id = std::move(text.name);
  document.file = std::move(text.file);
  document.title = std::move(text.title);
  document.date = std::move(text.date);
  document.source = std::move(text.source);
  document.record = text.record;
  if (text.record) document.begin_line = text.line;
  document.blocks = std::move(blocks);
  document.text = std::move(text.text);
  std::vector<Document> documents;
  documents.push_back(std::move(document));
  return documents;
}

std::vector<std::uint32_t> ReadPlainSentences(const TextConventions& conventions,
                                              Extraction& extraction) {
  const SentenceSplitter splitter(extraction.document.text, conventions);
  std::vector<std::uint32_t> blocks;
  for (std::uint32_t block = 0; block < extraction.document.blocks.size(); ++block) {
    splitter.Split(extraction.document.blocks[block].pieces.front(), extraction.sentences);
    blocks.resize(extraction.sentences.size(), block);
  }
  return blocks;
}

Extraction ReadPlainDocument(Document document, const Gazetteer& gazetteer,
                             const Knowledge& knowledge, const LearnedParts& learned) {
  Extraction extraction;
  extraction.document = std::move(document);
  extraction.gazetteer = &gazetteer;
  const std::string_view text = extraction.document.text;
  const std::vector<std::uint32_t> blocks =
      ReadPlainSentences(knowledge.conventions, extraction);  // by sentence
  bool whole = !knowledge.outermost_only;                     // by the folded text as a whole
  std::uint32_t sentence = 0;
  const auto take = [&](const Span& span, std::span<const EntityIndex> readings) {
    whole = whole || readings.size() > 1;
    while (sentence + 1 < extraction.sentences.size() &&
           extraction.sentences[sentence + 1].begin <= span.begin) {
      ++sentence;
    }
    Mention& mention = extraction.mentions.emplace_back();
    mention.span = span;
    mention.entity = readings.front();
    mention.sentence = sentence;
    mention.block = blocks[sentence];
  };
  if (!whole) gazetteer.FindOuter(text, take);
  if (whole) LinkWhole(gazetteer, knowledge, extraction);
  if (learned.taggers != nullptr) {
    AddTaggedNames(*learned.taggers, extraction);
    if (knowledge.outermost_only) {
      std::erase_if(extraction.mentions, [](const Mention& mention) { return mention.nested; });
    }
  }
  if (learned.statements != nullptr) {
    extraction.statements =
        FindStatements(*learned.statements, extraction, OutermostEnds(extraction));
  }
  return extraction;
}

}  // namespace zhitu::extract
