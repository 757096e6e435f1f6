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
/// most characters that lead to none. Memory: 24 bytes a character of the words at most, and 1 KiB
/// for each 256 code points that begin some word. Immutable.
class WordTrie {
 public:
  /// A word and its number.
  struct Word {
    std::string text;          ///< Valid UTF-8, not empty.
    std::uint32_t number = 0;  ///< Below 2^32 - 1.
  };

  WordTrie() = default;
  /// @param words  distinct, in any order. O(bytes log words).
  explicit WordTrie(std::vector<Word> words);

  /// True if some word begins with the character. O(1).
  bool Begins(char32_t c) const { return Root(c) != kNone; }
  /// Calls `visit(end, number)` for each word that begins with the character `first` and goes on at
  /// byte `at` of a text, the shortest first: where it ends, and its number. O(characters of the
  /// longest one); O(1) at most places.
  template <typename Visit>
  void ForEach(char32_t first, std::string_view text, std::size_t at, Visit visit) const {
    for (std::uint32_t number = Root(first); number != kNone;) {
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
    for (std::uint32_t number = Root(CodePointBefore(text, at)); number != kNone;) {
      const Node& node = nodes_.data()[number];
      if (node.word != kNone) visit(at, node.word);
      if (node.children == 0 || at == 0) return;
      number = Child(node, CodePointBefore(text, at));
    }
  }

 private:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::size_t kPage = 256;

  struct Node {
    std::uint64_t child_marks = 0;
    char32_t character = 0;  // by which it is reached
    std::uint32_t word = kNone;
    std::uint32_t first_child = 0;
    std::uint32_t children = 0;  // sorted by character
  };

  static std::uint64_t Mark(char32_t c) { return std::uint64_t{1} << (c % 64); }
  std::uint32_t Root(char32_t c) const {
    const std::size_t page = c / kPage;
    if (page >= pages_.size()) return kNone;
    return roots_.data()[pages_.data()[page] * kPage + c % kPage];
  }
  std::uint32_t Child(const Node& node, char32_t c) const {
    return (node.child_marks & Mark(c)) != 0 ? Search(node, c) : kNone;
  }
  std::uint32_t Search(const Node& node, char32_t c) const;
  void SetRoot(char32_t c, std::uint32_t node);

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> pages_;  // by the upper bits of a code point: number of its page
  std::vector<std::uint32_t> roots_;  // pages of nodes; the first is empty
};

}  // namespace zhitu::extract
