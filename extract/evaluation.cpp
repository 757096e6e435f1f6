#include "extract/evaluation.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/document_pairs.h"

namespace zhitu::extract {
namespace {

using Mentions = std::vector<const AnnotatedMention*>;

double Share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

auto StrictKey(const AnnotatedMention& mention) {
  return std::tie(mention.begin, mention.end, mention.type);
}

// Compares the two sides of one document after another and adds up.
class Comparison {
 public:
  explicit Comparison(bool with_nested) : with_nested_(with_nested) {}

  // What one document gave.
  Evaluation Compare(const DocumentPair& pair) {
    result_ = {};
    document_ = pair.predicted->id;
    result_.documents = 1;
    // Triples do not tell all names.
    if (pair.gold->format != AnnotationFormat::kTriples)
      CompareMentions(*pair.gold, *pair.predicted);
    if (pair.gold->has_statements) CompareStatements(*pair.gold, *pair.predicted);
    return std::move(result_);
  }

  MentionErrors mention_errors() && { return std::move(mention_errors_); }
  StatementErrors statement_errors() && { return std::move(statement_errors_); }

 private:
  Mentions Choose(const AnnotatedDocument& document, bool names_only) const {
    Mentions chosen;
    for (const AnnotatedMention& mention : document.mentions) {
      const bool counts =
          (with_nested_ || !mention.nested) && (!names_only || mention.kind == MentionKind::kName);
      if (counts) chosen.push_back(&mention);
    }
    return chosen;
  }

  void CompareMentions(const AnnotatedDocument& gold, const AnnotatedDocument& predicted) {
    result_.mention_documents = 1;
    const bool with_kinds = gold.format == AnnotationFormat::kExtract;
    const Mentions expected = Choose(gold, !with_kinds);
    const Mentions found = Choose(predicted, !with_kinds);
    Count(expected, with_kinds, &Score::expected);
    Count(found, with_kinds, &Score::found);
    Mentions missed;
    Mentions wrong;
    PairStrictly(expected, found, with_kinds, missed, wrong);
    PairLoosely(missed, wrong);
    mention_errors_.Add(expected, found, missed, wrong);
    for (const auto* mention : missed) result_.missed_mentions.push_back({document_, *mention});
    for (const auto* mention : wrong) result_.wrong_mentions.push_back({document_, *mention});
  }

  void Count(const Mentions& mentions, bool with_kinds, std::size_t Score::* side) {
    for (const AnnotatedMention* mention : mentions) {
      MentionScores& by_type = result_.mentions_by_type[mention->type];
      for (MentionScores* scores : {&result_.mentions, &by_type}) {
        ++(scores->strict.*side);
        ++(scores->relaxed.*side);
      }
      if (!with_kinds) continue;
      ++(result_.mentions_by_kind[mention->kind].*side);
      if (mention->kind != MentionKind::kName) ++(result_.references_by_kind[mention->kind].*side);
    }
  }

  // Both sides are in order of the key, so one walk along the two finds what they share.
  void PairStrictly(const Mentions& expected, const Mentions& found, bool with_kinds,
                    Mentions& missed, Mentions& wrong) {
    auto gold = expected.begin();
    auto predicted = found.begin();
    while (gold != expected.end() && predicted != found.end()) {
      if (StrictKey(**gold) < StrictKey(**predicted)) {
        missed.push_back(*gold++);
      } else if (StrictKey(**predicted) < StrictKey(**gold)) {
        wrong.push_back(*predicted++);
      } else {
        AddRight(**gold++, **predicted++, with_kinds);
      }
    }
    missed.insert(missed.end(), gold, expected.end());
    wrong.insert(wrong.end(), predicted, found.end());
  }

  void AddRight(const AnnotatedMention& gold, const AnnotatedMention& predicted, bool with_kinds) {
    MentionScores& by_type = result_.mentions_by_type[gold.type];
    for (MentionScores* scores : {&result_.mentions, &by_type}) {
      ++scores->strict.right;
      ++scores->relaxed.right;
    }
    if (with_kinds) CompareKinds(gold, predicted);
    if (gold.entity.empty()) return;
    LinkScore& links_by_type = result_.links_by_type[gold.type];
    for (LinkScore* links : {&result_.links, &links_by_type}) ++links->asked;
    if (gold.entity == predicted.entity) {
      for (LinkScore* links : {&result_.links, &links_by_type}) ++links->right;
    } else {
      result_.wrong_links.push_back({document_, gold, predicted.entity});
    }
  }

  void CompareKinds(const AnnotatedMention& gold, const AnnotatedMention& predicted) {
    if (gold.kind != predicted.kind) {
      result_.wrong_kinds.push_back({document_, gold, predicted.kind});
      return;
    }
    ++result_.mentions_by_kind[gold.kind].right;
    const bool linked = gold.entity.empty() || gold.entity == predicted.entity;
    if (gold.kind != MentionKind::kName && linked) ++result_.references_by_kind[gold.kind].right;
  }

  // Of two mentions of a type, the one that ends before the other begins cannot overlap any later
  // one either, so it is passed by. That is exact for mentions that lie side by side; of nested
  // ones a pair may be lost.
  void PairLoosely(const Mentions& missed, const Mentions& wrong) {
    std::map<std::string_view, std::pair<Mentions, Mentions>> by_type;
    for (const auto* mention : missed) by_type[mention->type].first.push_back(mention);
    for (const auto* mention : wrong) by_type[mention->type].second.push_back(mention);
    for (const auto& [type, sides] : by_type) {
      const std::size_t pairs = CountOverlaps(sides.first, sides.second);
      result_.mentions.relaxed.right += pairs;
      result_.mentions_by_type[std::string(type)].relaxed.right += pairs;
    }
  }

  static std::size_t CountOverlaps(const Mentions& left, const Mentions& right) {
    std::size_t pairs = 0;
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() && b != right.end()) {
      if ((*a)->end <= (*b)->begin) {
        ++a;
      } else if ((*b)->end <= (*a)->begin) {
        ++b;
      } else {
        ++pairs;
        ++a;
        ++b;
      }
    }
    return pairs;
  }

  void CompareStatements(const AnnotatedDocument& gold, const AnnotatedDocument& predicted) {
    CountStatements(gold.statements, &Score::expected);
    CountStatements(predicted.statements, &Score::found);
    const StatementPartners partners = PairStatements(gold, predicted);
    for (std::size_t i = 0; i < gold.statements.size(); ++i) {
      const AnnotatedStatement& statement = gold.statements[i];
      if (partners.of_gold[i] != kNoPartner) {
        ++result_.statements.right;
        ++result_.statements_by_predicate[statement.predicate].right;
      } else {
        result_.missed_statements.push_back({document_, statement});
      }
    }
    for (std::size_t i = 0; i < predicted.statements.size(); ++i) {
      const AnnotatedStatement& statement = predicted.statements[i];
      const bool right = partners.of_predicted[i] != kNoPartner;
      if (!right) result_.wrong_statements.push_back({document_, statement});
      for (const std::string& rule : statement.rules) {
        Score& score = result_.statements_by_rule[rule];
        ++score.found;
        if (right) ++score.right;
      }
    }
    statement_errors_.Add(gold, predicted, partners);
  }

  void CountStatements(const std::vector<AnnotatedStatement>& statements,
                       std::size_t Score::* side) {
    result_.statements.*side += statements.size();
    for (const AnnotatedStatement& statement : statements) {
      ++(result_.statements_by_predicate[statement.predicate].*side);
    }
  }

  const bool with_nested_;
  std::string document_;
  Evaluation result_;
  MentionErrors mention_errors_;
  StatementErrors statement_errors_;
};

// Adds up what a document gave. `Score`s and the like have a sum each.
void AddTo(Score& sum, const Score& score) {
  sum.right += score.right;
  sum.expected += score.expected;
  sum.found += score.found;
}
void AddTo(MentionScores& sum, const MentionScores& scores) {
  AddTo(sum.strict, scores.strict);
  AddTo(sum.relaxed, scores.relaxed);
}
void AddTo(LinkScore& sum, const LinkScore& score) {
  sum.right += score.right;
  sum.asked += score.asked;
}
template <typename Key, typename Value>
void AddTo(std::map<Key, Value>& sum, const std::map<Key, Value>& values) {
  for (const auto& [key, value] : values) AddTo(sum[key], value);
}
template <typename Element>
void MoveTo(std::vector<Element>& all, std::vector<Element>&& some) {
  std::move(some.begin(), some.end(), std::back_inserter(all));
}

void AddTo(Evaluation& sum, Evaluation&& part) {
  sum.documents += part.documents;
  sum.mention_documents += part.mention_documents;
  AddTo(sum.mentions, part.mentions);
  AddTo(sum.mentions_by_type, part.mentions_by_type);
  AddTo(sum.mentions_by_kind, part.mentions_by_kind);
  AddTo(sum.references_by_kind, part.references_by_kind);
  AddTo(sum.links, part.links);
  AddTo(sum.links_by_type, part.links_by_type);
  AddTo(sum.statements, part.statements);
  AddTo(sum.statements_by_predicate, part.statements_by_predicate);
  AddTo(sum.statements_by_rule, part.statements_by_rule);
  MoveTo(sum.missed_mentions, std::move(part.missed_mentions));
  MoveTo(sum.wrong_mentions, std::move(part.wrong_mentions));
  MoveTo(sum.wrong_links, std::move(part.wrong_links));
  MoveTo(sum.wrong_kinds, std::move(part.wrong_kinds));
  MoveTo(sum.missed_statements, std::move(part.missed_statements));
  MoveTo(sum.wrong_statements, std::move(part.wrong_statements));
}

Score SumOf(const std::map<MentionKind, Score>& scores) {
  Score sum;
  for (const auto& [kind, score] : scores) AddTo(sum, score);
  return sum;
}

// Every asked link has an answer, so that precision and recall are both the accuracy.
Score ScoreOf(const LinkScore& links) { return {links.right, links.asked, links.asked}; }

bool HasNested(const AnnotationFile& file) {
  return std::any_of(file.documents.begin(), file.documents.end(), [](const auto& document) {
    return std::any_of(document.mentions.begin(), document.mentions.end(),
                       [](const auto& mention) { return mention.nested; });
  });
}

}  // namespace

double Score::precision() const { return Share(right, found); }
double Score::recall() const { return Share(right, expected); }
double Score::f1() const { return Share(2 * right, expected + found); }
double LinkScore::accuracy() const { return Share(right, asked); }

std::vector<NamedScore> ScoresOf(const Evaluation& evaluation) {
  std::vector<NamedScore> scores;
  if (evaluation.mention_documents > 0) {
    scores = {{"mentions strict", "all", evaluation.mentions.strict},
              {"mentions relaxed", "all", evaluation.mentions.relaxed}};
  }
  for (const auto& [type, both] : evaluation.mentions_by_type)
    scores.push_back({"mentions strict", type, both.strict});
  for (const auto& [kind, score] : evaluation.mentions_by_kind)
    scores.push_back({"mentions by kind", std::string(MentionKindName(kind)), score});
  if (!evaluation.references_by_kind.empty())
    scores.push_back({"references", "all", SumOf(evaluation.references_by_kind)});
  for (const auto& [kind, score] : evaluation.references_by_kind)
    scores.push_back({"references", std::string(MentionKindName(kind)), score});
  if (evaluation.links.asked > 0) scores.push_back({"links", "all", ScoreOf(evaluation.links)});
  for (const auto& [type, links] : evaluation.links_by_type)
    scores.push_back({"links", type, ScoreOf(links)});
  if (evaluation.statements_by_predicate.empty()) return scores;
  scores.push_back({"statements", "all", evaluation.statements});
  for (const auto& [predicate, score] : evaluation.statements_by_predicate)
    scores.push_back({"statements", predicate, score});
  for (const auto& [rule, score] : evaluation.statements_by_rule)
    scores.push_back({"statements by rule", rule, score});
  return scores;
}

Evaluation Evaluate(const AnnotationFile& gold, const AnnotationFile& predictions) {
  Comparison comparison(HasNested(gold));
  Evaluation all;
  for (const DocumentPair& pair : PairDocuments(gold, predictions)) {
    Evaluation one = comparison.Compare(pair);
    all.by_document.push_back(ScoresOf(one));
    AddTo(all, std::move(one));
  }
  for (auto& [rule, score] : all.statements_by_rule) score.expected = all.statements.expected;
  all.mention_errors = std::move(comparison).mention_errors().Worst();
  all.statement_errors = std::move(comparison).statement_errors().Worst();
  return all;
}

}  // namespace zhitu::extract
