#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

namespace zhitu::graph {

/// Texts that are kept together and freed together. Not copied, not moved; one thread.
class TextStore {
 public:
  /// A copy of the text that lives as long as the store.
  std::string_view Keep(std::string_view text);

 private:
  std::pmr::monotonic_buffer_resource memory_;
};

/// Distinct texts by number, from 0 in the order in which they were added. A look-up costs one hash
/// and, most often, one comparison. One thread.
class IdTable {
 public:
  /// Makes an empty table.
  IdTable();

  /// The number of a text, or nothing.
  std::optional<std::uint32_t> Find(std::string_view id) const;
  /// The number of a text; a new one is added, and is then the last.
  std::uint32_t Number(std::string_view id);
  /// The text of a number; lives as long as the table.
  std::string_view Id(std::uint32_t number) const { return ids_[number]; }
  /// Texts so far.
  std::size_t size() const { return ids_.size(); }

 private:
  // Open addressing. Part of the hash beside the number spares most looks at texts.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // from 1; 0: free
  };
  std::size_t Place(std::string_view id, std::size_t hash) const;
  void Grow();

  TextStore texts_;
  std::vector<std::string_view> ids_;
  std::vector<Slot> slots_;  // a power of two, at most half full
};

}  // namespace zhitu::graph
