#include "graph/quoted_text.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::graph {
namespace {

struct PartCase {
  const char* name;
  Stretch sentence;
  Stretch place;
  Stretch expected;
};
void PrintTo(const PartCase& c, std::ostream* out) { *out << c.name; }
class PartShown : public testing::TestWithParam<PartCase> {};

TEST_P(PartShown, IsOfBoundedLength) {
  EXPECT_EQ(ShownPart(GetParam().sentence, GetParam().place), GetParam().expected);
}

const PartCase kPartCases[] = {
    {"WholeSentence", {10, 410}, {20, 30}, {10, 410}},
    {"AtTheBegin", {0, 1000}, {5, 9}, {0, 400}},
    {"InTheMiddle", {0, 1000}, {500, 510}, {400, 800}},
    {"AtTheEnd", {0, 1000}, {990, 1000}, {600, 1000}},
    {"LongPlace", {0, 1000}, {200, 900}, {100, 500}},
};
INSTANTIATE_TEST_SUITE_P(Basics, PartShown, testing::ValuesIn(kPartCases),
                         [](const auto& c) { return std::string(c.param.name); });

// 甲在乙，丙说。 on two lines, with 丙 (5) left out, and 甲在 an undecided mention.
class TextsShown : public testing::Test {
 protected:
  TextsShown() {
    document_.id = "d";
    document_.file = "f.txt";
    document_.begin = 7;
    document_.end = 20;
    document_.line = 3;
    const auto mention = [](std::int64_t begin, std::int64_t end, EntityNumber entity) {
      return MentionMark{{begin, end}, entity, 0, 0};
    };
    marks_.mentions = {mention(12, 14, 0), mention(12, 13, 1), mention(15, 16, 2),
                       mention(17, 18, 5)};
    texts_.Open(document_, "前一句。\n甲在\n乙，丙说。", marks_);
  }

  DocumentRecord document_;
  DocumentMarks marks_;
  std::vector<QuotedText> shown_;
  QuotedTexts texts_{[](EntityNumber entity) { return entity < 5; },
                     [this](const QuotedText& text) { shown_.push_back(text); }};
};

TEST_F(TextsShown, WithMentionsAndPlaces) {
  EXPECT_EQ(texts_.Show({12, 16}), (QuotedPart{0, 0, 3}));
  ASSERT_EQ(shown_.size(), 1U);
  EXPECT_EQ(shown_[0].text, "甲在乙");
  EXPECT_EQ(shown_[0].line, 4);
  EXPECT_EQ(shown_[0].column, 1);
  EXPECT_EQ(shown_[0].marks, (std::vector<TextMark>{{0, 1, 1}, {2, 3, 2}}));
  EXPECT_EQ(texts_.Position(15).line, 5U);
}

TEST_F(TextsShown, OnceForEachStretch) {
  EXPECT_EQ(texts_.Show({12, 13}).text, 0U);
  EXPECT_EQ(texts_.Show({15, 16}).text, 1U);
  EXPECT_EQ(texts_.Show({12, 13}), (QuotedPart{0, 0, 1}));
  EXPECT_EQ(texts_.count(), 2U);
  EXPECT_EQ(shown_.size(), 2U);
}

TEST_F(TextsShown, OnlyInsideOfTheDocument) {
  EXPECT_EQ(texts_.Show({-900, INT64_MAX}).text, 0U);
  EXPECT_EQ(shown_.at(0).text, "前一句。甲在乙，丙说。");
  texts_.Show({500, 400});
  EXPECT_EQ(shown_.at(1).text, "");
}

}  // namespace
}  // namespace zhitu::graph
