#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/span.h"
#include "extract/surface_index.h"

namespace zhitu::extract {

/// Words by lexicon, to be found in folded text.
class Lexicons {
 public:
  /// A word of some lexicon at a place of the folded text.
  struct Hit {
    Span folded;             ///< The word.
    std::uint32_t word = 0;  ///< Number of the word; `Has` tells its lexicons.
  };

  Lexicons() = default;
  /// @param names  of the lexicons. @param words  folded words of each, parallel to `names`.
  Lexicons(std::vector<std::string> names, const std::vector<std::vector<std::string>>& words);

  /// The number of a lexicon, or nothing.
  std::optional<std::uint32_t> Find(std::string_view name) const;
  /// The names, in order of number.
  const std::vector<std::string>& names() const noexcept { return names_; }
  /// The lexicons of a word, sorted.
  const std::vector<std::uint32_t>& Of(std::uint32_t word) const { return lexicons_[word]; }
  /// True if a word is in one of the lexicons (sorted numbers).
  bool Has(std::uint32_t word, const std::vector<std::uint32_t>& lexicons) const;
  /// Every word at every place of `folded`, by begin, the longest first. One that begins or ends
  /// between two letters of a spaced script is part of a longer word and none. O(n log words).
  std::vector<Hit> FindAll(std::string_view folded) const;

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of the names
  SurfaceIndex index_;
  std::vector<std::vector<std::uint32_t>> lexicons_;  // by word, sorted
};

/// Lexicons being put together from several files. Words of one name add up.
class LexiconTable {
 public:
  /// The number of a lexicon, which is made if there is none of that name.
  std::uint32_t Number(const std::string& name);
  /// Adds a folded, not empty word to a lexicon.
  void Add(std::uint32_t lexicon, std::string word);
  /// How many there are.
  std::size_t size() const { return names_.size(); }
  /// All of them, with the same numbers.
  Lexicons Build() const { return {names_, words_}; }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of the names
  std::vector<std::vector<std::string>> words_;
};

}  // namespace zhitu::extract
