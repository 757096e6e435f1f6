#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/co_occurrence.h"
#include "graph/records.h"
#include "graph/store.h"
#include "graph/table_scan.h"

namespace zhitu::graph {

/// Where the first evidence of a relation stands, and its words.
struct FirstQuote {
  std::string_view document;  ///< Id of the document; empty for a dictionary line.
  std::string_view file;      ///< The document's file, or the dictionary.
  std::int64_t line = 0;      ///< From 1, in the file.
  std::int64_t column = 0;    ///< In code points, from 1; 0 for a dictionary line.
  std::string_view quote;     ///< Without line breaks; empty for a dictionary line.
  /// Of an imported graph: what its file gives as evidence, instead of all else; or empty.
  std::string_view cited = {};
};

/// The first evidence of many relations, as `Store::Evidence(relation, 1)` gives it one by one.
/// Evidence is kept by relation, texts by document: for some relations at a time the places are
/// read, sorted by document, and the words read from one text after the other. Holds these places
/// and words, and one text. One thread.
class FirstQuotes {
 public:
  /// How much is read at a time.
  struct Batch {
    std::int64_t code_points = std::int64_t{8} << 20U;  ///< Of quotes.
    std::size_t relations = std::size_t{1} << 18U;      ///< That are kept.
  };

  /// @param store  must live longer.
  /// @param keep   says which relations will be asked for.
  /// @param batch  more of it takes more memory, less of it reads the texts more often.
  FirstQuotes(const Store& store, std::function<bool(RelationNumber)> keep, const Batch& batch);

  /// Reads what the first calls of `Of` will ask for. May run on another thread, until the end of
  /// which nothing else is called; it does not use the store's database. @throws as `Store`.
  void ReadAhead();
  /// The first evidence of a relation; null if it has none. Relations must be asked for in order of
  /// number. Valid until the next call. @throws as `Store`.
  const FirstQuote* Of(RelationNumber relation);

 private:
  struct Place {
    RelationNumber relation = 0;
    std::int64_t document = 0;
    Stretch place;           // as in the table; then begin is the line, end the column
    std::size_t quote = 0;   // in quotes_
    std::uint32_t size = 0;  // of the quote
    std::uint32_t file = 0;  // in sources_
  };

  struct Source {
    std::string document;  // id, or empty
    std::string file;
  };

  std::string_view CitedBy(RelationNumber relation);
  void OpenDocuments();
  void ReadPlaces();
  void NameDictionaries();
  void ReadDocuments();
  std::vector<std::uint32_t> InDocuments() const;
  void ReadQuotes(TableScan& document, std::span<const std::uint32_t> order);

  const Store& store_;
  std::function<bool(RelationNumber)> keep_;
  Batch batch_;
  TableScan evidence_;
  std::optional<TableScan> attributes_;  // of lines of imported files; at a row, or none
  std::optional<TableScan> documents_;   // for the next batch
  bool is_read_ = false;                 // all of evidence_
  bool is_named_ = true;                 // dictionaries of places_ are in sources_
  RelationNumber last_ = 0;              // the relation read last
  std::vector<Place> places_;            // by relation
  std::size_t next_ = 0;                 // in places_
  std::vector<Source> sources_;
  std::string quotes_;
  FirstQuote found_;
};

}  // namespace zhitu::graph
