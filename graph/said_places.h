#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/co_occurrence.h"
#include "graph/id_table.h"
#include "graph/quoted_text.h"
#include "graph/records.h"
#include "graph/store.h"

namespace zhitu::graph {

/// A place of a statement, as the table `evidence` has it.
struct SaidPlace {
  RelationNumber relation = 0;  ///< What it proves.
  std::uint32_t statement = 0;  ///< Of the relation; only the same for places of one statement.
  bool first = false;           ///< The words that say it; others name ends that stand elsewhere.
  std::int64_t document = 0;    ///< 0 for a line of a dictionary.
  Stretch place;                ///< For a line of a dictionary: the line, the dictionary.
  QuotedPart shown = {};        ///< Where it is shown, once `SaidPlaces::Show` was called.
  std::int64_t line = 0;        ///< The same of its line.
  std::int64_t column = 0;      ///< The same of its column.
  std::uint32_t rule = 0;       ///< `SaidPlaces::Text` tells it.
  std::uint32_t modality = 0;   ///< `SaidPlaces::Text` tells it.
  std::uint32_t date = 0;       ///< `SaidPlaces::Text` tells it.
  PerMille confidence = 1000;   ///< Of the statement.
};

/// The first places that prove relations, all in memory. One thread.
class SaidPlaces {
 public:
  /// Reads them. @param keep  says of which relations. @param most  statements of each.
  /// @throws as `Store`.
  SaidPlaces(const Store& store, const std::function<bool(RelationNumber)>& keep,
             std::int64_t most);

  /// By relation, statement and place.
  const std::vector<SaidPlace>& places() const { return places_; }
  /// A rule, modality or date.
  std::string_view Text(std::uint32_t number) const { return texts_.Id(number); }
  /// Shows those of a document, in the order in which they stand there. Documents must come in
  /// order of number.
  void Show(std::int64_t document, QuotedTexts& texts);
  /// True if a document that was not shown, up to this one, has some: it is missing.
  bool Passed(std::int64_t document) const;

 private:
  std::vector<SaidPlace> places_;
  std::vector<std::uint32_t> order_;  // indexes of those in documents, as they stand there
  std::size_t next_ = 0;              // in order_
  IdTable texts_;
};

}  // namespace zhitu::graph
