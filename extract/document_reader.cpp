#include "extract/document_reader.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/capital_contexts.h"
#include "extract/collective.h"
#include "extract/entity_names.h"
#include "extract/head_contexts.h"
#include "extract/link.h"
#include "extract/plain_reader.h"
#include "extract/proposed_names.h"
#include "extract/quantity_finder.h"
#include "extract/quoted_names.h"
#include "extract/reference.h"
#include "extract/rule_matcher.h"
#include "extract/rule_names.h"
#include "extract/sort_large.h"
#include "extract/tagged_names.h"
#include "extract/temporal_finder.h"
#include "extract/topics.h"
#include "extract/view.h"
#include "extract/whole_contexts.h"

namespace zhitu::extract {
namespace {

// Where what stands before a mention ends, quotes passed over.
std::size_t EndBefore(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == '"') --at;
  return at;
}

std::vector<RuleMention> RuleMentions(const EntityNames& entities, const Knowledge& knowledge,
                                      const View& view, const WordFinder& words,
                                      const std::vector<LinkedMention>& linked) {
  std::vector<RuleMention> mentions;
  mentions.reserve(linked.size());
  Span title;             // the beginning of one, whose names stand for themselves
  std::size_t named = 0;  // where the last of them ends
  for (const auto& [mention, folded, in_title] : linked) {
    if (in_title) {
      title = folded;
      named = folded.begin;
      continue;
    }
    bool nested = mention.nested;
    if (title.Covers(folded) && folded.begin >= named) {
      nested = false;
      named = folded.end;
    }
    if (mention.entity == kNoEntity) continue;
    const bool oblique =
        words.Before(EndBefore(view.folded().text(), folded.begin), knowledge.discourse.oblique)
            .size() > 0;
    mentions.push_back(
        {folded, mention.entity, entities.Type(mention.entity), nested, mention.sentence, oblique});
  }
  return mentions;
}

// As the contract has them: by place, an outer one before those nested in it.
void TakeMentions(std::vector<LinkedMention> linked, Extraction& extraction) {
  extraction.mentions.reserve(linked.size());
  for (LinkedMention& mention : linked) extraction.mentions.push_back(std::move(mention.mention));
  SortLarge(extraction.mentions, [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

// The outermost mentions as ends of statements of a model.
std::vector<StatementEnd> EndsOf(const View& view, const std::vector<RuleMention>& mentions) {
  std::vector<StatementEnd> ends;
  for (const RuleMention& mention : mentions) {
    if (mention.nested) continue;
    const std::uint32_t block = view.sentences()[mention.sentence].block;
    ends.push_back({view.Original(mention.folded), mention.folded, mention.entity, mention.sentence,
                    block, false});
  }
  return ends;
}

// Quantities, dates, and the dates of statements.
void Measure(const RuleInput& input, const Topics& topics, Extraction& extraction) {
  const NumeralFinder numerals(input.words, input.view.folded().text(), input.knowledge.quantities);
  extraction.dates = FindTemporalExpressions(input, numerals);
  std::vector<Span> taken;
  taken.reserve(extraction.dates.size());
  for (const TemporalExpression& date : extraction.dates) {
    if (!date.counts) taken.push_back(date.folded);
  }
  extraction.quantities = FindQuantities(input, numerals, topics, taken);
  std::vector<TemporalExpression> known;
  known.reserve(extraction.dates.size());
  std::copy_if(extraction.dates.begin(), extraction.dates.end(), std::back_inserter(known),
               [](const TemporalExpression& date) { return !date.from.empty(); });
  for (Statement& statement : extraction.statements) {
    if (!statement.date.empty()) continue;
    const Sentence& sentence = input.view.sentences()[statement.sentence];
    statement.date = DateAt(statement.folded, sentence.folded, known);
  }
}

// What names of a document are looked for by.
struct NameSources {
  const Gazetteer& gazetteer;
  const Gazetteer* proposals;  // may be null, as may be the next
  const TaggerPool* taggers;
};

// The known names of a document; `extraction` gets its sentences.
std::vector<LinkedMention> FindKnownNames(const Gazetteer& gazetteer, const View& view,
                                          Extraction& extraction) {
  extraction.sentences.reserve(view.sentences().size());
  for (const Sentence& sentence : view.sentences())
    extraction.sentences.push_back(view.Original(sentence.folded));
  return LinkMatches(gazetteer, view, gazetteer.Find(view.folded(), extraction.document.text));
}

// Adds the other names of a document, sorted as by `SortByFolded`; `extraction` gets what is found.
void FindOtherNames(const NameSources& sources, const View& view, const Knowledge& knowledge,
                    const WordFinder& words, bool explained, std::vector<LinkedMention>& linked,
                    Extraction& extraction) {
  const Gazetteer& gazetteer = sources.gazetteer;
  const auto first = static_cast<EntityIndex>(gazetteer.size());
  if (sources.proposals != nullptr)
    AddProposedNames(*sources.proposals, view, first, linked, extraction.found);
  if (sources.taggers != nullptr)
    AddTaggedNames(*sources.taggers, view, gazetteer, linked, extraction.found);
  FindQuotedNames(view, knowledge, words, first, linked, extraction.found);
  SortByFolded(linked);
  const EntityNames entities(gazetteer, extraction.found);
  FindRuleNames({view, knowledge, words, gazetteer, entities, linked}, first, linked,
                extraction.found, explained ? &extraction.weighed : nullptr);
}

// One document on its way: each pass needs the ones before it.
class Reading {
 public:
  Reading(Document document, const Gazetteer& gazetteer, const Knowledge& knowledge)
      : gazetteer_(gazetteer), knowledge_(knowledge) {
    extraction_.document = std::move(document);
    extraction_.gazetteer = &gazetteer;
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() = default;

  void Fold() {
    view_ = std::make_unique<const View>(extraction_.document, knowledge_.conventions);
  }
  void FindWords() {
    words_ = std::make_unique<const WordFinder>(knowledge_.lexicons, view_->folded().text());
  }
  void FindKnown() { linked_ = FindKnownNames(gazetteer_, *view_, extraction_); }
  void FindOthers(const Gazetteer* proposals, const TaggerPool* taggers, bool explained) {
    FindOtherNames({gazetteer_, proposals, taggers}, *view_, knowledge_, *words_, explained,
                   linked_, extraction_);
  }
  void FindAllReferences() {
    const EntityNames entities(gazetteer_, extraction_.found);
    FindReferences({*view_, knowledge_, *words_, gazetteer_, entities}, linked_, extraction_.found);
  }
  void FindTopics() {
    entities_ = std::make_unique<const EntityNames>(gazetteer_, extraction_.found);
    mentions_ = RuleMentions(*entities_, knowledge_, *view_, *words_, linked_);
    input_ = std::make_unique<const RuleInput>(
        RuleInput{*view_, knowledge_, *words_, *entities_, mentions_});
    topics_ = std::make_unique<const Topics>(*view_, knowledge_, *words_, mentions_);
  }
  void FindAllStatements(const RuleSet& rules, const StatementPool* learned) {
    extraction_.statements = ApplyRules(rules, *input_, *topics_);
    std::vector<Statement> counted = FindCollectives(*input_);
    std::move(counted.begin(), counted.end(), std::back_inserter(extraction_.statements));
    if (learned == nullptr) return;
    MergeStatements(FindStatements(*learned, extraction_, EndsOf(*view_, mentions_)),
                    extraction_.statements);
  }
  void FindMeasures() { Measure(*input_, *topics_, extraction_); }
  Extraction Take() {
    SortStatements(extraction_);
    TakeMentions(std::move(linked_), extraction_);
    return std::move(extraction_);
  }

 private:
  const Gazetteer& gazetteer_;
  const Knowledge& knowledge_;
  Extraction extraction_;
  std::unique_ptr<const View> view_;
  std::unique_ptr<const WordFinder> words_;
  std::vector<LinkedMention> linked_;
  std::unique_ptr<const EntityNames> entities_;
  std::vector<RuleMention> mentions_;
  std::unique_ptr<const RuleInput> input_;
  std::unique_ptr<const Topics> topics_;
};

}  // namespace

std::vector<Extraction> ReadDocuments(std::vector<Document> documents, const Gazetteer& gazetteer,
                                      const Knowledge& knowledge, const RuleSet& rules,
                                      const LearnedParts& learned, bool explained) {
  std::vector<Extraction> extractions;
  extractions.reserve(documents.size());
  if (knowledge.names_only) {
    for (Document& document : documents) {
      extractions.push_back(ReadPlainDocument(std::move(document), gazetteer, knowledge, learned));
    }
    return extractions;
  }
  std::deque<Reading> readings;  // of which each stays where it is
  for (Document& document : documents) {
    readings.emplace_back(std::move(document), gazetteer, knowledge);
  }
  for (Reading& reading : readings) reading.Fold();
  for (Reading& reading : readings) reading.FindWords();
  for (Reading& reading : readings) reading.FindKnown();
  for (Reading& reading : readings) reading.FindOthers(nullptr, learned.taggers, explained);
  for (Reading& reading : readings) reading.FindAllReferences();
  for (Reading& reading : readings) reading.FindTopics();
  for (Reading& reading : readings) reading.FindAllStatements(rules, learned.statements);
  for (Reading& reading : readings) reading.FindMeasures();
  for (Reading& reading : readings) extractions.push_back(reading.Take());
  return extractions;
}

Extraction ReadDocument(Document document, const Gazetteer& gazetteer, const Knowledge& knowledge,
                        const RuleSet& rules, const LearnedParts& learned, bool explained) {
  std::vector<Document> one;
  one.push_back(std::move(document));
  return std::move(
      ReadDocuments(std::move(one), gazetteer, knowledge, rules, learned, explained).front());
}

Extraction ReadNames(Document document, const Gazetteer& gazetteer, const Gazetteer* proposals,
                     const Knowledge& knowledge, const TaggerPool* taggers) {
  Reading reading(std::move(document), gazetteer, knowledge);
  reading.Fold();
  reading.FindWords();
  reading.FindKnown();
  reading.FindOthers(proposals, taggers, /*explained=*/false);
  reading.FindAllReferences();
  return reading.Take();
}

NameContexts ReadContexts(const Document& document, const Gazetteer& gazetteer,
                          const Knowledge& knowledge) {
  const View view(document, knowledge.conventions);
  std::vector<KnownName> known;
  if (gazetteer.size() > 0) {
    for (const Match& match : gazetteer.Find(view.folded(), document.text)) {
      if (!match.nested) known.push_back({match.folded, gazetteer.Type(match.readings[0])});
    }
  }
  NameContexts contexts;
  FindHeadContexts(view.folded().text(), knowledge, known, contexts);
  FindWholeContexts(view, knowledge, contexts);
  FindCapitalNames(view, knowledge, contexts);
  return contexts;
}

}  // namespace zhitu::extract
