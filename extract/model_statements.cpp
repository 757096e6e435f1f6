#include "extract/model_statements.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace zhitu::extract {
namespace {

constexpr char kRule[] = "model";

// Never certain, never impossible.
double Hundredths(double probability) {
  constexpr double kHundred = 100;
  return std::clamp(std::round(probability * kHundred), 1.0, kHundred - 1) / kHundred;
}

Statement StatementOf(const FoundStatement& found, const StatementModel& model,
                      const StatementEnd& subject, const StatementEnd& object) {
  Statement statement;
  statement.subject = subject.entity;
  statement.predicate = model.predicates[found.predicate];
  statement.object = object.entity;
  statement.rule = kRule;
  statement.confidence = Hundredths(found.probability);
  statement.evidence = {{std::min(subject.span.begin, object.span.begin),
                         std::max(subject.span.end, object.span.end)}};
  statement.roles = {{"subject", subject.span}, {"object", object.span}};
  statement.folded = {std::min(subject.folded.begin, object.folded.begin),
                      std::max(subject.folded.end, object.folded.end)};
  statement.sentence = subject.sentence;
  return statement;
}

}  // namespace

std::vector<Statement> FindStatements(const StatementPool& pool, const Extraction& extraction,
                                      std::vector<StatementEnd> ends) {
  std::stable_sort(ends.begin(), ends.end(), [](const StatementEnd& a, const StatementEnd& b) {
    return std::tuple(a.sentence, a.span.begin, b.span.end) <
           std::tuple(b.sentence, b.span.begin, a.span.end);
  });
  const StatementPool::Loan classifier = pool.Borrow();
  std::map<EntityIndex, std::uint32_t> types;
  const auto type_of = [&](EntityIndex entity) {
    const auto [known, fresh] = types.try_emplace(entity, 0);
    if (fresh) known->second = classifier->TypeOf(extraction.EntityType(entity));
    return known->second;
  };
  std::vector<Statement> statements;
  ForSentences(extraction, ends, type_of, [&](const StatementSentence& sentence) {
    const auto found =
        classifier->Find(extraction.document.text, sentence.pieces, sentence.mentions);
    for (const FoundStatement& one : found) {
      statements.push_back(StatementOf(one, pool.model(), ends[sentence.ends[one.subject]],
                                       ends[sentence.ends[one.object]]));
    }
  });
  return statements;
}

void MergeStatements(std::vector<Statement> more, std::vector<Statement>& statements) {
  std::move(more.begin(), more.end(), std::back_inserter(statements));
  using What = std::tuple<EntityIndex, std::string, EntityIndex, std::uint32_t>;
  std::map<What, std::size_t> best;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& one = statements[i];
    const auto [known, fresh] =
        best.try_emplace({one.subject, one.predicate, one.object, one.sentence}, i);
    if (!fresh && one.confidence > statements[known->second].confidence) known->second = i;
  }
  std::vector<Statement> kept;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& one = statements[i];
    if (best.at({one.subject, one.predicate, one.object, one.sentence}) == i)
      kept.push_back(std::move(statements[i]));
  }
  statements = std::move(kept);
}

}  // namespace zhitu::extract
