#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "extract/annotation.h"
#include "extract/evaluation_errors.h"

namespace zhitu::extract {

/// How many items were right, how many gold holds, how many were predicted. Scores of several
/// documents add up.
struct Score {
  std::size_t right = 0;     ///< Predicted and in gold; at most each of the others.
  std::size_t expected = 0;  ///< In gold.
  std::size_t found = 0;     ///< Predicted.

  /// Share of the predicted items that are right; 0 where nothing was predicted.
  double precision() const;
  /// Share of the gold items that were found; 0 where gold holds none.
  double recall() const;
  /// Harmonic mean of the two; 0 where either is 0.
  double f1() const;
  /// Equal counts.
  friend bool operator==(const Score&, const Score&) = default;
};

/// Mentions counted in two ways.
struct MentionScores {
  Score strict;   ///< Same span, same type; each mention used once.
  Score relaxed;  ///< Same type, at least one code point shared; each mention used once.
  /// Equal counts.
  friend bool operator==(const MentionScores&, const MentionScores&) = default;
};

/// Linking, over the mentions that are strictly right and for which gold names an entity.
struct LinkScore {
  std::size_t right = 0;  ///< The same entity id; an undecided prediction is wrong.
  std::size_t asked = 0;  ///< All of them.

  /// Share that is right; 0 where none was asked.
  double accuracy() const;
  /// Equal counts.
  friend bool operator==(const LinkScore&, const LinkScore&) = default;
};

/// A mention that gold has and the prediction has not (strictly), or the other way round.
struct MentionDifference {
  std::string document;      ///< Id of the prediction's document.
  AnnotatedMention mention;  ///< As the side that has it gives it.
  /// Equal in all parts.
  friend bool operator==(const MentionDifference&, const MentionDifference&) = default;
};

/// A mention found as gold has it, but linked to another entity.
struct LinkDifference {
  std::string document;      ///< Id of the prediction's document.
  AnnotatedMention mention;  ///< As gold has it.
  std::string found;         ///< The predicted entity id; empty where undecided.
  /// Equal in all parts.
  friend bool operator==(const LinkDifference&, const LinkDifference&) = default;
};

/// A mention found as gold has it, but as another kind: a name where gold has a reference.
struct KindDifference {
  std::string document;                    ///< Id of the prediction's document.
  AnnotatedMention mention;                ///< As gold has it.
  MentionKind found = MentionKind::kName;  ///< The predicted kind.
  /// Equal in all parts.
  friend bool operator==(const KindDifference&, const KindDifference&) = default;
};

/// A statement that only one of the two has.
struct StatementDifference {
  std::string document;          ///< Id of the prediction's document.
  AnnotatedStatement statement;  ///< Subject, predicate, object.
  /// Equal in all parts.
  friend bool operator==(const StatementDifference&, const StatementDifference&) = default;
};

/// A score and what it is of.
struct NamedScore {
  std::string measure;  ///< `mentions strict`, `statements` ...
  std::string name;     ///< `all`, or a type, kind, predicate or rule.
  Score score;          ///< The counts.
  /// Equal in all.
  friend bool operator==(const NamedScore&, const NamedScore&) = default;
};

/// What a comparison gave. The counts are sums over documents; the lists are in the order of gold's
/// documents, in each by place (statements by subject, predicate, object).
struct Evaluation {
  std::size_t documents = 0;          ///< Pairs compared.
  std::size_t mention_documents = 0;  ///< Those whose gold tells all names.

  MentionScores mentions;                                 ///< All that are compared.
  std::map<std::string, MentionScores> mentions_by_type;  ///< Types of either side.
  /// Same span, type and kind; only documents whose gold tells kinds.
  std::map<MentionKind, Score> mentions_by_kind;
  /// Nominals and pronouns: same span, type and kind, and the entity that gold names, if it names
  /// one. Only kinds of either side, only documents whose gold tells kinds.
  std::map<MentionKind, Score> references_by_kind;
  LinkScore links;                                 ///< Entities of the right mentions.
  std::map<std::string, LinkScore> links_by_type;  ///< The same by type.
  /// Same subject, predicate and object; only documents whose gold tells statements.
  Score statements;
  std::map<std::string, Score> statements_by_predicate;  ///< Predicates of either side.
  /// Rules of the prediction; `expected` is all that gold holds, so that recall tells how much of
  /// it the rule gave. A statement that several rules gave counts for each.
  std::map<std::string, Score> statements_by_rule;

  std::vector<MentionDifference> missed_mentions;      ///< In gold alone.
  std::vector<MentionDifference> wrong_mentions;       ///< Predicted alone.
  std::vector<LinkDifference> wrong_links;             ///< Right mentions of wrong entities.
  std::vector<KindDifference> wrong_kinds;             ///< Right mentions of wrong kinds.
  std::vector<StatementDifference> missed_statements;  ///< In gold alone.
  std::vector<StatementDifference> wrong_statements;   ///< Predicted alone.

  std::vector<ErrorForm> mention_errors;    ///< By surface form, the worst first.
  std::vector<ErrorForm> statement_errors;  ///< By predicate, the worst first.
  /// The scores of each document, as `ScoresOf` gives them; of rules `expected` is 0.
  std::vector<std::vector<NamedScore>> by_document;
};

/// The scores of a comparison by measure and name, those of all before those by name.
std::vector<NamedScore> ScoresOf(const Evaluation& evaluation);

/// Compares predictions with gold. Pure; O(n log n) for n mentions and statements.
///
/// Documents are paired as `PairDocuments` does. Where gold is spans, only predicted names count;
/// where it is triples, no mention is compared, since they do not tell all names. Nested mentions
/// of the prediction count only if gold has a nested mention anywhere. Relaxed pairs are made after
/// the strict ones, from left to right. Where gold tells statements of surfaces, those of the
/// prediction are taken by the surfaces of their ends (`PairStatements`).
///
/// @param gold         as `ReadGold` gives it.
/// @param predictions  as `ReadPredictions` gives it.
/// @throws InputError  as `PairDocuments`.
Evaluation Evaluate(const AnnotationFile& gold, const AnnotationFile& predictions);

}  // namespace zhitu::extract
