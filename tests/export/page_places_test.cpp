#include "export/page_places.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/sample_extraction.h"

namespace zhitu::xport {
namespace {

using extract::Span;

// `甲` at byte 0 and 6 (in a longer name from 3 on), `丙` at 15 in the second paragraph.
SampleExtraction Places() {
  SampleExtraction sample("甲和甲乙\n\n说丙。\n\n无人");
  const extract::EntityIndex first = sample.Entity("office", "甲");
  const extract::EntityIndex outer = sample.Entity("place", "和甲");
  const extract::EntityIndex last = sample.Entity("person", "丙");
  sample.Mention("甲", first);
  sample.Mention("和甲", outer);
  sample.Mention("甲", first).span = {6, 9};
  sample.Mention("丙", last);
  sample.Mention("丙", extract::kNoEntity);
  return sample;
}

TEST(PagePlaces, NumberMentionsAndParagraphs) {
  const SampleExtraction sample = Places();
  const PagePlaces places(sample.get(), 10, 20);
  EXPECT_EQ(places.MentionId(0), "m10");
  EXPECT_EQ(places.MentionId(3), "m13");
  EXPECT_EQ(places.ParagraphId(1), "p21");
}

struct AntecedentCase {
  const char* name;
  Span antecedent;
  const char* id;
};
void PrintTo(const AntecedentCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class PageAntecedents : public testing::TestWithParam<AntecedentCase> {};

TEST_P(PageAntecedents, AreMentions) {
  const SampleExtraction sample = Places();
  extract::Mention reference;
  reference.antecedent = GetParam().antecedent;
  EXPECT_EQ(PagePlaces(sample.get(), 1, 1).AntecedentId(reference), GetParam().id);
}

const AntecedentCase kAntecedents[] = {
    {"None", {}, ""},
    {"First", {0, 3}, "m1"},
    {"Outer", {3, 9}, "m2"},
    {"Nested", {6, 9}, "m3"},
    {"FirstOfSeveral", {17, 20}, "m4"},
    {"OtherEnd", {3, 6}, ""},
    {"OtherBegin", {9, 12}, ""},
    {"BehindAll", {20, 23}, ""},
};
INSTANTIATE_TEST_SUITE_P(Basics, PageAntecedents, testing::ValuesIn(kAntecedents), kName);

struct PartCase {
  const char* name;
  Span part;
  extract::EntityIndex entity;
  const char* mention;  // of the entity
  const char* place;
};
void PrintTo(const PartCase& c, std::ostream* out) { *out << c.name; }
class PageParts : public testing::TestWithParam<PartCase> {};

TEST_P(PageParts, HaveAPlace) {
  const SampleExtraction sample = Places();
  const PagePlaces places(sample.get(), 1, 1);
  EXPECT_EQ(places.MentionId(GetParam().part, GetParam().entity), GetParam().mention);
  EXPECT_EQ(places.PlaceId(GetParam().part), GetParam().place);
}

const PartCase kParts[] = {
    {"All", {0, 31}, 2, "m4", "m1"},
    {"FirstOfAnEntity", {0, 12}, 0, "m1", "m1"},
    {"SecondOfAnEntity", {3, 12}, 0, "m3", "m2"},
    {"EntityNotThere", {3, 12}, 2, "", "m2"},
    {"EndsBeforeIt", {0, 6}, 1, "m2", "m1"},
    {"NoMention", {9, 12}, 0, "", "p1"},
    {"NoMentionInTheLastParagraph", {25, 31}, 0, "", "p3"},
    {"BetweenParagraphs", {12, 13}, 0, "", ""},
};
INSTANTIATE_TEST_SUITE_P(Basics, PageParts, testing::ValuesIn(kParts), kName);

TEST(PagePlaces, ClassesAreThoseOfTheFirstEntities) {
  std::string text;
  for (int i = 0; i < 70; ++i) text += "一";
  SampleExtraction sample(text);
  for (std::size_t i = 0; i < 70; ++i)
    sample.Mention("一", sample.Entity("office", std::to_string(i))).span = {3 * i, 3 * i + 3};
  const PagePlaces places(sample.get(), 1, 1);
  EXPECT_EQ(places.EntityClass(0), "e1");
  EXPECT_EQ(places.EntityClass(59), "e60");
  EXPECT_EQ(places.EntityClass(60), "");
  EXPECT_EQ(places.EntityClass(extract::kNoEntity), "");
}

}  // namespace
}  // namespace zhitu::xport
