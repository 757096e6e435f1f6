#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

#include "extract/entity.h"

namespace zhitu::extract {

/// The entities that a surface form may name, in dictionary order. Most often there is one, which
/// takes no memory of its own.
class Readings {
 public:
  /// None.
  Readings() = default;
  /// Implicit, since lists of entities are read as such.
  Readings(std::span<const EntityIndex> entities) {
    if (entities.size() == 1) {
      one_ = entities.front();
    } else {
      many_.assign(entities.begin(), entities.end());
    }
  }
  /// The same.
  Readings(const std::vector<EntityIndex>& entities)
      : Readings(std::span<const EntityIndex>(entities)) {}
  /// The same.
  Readings(std::initializer_list<EntityIndex> entities)
      : Readings(std::span<const EntityIndex>(entities.begin(), entities.size())) {}

  /// How many there are.
  std::size_t size() const { return all().size(); }
  /// True if there is none.
  bool empty() const { return all().empty(); }
  /// The first; there must be one.
  EntityIndex front() const { return all().front(); }
  /// The last; there must be one.
  EntityIndex back() const { return all().back(); }
  /// Number `i`, below the size.
  EntityIndex operator[](std::size_t i) const { return all()[i]; }
  /// The first.
  auto begin() const { return all().begin(); }
  /// Behind the last.
  auto end() const { return all().end(); }

  /// The same entities.
  friend bool operator==(const Readings& a, const Readings& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::span<const EntityIndex> all() const {
    if (one_ != kNoEntity) return {&one_, 1};
    return many_;
  }

  EntityIndex one_ = kNoEntity;    // if it is the only one
  std::vector<EntityIndex> many_;  // else
};

}  // namespace zhitu::extract
