#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/exact_weight.h"
#include "graph/point.h"
#include "graph/records.h"
#include "graph/seen_dates.h"
#include "graph/store.h"
#include "serve/name_search.h"

namespace zhitu::serve {

/// A type or predicate and how many there are.
struct Kind {
  std::string name;        ///< The type or predicate.
  std::int64_t count = 0;  ///< Entities or relations of it.
};

/// What all answers need of a graph: everything that is asked of many entities at once is kept in
/// memory, some 500 to 700 bytes an entity and, where relations have dates, 8 a relation.
/// Immutable, so any number of threads may read it.
class GraphBrief {
 public:
  /// Reads it. O(entities + relations). @throws as `Store`.
  explicit GraphBrief(const graph::Store& store);

  const std::string& title() const { return title_; }                  ///< Of the file.
  const std::vector<Kind>& types() const { return types_; }            ///< By first use.
  const std::vector<Kind>& predicates() const { return predicates_; }  ///< By number, from 1.
  std::int64_t relations() const { return relations_; }                ///< All.
  std::int64_t max_weight() const { return max_weight_; }              ///< At least 1.
  const graph::SeenDates& seen() const { return seen_; }               ///< Of the whole graph.
  bool placed() const { return placed_; }                              ///< Has a layout.
  /// All entities, the one with the most relations first, then by id; documents last.
  const std::vector<graph::EntityNumber>& top() const { return top_; }
  /// Names to be searched.
  const NameSearch& names() const { return names_; }
  /// The place of an entity's type in `types`.
  std::size_t TypeOf(graph::EntityNumber entity) const { return At(entity).type; }
  /// True for a document node.
  bool IsDocument(graph::EntityNumber entity) const { return TypeOf(entity) == document_type_; }
  /// Relations of an entity.
  std::int64_t Degree(graph::EntityNumber entity) const { return At(entity).degree; }
  /// The members of an entity's JSON object in brief: `"id":…,"name":…,"type":…`.
  std::string_view Head(graph::EntityNumber entity) const { return At(entity).head; }
  /// The members that a node of the picture has besides.
  std::string_view Drawn(graph::EntityNumber entity) const { return At(entity).drawn; }
  /// The weight of a relation that is no whole number, as an imported file gave it; nothing for all
  /// others. O(log of those that have one).
  std::optional<double> ExactWeight(graph::RelationNumber relation) const;
  /// First and last day of a relation, or none.
  graph::SeenDates Seen(graph::RelationNumber relation) const {
    return dates_.empty() ? graph::SeenDates() : dates_[static_cast<std::size_t>(relation)];
  }
  /// The date of a number.
  const std::string& Date(graph::DateNumber number) const { return calendar_.Date(number); }

 private:
  struct Entity {
    std::uint32_t degree = 0;
    std::uint32_t type = 0;
    std::string head;
    std::string drawn;
  };

  const Entity& At(graph::EntityNumber entity) const {
    return entities_[static_cast<std::size_t>(entity)];
  }
  void ReadLinks(const graph::Store& store);
  void AddEntity(const graph::EntityRecord& record, const graph::Point* point);
  std::uint32_t NumberOfType(const std::string& type);
  void SortTop();

  std::string title_;
  std::vector<Kind> types_;
  std::vector<Kind> predicates_;
  std::int64_t relations_ = 0;
  std::int64_t max_weight_ = 1;
  std::uint32_t most_ = 1;  // relations of one entity
  std::size_t document_type_ = SIZE_MAX;
  bool placed_ = false;
  graph::Calendar calendar_;
  graph::SeenDates seen_;
  std::vector<graph::SeenDates> dates_;   // by relation; empty where none has one
  graph::ExactWeightList exact_weights_;  // by relation
  std::vector<Entity> entities_;          // by number
  std::vector<graph::EntityNumber> top_;
  NameSearch names_;
};

}  // namespace zhitu::serve
