#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "graph/records.h"
#include "graph/seen_dates.h"

namespace zhitu::graph {

/// What a graph that is being built knows of an entity. One cache line, because each mention asks.
struct EntityState {
  std::string_view id;              ///< Unique; stays where it is.
  std::int64_t mentions = 0;        ///< Decided mentions.
  std::int64_t windows = 0;         ///< Windows that name it.
  std::uint32_t documents = 0;      ///< Documents that mention it.
  std::uint32_t last_document = 0;  ///< Number of the last document counted.
  SeenDates seen;                   ///< Dates of the documents that mention it.
  extract::EntityIndex dictionary = extract::kNoEntity;  ///< Its index in the gazetteer, if any.
  bool document = false;                                 ///< A document node.
  std::unique_ptr<extract::Entity> found;  ///< What texts say of it, if no dictionary alone does.
};

/// The entities of a graph that is being built, numbered from 1 in order of first appearance.
class EntityTable {
 public:
  /// @param gazetteer  must live as long as the table.
  explicit EntityTable(const extract::Gazetteer& gazetteer);

  /// The number of an entity of an extraction; a new one is added. `index` is not `kNoEntity`.
  EntityNumber Number(const extract::Extraction& extraction, extract::EntityIndex index);
  /// The number of a dictionary entity; a new one is added.
  EntityNumber DictionaryNumber(extract::EntityIndex index);
  /// The number of a document's node; a new one is added.
  EntityNumber DocumentNumber(const extract::Extraction& extraction);

  /// Entities so far.
  std::size_t size() const { return states_.size(); }
  /// An entity by number.
  EntityState& state(EntityNumber number) { return states_[static_cast<std::size_t>(number) - 1]; }
  /// An entity by number.
  const EntityState& state(EntityNumber number) const {
    return states_[static_cast<std::size_t>(number) - 1];
  }
  /// Where an entity of the dictionary is defined, as `extract::Gazetteer::Why` gives it; put
  /// together once, for every mention asks. Empty for others. Valid until the next call.
  std::string_view Why(EntityNumber number);
  /// Dictionary entities in the order in which they were added: a list that only grows.
  const std::vector<extract::EntityIndex>& dictionary_entities() const { return dictionary_; }
  /// All that is known of an entity, for the file; dates come from `calendar`.
  EntityRecord Record(EntityNumber number, const Calendar& calendar) const;

 private:
  EntityNumber Add(std::string id);
  void Learn(EntityState& state, const extract::Entity& entity) const;

  const extract::Gazetteer& gazetteer_;
  std::vector<EntityState> states_;
  std::unordered_map<std::string, EntityNumber> numbers_;  // holds the ids
  std::vector<std::uint32_t> dictionary_numbers_;  // by index in the gazetteer; 0: not seen yet
  std::vector<extract::EntityIndex> dictionary_;
  std::vector<std::string> whys_;  // by number; empty: not asked for yet
};

}  // namespace zhitu::graph
