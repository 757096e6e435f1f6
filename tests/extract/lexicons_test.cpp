#include "extract/lexicons.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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
