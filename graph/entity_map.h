#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/records.h"

namespace zhitu::graph {

/// Values by entity, for searches that come to a few of many entities: a hash table with open
/// addresses over values that lie in the order in which they were added. 16 to 32 bytes an entity
/// beside the number and the value. Numbers are those of a store: below 2^32. One thread.
template <typename Value>
class EntityMap {
 public:
  /// An entity and what is kept of it.
  using Entry = std::pair<EntityNumber, Value>;

  /// All entries, in the order in which they were added.
  const std::vector<Entry>& entries() const { return entries_; }
  /// What is kept of an entity, or null. Valid until the next call of `Add`.
  Value* Find(EntityNumber entity) {
    const std::uint32_t place = slots_.empty() ? 0 : slots_[SlotOf(entity)].place;
    return place == 0 ? nullptr : &entries_[place - 1].second;
  }
  /// The same.
  const Value* Find(EntityNumber entity) const {
    const std::uint32_t place = slots_.empty() ? 0 : slots_[SlotOf(entity)].place;
    return place == 0 ? nullptr : &entries_[place - 1].second;
  }
  /// What is kept of an entity, a new value if nothing was, and whether it is new. The reference is
  /// valid until the next call.
  std::pair<Value&, bool> Add(EntityNumber entity) {
    if (2 * (entries_.size() + 1) > slots_.size()) Grow();
    Slot& slot = slots_[SlotOf(entity)];
    const bool is_new = slot.place == 0;
    if (is_new) {
      entries_.emplace_back(entity, Value());
      slot = {static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(entries_.size())};
    }
    return {entries_[slot.place - 1].second, is_new};
  }

 private:
  // Where an entity's entry is; the number stands here too, so that a look at one is enough.
  struct Slot {
    std::uint32_t entity = 0;
    std::uint32_t place = 0;  // in entries_, from 1; 0: free
  };

  // The slot of an entity, or the free one where it would stand.
  std::size_t SlotOf(EntityNumber entity) const {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL;  // 2^64 over the golden ratio
    const auto number = static_cast<std::uint32_t>(entity);
    std::size_t slot = (number * kSpread) >> shift_;
    while (slots_[slot].place != 0 && slots_[slot].entity != number) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
  }
  void Grow() {
    constexpr std::size_t kFirst = 256;
    std::vector<Slot> old(slots_.empty() ? kFirst : 2 * slots_.size());
    old.swap(slots_);
    shift_ = 64;
    for (std::size_t size = slots_.size(); size > 1; size /= 2) --shift_;
    for (const Slot& slot : old) {
      if (slot.place != 0) slots_[SlotOf(slot.entity)] = slot;
    }
  }

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  // a power of two of them
  unsigned shift_ = 64;      // the highest bits of a product choose the slot
};

}  // namespace zhitu::graph
