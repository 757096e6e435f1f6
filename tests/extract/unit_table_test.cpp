#include "extract/unit_table.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

using Reading = UnitTable::Reading;

constexpr std::uint32_t kBmp = 0x10000;

UnitTable TableOf(std::vector<std::uint32_t> alphabet) {
  return UnitTable(FlatArray<std::uint32_t>(std::move(alphabet)));
}

std::vector<Unit> UnitsOf(const UnitTable& table, char32_t c) {
  std::vector<Unit> units;
  table.AppendUnits(c, units);
  return units;
}

bool IsSurrogate(std::uint32_t c) { return c >= 0xD800 && c < 0xE000; }

// The letters of some names, as they are after folding, of which some come from other characters.
std::vector<std::uint32_t> SmallAlphabet() {
  std::vector<std::uint32_t> alphabet;
  const std::string letters = "国金a1 -\"é水台\u0301.,s한";
  for (std::size_t at = 0; at < letters.size();) alphabet.push_back(NextCodePoint(letters, at));
  alphabet.push_back(0x20BB7);  // beyond the BMP
  alphabet.push_back(0xFFFF);
  return alphabet;
}

// More characters than have one unit each: 61,451 of the BMP and 2,500 beyond it, all mixed.
std::vector<std::uint32_t> LargeAlphabet() {
  std::vector<std::uint32_t> alphabet;
  for (std::uint32_t i = 0; i < 66'000; ++i) {
    const std::uint32_t c = i * 7919 % 66'000;  // each once
    if (c > 0 && c < 63'500 && !IsSurrogate(c)) alphabet.push_back(c);
    if (c >= 63'500) alphabet.push_back(0x20000 + c);
  }
  return alphabet;
}

// What `Table(kFolding)` should say of a character, by folding it as a name of its own.
Unit FoldedUnit(const UnitTable& table, char32_t c) {
  if (c == U'\n' || c == U'\r') return 0;
  if (IsSpace(c)) return UnitTable::kSpecial;
  std::string bytes;
  AppendUtf8(c, bytes);
  const std::string folded = FoldName(bytes);
  if (CountCodePoints(folded) != 1) return UnitTable::kSpecial;
  std::size_t at = 0;
  const char32_t first = NextCodePoint(folded, at);
  const std::vector<Unit> units = UnitsOf(table, first);
  return first >= kBmp || units.size() > 1 ? UnitTable::kSpecial : units.front();
}

class EveryCharacterOfTheBmp : public testing::TestWithParam<std::vector<std::uint32_t> (*)()> {};

TEST_P(EveryCharacterOfTheBmp, HasItsUnitInBothTables) {
  const UnitTable table = TableOf(GetParam()());
  for (std::uint32_t c = 0; c < kBmp && !HasFailure(); ++c) {
    if (IsSurrogate(c)) {
      EXPECT_EQ(table.Table(Reading::kPlain)[c], 0) << c;
      EXPECT_EQ(table.Table(Reading::kFolding)[c], 0) << c;
      continue;
    }
    const std::vector<Unit> units = UnitsOf(table, c);
    EXPECT_EQ(table.Table(Reading::kPlain)[c],
              units.size() > 1 ? UnitTable::kSpecial : units.front())
        << c;
    EXPECT_EQ(table.Table(Reading::kFolding)[c], FoldedUnit(table, c)) << c;
  }
}

// Known characters have units above 0 that no other character has, nor begins or ends with.
TEST_P(EveryCharacterOfTheBmp, HasUnitsOfItsOwn) {
  const std::vector<std::uint32_t> alphabet = GetParam()();
  const UnitTable table = TableOf(alphabet);
  ASSERT_LE(table.bits(), 16U);
  std::set<Unit> single;
  std::set<Unit> leads;
  std::set<Unit> trails;
  std::set<std::vector<Unit>> all;
  for (std::size_t rank = 0; rank < alphabet.size(); ++rank) {
    const std::vector<Unit> units = UnitsOf(table, alphabet[rank]);
    ASSERT_EQ(units.size(), rank < UnitTable::kSingles ? 1U : 2U) << alphabet[rank];
    (units.size() == 1 ? single : leads).insert(units.front());
    if (units.size() == 2) trails.insert(units.back());
    all.insert(units);
  }
  EXPECT_EQ(all.size(), alphabet.size());
  std::set<Unit> distinct = single;
  distinct.insert(leads.begin(), leads.end());
  distinct.insert(trails.begin(), trails.end());
  EXPECT_EQ(distinct.size(), single.size() + leads.size() + trails.size());
  if (distinct.empty()) return;
  EXPECT_GT(*distinct.begin(), 0);
  EXPECT_LT(*distinct.rbegin(), 1U << table.bits());
  EXPECT_LT(*distinct.rbegin(), UnitTable::kSpecial);
}

TEST_P(EveryCharacterOfTheBmp, HasUnitsIfKnownAlone) {
  const std::vector<std::uint32_t> alphabet = GetParam()();
  const UnitTable table = TableOf(alphabet);
  const std::set<std::uint32_t> known(alphabet.begin(), alphabet.end());
  for (std::uint32_t c = 0; c < 0x110000 && !HasFailure(); ++c) {
    if (IsSurrogate(c)) continue;
    const std::vector<Unit> units = UnitsOf(table, c);
    EXPECT_EQ(units != std::vector<Unit>{0}, known.contains(c)) << c;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Alphabets, EveryCharacterOfTheBmp,
    testing::Values(+[] { return std::vector<std::uint32_t>(); }, SmallAlphabet, LargeAlphabet));

TEST(UnitTable, GivesFrequentCharactersTheSmallUnits) {
  const UnitTable table = TableOf({U'水', U'a', 0x20BB7});
  EXPECT_EQ(UnitsOf(table, U'水'), std::vector<Unit>{1});
  EXPECT_EQ(UnitsOf(table, U'a'), std::vector<Unit>{2});
  EXPECT_EQ(UnitsOf(table, 0x20BB7), std::vector<Unit>{3});
  EXPECT_EQ(table.bits(), 2U);
  EXPECT_EQ(table.alphabet().size(), 3U);
}

TEST(UnitTable, AppendsTheUnitsOfATextBehindOthers) {
  const UnitTable table = TableOf({U'水', U'a', 0x20BB7});
  std::vector<Unit> units = {9};
  table.AppendUnits("a水b𠮷", units);
  EXPECT_EQ(units, (std::vector<Unit>{9, 2, 1, 0, 3}));
}

TEST(UnitTable, KnowsNothingAtFirst) {
  const UnitTable table;
  EXPECT_TRUE(table.alphabet().empty());
  EXPECT_EQ(UnitsOf(table, U'a'), std::vector<Unit>{0});
  EXPECT_EQ(table.Table(Reading::kFolding)[U' '], UnitTable::kSpecial);
}

}  // namespace
}  // namespace zhitu::extract
