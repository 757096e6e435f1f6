#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/records.h"

namespace zhitu::graph {

/// What is kept of entities, for searches that come to a few of many: a hash table with open
/// addresses, in which a look at one entity is one at memory. Two to four times the size of the
/// values, whatever entities there are. Numbers are those of a store: below 2^32. One thread.
///
/// `Value` has a member `std::uint32_t entity`, its key, which is 0 in a new one.
template <typename Value>
class EntityMap {
 public:
  /// Entities of which something is kept.
  std::size_t size() const { return size_; }
  /// Makes room for so many entities at once; more may be added.
  void Reserve(std::size_t entities) {
    std::size_t slots = kFirst;
    while (slots < 2 * entities) slots *= 2;
    if (slots > slots_.size()) Resize(slots);
  }
  /// Asks the processor to have ready what is kept of an entity that is about to be looked for.
  void Prefetch(EntityNumber entity) const {
    if (!slots_.empty()) __builtin_prefetch(slots_.data() + FirstSlot(entity), 1);
  }
  /// What is kept of an entity, or null. Valid until the next call of `Add` or `Reserve`.
  Value* Find(EntityNumber entity) {
    return const_cast<Value*>(std::as_const(*this).Find(entity));  // its own, and not const
  }
  /// The same.
  const Value* Find(EntityNumber entity) const {
    if (slots_.empty()) return nullptr;
    const Value& value = slots_.data()[SlotOf(entity)];
    return value.entity == 0 ? nullptr : &value;
  }
  /// What is kept of an entity, a new value if nothing was, and whether it is new. The reference is
  /// valid until the next call.
  std::pair<Value&, bool> Add(EntityNumber entity) {
    if (2 * (size_ + 1) > slots_.size()) Resize(slots_.empty() ? kFirst : 2 * slots_.size());
    Value& value = slots_.data()[SlotOf(entity)];
    const bool is_new = value.entity == 0;
    if (is_new) {
      value.entity = static_cast<std::uint32_t>(entity);
      ++size_;
    }
    return {value, is_new};
  }
  /// Visits all that is kept, in an order that depends on nothing but the calls before.
  template <typename Visit>
  void ForEach(const Visit& visit) const {
    for (const Value& value : slots_) {
      if (value.entity != 0) visit(value);
    }
  }

 private:
  static constexpr std::size_t kFirst = 256;

  // Where an entity would stand if it were alone.
  std::size_t FirstSlot(EntityNumber entity) const {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL;  // 2^64 over the golden ratio
    return (static_cast<std::uint32_t>(entity) * kSpread) >> shift_;
  }
  // The slot of an entity, or the free one where it would stand.
  std::size_t SlotOf(EntityNumber entity) const {
    const auto number = static_cast<std::uint32_t>(entity);
    const Value* const slots = slots_.data();
    const std::size_t last = slots_.size() - 1;
    std::size_t slot = FirstSlot(entity);
    while (slots[slot].entity != 0 && slots[slot].entity != number) slot = (slot + 1) & last;
    return slot;
  }
  void Resize(std::size_t size) {
    std::vector<Value> old(size);
    old.swap(slots_);
    shift_ = 64;
    for (; size > 1; size /= 2) --shift_;
    for (Value& value : old) {
      if (value.entity != 0) slots_.data()[SlotOf(value.entity)] = std::move(value);
    }
  }

  std::vector<Value> slots_;  // a power of two of them, at most half of them taken
  std::size_t size_ = 0;
  unsigned shift_ = 64;  // the highest bits of a product choose the slot
};

}  // namespace zhitu::graph
