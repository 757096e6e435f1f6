#include "extract/proposed_names.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/found_entities.h"
#include "extract/span.h"

namespace zhitu::extract {
namespace {

constexpr char kWhy[] = "proposed name";

// Outermost proposals that no name of the dictionary holds or crosses. Both are in order.
std::vector<bool> Staying(const std::vector<Match>& matches,
                          const std::vector<LinkedMention>& linked) {
  std::vector<bool> stays;
  stays.reserve(matches.size());
  std::size_t first = 0;
  for (const Match& match : matches) {
    const Span& folded = match.folded;
    while (first < linked.size() && linked[first].folded.end <= folded.begin) ++first;
    bool free = true;
    for (std::size_t i = first; i < linked.size() && linked[i].folded.begin < folded.end; ++i) {
      const Span& known = linked[i].folded;
      if (known.Overlaps(folded) && (!folded.Covers(known) || known == folded)) free = false;
    }
    stays.push_back(free);
  }
  return stays;
}

// Names of the dictionary inside of proposals are nested. Both are in order.
void NestInside(const std::vector<LinkedMention>& proposed, std::vector<LinkedMention>& linked) {
  std::size_t next = 0;
  Span outer;
  for (LinkedMention& known : linked) {
    for (; next < proposed.size() && proposed[next].folded.begin <= known.folded.begin; ++next) {
      if (proposed[next].folded.end > outer.end) outer = proposed[next].folded;
    }
    if (outer.Covers(known.folded)) known.mention.nested = true;
  }
}

}  // namespace

void AddProposedNames(const Gazetteer& proposals, const View& view, EntityIndex first,
                      std::vector<LinkedMention>& linked, std::vector<Entity>& found) {
  const std::vector<Match> matches = proposals.Find(view.folded(), view.document().text);
  const std::vector<bool> stays = Staying(matches, linked);
  FoundEntities entities(first, found);
  std::vector<LinkedMention> more;
  Span outer;  // the last proposal that stays and stands alone
  EntityIndex outer_entity = kNoEntity;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!stays[i]) continue;
    const Match& match = matches[i];
    const EntityView proposal = proposals.entity(match.readings[0]);
    const EntityIndex entity = entities.Named(std::string(proposal.name), proposal.type, kWhy);
    const bool nested = match.nested && outer.Covers(match.folded);
    if (nested && entity == outer_entity) continue;  // a shorter form of the same
    Mention mention = MentionAt(view, match.span, match.folded);
    mention.entity = entity;
    mention.nested = nested;
    mention.why = kWhy;
    if (!nested) {
      outer = match.folded;
      outer_entity = entity;
    }
    more.push_back({std::move(mention), match.folded});
  }
  SortByFolded(more);
  NestInside(more, linked);
  MergeByFolded(std::move(more), linked);
}

}  // namespace zhitu::extract
