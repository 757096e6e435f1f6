#include "extract/gazetteer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <vector>

#include "extract/gazetteer_builder.h"
#include "tests/support/brute_force_matcher.h"

namespace zhitu::extract {
namespace {

std::vector<std::string> Split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) parts.push_back(part);
  return parts;
}

// `金水区|金水;word exact cat;ignore 金水河`: entities from e0 on, each with its surface forms,
// before them at will the boundary, `exact`, and `ignore` for what names nothing.
std::vector<PlainName> NamesOf(const std::string& dictionary) {
  std::vector<PlainName> names;
  EntityIndex next = 0;
  for (const std::string& row : Split(dictionary, ';')) {
    PlainName name;
    bool ignored = false;
    std::string forms;
    for (const std::string& word : Split(row, ' ')) {
      if (word == "word") {
        name.rule.boundary = SurfaceRule::Boundary::kWord;
      } else if (word == "none") {
        name.rule.boundary = SurfaceRule::Boundary::kNone;
      } else if (word == "exact") {
        name.rule.exact_case = true;
      } else if (word == "ignore") {
        ignored = true;
      } else {
        forms += forms.empty() ? word : ' ' + word;
      }
    }
    name.entity = ignored ? kNoEntity : next++;
    for (const std::string& form : Split(forms, '|')) {
      name.surface = form;
      names.push_back(name);
    }
  }
  return names;
}

// `begin:surface=e0,e1` for each match, with a leading `^` where nested.
std::string Show(const Gazetteer& gazetteer, const std::vector<Match>& matches,
                 const std::string& text) {
  std::string shown;
  for (const Match& match : matches) {
    if (!shown.empty()) shown += ' ';
    if (match.nested) shown += '^';
    shown += std::to_string(match.span.begin) + ':' + std::string(match.span.In(text));
    char before = '=';
    for (const EntityIndex reading : match.readings) {
      shown.append(1, before).append(gazetteer.entity(reading).id);
      before = ',';
    }
  }
  return shown;
}

struct FindCase {
  const char* name;
  const char* dictionary;
  const char* text;
  const char* matches;
};
void PrintTo(const FindCase& c, std::ostream* out) { *out << c.name; }
class GazetteerFind : public testing::TestWithParam<FindCase> {};

TEST_P(GazetteerFind, GivesMatches) {
  const std::vector<PlainName> names = NamesOf(GetParam().dictionary);
  const Gazetteer gazetteer = BuildGazetteer(names);
  const std::string text = GetParam().text;
  EXPECT_EQ(Show(gazetteer, FindWhole(gazetteer, text), text), GetParam().matches);
  EXPECT_EQ(FindWhole(gazetteer, text), BruteForceMatcher(names).Find(text));
}

const FindCase kBasics[] = {
    {"EmptyText", "金水", "", ""},
    {"EmptyDictionary", "", "金水", ""},
    {"One", "金水区", "在金水区委", "3:金水区=e0"},
    {"Alias", "金水区|金水", "金水, 金水区", "0:金水=e0 8:金水区=e0 ^8:金水=e0"},
    {"Several", "甲;乙", "乙甲乙", "0:乙=e1 3:甲=e0 6:乙=e1"},
    {"Ambiguous", "李强|强哥;李强", "李强", "0:李强=e0,e1"},
    {"SameFormTwice", "甲|甲", "甲", "0:甲=e0"},
    {"RegularExpression", ".*|a+(", "a .* a+(", "2:.*=e0 5:a+(=e0"},
};
const FindCase kOverlap[] = {
    {"LongerFormWins", "金水;金水区", "金水区", "0:金水区=e1 ^0:金水=e0"},
    {"LeftFormWins", "中国银;国银行", "中国银行", "0:中国银=e0"},
    {"LeftFormWinsOverLonger", "中国;国银行", "中国银行", "0:中国=e0"},
    {"Touching", "中国;银行", "中国银行", "0:中国=e0 6:银行=e1"},
    {"NestedTwice", "甲;甲乙;甲乙丙", "甲乙丙", "0:甲乙丙=e2 ^0:甲乙=e1 ^0:甲=e0"},
    {"NestedAtBothEnds", "甲;丙;甲乙丙", "甲乙丙", "0:甲乙丙=e2 ^0:甲=e0 ^6:丙=e1"},
    {"NestedLeftmostLongest", "乙丙;丙丁;甲乙丙丁", "甲乙丙丁", "0:甲乙丙丁=e2 ^3:乙丙=e0"},
    {"NestedAgain", "甲;甲甲", "甲甲甲", "0:甲甲=e1 ^0:甲=e0 ^3:甲=e0 6:甲=e0"},
    {"NestedOfSameEntity", "郑州高新区|高新区", "郑州高新区", "0:郑州高新区=e0 ^6:高新区=e0"},
};
const FindCase kFolding[] = {
    {"Traditional", "郑州", "鄭州", "0:鄭州=e0"},
    {"SpaceBetweenHan", "黄蓉蓉", "黄　蓉\n蓉", "0:黄　蓉\n蓉=e0"},
    {"ZeroWidth", "翰林", "a翰\u200B林b", "1:翰\u200B林=e0"},
    {"Quotes", "“六色睦邻”", "「六色睦邻」", "0:「六色睦邻」=e0"},
    {"Dashes", "A-B", "a — b a–b", "8:a–b=e0"},
    {"Ligature", "office", "oﬃce", "0:oﬃce=e0"},
    {"LigatureIsNotCut", "none off;none i", "ofﬁ", ""},
    {"SquaredWordIsNotCut", "株式;会社", "㍿", ""},
    {"SharpSIsNotCut", "none s", "ßs", "2:s=e0"},
    {"EllipsisIsNotCut", ".;..", "….", "3:.=e0"},
    {"MarkIsNotLeftBehind", "cafe", "cafe\u0301", ""},
    {"MarkIsNotLeftBehindComposed", "none caf", "café", "0:caf=e0"},
    {"Accent", "café", "CAFE\u0301 café", "0:CAFE\u0301=e0 7:café=e0"},
    {"KoreanIsNotCut", "none 하", "한 하 \u1112\u1161\u11AB", "4:하=e0"},
    {"SupplementaryPlane", "𠮷野", "a𠮷 野b", "1:𠮷 野=e0"},
};
const FindCase kCase[] = {
    {"Folds", "who", "WHO Who who", "0:WHO=e0 4:Who=e0 8:who=e0"},
    {"Exact", "exact WHO", "who WHO Who", "4:WHO=e0"},
    {"ExactAndFolded", "exact IT;it", "it IT It", "0:it=e1 3:IT=e0 6:It=e1"},
    {"WrittenLikeTheText", "Wind;wind|WIND", "wind WIND Wind wInd",
     "0:wind=e1 5:WIND=e1 10:Wind=e0 15:wInd=e0,e1"},
    {"WrittenLikeTheTextInHan", "重庆;重慶", "重庆重慶", "0:重庆=e0 6:重慶=e1"},
    {"ExactAliases", "exact US|us", "us US Us", "0:us=e0 3:US=e0"},
    {"ExactOnlyInLetters", "exact 翰林A区", "翰林A区 翰林a区", "0:翰林A区=e0"},
    {"ShorterFormWhereLongerIsOfOtherCase", "exact AB CD;ab", "ab cd", "0:ab=e1"},
    {"IgnoredExact", "us;exact ignore US", "US us", "3:us=e0"},
};
const FindCase kBoundary[] = {
    {"InsideWord", "cat", "concatenate cats cat", "17:cat=e0"},
    {"NextToHan", "5G", "用5G网络", "3:5G=e0"},
    {"BetweenHan", "京工", "北京工作", "3:京工=e0"},
    {"None", "none cat", "concatenate", "3:cat=e0"},
    {"Word", "word 生命;word 究生", "研究生命起源", "6:生命=e0"},
    {"WordOfLetters", "word cat", "cats cat", "5:cat=e0"},
    {"ShorterFormWhereLongerIsInsideWord", "a b;a", "a bc", "0:a=e1"},
    {"IgnoredWord", "none cat;ignore cat", "cat cats", "4:cat=e0"},
    {"MixedRules", "cat;none at", "cat cats", "0:cat=e0 ^1:at=e1 5:at=e1"},
};
const FindCase kIgnore[] = {
    {"TakesItsPlace", "金水;ignore 金水河", "金水河金水", "9:金水=e0"},
    {"AloneTakesNothing", "金水区;ignore 金水", "金水区", "0:金水区=e0"},
    {"InsideAMatch", "甲乙丙;甲;ignore 甲乙", "甲乙丙", "0:甲乙丙=e0"},
    {"BeatsAnEntity", "金水;ignore 金水", "金水", ""},
};
const FindCase kRegression[] = {
    {"SameLengthExpanded", "none m2", "5㎢ m2", "5:m2=e0"},
    {"MarkInsideWord", "cafe\u0301", "cafe\u0301teria", ""},
    {"SoftHyphenInsideWord", "con", "con\u00ADcat", ""},
    {"ExactIgnoresWidth", "exact WHO", "ＷＨＯ ｗｈｏ", "0:ＷＨＯ=e0"},
    {"ExactComposedOrNot", "exact École", "E\u0301cole école", "0:E\u0301cole=e0"},
    {"InvisibleBesideSpace", "翰林", "翰 \u200B林", "0:翰 \u200B林=e0"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Basics, GazetteerFind, testing::ValuesIn(kBasics), kName);
INSTANTIATE_TEST_SUITE_P(Overlap, GazetteerFind, testing::ValuesIn(kOverlap), kName);
INSTANTIATE_TEST_SUITE_P(Folding, GazetteerFind, testing::ValuesIn(kFolding), kName);
INSTANTIATE_TEST_SUITE_P(Case, GazetteerFind, testing::ValuesIn(kCase), kName);
INSTANTIATE_TEST_SUITE_P(Boundary, GazetteerFind, testing::ValuesIn(kBoundary), kName);
INSTANTIATE_TEST_SUITE_P(Ignore, GazetteerFind, testing::ValuesIn(kIgnore), kName);
INSTANTIATE_TEST_SUITE_P(Regression, GazetteerFind, testing::ValuesIn(kRegression), kName);

struct ReadingsCase {
  const char* name;
  const char* dictionary;
  const char* folded;
  std::vector<EntityIndex> readings;
};
void PrintTo(const ReadingsCase& c, std::ostream* out) { *out << c.name; }
class GazetteerReadings : public testing::TestWithParam<ReadingsCase> {};

TEST_P(GazetteerReadings, AreThoseOfTheForm) {
  const Gazetteer gazetteer = BuildGazetteer(NamesOf(GetParam().dictionary));
  EXPECT_EQ(gazetteer.Readings(GetParam().folded), GetParam().readings);
}

const ReadingsCase kReadings[] = {
    {"EmptyDictionary", "", "金水", {}},
    {"EmptyForm", "金水", "", {}},
    {"Name", "甲;金水区|金水", "金水区", {1}},
    {"Alias", "甲;金水区|金水", "金水", {1}},
    {"PartOfAForm", "金水区", "金水", {}},
    {"LongerThanAForm", "金水", "金水区", {}},
    {"Several", "甲;李强|强哥;李强", "李强", {1, 2}},
    {"SameFormTwice", "甲|甲", "甲", {0}},
    {"Folded", "金水區", "金水区", {0}},
    {"NotFolded", "金水區", "金水區", {}},
    {"CaseDoesNotMatter", "exact cat;word cat|Cat", "cat", {0, 1}},
    {"Ignored", "ignore 金水;金水区", "金水", {}},
    {"IgnoredAndNamed", "ignore 金水;金水", "金水", {0}},
};
INSTANTIATE_TEST_SUITE_P(Basics, GazetteerReadings, testing::ValuesIn(kReadings), kName);

TEST(Gazetteer, TellsWhatItIgnores) {
  const Gazetteer gazetteer = BuildGazetteer(NamesOf("ignore 金水;金水区;ignore 甲;甲;exact cat"));
  std::string ignored;
  for (const char* folded : {"金水", "金水区", "甲", "cat", "乙", ""}) {
    if (gazetteer.Ignores(folded)) ignored += std::string(folded) + ' ';
  }
  EXPECT_EQ(ignored, "金水 甲 ");
  EXPECT_FALSE(Gazetteer().Ignores("甲"));
}

TEST(GazetteerFind, RunsOverJoinedLinesButNotOverBlocks) {
  const Gazetteer gazetteer = BuildGazetteer(NamesOf("党支部;joint venture"));
  const std::string text = "党支\n部 joint\nventure\n党支\n部";
  const std::vector<Block> blocks = {{Zone::kBody, {{0, 6}, {7, 16}, {17, 24}}},
                                     {Zone::kBody, {{25, 31}}},
                                     {Zone::kBody, {{32, 35}}}};
  EXPECT_EQ(Show(gazetteer, gazetteer.Find(FoldBlocks(text, blocks), text), text),
            "0:党支\n部=e0 11:joint\nventure=e1");
}

TEST(Gazetteer, KnowsItsEntities) {
  GazetteerBuilder builder;
  const std::uint32_t first = builder.AddFile("a.csv", "11");
  const std::uint32_t second = builder.AddFile("b.csv", "22", {"lists/b.csv", 7});
  const Entity district{"place:1", "郑州高新区",
                        "place",   {"高新区", "鄭州高新區"},
                        {"河南"},  {{"note", "a"}, {"", ""}},
                        kNoEntity, "not read"};
  const Entity office{"o", "沟赵办事处", "office", {}, {}, {}, kNoEntity, ""};
  EXPECT_EQ(builder.Add(district, {}, second, 7), 0U);
  EXPECT_EQ(builder.Add(office, {}, first, 2), 1U);
  builder.SetParent(1, 0);
  const Gazetteer gazetteer = builder.Build();

  EXPECT_EQ(gazetteer.size(), 2U);
  EXPECT_EQ(gazetteer.surfaces(), 3U);  // two of the four fold alike
  EXPECT_EQ(gazetteer.entity(1).id, "o");
  EXPECT_EQ(gazetteer.entity(1).name, "沟赵办事处");
  EXPECT_EQ(gazetteer.entity(1).type, "office");
  EXPECT_EQ(gazetteer.Why(0), "b.csv:7");
  EXPECT_EQ(gazetteer.Why(1), "a.csv:2");
  EXPECT_EQ(gazetteer.files(),
            (std::vector<std::pair<std::string, std::string>>{{"a.csv", "11"}, {"b.csv", "22"}}));
  EXPECT_EQ(gazetteer.sources(), (std::vector<DictionarySource>{{"", 0}, {"lists/b.csv", 7}}));
  EXPECT_EQ(gazetteer.types(), (std::vector<std::string>{"place", "office"}));
  const Entity details = gazetteer.Details(0);
  EXPECT_EQ(details.id, district.id);
  EXPECT_EQ(details.name, district.name);
  EXPECT_EQ(details.type, district.type);
  EXPECT_EQ(details.aliases, district.aliases);
  EXPECT_EQ(details.context, district.context);
  EXPECT_EQ(details.attributes, district.attributes);
  EXPECT_EQ(details.parent, kNoEntity);
  EXPECT_EQ(details.why, "b.csv:7");
  EXPECT_EQ(gazetteer.Details(1).parent, 0U);
}

TEST(Gazetteer, IsEmptyAtFirst) {
  const Gazetteer gazetteer;
  EXPECT_EQ(gazetteer.size(), 0U);
  EXPECT_EQ(gazetteer.surfaces(), 0U);
  EXPECT_TRUE(gazetteer.files().empty());
  EXPECT_TRUE(FindWhole(gazetteer, "金水").empty());
}

TEST(GazetteerBuilder, LeavesOutFormsThatFoldToNothing) {
  GazetteerBuilder builder;
  builder.Add({"a", "\u200B", "t", {" ", "甲"}, {}, {}, kNoEntity, {}}, {}, builder.AddFile("", ""),
              1);
  const Gazetteer gazetteer = builder.Build();
  EXPECT_EQ(gazetteer.size(), 1U);
  EXPECT_EQ(gazetteer.surfaces(), 1U);
}

TEST(GazetteerBuilder, IsEmptyAfterBuilding) {
  GazetteerBuilder builder;
  const Entity entity{"a", "甲", "t", {}, {}, {}, kNoEntity, {}};
  builder.Add(entity, {}, builder.AddFile("a.csv", ""), 1);
  EXPECT_EQ(builder.Build().size(), 1U);
  EXPECT_EQ(builder.Build().size(), 0U);
  builder.Add({"b", "乙", "u", {}, {}, {}, kNoEntity, {}}, {}, builder.AddFile("b.csv", ""), 2);
  const Gazetteer gazetteer = builder.Build();
  EXPECT_EQ(gazetteer.entity(0).type, "u");
  EXPECT_EQ(gazetteer.Why(0), "b.csv:2");
  EXPECT_TRUE(FindWhole(gazetteer, "甲").empty());
}

// What must not take time that grows with the square: far below the limit where it does not, and
// hours where it does.
class GazetteerTime : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_LT(std::chrono::steady_clock::now() - begin_, std::chrono::seconds(60));
  }
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

std::string Repeat(const std::string& text, std::size_t times) {
  std::string out;
  for (; times > 0; --times) out += text;
  return out;
}

TEST_F(GazetteerTime, NamesInsideNamesInText) {
  std::vector<PlainName> names;
  for (EntityIndex i = 0; i < 1000; ++i) names.push_back({Repeat("甲", i + 1), i});
  const Gazetteer gazetteer = BuildGazetteer(names);
  EXPECT_EQ(FindWhole(gazetteer, Repeat("甲", 300'000)).size(), 300U * (2 * 1000 - 1));
}

TEST_F(GazetteerTime, NamesInsideOneWord) {
  std::vector<PlainName> names;
  for (EntityIndex i = 0; i < 1000; ++i) names.push_back({std::string(i + 1, 'a'), i});
  const Gazetteer gazetteer = BuildGazetteer(names);
  EXPECT_TRUE(FindWhole(gazetteer, std::string(300'000, 'a')).empty());
  EXPECT_EQ(FindWhole(gazetteer, Repeat("aaaa ", 200'000)).size(), 200'000U);
}

// Regression: each of the names that do not fit a place was looked up from the place on.
TEST_F(GazetteerTime, NamesThatDoNotFit) {
  std::vector<PlainName> names = {{"b", 1000, {SurfaceRule::Boundary::kNone, false}}};
  for (EntityIndex i = 0; i < 1000; ++i) names.push_back({std::string(i + 1, 'a'), i});
  const Gazetteer gazetteer = BuildGazetteer(names);
  const std::string text = std::string(20'000, 'a');
  EXPECT_TRUE(FindOuter(gazetteer, text).empty());
  EXPECT_TRUE(FindWhole(gazetteer, text).empty());
}

TEST_F(GazetteerTime, ManyWordsOnOneLine) {
  const Gazetteer gazetteer = BuildGazetteer({{"北京", 0, {SurfaceRule::Boundary::kWord, false}}});
  EXPECT_EQ(FindWhole(gazetteer, Repeat("北京，" + std::string(90, 'x'), 20'000)).size(), 20'000U);
}

TEST_F(GazetteerTime, OneAliasOfAllEntities) {
  GazetteerBuilder builder;
  builder.AddFile("a.csv", "");
  for (int i = 0; i < 200'000; ++i) {
    const std::string name = "n" + std::to_string(i);
    builder.Add({name, name, "t", {"老师"}, {}, {}, kNoEntity, {}}, {}, 0, 1);
  }
  const std::vector<Match> matches = FindWhole(builder.Build(), "老师");
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].readings.size(), 200'000U);
}

TEST_F(GazetteerTime, EachEntityOfItsOwnType) {
  GazetteerBuilder builder;
  builder.AddFile("a.csv", "");
  for (int i = 0; i < 200'000; ++i) {
    const std::string name = "n" + std::to_string(i);
    builder.Add({name, name, name, {}, {}, {}, kNoEntity, {}}, {}, 0, 1);
  }
  EXPECT_EQ(builder.Build().entity(199'999).type, "n199999");
}

}  // namespace
}  // namespace zhitu::extract
