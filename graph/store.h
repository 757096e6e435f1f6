#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/co_occurrence.h"
#include "graph/records.h"
#include "graph/store_counts.h"

namespace zhitu::graph {

/// A document as the graph file keeps it.
struct DocumentRecord {
  std::int64_t number = 0;  ///< In this file: from 1, in input order.
  std::string id;           ///< As DESIGN.md, "Ids", says.
  std::string file;         ///< The file's name by the same rule.
  std::string title;        ///< Or empty.
  std::string date;         ///< As the corpus gave it, or empty.
  std::string source;       ///< Or empty.
  std::int64_t begin = 0;   ///< First code point in the decoded file.
  std::int64_t end = 0;     ///< One past the last code point.
  std::int64_t line = 1;    ///< Line of the file on which it begins.
  bool record = false;      ///< A row of JSON Lines or CSV.
  std::string text;         ///< Decoded text; empty unless asked for.
};

/// One mention of an entity, with the words around it.
struct MentionRecord {
  EvidenceRecord place;  ///< Where; `quote` is the surface form, `rule` its provenance.
  std::string kind;      ///< `name`, `nominal` or `pronoun`.
  std::string zone;      ///< `headline`, `subhead`, `caption`, `byline` or `body`.
  bool nested = false;   ///< Lies inside a longer mention.
  std::string before;    ///< Words of the sentence before it, at most 200 code points.
  std::string after;     ///< Words of the sentence after it, at most 200 code points.
};

/// Words of a document that the graph rests on, without the words.
struct QuotedPlace {
  std::int64_t document = 0;    ///< Number of the document; 0 for a dictionary line.
  Stretch place;                ///< In the decoded file; for a dictionary line: line, dictionary.
  RelationNumber relation = 0;  ///< What it proves; 0 for a mention.
  EntityNumber entity = 0;      ///< What it mentions; 0 for evidence and undecided mentions.
};

/// A graph file (`*.zhitu`, SQLite) opened for reading. Not shared between threads: open one a
/// thread. Every method may throw `extract::IoError` where the disk fails and `extract::InputError`
/// where the file proves to be damaged; what it gives was checked as far as memory safety needs.
class Store {
 public:
  /// Opens a graph file read-only.
  /// @throws extract::IoError    if it is missing or unreadable.
  /// @throws extract::InputError if it is not a graph file, or one of another version, or damaged.
  static Store Open(const std::string& path);
  /// True if a file that can be read begins like a graph file, of whatever version.
  static bool IsGraphFile(const std::string& path);
  Store(Store&&) noexcept;             ///< Moves; the source may only be destroyed.
  Store& operator=(Store&&) noexcept;  ///< Moves; the source may only be destroyed.
  ~Store();

  /// The file's path, as `Open` was given it.
  const std::string& path() const;
  /// Totals; O(1).
  StoreCounts Counts() const;
  /// The greatest entity number; 0 if there are none. Every number this class gives is at most
  /// this.
  EntityNumber last_entity() const;
  /// The greatest relation number; 0 if there are none.
  RelationNumber last_relation() const;
  /// A value of the `meta` table, by key; nothing if it is not there.
  std::optional<std::string> Meta(std::string_view key) const;
  /// All keys and values of `meta`, by key.
  const std::map<std::string, std::string>& AllMeta() const;
  /// Names of the predicates, by number; place 0 is empty.
  const std::vector<std::string>& Predicates() const;
  /// The predicate's name. `number` must be one that this store gave.
  const std::string& PredicateName(std::int32_t predicate) const;

  /// Every entity (document nodes too) in order of the bytes of its id. Holds all of them in memory
  /// meanwhile, since the file has them in another order. The visitor may ask the store anything.
  void ForEachEntity(const std::function<void(const EntityRecord&)>& visit) const;
  /// The same for those entities of which `keep` says so.
  void ForEachEntity(const std::function<bool(EntityNumber)>& keep,
                     const std::function<void(const EntityRecord&)>& visit) const;
  /// Every entity in brief, in order of number. Streams; memory O(1).
  void ForEachEntityHead(const std::function<void(const EntityHead&)>& visit) const;
  /// Numbers of all entities in order of the bytes of their ids.
  std::vector<EntityNumber> EntitiesById() const;
  /// Names of the attributes of those entities of which `keep` says so, sorted by bytes.
  std::vector<std::string> AttributeNames(const std::function<bool(EntityNumber)>& keep) const;
  /// Every attribute of those entities of which `keep` says so: name, value. Streams; memory O(1).
  void ForEachAttribute(
      const std::function<bool(EntityNumber)>& keep,
      const std::function<void(std::string_view name, std::string_view value)>& visit) const;
  /// Every relation in order of subject id, predicate, object id. Streams; memory O(1).
  void ForEachRelation(const std::function<void(const RelationRecord&)>& visit) const;
  /// The same for those relations of which `keep` says so.
  void ForEachRelation(const std::function<bool(RelationNumber)>& keep,
                       const std::function<void(const RelationRecord&)>& visit) const;
  /// Weights of imported relations that are no whole numbers (`RelationRecord::mentions` has them
  /// rounded), by number of the relation. Positive and finite.
  std::vector<std::pair<RelationNumber, double>> ExactWeights() const;
  /// Every relation in brief, in the same order; faster.
  void ForEachLink(const std::function<void(const Link&)>& visit) const;
  /// Every document in input order; with its text only if `with_text`.
  void ForEachDocument(bool with_text,
                       const std::function<void(const DocumentRecord&)>& visit) const;

  /// One entity. `number` must be one that this store gave.
  EntityRecord Entity(EntityNumber number) const;
  /// The id of an entity. `number` must be one that this store gave.
  std::string EntityId(EntityNumber number) const;
  /// The type of an entity. `number` must be one that this store gave.
  std::string EntityType(EntityNumber number) const;
  /// One relation. `number` must be one that this store gave.
  RelationRecord Relation(RelationNumber number) const;
  /// One entity by id, or nothing.
  std::optional<EntityRecord> FindById(std::string_view id) const;
  /// Entities one of whose names or aliases folds to the same text as `name`; by id.
  std::vector<EntityRecord> FindByName(std::string_view name) const;
  /// Up to `most` names and aliases close to `name` (they hold it, or differ in at most a third of
  /// its characters), best first, then by bytes, for did-you-mean. Documents are left out.
  /// O(names).
  std::vector<std::string> Suggest(std::string_view name, std::size_t most) const;

  /// The document of an id with its text, or nothing.
  std::optional<DocumentRecord> FindDocument(std::string_view id) const;

  /// The relations of an entity, by the other's number, then relation, co-occurrence included.
  /// Reads one row. Empty for an entity without relations.
  std::vector<Neighbour> Neighbours(EntityNumber number) const;
  /// The same, in a list that may be used again and again.
  void ReadNeighbours(EntityNumber number, std::vector<Neighbour>& neighbours) const;

  /// Up to `most` places that prove a relation: in document order, dictionary lines last. Quotes
  /// are read from the stored text. A co-occurrence gives the windows in which both stand.
  std::vector<EvidenceRecord> Evidence(const RelationRecord& relation, std::size_t most) const;
  /// How many places `Evidence` has for a relation. O(places).
  std::int64_t CountEvidence(const RelationRecord& relation) const;
  /// Up to `most` mentions of an entity in document order.
  std::vector<MentionRecord> Mentions(EntityNumber number, std::size_t most) const;

  /// All mentions of one document, by place, undecided ones too (entity 0).
  std::vector<QuotedPlace> MentionPlaces(std::int64_t document) const;
  /// All places of evidence, by relation; of a co-occurrence the first only. Streams.
  void ForEachEvidencePlace(const std::function<void(const QuotedPlace&)>& visit) const;

  /// What stands behind this class; for the sources of this layer.
  struct Impl;
  /// The same.
  const Impl& impl() const { return *impl_; }

 private:
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhitu::graph
