#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/span.h"
#include "extract/word_trie.h"

namespace zhitu::extract {

/// Words by number, quick to ask for.
class WordFilter {
 public:
  WordFilter() = default;
  /// @param words  by number, true for those that are in it.
  explicit WordFilter(const std::vector<bool>& words) : words_(words.begin(), words.end()) {}
  /// True if a word is in it. O(1).
  bool Has(std::uint32_t word) const { return word < words_.size() && words_[word] != 0; }

 private:
  std::vector<std::uint8_t> words_;  // not packed: every word of a text is asked for several times
};

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
  /// A word, folded. Valid as long as this.
  std::string_view Text(std::uint32_t word) const { return words_[word]; }
  /// How many words there are.
  std::size_t words() const noexcept { return lexicons_.size(); }
  /// True if a word is in one of the lexicons (their numbers). O(lexicons).
  bool Has(std::uint32_t word, const std::vector<std::uint32_t>& lexicons) const {
    const std::uint64_t* const row = members_.data() + word * row_size_;
    for (const std::uint32_t lexicon : lexicons) {
      if (lexicon < kDense ? IsSet(row, lexicon) : IsOf(word, lexicon)) return true;
    }
    return false;
  }
  /// Every word at every place of `folded`, by begin, the longest first. One that begins or ends
  /// between two letters of a spaced script is part of a longer word and none. O(n).
  std::vector<Hit> FindAll(std::string_view folded) const { return Find(all_, folded); }
  /// Limits what `FindSought` gives to some words; all others are only asked for at a place.
  void Seek(const WordFilter& words);
  /// The words that are sought, else as `FindAll`.
  std::vector<Hit> FindSought(std::string_view folded) const { return Find(sought_, folded); }
  /// The longest word of some lexicons that begins at byte `at` of `folded`, whether it is sought
  /// or not; an empty span at `at` if there is none. O(1).
  Span At(std::string_view folded, std::size_t at,
          const std::vector<std::uint32_t>& lexicons) const {
    std::size_t next = at;
    const bool may_begin =
        at < folded.size() && IsIn(first_in_, all_.First(NextCodePoint(folded, next)), lexicons);
    return may_begin ? LongestAt(folded, at, lexicons) : Span{at, at};
  }
  /// The same for words that end at byte `at` and have at most 48 bytes.
  Span Before(std::string_view folded, std::size_t at,
              const std::vector<std::uint32_t>& lexicons) const {
    std::size_t last = at;
    const bool may_end =
        at > 0 && IsIn(last_in_, backward_.First(CodePointBefore(folded, last)), lexicons);
    return may_end ? LongestBefore(folded, at, lexicons) : Span{at, at};
  }
  /// The words that are in one of some sets of lexicons. O(words).
  WordFilter Filter(std::initializer_list<const std::vector<std::uint32_t>*> sets) const;

 private:
  static constexpr std::uint32_t kBits = 64;
  static constexpr std::uint32_t kDense = 512;  // lexicons that have a bit for each word

  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of the names
  std::vector<Hit> Find(const WordTrie& words, std::string_view folded) const;
  static bool IsSet(const std::uint64_t* row, std::uint32_t lexicon) {
    return (row[lexicon / kBits] >> (lexicon % kBits) & 1U) != 0;
  }
  void NoteEnds();
  bool IsOf(std::uint32_t word, std::uint32_t lexicon) const;
  // True if a row of bits holds one of some lexicons, or may do so; false for no row.
  bool IsIn(const std::vector<std::uint64_t>& rows, std::uint32_t row,
            const std::vector<std::uint32_t>& lexicons) const {
    if (row == WordTrie::kNone) return false;
    for (const std::uint32_t lexicon : lexicons) {
      if (lexicon >= kDense || IsSet(rows.data() + row * row_size_, lexicon)) return true;
    }
    return false;
  }
  Span LongestAt(std::string_view folded, std::size_t at,
                 const std::vector<std::uint32_t>& lexicons) const;
  Span LongestBefore(std::string_view folded, std::size_t at,
                     const std::vector<std::uint32_t>& lexicons) const;
  bool IsWhole(std::uint32_t word, std::string_view folded, const Span& span) const;

  std::vector<std::string> words_;  // sorted
  WordTrie all_;
  WordTrie backward_;  // all, reversed
  WordTrie sought_;
  std::vector<std::vector<std::uint32_t>> lexicons_;  // by word, sorted
  // Rows of bits, each a set of lexicons below `kDense`: those of each word, and those that have
  // some word with a first or last character.
  std::size_t row_size_ = 0;
  std::vector<std::uint64_t> members_;   // by word
  std::vector<std::uint64_t> first_in_;  // by number in `all_`
  std::vector<std::uint64_t> last_in_;   // by number in `backward_`
  std::vector<bool> han_;                // by word: it begins and ends with Han characters
};

/// Lexicons being put together from several files. Words of one name add up.
class LexiconTable {
 public:
  /// The number of a lexicon, which is made if there is none of that name.
  std::uint32_t Number(const std::string& name);
  /// Adds a folded, not empty word to a lexicon.
  void Add(std::uint32_t lexicon, std::string word);
  /// Adds the words of the lexicon of a name, if there is one, to another.
  void AddWordsOf(const std::string& name, std::uint32_t lexicon);
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
