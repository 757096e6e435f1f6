#include "extract/lexicons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

struct WordsCase {
  const char* name;
  std::vector<std::vector<std::string>> lexicons;  // named l0, l1 ...
  const char* folded;
  const char* hits;  // `word:lexicons`, in order
};
void PrintTo(const WordsCase& c, std::ostream* out) { *out << c.name; }
class LexiconWords : public testing::TestWithParam<WordsCase> {};

TEST_P(LexiconWords, AreFound) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < GetParam().lexicons.size(); ++i)
    names.push_back('l' + std::to_string(i));
  const Lexicons lexicons(names, GetParam().lexicons);
  std::string shown;
  for (const Lexicons::Hit& hit : lexicons.FindAll(GetParam().folded)) {
    shown += (shown.empty() ? "" : " ") + std::string(hit.folded.In(GetParam().folded)) + ':';
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      if (lexicons.Has(hit.word, {i})) shown += std::to_string(i);
    }
  }
  EXPECT_EQ(shown, GetParam().hits);
}

const WordsCase kWords[] = {
    {"NoLexicons", {}, "打造", ""},
    {"NoWords", {{}}, "打造", ""},
    {"EmptyText", {{"打造"}}, "", ""},
    {"EveryPlace", {{"打造"}}, "打造了打造", "打造:0 打造:0"},
    {"LongerFirst", {{"建", "建立", "立"}}, "建立", "建立:0 建:0 立:0"},
    {"Overlapping", {{"搭建", "建立"}}, "搭建立", "搭建:0 建立:0"},
    {"OfSeveralLexicons",
     {{"打造", "建立"}, {"建立"}, {"建立", "打造"}},
     "打造建立",
     "打造:02 建立:012"},
    {"TwiceInALexicon", {{"打造", "打造"}}, "打造", "打造:0"},
    {"SpacedScript", {{"set up", "set"}}, "they set up", "set up:0 set:0"},
};
const WordsCase kRegression[] = {
    // Words were found inside longer ones, such as `ran` in `brand`.
    {"WholeWordsOnly", {{"ran", "run s"}}, "ran brand rant gran run set run s", "ran:0 run s:0"},
    {"NothingPartsHanWords", {{"建", "a建"}}, "a建b创建1", "a建:0 建:0 建:0"},
    {"WordBesideHan", {{"ran"}}, "他ran了 ran", "ran:0 ran:0"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Basics, LexiconWords, testing::ValuesIn(kWords), kName);
INSTANTIATE_TEST_SUITE_P(Regression, LexiconWords, testing::ValuesIn(kRegression), kName);

TEST(Lexicons, TellThoseOfAWord) {
  const Lexicons lexicons({"a", "b", "c"}, {{"x"}, {"y", "x"}, {"x"}});
  const std::vector<Lexicons::Hit> hits = lexicons.FindAll("x y");
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(lexicons.Of(hits[0].word), (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(lexicons.Of(hits[1].word), (std::vector<std::uint32_t>{1}));
  EXPECT_TRUE(lexicons.Has(hits[1].word, {0, 1}));
  EXPECT_FALSE(lexicons.Has(hits[1].word, {0, 2}));
  EXPECT_FALSE(lexicons.Has(hits[1].word, {}));
}

TEST(Lexicons, AreFoundByName) {
  const Lexicons lexicons({"b", "a"}, {{"x"}, {"y"}});
  EXPECT_EQ(lexicons.Find("b"), 0U);
  EXPECT_EQ(lexicons.Find("a"), 1U);
  EXPECT_EQ(lexicons.Find(""), std::nullopt);
  EXPECT_EQ(lexicons.Find("ab"), std::nullopt);
  EXPECT_EQ(lexicons.names(), (std::vector<std::string>{"b", "a"}));
}

std::string Found(const std::vector<Lexicons::Hit>& hits, std::string_view text) {
  std::string found;
  for (const Lexicons::Hit& hit : hits) found += std::string(hit.folded.In(text)) + ' ';
  return found;
}

TEST(Lexicons, SeekAllUnlessTold) {
  Lexicons lexicons({"a", "b"}, {{"社", "社区"}, {"区"}});
  const std::string text = "社区";
  EXPECT_EQ(Found(lexicons.FindSought(text), text), "社区 社 区 ");
  const std::vector<std::uint32_t> second = {1};
  lexicons.Seek(lexicons.Filter({&second}));
  EXPECT_EQ(Found(lexicons.FindSought(text), text), "区 ");
  EXPECT_EQ(Found(lexicons.FindAll(text), text), "社区 社 区 ");
  EXPECT_EQ(lexicons.At(text, 0, {0}), (Span{0, 6}));
  EXPECT_EQ(lexicons.Before(text, 6, {0}), (Span{0, 6}));
}

TEST(Lexicons, FilterWordsOfSeveralSets) {
  const Lexicons lexicons({"a", "b", "c"}, {{"x", "y"}, {"y"}, {"z"}});
  EXPECT_EQ(lexicons.words(), 3U);
  const std::vector<std::uint32_t> first = {0};
  const std::vector<std::uint32_t> last = {2};
  const WordFilter filter = lexicons.Filter({&first, &last});
  const WordFilter none = lexicons.Filter({});
  for (const Lexicons::Hit& hit : lexicons.FindAll("x y z")) {
    EXPECT_TRUE(filter.Has(hit.word));
    EXPECT_FALSE(none.Has(hit.word));
  }
  EXPECT_FALSE(filter.Has(3));
  EXPECT_FALSE(WordFilter().Has(0));
}

TEST(Lexicons, MayBeMany) {
  constexpr std::uint32_t kLexicons = 1200;
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> words;
  for (std::uint32_t i = 0; i < kLexicons; ++i) {
    names.push_back("l" + std::to_string(i));
    words.push_back({"w" + std::to_string(i % 600)});
  }
  const Lexicons lexicons(names, words);
  for (std::uint32_t i = 0; i < kLexicons; ++i) {
    const std::vector<Lexicons::Hit> hits = lexicons.FindAll(words[i][0]);
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_TRUE(lexicons.Has(hits[0].word, {i}));
    EXPECT_TRUE(lexicons.Has(hits[0].word, {(i + 600) % kLexicons}));
    EXPECT_FALSE(lexicons.Has(hits[0].word, {(i + 1) % kLexicons}));
    EXPECT_TRUE(lexicons.Filter({&lexicons.Of(hits[0].word)}).Has(hits[0].word));
  }
}

// Words at a place are those found all over the text that begin or end there.
TEST(Lexicons, TellTheSameAtAPlaceAndEverywhere) {
  const Lexicons lexicons({"a", "b"}, {{"ab", "a b", "一", "一二"}, {"b", "二", "a一", "b 一"}});
  const std::u32string alphabet = U"ab 一二\u0301";
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t length = random() % 8; length > 0; --length)
      AppendUtf8(alphabet[random() % alphabet.size()], text);
    const std::vector<Lexicons::Hit> hits = lexicons.FindAll(text);
    for (const std::vector<std::uint32_t>& set :
         {std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{0, 1}}) {
      for (std::size_t at = 0; at < text.size(); NextCodePoint(text, at)) {
        Span behind = {at, at};
        Span before = {at, at};
        for (const Lexicons::Hit& hit : hits) {
          if (!lexicons.Has(hit.word, set)) continue;
          if (hit.folded.begin == at) behind.end = std::max(behind.end, hit.folded.end);
          if (hit.folded.end == at) before.begin = std::min(before.begin, hit.folded.begin);
        }
        ASSERT_EQ(lexicons.At(text, at, set), behind) << text << ' ' << at;
        ASSERT_EQ(lexicons.Before(text, at, set), before) << text << ' ' << at;
      }
    }
  }
}

// The words of each lexicon that are found in `a b c`.
std::string Show(const Lexicons& lexicons) {
  const std::string text = "a b c";
  std::string shown;
  for (std::uint32_t i = 0; i < lexicons.names().size(); ++i) {
    shown += lexicons.names()[i] + ':';
    for (const Lexicons::Hit& hit : lexicons.FindAll(text)) {
      if (lexicons.Has(hit.word, {i})) shown += hit.folded.In(text);
    }
    shown += ' ';
  }
  return shown;
}

TEST(LexiconTable, WordsOfOneNameAddUp) {
  LexiconTable table;
  EXPECT_EQ(Show(table.Build()), "");
  EXPECT_EQ(table.Number("z"), 0U);
  EXPECT_EQ(table.Number("y"), 1U);
  table.Add(1, "a");
  table.Add(0, "b");
  EXPECT_EQ(table.Number("z"), 0U);
  table.Add(0, "a");
  EXPECT_EQ(Show(table.Build()), "z:ab y:a ");
  table.Add(table.Number("x"), "c");
  EXPECT_EQ(Show(table.Build()), "z:ab y:a x:c ");
}

}  // namespace
}  // namespace zhitu::extract
