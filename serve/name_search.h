#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/records.h"

namespace zhitu::serve {

/// A name or alias that a search has found.
struct NameHit {
  graph::EntityNumber entity = 0;  ///< Whose it is.
  std::uint32_t alias = 0;         ///< 0 for the name, else the place of the alias from 1.
};

/// Finds entities by what is typed, as the page does: names and aliases as the program folds them,
/// without white space, and pinyin in full, by initials or mixed. Immutable once all names were
/// added, so any number of threads may search. Keeps the folded names.
class NameSearch {
 public:
  /// Adds a name. Those of an entity must come one after the other, the name first, and entities in
  /// the order in which equal hits shall come.
  /// @param importance  of two equal hits the entity with the greater one comes first.
  void Add(graph::EntityNumber entity, std::uint32_t alias, std::string_view name,
           std::uint32_t importance);

  /// The best hits, each entity once: the whole name, its begin, its pinyin, something inside.
  /// O(names).
  std::vector<NameHit> Find(std::string_view text, std::size_t most) const;

 private:
  struct Form {
    NameHit hit;
    std::uint32_t importance = 0;
    std::uint32_t begin = 0;  // in folded_
    std::uint32_t size = 0;
  };

  std::string_view Folded(const Form& form) const;
  int RankOf(std::string_view folded, std::string_view wanted, std::string_view pinyin) const;
  int PinyinRank(std::string_view folded, std::string_view letters) const;
  const std::vector<std::string_view>* ReadingsOf(char32_t character) const;
  bool MayBegin(char32_t character, char letter) const;
  std::size_t SpelledFrom(std::u32string_view characters, std::string_view letters) const;
  void Take(char32_t character, std::string_view letters, std::size_t end,
            std::vector<bool>& ends) const;

  std::vector<Form> forms_;
  std::string folded_;
  std::unordered_map<char32_t, std::vector<std::string_view>> readings_;
};

}  // namespace zhitu::serve
