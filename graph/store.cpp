#include "graph/store.h"

#include <cmath>
#include <limits>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"
#include "graph/adjacency.h"
#include "graph/file_header.h"
#include "graph/store_impl.h"

namespace zhitu::graph {
namespace {

// Texts of documents that are kept at hand: quotes of one document are asked for together.
constexpr std::size_t kDocumentBytes = std::size_t{64} << 20U;

constexpr char kEntityColumns[] =
    "SELECT number, id, name, type, mentions, documents, windows, first_seen, last_seen, why "
    "FROM entity ";
constexpr char kRelationColumns[] =
    "SELECT number, id, subject, predicate, object, mentions, sentences, documents, confidence, "
    "first_seen, last_seen FROM relation ";

EntityRecord ReadEntity(const Statement& row) {
  EntityRecord entity;
  entity.number = row.Integer(0);
  entity.id = row.Text(1);
  entity.name = row.Text(2);
  entity.type = row.Text(3);
  entity.mentions = row.Integer(4);
  entity.documents = row.Integer(5);
  entity.windows = row.Integer(6);
  entity.first_seen = row.Text(7);
  entity.last_seen = row.Text(8);
  entity.why = row.Text(9);
  return entity;
}

RelationRecord ReadRelation(const Statement& row) {
  RelationRecord relation;
  relation.number = row.Integer(0);
  relation.id = row.Text(1);
  relation.subject = row.Integer(2);
  relation.predicate = row.Text(3);
  relation.object = row.Integer(4);
  relation.mentions = row.Integer(5);
  relation.sentences = row.Integer(6);
  relation.documents = row.Integer(7);
  relation.confidence = static_cast<PerMille>(row.Integer(8));
  relation.first_seen = row.Text(9);
  relation.last_seen = row.Text(10);
  return relation;
}

std::int64_t MaxNumber(const Database& database, const char* table) {
  Statement query = database.Prepare(std::string("SELECT max(number) FROM ") + table);
  return query.Step() ? query.Integer(0) : 0;
}

std::string CheckedPath(std::string path) {
  CheckFileHeader(path);
  return path;
}

}  // namespace

OpenDocument::OpenDocument(DocumentRecord document)
    : record(std::move(document)),
      text(std::move(record.text), record.begin, record.line, record.record) {}

DocumentRecord ReadDocument(const Statement& row, bool with_text) {
  DocumentRecord document;
  document.number = row.Integer(0);
  document.id = row.Text(1);
  document.file = row.Text(2);
  document.title = row.Text(3);
  document.date = row.Text(4);
  document.source = row.Text(5);
  document.begin = row.Integer(6);
  document.end = row.Integer(7);
  document.line = row.Integer(8);
  document.record = row.Integer(9) != 0;
  if (with_text) document.text = row.Text(10);
  return document;
}

Store::Impl::Impl(const std::string& file)
    : path(file), pages(CheckedPath(file)), database(file, file, Database::Access::kRead) {
  if (!pages.StandsAt(file)) {
    throw extract::IoError(extract::Printable(file) +
                           ": cannot be read: another file took its place; try again");
  }
  Statement rows = database.Prepare("SELECT key, value FROM meta");
  while (rows.Step()) meta.emplace(rows.Text(0), rows.Text(1));
  counts = GetCounts(meta);
  last_entity = MaxNumber(database, "entity");
  last_relation = MaxNumber(database, "relation");
  if (last_entity >= std::numeric_limits<std::uint32_t>::max()) Damaged("an entity's number");
  ReadPredicates();
  // One transaction for all that will be asked: else every question would lock the file anew.
  database.Execute("BEGIN");
}

void Store::Impl::ReadPredicates() {
  predicates.emplace_back();
  Statement rows = database.Prepare("SELECT number, name FROM predicate ORDER BY number");
  while (rows.Step()) {
    if (rows.Integer(0) != static_cast<std::int64_t>(predicates.size())) {
      Damaged("a predicate is missing");
    }
    predicates.emplace_back(rows.Text(1));
  }
}

void Store::Impl::Damaged(const std::string& what) const {
  throw extract::InputError({path, 0, 0}, "damaged graph file (" + what + "); build it again");
}

Statement& Store::Impl::Kept(const char* sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return known->second;
  return statements_.emplace(sql, database.Prepare(sql)).first->second;
}

const OpenDocument& Store::Impl::Document(std::int64_t number) {
  const auto known = documents_.find(number);
  if (known != documents_.end()) return *known->second;
  static const std::string sql =
      std::string("SELECT ") + kDocumentColumns + ", text FROM document WHERE number = ?";
  Statement& query = Kept(sql.c_str());
  if (!query.Bind(number).Step()) Damaged("a document is missing");
  auto document = std::make_unique<OpenDocument>(ReadDocument(query, true));
  query.Reset();
  document_bytes_ += document->text.text().size();
  while (document_bytes_ > kDocumentBytes && !document_order_.empty()) {
    const auto oldest = documents_.find(document_order_.front());
    document_bytes_ -= oldest->second->text.text().size();
    documents_.erase(oldest);
    document_order_.pop_front();
  }
  document_order_.push_back(number);
  return *documents_.emplace(number, std::move(document)).first->second;
}

void Store::Impl::ReadLists(EntityRecord& entity) {
  Statement& aliases = Kept("SELECT name FROM alias WHERE entity = ? ORDER BY position");
  aliases.Bind(entity.number);
  while (aliases.Step()) entity.aliases.emplace_back(aliases.Text(0));
  Statement& attributes =
      Kept("SELECT name, value FROM attribute WHERE entity = ? ORDER BY position");
  attributes.Bind(entity.number);
  while (attributes.Step()) entity.attributes.emplace_back(attributes.Text(0), attributes.Text(1));
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::Open(const std::string& path) { return Store(std::make_unique<Impl>(path)); }
bool Store::IsGraphFile(const std::string& path) { return HasGraphFileHeader(path); }

const std::string& Store::path() const { return impl_->path; }

StoreCounts Store::Counts() const { return impl_->counts; }
EntityNumber Store::last_entity() const { return impl_->last_entity; }
RelationNumber Store::last_relation() const { return impl_->last_relation; }
const std::map<std::string, std::string>& Store::AllMeta() const { return impl_->meta; }
const std::vector<std::string>& Store::Predicates() const { return impl_->predicates; }

std::optional<std::string> Store::Meta(std::string_view key) const {
  const auto found = impl_->meta.find(std::string(key));
  if (found == impl_->meta.end()) return std::nullopt;
  return found->second;
}

const std::string& Store::PredicateName(std::int32_t predicate) const {
  const auto index = static_cast<std::size_t>(predicate);
  if (predicate < 1 || index >= impl_->predicates.size()) impl_->Damaged("a predicate is missing");
  return impl_->predicates[index];
}

std::vector<std::pair<RelationNumber, double>> Store::ExactWeights() const {
  std::vector<std::pair<RelationNumber, double>> weights;
  if (!Meta("import")) return weights;
  Statement rows =
      impl_->database.Prepare("SELECT relation, weight FROM relation_weight ORDER BY relation");
  while (rows.Step()) {
    const double weight = rows.Real(1);
    if (weight > 0 && std::isfinite(weight)) weights.emplace_back(rows.Integer(0), weight);
  }
  return weights;
}

void Store::ForEachDocument(bool with_text,
                            const std::function<void(const DocumentRecord&)>& visit) const {
  Statement rows =
      impl_->database.Prepare(std::string("SELECT ") + kDocumentColumns +
                              (with_text ? ", text" : "") + " FROM document ORDER BY number");
  while (rows.Step()) visit(ReadDocument(rows, with_text));
}

EntityRecord Store::Entity(EntityNumber number) const {
  static const std::string sql = std::string(kEntityColumns) + "WHERE number = ?";
  Statement& query = impl_->Kept(sql.c_str());
  if (!query.Bind(number).Step()) impl_->Damaged("an entity is missing");
  EntityRecord entity = ReadEntity(query);
  query.Reset();
  impl_->ReadLists(entity);
  return entity;
}

std::string Store::EntityId(EntityNumber number) const {
  Statement& query = impl_->Kept("SELECT id FROM entity WHERE number = ?");
  if (!query.Bind(number).Step()) impl_->Damaged("an entity is missing");
  std::string id(query.Text(0));
  query.Reset();
  return id;
}

std::string Store::EntityType(EntityNumber number) const {
  Statement& query = impl_->Kept("SELECT type FROM entity WHERE number = ?");
  if (!query.Bind(number).Step()) impl_->Damaged("an entity is missing");
  std::string type(query.Text(0));
  query.Reset();
  return type;
}

RelationRecord Store::Relation(RelationNumber number) const {
  static const std::string sql = std::string(kRelationColumns) + "WHERE number = ?";
  Statement& query = impl_->Kept(sql.c_str());
  if (!query.Bind(number).Step()) impl_->Damaged("a relation is missing");
  const RelationRecord relation = ReadRelation(query);
  query.Reset();
  impl_->CheckEntity(relation.subject);
  impl_->CheckEntity(relation.object);
  return relation;
}

std::vector<Neighbour> Store::Neighbours(EntityNumber number) const {
  std::vector<Neighbour> neighbours;
  ReadNeighbours(number, neighbours);
  return neighbours;
}

void Store::ReadNeighbours(EntityNumber number, std::vector<Neighbour>& neighbours) const {
  Statement& query = impl_->Kept("SELECT neighbours FROM adjacency WHERE entity = ?");
  neighbours.clear();
  if (!query.Bind(number).Step()) return;
  const bool good = DecodeNeighbours(query.Text(0), impl_->counts.windows, neighbours);
  query.Reset();
  if (!good) impl_->Damaged("the neighbours of an entity cannot be read");
  const std::size_t predicates = impl_->predicates.size() - 1;  // numbered from 1
  for (const Neighbour& neighbour : neighbours) {
    impl_->CheckRelation(neighbour.relation);
    impl_->CheckEntity(neighbour.other);
    const auto predicate = static_cast<std::size_t>(neighbour.predicate);
    if (predicate - 1 >= predicates) impl_->Damaged("a predicate is missing");
  }
}

}  // namespace zhitu::graph
