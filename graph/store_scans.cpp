// Whole tables: the parts of a store that read all rows, past SQL.
#include <set>
#include <utility>

#include "graph/entity_list.h"
#include "graph/store.h"
#include "graph/store_impl.h"

namespace zhitu::graph {
namespace {

// Finds predicates by name; mostly the one of the relation before.
class PredicateFinder {
 public:
  explicit PredicateFinder(const std::vector<std::string>& names) : names_(names) {
    for (std::size_t i = 1; i < names.size(); ++i) {
      numbers_.emplace(names[i], static_cast<std::int32_t>(i));
    }
  }
  // 0 if there is no such predicate.
  std::int32_t Number(std::string_view name) {
    if (last_ != 0 && names_[static_cast<std::size_t>(last_)] == name) return last_;
    const auto found = numbers_.find(name);
    last_ = found == numbers_.end() ? 0 : found->second;
    return last_;
  }

 private:
  const std::vector<std::string>& names_;
  std::map<std::string_view, std::int32_t> numbers_;
  std::int32_t last_ = 0;
};

}  // namespace

std::vector<EntityNumber> Store::Impl::EntitiesById() const {
  std::vector<EntityNumber> numbers;
  std::vector<bool> seen(static_cast<std::size_t>(last_entity) + 1, false);
  PageScan rows(pages, RootPage(database, pages, "sqlite_autoindex_entity_1"),
                PageScan::Kind::kIndex, 2);
  std::string before;
  while (rows.Next()) {
    const std::string_view id = rows.Text(0);
    const EntityNumber number = rows.Integer(1);
    CheckEntity(number);
    if (seen[static_cast<std::size_t>(number)] || (!numbers.empty() && id <= before)) {
      Damaged("its entities are not in order");
    }
    seen[static_cast<std::size_t>(number)] = true;
    numbers.push_back(number);
    before.assign(id);
  }
  return numbers;
}

std::vector<EntityNumber> Store::EntitiesById() const { return impl_->EntitiesById(); }

void Store::ForEachEntity(const std::function<void(const EntityRecord&)>& visit) const {
  ForEachEntity([](EntityNumber) { return true; }, visit);
}

void Store::ForEachEntity(const std::function<bool(EntityNumber)>& keep,
                          const std::function<void(const EntityRecord&)>& visit) const {
  EntityList(*impl_, keep).ForEach(visit);
}

void Store::ForEachEntityHead(const std::function<void(const EntityHead&)>& visit) const {
  TableScan rows = impl_->Scan("entity", {"number", "type", "first_seen", "last_seen", "windows"});
  while (rows.Next()) {
    const EntityHead entity{rows.Integer(0), rows.Text(1), rows.Text(2), rows.Text(3),
                            rows.Integer(4)};
    impl_->CheckEntity(entity.number);
    visit(entity);
  }
}

std::vector<std::string> Store::AttributeNames(
    const std::function<bool(EntityNumber)>& keep) const {
  std::set<std::string, std::less<>> names;
  TableScan rows = impl_->Scan("attribute", {"entity", "name"});
  while (rows.Next()) {
    impl_->CheckEntity(rows.Integer(0));
    const std::string_view name = rows.Text(1);
    if (names.count(name) == 0 && keep(rows.Integer(0))) names.emplace(name);
  }
  return {names.begin(), names.end()};
}

void Store::ForEachAttribute(
    const std::function<bool(EntityNumber)>& keep,
    const std::function<void(std::string_view name, std::string_view value)>& visit) const {
  TableScan rows = impl_->Scan("attribute", {"entity", "name", "value"});
  while (rows.Next()) {
    impl_->CheckEntity(rows.Integer(0));
    if (keep(rows.Integer(0))) visit(rows.Text(1), rows.Text(2));
  }
}

void Store::ForEachRelation(const std::function<void(const RelationRecord&)>& visit) const {
  ForEachRelation([](RelationNumber) { return true; }, visit);
}

void Store::ForEachRelation(const std::function<bool(RelationNumber)>& keep,
                            const std::function<void(const RelationRecord&)>& visit) const {
  TableScan rows =
      impl_->Scan("relation", {"number", "id", "subject", "predicate", "object", "mentions",
                               "sentences", "documents", "confidence", "first_seen", "last_seen"});
  RelationRecord relation;
  while (rows.Next()) {
    relation.number = rows.Integer(0);
    impl_->CheckRelation(relation.number);
    if (!keep(relation.number)) continue;
    relation.id.assign(rows.Text(1));
    relation.subject = rows.Integer(2);
    relation.predicate.assign(rows.Text(3));
    relation.object = rows.Integer(4);
    relation.mentions = rows.Integer(5);
    relation.sentences = rows.Integer(6);
    relation.documents = rows.Integer(7);
    relation.confidence = static_cast<PerMille>(rows.Integer(8));
    relation.first_seen.assign(rows.Text(9));
    relation.last_seen.assign(rows.Text(10));
    impl_->CheckEntity(relation.subject);
    impl_->CheckEntity(relation.object);
    visit(relation);
  }
}

void Store::ForEachLink(const std::function<void(const Link&)>& visit) const {
  PredicateFinder predicates(impl_->predicates);
  TableScan rows = impl_->Scan("relation", {"number", "subject", "object", "predicate", "mentions",
                                            "first_seen", "last_seen"});
  Link link;
  while (rows.Next()) {
    link.relation = rows.Integer(0);
    link.subject = rows.Integer(1);
    link.object = rows.Integer(2);
    link.predicate = predicates.Number(rows.Text(3));
    link.weight = rows.Integer(4);
    link.first_seen = rows.Text(5);
    link.last_seen = rows.Text(6);
    if (link.predicate == 0) impl_->Damaged("a predicate is missing");
    impl_->CheckRelation(link.relation);
    impl_->CheckEntity(link.subject);
    impl_->CheckEntity(link.object);
    visit(link);
  }
}

}  // namespace zhitu::graph
