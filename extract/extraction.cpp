#include "extract/extraction.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "extract/entity_types.h"
#include "extract/gazetteer.h"

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
  const auto what = [&](const Statement& s) {
    return std::tuple(extraction.EntityId(s.subject), s.predicate, extraction.EntityId(s.object));
  };
  const auto before = [&](const Statement& a, const Statement& b) {
    if (a.evidence.front() != b.evidence.front()) return a.evidence.front() < b.evidence.front();
    return what(a) < what(b);
  };
  std::vector<Statement>& statements = extraction.statements;
  if (!std::is_sorted(statements.begin(), statements.end(), before))
    std::stable_sort(statements.begin(), statements.end(), before);
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

std::string Extraction::Why(const Mention& mention) const {
  std::string buffer;
  return std::string(Why(mention, buffer));
}

std::string_view Extraction::Why(const Mention& mention, std::string& buffer) const {
  const bool dictionary = mention.why.empty() && mention.antecedent.size() == 0 &&
                          gazetteer != nullptr && mention.entity < gazetteer->size();
  if (!dictionary) return mention.why;
  buffer.clear();
  gazetteer->AppendWhy(mention.entity, buffer);
  return buffer;
}

}  // namespace zhitu::extract
