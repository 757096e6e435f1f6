#include "extract/extraction.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <tuple>

#include "extract/entity_types.h"
#include "extract/gazetteer.h"
#include "extract/sort_large.h"

namespace zhitu::extract {

std::string_view MentionKindName(MentionKind kind) {
  switch (kind) {
    case MentionKind::kName:
      return "name";
    case MentionKind::kNominal:
      return "nominal";
    case MentionKind::kPronoun:
      return "pronoun";
  }
  throw std::invalid_argument("MentionKindName: no such kind");
}

void SortStatements(Extraction& extraction) {
  const std::string this_document = extraction.EntityId(kThisDocument);
  const auto id = [&](EntityIndex entity) -> std::string_view {
    if (entity == kThisDocument) return this_document;
    const std::size_t listed = extraction.gazetteer->size();
    return entity < listed ? extraction.gazetteer->entity(entity).id
                           : std::string_view(extraction.found.at(entity - listed).id);
  };
  const auto what = [&](const Statement& s) {
    return std::tuple(id(s.subject), std::string_view(s.predicate), id(s.object));
  };
  SortLarge(extraction.statements, [&](const Statement& a, const Statement& b) {
    if (a.evidence.front() != b.evidence.front()) return a.evidence.front() < b.evidence.front();
    return what(a) < what(b);
  });
}

std::string_view ModalityName(Modality modality) {
  switch (modality) {
    case Modality::kFactual:
      return "";
    case Modality::kPlanned:
      return "planned";
    case Modality::kNegated:
      return "negated";
  }
  throw std::invalid_argument("ModalityName: no such modality");
}

std::string Extraction::EntityId(EntityIndex index) const {
  if (index == kThisDocument) return std::string(kDocument) + ':' + document.id;
  if (index < gazetteer->size()) return std::string(gazetteer->entity(index).id);
  return found.at(index - gazetteer->size()).id;
}

std::string Extraction::EntityName(EntityIndex index) const {
  if (index == kThisDocument) return document.title.empty() ? document.id : document.title;
  if (index < gazetteer->size()) return std::string(gazetteer->entity(index).name);
  return found.at(index - gazetteer->size()).name;
}

std::string Extraction::EntityType(EntityIndex index) const {
  if (index == kThisDocument) return std::string(kDocument);
  if (index < gazetteer->size()) return std::string(gazetteer->entity(index).type);
  return found.at(index - gazetteer->size()).type;
}

std::string Extraction::MentionType(const Mention& mention) const {
  if (mention.entity != kNoEntity) return EntityType(mention.entity);
  return EntityType(mention.candidates.at(0).entity);
}

bool Extraction::IsByDictionary(const Mention& mention) const {
  return mention.why.empty() && mention.antecedent.size() == 0 && gazetteer != nullptr &&
         mention.entity < gazetteer->size();
}

std::string Extraction::Why(const Mention& mention) const {
  return IsByDictionary(mention) ? gazetteer->Why(mention.entity) : mention.why;
}

}  // namespace zhitu::extract
