#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/quoted_text.h"
#include "graph/records.h"
#include "graph/said_places.h"
#include "graph/selection.h"
#include "graph/shared_windows.h"
#include "graph/table_scan.h"

namespace zhitu::graph {

/// How many quotes are wanted, so that what holds them stays of a size that can be used.
struct QuoteLimits {
  std::int64_t each = 20;        ///< Of a relation at most; at least 1.
  std::int64_t all = 1'000'000;  ///< In all, but at least one of each relation.
};

/// One piece of evidence with the words. Views are valid until the next is asked for.
struct RelationQuote {
  /// Where its words stand. Of a statement first those that say it, then names of ends that stand
  /// elsewhere; of a co-occurrence one text or two, as a whole. Empty for a line of a dictionary.
  std::vector<QuotedPart> parts;
  std::string_view file;       ///< Of a line of a dictionary: its name; else empty.
  std::int64_t line = 0;       ///< Of a line, or of the words that say it; 0: as the first text.
  std::int64_t column = 0;     ///< In code points, from 1; 0: as the first text, or a line.
  std::string cited;           ///< What a line of an imported file gives as evidence, or empty.
  std::string_view rule;       ///< Rule, `co_occurs`, `dictionary` or `import`.
  PerMille confidence = 1000;  ///< Of this evidence.
  std::string_view modality;   ///< Empty, or `planned`.
  std::string_view date;       ///< Of what is stated, or empty.
};

/// All evidence of a selection up to limits, with the sentences it stands in; what
/// `Store::Evidence` tells of one relation, read in one pass over the texts. Sentences are shared
/// by the relations that rest on them. Holds places (some 100 bytes a statement, 8 a shared
/// window), and one text. One thread.
class QuoteCollection {
 public:
  /// Reads how much there is. @param selection  must live longer. @throws as `Store`.
  QuoteCollection(const Selection& selection, const QuoteLimits& limits);

  /// How many quotes of a relation there are at most: `limits.each`, or fewer so that all are not
  /// more than `limits.all`.
  std::int64_t each() const { return each_; }
  /// Hands over every text that is shown; once, and before `Read`. O(texts + mentions + pairs).
  /// @throws as `Store`.
  void ReadTexts(const QuotedTexts::Visitor& visit);
  /// Reads the quotes of a relation of the selection, in order of place, dictionary lines last.
  /// Relations must be asked for in order of number.
  /// @return how many there are without limits.
  std::int64_t Read(RelationNumber relation, std::vector<RelationQuote>& quotes);

 private:
  std::vector<std::int64_t> CountQuotes() const;
  bool IsShared(RelationNumber relation) const {
    return is_shared_[static_cast<std::size_t>(relation)];
  }
  void CheckPlace(const DocumentRecord& document) const;
  void ReadSaid(RelationNumber relation, std::vector<RelationQuote>& quotes);
  void ReadShared(RelationNumber relation, std::vector<RelationQuote>& quotes) const;
  std::string CitedBy(RelationNumber relation, std::uint32_t statement);

  const Selection& selection_;
  std::vector<bool> is_shared_;       // by relation: its evidence is found over the mentions
  std::vector<std::int64_t> counts_;  // by relation: pieces of evidence
  std::int64_t each_;
  SaidPlaces said_;
  SharedWindows shared_;
  std::size_t next_said_ = 0;       // in said_.places()
  std::optional<TableScan> cited_;  // of lines of imported files; at a row, or none
};

}  // namespace zhitu::graph
