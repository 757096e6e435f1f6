#include "extract/entity_names.h"

#include "extract/fold.h"

namespace zhitu::extract {

std::string_view EntityNames::Type(EntityIndex entity) const {
  if (entity < gazetteer_.size()) return gazetteer_.entity(entity).type;
  return found_[entity - gazetteer_.size()].type;
}

std::string EntityNames::Name(EntityIndex entity) const {
  if (entity < gazetteer_.size()) return std::string(gazetteer_.entity(entity).name);
  return found_[entity - gazetteer_.size()].name;
}

const std::string& EntityNames::Folded(EntityIndex entity) const {
  const auto [name, fresh] = folded_.try_emplace(entity);
  if (fresh) name->second = FoldName(Name(entity));
  return name->second;
}

}  // namespace zhitu::extract
