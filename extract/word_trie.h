#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
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
  /// False if no word begins with these two characters, nor is the first of them; most often true
  /// if one does. O(1), a few instructions.
  /// @param second  0 at the end of a text.
  bool MayBegin(char32_t first, char32_t second) const {
    if (first >= kPlane) return true;
    return IsIn(begins_, first) && (IsIn(alone_, first) || IsIn(pairs_, Hash(first, second)));
  }
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
  static constexpr char32_t kPlane = 0x10000;
  static constexpr std::size_t kPages = 0x200000 / kPage;  // of all that four bytes of UTF-8 hold

  struct Node {
    std::uint64_t child_marks = 0;
    char32_t character = 0;  // by which it is reached
    std::uint32_t word = kNone;
    std::uint32_t first_child = 0;
    std::uint32_t children = 0;  // sorted by character
  };

  // Filters: bits for characters with which words begin, for those that are words, and for the
  // first two characters of the others.
  static constexpr unsigned kFilterBits = 16;
  static std::uint32_t Hash(char32_t first, char32_t second) {
    return (static_cast<std::uint32_t>(first) * 0x9E3779B1U +
            static_cast<std::uint32_t>(second) * 0x85EBCA6BU) >>
           (32 - kFilterBits);
  }
  using Bits = std::vector<std::uint64_t>;
  static bool IsIn(const Bits& bits, std::uint32_t number) {
    return (bits.data()[number / 64] >> (number % 64) & 1U) != 0;
  }
  static void Set(Bits& bits, std::uint32_t number) {
    bits[number / 64] |= std::uint64_t{1} << (number % 64);
  }
  void MarkBeginning(std::string_view word);

  static std::uint64_t Mark(char32_t c) { return std::uint64_t{1} << (c % 64); }
  std::uint32_t Child(const Node& node, char32_t c) const {
    return (node.child_marks & Mark(c)) != 0 ? Search(node, c) : kNone;
  }
  std::uint32_t Search(const Node& node, char32_t c) const;
  void SetRoot(char32_t c, std::uint32_t node);

  Bits begins_ = Bits(kPlane / 64);
  Bits alone_ = Bits(kPlane / 64);
  Bits pairs_ = Bits((1U << kFilterBits) / 64);
  std::vector<Node> nodes_;  // first those of first characters
  std::uint32_t firsts_ = 0;
  // By the upper bits of a code point: number of its page.
  std::vector<std::uint16_t> pages_ = std::vector<std::uint16_t>(kPages);
  // Pages of nodes; the first is empty.
  std::vector<std::uint32_t> roots_ = std::vector<std::uint32_t>(kPage, kNone);
};

}  // namespace zhitu::extract
