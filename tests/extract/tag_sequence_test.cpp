#include "extract/tag_sequence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/tag_features.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kPad = TagSequence::kPadding;

TagSequence Read(const std::string& text, const std::vector<Span>& pieces,
                 const std::vector<NamedSpan>& names = {}) {
  TagSequence sequence;
  ReadTagSequence(text, pieces, names, sequence);
  return sequence;
}
TagSequence Read(const std::string& text) { return Read(text, {{0, text.size()}}); }

TEST(TagSequence, HasPaddingAtBothEnds) {
  for (const std::string text : {"", "中", "We met 张三 in Paris."}) {
    const TagSequence sequence = Read(text);
    const std::size_t padded = sequence.size() + 2 * kPad;
    EXPECT_EQ(sequence.tokens.size(), padded);
    EXPECT_EQ(sequence.place.size(), padded);
    EXPECT_EQ(sequence.word.size(), padded);
    EXPECT_EQ(sequence.affixes_of.size(), padded);
    EXPECT_EQ(sequence.surfaces.size(), padded);
    EXPECT_EQ(sequence.names.size(), padded);
    for (const std::uint32_t word : sequence.word)
      EXPECT_LT(word + TagSequence::kWordPadding, sequence.words.size() + 1);
  }
}

TEST(TagSequence, JoinsTheLinesOfAParagraph) {
  const std::string text = "郑州\n高新区";
  const TagSequence sequence = Read(text, {{0, 6}, {7, text.size()}});
  ASSERT_EQ(sequence.size(), 5U);
  EXPECT_EQ(sequence.real()[2].begin, 7U);
}

TEST(TagSequence, KnowsWherePartsOfWordsStand) {
  const TagSequence sequence = Read("中华人民共和国 yes");
  const std::size_t last = kPad + sequence.size() - 1;  // yes
  EXPECT_EQ(sequence.place[last],
            TagSequence::kFirst | TagSequence::kLast | (1U << TagSequence::kLengthShift));
  EXPECT_NE(sequence.word[last], sequence.word[last - 1]);
  EXPECT_TRUE(sequence.place[kPad] & TagSequence::kFirst);
}

TEST(TagSequence, GivesWordsTheirAffixes) {
  const TagSequence sequence = Read("Ab 中 ab abc");
  const auto affixes = [&](std::size_t i) {
    return sequence.affixes[sequence.affixes_of[kPad + i]];
  };
  EXPECT_EQ(sequence.affixes_of[kPad + 1], 0U);
  EXPECT_EQ(affixes(0), affixes(2));
  EXPECT_EQ(affixes(2)[1], affixes(3)[1]);  // beginning of two characters
  EXPECT_EQ(affixes(2)[2], 0U);             // of three there is none
  EXPECT_NE(affixes(3)[2], 0U);
  EXPECT_NE(affixes(2)[4], affixes(3)[4]);  // end of one character
}

TEST(TagSequence, MarksNamesOfTheDictionaryByPlace) {
  const std::string text = "在郑州市里";
  const TagSequence sequence = Read(text, {{0, text.size()}}, {{{3, 12}, 9}});
  const std::vector<std::uint32_t> expected = {0, 9 * 4 + 1, 9 * 4, 9 * 4 + 2, 0};
  EXPECT_EQ(std::vector<std::uint32_t>(sequence.names.begin() + kPad, sequence.names.end() - kPad),
            expected);
}

std::vector<std::uint64_t> KeysOf(const TagFeature& feature, const TagSequence& sequence) {
  std::vector<std::uint64_t> keys(sequence.tokens.size());
  feature.fill(sequence, kFirstFeature,
               std::span(keys).subspan(kFirstFeature, FeaturePlaces(sequence)));
  return keys;
}

TEST(TagFeatures, ReachNoFurtherThanThePadding) {
  for (const std::string text : {"中", "In Paris"}) {
    const TagSequence sequence = Read(text);
    for (const TagFeature& feature : TagFeatures()) {
      const auto keys = KeysOf(feature, sequence);
      for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == 0) continue;
        const auto first = static_cast<std::ptrdiff_t>(i) + feature.first;
        EXPECT_GE(first, 0) << feature.name;
        EXPECT_LE(first + static_cast<std::ptrdiff_t>(feature.reach),
                  static_cast<std::ptrdiff_t>(keys.size()))
            << feature.name;
      }
    }
  }
}

TEST(WordFeatures, ReachNoFurtherThanThePadding) {
  static_assert(TagSequence::kWordPadding > kWordsAround);
  const TagSequence sequence = Read("中国");
  for (const WordFeature& feature : WordFeatures()) {
    EXPECT_GE(feature.first, -static_cast<std::ptrdiff_t>(kWordsAround)) << feature.name;
    EXPECT_LE(feature.first + static_cast<std::ptrdiff_t>(feature.reach),
              static_cast<std::ptrdiff_t>(kWordsAround) + 1)
        << feature.name;
    EXPECT_NE(feature.key(sequence, 1), 0U) << feature.name;
    EXPECT_NE(feature.key(sequence, sequence.words.size() - 2), 0U) << feature.name;
  }
}

TEST(TagFeatures, GiveEqualTextsEqualKeys) {
  const TagSequence one = Read("張三 in Paris");
  const TagSequence other = Read("张三 in Paris");
  const TagSequence third = Read("张四 at home!");
  for (const TagFeature& feature : TagFeatures()) {
    const std::string_view name = feature.name;
    if (name != "token" && name != "pair" && name != "skip") continue;
    EXPECT_EQ(KeysOf(feature, one), KeysOf(feature, other)) << name;
    EXPECT_NE(KeysOf(feature, one), KeysOf(feature, third)) << name;
  }
  // ICU's words may depend on the spelling of Chinese; the last ones here do not.
  const auto last_key = [](const WordFeature& feature, const TagSequence& sequence) {
    return feature.key(sequence, sequence.words.size() - TagSequence::kWordPadding - 2);
  };
  for (const WordFeature& feature : WordFeatures()) {
    EXPECT_EQ(last_key(feature, one), last_key(feature, other)) << feature.name;
    EXPECT_NE(last_key(feature, one), last_key(feature, third)) << feature.name;
  }
}

TEST(TagFeatures, HaveAFingerprintThatStays) {
  EXPECT_EQ(TagFeaturesFingerprint(), TagFeaturesFingerprint());
}

}  // namespace
}  // namespace zhitu::extract
