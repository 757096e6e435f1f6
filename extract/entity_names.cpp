#include "extract/entity_names.h"

#include "extract/fold.h"

namespace zhitu::extract {

std::string_view EntityNames::Type(EntityIndex entity) const {
  if (entity < gazetteer_.size()) return gazetteer_.Type(entity);
  return found_[entity - gazetteer_.size()].type;
}

std::string EntityNames::Name(EntityIndex entity) const {
  if (entity < gazetteer_.size()) return std::string(gazetteer_.Name(entity));
  return found_[entity - gazetteer_.size()].name;
}

std::string_view EntityNames::Folded(EntityIndex entity) const {
  // Names of the dictionary keep their places, and most stay as they are.
  if (entity < gazetteer_.size()) {
    const std::string_view name = gazetteer_.Name(entity);
    if (StaysFolded(name)) return name;
  }
  const auto [name, fresh] = folded_.try_emplace(entity);
  if (fresh) name->second = FoldName(Name(entity));
  return name->second;
}

}  // namespace zhitu::extract
