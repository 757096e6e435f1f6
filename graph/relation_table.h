#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/statement.h"
#include "graph/co_occurrence.h"
#include "graph/records.h"
#include "graph/seen_dates.h"

namespace zhitu::graph {

/// Texts that repeat, by number from 0 in order of first appearance.
class TextPool {
 public:
  /// The number of a text; a new one is added.
  std::uint32_t Number(std::string_view text);
  /// The text of a number.
  const std::string& Text(std::uint32_t number) const { return texts_[number]; }
  /// Texts so far.
  std::size_t size() const { return texts_.size(); }

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// What a graph that is being built knows of a relation. Small, because there are many.
struct RelationState {
  std::uint32_t subject = 0;        ///< Entity number.
  std::uint32_t object = 0;         ///< Entity number.
  std::uint32_t predicate = 0;      ///< Number in `RelationTable::predicates`.
  std::uint32_t last_document = 0;  ///< Number of the last document counted.
  std::int64_t mentions = 0;        ///< As in `RelationRecord`.
  std::int64_t sentences = 0;       ///< As in `RelationRecord`.
  std::uint32_t documents = 0;      ///< As in `RelationRecord`.
  PerMille confidence = 0;          ///< Best so far.
  SeenDates seen;                   ///< Dates of the documents with evidence.
};

/// A place that proves a relation, while the graph is being built.
struct EvidenceState {
  std::uint32_t relation = 0;      ///< Index of the relation, from 0.
  std::uint32_t document = 0;      ///< 0: a dictionary line.
  std::uint32_t begin = 0;         ///< Code point in the file, or line of the dictionary.
  std::uint32_t end = 0;           ///< One past the last, or number of the dictionary.
  std::uint32_t rule = 0;          ///< Number in `RelationTable::texts`.
  std::uint32_t date = 0;          ///< Number in `RelationTable::texts`.
  std::int16_t confidence = 1000;  ///< Thousandths.
  extract::Modality modality = extract::Modality::kFactual;  ///< Never negated.
  bool continues = false;  ///< A further place of the statement before.
};

/// The relations of a graph that is being built, by index from 0 in order of first appearance, and
/// their evidence in the order in which it came.
class RelationTable {
 public:
  /// The number of `co_occurs` in `predicates`, there from the beginning.
  static constexpr std::uint32_t kCoOccurrence = 0;

  RelationTable();

  /// The index of a relation; a new one is added. `predicate` is a number of `predicates`.
  std::uint32_t Index(EntityNumber subject, std::uint32_t predicate, EntityNumber object);
  /// Tells the processor that `Index` will soon be asked the same: first with step 0, which brings
  /// where to look, some time later with step 1, which brings what is there. Changes nothing else.
  void Prefetch(EntityNumber subject, std::uint32_t predicate, EntityNumber object, int step) const;
  /// True if `Index` has just added the relation.
  bool is_new(std::uint32_t index) const { return states_[index].mentions == 0; }
  /// A relation by index.
  RelationState& state(std::uint32_t index) { return states_[index]; }
  /// All relations, by index.
  const std::vector<RelationState>& states() const { return states_; }
  /// Adds a piece of evidence; counts are the caller's.
  void AddEvidence(const EvidenceState& evidence) { evidence_.push_back(evidence); }
  /// All evidence.
  const std::vector<EvidenceState>& evidence() const { return evidence_; }
  /// Names of predicates.
  TextPool& predicates() { return predicates_; }
  /// Names of predicates.
  const TextPool& predicates() const { return predicates_; }
  /// Rules and dates of evidence; 0 is the empty text.
  TextPool& texts() { return texts_; }
  /// Rules and dates of evidence; 0 is the empty text.
  const TextPool& texts() const { return texts_; }

 private:
  std::size_t Slot(const RelationState& key) const;
  void Grow();

  std::vector<RelationState> states_;
  std::vector<std::uint32_t> slots_;  // open addressing: index + 1, or 0; a power of two
  std::vector<EvidenceState> evidence_;
  TextPool predicates_;
  TextPool texts_;
};

}  // namespace zhitu::graph
