#include "graph/store_writer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"
#include "extract/fold.h"
#include "extract/hash.h"
#include "graph/bulk_file.h"
#include "graph/bulk_tree.h"
#include "graph/database.h"
#include "graph/mention_index.h"
#include "graph/schema.h"
#include "graph/sqlite_record.h"
#include "graph/text_index.h"

namespace zhitu::graph {

namespace {

using Roots = std::map<std::string, std::uint32_t, std::less<>>;

// Makes the schema, whose text is all that stands in the file then, and tells the pages it names.
Roots MakeSchema(const UnfinishedFile& file) {
  Database database(file.temporary(), file.path(), Database::Access::kBuild);
  database.Execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
                   "; PRAGMA user_version = " + std::to_string(kSchemaVersion) + "; BEGIN;");
  database.Execute(kTablesSql);
  database.Execute(kIndexesSql);
  database.Execute(kViewsSql);
  database.Execute("COMMIT;");
  Roots roots;
  {
    Statement rows = database.Prepare("SELECT name, rootpage FROM sqlite_schema");
    while (rows.Step()) roots.emplace(rows.Text(0), static_cast<std::uint32_t>(rows.Integer(1)));
  }
  database.Close();
  return roots;
}

}  // namespace

struct StoreWriter::Trees {
  Trees(const UnfinishedFile& unfinished, const Roots& roots, std::size_t threads)
      : file(unfinished.descriptor(), unfinished.path(), threads),
        record(unfinished.path()),
        mentions(unfinished.temporary(), unfinished.path()),
        meta(Index("meta", roots)),
        document(Table("document", roots)),
        sentence(Index("sentence", roots)),
        entity(Table("entity", roots)),
        alias(Index("alias", roots)),
        attribute(Index("attribute", roots)),
        mention(Index("mention", roots)),
        candidate(Index("candidate", roots)),
        quantity(Index("quantity", roots)),
        time(Index("time", roots)),
        predicate(Table("predicate", roots)),
        relation(Table("relation", roots)),
        evidence(Index("evidence", roots)),
        relation_weight(Table("relation_weight", roots)),
        evidence_attribute(Index("evidence_attribute", roots)),
        adjacency(Table("adjacency", roots)),
        document_by_id(Index("sqlite_autoindex_document_1", roots)),
        entity_by_id(Index("sqlite_autoindex_entity_1", roots)),
        entity_by_folded(Index("entity_by_folded", roots)),
        alias_by_folded(Index("alias_by_folded", roots)),
        mention_by_entity(Index("mention_by_entity", roots)) {}

  BulkTree Table(std::string_view name, const Roots& roots) {
    return {file, BulkTree::Kind::kTable, roots.find(name)->second};
  }
  // Also a table WITHOUT ROWID.
  BulkTree Index(std::string_view name, const Roots& roots) {
    return {file, BulkTree::Kind::kIndex, roots.find(name)->second};
  }

  BulkFile file;
  Record record;  // the row at hand
  TextIndex document_ids{TextIndex::Key::kRowid};
  TextIndex entity_ids{TextIndex::Key::kRowid};
  TextIndex entity_names{TextIndex::Key::kRowid};
  TextIndex alias_names{TextIndex::Key::kTwoNumbers};
  MentionIndex mentions;

  BulkTree meta;
  BulkTree document;
  BulkTree sentence;
  BulkTree entity;
  BulkTree alias;
  BulkTree attribute;
  BulkTree mention;
  BulkTree candidate;
  BulkTree quantity;
  BulkTree time;
  BulkTree predicate;
  BulkTree relation;
  BulkTree evidence;
  BulkTree relation_weight;
  BulkTree evidence_attribute;
  BulkTree adjacency;
  BulkTree document_by_id;
  BulkTree entity_by_id;
  BulkTree entity_by_folded;
  BulkTree alias_by_folded;
  BulkTree mention_by_entity;

  // The last members, for they use the others.
  extract::Later<void> documents_sorted;
  extract::Later<void> entities_sorted;
};

void StoreWriter::DeleteTrees::operator()(Trees* trees) const noexcept { delete trees; }

StoreWriter::StoreWriter(std::string path, std::size_t threads)
    : file_(std::move(path)),
      input_hash_(extract::HashHex("")),
      trees_(new Trees(file_, MakeSchema(file_), threads)) {}

void StoreWriter::AddDocument(const DocumentRow& row) {
  const std::string hash = extract::HashHex(row.text);
  Record& record = trees_->record.Clear().Null();
  record.Text(row.id).Text(row.file).Text(row.title).Text(row.date).Text(row.source);
  record.Integer(row.place.begin).Integer(row.place.end).Integer(row.line);
  record.Integer(row.record ? 1 : 0).Integer(row.paragraphs).Text(hash).Text(row.text);
  trees_->document.AddRow(row.number, record.Bytes());
  trees_->document_ids.Add(row.id, {row.number, 0});
  std::string chain = input_hash_ + hash;
  chain += row.id;
  input_hash_ = extract::HashHex(chain);
}

void StoreWriter::AddSentence(std::int64_t document, std::int64_t number, const Stretch& place) {
  Record& record = trees_->record.Clear().Integer(document).Integer(number);
  trees_->sentence.AddKey(record.Integer(place.begin).Integer(place.end).Bytes());
}

void StoreWriter::AddMention(const MentionRow& row) {
  Record& record = trees_->record.Clear().Integer(row.document);
  record.Integer(row.place.begin).Integer(row.place.end).Integer(row.entity).Text(row.kind);
  record.Integer(row.nested ? 1 : 0).Integer(row.confidence).Text(row.zone);
  record.Integer(row.sentence).Integer(row.paragraph);
  if (row.unit < 0) {
    record.Null();
  } else {
    record.Integer(row.unit);
  }
  trees_->mention.AddKey(record.Text(row.why).Bytes());
  trees_->mentions.Add(
      {static_cast<std::uint32_t>(row.entity), static_cast<std::uint32_t>(row.document),
       static_cast<std::uint32_t>(row.place.begin), static_cast<std::uint32_t>(row.place.end)});
}

void StoreWriter::AddCandidate(const MentionRow& mention, std::int64_t position,
                               std::string_view id, PerMille score) {
  Record& record = trees_->record.Clear().Integer(mention.document).Integer(mention.place.begin);
  record.Integer(mention.place.end).Integer(position).Text(id).Integer(score);
  trees_->candidate.AddKey(record.Bytes());
}

void StoreWriter::AddQuantity(const QuantityRow& row) {
  constexpr double kMost = 9e18;  // thousandths; what the column can hold
  const auto value =
      static_cast<std::int64_t>(std::llround(std::clamp(row.value * 1000.0, -kMost, kMost)));
  Record& record = trees_->record.Clear().Integer(row.document).Integer(row.place.begin);
  record.Integer(row.place.end).Integer(value).Integer(row.approximate ? 1 : 0);
  trees_->quantity.AddKey(record.Text(row.unit).Text(row.of).Integer(row.entity).Bytes());
}

void StoreWriter::AddTime(std::int64_t document, const Stretch& place, std::string_view first,
                          std::string_view last) {
  Record& record = trees_->record.Clear().Integer(document).Integer(place.begin);
  trees_->time.AddKey(record.Integer(place.end).Text(first).Text(last).Bytes());
}

void StoreWriter::AddEntity(const EntityRecord& entity) {
  const std::string folded = extract::FoldName(entity.name);
  Record& record = trees_->record.Clear().Null();
  record.Text(entity.id).Text(entity.name).Text(entity.type);
  record.Integer(entity.mentions).Integer(entity.documents).Integer(entity.windows);
  record.Text(entity.first_seen).Text(entity.last_seen).Text(entity.why).Text(folded);
  trees_->entity.AddRow(entity.number, record.Bytes());
  trees_->entity_ids.Add(entity.id, {entity.number, 0});
  trees_->entity_names.Add(folded, {entity.number, 0});
  AddAliases(entity);
  std::int64_t position = 0;
  for (const auto& [name, value] : entity.attributes) {
    record.Clear().Integer(entity.number).Integer(++position);
    trees_->attribute.AddKey(record.Text(name).Text(value).Bytes());
  }
}

void StoreWriter::AddAliases(const EntityRecord& entity) {
  std::int64_t position = 0;
  for (const std::string& alias : entity.aliases) {
    const std::string folded = extract::FoldName(alias);
    Record& record = trees_->record.Clear().Integer(entity.number).Integer(++position);
    trees_->alias.AddKey(record.Text(alias).Text(folded).Bytes());
    trees_->alias_names.Add(folded, {entity.number, position});
  }
}

void StoreWriter::AddPredicate(std::int64_t number, std::string_view name) {
  trees_->predicate.AddRow(number, trees_->record.Clear().Null().Text(name).Bytes());
}

void StoreWriter::AddRelation(const RelationRecord& relation) {
  Record& record = trees_->record.Clear().Null().Text(relation.id);
  record.Integer(relation.subject).Text(relation.predicate).Integer(relation.object);
  record.Integer(relation.mentions).Integer(relation.sentences).Integer(relation.documents);
  record.Integer(relation.confidence).Text(relation.first_seen).Text(relation.last_seen);
  trees_->relation.AddRow(relation.number, record.Bytes());
}

void StoreWriter::AddEvidence(const EvidenceRow& row) {
  Record& record = trees_->record.Clear().Integer(row.relation).Integer(row.statement);
  record.Integer(row.part).Integer(row.document).Integer(row.place.begin).Integer(row.place.end);
  record.Text(row.rule).Integer(row.confidence).Text(row.modality).Text(row.date);
  trees_->evidence.AddKey(record.Bytes());
}

void StoreWriter::AddRelationWeight(RelationNumber relation, double weight) {
  trees_->relation_weight.AddRow(relation, trees_->record.Clear().Null().Real(weight).Bytes());
}

void StoreWriter::AddEvidenceAttribute(RelationNumber relation, std::int64_t statement,
                                       std::int64_t position, std::string_view name,
                                       std::string_view value) {
  Record& record = trees_->record.Clear().Integer(relation).Integer(statement).Integer(position);
  trees_->evidence_attribute.AddKey(record.Text(name).Text(value).Bytes());
}

void StoreWriter::AddNeighbours(EntityNumber entity, std::string_view neighbours) {
  trees_->adjacency.AddRow(entity, trees_->record.Clear().Null().Blob(neighbours).Bytes());
}

void StoreWriter::AddMeta(const std::map<std::string, std::string>& meta) {
  for (const auto& [key, value] : meta) {
    trees_->meta.AddKey(trees_->record.Clear().Text(key).Text(value).Bytes());
  }
}

void StoreWriter::EndDocuments(extract::SideThread& side) {
  trees_->documents_sorted = side.Run<void>([&trees = *trees_] {
    trees.document_ids.Sort();
    trees.mentions.Sort();
  });
}

void StoreWriter::EndEntities(extract::SideThread& side) {
  trees_->entities_sorted = side.Run<void>([&trees = *trees_] {
    trees.entity_ids.Sort();
    trees.entity_names.Sort();
    trees.alias_names.Sort();
  });
}

// As SQLite would say it. No caller has such ids but for U+0000, which is not kept.
void StoreWriter::WriteIds(TextIndex& ids, BulkTree& tree, const char* column) {
  if (ids.Write(tree, trees_->record)) return;
  throw extract::IoError(extract::Printable(file_.path()) +
                         ": cannot be written: UNIQUE constraint failed: " + column);
}

void StoreWriter::Finish() {
  Trees& trees = *trees_;
  for (extract::Later<void>* sorted : {&trees.documents_sorted, &trees.entities_sorted}) {
    if (sorted->valid()) sorted->Get();
  }
  WriteIds(trees.document_ids, trees.document_by_id, "document.id");
  WriteIds(trees.entity_ids, trees.entity_by_id, "entity.id");
  trees.entity_names.Write(trees.entity_by_folded, trees.record);
  trees.alias_names.Write(trees.alias_by_folded, trees.record);
  trees.mentions.Write(trees.mention_by_entity, trees.record);
  for (BulkTree* tree : {&trees.meta,
                         &trees.document,
                         &trees.sentence,
                         &trees.entity,
                         &trees.alias,
                         &trees.attribute,
                         &trees.mention,
                         &trees.candidate,
                         &trees.quantity,
                         &trees.time,
                         &trees.predicate,
                         &trees.relation,
                         &trees.evidence,
                         &trees.relation_weight,
                         &trees.evidence_attribute,
                         &trees.adjacency,
                         &trees.document_by_id,
                         &trees.entity_by_id,
                         &trees.entity_by_folded,
                         &trees.alias_by_folded,
                         &trees.mention_by_entity}) {
    tree->Finish();
  }
  trees.file.Finish();
  trees_.reset();
  file_.Commit();
}

std::string RelationId(std::string_view subject, std::string_view predicate,
                       std::string_view object) {
  std::string id;
  AppendRelationId(subject, predicate, object, id);
  return id;
}

// What is hashed stands behind the ids for a moment: they have the room.
void AppendRelationId(std::string_view subject, std::string_view predicate, std::string_view object,
                      std::string& ids) {
  const std::size_t begin = ids.size();
  ids.append(subject).append(1, '\0').append(predicate).append(1, '\0').append(object);
  const auto digits = extract::HashDigits(std::string_view(ids).substr(begin));
  ids.resize(begin);
  ids.append(digits.data(), kRelationIdBytes);
}

}  // namespace zhitu::graph
