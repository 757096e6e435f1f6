#include "graph/id_table.h"

#include <cstring>
#include <functional>

namespace zhitu::graph {
namespace {

constexpr std::size_t kFirstSlots = 1024;

std::uint32_t Upper(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

std::string_view TextStore::Keep(std::string_view text) {
  if (text.empty()) return {};
  auto* const bytes = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

IdTable::IdTable() : slots_(kFirstSlots) {}

// The slot that holds the text, or the free one in which it belongs.
std::size_t IdTable::Place(std::string_view id, std::size_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == 0) return at;
    if (slot.hash == Upper(hash) && ids_[slot.number - 1] == id) return at;
  }
}

std::optional<std::uint32_t> IdTable::Find(std::string_view id) const {
  const Slot& slot = slots_[Place(id, std::hash<std::string_view>()(id))];
  if (slot.number == 0) return std::nullopt;
  return slot.number - 1;
}

std::uint32_t IdTable::Number(std::string_view id) {
  const std::size_t hash = std::hash<std::string_view>()(id);
  const std::size_t at = Place(id, hash);
  if (slots_[at].number != 0) return slots_[at].number - 1;
  ids_.push_back(texts_.Keep(id));
  slots_[at] = {Upper(hash), static_cast<std::uint32_t>(ids_.size())};
  if (ids_.size() * 2 > slots_.size()) Grow();
  return static_cast<std::uint32_t>(ids_.size() - 1);
}

void IdTable::Grow() {
  slots_.assign(slots_.size() * 2, Slot());
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    const std::size_t hash = std::hash<std::string_view>()(ids_[i]);
    slots_[Place(ids_[i], hash)] = {Upper(hash), static_cast<std::uint32_t>(i + 1)};
  }
}

}  // namespace zhitu::graph
