#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "extract/entity.h"
#include "extract/error.h"
#include "extract/gazetteer_builder.h"

namespace zhitu::extract {

/// The `parent` column of dictionaries: names or ids, resolved once all entities are known.
class ParentLinks {
 public:
  /// Tells of an entity. Must be called for every entity, in order of index.
  void AddEntity(const std::string& id, const std::string& name,
                 const std::vector<std::string>& aliases);
  /// Tells of a name whose row has faults of its own: naming it as a parent is then no further
  /// fault.
  void AddFaulty(const std::string& name);
  /// Tells that `child` names `parent`, and where.
  void AddChild(EntityIndex child, const std::string& parent, const SourcePosition& where);
  /// Sets every parent in `builder`. An id comes before a name, a name before an alias. What is
  /// unknown, ambiguous, its own parent or part of a circle is added to `problems`. O(entities).
  void Resolve(GazetteerBuilder& builder, std::vector<Problem>& problems) const;

 private:
  class Resolver;
  struct Child {
    EntityIndex child = kNoEntity;
    std::string parent;
    SourcePosition where;
  };
  struct Named {
    std::string id;
    std::string name;
    std::vector<std::string> aliases;
  };
  void FindCircles(const std::vector<EntityIndex>& parents, std::vector<Problem>& problems) const;
  std::string Circle(const std::vector<EntityIndex>& parents, EntityIndex first) const;

  std::vector<Child> children_;
  std::vector<Named> entities_;
  std::unordered_set<std::string> faulty_;  // folded
};

}  // namespace zhitu::extract
