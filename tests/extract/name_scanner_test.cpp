// The scanner, with every kernel that this processor can run, against its slow twin.
#include "extract/name_scanner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extract/fold.h"
#include "extract/scan_kernel.h"
#include "tests/support/letters.h"
#include "tests/support/plain_name_finder.h"

namespace zhitu::extract {
namespace {

using Reading = UnitTable::Reading;

constexpr std::size_t kBatch = 2048;  // as in name_scanner.cpp

// Scans all texts with every kernel, each with one scanner, and compares with the twin.
void ExpectSame(const NameValues& names, const std::vector<std::string>& texts, Reading reading) {
  const NameIndex index = IndexOf(names);
  const PlainNameFinder twin(names);
  std::vector<NameScanner> scanners;
  for (const ScanKernel* const kernel : ScanKernels()) scanners.emplace_back(index, kernel);
  for (const std::string& text : texts) {
    const std::vector<NamesAtPlace> expected = twin.Find(text, reading);
    for (std::size_t i = 0; i < scanners.size(); ++i) {
      const std::vector<NamesAtPlace> found = ScanWhole(scanners[i], text, reading);
      const auto differs =
          std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
      ASSERT_TRUE(found == expected)
          << ScanKernels()[i]->name << ", place " << differs.first - found.begin() << ": "
          << (differs.first == found.end() ? "nothing" : testing::PrintToString(*differs.first))
          << " for "
          << (differs.second == expected.end() ? "nothing"
                                               : testing::PrintToString(*differs.second))
          << ": " << testing::PrintToString(names).substr(0, 1000) << " in " << text.size()
          << " bytes: " << text.substr(0, 1000);
    }
  }
}

// Names as a folded text holds them.
NameValues Folded(const std::vector<std::string>& names) {
  std::set<std::string> folded;
  for (const std::string& name : names) folded.insert(FoldName(name));
  folded.erase("");
  return Numbered(folded);
}

// Names without the line breaks that no name holds.
NameValues Plain(const std::vector<std::string>& names) {
  std::set<std::string> plain;
  for (const std::string& name : names) {
    if (!name.empty() && name.find_first_of("\r\n") == std::string::npos) plain.insert(name);
  }
  return Numbered(plain);
}

void ExpectSameBothWays(const std::vector<std::string>& names,
                        const std::vector<std::string>& texts) {
  ExpectSame(Folded(names), texts, Reading::kFolding);
  if (!testing::Test::HasFatalFailure()) ExpectSame(Plain(names), texts, Reading::kPlain);
}

// Every dictionary of up to three names of up to three letters; the texts each alone, and all on
// the lines of one.
void ExpectSameForAllDictionaries(const Letters& letters, std::size_t longest_text) {
  const std::vector<std::string> words = TextsOver(letters, 3);
  std::vector<std::string> texts = TextsOver(letters, longest_text);
  texts.push_back(OnLines(texts));
  for (std::size_t a = 1; a < words.size(); ++a) {
    for (std::size_t b = a; b < words.size(); ++b) {
      for (std::size_t c = b; c < words.size(); ++c) {
        ExpectSameBothWays({words[a], words[b], words[c]}, texts);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

TEST(NameScannerTwin, AgreesOnTwoLetters) { ExpectSameForAllDictionaries({"a", "水"}, 5); }
TEST(NameScannerTwin, AgreesOnSpaces) { ExpectSameForAllDictionaries({"a", " "}, 5); }
TEST(NameScannerTwin, AgreesOnSpacesBetweenHan) { ExpectSameForAllDictionaries({"水", " "}, 5); }
TEST(NameScannerTwin, AgreesOnExpansions) { ExpectSameForAllDictionaries({"s", "ß"}, 5); }
TEST(NameScannerTwin, AgreesOnFarCharacters) { ExpectSameForAllDictionaries({"𠮷", "𝟘"}, 5); }

// White space, marks and characters that vanish, in all orders on a line.
TEST(NameScannerTwin, AgreesOnAllThatStandsBetweenLetters) {
  const std::vector<std::string> texts =
      TextsOver({"a", "水", " ", "\u3000", "\u0301", "\u200B", "\n"}, 5);
  ExpectSameBothWays({"a", "水", "a a", "水水", "a水", "\u0301", "\u0301 a", "a\u0301 水", "水 a"},
                     {OnLines(texts), "\r" + OnLines(texts)});
}

// Names of up to eight units, each the beginning or the end of others.
TEST(NameScannerTwin, AgreesOnNamesInsideNames) {
  const std::vector<std::string> words = TextsOver({"a", "b"}, 5);
  const std::string text = OnLines(TextsOver({"a", "b"}, 8));
  for (std::size_t a = 1; a < words.size(); ++a) {
    for (std::size_t b = a; b < words.size() && !HasFatalFailure(); b += 3) {
      ExpectSame(Numbered({words[a], words[b], words[a] + words[b], "aab"}), {text},
                 Reading::kPlain);
    }
  }
}

TEST(NameScannerTwin, AgreesOnRandomTexts) {
  std::mt19937 random(20240918);
  for (int round = 0; round < 1000 && !HasFatalFailure(); ++round) {
    const Letters letters = SomeOf(random, EveryKindOfLetter(), 2 + random() % 7);
    std::vector<std::string> names;
    for (std::size_t i = 1 + random() % 12; i > 0; --i) {
      names.push_back(RandomText(random, letters, 1 + random() % (random() % 5 == 0 ? 40 : 5)));
    }
    std::vector<std::string> texts;
    for (int i = 0; i < 6; ++i) texts.push_back(RandomText(random, letters, random() % 200));
    texts.push_back(names.front() + RandomText(random, letters, 3) + names.back());
    ExpectSameBothWays(names, texts);
  }
}

// Texts of several batches.
TEST(NameScannerTwin, AgreesOnLongRandomTexts) {
  std::mt19937 random(17);
  for (int round = 0; round < 60 && !HasFatalFailure(); ++round) {
    const Letters letters = SomeOf(random, EveryKindOfLetter(), 2 + random() % 20);
    std::vector<std::string> names;
    for (std::size_t i = 1 + random() % 30; i > 0; --i) {
      names.push_back(RandomText(random, letters, 1 + random() % (random() % 5 == 0 ? 300 : 5)));
    }
    std::string text;
    while (text.size() < 20'000) {
      text += RandomText(random, letters, random() % 40);
      text += names[random() % names.size()];
    }
    ExpectSameBothWays(names, {text});
  }
}

// A name at each place around the end of the first batches, behind characters of each kind.
TEST(NameScannerTwin, AgreesAroundTheEndOfABatch) {
  const std::vector<std::string> names = {"金", "金水", "金水区", "s",
                                          "ss", "a b",  "𠮷",     std::string(40, 'y') + "金"};
  const std::string behind =
      "金 水区ßa \t bsß𠮷金水\n金 \u0301a\u00A0b" + std::string(40, 'y') + "金 区金㎏ßs";
  for (const std::string filler : {"x", "区", "𠮷", "ß", "a "}) {
    std::vector<std::string> texts;
    for (const std::size_t end : {kBatch - 42, kBatch, 2 * kBatch - 42}) {
      for (std::size_t count = end - 36; count <= end + 2; ++count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += filler;
        texts.push_back(text + behind);
      }
    }
    ExpectSameBothWays(names, texts);
    if (HasFatalFailure()) return;
  }
}

// Runs that are longer than a batch, of what leaves no unit, or many.
TEST(NameScannerTwin, AgreesOnRunsLongerThanABatch) {
  const std::vector<std::string> names = {"a b", "a", "水水", "水a", "ﷺ", "ss", "a\u0301 b"};
  std::vector<std::string> texts;
  for (const std::string run : {" ", "\u3000", "\u200B", "\u0301", "ﷺ", "ß", "\n", "\r\n", "𠮷"}) {
    for (const std::size_t count : {kBatch - 3, kBatch - 1, kBatch, kBatch + 1, 3 * kBatch}) {
      std::string middle;
      for (std::size_t i = 0; i < count; ++i) middle += run;
      for (const std::string before : {"a", "水", "a\u0301", " "}) {
        texts.push_back(before + middle + (count % 2 == 0 ? "b" : "水a b"));
      }
    }
  }
  ExpectSameBothWays(names, texts);
}

TEST(NameScannerTwin, AgreesOnLongNames) {
  std::mt19937 random(23);
  for (int round = 0; round < 10 && !HasFatalFailure(); ++round) {
    const Letters letters = SomeOf(random, EveryKindOfLetter(), 2 + random() % 4);
    const std::string base = RandomText(random, letters, 5000);
    std::vector<std::string> names;
    for (int i = 0; i < 8; ++i) {
      const std::u32string characters = CodePointsOf(base);
      const std::size_t begin = random() % 3;
      names.push_back(Utf8Of(characters.substr(begin, 900 + random() % 3000)));
    }
    ExpectSameBothWays(names, {base, base + base, "x" + base, names[0] + names[1] + names[0]});
  }
}

// So many names that buckets run over.
TEST(NameScannerTwin, AgreesOnManyNames) {
  std::mt19937 random(29);
  Letters letters;
  for (char32_t c = U'一'; c < U'一' + 250; ++c) letters.push_back(Utf8Of({&c, 1}));
  for (const bool with_singles : {false, true}) {
    std::set<std::string> words;
    for (const unsigned length : {2U, 2U, 2U, 3U, 3U, 3U, 4U, 5U, 6U, 7U, 9U, 12U}) {
      for (int i = 0; i < 4000; ++i) words.insert(RandomText(random, letters, length));
    }
    if (with_singles) words.insert(letters.begin(), letters.begin() + 20);
    std::string text;
    for (const std::string& word : words) {
      if (random() % 4 == 0) text += word + RandomText(random, letters, random() % 4);
    }
    ExpectSame(Numbered(words), {text}, Reading::kPlain);
    ExpectSame(Numbered(words), {text}, Reading::kFolding);
  }
}

TEST(NameScannerTwin, AgreesOnMoreThanSixtyThousandCharacters) {
  std::mt19937 random(31);
  const NameValues names = NamesOfManyCharacters();
  Letters letters = RareLetters();
  letters.resize(60);
  letters.insert(letters.end(), {"一", "丁", " ", " ", "\n", "x", "\u3000", "\U00020005"});
  std::string text = letters[2] + " k" + RandomText(random, letters, 5000);
  for (const auto& [name, value] : names) {
    if (name.size() < 100) text += name;
  }
  ExpectSame(names, {text}, Reading::kPlain);
  ExpectSame(names, {text}, Reading::kFolding);
}

TEST(NameScanner, FindsNothingWithoutNames) {
  ExpectSame({}, {"", "a", "金水 区\n", std::string(5000, ' '), std::string(5000, 'a')},
             Reading::kFolding);
}

// Regression: of a line that begins with marks, the last mark was forgotten, so that white space
// behind it seemed to begin the line.
TEST(NameScanner, KnowsTheMarksThatALineBeginsWith) {
  ExpectSame(Folded({"\u0301 b", "\u0301", "b"}),
             {"\u0301 b", "a\n\u0301 b", "a\n\u0301\u0301 b", "\n\u0301  水"}, Reading::kFolding);
}

// What must take no time that grows with the square of the text or the names: far below the limit
// where it does not.
class NameScannerTime : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_LT(std::chrono::steady_clock::now() - begin_, std::chrono::seconds(60));
  }
  // Places at which names begin.
  static std::size_t Count(const NameValues& names, const std::string& text,
                           Reading reading = Reading::kFolding) {
    const NameIndex index = IndexOf(names);
    NameScanner scanner(index);
    scanner.Start(text, reading);
    std::size_t count = 0;
    while (scanner.Next()) {
      for (const NameHit& hit : scanner.hits()) count += scanner.Longest(hit).length > 0 ? 1U : 0U;
    }
    return count;
  }

  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

TEST_F(NameScannerTime, OneLongName) {
  const std::string text(500'000, 'a');
  const std::string name(1000, 'a');
  EXPECT_EQ(Count({{name + "b", 1}}, text), 0U);
  EXPECT_EQ(Count({{name, 1}}, text), text.size() - 999);
}

TEST_F(NameScannerTime, NamesInsideNames) {
  NameValues names;
  for (std::uint32_t i = 1; i <= 1000; ++i) names.emplace(std::string(i, 'a') + "b", i);
  EXPECT_EQ(Count(names, std::string(100'000, 'a')), 0U);
}

TEST_F(NameScannerTime, LongNamesOfTwoLetters) {
  std::mt19937 random(43);
  std::set<std::string> names;
  for (int i = 0; i < 3000; ++i) names.insert(RandomText(random, {"a", "b"}, 1000));
  EXPECT_EQ(Count(Numbered(names), RandomText(random, {"a", "b"}, 1'000'000)), 0U);
}

TEST_F(NameScannerTime, TextWithoutAMatch) {
  EXPECT_EQ(Count(Numbered({"金水", "金水区", "水"}), std::string(20'000'000, ' ')), 0U);
  EXPECT_EQ(Count(Numbered({"金水", "金水区", "水"}), std::string(20'000'000, 'x')), 0U);
}

// Regression: in a full block of children all were looked at for one that is not among them.
TEST_F(NameScannerTime, ManyNamesThatBeginAlike) {
  constexpr std::uint32_t kChildren = 32'768;
  NameValues names;
  std::string text;
  for (std::uint32_t i = 0; i < kChildren + 1000; ++i) {
    const char32_t c = U'一' + i;
    const std::string letter = Utf8Of({&c, 1});
    names.emplace(i < kChildren ? "aaa" + letter : letter + "a", i);
    if (i >= kChildren) text += "aaa" + letter + "b";
  }
  std::string texts;
  for (int i = 0; i < 3000; ++i) texts += text;
  EXPECT_EQ(Count(names, texts, Reading::kPlain), 0U);
}

TEST(NameScanner, MayLeaveATextForAnother) {
  const NameValues names = Numbered({"a b", "b", "金水"});
  const NameIndex index = IndexOf(names);
  const PlainNameFinder twin(names);
  NameScanner scanner(index);
  std::string first;
  for (int i = 0; i < 2000; ++i) first += "a b金水ß ";
  for (const std::string second : {"b", " b", "水", "\u0301 b"}) {
    scanner.Start(first, Reading::kFolding);
    ASSERT_TRUE(scanner.Next());
    EXPECT_EQ(ScanWhole(scanner, second, Reading::kFolding), twin.Find(second, Reading::kFolding));
  }
}

}  // namespace
}  // namespace zhitu::extract
