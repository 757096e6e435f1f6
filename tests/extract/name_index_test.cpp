#include "extract/name_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "extract/name_index_builder.h"
#include "extract/name_index_impl.h"
#include "extract/utf8.h"
#include "tests/support/letters.h"
#include "tests/support/plain_name_finder.h"

namespace zhitu::extract {
namespace {

constexpr auto kPlain = UnitTable::Reading::kPlain;

std::vector<Unit> UnitsOf(const NameIndex& index, std::string_view text) {
  std::vector<Unit> units;
  index.units().AppendUnits(text, units);
  units.resize(units.size() + NameIndex::kPadding, 0);
  return units;
}

// The values of the names that `text` begins with, the longest first.
std::vector<std::uint32_t> AtBegin(const NameIndex& index, std::string_view text) {
  const std::vector<Unit> units = UnitsOf(index, text);
  std::vector<std::uint32_t> values;
  NameIndex::Found found = index.Longest(units.data());
  for (; found.length > 0; found = index.Longest(units.data(), found.length)) {
    values.push_back(found.value);
  }
  std::vector<NameIndex::Found> all;
  index.All(units.data(), all);
  std::vector<std::uint32_t> listed;
  for (auto name = all.rbegin(); name != all.rend(); ++name) listed.push_back(name->value);
  EXPECT_EQ(listed, values) << text;
  return values;
}

// The same by the slow twin.
std::vector<std::uint32_t> AtBegin(const PlainNameFinder& twin, const std::string& text) {
  std::vector<std::uint32_t> values;
  for (const NamesAtPlace& names : twin.Find(text, kPlain)) {
    for (const FoundName& name : names) {
      if (name.span.begin == 0) values.push_back(name.value);
    }
    break;
  }
  return values;
}

void ExpectSame(const NameIndex& index, const NameValues& names,
                const std::vector<std::string>& texts) {
  const PlainNameFinder twin(names);
  for (const std::string& text : texts) {
    ASSERT_EQ(AtBegin(index, text), AtBegin(twin, text))
        << testing::PrintToString(names) << " in " << text;
    const auto name = names.find(text);
    ASSERT_EQ(index.Find(text), name == names.end() ? NameIndex::kNone : name->second)
        << testing::PrintToString(names) << " is " << text;
  }
}

TEST(NameIndexTwin, AgreesOnEverySetOfShortNames) {
  std::vector<std::string> words = TextsOver({"a", "汉"}, 3);
  words.erase(words.begin());
  const std::vector<std::string> texts = TextsOver({"a", "汉", "b"}, 4);
  for (unsigned set = 0; set < 1U << words.size() && !HasFatalFailure(); set += 3) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if ((set >> i & 1U) != 0) names.insert(words[i]);
    }
    if (set % 7 == 0) ExpectSame(IndexOf(Numbered(names)), Numbered(names), texts);
  }
}

// Up to eight units: three in a bucket, three in a short tail, the rest in a long one.
TEST(NameIndexTwin, AgreesOnNamesOfEveryLength) {
  const std::vector<std::string> texts = TextsOver({"a", "b"}, 9);
  std::vector<std::string> words;
  for (const std::string& text : texts) {
    if (text.size() > 1 && text.find('b') >= text.size() - 2) words.push_back(text);
  }
  for (std::size_t a = 0; a < words.size(); ++a) {
    for (std::size_t b = a; b < words.size() && !HasFatalFailure(); ++b) {
      const NameValues names = Numbered({words[a], words[b], "aaa"});
      ExpectSame(IndexOf(names), names, texts);
    }
  }
}

TEST(NameIndexTwin, AgreesOnRandomNames) {
  std::mt19937 random(3);
  for (int round = 0; round < 400 && !HasFatalFailure(); ++round) {
    const Letters letters = SomeOf(random, EveryKindOfLetter(), 1 + random() % 5);
    std::set<std::string> words;
    for (std::size_t i = random() % 100; i > 0; --i) {
      words.insert(RandomText(random, letters, 1 + random() % (random() % 8 == 0 ? 40 : 6)));
    }
    std::vector<std::string> texts(words.begin(), words.end());
    for (int i = 0; i < 50; ++i) texts.push_back(RandomText(random, letters, random() % 50));
    for (const std::string& word : words) {
      texts.push_back(word + RandomText(random, letters, 2));
      texts.push_back(Utf8Of(CodePointsOf(word).substr(1)));
    }
    const NameValues names = Numbered(words);
    ExpectSame(IndexOf(names), names, texts);
  }
}

// Counts what found no room in its own place.
std::size_t Displaced(const NameIndex& index) {
  const NameLookup lookup(index);
  const auto& buckets = index.tables().pairs;
  std::size_t displaced = 0;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    for (const std::uint32_t pair : buckets[i].pair) {
      if (pair != 0 && lookup.PairBucketOf(pair) != i) ++displaced;
    }
  }
  return displaced;
}
std::size_t InStash(const NameIndex& index) {
  const auto stash = index.tables().stash.view();
  return static_cast<std::size_t>(std::count_if(stash.begin(), stash.end(), [](const auto& entry) {
    return entry.key != NameLookup::kFree;
  }));
}

// So many names that buckets run over and filters let others by.
TEST(NameIndexTwin, AgreesOnManyNames) {
  std::mt19937 random(5);
  Letters letters;
  for (char32_t c = U'一'; c < U'一' + 300; ++c) letters.push_back(Utf8Of({&c, 1}));
  std::set<std::string> words;
  for (const unsigned length : {1U, 2U, 2U, 2U, 3U, 3U, 4U, 5U, 6U, 7U, 9U}) {
    for (int i = 0; i < 3000; ++i) words.insert(RandomText(random, letters, length));
  }
  const NameValues names = Numbered(words);
  const NameIndex index = IndexOf(names);
  EXPECT_EQ(index.size(), names.size());
  EXPECT_EQ(index.longest(), 9U);
  EXPECT_GT(Displaced(index), 0U);
  EXPECT_GT(InStash(index), 0U);
  std::vector<std::string> texts(words.begin(), words.end());
  for (int i = 0; i < 30'000; ++i) texts.push_back(RandomText(random, letters, 1 + random() % 5));
  ExpectSame(index, names, texts);
}

// A block of children may be full: what is not among them must be looked for once, and no longer.
TEST(NameIndex, EndsInFullBlocksOfChildren) {
  for (const unsigned children : {1U, 2U, 3U, 4U, 5U, 8U, 15U, 16U, 17U, 64U, 256U}) {
    NameValues names;
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < 300; ++i) {
      const char32_t c = U'一' + i * 5;
      if (i < children) names.emplace("郑州市" + Utf8Of({&c, 1}), i);
      if (i >= children) names.emplace(Utf8Of({&c, 1}), i);
      texts.push_back("郑州市" + Utf8Of({&c, 1}));
    }
    ExpectSame(IndexOf(names), names, texts);
  }
}

// Characters of two units: their halves are no characters.
TEST(NameIndex, HoldsMoreThanSixtyThousandCharacters) {
  const NameValues names = NamesOfManyCharacters();
  const NameIndex index = IndexOf(names);
  EXPECT_EQ(index.units().alphabet().size(), 60'000U + kRareLetters);
  std::vector<std::string> texts;
  const std::vector<std::string> letters = RareLetters();
  for (std::size_t i = 0; i + 3 < letters.size(); ++i) {
    for (const char* const common : {"", "一", "丁"}) {
      texts.push_back(letters[i] + common);
      texts.push_back(common + letters[i]);
      texts.push_back(letters[i] + common + letters[i + 1]);
      texts.push_back(letters[i] + letters[i + 3] + common + letters[i + 2]);
    }
  }
  for (const auto& [name, value] : names) {
    if (name.size() < 100) texts.push_back(name);
  }
  ExpectSame(index, names, texts);
}

TEST(NameIndex, HoldsNamesOfAHundredKilobytes) {
  using Values = std::vector<std::uint32_t>;
  const std::string a(100'000, 'a');
  const std::string c(70'000, 'c');
  const NameIndex index = IndexOf({{a, 1}, {a + "b", 2}, {"aa", 3}, {"b" + a, 4}, {c, 5}});
  EXPECT_EQ(index.longest(), 100'001U);
  EXPECT_EQ(index.Find(a), 1U);
  EXPECT_EQ(index.Find(a + "b"), 2U);
  EXPECT_EQ(index.Find(a + "c"), NameIndex::kNone);
  EXPECT_EQ(AtBegin(index, a + "b"), (Values{2, 1, 3}));
  EXPECT_EQ(AtBegin(index, a + "c"), (Values{1, 3}));
  EXPECT_EQ(AtBegin(index, a.substr(1) + "b"), Values{3});
  EXPECT_EQ(AtBegin(index, "b" + a + "b"), Values{4});
  EXPECT_EQ(AtBegin(index, "b" + a.substr(1)), Values{});
  EXPECT_EQ(AtBegin(index, c + "c"), Values{5});
  EXPECT_EQ(AtBegin(index, c.substr(1)), Values{});
}

TEST(NameIndex, IsEmptyAtFirst) {
  const NameIndex first;
  const NameIndex built = IndexOf({});
  for (const NameIndex* const index : {&first, &built}) {
    EXPECT_EQ(index->size(), 0U);
    EXPECT_EQ(index->longest(), 0U);
    EXPECT_EQ(index->Find(""), NameIndex::kNone);
    EXPECT_EQ(index->Find("a"), NameIndex::kNone);
    EXPECT_TRUE(AtBegin(*index, "a").empty());
  }
}

TEST(NameIndex, MayBeMoved) {
  NameIndex source = IndexOf({{"金水", 1}, {"金水区", 2}});
  const std::size_t bytes = source.bytes();
  EXPECT_GT(bytes, 4U * 0x10000U);
  NameIndex index(std::move(source));
  EXPECT_EQ(index.Find("金水区"), 2U);
  EXPECT_EQ(index.bytes(), bytes);
  index = IndexOf({{"中原区", 3}});
  EXPECT_EQ(index.Find("中原区"), 3U);
  EXPECT_EQ(index.Find("金水区"), NameIndex::kNone);
}

TEST(NameIndex, TakesNulForACharacter) {
  const std::string nul("\0", 1);
  const NameValues names = Numbered({nul, nul + "a", "a", "a" + nul, nul + nul + nul + nul});
  ExpectSame(IndexOf(names), names, TextsOver({nul, "a"}, 6));
}

struct Told {
  std::string name;
  std::vector<std::uint32_t> values;

  friend bool operator==(const Told&, const Told&) = default;
};
void PrintTo(const Told& told, std::ostream* out) {
  *out << told.name << testing::PrintToString(told.values);
}

TEST(NameIndexBuilder, IsToldOfDoubleNamesWithTheirValuesAsTheyCame) {
  const std::string long_name(20, 'x');
  NameIndexBuilder builder;
  std::uint32_t next = 10;
  for (const std::string& name : {std::string("ab"), long_name, std::string("a"), std::string("ab"),
                                  long_name + "y", std::string("c"), long_name, std::string("a"),
                                  std::string("ab"), std::string("abcd"), std::string("abcd")}) {
    builder.Add(name, next++);
  }
  builder.Add("", 99);
  std::vector<Told> told;
  const NameIndex index =
      builder.Build([&](std::string_view name, std::span<const std::uint32_t> values) {
        told.push_back({std::string(name), {values.begin(), values.end()}});
        return static_cast<std::uint32_t>(1000 + told.size());
      });
  std::vector<Told> sorted = told;
  std::sort(sorted.begin(), sorted.end(),
            [](const Told& a, const Told& b) { return a.name < b.name; });
  EXPECT_EQ(sorted,
            (std::vector<Told>{
                {"a", {12, 17}}, {"ab", {10, 13, 18}}, {"abcd", {19, 20}}, {long_name, {11, 16}}}));
  EXPECT_EQ(index.size(), 6U);
  for (std::size_t i = 0; i < told.size(); ++i) EXPECT_EQ(index.Find(told[i].name), 1001 + i);
  EXPECT_EQ(index.Find(long_name + "y"), 14U);
  EXPECT_EQ(index.Find("c"), 15U);
}

TEST(NameIndexBuilder, IsEmptyAfterwards) {
  const auto keep_first = [](std::string_view, std::span<const std::uint32_t> values) {
    return values.front();
  };
  NameIndexBuilder builder;
  builder.Add("a", 1);
  EXPECT_EQ(builder.Build(keep_first).size(), 1U);
  builder.Add("b", 2);
  const NameIndex index = builder.Build(keep_first);
  EXPECT_EQ(index.size(), 1U);
  EXPECT_EQ(index.Find("b"), 2U);
  EXPECT_EQ(index.Find("a"), NameIndex::kNone);
}

}  // namespace
}  // namespace zhitu::extract
