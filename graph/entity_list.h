#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"
#include "graph/store.h"

namespace zhitu::graph {

/// Entities of a graph file with all that is known of them, packed in memory, to be read in the
/// order of their ids: the file has them by number, and so each table is read once, from its begin
/// to its end. Some 60 bytes an entity beside its texts. One thread.
class EntityList {
 public:
  /// Reads the entities of which `keep` says so. @throws as `Store`.
  EntityList(const Store::Impl& store, const std::function<bool(EntityNumber)>& keep);

  /// Every entity in order of the bytes of its id. The record is valid during the visit.
  void ForEach(const std::function<void(const EntityRecord&)>& visit) const;

 private:
  // What has a fixed size; the texts follow each other in texts_.
  struct Row {
    EntityNumber number = 0;
    std::int64_t mentions = 0;
    std::int64_t documents = 0;
    std::int64_t windows = 0;
    std::size_t texts = 0;
  };
  // Lists of texts, one list an entity, in the order of entities' numbers.
  struct Lists {
    std::vector<std::size_t> begins;  // in texts, by place of the entity in rows_; one more at last
    std::string texts;
  };

  void ReadRows(const Store::Impl& store, const std::function<bool(EntityNumber)>& keep);
  Lists ReadLists(const Store::Impl& store, std::string_view table,
                  std::initializer_list<std::string_view> columns) const;
  void Fill(std::size_t place, EntityRecord& entity) const;

  std::vector<Row> rows_;  // in order of number
  std::string texts_;
  Lists aliases_;
  Lists attributes_;
  std::vector<std::uint32_t> places_;  // by number: place in rows_, from 1; 0: not kept
  std::vector<EntityNumber> order_;    // all entities of the file by id
};

}  // namespace zhitu::graph
