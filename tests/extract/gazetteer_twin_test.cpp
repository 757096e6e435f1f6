// The gazetteer against its slow twin: every short text over a tiny alphabet with every small
// dictionary over it, and random texts with a fixed seed.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extract/fold.h"
#include "extract/gazetteer.h"
#include "extract/plain_reader.h"
#include "tests/support/brute_force_matcher.h"
#include "tests/support/letters.h"

namespace zhitu::extract {

void PrintTo(const Match& match, std::ostream* out) {
  *out << (match.nested ? "^" : "") << match.span.begin << '-' << match.span.end << '/'
       << match.folded.begin << '-' << match.folded.end;
  for (const EntityIndex entity : match.readings) *out << " e" << entity;
}

namespace {

constexpr SurfaceRule kAnywhere = {SurfaceRule::Boundary::kNone, false};
constexpr SurfaceRule kExactCase = {SurfaceRule::Boundary::kNone, true};

// What `Find` gives for the lines of a text, each a block of its own, but for nested matches.
std::vector<OuterMatch> FindInLines(const Gazetteer& gazetteer, const std::string& text) {
  SourceText source;
  source.text = text;
  source.record = true;  // a document even where nothing is visible
  const Document document = PlainDocuments(source).at(0);
  return OuterOf(gazetteer.Find(FoldBlocks(text, document.blocks), text));
}

void ExpectSame(const std::vector<PlainName>& names, const std::vector<std::string>& texts) {
  const Gazetteer gazetteer = BuildGazetteer(names);
  const BruteForceMatcher twin(names);
  for (const std::string& text : texts) {
    const std::vector<Match> expected = twin.Find(text);
    ASSERT_EQ(FindWhole(gazetteer, text), expected)
        << testing::PrintToString(names) << " in " << text;
    ASSERT_EQ(FindOuter(gazetteer, text), FindInLines(gazetteer, text))
        << testing::PrintToString(names) << " in lines of " << text;
    if (text.find_first_of("\r\n") != std::string::npos) continue;  // lines are blocks there
    ASSERT_EQ(FindOuter(gazetteer, text), OuterOf(expected))
        << testing::PrintToString(names) << " in " << text;
  }
}

// Every dictionary of up to three names of up to three letters, each its own entity.
void ExpectSameForAllDictionaries(const Letters& letters, std::size_t longest_text,
                                  const SurfaceRule& rule) {
  const std::vector<std::string> words = TextsOver(letters, 3);
  const std::vector<std::string> texts = TextsOver(letters, longest_text);
  for (std::size_t a = 1; a < words.size(); ++a) {
    for (std::size_t b = a; b < words.size(); ++b) {
      for (std::size_t c = b; c < words.size(); ++c) {
        ExpectSame({{words[a], 0, rule}, {words[b], 1, rule}, {words[c], 2, rule}}, texts);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

TEST(GazetteerTwin, AgreesOnTwoLettersAnywhere) {
  ExpectSameForAllDictionaries({"a", "b"}, 7, kAnywhere);
}

TEST(GazetteerTwin, AgreesOnTwoHanCharacters) { ExpectSameForAllDictionaries({"金", "水"}, 6, {}); }

TEST(GazetteerTwin, AgreesOnLettersAndSpacesAsWords) {
  ExpectSameForAllDictionaries({"a", " "}, 7, {});
}

TEST(GazetteerTwin, AgreesOnHanAndLetters) { ExpectSameForAllDictionaries({"a", "金"}, 6, {}); }

TEST(GazetteerTwin, AgreesOnUpperAndLowerCase) {
  ExpectSameForAllDictionaries({"a", "A"}, 5, kExactCase);
}

// One letter that is also half of an expanded character, and a mark that belongs to it.
TEST(GazetteerTwin, AgreesOnExpandedCharacters) {
  ExpectSameForAllDictionaries({"s", "ß"}, 6, kAnywhere);
}

TEST(GazetteerTwin, AgreesOnCombiningMarks) {
  const Letters letters = {"e", "\u0301", "é"};
  const std::vector<std::string> texts = TextsOver(letters, 5);
  const std::vector<std::string> words = TextsOver(letters, 3);
  for (std::size_t a = 1; a < words.size() && !HasFatalFailure(); ++a) {
    for (std::size_t b = a; b < words.size() && !HasFatalFailure(); ++b) {
      ExpectSame({{words[a], 0, kAnywhere}, {words[b], 1, kAnywhere}}, texts);
    }
  }
}

TEST(GazetteerTwin, AgreesOnIgnoredForms) {
  const std::vector<std::string> words = TextsOver({"a", "b"}, 3);
  const std::vector<std::string> texts = TextsOver({"a", "b"}, 7);
  for (std::size_t ignored = 1; ignored < words.size(); ++ignored) {
    for (std::size_t a = 1; a < words.size() && !HasFatalFailure(); ++a) {
      ExpectSame({{words[ignored], kNoEntity, kAnywhere},
                  {words[a], 0, kAnywhere},
                  {"ab", 1, kAnywhere},
                  {"a", 1, kAnywhere}},
                 texts);
    }
  }
}

// Texts over a few letters chosen anew each round, so that names are met often.
TEST(GazetteerTwin, AgreesOnRandomTexts) {
  std::mt19937 random(20240917);
  for (int round = 0; round < 4000 && !HasFatalFailure(); ++round) {
    const Letters letters = SomeOf(random, EveryKindOfLetter(), 2 + random() % 6);
    std::vector<SurfaceRule> rules;
    for (int i = 0; i < 6; ++i) {
      rules.push_back(
          {random() % 2 == 0 ? SurfaceRule::Boundary::kAuto : SurfaceRule::Boundary::kNone,
           random() % 4 == 0});
    }
    std::vector<PlainName> names;
    for (EntityIndex entity = 0; entity < rules.size(); ++entity) {
      for (std::size_t i = 1 + random() % 2; i > 0; --i) {
        names.push_back({RandomText(random, letters, 1 + random() % 4), entity, rules[entity]});
      }
    }
    if (random() % 3 == 0) names.push_back({RandomText(random, letters, 2), kNoEntity, kAnywhere});
    std::vector<std::string> texts;
    for (int i = 0; i < 5; ++i) texts.push_back(RandomText(random, letters, random() % 30));
    ExpectSame(names, texts);
  }
}

}  // namespace
}  // namespace zhitu::extract
