#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "extract/extraction.h"
#include "extract/utf8.h"

namespace zhitu::graph {

/// A place where something was gained or lost.
struct ImpactPlace {
  bool gained = false;     ///< Or lost.
  std::string document;    ///< Id of the document.
  std::string file;        ///< Its file, as the corpus names it.
  std::size_t line = 0;    ///< Of the first marked words, in the file.
  std::size_t column = 0;  ///< In code points; of a record in its text.
  std::string sentence;    ///< The words around, the mention or evidence in [brackets].
};

/// What changed for one entity's mentions or for one edge.
struct ImpactRow {
  std::string predicate;            ///< Of an edge; empty for mentions.
  std::string subject;              ///< Id; empty for a form that names several entities.
  std::string subject_name;         ///< Name, or that form.
  std::string object;               ///< Id; empty for mentions.
  std::string object_name;          ///< Name; empty for mentions.
  std::size_t gained = 0;           ///< Occurrences that only the second extraction has.
  std::size_t lost = 0;             ///< Occurrences that only the first has.
  std::vector<ImpactPlace> places;  ///< The first so many of either, in order of the corpus.
};

/// Compares two extractions of each document of a corpus, as two dictionaries give them: mentions,
/// statements that are not denied, and pairs of entities that one sentence names (as `Builder`
/// pairs them). Memory is that of what differs. One thread.
class Impact {
 public:
  /// How much is gained and lost.
  struct Totals {
    std::size_t gained = 0;  ///< Occurrences.
    std::size_t lost = 0;    ///< Occurrences.
  };

  /// @param samples       places that each row keeps of what is gained, and as many of what is
  ///                      lost.
  /// @param max_entities  sentences with more make no pairs.
  explicit Impact(std::size_t samples, std::size_t max_entities = 60)
      : samples_(samples), max_entities_(max_entities) {}

  /// Compares two extractions of one document. O(n log n) for n mentions, statements and pairs.
  void Add(const extract::Extraction& before, const extract::Extraction& after);

  /// What changed: mentions before edges, the greatest changes first, then by predicate, subject
  /// and object. O(n log n).
  std::vector<ImpactRow> Rows() const;
  /// Of all mentions.
  const Totals& mentions() const noexcept { return mentions_; }
  /// Of all edges.
  const Totals& edges() const noexcept { return edges_; }

 private:
  struct Occurrence;
  using Key = std::tuple<std::string, std::string, std::string>;  // predicate, subject, object
  struct Change {
    std::string subject_name;
    std::string object_name;
    std::size_t gained = 0;
    std::size_t lost = 0;
    std::size_t lost_places = 0;
    std::vector<ImpactPlace> places;
  };

  std::vector<Occurrence> OccurrencesOf(const extract::Extraction& extraction) const;
  std::vector<const extract::Mention*> FirstsOf(
      std::span<const extract::Mention* const> sentence) const;
  static Occurrence PairOf(const extract::Extraction& extraction, const extract::Mention& first,
                           const extract::Mention& second);
  void AddPairs(const extract::Extraction& extraction, std::vector<Occurrence>& all) const;
  void AddChanges(const extract::Extraction& extraction, const std::vector<Occurrence>& only,
                  bool gained);

  void AddPlace(const extract::Extraction& extraction, const extract::OffsetIndex& index,
                const Occurrence& occurrence, bool gained, Change& change) const;

  std::size_t samples_;
  std::size_t max_entities_;
  std::map<Key, Change> changes_;
  Totals mentions_;
  Totals edges_;
};

}  // namespace zhitu::graph
