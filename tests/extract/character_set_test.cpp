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
  EXPECT_TRUE(set.characters().empty());
}

TEST(CharacterSet, KnowsWhetherItHoldsHan) {
  EXPECT_FALSE(CharacterSet(U"，a〇\u3400").HoldsHan());
  EXPECT_TRUE(CharacterSet(U"，等").HoldsHan());
  EXPECT_TRUE(CharacterSet(U"\u4E00").HoldsHan());
  EXPECT_TRUE(CharacterSet(U"\u9FFF").HoldsHan());
}

TEST(CharacterSet, KeepsBlocksApart) {
  // All with the same low eight bits.
  const CharacterSet set(U"\u0041\u3041\U00020041");
  std::u32string held;
  for (char32_t c = 0x41; c < 0x30000; c += 0x100) {
    if (set.Has(c)) held += c;
  }
  EXPECT_EQ(held, set.characters());
}

TEST(CharacterSetUnion, MayHaveWhatOneOfItsSetsHas) {
  const CharacterSet ends(U"。！");
  const CharacterSet brackets(U"（）[]");
  const CharacterSetUnion both = {&ends, &brackets};
  for (const CharacterSet* set : {&ends, &brackets}) {
    for (const char32_t c : set->characters()) EXPECT_TRUE(both.MayHave(c));
  }
  std::size_t maybe = 0;  // a table by the low bits tells most others
  for (char32_t c = 0x4E00; c < 0x9F00; ++c) maybe += both.MayHave(c) ? 1U : 0U;
  EXPECT_LT(maybe, 0x5100U / 20);
  EXPECT_FALSE(both.HoldsHan());
  const CharacterSet han(U"元");
  EXPECT_TRUE(CharacterSetUnion({&ends, &han}).HoldsHan());
}

}  // namespace
}  // namespace zhitu::extract
