#include "graph/selection.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "graph/backbone.h"
#include "graph/seen_dates.h"

namespace zhitu::graph {
namespace {

bool Holds(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool IsDated(const SelectionFilter& filter) {
  return !filter.since.empty() || !filter.until.empty();
}

bool SeenInside(std::string_view first, std::string_view last, const SelectionFilter& filter) {
  return !IsDated(filter) || graph::SeenInside(first, last, filter.since, filter.until);
}

bool FiltersRelations(const SelectionFilter& filter) {
  return !filter.predicates.empty() || filter.min_weight > 1 || filter.backbone > 0 ||
         IsDated(filter);
}

}  // namespace

Selection::Selection(const Store& store, const SelectionFilter& filter) : store_(&store) {
  ChooseEntities(filter);
  ChooseRelations(filter);
  if (FiltersRelations(filter)) DropUnjoined(/*all=*/true);
  if (filter.top > 0) KeepTop(filter.top);
  DropUnjoined(/*all=*/false);
  Summarize();
}

void Selection::ChooseEntities(const SelectionFilter& filter) {
  const auto size = static_cast<std::size_t>(store_->last_entity()) + 1;
  entities_.assign(size, false);
  documents_.assign(size, false);
  const bool documents_asked = Holds(filter.types, kDocumentType);
  store_->ForEachEntityHead([&](const EntityHead& entity) {
    const auto at = static_cast<std::size_t>(entity.number);
    if (!filter.types.empty() && !Holds(filter.types, entity.type)) return;
    const bool document = entity.type == kDocumentType;
    documents_[at] = document && !documents_asked;
    // The date of a document node is that of the relations that join it.
    entities_[at] = document || SeenInside(entity.first_seen, entity.last_seen, filter);
  });
}

void Selection::ClearRelations() {
  relations_.assign(static_cast<std::size_t>(store_->last_relation()) + 1, false);
  degrees_.assign(entities_.size(), 0);
  components_ = Components(entities_.size());
  symmetric_ = 0;
  summary_.relations = 0;
  summary_.dated = false;
}

void Selection::Keep(const Link& link) {
  relations_.at(static_cast<std::size_t>(link.relation)) = true;
  const auto subject = static_cast<std::size_t>(link.subject);
  const auto object = static_cast<std::size_t>(link.object);
  ++degrees_[subject];
  ++degrees_[object];
  components_.Join(subject, object);
  ++summary_.relations;
  symmetric_ += store_->PredicateName(link.predicate) == kCoOccurs ? 1 : 0;
  summary_.dated = summary_.dated || !link.first_seen.empty();
}

void Selection::ChooseRelations(const SelectionFilter& filter) {
  ClearRelations();
  std::vector<bool> walkable;  // by number of the predicate
  for (const std::string& predicate : store_->Predicates()) {
    walkable.push_back(filter.predicates.empty() || Holds(filter.predicates, predicate));
  }
  std::optional<Backbone> backbone;
  if (filter.backbone > 0) backbone.emplace(*store_, filter.backbone);
  store_->ForEachLink([&](const Link& link) {
    const bool fits = walkable[static_cast<std::size_t>(link.predicate)] &&
                      link.weight >= filter.min_weight && Keeps(link.subject) &&
                      Keeps(link.object) && SeenInside(link.first_seen, link.last_seen, filter);
    if (fits && (!backbone || backbone->Keeps(link))) Keep(link);
  });
}

// Keeps the entities with the greatest weighted degree, and the relations between them.
void Selection::KeepTop(std::size_t top) {
  std::vector<std::int64_t> weights(entities_.size(), 0);
  ForEachLink([&](const Link& link) {
    const auto subject = static_cast<std::size_t>(link.subject);
    const auto object = static_cast<std::size_t>(link.object);
    if (documents_[subject] || documents_[object]) return;
    weights[subject] += link.weight;
    weights[object] += link.weight;
  });
  std::vector<std::size_t> order;  // first by id, then stably by weight
  for (const EntityNumber entity : store_->EntitiesById()) {
    const auto at = static_cast<std::size_t>(entity);
    if (entities_[at] && !documents_[at]) order.push_back(at);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  for (std::size_t i = top; i < order.size(); ++i) entities_[order[i]] = false;
  const std::vector<bool> before = relations_;
  ClearRelations();
  store_->ForEachLink([&](const Link& link) {
    const bool kept = before.at(static_cast<std::size_t>(link.relation));
    if (kept && Keeps(link.subject) && Keeps(link.object)) Keep(link);
  });
}

// Drops entities without relations: all of them, or document nodes only.
void Selection::DropUnjoined(bool all) {
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    if (degrees_[i] == 0 && (all || documents_[i])) entities_[i] = false;
  }
}

void Selection::Summarize() {
  store_->ForEachEntityHead([&](const EntityHead& entity) {
    if (!Keeps(entity.number)) return;
    ++summary_.entities;
    summary_.dated = summary_.dated || !entity.first_seen.empty();
  });
  summary_.symmetric = summary_.relations > 0 && symmetric_ == summary_.relations;
  summary_.attributes = store_->AttributeNames([&](EntityNumber entity) { return Keeps(entity); });
}

void Selection::ForEachEntity(const std::function<void(const EntityRecord&)>& visit) const {
  store_->ForEachEntity([&](EntityNumber entity) { return Keeps(entity); }, visit);
}

void Selection::ForEachRelation(const std::function<void(const RelationRecord&)>& visit) const {
  store_->ForEachRelation([&](RelationNumber relation) { return KeepsRelation(relation); }, visit);
}

void Selection::ForEachLink(const std::function<void(const Link&)>& visit) const {
  store_->ForEachLink([&](const Link& link) {
    if (KeepsRelation(link.relation)) visit(link);
  });
}

}  // namespace zhitu::graph
