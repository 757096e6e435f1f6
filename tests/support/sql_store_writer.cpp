#include "tests/support/sql_store_writer.h"

#include <cmath>

#include "extract/fold.h"
#include "extract/hash.h"
#include "graph/schema.h"
#include "tests/support/sql_literal.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

// Shorter, since all rows need it.
template <typename Value>
std::string L(const Value& value) {
  return SqlLiteral(value);
}

}  // namespace

void SqlStoreWriter::Insert(const std::string& table, const std::vector<std::string>& values) {
  sql_ += "INSERT INTO " + table + " VALUES (";
  for (std::size_t i = 0; i < values.size(); ++i) sql_ += (i > 0 ? "," : "") + values[i];
  sql_ += ");";
}

void SqlStoreWriter::AddDocument(const DocumentRow& row) {
  Insert("document",
         {L(row.number), L(row.id), L(row.file), L(row.title), L(row.date), L(row.source),
          L(row.place.begin), L(row.place.end), L(row.line), row.record ? "1" : "0",
          L(row.paragraphs), L(extract::HashHex(row.text)), L(row.text)});
}

void SqlStoreWriter::AddSentence(std::int64_t document, std::int64_t number, const Stretch& place) {
  Insert("sentence", {L(document), L(number), L(place.begin), L(place.end)});
}

void SqlStoreWriter::AddMention(const MentionRow& row) {
  Insert("mention",
         {L(row.document), L(row.place.begin), L(row.place.end), L(row.entity), L(row.kind),
          row.nested ? "1" : "0", L(std::int64_t{row.confidence}), L(row.zone), L(row.sentence),
          L(row.paragraph), row.unit < 0 ? "NULL" : L(row.unit), L(row.why)});
}

void SqlStoreWriter::AddCandidate(const MentionRow& mention, std::int64_t position,
                                  std::string_view id, PerMille score) {
  Insert("candidate", {L(mention.document), L(mention.place.begin), L(mention.place.end),
                       L(position), L(id), L(std::int64_t{score})});
}

void SqlStoreWriter::AddQuantity(const QuantityRow& row) {
  Insert("quantity", {L(row.document), L(row.place.begin), L(row.place.end),
                      L(std::int64_t{std::llround(row.value * 1000)}), row.approximate ? "1" : "0",
                      L(row.unit), L(row.of), L(row.entity)});
}

void SqlStoreWriter::AddTime(std::int64_t document, const Stretch& place, std::string_view first,
                             std::string_view last) {
  Insert("time", {L(document), L(place.begin), L(place.end), L(first), L(last)});
}

void SqlStoreWriter::AddEntity(const EntityRecord& entity) {
  Insert("entity",
         {L(entity.number), L(entity.id), L(entity.name), L(entity.type), L(entity.mentions),
          L(entity.documents), L(entity.windows), L(entity.first_seen), L(entity.last_seen),
          L(entity.why), L(extract::FoldName(entity.name))});
  for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
    Insert("alias", {L(entity.number), std::to_string(i + 1), L(entity.aliases[i]),
                     L(extract::FoldName(entity.aliases[i]))});
  }
  for (std::size_t i = 0; i < entity.attributes.size(); ++i) {
    Insert("attribute", {L(entity.number), std::to_string(i + 1), L(entity.attributes[i].first),
                         L(entity.attributes[i].second)});
  }
}

void SqlStoreWriter::AddPredicate(std::int64_t number, std::string_view name) {
  Insert("predicate", {L(number), L(name)});
}

void SqlStoreWriter::AddRelation(const RelationRecord& relation) {
  Insert("relation",
         {L(relation.number), L(relation.id), L(relation.subject), L(relation.predicate),
          L(relation.object), L(relation.mentions), L(relation.sentences), L(relation.documents),
          L(std::int64_t{relation.confidence}), L(relation.first_seen), L(relation.last_seen)});
}

void SqlStoreWriter::AddEvidence(const EvidenceRow& row) {
  Insert("evidence", {L(row.relation), L(row.statement), L(row.part), L(row.document),
                      L(row.place.begin), L(row.place.end), L(row.rule),
                      L(std::int64_t{row.confidence}), L(row.modality), L(row.date)});
}

void SqlStoreWriter::AddNeighbours(EntityNumber entity, std::string_view neighbours) {
  Insert("adjacency", {L(entity), SqlBlob(neighbours)});
}

void SqlStoreWriter::AddMeta(const std::map<std::string, std::string>& meta) {
  for (const auto& [key, value] : meta) Insert("meta", {L(key), L(value)});
}

void SqlStoreWriter::Finish() const {
  Change(path_, "PRAGMA synchronous = OFF;" + std::string(kTablesSql) + "BEGIN;" + sql_ +
                    "COMMIT;" + kIndexesSql + kViewsSql);
}

}  // namespace zhitu::graph
