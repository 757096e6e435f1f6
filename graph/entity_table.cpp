#include "graph/entity_table.h"

#include <algorithm>
#include <utility>

namespace zhitu::graph {

EntityTable::EntityTable(const extract::Gazetteer& gazetteer)
    : gazetteer_(gazetteer), dictionary_numbers_(gazetteer.size(), 0) {}

EntityNumber EntityTable::Number(const extract::Extraction& extraction,
                                 extract::EntityIndex index) {
  if (index == extract::kThisDocument) return DocumentNumber(extraction);
  if (index < gazetteer_.size()) return DictionaryNumber(index);
  const EntityNumber number = Add(extraction.EntityId(index));
  EntityState& entity = state(number);
  if (!entity.document) Learn(entity, extraction.found[index - gazetteer_.size()]);
  return number;
}

EntityNumber EntityTable::DictionaryNumber(extract::EntityIndex index) {
  std::uint32_t& known = dictionary_numbers_[index];
  if (known != 0) return known;
  const EntityNumber number = Add(std::string(gazetteer_.entity(index).id));
  known = static_cast<std::uint32_t>(number);
  state(number).dictionary = index;
  dictionary_.push_back(index);
  return number;
}

EntityNumber EntityTable::DocumentNumber(const extract::Extraction& extraction) {
  const EntityNumber number = Add(extraction.EntityId(extract::kThisDocument));
  EntityState& node = state(number);
  if (!node.document) {
    node.document = true;
    node.found = std::make_unique<extract::Entity>();
    node.found->name = extraction.EntityName(extract::kThisDocument);
    node.found->type = kDocumentType;
  }
  return number;
}

std::string_view EntityTable::Why(EntityNumber number) {
  const auto place = static_cast<std::size_t>(number) - 1;
  if (place >= whys_.size()) whys_.resize(states_.size());
  std::string& why = whys_[place];
  const extract::EntityIndex index = states_[place].dictionary;
  if (why.empty() && index != extract::kNoEntity) why = gazetteer_.Why(index);
  return why;
}

EntityNumber EntityTable::Add(std::string id) {
  const auto [place, is_new] = numbers_.try_emplace(std::move(id), 0);
  if (is_new) {
    states_.emplace_back();
    states_.back().id = place->first;
    place->second = static_cast<EntityNumber>(states_.size());
  }
  return place->second;
}

// The first text to name an entity tells its name; later ones add surface forms.
void EntityTable::Learn(EntityState& state, const extract::Entity& entity) const {
  if (!state.found) {
    state.found = std::make_unique<extract::Entity>(entity);
    return;
  }
  const auto learn = [&](const std::string& alias) {
    std::vector<std::string>& known = state.found->aliases;
    if (alias == state.found->name) return;
    if (std::find(known.begin(), known.end(), alias) == known.end()) known.push_back(alias);
  };
  learn(entity.name);
  for (const std::string& alias : entity.aliases) learn(alias);
}

EntityRecord EntityTable::Record(EntityNumber number, const Calendar& calendar) const {
  const EntityState& state = this->state(number);
  const bool by_text = state.dictionary == extract::kNoEntity;
  extract::Entity details = by_text ? *state.found : gazetteer_.Details(state.dictionary);
  EntityRecord record;
  record.number = number;
  record.id = state.id;
  record.name = std::move(details.name);
  record.type = std::move(details.type);
  record.aliases = std::move(details.aliases);
  record.mentions = state.mentions;
  record.documents = state.documents;
  record.windows = state.windows;
  record.first_seen = calendar.Date(state.seen.first);
  record.last_seen = calendar.Date(state.seen.last);
  record.why = std::move(details.why);
  record.attributes = std::move(details.attributes);
  return record;
}

}  // namespace zhitu::graph
