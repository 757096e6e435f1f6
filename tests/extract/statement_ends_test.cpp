#include "extract/statement_ends.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/told_texts.h"

namespace zhitu::extract {
namespace {

// The sentences of a line of gold: names of the mentions, those inside others with `^`, a bar
// behind each sentence. Things of the type `z` have none in scenes.
std::string SentencesOf(const std::string& gold) {
  const std::vector<GivenDocument> documents = GivenTexts(gold);
  const Extraction& extraction = documents.front().text.extraction;
  const auto type_of = [&](EntityIndex entity) {
    return extraction.EntityType(entity) == "z" ? 0U : 1U;
  };
  std::string all;
  const std::vector<StatementEnd> ends = EndsOfGiven(extraction);
  ForSentences(extraction, ends, type_of, [&](const StatementSentence& sentence) {
    for (std::size_t i = 0; i < sentence.mentions.size(); ++i) {
      EXPECT_EQ(ends[sentence.ends[i]].span, sentence.mentions[i].span);
      all += sentence.mentions[i].inner ? "^" : "";
      all += std::string(sentence.mentions[i].span.In(extraction.document.text)) + ' ';
    }
    all += '|';
  });
  return all;
}

struct SentenceCase {
  const char* name;
  const char* gold;
  const char* expected;
};
void PrintTo(const SentenceCase& c, std::ostream* out) { *out << c.name; }
class StatementSentences : public testing::TestWithParam<SentenceCase> {};

TEST_P(StatementSentences, AreThoseWithTwoEnds) {
  EXPECT_EQ(SentencesOf(GetParam().gold), GetParam().expected);
}

const SentenceCase kSentenceCases[] = {
    {"OfSpansEndAtMarks",
     R"({"text":"ab。c。de","ents":[[0,1,"x"],[1,2,"x"],[3,4,"x"],[5,6,"x"],[6,7,"x"]]})",
     "a b |d e |"},
    {"OfTriplesEndWithTheirLine",
     R"({"text":"a。b\nc","triples":[],"types":{"a":"x","b":"x","c":"x"}})", "a b |"},
    {"WithoutTypesAreLeftOut", R"({"text":"abc","ents":[[0,1,"x"],[1,2,"z"],[2,3,"x"]]})", "a c |"},
    {"InsideOthersOnlyWhereNothingElseNamesIt",
     R"({"text":"abc。abc b","ents":[[0,2,"x"],[1,2,"y"],[2,3,"x"],[4,6,"x"],[5,6,"y"],[8,9,"y"]]})",
     "ab ^b c |ab b |"},
    {"CrossingOnesGoOn", R"({"text":"abcd","ents":[[0,2,"x"],[1,3,"x"],[3,4,"x"]]})", "ab d |"},
    {"BlankText", R"({"text":"  ","ents":[[0,1,"x"],[1,2,"x"]]})", ""},
};
INSTANTIATE_TEST_SUITE_P(Basics, StatementSentences, testing::ValuesIn(kSentenceCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(StatementSentences, WithTooManyMentionsAreLists) {
  const auto sentence = [](std::size_t mentions) {
    std::string gold = R"({"text":")" + std::string(mentions, 'a') + R"(","ents":[)";
    for (std::size_t i = 0; i < mentions; ++i) {
      gold += (i > 0 ? ",[" : "[") + std::to_string(i) + ',' + std::to_string(i + 1) + ",\"x\"]";
    }
    return SentencesOf(gold + "]}");
  };
  EXPECT_NE(sentence(StatementScene::kMostMentions), "");
  EXPECT_EQ(sentence(StatementScene::kMostMentions + 1), "");
}

TEST(OutermostEnds, LeaveNestedOnesOut) {
  const std::vector<GivenDocument> documents =
      GivenTexts(R"({"text":"abc","ents":[[0,2,"x"],[1,2,"y"],[2,3,"x"]]})");
  EXPECT_EQ(OutermostEnds(documents.front().text.extraction).size(), 2U);
}

}  // namespace
}  // namespace zhitu::extract
