#include "extract/link.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/gazetteer_builder.h"
#include "extract/reflow.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

// An entity of a dictionary; its id is its line, `e0` the first.
struct Row {
  std::vector<std::string> names;
  std::vector<std::string> context = {};
  EntityIndex parent = kNoEntity;
};

Gazetteer Build(const std::vector<Row>& rows) {
  GazetteerBuilder builder;
  const std::uint32_t file = builder.AddFile("d.csv", "hash");
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    Entity entity;
    entity.id = "e" + std::to_string(i);
    entity.name = rows[i].names.front();
    entity.aliases.assign(rows[i].names.begin() + 1, rows[i].names.end());
    entity.type = "office";
    entity.context = rows[i].context;
    builder.Add(entity, {}, file, i + 2);
  }
  for (EntityIndex i = 0; i < rows.size(); ++i) {
    if (rows[i].parent != kNoEntity) builder.SetParent(i, rows[i].parent);
  }
  return builder.Build();
}

// A mention as `^surface=entity confidence`, `^` if it is nested; an undecided one as
// `surface=? entity:score ...`.
std::string Show(const Gazetteer& gazetteer, const Mention& mention, const std::string& text) {
  std::string shown = mention.nested ? "^" : "";
  shown.append(mention.span.In(text)).append("=");
  if (mention.entity != kNoEntity) shown += gazetteer.entity(mention.entity).id;
  if (mention.entity == kNoEntity) shown += '?';
  const double confidence = mention.candidates.empty() ? 1.0 : mention.candidates[0].score;
  EXPECT_EQ(mention.confidence, confidence);
  for (const Candidate& candidate : mention.candidates)
    shown += fmt::format(" {}:{:.3g}", gazetteer.entity(candidate.entity).id, candidate.score);
  return shown + '\n';
}

std::vector<LinkedMention> Link(const Gazetteer& gazetteer, Document& document,
                                const std::string& text) {
  document.text = text;
  document.blocks = Reflow(text, ChineseNews());
  const View view(document, ChineseNews());
  return LinkMatches(gazetteer, view, gazetteer.Find(view.folded(), text));
}

struct LinkCase {
  const char* name;
  std::vector<Row> rows;
  const char* text;
  const char* expected;
};
void PrintTo(const LinkCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class LinkTest : public testing::TestWithParam<LinkCase> {};

TEST_P(LinkTest, GivesMentions) {
  const Gazetteer gazetteer = Build(GetParam().rows);
  Document document;
  std::string shown;
  for (const LinkedMention& linked : Link(gazetteer, document, GetParam().text))
    shown += Show(gazetteer, linked.mention, document.text);
  EXPECT_EQ(shown, GetParam().expected);
}

const LinkCase kDecidedCases[] = {
    {"EmptyText", {{{"甲区"}}}, "", ""},
    {"EmptyDictionary", {}, "甲区", ""},
    {"OneReading", {{{"甲区"}}}, "甲区和甲区", "甲区=e0\n甲区=e0\n"},
    {"Alias", {{{"甲区", "老甲"}}}, "老甲。", "老甲=e0\n"},
    {"OtherEntityInside", {{{"甲区食堂"}}, {{"甲区"}}}, "甲区食堂", "甲区食堂=e0\n^甲区=e1\n"},
};
INSTANTIATE_TEST_SUITE_P(Decided, LinkTest, testing::ValuesIn(kDecidedCases), kName);

const LinkCase kContextCases[] = {
    {"Word",
     {{{"中心"}, {"医院"}}, {{"中心"}, {"学校"}}},
     "学校的中心。",
     "中心=e1 e1:0.889 e0:0.111\n"},
    {"WordInAnotherBlock",
     {{{"中心"}, {"医院"}}, {{"中心"}}},
     "中心。\n\n医院。",
     "中心=e0 e0:0.889 e1:0.111\n"},
    {"WordOverALineBreak",
     {{{"中心"}, {"医院，好"}}, {{"中心"}}},
     "中心的医院\n，好。",
     "中心=e0 e0:0.889 e1:0.111\n"},
    {"WordNotOverBlocks",
     {{{"中心"}, {"医院"}}, {{"中心"}}},
     "中心。医\n\n院。",
     "中心=? e0:0.5 e1:0.5\n"},
    {"WordInFoldedForm",
     {{{"中心"}, {"ｓｃｈｏｏｌ"}}, {{"中心"}}},
     "中心 School",
     "中心=e0 e0:0.889 e1:0.111\n"},
    {"WordOfSpacesIsNone", {{{"中心"}, {" "}}, {{"中心"}}}, "中心 a", "中心=? e0:0.5 e1:0.5\n"},
    {"EachWordCountsOnce",
     {{{"中心"}, {"医院"}}, {{"中心"}, {"学校", "老师"}}},
     "医院，医院，学校和老师的中心",
     "中心=e1 e1:0.889 e0:0.111\n"},
    {"AllPlacesAlike",
     {{{"中心"}, {"医院"}}, {{"中心"}}},
     "中心，医院，中心",
     "中心=e0 e0:0.889 e1:0.111\n中心=e0 e0:0.889 e1:0.111\n"},
    {"ThreeReadings",
     {{{"中心"}}, {{"中心"}, {"学校"}}, {{"中心"}}},
     "学校中心",
     "中心=e1 e1:0.8 e0:0.1 e2:0.1\n"},
};
INSTANTIATE_TEST_SUITE_P(Context, LinkTest, testing::ValuesIn(kContextCases), kName);

const LinkCase kParentCases[] = {
    {"Named",
     {{{"东区"}}, {{"中心"}, {}, 0}, {{"中心"}}},
     "东区的中心。",
     "东区=e0\n中心=e1 e1:0.998 e2:0.00195\n"},
    {"NamedByAnAlias",
     {{{"东区", "老东"}}, {{"中心"}, {}, 0}, {{"中心"}}},
     "中心，老东。",
     "中心=e1 e1:0.998 e2:0.00195\n老东=e0\n"},
    {"NamedInsideALongerName",
     {{{"东区"}}, {{"中心"}, {}, 0}, {{"中心"}}, {{"东区路"}}},
     "东区路的中心。",
     "东区路=e3\n^东区=e0\n中心=e1 e1:0.998 e2:0.00195\n"},
    {"NotNamed", {{{"东区"}}, {{"中心"}, {}, 0}, {{"中心"}}}, "中心。", "中心=? e1:0.5 e2:0.5\n"},
    {"NamedByAnAmbiguousFormOnly",
     {{{"东区"}}, {{"中心"}, {}, 0}, {{"中心"}}, {{"东区"}}},
     "东区的中心。",
     "东区=? e0:0.5 e3:0.5\n中心=? e1:0.5 e2:0.5\n"},
    {"NamedTwiceCountsOnceAndMoreThanAWord",
     {{{"东区"}}, {{"中心"}, {}, 0}, {{"中心"}, {"学校"}}},
     "东区、东区、学校、中心",
     "东区=e0\n东区=e0\n中心=e1 e1:0.985 e2:0.0154\n"},
    {"AddsToContext",
     {{{"东区"}}, {{"中心"}, {"学校"}, 0}, {{"中心"}, {"学校"}}},
     "东区学校中心",
     "东区=e0\n中心=e1 e1:0.998 e2:0.00195\n"},
    {"ParentOfTheParent",
     {{{"东区"}}, {{"南街"}, {}, 0}, {{"中心"}, {}, 1}, {{"中心"}}},
     "东区的中心。",
     "东区=e0\n中心=e2 e2:0.985 e3:0.0154\n"},
    {"NearerOnesCountMore",
     {{{"东区"}}, {{"南街"}, {}, 0}, {{"中心"}, {}, 1}, {{"中心"}, {}, 0}},
     "东区的中心。",
     "东区=e0\n中心=e3 e3:0.889 e2:0.111\n"},
    {"ParentThatIsChosenByItsOwnParent",
     {{{"东区"}}, {{"南街"}, {}, 0}, {{"南街"}}, {{"中心"}, {}, 1}, {{"中心"}, {}, 2}},
     "东区的中心在南街。",
     "东区=e0\n中心=e3 e3:0.985 e4:0.0154\n南街=e1 e1:0.998 e2:0.00195\n"},
    {"ParentThatIsChosenLater",
     {{{"南街"}, {"东风"}}, {{"南街"}}, {{"中心"}, {}, 0}, {{"中心"}, {}, 1}},
     "中心在南街，刮东风。",
     "中心=e2 e2:0.998 e3:0.00195\n南街=e0 e0:0.889 e1:0.111\n"},
    {"WithoutParentNothingIsNamed",
     {{{"东区"}}, {{"中心"}}, {{"中心"}}},
     "东区中心",
     "东区=e0\n中心=? e1:0.5 e2:0.5\n"},
};
INSTANTIATE_TEST_SUITE_P(Parent, LinkTest, testing::ValuesIn(kParentCases), kName);

const LinkCase kTieCases[] = {
    {"NoSupport", {{{"中心"}}, {{"中心"}}}, "中心", "中心=? e0:0.5 e1:0.5\n"},
    {"SameSupport",
     {{{"中心"}, {"医院"}}, {{"中心"}, {"学校"}}},
     "医院学校中心",
     "中心=? e0:0.5 e1:0.5\n"},
    {"BestTwoOfThree",
     {{{"中心"}}, {{"中心"}, {"学校"}}, {{"中心"}, {"学校"}}},
     "学校中心",
     "中心=? e1:0.471 e2:0.471 e0:0.0588\n"},
};
INSTANTIATE_TEST_SUITE_P(Ties, LinkTest, testing::ValuesIn(kTieCases), kName);

const LinkCase kInsideCases[] = {
    {"ShorterFormOfTheSame",
     {{{"郑州高新区", "高新区"}}},
     "郑州高新区，高新区",
     "郑州高新区=e0\n高新区=e0\n"},
    {"TwoLevelsUp",
     {{{"郑州高新区管委会", "高新区"}}, {{"郑州高新区"}}},
     "郑州高新区管委会",
     "郑州高新区管委会=e0\n^郑州高新区=e1\n"},
    {"SameInsideAnother",
     {{{"高新区", "新区"}}, {{"高新区食堂"}}},
     "高新区食堂",
     "高新区食堂=e1\n^高新区=e0\n"},
    {"AmbiguousInside",
     {{{"郑州高新区", "高新区"}}, {{"高新区"}}},
     "郑州高新区",
     "郑州高新区=e0\n^高新区=? e0:0.5 e1:0.5\n"},
    {"AmbiguousOutside",
     {{{"郑州高新区", "高新区"}}, {{"郑州高新区"}}},
     "郑州高新区",
     "郑州高新区=? e0:0.5 e1:0.5\n^高新区=e0\n"},
    {"NotAfterItsEnd", {{{"甲乙", "乙"}}}, "甲乙乙", "甲乙=e0\n乙=e0\n"},
};
INSTANTIATE_TEST_SUITE_P(Inside, LinkTest, testing::ValuesIn(kInsideCases), kName);

LinkedMention At(std::size_t begin, std::size_t end, const char* why) {
  LinkedMention mention;
  mention.folded = {begin, end};
  mention.mention.why = why;
  return mention;
}

std::string Reasons(const std::vector<LinkedMention>& mentions) {
  std::string reasons;
  for (const LinkedMention& mention : mentions) reasons += mention.mention.why;
  return reasons;
}

TEST(MergeByFolded, KeepsTheOrder) {
  std::vector<LinkedMention> mentions = {At(0, 6, "a"), At(0, 3, "b"), At(9, 12, "c")};
  MergeByFolded({At(0, 9, "d"), At(0, 3, "e"), At(10, 11, "f")}, mentions);
  EXPECT_EQ(Reasons(mentions), "dabecf");
  MergeByFolded({}, mentions);
  EXPECT_EQ(Reasons(mentions), "dabecf");
  std::vector<LinkedMention> none;
  MergeByFolded(std::move(mentions), none);
  EXPECT_EQ(Reasons(none), "dabecf");
}

TEST(SortByFolded, KeepsEqualOnesInOrder) {
  std::vector<LinkedMention> mentions = {At(3, 6, "a"), At(0, 3, "b"), At(0, 6, "c"),
                                         At(0, 3, "d")};
  SortByFolded(mentions);
  EXPECT_EQ(Reasons(mentions), "cbda");
}

TEST(LinkMatches, TellsPlaceAndProvenance) {
  const Gazetteer gazetteer = Build({{{"甲区"}}, {{"乙"}}, {{"乙"}}});
  Document document;
  const std::vector<LinkedMention> linked =
      Link(gazetteer, document, "本报记者 乙\n\n甲文。见Ａ甲区。");
  ASSERT_EQ(linked.size(), 2U);
  const Mention& undecided = linked[0].mention;
  EXPECT_EQ(undecided.zone, Zone::kByline);
  EXPECT_EQ(undecided.block, 0U);
  EXPECT_EQ(undecided.sentence, 0U);
  EXPECT_EQ(undecided.why, "d.csv:3");  // of its first reading
  const Mention& decided = linked[1].mention;
  EXPECT_EQ(decided.zone, Zone::kBody);
  EXPECT_EQ(decided.block, 1U);
  EXPECT_EQ(decided.sentence, 2U);
  EXPECT_EQ(decided.why, "");  // the dictionary line of its entity
  EXPECT_EQ(decided.kind, MentionKind::kName);
  EXPECT_EQ(decided.span.In(document.text), "甲区");
  EXPECT_EQ(View(document, ChineseNews()).Original(linked[1].folded), decided.span);
}

}  // namespace
}  // namespace zhitu::extract
