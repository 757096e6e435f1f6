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
  /// Tells of a name whose row has faults of its own: naming it as a parent is then no further
  /// fault.
  void AddFaulty(const std::string& name);
  /// Tells that `child` names `parent`, and where.
  void AddChild(EntityIndex child, const std::string& parent, const SourcePosition& where);
  /// Sets every parent in `builder`, which holds all entities. An id comes before a name, a name
  /// before an alias; of several the only one of the child's own file is meant. What is unknown,
  /// ambiguous, its own parent or part of a circle is added to `problems`. O(entities).
  void Resolve(GazetteerBuilder& builder, std::vector<Problem>& problems) const;

 private:
  class Resolver;
  struct Child {
    EntityIndex child = kNoEntity;
    std::string parent;
    SourcePosition where;
  };
  void FindCircles(const GazetteerBuilder& builder, const std::vector<EntityIndex>& parents,
                   std::vector<Problem>& problems) const;

  std::vector<Child> children_;
  std::unordered_set<std::string> faulty_;  // folded
};

}  // namespace zhitu::extract
