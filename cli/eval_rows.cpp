#include "cli/eval_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace zhitu::cli {
namespace {

DifferenceRow OfMention(const std::string& what, const std::string& document,
                        const extract::AnnotatedMention& mention) {
  const bool name = mention.kind == extract::MentionKind::kName;
  return {what + (name ? " mention" : " reference"),           document, mention, "",
          std::string(extract::MentionKindName(mention.kind)), ""};
}

DifferenceRow OfStatement(const std::string& what, const extract::StatementDifference& difference) {
  const extract::AnnotatedStatement& statement = difference.statement;
  extract::AnnotatedMention mention;
  mention.begin = statement.begin;
  mention.end = statement.end;
  mention.type = statement.predicate;
  mention.text = statement.subject + " -" + statement.predicate + "-> " + statement.object;
  return {what,    difference.document,
          mention, "",
          "",      fmt::format("{}", fmt::join(statement.rules, ","))};
}

}  // namespace

std::vector<ScoreRow> ScoreRows(const extract::Evaluation& result,
                                const extract::BootstrapOptions& bootstrap) {
  std::vector<ScoreRow> rows;
  for (extract::NamedScore& score : extract::ScoresOf(result))
    rows.push_back({std::move(score), std::nullopt});
  if (bootstrap.resamples == 0 || result.documents < 2) return rows;
  const std::vector<extract::ScoreIntervals> intervals =
      extract::BootstrapIntervals(result, bootstrap);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].intervals = intervals[i];
  return rows;
}

std::vector<WorstRow> WorstRows(const extract::Evaluation& result, std::size_t most) {
  std::vector<WorstRow> rows;
  const auto add = [&](const std::string& what, const std::vector<extract::ErrorForm>& forms) {
    for (std::size_t i = 0; i < std::min(most, forms.size()); ++i) rows.push_back({what, forms[i]});
  };
  add("mention", result.mention_errors);
  add("statement", result.statement_errors);
  return rows;
}

std::vector<DifferenceRow> DifferenceRows(const extract::Evaluation& result) {
  std::vector<DifferenceRow> all;
  all.reserve(result.missed_mentions.size() + result.wrong_mentions.size());
  for (const auto& [document, mention] : result.missed_mentions) {
    all.push_back(OfMention("missed", document, mention));
  }
  for (const auto& [document, mention] : result.wrong_mentions) {
    all.push_back(OfMention("wrong", document, mention));
  }
  for (const auto& [document, mention, found] : result.wrong_links) {
    all.push_back(OfMention("wrong", document, mention));
    all.back().what = "wrong link";
    all.back().found = found;
  }
  for (const auto& [document, mention, found] : result.wrong_kinds) {
    all.push_back(OfMention("wrong", document, mention));
    all.back().what = "wrong kind";
    all.back().found = extract::MentionKindName(found);
  }
  for (const auto& difference : result.missed_statements) {
    all.push_back(OfStatement("missed statement", difference));
  }
  for (const auto& difference : result.wrong_statements) {
    all.push_back(OfStatement("wrong statement", difference));
  }
  return all;
}

}  // namespace zhitu::cli
