#include "extract/word_trie.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

WordTrie TrieOf(const std::vector<std::string>& words) {
  std::vector<WordTrie::Word> numbered;
  for (std::uint32_t i = 0; i < words.size(); ++i) numbered.push_back({words[i], i + 10});
  return WordTrie(std::move(numbered));
}

// The words at a place, the shortest first: `end:number`.
std::string At(const WordTrie& trie, std::string_view text, std::size_t at) {
  std::string shown;
  const char32_t c = NextCodePoint(text, at);
  trie.ForEach(c, text, at, [&](std::size_t end, std::uint32_t number) {
    shown += std::to_string(end) + ':' + std::to_string(number) + ' ';
  });
  return shown;
}

std::string Before(const WordTrie& trie, std::string_view text, std::size_t at) {
  std::string shown;
  trie.ForEachBackward(text, at, [&](std::size_t begin, std::uint32_t number) {
    shown += std::to_string(begin) + ':' + std::to_string(number) + ' ';
  });
  return shown;
}

TEST(WordTrie, FindsTheWordsAtAPlace) {
  const WordTrie trie = TrieOf({"社区好", "社", "区", "社会", "a", "ab", "\U00020000一"});
  EXPECT_EQ(At(trie, "社区好", 0), "3:11 9:10 ");
  EXPECT_EQ(At(trie, "社区", 0), "3:11 ");
  EXPECT_EQ(At(trie, "社区", 3), "6:12 ");
  EXPECT_EQ(At(trie, "社会", 0), "3:11 6:13 ");
  EXPECT_EQ(At(trie, "abc", 0), "1:14 2:15 ");
  EXPECT_EQ(At(trie, "\U00020000一", 0), "7:16 ");
  EXPECT_EQ(At(trie, "\U00020000", 0), "");
  EXPECT_EQ(At(trie, "会", 0), "");
  EXPECT_LT(trie.First(U'社'), trie.firsts());
  EXPECT_EQ(trie.First(U'会'), WordTrie::kNone);
  EXPECT_EQ(trie.First(U'\U0010FFFF'), WordTrie::kNone);
}

TEST(WordTrie, FindsReversedWordsBeforeAPlace) {
  const WordTrie trie = TrieOf({"好区社", "好", "区"});
  EXPECT_EQ(Before(trie, "社区好", 9), "6:11 0:10 ");
  EXPECT_EQ(Before(trie, "社区好", 6), "3:12 ");
  EXPECT_EQ(Before(trie, "社区好", 3), "");
  EXPECT_EQ(Before(trie, "社区好", 0), "");
}

TEST(WordTrie, MayBeEmpty) {
  EXPECT_EQ(At(WordTrie(), "a", 0), "");
  EXPECT_EQ(At(TrieOf({}), "a", 0), "");
  EXPECT_EQ(Before(TrieOf({}), "a", 1), "");
}

// A node with many children is searched otherwise.
TEST(WordTrie, FindsOneOfManyNextCharacters) {
  std::vector<std::string> words;
  for (char32_t c = 0x4E00; c < 0x4E00 + 300; c += 3) {
    words.emplace_back("一");
    AppendUtf8(c, words.back());
  }
  const WordTrie trie = TrieOf(words);
  for (char32_t c = 0x4E00; c < 0x4E00 + 300; ++c) {
    std::string text = "一";
    AppendUtf8(c, text);
    EXPECT_EQ(At(trie, text, 0) != "", (c - 0x4E00) % 3 == 0) << text;
  }
}

// The places that `FindStarts` notes, asked for so many at a time.
std::set<std::size_t> StartsOf(const WordTrie& trie, std::string_view text, std::size_t room) {
  std::set<std::size_t> starts;
  std::vector<std::size_t> places(room);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const std::size_t found = trie.FindStarts(text, at, places);
    EXPECT_TRUE(at > before || found == room) << text << ' ' << before;
    EXPECT_TRUE(
        std::is_sorted(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(found)));
    starts.insert(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(found));
  }
  return starts;
}

// Words of one long character, of two, of a long and another one, and behind short ones; texts that
// end before eight bytes can be read; and room for few places at a time.
TEST(WordTrie, NotesWhereWordsMayBegin) {
  const WordTrie trie = TrieOf({"社", "工作站", "区a", "b", "\U00020000一"});
  const std::string text = "社工作站工作区a区区b\U00020000一不是社";
  for (const std::size_t room : {1U, 2U, 3U, 64U}) {
    for (std::size_t begin = 0; begin < text.size(); NextCodePoint(text, begin)) {
      const std::string_view rest = std::string_view(text).substr(begin);
      const std::set<std::size_t> starts = StartsOf(trie, rest, room);
      for (std::size_t at = 0; at < rest.size(); NextCodePoint(rest, at)) {
        if (At(trie, rest, at).empty()) continue;
        EXPECT_TRUE(starts.contains(at)) << rest << ' ' << at << ' ' << room;
      }
    }
  }
}

// The filter is worth its while: of what begins no word it lets through little.
TEST(WordTrie, NotesFewOtherPlaces) {
  std::vector<std::string> words;
  std::mt19937 random(3);
  const auto character = [&] { return static_cast<char32_t>(0x4E00 + random() % 3000); };
  for (int i = 0; i < 1000; ++i) {
    words.emplace_back();
    for (int k = 0; k < 2; ++k) AppendUtf8(character(), words.back());
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const WordTrie trie = TrieOf(words);
  std::string text;
  for (int i = 0; i < 10000; ++i) AppendUtf8(character(), text);
  EXPECT_LT(StartsOf(trie, text, 64).size(), 600U);
}

std::string RandomWord(std::mt19937& random, std::size_t most) {
  const std::u32string alphabet = U"ab一二\U00020000";
  std::string word;
  for (std::size_t length = 1 + random() % most; length > 0; --length)
    AppendUtf8(alphabet[random() % alphabet.size()], word);
  return word;
}

TEST(WordTrie, AgreesWithTryingEachWord) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::set<std::string> distinct;
    for (int i = 0; i < 12; ++i) distinct.insert(RandomWord(random, 4));
    std::vector<std::string> words(distinct.begin(), distinct.end());
    std::shuffle(words.begin(), words.end(), random);
    const WordTrie trie = TrieOf(words);
    const std::string text = RandomWord(random, 20);
    const std::set<std::size_t> starts = StartsOf(trie, text, 1 + random() % 8);
    for (std::size_t at = 0; at < text.size(); NextCodePoint(text, at)) {
      std::string expected;
      for (std::size_t end = at + 1; end <= text.size(); ++end) {
        const auto word = std::find(words.begin(), words.end(), text.substr(at, end - at));
        if (word == words.end()) continue;
        expected += std::to_string(end) + ':' + std::to_string(word - words.begin() + 10) + ' ';
      }
      ASSERT_EQ(At(trie, text, at), expected) << text;
      ASSERT_TRUE(expected.empty() || starts.contains(at)) << text;
    }
  }
}

}  // namespace
}  // namespace zhitu::extract
