#pragma once

#include <string>
#include <unordered_map>
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
  /// Tells that `child` names `parent`, and where.
  void AddChild(EntityIndex child, const std::string& parent, const SourcePosition& where);
  /// Sets every parent in `builder`. An id comes before a name, a name before an alias. What is
  /// unknown, ambiguous, its own parent or part of a circle is added to `problems`. O(entities).
  void Resolve(GazetteerBuilder& builder, std::vector<Problem>& problems) const;

 private:
  struct Child {
    EntityIndex child = kNoEntity;
    std::string parent;
    SourcePosition where;
  };
  struct Names {
    std::unordered_map<std::string, EntityIndex> by_id;
    std::unordered_multimap<std::string, EntityIndex> by_name;
    std::unordered_multimap<std::string, EntityIndex> by_alias;
  };
  Names Index() const;
  EntityIndex Find(const Names& names, const Child& child, std::vector<Problem>& problems) const;
  void FindCircles(const std::vector<EntityIndex>& parents, std::vector<Problem>& problems) const;

  std::vector<Child> children_;
  std::vector<Entity> entities_;  // id, name and aliases only
};

}  // namespace zhitu::extract
