#include "extract/tagged_names.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/found_entities.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr char kWhy[] = "model";

// Calls `visit` with the numbers of the known spans that overlap each tagged one.
template <typename Visit>
void ForOverlaps(std::span<const Span> known, std::span<const TaggedName> tagged,
                 const Visit& visit) {
  std::size_t first = 0;
  for (std::size_t t = 0; t < tagged.size(); ++t) {
    const Span& span = tagged[t].span;
    while (first < known.size() && known[first].end <= span.begin) ++first;
    for (std::size_t k = first; k < known.size() && known[k].begin < span.end; ++k) {
      if (known[k].Overlaps(span)) visit(t, k);
    }
  }
}

// The outermost names of the dictionary as a tagger looks at them.
template <typename Mentions, typename MentionOf>
std::vector<NamedSpan> NamesOf(const Mentions& mentions, const Gazetteer& gazetteer,
                               const MentionOf& mention_of) {
  std::vector<NamedSpan> names;
  for (const auto& element : mentions) {
    const Mention& mention = mention_of(element);
    if (mention.nested) continue;
    const EntityIndex entity =
        mention.entity == kNoEntity ? mention.candidates.front().entity : mention.entity;
    names.push_back({mention.span, NumberOfNameType(gazetteer.entity(entity).type)});
  }
  return names;
}

// Names of a document by block.
std::vector<TaggedName> FindNames(const TaggerPool& taggers, const Document& document,
                                  std::span<const NamedSpan> names) {
  const TaggerPool::Loan tagger = taggers.Borrow();
  std::vector<TaggedName> found;
  for (const Block& block : document.blocks) tagger->Tag(document.text, block.pieces, names, found);
  // A caption may stand between the lines of a paragraph.
  std::sort(found.begin(), found.end(),
            [](const TaggedName& a, const TaggedName& b) { return a.span < b.span; });
  return found;
}

// Applies what `ResolveNames` gave.
template <typename Mentions, typename MentionOf>
void ApplyFates(const std::vector<NameFate>& fates, Mentions& mentions,
                const MentionOf& mention_of) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (fates[i] == NameFate::kDropped) continue;
    if (fates[i] == NameFate::kNested) mention_of(mentions[i]).nested = true;
    if (kept != i) mentions[kept] = std::move(mentions[i]);
    ++kept;
  }
  mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(kept), mentions.end());
}

template <typename Mentions, typename MentionOf>
std::vector<TaggedName> FindAndResolve(const TaggerPool& taggers, const Document& document,
                                       const Gazetteer& gazetteer, Mentions& mentions,
                                       const MentionOf& mention_of) {
  std::vector<TaggedName> tagged =
      FindNames(taggers, document, NamesOf(mentions, gazetteer, mention_of));
  std::vector<Span> known;
  known.reserve(mentions.size());
  for (auto& element : mentions) known.push_back(mention_of(element).span);
  ApplyFates(ResolveNames(known, tagged), mentions, mention_of);
  return tagged;
}

Mention MentionOf(const TaggedName& name, const TaggerModel& model, const Document& document,
                  FoundEntities& found) {
  Mention mention;
  mention.span = name.span;
  mention.confidence = name.confidence;
  mention.why = kWhy;
  mention.entity = found.Named(SurfaceOf(document, name.span), model.types[name.type], kWhy);
  return mention;
}

// The folded byte of a block at which what stands from original byte `at` on begins.
std::size_t FoldedAt(const View& view, const Span& block, std::size_t at) {
  const std::string& text = view.folded().text();
  std::size_t low = block.begin;
  std::size_t high = block.end;
  while (low < high) {
    std::size_t middle = low + (high - low) / 2;
    while (!IsLeadByte(text[middle])) --middle;
    std::size_t next = middle;
    NextCodePoint(text, next);
    if (view.Original({middle, next}).begin < at) {
      low = next;
    } else {
      high = middle;
    }
  }
  return low;
}

// The block that holds a place of the original: the one that begins last before it and reaches
// over it.
std::uint32_t BlockAt(const Document& document, const Span& span) {
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    for (const Span& piece : document.blocks[block].pieces) {
      if (piece.begin <= span.begin && span.begin < piece.end) return block;
    }
  }
  return 0;
}

}  // namespace

std::vector<NameFate> ResolveNames(std::span<const Span> known, std::vector<TaggedName>& tagged) {
  std::vector<bool> stays(tagged.size(), true);
  ForOverlaps(known, tagged, [&](std::size_t t, std::size_t k) {
    if (known[k].Covers(tagged[t].span)) stays[t] = false;
    const bool crosses = !tagged[t].span.Covers(known[k]);
    if (crosses && known[k].size() >= tagged[t].span.size()) stays[t] = false;
  });
  std::size_t kept = 0;
  for (std::size_t t = 0; t < tagged.size(); ++t) {
    if (stays[t]) tagged[kept++] = tagged[t];
  }
  tagged.resize(kept);
  std::vector<NameFate> fates(known.size(), NameFate::kStays);
  ForOverlaps(known, tagged, [&](std::size_t t, std::size_t k) {
    const bool inside = tagged[t].span.Covers(known[k]);
    if (fates[k] != NameFate::kDropped) fates[k] = inside ? NameFate::kNested : NameFate::kDropped;
  });
  return fates;
}

void AddTaggedNames(const TaggerPool& taggers, Extraction& extraction) {
  const Document& document = extraction.document;
  const auto self = [](auto& mention) -> auto& { return mention; };
  std::vector<Mention>& mentions = extraction.mentions;
  const std::vector<TaggedName> tagged =
      FindAndResolve(taggers, document, *extraction.gazetteer, mentions, self);
  FoundEntities found(static_cast<EntityIndex>(extraction.gazetteer->size()), extraction.found);
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  std::uint32_t sentence = 0;
  std::uint32_t block = 0;
  for (const TaggedName& name : tagged) {
    Mention mention = MentionOf(name, taggers.model(), document, found);
    while (sentence + 1 < extraction.sentences.size() &&
           extraction.sentences[sentence + 1].begin <= name.span.begin) {
      ++sentence;
    }
    while (document.blocks[block].pieces.back().end <= name.span.begin) ++block;
    mention.sentence = sentence;
    mention.block = block;
    mentions.push_back(std::move(mention));
  }
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                                           : a.span.end > b.span.end;
                     });
}

void AddTaggedNames(const TaggerPool& taggers, const View& view, const Gazetteer& gazetteer,
                    std::vector<LinkedMention>& linked, std::vector<Entity>& found) {
  const Document& document = view.document();
  // Resolving goes by the original, where captions may stand between the lines of a paragraph.
  std::stable_sort(
      linked.begin(), linked.end(), [](const LinkedMention& a, const LinkedMention& b) {
        const Span& first = a.mention.span;
        const Span& second = b.mention.span;
        return first.begin != second.begin ? first.begin < second.begin : first.end > second.end;
      });
  const auto mention_of = [](auto& element) -> auto& { return element.mention; };
  const std::vector<TaggedName> tagged =
      FindAndResolve(taggers, document, gazetteer, linked, mention_of);
  FoundEntities entities(static_cast<EntityIndex>(gazetteer.size()), found);
  for (const TaggedName& name : tagged) {
    Mention mention = MentionOf(name, taggers.model(), document, entities);
    mention.block = BlockAt(document, name.span);
    mention.zone = document.blocks[mention.block].zone;
    const Span& block = view.blocks()[mention.block];
    const Span folded{FoldedAt(view, block, name.span.begin), FoldedAt(view, block, name.span.end)};
    if (folded.size() == 0) continue;  // all of it vanishes
    mention.sentence = view.SentenceAt(folded.begin);
    linked.push_back({std::move(mention), folded});
  }
  SortByFolded(linked);
}

}  // namespace zhitu::extract
