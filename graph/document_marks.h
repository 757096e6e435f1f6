#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/co_occurrence.h"
#include "graph/records.h"
#include "graph/store.h"
#include "graph/table_scan.h"

namespace zhitu::graph {

/// A mention as it stands in its document.
struct MentionMark {
  Stretch place;              ///< In the decoded file; not empty.
  EntityNumber entity = 0;    ///< 0 while undecided.
  std::int64_t sentence = 0;  ///< Number of its sentence in the document.
  std::int64_t unit = -1;     ///< Number of its co-occurrence window; -1 if it pairs with nothing.
};

/// The sentences and mentions of one document.
class DocumentMarks {
 public:
  std::vector<Stretch> sentences;     ///< By number.
  std::vector<MentionMark> mentions;  ///< In order of begin, of equals the longest first.

  /// The sentence of this number; nothing if there is none.
  const Stretch* Sentence(std::int64_t number) const;
  /// The place and the sentences in which it begins and ends. Of several sentences the shortest,
  /// for a caption may stand between the halves of another. O(log sentences).
  Stretch SentencesAround(const Stretch& place) const;

 private:
  friend class DocumentMarksReader;
  const Stretch* Holding(const Stretch& place) const;

  std::vector<std::size_t> by_begin_;  // numbers of the sentences
};

/// Reads marks of one document after the other, each table once from begin to end. One thread.
class DocumentMarksReader {
 public:
  /// @param store  must live longer. @throws as `Store`.
  explicit DocumentMarksReader(const Store& store);

  /// Reads those of a document; places lie inside it. Documents must be asked for in order of
  /// number, and end behind their begin.
  /// @throws extract::InputError  if sentences are not numbered from 0; else as `Store`.
  void Read(const DocumentRecord& document, DocumentMarks& marks);

 private:
  void ReadSentences(const DocumentRecord& document, std::vector<Stretch>& sentences);
  void ReadMentions(const DocumentRecord& document, std::vector<MentionMark>& mentions);

  const Store& store_;
  TableScan sentence_rows_;
  TableScan mention_rows_;
  bool in_sentences_;  // at a row
  bool in_mentions_;
};

}  // namespace zhitu::graph
