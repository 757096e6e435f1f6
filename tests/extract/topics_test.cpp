#include "extract/topics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/marked_scene.h"

namespace zhitu::extract {
namespace {

const char kPreset[] =
    "text: {clause_end: '，：、', list_separator: [、, 和]}\n"
    "lexicons: {time: [近日, 今年]}\n"
    "discourse: {subject: [office, community, person], main: [office, community],\n"
    "            opening: [<time>, 在, 同时], no_subject: [为], possessive: [的], generic: [居民, "
    "各社区]}\n";

std::string Name(const RuleInput& input, const RuleMention* mention) {
  return mention == nullptr ? "-" : input.entities.Name(mention->entity);
}

// The text in parts, each with what it is about before it (`-` for nothing known), blocks parted by
// `/`; then what all is about.
std::string Show(const RuleInput& input) {
  const Topics topics(input.view, input.knowledge, input.words, input.mentions);
  const std::string& text = input.view.folded().text();
  std::string shown;
  const RuleMention* topic = nullptr;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (at == 0 || topics.At(at) != topic) {
      topic = topics.At(at);
      shown += (at == 0 ? "" : "] ") + Name(input, topic) + '[';
    }
    shown += text[at];
  }
  std::replace(shown.begin(), shown.end(), '\n', '/');
  return shown + "] main " + Name(input, topics.main());
}

struct TopicCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const TopicCase& c, std::ostream* out) { *out << c.name; }
class ClauseTopics : public testing::TestWithParam<TopicCase> {};

TEST_P(ClauseTopics, AreFound) {
  const MarkedScene scene(kPreset, GetParam().text);
  EXPECT_EQ(Show(scene.input()), GetParam().expected);
}

const TopicCase kClauses[] = {
    {"NoName", "无", "-[无] main -"},
    {"MentionFirst", "[甲:office]来，打造", "甲[甲来,打造] main 甲"},
    {"MentionElsewhere", "打造[甲:office]", "-[打造甲] main -"},
    {"EveryClauseMayHaveItsOwn", "[甲:office]来，[乙:office]看，打造",
     "甲[甲来,] 乙[乙看,打造] main 甲"},
    {"OfATypeThatIsNoSubject", "[甲:office]来，[乙:road]通，打造", "甲[甲来,乙通,打造] main 甲"},
    {"TheLastOfAdjoiningOnes", "[甲:office][乙:community]来", "乙[甲乙来] main 乙"},
    {"AdjoiningOneThatIsNoSubject", "[甲:office][乙:road]通", "甲[甲乙通] main 甲"},
    {"InQuotes", "“[甲:office]”来", "甲[\"甲\"来] main 甲"},
    {"AdjoiningInQuotes", "[甲:office]“[乙:community]”来", "乙[甲\"乙\"来] main 乙"},
    {"WhatBelongsToIt", "[甲:office]的[乙:community]来", "乙[甲的乙来] main 乙"},
    {"WhatBelongsToWhatBelongsToIt", "[甲:office]的[乙:community]的[丙:person]来",
     "丙[甲的乙的丙来] main -"},
    {"NoSubjectBelongsToIt", "[甲:office]的[乙:road]通", "甲[甲的乙通] main 甲"},
    {"ListSeparatorBeginsNoClause", "[甲:office]、[乙:office]来", "甲[甲、乙来] main 甲"},
    {"SubjectThatIsNone", "[甲:office]来，[乙:community]为先，打造",
     "甲[甲来,乙为先,打造] main 甲"},
    {"OuterMentionCounts", "[[甲:office]社区:community]来", "甲社区[甲社区来] main 甲社区"},
    {"NestedAtTheBeginOnly", "[[甲:office]路:road]通", "-[甲路通] main -"},
};
const TopicCase kOpenings[] = {
    {"Opening", "近日，在[甲:office]打造", "甲[近日,在甲打造] main 甲"},
    {"SeveralOpenings", "近日同时在[甲:office]打造", "甲[近日同时在甲打造] main 甲"},
    {"MoreThanThree", "近日今年同时在[甲:office]打造", "-[近日今年同时在甲打造] main -"},
    {"OfALexicon", "今年 “[甲:office]”", "甲[今年 \"甲\"] main 甲"},
    {"OpeningInAName", "[近日:road]，[近日报:office]来", "近日报[近日,近日报来] main 近日报"},
    {"OtherWord", "看[甲:office]", "-[看甲] main -"},
};
const TopicCase kGeneric[] = {
    {"HidesTheSubject", "[甲:office]来，居民看，打造", "甲[甲来,] -[居民看,打造] main 甲"},
    {"UpToTheEndOfItsSentence", "[甲:office]来。居民看，打造。说",
     "甲[甲来。] -[居民看,打造。] 甲[说] main 甲"},
    {"UpToTheNextSubject", "居民看，[甲:office]来", "-[居民看,] 甲[甲来] main 甲"},
    {"BehindAnOpening", "[甲:office]来，同时各社区看", "甲[甲来,] -[同时各社区看] main 甲"},
    {"NameThatBeginsSo", "[甲:office]来，[居民社:community]打造",
     "甲[甲来,] 居民社[居民社打造] main 甲"},
    {"NotInAName", "[甲:office]来，[居民公约:program]好", "甲[甲来,居民公约好] main 甲"},
    {"NotBehindACommaInAName", "[甲:office]读[东，居民:road]，打造",
     "甲[甲读东,居民,打造] main 甲"},
};
const TopicCase kSentences[] = {
    {"WithoutSubject", "[甲:office]来。打造", "甲[甲来。打造] main 甲"},
    {"OfTheFirstSentence", "[甲:office]来。[乙:person]看。打造",
     "甲[甲来。] 乙[乙看。] 甲[打造] main 甲"},
    {"OfTheDocument", "[甲:office]来。\n打造。[乙:person]看。说",
     "甲[甲来。/打造。] 乙[乙看。] 甲[说] main 甲"},
    {"FirstSentenceNamesAnother", "headline> [甲:office]\n[乙:person]来。打造",
     "甲[甲/] 乙[乙来。打造] main 甲"},
    {"FirstSentenceNamesNone", "headline> [甲:office]\n好。[乙:person]来。打造",
     "甲[甲/好。] 乙[乙来。] 甲[打造] main 甲"},
    {"LaterClauseOfTheFirst", "headline> [甲:office]\n好，[乙:person]来。打造",
     "甲[甲/好,] 乙[乙来。打造] main 甲"},
    {"BackToTheDocument", "headline> [甲:office]\n[乙:person]来。[甲:office]看。打造",
     "甲[甲/] 乙[乙来。] 甲[甲看。打造] main 甲"},
    {"NothingBeforeIt", "好。[乙:person]来", "-[好。] 乙[乙来] main -"},
};
const TopicCase kMain[] = {
    {"OfTheHeadline", "headline> [甲:office]好\n[乙:office]来。[乙:office]看",
     "甲[甲好/] 乙[乙来。] 乙[乙看] main 甲"},
    {"HeadlineNeedNotBeFirst", "[乙:office]来。[乙:office]看\nheadline> [甲:office]好",
     "乙[乙来。] 乙[乙看/] 甲[甲好] main 甲"},
    {"FirstSubjectOfTheHeadline", "headline> 看[乙:office]，[甲:office]好",
     "甲[看乙,甲好] main 甲"},
    {"HeadlineOfAnotherType", "headline> [乙:person]好\n[甲:office]来",
     "乙[乙好/] 甲[甲来] main 甲"},
    {"MostSubjects", "[甲:office]来，[乙:office]来，[乙:office]看",
     "甲[甲来,] 乙[乙来,] 乙[乙看] main 乙"},
    {"OtherMentionsCountLess", "[甲:office]来，看[甲:office]。[乙:office]看，[乙:office]说",
     "甲[甲来,看甲。] 乙[乙看,] 乙[乙说] main 乙"},
    {"OtherMentionsCount", "[乙:office]来。[甲:office]来，看[甲:office]",
     "乙[乙来。] 甲[甲来,看甲] main 甲"},
    {"TheFirstOfEquals", "[乙:office]来。[甲:office]来", "乙[乙来。] 甲[甲来] main 乙"},
    {"NeverASubject", "看[甲:office]，看[甲:office]", "-[看甲,看甲] main -"},
    {"OfOtherTypes", "[甲:person]来，[甲:person]看", "甲[甲来,] 甲[甲看] main -"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Clauses, ClauseTopics, testing::ValuesIn(kClauses), kName);
INSTANTIATE_TEST_SUITE_P(Openings, ClauseTopics, testing::ValuesIn(kOpenings), kName);
INSTANTIATE_TEST_SUITE_P(Generic, ClauseTopics, testing::ValuesIn(kGeneric), kName);
INSTANTIATE_TEST_SUITE_P(Sentences, ClauseTopics, testing::ValuesIn(kSentences), kName);
INSTANTIATE_TEST_SUITE_P(Main, ClauseTopics, testing::ValuesIn(kMain), kName);

TEST(Topics, AreNoneWhereNothingIsSaidOfThem) {
  const MarkedScene scene("", "headline> [甲:office]\n[甲:office]来");
  EXPECT_EQ(Show(scene.input()), "-[甲/甲来] main -");
}

// A character may end clauses and sentences: the next sentence's subject is not that of this one.
TEST(Topics, AreThoseOfTheirSentence) {
  const MarkedScene scene(
      "text: {clause_end: '，；', sentence_end: '。；'}\n"
      "discourse: {subject: [office, person], main: [office]}\n",
      "headline> [丙:office]\n好；[甲:person]来。打造");
  EXPECT_EQ(Show(scene.input()), "丙[丙/好;] 甲[甲来。] 丙[打造] main 丙");
}

}  // namespace
}  // namespace zhitu::extract
