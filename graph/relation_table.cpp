#include "graph/relation_table.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kFirstSlots = 1024;

// Mixes with the constants of SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t Hash(const RelationState& key) {
  std::uint64_t x = (static_cast<std::uint64_t>(key.subject) << 32U) | key.object;
  x ^= static_cast<std::uint64_t>(key.predicate) * 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

RelationState KeyOf(EntityNumber subject, std::uint32_t predicate, EntityNumber object) {
  RelationState key;
  key.subject = static_cast<std::uint32_t>(subject);
  key.object = static_cast<std::uint32_t>(object);
  key.predicate = predicate;
  return key;
}

bool SameKey(const RelationState& a, const RelationState& b) {
  return a.subject == b.subject && a.object == b.object && a.predicate == b.predicate;
}

}  // namespace

std::uint32_t TextPool::Number(std::string_view text) {
  const auto [place, is_new] =
      numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (is_new) texts_.push_back(place->first);
  return place->second;
}

RelationTable::RelationTable() : slots_(kFirstSlots, 0) {
  predicates_.Number(kCoOccurs);
  texts_.Number("");
}

// The slot that holds the relation, or the free one in which it belongs.
std::size_t RelationTable::Slot(const RelationState& key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(Hash(key)) & mask;
  while (slots_[slot] != 0 && !SameKey(states_[slots_[slot] - 1], key)) slot = (slot + 1) & mask;
  return slot;
}

void RelationTable::Prefetch(EntityNumber subject, std::uint32_t predicate, EntityNumber object,
                             int step) const {
  const std::uint32_t* slot =
      slots_.data() + (Hash(KeyOf(subject, predicate, object)) & (slots_.size() - 1));
  if (step == 0) {
    __builtin_prefetch(slot);
  } else if (*slot != 0) {
    __builtin_prefetch(states_.data() + (*slot - 1));
  }
}

std::uint32_t RelationTable::Index(EntityNumber subject, std::uint32_t predicate,
                                   EntityNumber object) {
  const RelationState key = KeyOf(subject, predicate, object);
  const std::size_t slot = Slot(key);
  if (slots_[slot] != 0) return slots_[slot] - 1;
  states_.push_back(key);
  slots_[slot] = static_cast<std::uint32_t>(states_.size());
  if (states_.size() * 2 > slots_.size()) Grow();
  return static_cast<std::uint32_t>(states_.size() - 1);
}

void RelationTable::Grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i < states_.size(); ++i) {
    slots_[Slot(states_[i])] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace zhitu::graph
