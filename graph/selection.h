#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "graph/components.h"
#include "graph/records.h"
#include "graph/store.h"

namespace zhitu::graph {

/// Which part of a graph is wanted. What is left empty filters nothing.
struct SelectionFilter {
  std::vector<std::string> types;       ///< Entities of these types.
  std::vector<std::string> predicates;  ///< Relations with these predicates.
  std::int64_t min_weight = 1;  ///< Relations with so much evidence (`RelationRecord::mentions`).
  std::string since;            ///< ISO date: seen on it or later; `2018` is the whole year.
  std::string until;            ///< ISO date: seen on it or earlier; `2018` is the whole year.
  /// Of co-occurrence the backbone at this level only (`Backbone`), above 0 and at most 1; 0: all.
  double backbone = 0;
  std::size_t top = 0;  ///< The so many entities with the greatest weighted degree; 0: all.
};

/// What a selection holds.
struct SelectionSummary {
  std::int64_t entities = 0;            ///< Document nodes too.
  std::int64_t relations = 0;           ///< Co-occurrence too.
  bool symmetric = false;               ///< There are relations and all are co-occurrence.
  bool dated = false;                   ///< Some entity or relation has a date.
  std::vector<std::string> attributes;  ///< Names of attributes of the entities, sorted by bytes.
};

/// A part of a graph file, chosen by a filter. Keeps a bit an entity and relation, and streams.
///
/// - A relation is kept if predicate, weight and dates fit and both its ends are kept. With a date
///   filter it must have been seen inside it; what has no date is left out then. The backbone is
///   that of the whole file.
/// - An entity is kept if type and dates fit. If relations are filtered, it must have one that
/// fits.
/// - A document node is kept if a kept relation joins it, or if its type was asked for.
/// - `top` counts no document nodes; equal degrees are decided by id.
class Selection {
 public:
  /// Reads all relations. Time O(entities + relations), memory a few bytes an entity, bits a
  /// relation. @param store  must live longer. @throws as `Store`.
  Selection(const Store& store, const SelectionFilter& filter);

  /// What it holds.
  const SelectionSummary& summary() const { return summary_; }
  /// True for an entity of the selection.
  bool Keeps(EntityNumber entity) const { return entities_[static_cast<std::size_t>(entity)]; }
  /// True for a relation of the selection; false for any other number.
  bool KeepsRelation(RelationNumber relation) const {
    const auto at = static_cast<std::size_t>(relation);
    return at < relations_.size() && relations_[at];
  }
  /// Kept relations of an entity.
  std::int64_t Degree(EntityNumber entity) const {
    return degrees_[static_cast<std::size_t>(entity)];
  }
  /// A number that kept entities have in common if kept relations lead from one to the other.
  std::size_t Component(EntityNumber entity) const {
    return components_.Root(static_cast<std::size_t>(entity));
  }
  /// Every kept entity in order of the bytes of its id. Streams.
  void ForEachEntity(const std::function<void(const EntityRecord&)>& visit) const;
  /// Every kept relation in order of subject id, predicate, object id. Streams.
  void ForEachRelation(const std::function<void(const RelationRecord&)>& visit) const;
  /// Every kept relation without its texts, in the same order.
  void ForEachLink(const std::function<void(const Link&)>& visit) const;
  /// The file behind it.
  const Store& store() const { return *store_; }

 private:
  void ChooseEntities(const SelectionFilter& filter);
  void ClearRelations();
  void Keep(const Link& link);
  void ChooseRelations(const SelectionFilter& filter);
  void KeepTop(std::size_t top);
  void DropUnjoined(bool all);
  void Summarize();

  const Store* store_;
  SelectionSummary summary_;
  std::int64_t symmetric_ = 0;         // kept co-occurrences
  std::vector<bool> entities_;         // by number
  std::vector<bool> documents_;        // by number: document nodes that nobody asked for
  std::vector<bool> relations_;        // by number
  std::vector<std::int64_t> degrees_;  // by number
  Components components_;              // by number
};

}  // namespace zhitu::graph
