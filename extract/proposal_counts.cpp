#include "extract/proposal_counts.h"

#include <algorithm>
#include <utility>

#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/gazetteer_builder.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kSampleBefore = 30;  // characters of a sentence before a name, and behind
constexpr std::size_t kSampleBehind = 50;

// The part of a sentence around a name, on one line.
std::string SampleOf(const Extraction& extraction, const Mention& mention) {
  const std::string_view text = extraction.document.text;
  Span sample = extraction.sentences[mention.sentence];
  std::size_t begin = mention.span.begin;
  for (std::size_t i = 0; i < kSampleBefore && begin > sample.begin; ++i)
    CodePointBefore(text, begin);
  std::size_t end = mention.span.end;
  for (std::size_t i = 0; i < kSampleBehind && end < sample.end; ++i) NextCodePoint(text, end);
  const bool cut_before = begin > sample.begin;
  const bool cut_behind = end < sample.end;
  std::string line = extraction.Surface({begin, end});
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return (cut_before ? "…" : "") + line + (cut_behind ? "…" : "");
}

// The name that a longer one begins with, if it does; not the same entity.
const Mention* InnerName(const Extraction& extraction, std::size_t number) {
  const Mention& mention = extraction.mentions[number];
  for (std::size_t i = number + 1; i < extraction.mentions.size(); ++i) {
    const Mention& inner = extraction.mentions[i];
    if (inner.span.begin != mention.span.begin || inner.entity == kNoEntity) return nullptr;
    if (inner.entity != mention.entity) return &inner;
  }
  return nullptr;
}

// The name of what a rule found, by that of what it begins with: 郑州高新区枫杨办事处 + 党工委 is
// the 党工委 of 枫杨办事处.
std::string NameOf(const Extraction& extraction, std::size_t number, const Entity& entity) {
  const Mention& mention = extraction.mentions[number];
  const Mention* const inner = InnerName(extraction, number);
  if (inner == nullptr || inner->span.end == mention.span.end) return entity.name;
  const std::string name = extraction.EntityName(inner->entity);
  const std::string surface = extraction.Surface(inner->span);
  const bool longer =
      surface.size() > name.size() && surface.ends_with(name) && entity.name.starts_with(surface);
  return longer ? name + entity.name.substr(surface.size()) : entity.name;
}

}  // namespace

Gazetteer GazetteerOf(const std::vector<Proposal>& proposals) {
  GazetteerBuilder builder;
  const std::uint32_t file = builder.AddFile("proposals", "");
  std::uint32_t line = 0;
  for (const Proposal& proposal : proposals) {
    Entity entity;
    entity.id = proposal.type + ':' + proposal.name;
    entity.name = proposal.name;
    entity.type = proposal.type;
    entity.aliases = proposal.aliases;
    builder.Add(entity, {}, file, ++line);
  }
  return builder.Build();
}

ProposalCounts::ProposalCounts(std::vector<Proposal> proposals, std::size_t most) : most_(most) {
  for (Proposal& proposal : proposals) {
    proposal.count = 0;
    proposal.documents = 0;
    rows_[FoldName(proposal.name)].proposal = std::move(proposal);
  }
}

void ProposalCounts::Add(const Extraction& extraction) {
  ++documents_;
  for (std::size_t i = 0; i < extraction.mentions.size(); ++i) {
    const Mention& mention = extraction.mentions[i];
    Counted* const row = RowOf(extraction, i);
    if (row == nullptr) continue;
    if (row->proposal.sample.empty()) Describe(extraction, i, *row);
    if (mention.kind == MentionKind::kName) {
      ++row->proposal.count;
    } else {
      ++row->nominal;
      if (!row->by_rule) continue;
    }
    if (row->last_document != documents_) ++row->proposal.documents;
    row->last_document = documents_;
  }
  if (by_rule_ > most_) Prune();
}

ProposalCounts::Counted* ProposalCounts::RowOf(const Extraction& extraction, std::size_t number) {
  const Mention& mention = extraction.mentions[number];
  if (mention.kind == MentionKind::kPronoun || mention.entity == kNoEntity ||
      mention.entity < extraction.gazetteer->size()) {
    return nullptr;
  }
  const Entity& entity = extraction.found[mention.entity - extraction.gazetteer->size()];
  // `type:name@document` is nobody outside of its document.
  if (entity.id.size() != entity.type.size() + 1 + entity.name.size()) return nullptr;
  const auto proposed = rows_.find(FoldName(entity.name));
  if (proposed != rows_.end() && !proposed->second.by_rule) return &proposed->second;
  const std::string name = NameOf(extraction, number, entity);
  const auto [row, fresh] = rows_.try_emplace(FoldName(name));
  Counted& counted = row->second;
  if (fresh) {
    counted.by_rule = true;
    counted.proposal.name = name;
    counted.proposal.type = entity.type;
    counted.proposal.found_by = entity.why;
    ++by_rule_;
  }
  if (counted.by_rule)
    counted.proposal.confidence = std::max(counted.proposal.confidence, mention.confidence);
  return &counted;
}

void ProposalCounts::Describe(const Extraction& extraction, std::size_t number,
                              Counted& row) const {
  const Mention& mention = extraction.mentions[number];
  row.proposal.sample = SampleOf(extraction, mention);
  if (!row.by_rule || !row.proposal.parent.empty()) return;
  // What an extended name begins with is its larger unit: 枫杨办事处 + 党工委.
  if (const Mention* const inner = InnerName(extraction, number))
    row.proposal.parent = extraction.EntityName(inner->entity);
}

void ProposalCounts::Prune() {
  while (by_rule_ > most_) {
    ++rarest_;
    by_rule_ -= std::erase_if(rows_, [&](const auto& entry) {
      return entry.second.by_rule &&
             std::max(entry.second.proposal.count, entry.second.nominal) <= rarest_;
    });
  }
}

std::vector<Proposal> ProposalCounts::Take() {
  std::vector<Proposal> proposals;
  for (auto& [folded, row] : rows_) {
    if (row.by_rule && row.proposal.count == 0) row.proposal.count = row.nominal;
    if (row.proposal.count > 0) proposals.push_back(std::move(row.proposal));
  }
  rows_.clear();
  std::sort(proposals.begin(), proposals.end(),
            [](const Proposal& a, const Proposal& b) { return a.name < b.name; });
  return proposals;
}

}  // namespace zhitu::extract
