#include "extract/word_trie.h"

#include <algorithm>
#include <array>

#include "extract/utf8_word_impl.h"

namespace zhitu::extract {
namespace {

constexpr std::uint32_t kFewChildren = 8;  // up to so many are gone through one by one

// The words under a node that is to be made: those with a common beginning.
struct Branch {
  std::uint32_t node = 0;
  std::size_t first = 0;  // word
  std::size_t last = 0;   // one past
  std::size_t depth = 0;  // bytes of the beginning
};

}  // namespace

// Level by level, so that the children of a node lie side by side.
WordTrie::WordTrie(std::vector<Word> words) {
  std::sort(words.begin(), words.end(),
            [](const Word& a, const Word& b) { return a.text < b.text; });
  std::vector<Branch> branches;
  const auto split = [&](std::size_t first, std::size_t last, std::size_t depth) {
    while (first < last) {
      std::size_t end = depth;
      const char32_t c = NextCodePoint(words[first].text, end);
      const std::string_view character =
          std::string_view(words[first].text).substr(depth, end - depth);
      const auto goes_on = [&](const Word& word) {
        return std::string_view(word.text).substr(depth).starts_with(character);
      };
      std::size_t behind = first + 1;
      while (behind < last && goes_on(words[behind])) ++behind;
      branches.push_back({static_cast<std::uint32_t>(nodes_.size()), first, behind, end});
      nodes_.emplace_back();
      characters_.push_back(c);
      first = behind;
    }
  };
  split(0, words.size(), 0);
  for (const Word& word : words) MarkBeginning(word.text);
  firsts_ = static_cast<std::uint32_t>(nodes_.size());
  for (std::uint32_t node = 0; node < firsts_; ++node) SetRoot(characters_[node], node);
  for (std::size_t i = 0; i < branches.size(); ++i) {
    Branch branch = branches[i];
    // In sorted order a word stands before those that it begins.
    if (words[branch.first].text.size() == branch.depth)
      nodes_[branch.node].word = words[branch.first++].number;
    const auto first_child = static_cast<std::uint32_t>(nodes_.size());
    split(branch.first, branch.last, branch.depth);
    Node& node = nodes_[branch.node];
    node.first_child = first_child;
    node.children = static_cast<std::uint32_t>(nodes_.size()) - first_child;
    for (std::uint32_t child = first_child; child < nodes_.size(); ++child)
      node.child_marks |= Mark(characters_[child]);
  }
}

void WordTrie::MarkBeginning(std::string_view word) {
  std::array<char, sizeof(std::uint64_t)> bytes{};
  std::copy_n(word.begin(), std::min(word.size(), bytes.size()), bytes.begin());
  const std::uint64_t beginning = WordOf(bytes.data());
  if (!IsLong(beginning)) return;
  rows_[Row(beginning)] |= AreTwoLong(beginning) ? Mark(beginning >> 40U) : ~std::uint64_t{0};
}

std::size_t WordTrie::FindStarts(std::string_view text, std::size_t& begin,
                                 std::span<std::size_t> places) const {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  const std::uint64_t* const rows = rows_.data();
  std::size_t* const place = places.data();
  std::size_t at = begin;
  std::size_t found = 0;
  while (at < text.size() && found < places.size()) {
    // Without branches: where words begin cannot be guessed.
    const std::size_t room = 3 * (places.size() - found);
    const std::size_t end = text.size() < kWord ? 0 : std::min(text.size() - kWord + 1, at + room);
    for (; at < end; at += 3) {
      const std::uint64_t word = WordOf(text.data() + at);
      if (!IsLong(word)) break;
      place[found] = at;
      found += MayBegin(rows, word);
    }
    if (at == text.size() || found == places.size()) break;
    place[found] = at;
    found += First(NextCodePoint(text, at)) != kNone ? 1U : 0U;
  }
  begin = at;
  return found;
}

void WordTrie::SetRoot(char32_t c, std::uint32_t node) {
  const std::size_t page = c / kPage;
  if (pages_[page] == 0) {
    pages_[page] = static_cast<std::uint16_t>(roots_.size() / kPage);
    roots_.resize(roots_.size() + kPage, kNone);
  }
  roots_[pages_[page] * kPage + c % kPage] = node;
}

std::uint32_t WordTrie::Search(const Node& node, char32_t c) const {
  const char32_t* const first = characters_.data() + node.first_child;
  const char32_t* const last = first + node.children;
  const char32_t* const child =
      node.children <= kFewChildren ? std::find(first, last, c) : std::lower_bound(first, last, c);
  const bool found = child != last && *child == c;
  return found ? static_cast<std::uint32_t>(child - characters_.data()) : kNone;
}

}  // namespace zhitu::extract
