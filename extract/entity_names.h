#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/entity.h"
#include "extract/gazetteer.h"

namespace zhitu::extract {

/// Names and types of the entities of one document: those of the dictionary and those found in its
/// text. Not for several threads: names that folding changes are kept as they are asked for.
class EntityNames {
 public:
  /// Both must live as long; `found` may grow.
  EntityNames(const Gazetteer& gazetteer, const std::vector<Entity>& found)
      : gazetteer_(gazetteer), found_(found) {}

  /// The type. The view holds until `found` grows.
  std::string_view Type(EntityIndex entity) const;
  /// The canonical name, as written.
  std::string Name(EntityIndex entity) const;
  /// The canonical name, folded. The view holds as long as this.
  std::string_view Folded(EntityIndex entity) const;

 private:
  const Gazetteer& gazetteer_;
  const std::vector<Entity>& found_;
  mutable std::unordered_map<EntityIndex, std::string> folded_;
};

}  // namespace zhitu::extract
