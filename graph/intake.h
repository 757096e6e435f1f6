#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "extract/extraction.h"
#include "graph/co_occurrence.h"
#include "graph/code_point_cursor.h"
#include "graph/growing_graph.h"
#include "graph/store_counts.h"
#include "graph/store_writer.h"

namespace zhitu::graph {

/// Which windows pair entities.
struct PairingRule {
  Window window = Window::kSentence;  ///< Part of a text that pairs.
  std::size_t max_entities = 60;      ///< Windows that name more are left out.
};

/// Takes one document into a graph that is being built: its text, sentences and mentions to the
/// file, its entities, statements and co-occurrences to memory. Made for one document.
class Intake {
 public:
  /// All must live as long as the intake. @param number  of the document, from 1.
  /// @throws extract::LimitError  if the text ends beyond 4,294,967,295 code points of its file.
  Intake(const extract::Extraction& extraction, std::int64_t number, const PairingRule& rule,
         GrowingGraph& graph, StoreWriter& writer, StoreCounts& counts);

  /// Does it. Order of the steps, and so numbers of entities: document, mentions, statements.
  void Run();

 private:
  // A mention that may pair, with the window it stands in.
  struct Member {
    std::size_t mention = 0;  // index in the extraction
    std::int64_t unit = 0;
    EntityNumber entity = 0;
    Named named;
  };

  Stretch PlaceOf(const extract::Span& span);
  std::string WhyOf(const extract::Mention& mention);
  std::int64_t UnitOf(const extract::Mention& mention) const;
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
  void PairUnits();
  void PairUnit(const Member* begin, const Member* end);
  void Pair(EntityNumber left, EntityNumber right, const Member* begin, const Member* end);
  void AddFirstPlace(std::uint32_t relation, const NamedPair& pair);
  void Touch(RelationState& relation) const;
  void Widen(SeenDates& seen, const std::string& date) const;
  std::uint32_t SentenceAt(std::size_t byte);

  const extract::Extraction& extraction_;
  std::int64_t number_;
  PairingRule rule_;
  GrowingGraph& graph_;
  StoreWriter& writer_;
  StoreCounts& counts_;
  CodePointCursor code_points_;
  DateNumber date_ = 0;
  std::vector<Stretch> places_;         // by mention
  std::vector<EntityNumber> entities_;  // by mention; 0 while undecided
  std::vector<std::int64_t> units_;     // by mention; -1: it pairs with nothing
  std::vector<Member> members_;         // of units that pair, by unit, then begin
  std::vector<std::pair<std::size_t, std::uint32_t>> sentence_begins_;  // byte, number; sorted
  std::vector<std::uint64_t> proofs_;  // relation << 32 | sentence, for distinct sentences
};

}  // namespace zhitu::graph
