#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/character_set.h"

namespace zhitu::extract {

/// A few characters and what each is worth, quick to ask of texts that mostly hold others.
class CharacterValues {
 public:
  /// A character and its value.
  using Entry = std::pair<char32_t, double>;

  CharacterValues() = default;
  /// @param entries  in any order; of several of one character the least value counts.
  explicit CharacterValues(std::vector<Entry> entries) : entries_(std::move(entries)) {
    std::sort(entries_.begin(), entries_.end());
    std::u32string characters;
    for (const Entry& entry : entries_) characters += entry.first;
    set_ = std::move(characters);
  }
  /// The same.
  CharacterValues(std::initializer_list<Entry> entries)
      : CharacterValues(std::vector<Entry>(entries)) {}

  /// True if a character has a value. O(1) for most that have none.
  bool Has(char32_t c) const { return set_.Has(c); }
  /// What a character is worth, or nothing. O(1) for most that have no value.
  std::optional<double> Find(char32_t c) const {
    if (!Has(c)) return std::nullopt;
    const auto entry =
        std::lower_bound(entries_.begin(), entries_.end(), c,
                         [](const Entry& one, char32_t key) { return one.first < key; });
    return entry->second;
  }
  /// All of them, sorted.
  const std::vector<Entry>& entries() const noexcept { return entries_; }
  /// True if there is none.
  bool empty() const noexcept { return entries_.empty(); }

 private:
  std::vector<Entry> entries_;
  CharacterSet set_;  // their characters
};

}  // namespace zhitu::extract
