#include "extract/document_reader.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/link.h"
#include "extract/rule_matcher.h"
#include "extract/view.h"

namespace zhitu::extract {
namespace {

std::vector<RuleMention> RuleMentions(const Gazetteer& gazetteer,
                                      const std::vector<LinkedMention>& linked) {
  std::vector<RuleMention> mentions;
  for (const auto& [mention, folded] : linked) {
    if (mention.entity == kNoEntity) continue;
    mentions.push_back({folded, mention.entity, gazetteer.entity(mention.entity).type,
                        mention.nested, mention.sentence});
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const RuleMention& a, const RuleMention& b) {
                     return a.folded.begin != b.folded.begin ? a.folded.begin < b.folded.begin
                                                             : a.folded.end > b.folded.end;
                   });
  return mentions;
}

// By first evidence, then by what is said.
void SortStatements(Extraction& extraction) {
  const auto key = [&](const Statement& s) {
    return std::tuple(s.evidence.front(), extraction.EntityId(s.subject), s.predicate,
                      extraction.EntityId(s.object));
  };
  std::stable_sort(extraction.statements.begin(), extraction.statements.end(),
                   [&](const Statement& a, const Statement& b) { return key(a) < key(b); });
}

}  // namespace

Extraction ReadDocument(Document document, const Gazetteer& gazetteer,
                        const TextConventions& conventions, std::span<const Rule> rules,
                        const Lexicons& lexicons) {
  Extraction extraction;
  extraction.document = std::move(document);
  extraction.gazetteer = &gazetteer;
  const View view(extraction.document, conventions);
  std::vector<LinkedMention> linked =
      LinkMatches(gazetteer, view, gazetteer.Find(view.folded(), extraction.document.text));
  for (const Sentence& sentence : view.sentences())
    extraction.sentences.push_back(view.Original(sentence.folded));
  if (!rules.empty()) {
    extraction.statements =
        ApplyRules(rules, lexicons, conventions, view, RuleMentions(gazetteer, linked));
    SortStatements(extraction);
  }
  extraction.mentions.reserve(linked.size());
  for (LinkedMention& mention : linked) extraction.mentions.push_back(std::move(mention.mention));
  return extraction;
}

}  // namespace zhitu::extract
