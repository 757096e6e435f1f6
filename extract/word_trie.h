#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/utf8.h"

namespace zhitu::extract {

/// A set of words with numbers, to be found at every place of a text.
///
/// A tree of characters. Its first level is a table by code point, since at most places of a text
/// no word begins; below it a node has few children, which lie side by side, and 64 bits that tell
/// most characters that lead to none. Memory: 24 bytes a character of the words at most, 1 KiB for
/// each 256 code points that begin some word, and 40 KiB. Immutable.
class WordTrie {
 public:
  /// A word and its number.
  struct Word {
    std::string text;          ///< Valid UTF-8, not empty.
    std::uint32_t number = 0;  ///< Below 2^32 - 1.
  };

  /// No character.
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  WordTrie() = default;
  /// @param words  distinct, in any order. O(bytes log words).
  explicit WordTrie(std::vector<Word> words);

  /// The number of a character among those with which some word begins, or `kNone`. O(1).
  std::uint32_t First(char32_t c) const {
    return roots_.data()[pages_.data()[c / kPage] * kPage + c % kPage];
  }
  /// How many such characters there are; they are numbered from 0.
  std::uint32_t firsts() const noexcept { return firsts_; }
  /// Notes places of a text, from byte `at` on and in order, at which words may begin: all at which
  /// one does, and a few others. Moves `at` behind what it has gone through: the end of the text,
  /// or less where `places` is full. O(bytes), some 20 instructions a character.
  /// @return  how many it noted.
  std::size_t FindStarts(std::string_view text, std::size_t& begin,
                         std::span<std::size_t> places) const;
  /// Calls `visit(end, number)` for each word that begins with the character `first` and goes on at
  /// byte `at` of a text, the shortest first: where it ends, and its number. O(characters of the
  /// longest one); O(1) at most places.
  template <typename Visit>
  void ForEach(char32_t first, std::string_view text, std::size_t at, Visit visit) const {
    for (std::uint32_t number = First(first); number != kNone;) {
      const Node& node = nodes_.data()[number];
      if (node.word != kNone) visit(at, node.word);
      if (node.children == 0 || at >= text.size()) return;
      number = Child(node, NextCodePoint(text, at));
    }
  }
  /// Calls `visit(begin, number)` for each word that stands, its characters in reverse order,
  /// before byte `at` of a text, the shortest first. Cost as above.
  template <typename Visit>
  void ForEachBackward(std::string_view text, std::size_t at, Visit visit) const {
    if (at == 0) return;
    for (std::uint32_t number = First(CodePointBefore(text, at)); number != kNone;) {
      const Node& node = nodes_.data()[number];
      if (node.word != kNone) visit(at, node.word);
      if (node.children == 0 || at == 0) return;
      number = Child(node, CodePointBefore(text, at));
    }
  }

 private:
  static constexpr std::size_t kPage = 256;
  static constexpr std::size_t kPages = 0x200000 / kPage;  // of all that four bytes of UTF-8 hold

  struct Node {
    std::uint64_t child_marks = 0;
    std::uint32_t word = kNone;
    std::uint32_t first_child = 0;
    std::uint32_t children = 0;  // sorted by character
  };

  // The filter of beginnings works on characters of three bytes as they stand; others are looked
  // for at each place. It has a row for each of some first characters, and in it a bit for each of
  // some second ones: all of them where the first is a word or no such character follows it.
  static constexpr unsigned kRowBits = 11;  // rows of 8 bytes: half of a first-level cache
  static std::size_t Row(std::uint64_t word) {
    return ((word << 40U) * 0x9E3779B97F4A7C15ULL) >> (64U - kRowBits);
  }
  static std::size_t MayBegin(const std::uint64_t* rows, std::uint64_t word) {
    return rows[Row(word)] >> ((word >> 40U) % 64U) & 1U;
  }
  void MarkBeginning(std::string_view word);

  static std::uint64_t Mark(std::uint64_t c) { return std::uint64_t{1} << (c % 64); }
  std::uint32_t Child(const Node& node, char32_t c) const {
    return (node.child_marks & Mark(c)) != 0 ? Search(node, c) : kNone;
  }
  std::uint32_t Search(const Node& node, char32_t c) const;
  void SetRoot(char32_t c, std::uint32_t node);

  std::vector<std::uint64_t> rows_ = std::vector<std::uint64_t>(std::size_t{1} << kRowBits);
  std::vector<Node> nodes_;           // first those of first characters
  std::vector<char32_t> characters_;  // by which each is reached
  std::uint32_t firsts_ = 0;
  // By the upper bits of a code point: number of its page.
  std::vector<std::uint16_t> pages_ = std::vector<std::uint16_t>(kPages);
  // Pages of nodes; the first is empty.
  std::vector<std::uint32_t> roots_ = std::vector<std::uint32_t>(kPage, kNone);
};

}  // namespace zhitu::extract
