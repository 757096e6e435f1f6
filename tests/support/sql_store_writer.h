#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/store_writer.h"

namespace zhitu::graph {

// The slow twin of `StoreWriter`: one INSERT a row, by SQLite.
class SqlStoreWriter {
 public:
  explicit SqlStoreWriter(std::string path) : path_(std::move(path)) {}

  void AddDocument(const DocumentRow& row);
  void AddSentence(std::int64_t document, std::int64_t number, const Stretch& place);
  void AddMention(const MentionRow& row);
  void AddCandidate(const MentionRow& mention, std::int64_t position, std::string_view id,
                    PerMille score);
  void AddQuantity(const QuantityRow& row);
  void AddTime(std::int64_t document, const Stretch& place, std::string_view first,
               std::string_view last);
  void AddEntity(const EntityRecord& entity);
  void AddPredicate(std::int64_t number, std::string_view name);
  void AddRelation(const RelationRecord& relation);
  void AddEvidence(const EvidenceRow& row);
  void AddNeighbours(EntityNumber entity, std::string_view neighbours);
  void AddMeta(const std::map<std::string, std::string>& meta);
  void Finish() const;

 private:
  void Insert(const std::string& table, const std::vector<std::string>& values);

  std::string path_;
  std::string sql_;
};

}  // namespace zhitu::graph
