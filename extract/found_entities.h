#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/entity.h"

namespace zhitu::extract {

/// The entities that a document's text gives beyond the dictionary, each id once.
class FoundEntities {
 public:
  /// @param first     number of the first of them: the dictionary's size.
  /// @param entities  those found so far; gets more. Must live as long.
  FoundEntities(EntityIndex first, std::vector<Entity>& entities);

  /// The number of the entity of an id; a new one is added. O(1) in the mean.
  /// @param why  what found it.
  EntityIndex Number(const std::string& id, const std::string& name, std::string_view type,
                     std::string_view why);
  /// The same of the id that a full name has: `type:name`.
  EntityIndex Named(const std::string& name, std::string_view type, std::string_view why);

 private:
  EntityIndex first_;
  std::vector<Entity>& entities_;
  std::unordered_map<std::string, EntityIndex> numbers_;
};

}  // namespace zhitu::extract
