#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/side_thread.h"
#include "graph/co_occurrence.h"
#include "graph/records.h"
#include "graph/unfinished_file.h"

namespace zhitu::graph {

/// A row of table `document`.
struct DocumentRow {
  std::int64_t number = 0;      ///< From 1, in order.
  std::string_view id;          ///< As in DESIGN.md, "Ids".
  std::string_view file;        ///< The file's name by the same rule.
  std::string_view title;       ///< Or empty.
  std::string_view date;        ///< Or empty.
  std::string_view source;      ///< Or empty.
  Stretch place;                ///< In the decoded file.
  std::int64_t line = 1;        ///< Line on which it begins.
  bool record = false;          ///< A row of JSON Lines or CSV.
  std::int64_t paragraphs = 0;  ///< Blocks in it.
  std::string_view text;        ///< Decoded.
};

/// A row of table `mention`.
struct MentionRow {
  std::int64_t document = 0;   ///< Number of the document.
  Stretch place;               ///< In the decoded file.
  EntityNumber entity = 0;     ///< 0 while undecided.
  std::string_view kind;       ///< `name nominal pronoun`
  bool nested = false;         ///< Inside a longer mention.
  PerMille confidence = 1000;  ///< Of the choice.
  std::string_view zone;       ///< `headline subhead caption byline body`
  std::int64_t sentence = 0;   ///< Number of the sentence.
  std::int64_t paragraph = 0;  ///< Number of the block.
  std::int64_t unit = -1;      ///< Number of the window; negative: it pairs with nothing.
  std::string_view why;        ///< Provenance.
};

/// A row of table `quantity`.
struct QuantityRow {
  std::int64_t document = 0;  ///< Number of the document.
  Stretch place;              ///< Number and unit, in the decoded file.
  double value = 0;           ///< Kept in thousandths, at most 9e15 of them.
  bool approximate = false;   ///< The text says that it is not exact.
  std::string_view unit;      ///< As it is written.
  std::string_view of;        ///< What is counted, or empty.
  EntityNumber entity = 0;    ///< Whose; 0 where that is not known.
};

/// A row of table `evidence`.
struct EvidenceRow {
  RelationNumber relation = 0;  ///< Number of the relation.
  std::int64_t statement = 0;   ///< From 1, in the relation.
  std::int64_t part = 1;        ///< From 1, in the statement.
  std::int64_t document = 0;    ///< 0: a dictionary line.
  Stretch place;                ///< Or line and number of the dictionary.
  std::string_view rule;        ///< Rule id, `co_occurs` or `dictionary`.
  PerMille confidence = 1000;   ///< Of the statement.
  std::string_view modality;    ///< `planned`, or empty.
  std::string_view date;        ///< Or empty.
};

/// Writes the rows of a new graph file, whole or not at all: SQLite makes the schema, the rows go
/// straight into pages of its format. Rows of a table come in the order of its primary key, each
/// key once. For one calling thread.
///
/// Every method throws `extract::IoError` if the disk does not take a row, `extract::LimitError`
/// for a row of 1 GB. Memory is that of the ids of documents, the names and ids of entities, and a
/// few MB for the mentions, however many there are.
class StoreWriter {
 public:
  /// Makes the temporary file and the empty tables.
  /// @param threads  with more than one, pages are written and indexes sorted by others meanwhile.
  /// @throws extract::IoError  as `UnfinishedFile`.
  explicit StoreWriter(std::string path, std::size_t threads = 1);

  /// One document; its hash is computed here.
  void AddDocument(const DocumentRow& row);
  /// One sentence of a document.
  void AddSentence(std::int64_t document, std::int64_t number, const Stretch& place);
  /// One mention. Key: document, begin, end from the last to the first, entity.
  void AddMention(const MentionRow& row);
  /// One reading of an undecided mention; `position` from 1, best first. Key: that of the mention
  /// without entity, position.
  void AddCandidate(const MentionRow& mention, std::int64_t position, std::string_view id,
                    PerMille score);
  /// One quantity. Key: document, begin, end.
  void AddQuantity(const QuantityRow& row);
  /// One temporal expression of a document, with its first and last date or empty texts. Key:
  /// document, begin, end.
  void AddTime(std::int64_t document, const Stretch& place, std::string_view first,
               std::string_view last);
  /// One entity with its aliases and attributes; folded forms are computed here.
  void AddEntity(const EntityRecord& entity);
  /// The name of predicate `number`.
  void AddPredicate(std::int64_t number, std::string_view name);
  /// One relation; `id` as given.
  void AddRelation(const RelationRecord& relation);
  /// One place of evidence. Key: relation, statement, part.
  void AddEvidence(const EvidenceRow& row);
  /// The weight of an imported relation, where it is no whole number.
  void AddRelationWeight(RelationNumber relation, double weight);
  /// One value of an imported line that a relation has no place for; `position` from 1.
  void AddEvidenceAttribute(RelationNumber relation, std::int64_t statement, std::int64_t position,
                            std::string_view name, std::string_view value);
  /// All neighbours of an entity, as `EncodeNeighbours` writes them.
  void AddNeighbours(EntityNumber entity, std::string_view neighbours);
  /// Keys and values of `meta`.
  void AddMeta(const std::map<std::string, std::string>& meta);

  /// Says that no document, sentence or mention comes any more: their indexes may be sorted on
  /// `side`, which must live until `Finish`. May be left out.
  void EndDocuments(extract::SideThread& side);
  /// The same for entities and aliases.
  void EndEntities(extract::SideThread& side);

  /// A hash of ids and texts of all documents so far, in order; 32 hex digits.
  const std::string& input_hash() const { return input_hash_; }

  /// Completes the tables, writes the indexes, syncs and renames. Nothing may be added after.
  void Finish();

 private:
  void AddAliases(const EntityRecord& entity);
  void WriteIds(class TextIndex& ids, class BulkTree& tree, const char* column);

  UnfinishedFile file_;
  std::string input_hash_;
  struct Trees;
  struct DeleteTrees {
    void operator()(Trees* trees) const noexcept;
  };
  std::unique_ptr<Trees, DeleteTrees> trees_;
};

/// The contract's id of a relation: the first 16 hex digits of XXH3-128 of subject, NUL, predicate,
/// NUL, object. Of a symmetric relation the smaller id must be the subject.
std::string RelationId(std::string_view subject, std::string_view predicate,
                       std::string_view object);
/// Appends it to `ids`.
void AppendRelationId(std::string_view subject, std::string_view predicate, std::string_view object,
                      std::string& ids);
/// Bytes of a relation's id.
inline constexpr std::size_t kRelationIdBytes = 16;

}  // namespace zhitu::graph
