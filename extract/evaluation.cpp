#include "extract/evaluation.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMaxProblems = 20;

using Mentions = std::vector<const AnnotatedMention*>;

// A gold document and what was predicted for it.
struct DocumentPair {
  const AnnotatedDocument* gold = nullptr;
  const AnnotatedDocument* predicted = nullptr;
};

double Share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void ThrowIfAny(std::vector<Problem> problems) {
  if (problems.empty()) return;
  if (problems.size() > kMaxProblems) problems.resize(kMaxProblems);
  throw InputError(std::move(problems));
}

std::string Quoted(const std::string& words) { return '"' + words + '"'; }

// --- Pairing documents ---

bool HaveDistinctIds(const AnnotationFile& file) {
  std::set<std::string_view> ids;
  return std::all_of(file.documents.begin(), file.documents.end(), [&](const auto& document) {
    return !document.id.empty() && ids.insert(document.id).second;
  });
}

void Unpaired(const AnnotationFile& file, const AnnotatedDocument& document,
              const AnnotationFile& other, std::vector<Problem>& problems) {
  const std::string name = document.id.empty() ? "this document" : Quoted(document.id);
  problems.push_back({{file.file, document.line, 0},
                      name + " has no partner in " + other.file + ", which holds " +
                          std::to_string(other.documents.size()) + " documents"});
}

std::vector<DocumentPair> PairById(const AnnotationFile& gold, const AnnotationFile& predictions) {
  std::vector<Problem> problems;
  std::map<std::string_view, const AnnotatedDocument*> by_id;
  for (const AnnotatedDocument& document : predictions.documents) by_id[document.id] = &document;
  std::vector<DocumentPair> pairs;
  for (const AnnotatedDocument& document : gold.documents) {
    const auto partner = by_id.find(document.id);
    if (partner == by_id.end()) {
      Unpaired(gold, document, predictions, problems);
      continue;
    }
    pairs.push_back({&document, partner->second});
    by_id.erase(partner);
  }
  for (const AnnotatedDocument& document : predictions.documents) {
    if (by_id.contains(document.id)) Unpaired(predictions, document, gold, problems);
  }
  ThrowIfAny(std::move(problems));
  return pairs;
}

std::vector<DocumentPair> PairByOrder(const AnnotationFile& gold,
                                      const AnnotationFile& predictions) {
  std::vector<Problem> problems;
  std::vector<DocumentPair> pairs;
  const std::size_t both = std::min(gold.documents.size(), predictions.documents.size());
  pairs.reserve(both);
  for (std::size_t i = 0; i < both; ++i) {
    pairs.push_back({&gold.documents[i], &predictions.documents[i]});
  }
  for (std::size_t i = both; i < gold.documents.size(); ++i) {
    Unpaired(gold, gold.documents[i], predictions, problems);
  }
  for (std::size_t i = both; i < predictions.documents.size(); ++i) {
    Unpaired(predictions, predictions.documents[i], gold, problems);
  }
  ThrowIfAny(std::move(problems));
  return pairs;
}

// --- Checking that both speak of one text ---

std::string WithoutSpace(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char byte) {
    return std::string_view(" \t\n\v\f\r").find(byte) == std::string_view::npos;
  });
  return result;
}

// What is wrong with the first mention that does not fit the text; empty where all fit.
std::string Misfit(const AnnotatedDocument& predicted, const std::string& text) {
  const OffsetIndex offsets(text);
  const std::size_t length = offsets.CodePoints(text.size());
  for (const AnnotatedMention& mention : predicted.mentions) {
    const std::string place =
        "mention " + std::to_string(mention.begin) + "-" + std::to_string(mention.end);
    if (mention.end > length) {
      return place + " reaches out of gold's text, which has " + std::to_string(length) +
             " code points";
    }
    if (mention.text.empty()) continue;
    const std::size_t begin = offsets.Byte(mention.begin);
    const std::string surface = text.substr(begin, offsets.Byte(mention.end) - begin);
    if (WithoutSpace(surface) != WithoutSpace(mention.text)) {
      return place + " is " + Quoted(mention.text) + ", but gold's text there is " +
             Quoted(surface);
    }
  }
  return {};
}

void CheckTexts(const std::vector<DocumentPair>& pairs, const std::string& file) {
  std::vector<Problem> problems;
  for (const auto& [gold, predicted] : pairs) {
    if (gold->format != AnnotationFormat::kSpans) continue;
    std::string misfit = Misfit(*predicted, gold->text);
    if (!misfit.empty()) problems.push_back({{file, predicted->line, 0}, std::move(misfit)});
  }
  ThrowIfAny(std::move(problems));
}

// --- Comparing mentions ---

auto StrictKey(const AnnotatedMention& mention) {
  return std::tie(mention.begin, mention.end, mention.type);
}

// Compares the two sides of one document after another and adds up.
class Comparison {
 public:
  explicit Comparison(bool with_nested) : with_nested_(with_nested) {}

  void Add(const DocumentPair& pair) {
    document_ = pair.predicted->id;
    ++result_.documents;
    CompareMentions(*pair.gold, *pair.predicted);
    if (pair.gold->has_statements) CompareStatements(*pair.gold, *pair.predicted);
  }

  Evaluation Result() && {
    for (auto& [rule, score] : result_.statements_by_rule)
      score.expected = result_.statements.expected;
    return std::move(result_);
  }

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
    const bool with_kinds = gold.format == AnnotationFormat::kExtract;
    const Mentions expected = Choose(gold, !with_kinds);
    const Mentions found = Choose(predicted, !with_kinds);
    Count(expected, with_kinds, &Score::expected);
    Count(found, with_kinds, &Score::found);
    Mentions missed;
    Mentions wrong;
    PairStrictly(expected, found, with_kinds, missed, wrong);
    PairLoosely(missed, wrong);
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
    for (const AnnotatedStatement& statement : gold.statements) {
      if (std::binary_search(predicted.statements.begin(), predicted.statements.end(), statement)) {
        ++result_.statements.right;
        ++result_.statements_by_predicate[statement.predicate].right;
      } else {
        result_.missed_statements.push_back({document_, statement});
      }
    }
    for (const AnnotatedStatement& statement : predicted.statements) {
      const bool right =
          std::binary_search(gold.statements.begin(), gold.statements.end(), statement);
      if (!right) result_.wrong_statements.push_back({document_, statement});
      for (const std::string& rule : statement.rules) {
        Score& score = result_.statements_by_rule[rule];
        ++score.found;
        if (right) ++score.right;
      }
    }
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
};

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

Evaluation Evaluate(const AnnotationFile& gold, const AnnotationFile& predictions) {
  const std::vector<DocumentPair> pairs =
      HaveDistinctIds(gold) ? PairById(gold, predictions) : PairByOrder(gold, predictions);
  CheckTexts(pairs, predictions.file);
  Comparison comparison(HasNested(gold));
  for (const DocumentPair& pair : pairs) comparison.Add(pair);
  return std::move(comparison).Result();
}

}  // namespace zhitu::extract
