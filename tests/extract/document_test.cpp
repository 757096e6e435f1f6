#include "extract/document.h"

#include <gtest/gtest.h>

#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

struct SurfaceCase {
  const char* name;
  const char* text;
  std::vector<Block> blocks;
  Span span;
  const char* expected;
};
void PrintTo(const SurfaceCase& c, std::ostream* out) { *out << c.name; }
class Surfaces : public testing::TestWithParam<SurfaceCase> {};

TEST_P(Surfaces, HaveNoLineBreaksOfPrint) {
  Document document;
  document.text = GetParam().text;
  document.blocks = GetParam().blocks;
  EXPECT_EQ(SurfaceOf(document, GetParam().span), GetParam().expected);
}

const SurfaceCase kCases[] = {
    {"OneLine", "abc", {{Zone::kBody, {{0, 3}}}}, {1, 2}, "b"},
    {"Empty", "abc", {{Zone::kBody, {{0, 3}}}}, {1, 1}, ""},
    {"WithoutBlocks", "abc", {}, {0, 3}, "abc"},
    {"SpacesStay", "a  b", {{Zone::kBody, {{0, 4}}}}, {0, 4}, "a  b"},
    {"LineFeed", "社\n区", {{Zone::kBody, {{0, 3}, {4, 7}}}}, {0, 7}, "社区"},
    {"CarriageReturnAndLineFeed", "社\r\n区", {{Zone::kBody, {{0, 3}, {5, 8}}}}, {0, 8}, "社区"},
    {"Indent", "社\n  区", {{Zone::kBody, {{0, 3}, {6, 9}}}}, {0, 9}, "社区"},
    {"ThreeLines", "社\n区\n好", {{Zone::kBody, {{0, 3}, {4, 7}, {8, 11}}}}, {0, 11}, "社区好"},
    {"PartOfTheLines",
     "社区\n好的\n吧",
     {{Zone::kBody, {{0, 6}, {7, 13}, {14, 17}}}},
     {3, 10},
     "区好"},
    {"WordsOfASpacedScript", "ab\ncd", {{Zone::kBody, {{0, 2}, {3, 5}}}}, {0, 5}, "ab cd"},
    {"CaptionBetween",
     "社\n图\n区",
     {{Zone::kBody, {{0, 3}, {8, 11}}}, {Zone::kCaption, {{4, 7}}}},
     {0, 11},
     "社区"},
    {"TheCaption",
     "社\n图\n片\n区",
     {{Zone::kBody, {{0, 3}, {12, 15}}}, {Zone::kCaption, {{4, 7}, {8, 11}}}},
     {4, 11},
     "图片"},
    {"BehindTheCaption",
     "社\n图\n区\n好",
     {{Zone::kBody, {{0, 3}, {8, 11}, {12, 15}}}, {Zone::kCaption, {{4, 7}}}},
     {8, 15},
     "区好"},
    {"SecondBlock",
     "社\n\n区\n好",
     {{Zone::kBody, {{0, 3}}}, {Zone::kBody, {{5, 8}, {9, 12}}}},
     {5, 12},
     "区好"},
    {"BeginsOutsideBlocks", "\n社\n区", {{Zone::kBody, {{1, 4}, {5, 8}}}}, {0, 8}, "\n社\n区"},
    {"EndsBehindTheBlock", "社\n区\n", {{Zone::kBody, {{0, 3}, {4, 7}}}}, {0, 8}, "社区"},
};
INSTANTIATE_TEST_SUITE_P(Basics, Surfaces, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Zones, HaveNames) {
  std::string names;
  for (const Zone zone :
       {Zone::kHeadline, Zone::kSubhead, Zone::kCaption, Zone::kByline, Zone::kBody}) {
    names += std::string(ZoneName(zone)) + ' ';
  }
  EXPECT_EQ(names, "headline subhead caption byline body ");
  EXPECT_THROW(ZoneName(static_cast<Zone>(9)), std::invalid_argument);
}

TEST(Blocks, ReachFromTheFirstPieceToTheLast) {
  EXPECT_EQ((Block{Zone::kBody, {{2, 4}, {6, 9}}}.span()), (Span{2, 9}));
}

}  // namespace
}  // namespace zhitu::extract
