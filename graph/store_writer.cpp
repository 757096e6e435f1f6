#include "graph/store_writer.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "extract/fold.h"
#include "extract/hash.h"
#include "graph/adjacency.h"
#include "graph/schema.h"

namespace zhitu::graph {

struct StoreWriter::Statements {
  explicit Statements(const Database& database)
      : document(database.Prepare(
            "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        sentence(database.Prepare("INSERT OR IGNORE INTO sentence VALUES (?, ?, ?, ?)")),
        mention(database.Prepare(
            "INSERT OR IGNORE INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        pairless_mention(database.Prepare(
            "INSERT OR IGNORE INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)")),
        candidate(database.Prepare("INSERT OR IGNORE INTO candidate VALUES (?, ?, ?, ?, ?, ?)")),
        quantity(
            database.Prepare("INSERT OR IGNORE INTO quantity VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
        time(database.Prepare("INSERT OR IGNORE INTO time VALUES (?, ?, ?, ?, ?)")),
        entity(database.Prepare("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        alias(database.Prepare("INSERT INTO alias VALUES (?, ?, ?, ?)")),
        attribute(database.Prepare("INSERT INTO attribute VALUES (?, ?, ?, ?)")),
        predicate(database.Prepare("INSERT INTO predicate VALUES (?, ?)")),
        relation(database.Prepare("INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        evidence(database.Prepare("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        relation_weight(database.Prepare("INSERT INTO relation_weight VALUES (?, ?)")),
        evidence_attribute(
            database.Prepare("INSERT INTO evidence_attribute VALUES (?, ?, ?, ?, ?)")),
        adjacency(database.Prepare("INSERT INTO adjacency VALUES (?, ?)")),
        meta(database.Prepare("INSERT INTO meta VALUES (?, ?)")) {}

  Statement document;
  Statement sentence;
  Statement mention;
  Statement pairless_mention;
  Statement candidate;
  Statement quantity;
  Statement time;
  Statement entity;
  Statement alias;
  Statement attribute;
  Statement predicate;
  Statement relation;
  Statement evidence;
  Statement relation_weight;
  Statement evidence_attribute;
  Statement adjacency;
  Statement meta;
};

void StoreWriter::DeleteStatements::operator()(Statements* statements) const noexcept {
  delete statements;
}

StoreWriter::StoreWriter(std::string path)
    : file_(std::move(path)),
      database_(file_.temporary(), file_.path(), Database::Access::kBuild),
      input_hash_(extract::HashHex("")) {
  database_.Execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
                    "; PRAGMA user_version = " + std::to_string(kSchemaVersion) + "; BEGIN;");
  database_.Execute(kTablesSql);
  statements_.reset(new Statements(database_));
}

void StoreWriter::AddDocument(const DocumentRow& row) {
  const std::string hash = extract::HashHex(row.text);
  statements_->document.Run(row.number, row.id, row.file, row.title, row.date, row.source,
                            row.place.begin, row.place.end, row.line,
                            std::int64_t{row.record ? 1 : 0}, row.paragraphs, hash, row.text);
  std::string chain = input_hash_ + hash;
  chain += row.id;
  input_hash_ = extract::HashHex(chain);
}

void StoreWriter::AddSentence(std::int64_t document, std::int64_t number, const Stretch& place) {
  statements_->sentence.Run(document, number, place.begin, place.end);
}

bool StoreWriter::AddMention(const MentionRow& row) {
  const std::int64_t nested = row.nested ? 1 : 0;
  if (row.unit < 0) {
    return statements_->pairless_mention.Run(
               row.document, row.place.begin, row.place.end, row.entity, row.kind, nested,
               std::int64_t{row.confidence}, row.zone, row.sentence, row.paragraph, row.why) > 0;
  }
  return statements_->mention.Run(row.document, row.place.begin, row.place.end, row.entity,
                                  row.kind, nested, std::int64_t{row.confidence}, row.zone,
                                  row.sentence, row.paragraph, row.unit, row.why) > 0;
}

void StoreWriter::AddCandidate(const MentionRow& mention, std::int64_t position,
                               std::string_view id, PerMille score) {
  statements_->candidate.Run(mention.document, mention.place.begin, mention.place.end, position, id,
                             std::int64_t{score});
}

void StoreWriter::AddQuantity(const QuantityRow& row) {
  constexpr double kMost = 9e18;  // thousandths; what the column can hold
  const auto value =
      static_cast<std::int64_t>(std::llround(std::clamp(row.value * 1000.0, -kMost, kMost)));
  statements_->quantity.Run(row.document, row.place.begin, row.place.end, value,
                            std::int64_t{row.approximate ? 1 : 0}, row.unit, row.of, row.entity);
}

void StoreWriter::AddTime(std::int64_t document, const Stretch& place, std::string_view first,
                          std::string_view last) {
  statements_->time.Run(document, place.begin, place.end, first, last);
}

void StoreWriter::AddEntity(const EntityRecord& entity) {
  statements_->entity.Run(entity.number, entity.id, entity.name, entity.type, entity.mentions,
                          entity.documents, entity.windows, entity.first_seen, entity.last_seen,
                          entity.why, extract::FoldName(entity.name));
  std::int64_t position = 0;
  for (const std::string& alias : entity.aliases) {
    statements_->alias.Run(entity.number, ++position, alias, extract::FoldName(alias));
  }
  position = 0;
  for (const auto& [name, value] : entity.attributes) {
    statements_->attribute.Run(entity.number, ++position, name, value);
  }
}

void StoreWriter::AddPredicate(std::int64_t number, std::string_view name) {
  statements_->predicate.Run(number, name);
}

void StoreWriter::AddRelation(const RelationRecord& relation) {
  statements_->relation.Run(relation.number, relation.id, relation.subject, relation.predicate,
                            relation.object, relation.mentions, relation.sentences,
                            relation.documents, std::int64_t{relation.confidence},
                            relation.first_seen, relation.last_seen);
}

void StoreWriter::AddEvidence(const EvidenceRow& row) {
  statements_->evidence.Run(row.relation, row.statement, row.part, row.document, row.place.begin,
                            row.place.end, row.rule, std::int64_t{row.confidence}, row.modality,
                            row.date);
}

void StoreWriter::AddRelationWeight(RelationNumber relation, double weight) {
  statements_->relation_weight.Run(relation, weight);
}

void StoreWriter::AddEvidenceAttribute(RelationNumber relation, std::int64_t statement,
                                       std::int64_t position, std::string_view name,
                                       std::string_view value) {
  statements_->evidence_attribute.Run(relation, statement, position, name, value);
}

void StoreWriter::AddNeighbours(EntityNumber entity, std::int64_t windows,
                                const std::vector<Neighbour>& neighbours) {
  const std::string bytes = EncodeNeighbours(windows, neighbours);
  statements_->adjacency.Run(entity, Blob{bytes});
}

void StoreWriter::AddMeta(const std::map<std::string, std::string>& meta) {
  for (const auto& [key, value] : meta) statements_->meta.Run(key, value);
}

void StoreWriter::Finish() {
  database_.Execute(kIndexesSql);
  database_.Execute(kViewsSql);
  database_.Execute("COMMIT;");
  statements_.reset();
  database_.Close();
  file_.Commit();
}

std::string RelationId(std::string_view subject, std::string_view predicate,
                       std::string_view object) {
  std::string key(subject);
  key += '\0';
  key += predicate;
  key += '\0';
  key += object;
  return extract::HashHex(key).substr(0, 16);
}

}  // namespace zhitu::graph
