#include "extract/character_set.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

TEST(CharacterSet, HasItsCharacters) {
  const CharacterSet set = U"，。a一\U00020000，";
  for (const char32_t c : set.characters()) EXPECT_TRUE(set.Has(c));
  // The first four share the low bits of a member.
  for (const char32_t c : U"\uFE0C\uFF8C\u3102\u0161b、二\U00020001")
    EXPECT_FALSE(set.Has(c)) << static_cast<unsigned>(c);
  EXPECT_EQ(set.characters(), U"，。a一\U00020000，");
}

TEST(CharacterSet, MayBeEmpty) {
  const CharacterSet set;
  EXPECT_FALSE(set.Has(U'a'));
  EXPECT_FALSE(set.Has(0));
  EXPECT_EQ(set.Find("a，", 0), 4U);
  EXPECT_TRUE(set.characters().empty());
}

TEST(CharacterSet, KnowsWhetherItHoldsHan) {
  EXPECT_FALSE(CharacterSet(U"，a〇\u3400").HoldsHan());
  EXPECT_TRUE(CharacterSet(U"，等").HoldsHan());
  EXPECT_TRUE(CharacterSet(U"\u4E00").HoldsHan());
  EXPECT_TRUE(CharacterSet(U"\u9FFF").HoldsHan());
}

// Characters at the borders of what is passed over at once.
const std::u32string kAlphabet = U"a，。\n一丁\u4FFF\u5000\u9FFF\uA000\u3400\u0301é\U00020000国";

std::string RandomText(std::mt19937& random) {
  std::string text;
  for (std::size_t length = random() % 12; length > 0; --length)
    AppendUtf8(kAlphabet[random() % kAlphabet.size()], text);
  return text;
}

// One by one.
std::size_t SlowFind(const CharacterSet& set, std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    if (set.characters().find(c) != std::u32string::npos) return begin;
  }
  return text.size();
}

TEST(CharacterSet, FindsTheNextOfItsCharacters) {
  std::mt19937 random(3);
  for (const CharacterSet& set :
       {CharacterSet(U"，。"), CharacterSet(U"国a"), CharacterSet(U"\u5000"), CharacterSet(U"é")}) {
    for (int round = 0; round < 3000; ++round) {
      const std::string text = RandomText(random);
      for (std::size_t at = 0; at < text.size(); NextCodePoint(text, at))
        ASSERT_EQ(set.Find(text, at), SlowFind(set, text, at)) << text << ' ' << at;
      ASSERT_EQ(set.Find(text, text.size()), text.size());
    }
  }
}

}  // namespace
}  // namespace zhitu::extract
