#include "extract/entity_names.h"

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

// True if folding leaves a name as it is. White space depends on what stands around it.
bool IsFolded(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = NextCodePoint(name, at);
    if (IsSpace(c)) return false;
    const FoldedCharacter folded = FoldCharacter(c);
    if (folded.count != 1 || folded.first != c) return false;
  }
  return true;
}

}  // namespace

std::string_view EntityNames::Type(EntityIndex entity) const {
  if (entity < gazetteer_.size()) return gazetteer_.entity(entity).type;
  return found_[entity - gazetteer_.size()].type;
}

std::string EntityNames::Name(EntityIndex entity) const {
  if (entity < gazetteer_.size()) return std::string(gazetteer_.entity(entity).name);
  return found_[entity - gazetteer_.size()].name;
}

std::string_view EntityNames::Folded(EntityIndex entity) const {
  // Names of the dictionary keep their places, and most stay as they are.
  if (entity < gazetteer_.size()) {
    const std::string_view name = gazetteer_.entity(entity).name;
    if (IsFolded(name)) return name;
  }
  const auto [name, fresh] = folded_.try_emplace(entity);
  if (fresh) name->second = FoldName(Name(entity));
  return name->second;
}

}  // namespace zhitu::extract
