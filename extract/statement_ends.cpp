#include "extract/statement_ends.h"

#include <algorithm>
#include <set>
#include <utility>

namespace zhitu::extract {
namespace {

// The lines of a block inside of a sentence.
std::vector<Span> PiecesIn(const Block& block, const Span& sentence) {
  std::vector<Span> pieces;
  for (const Span& piece : block.pieces) {
    const Span part{std::max(piece.begin, sentence.begin), std::min(piece.end, sentence.end)};
    if (part.begin < part.end) pieces.push_back(part);
  }
  return pieces;
}

StatementEnd EndOf(const Mention& mention, bool inner) {
  return {mention.span, mention.span, mention.entity, mention.sentence, mention.block, inner};
}

}  // namespace

std::vector<StatementEnd> OutermostEnds(const Extraction& extraction) {
  std::vector<StatementEnd> ends;
  for (const Mention& mention : extraction.mentions) {
    if (!mention.nested && mention.entity != kNoEntity) ends.push_back(EndOf(mention, false));
  }
  return ends;
}

std::vector<StatementEnd> EndsOfGiven(const Extraction& extraction) {
  std::set<std::pair<std::uint32_t, EntityIndex>> outer;  // sentences, and entities named there
  for (const Mention& mention : extraction.mentions) {
    if (!mention.nested) outer.emplace(mention.sentence, mention.entity);
  }
  std::vector<StatementEnd> ends;
  for (const Mention& mention : extraction.mentions) {
    if (mention.entity == kNoEntity) continue;
    const bool inner = mention.nested && outer.emplace(mention.sentence, mention.entity).second;
    if (mention.nested && !inner) continue;
    ends.push_back(EndOf(mention, inner));
  }
  return ends;
}

void ForSentences(const Extraction& extraction, std::span<const StatementEnd> ends,
                  const std::function<std::uint32_t(EntityIndex)>& type_of,
                  const std::function<void(const StatementSentence&)>& visit) {
  StatementSentence sentence;
  for (std::size_t begin = 0; begin < ends.size();) {
    std::size_t end = begin;
    sentence.mentions.clear();
    sentence.ends.clear();
    std::size_t covered = 0;  // bytes up to here are those of names
    for (; end < ends.size() && ends[end].sentence == ends[begin].sentence; ++end) {
      const StatementEnd& one = ends[end];
      if (!one.inner && one.span.begin < covered) continue;
      const std::uint32_t type = type_of(one.entity);
      if (type == 0) continue;
      if (!one.inner) covered = one.span.end;
      sentence.mentions.push_back({one.span, one.entity, type, one.inner});
      sentence.ends.push_back(end);
    }
    const StatementEnd& first = ends[begin];
    begin = end;
    const bool placed = first.sentence < extraction.sentences.size() &&
                        first.block < extraction.document.blocks.size();
    if (!placed || sentence.mentions.size() < 2 ||
        sentence.mentions.size() > StatementScene::kMostMentions) {
      continue;
    }
    sentence.pieces =
        PiecesIn(extraction.document.blocks[first.block], extraction.sentences[first.sentence]);
    visit(sentence);
  }
}

}  // namespace zhitu::extract
