#include "extract/extraction.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "extract/reflow.h"
#include "tests/support/brute_force_matcher.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

TEST(Names, OfZones) {
  EXPECT_EQ(ZoneName(Zone::kHeadline), "headline");
  EXPECT_EQ(ZoneName(Zone::kSubhead), "subhead");
  EXPECT_EQ(ZoneName(Zone::kCaption), "caption");
  EXPECT_EQ(ZoneName(Zone::kByline), "byline");
  EXPECT_EQ(ZoneName(Zone::kBody), "body");
  EXPECT_THROW(ZoneName(static_cast<Zone>(99)), std::invalid_argument);
}

TEST(Names, OfKinds) {
  EXPECT_EQ(MentionKindName(MentionKind::kName), "name");
  EXPECT_EQ(MentionKindName(MentionKind::kNominal), "nominal");
  EXPECT_EQ(MentionKindName(MentionKind::kPronoun), "pronoun");
  EXPECT_THROW(MentionKindName(static_cast<MentionKind>(99)), std::invalid_argument);
}

TEST(Names, OfModalities) {
  EXPECT_EQ(ModalityName(Modality::kFactual), "");
  EXPECT_EQ(ModalityName(Modality::kPlanned), "planned");
  EXPECT_EQ(ModalityName(Modality::kNegated), "negated");
  EXPECT_THROW(ModalityName(static_cast<Modality>(99)), std::invalid_argument);
}

class ExtractionEntities : public testing::Test {
 protected:
  ExtractionEntities() {
    extraction_.document.id = "a.txt#1";
    extraction_.gazetteer = &gazetteer_;
    Entity found;
    found.id = "person:王小满";
    found.name = "王小满";
    found.type = "person";
    extraction_.found.push_back(found);
  }

  Gazetteer gazetteer_ = BuildGazetteer({{"甲区", 0}, {"乙区", 1}});
  Extraction extraction_;
};

TEST_F(ExtractionEntities, OfTheGazetteer) {
  EXPECT_EQ(extraction_.EntityId(1), "e1");
  EXPECT_EQ(extraction_.EntityName(1), "乙区");
  EXPECT_EQ(extraction_.EntityType(1), "e1");
}

TEST_F(ExtractionEntities, FoundInTheText) {
  EXPECT_EQ(extraction_.EntityId(2), "person:王小满");
  EXPECT_EQ(extraction_.EntityName(2), "王小满");
  EXPECT_EQ(extraction_.EntityType(2), "person");
}

TEST_F(ExtractionEntities, TheDocument) {
  EXPECT_EQ(extraction_.EntityId(kThisDocument), "document:a.txt#1");
  EXPECT_EQ(extraction_.EntityName(kThisDocument), "a.txt#1");
  EXPECT_EQ(extraction_.EntityType(kThisDocument), "document");
  extraction_.document.title = "甲题";
  EXPECT_EQ(extraction_.EntityName(kThisDocument), "甲题");
}

TEST_F(ExtractionEntities, TypeOfAnUndecidedMentionIsThatOfItsBestCandidate) {
  Mention mention;
  mention.candidates = {{1, 0.6}, {0, 0.4}};
  EXPECT_EQ(extraction_.MentionType(mention), "e1");
  mention.entity = 0;
  EXPECT_EQ(extraction_.MentionType(mention), "e0");
}

struct SurfaceCase {
  const char* name;
  const char* text;
  const char* first;  // words at which the span begins
  const char* last;   // and ends
  const char* expected;
};
void PrintTo(const SurfaceCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };

std::string Surface(const SurfaceCase& c, const TextConventions& conventions) {
  const std::string text = c.text;
  const std::string last = c.last;
  Extraction extraction;
  extraction.document.text = text;
  extraction.document.blocks = Reflow(text, conventions);
  return extraction.Surface({text.find(c.first), text.find(last) + last.size()});
}

class ChineseSurfaceTest : public testing::TestWithParam<SurfaceCase> {};
class EnglishSurfaceTest : public testing::TestWithParam<SurfaceCase> {};

TEST_P(ChineseSurfaceTest, HasNoLineBreaks) {
  EXPECT_EQ(Surface(GetParam(), ChineseNews()), GetParam().expected);
}

TEST_P(EnglishSurfaceTest, HasSpacesForLineBreaks) {
  EXPECT_EQ(Surface(GetParam(), EnglishNews()), GetParam().expected);
}

const SurfaceCase kSurfaceCases[] = {
    {"InsideALine", "甲乙丙。", "乙", "乙", "乙"},
    {"SpacesInsideALine", "甲 乙\u3000丙。", "甲", "丙", "甲 乙\u3000丙"},
    {"OverALineBreak", "甲乙\n，丙丁。", "乙", "丙", "乙，丙"},
    {"OverCrLfAndIndent", "甲乙\r\n\r\n\u3000\u3000，丙丁。", "乙", "丙", "乙，丙"},
    {"OverSpaceBehindTheLine", "甲乙 \n，丙丁。", "乙", "丙", "乙，丙"},
    {"OverSeveralLines", "甲\n，乙\n，丙。", "甲", "丙", "甲，乙，丙"},
    {"OverACaption",
     "聚力奋进，办好实事。今年以来，办事处把创建工作作为总抓手，紧盯创建目标，结合辖区实际，对\n\n"
     "社区食堂\n\n照标准过筛子。",
     "结合", "标准", "结合辖区实际，对照标准"},
};
const SurfaceCase kRegressionCases[] = {
    // Words of both lines became one.
    {"WordsOnTwoLines",
     "They all met at the old Harbour\nOffice of the town, and it was\nall a bit windy.", "Harbour",
     "Office", "Harbour Office"},
    {"CommaAtTheEndOfALine",
     "They all met at the old Harbour,\nthe Office of the town, where it\nwas all a bit windy.",
     "Harbour", "the Office", "Harbour, the Office"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ChineseSurfaceTest, testing::ValuesIn(kSurfaceCases), kName);
INSTANTIATE_TEST_SUITE_P(Regression, EnglishSurfaceTest, testing::ValuesIn(kRegressionCases),
                         kName);

}  // namespace
}  // namespace zhitu::extract
