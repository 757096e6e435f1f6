#include "extract/found_entities.h"

#include <utility>

namespace zhitu::extract {

FoundEntities::FoundEntities(EntityIndex first, std::vector<Entity>& entities)
    : first_(first), entities_(entities) {
  for (const Entity& entity : entities)
    numbers_.emplace(entity.id, first_ + static_cast<EntityIndex>(numbers_.size()));
}

EntityIndex FoundEntities::Number(const std::string& id, const std::string& name,
                                  std::string_view type, std::string_view why) {
  const auto [known, fresh] =
      numbers_.try_emplace(id, first_ + static_cast<EntityIndex>(entities_.size()));
  if (fresh) {
    Entity entity;
    entity.id = id;
    entity.name = name;
    entity.type = type;
    entity.why = why;
    entities_.push_back(std::move(entity));
  }
  return known->second;
}

EntityIndex FoundEntities::Named(const std::string& name, std::string_view type,
                                 std::string_view why) {
  std::string id(type);
  id.append(":").append(name);
  return Number(id, name, type, why);
}

}  // namespace zhitu::extract
