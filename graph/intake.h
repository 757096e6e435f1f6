#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extraction.h"
#include "graph/co_occurrence.h"
#include "graph/code_point_table.h"
#include "graph/growing_graph.h"
#include "graph/store_counts.h"
#include "graph/store_writer.h"

namespace zhitu::graph {

/// Which windows pair entities.
struct PairingRule {
  Window window = Window::kSentence;  ///< Part of a text that pairs.
  std::size_t max_entities = 60;      ///< Windows that name more are left out.
};

/// Takes documents into a graph that is being built: their texts, sentences and mentions to the
/// file, their entities, statements and co-occurrences to memory. One thread.
class Intake {
 public:
  /// All must live as long as the intake.
  Intake(const PairingRule& rule, GrowingGraph& graph, StoreWriter& writer, StoreCounts& counts);

  /// Takes one document. Order of the steps, and so numbers of entities: document, mentions,
  /// statements. Rows of equal key stand in the file once: the first of them.
  ///
  /// @param number  of the document, from 1.
  /// @throws extract::LimitError  if the text ends beyond 4,294,967,295 code points of its file.
  void Take(const extract::Extraction& extraction, std::int64_t number);

 private:
  // A mention that may pair, with the window it stands in.
  struct Member {
    std::size_t mention = 0;  // index in the extraction
    std::int64_t unit = 0;
    EntityNumber entity = 0;
    Named named;
  };
  // Two entities of a window, the smaller number first, and the members of the window.
  struct Pairing {
    EntityNumber left = 0;
    EntityNumber right = 0;
    const Member* begin = nullptr;
    const Member* end = nullptr;
  };

  Stretch PlaceOf(const extract::Span& span) const;
  std::string_view WhyOf(const extract::Mention& mention, EntityNumber entity);
  std::int64_t UnitOf(const extract::Mention& mention) const;
  std::int64_t CountUnits() const;
  void Begin(const extract::Extraction& extraction, std::int64_t number);
  void AddDocument();
  void NumberMentions();
  void FormUnits();
  void AddMentions();
  void AddMention(std::size_t index);
  void CountMention(EntityState& entity);
  void AddQuantities();
  void AddTimes();
  void AddStatements();
  void AddStatement(const extract::Statement& statement);
  void CountStatementSentences();
  void PairUnit(const Member* begin, const Member* end);
  void CountPairings();
  void Count(const Pairing& pairing);
  void AddFirstPlace(std::uint32_t relation, const NamedPair& pair);
  void Touch(RelationState& relation) const;
  void Widen(SeenDates& seen, const std::string& date) const;
  std::uint32_t SentenceAt(std::size_t byte);

  PairingRule rule_;
  GrowingGraph& graph_;
  StoreWriter& writer_;
  StoreCounts& counts_;

  // Of the document at hand; kept so that the next one finds their memory.
  const extract::Extraction* extraction_ = nullptr;
  std::int64_t number_ = 0;
  CodePointTable code_points_;
  DateNumber date_ = 0;
  std::vector<Stretch> places_;         // by mention
  std::vector<EntityNumber> entities_;  // by mention; 0 while undecided
  std::vector<std::int64_t> units_;     // by mention; -1: it pairs with nothing
  std::vector<Member> members_;         // mentions that may pair, by unit, then begin
  std::vector<Pairing> pairings_;       // not yet counted
  std::vector<Named> lefts_;            // mentions of the two entities of a pair
  std::vector<Named> rights_;
  std::vector<EntityNumber> named_;  // distinct entities of a unit, sorted
  std::vector<std::pair<std::size_t, std::uint32_t>> sentence_begins_;  // byte, number; sorted
  std::vector<std::uint64_t> proofs_;  // relation << 32 | sentence, for distinct sentences
  std::string why_;                    // of the mention at hand, where it names an antecedent
};

}  // namespace zhitu::graph
