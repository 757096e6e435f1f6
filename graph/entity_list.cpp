#include "graph/entity_list.h"

#include <algorithm>
#include <cstring>
#include <initializer_list>

#include "graph/store_impl.h"

namespace zhitu::graph {
namespace {

// Texts in a row, each behind its size.
void Append(std::string_view text, std::string& texts) {
  const auto size = static_cast<std::uint32_t>(text.size());  // a row has less than 2 GiB
  texts.append(reinterpret_cast<const char*>(&size), sizeof size);
  texts.append(text);
}

std::string_view Take(std::string_view texts, std::size_t& at) {
  std::uint32_t size = 0;
  std::memcpy(&size, texts.data() + at, sizeof size);
  at += sizeof size;
  const std::string_view text = texts.substr(at, size);
  at += size;
  return text;
}

}  // namespace

EntityList::EntityList(const Store::Impl& store, const std::function<bool(EntityNumber)>& keep) {
  ReadRows(store, keep);
  aliases_ = ReadLists(store, "alias", {"entity", "name"});
  attributes_ = ReadLists(store, "attribute", {"entity", "name", "value"});
  order_ = store.EntitiesById();
}

void EntityList::ReadRows(const Store::Impl& store, const std::function<bool(EntityNumber)>& keep) {
  TableScan rows = store.Scan("entity", {"number", "mentions", "documents", "windows", "id", "name",
                                         "type", "first_seen", "last_seen", "why"});
  places_.assign(static_cast<std::size_t>(store.last_entity) + 1, 0);
  while (rows.Next()) {
    const EntityNumber number = rows.Integer(0);
    store.CheckEntity(number);
    if (!keep(number)) continue;
    places_[static_cast<std::size_t>(number)] = static_cast<std::uint32_t>(rows_.size() + 1);
    rows_.push_back({number, rows.Integer(1), rows.Integer(2), rows.Integer(3), texts_.size()});
    for (std::size_t column = 4; column < 10; ++column) Append(rows.Text(column), texts_);
  }
}

// Both the table and the entities are in order of number.
EntityList::Lists EntityList::ReadLists(const Store::Impl& store, std::string_view table,
                                        std::initializer_list<std::string_view> columns) const {
  Lists lists;
  lists.begins.reserve(rows_.size() + 1);
  TableScan rows = store.Scan(table, columns);
  while (rows.Next()) {
    const EntityNumber entity = rows.Integer(0);
    std::size_t place = lists.begins.size();
    while (place < rows_.size() && rows_[place].number <= entity) {
      lists.begins.push_back(lists.texts.size());
      ++place;
    }
    if (place == 0 || rows_[place - 1].number != entity) continue;
    for (std::size_t column = 1; column < columns.size(); ++column) {
      Append(rows.Text(column), lists.texts);
    }
  }
  lists.begins.resize(rows_.size() + 1, lists.texts.size());
  return lists;
}

void EntityList::Fill(std::size_t place, EntityRecord& entity) const {
  const Row& row = rows_[place];
  entity.number = row.number;
  entity.mentions = row.mentions;
  entity.documents = row.documents;
  entity.windows = row.windows;
  std::size_t at = row.texts;
  for (std::string* text : {&entity.id, &entity.name, &entity.type, &entity.first_seen,
                            &entity.last_seen, &entity.why}) {
    text->assign(Take(texts_, at));
  }
  entity.aliases.clear();
  for (at = aliases_.begins[place]; at < aliases_.begins[place + 1];) {
    entity.aliases.emplace_back(Take(aliases_.texts, at));
  }
  entity.attributes.clear();
  for (at = attributes_.begins[place]; at < attributes_.begins[place + 1];) {
    const std::string_view name = Take(attributes_.texts, at);
    entity.attributes.emplace_back(name, Take(attributes_.texts, at));
  }
}

void EntityList::ForEach(const std::function<void(const EntityRecord&)>& visit) const {
  EntityRecord entity;
  for (const EntityNumber number : order_) {
    const std::size_t place = places_[static_cast<std::size_t>(number)];
    if (place == 0) continue;
    Fill(place - 1, entity);
    visit(entity);
  }
}

}  // namespace zhitu::graph
