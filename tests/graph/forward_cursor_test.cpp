#include "graph/forward_cursor.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

namespace zhitu::graph {
namespace {

// Every code point and the end, in all pairs of steps, against the index that knows any place.
void ExpectAsIndexed(const std::string& text) {
  const extract::OffsetIndex index(text);
  const std::size_t count = extract::CountCodePoints(text);
  for (std::size_t step = 1; step <= count + 1; step = step * 3 + 1) {
    ForwardCursor cursor(text);
    for (std::size_t at = 0; at <= count + step; at += step) {
      cursor.GoTo(at);
      const std::size_t byte = at == 0 ? 0 : index.Byte(at);
      EXPECT_EQ(cursor.byte(), byte) << at;
      EXPECT_EQ(cursor.code_point(), index.CodePoints(byte)) << at;
      if (at % 2 == 0) continue;  // lines are counted over longer ways too
      const extract::LineColumn place = cursor.Position();
      EXPECT_EQ(place.line, index.Position(byte).line) << at;
      EXPECT_EQ(place.column, index.Position(byte).column) << at;
    }
  }
}

struct CursorCase {
  const char* name;
  std::string text;
};
void PrintTo(const CursorCase& c, std::ostream* out) { *out << c.name; }
class ForwardCursorOf : public testing::TestWithParam<CursorCase> {};

TEST_P(ForwardCursorOf, AgreesWithTheIndex) { ExpectAsIndexed(GetParam().text); }

const CursorCase kCursorCases[] = {
    {"Empty", ""},
    {"Ascii", "a b\nc\n"},
    {"Han", "翰林社区\n党支部书记"},
    {"Pairs", "一\r\n二\r\n\r\n三"},
    {"Returns", "一\r二\r\r三\r"},
    {"Mixed", "\n\r一\r\n\n𠮷\r"},
    {"Long", std::string(200, 'x') + "\n" + std::string(63, 'y') + "区\r\n" + std::string(64, 'z')},
    {"IllFormed",
     "\x80\x80"
     "a\xE4\xB8"
     "b\n\xFF"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ForwardCursorOf, testing::ValuesIn(kCursorCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ForwardCursor, AgreesOnRandomTexts) {
  const std::string parts[] = {"a", "é", "区", "𠮷", "\n", "\r", "\r\n", "书记"};
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (auto i = random() % 300; i > 0; --i) text += parts[random() % std::size(parts)];
    ExpectAsIndexed(text);
  }
}

TEST(ForwardCursor, StaysWhereItIs) {
  ForwardCursor cursor("一二三");
  cursor.GoTo(2);
  cursor.GoTo(1);
  EXPECT_EQ(cursor.byte(), 6U);
}

}  // namespace
}  // namespace zhitu::graph
