#include "extract/surface_lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

TagSequence Read(const std::string& text) {
  TagSequence sequence;
  const Span whole{0, text.size()};
  ReadTagSequence(text, {&whole, 1}, {}, sequence);
  return sequence;
}

// The surfaces of a text's tokens, by a lexicon of the names of another text.
std::vector<std::uint32_t> Marked(const std::string& training, const std::vector<TokenSpan>& names,
                                  const std::string& text) {
  const TagSequence sequence = Read(training);
  const TagSequence* const sequences[] = {&sequence};
  const std::vector<TokenSpan>* const all_names[] = {&names};
  const SurfaceLexicon lexicon = SurfaceLexicon::Count(sequences, all_names, 2);
  TagSequence marked = Read(text);
  lexicon.Mark(marked);
  return {marked.surfaces.begin() + TagSequence::kPadding,
          marked.surfaces.end() - TagSequence::kPadding};
}

TEST(SurfaceLexicon, MarksTheLongestForms) {
  // 郑州 and 郑州市 are names.
  const auto marks = Marked("郑州市，郑州", {{0, 3, 0}, {4, 6, 0}}, "在郑州市和郑州，郑");
  ASSERT_EQ(marks.size(), 9U);
  EXPECT_EQ(marks[0], 0U);
  for (const std::size_t i : {1U, 2U, 3U, 5U, 6U}) EXPECT_NE(marks[i], 0U) << i;
  EXPECT_EQ(marks[4], 0U);
  EXPECT_EQ(marks[8], 0U);
  EXPECT_NE(marks[1], marks[2]);  // by place
  EXPECT_NE(marks[1], marks[5]);  // by length
}

TEST(SurfaceLexicon, TellsFormsApartByHowOftenTheyAreNames) {
  const auto sure = Marked("天才，天才", {{0, 2, 0}, {3, 5, 0}}, "天才");
  const auto unsure = Marked("天才，天才", {{0, 2, 0}}, "天才");
  const auto other_type = Marked("天才，天才", {{0, 2, 1}, {3, 5, 1}}, "天才");
  EXPECT_NE(sure, unsure);
  EXPECT_NE(sure, other_type);
}

TEST(SurfaceLexicon, WithoutFormsMarksNothing) {
  TagSequence sequence = Read("郑州");
  SurfaceLexicon().Mark(sequence);
  for (const std::uint32_t surface : sequence.surfaces) EXPECT_EQ(surface, 0U);
}

}  // namespace
}  // namespace zhitu::extract
