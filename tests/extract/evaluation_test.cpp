#include "extract/evaluation.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "extract/error.h"

namespace zhitu::extract {
namespace {

AnnotationFile Gold(const std::string& lines) {
  std::istringstream in(lines);
  return ReadGold(in, "gold.jsonl");
}

AnnotationFile Predictions(const std::string& lines) {
  std::istringstream in(lines);
  return ReadPredictions(in, "pred.jsonl");
}

std::vector<std::string> Split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

AnnotatedMention MentionOf(std::string word) {
  AnnotatedMention mention;
  mention.nested = word.front() == '^';
  if (mention.nested) word.erase(0, 1);
  const std::vector<std::string> parts = Split(word, ':');
  const std::vector<std::string> span = Split(parts[0], '-');
  mention.begin = std::stoul(span[0]);
  mention.end = std::stoul(span[1]);
  mention.type = parts[1];
  if (parts.size() > 2 && parts[2] == "nominal") mention.kind = MentionKind::kNominal;
  if (parts.size() > 2 && parts[2] == "pronoun") mention.kind = MentionKind::kPronoun;
  if (parts.size() > 3) mention.entity = parts[3];
  return mention;
}

// One document "a". `mentions` are words `begin-end:type:kind:entity` in order, the last two at
// will, with a leading `^` where nested; `statements` are words `subject:predicate:object`.
AnnotationFile FileOf(const std::string& mentions, const std::string& statements = "") {
  AnnotatedDocument document;
  document.id = "a";
  document.line = 1;
  for (const std::string& word : Split(mentions, ' ')) document.mentions.push_back(MentionOf(word));
  document.has_statements = true;
  for (const std::string& word : Split(statements, ' ')) {
    const std::vector<std::string> parts = Split(word, ':');
    document.statements.push_back({parts[0], parts[1], parts[2]});
  }
  return {"f.jsonl", {document}};
}

std::string Show(const Score& score) {
  return std::to_string(score.right) + " of " + std::to_string(score.expected) + ", " +
         std::to_string(score.found) + " found";
}

struct MentionCase {
  const char* name;
  const char* gold;
  const char* predicted;
  Score strict;
  Score relaxed;
};
void PrintTo(const MentionCase& c, std::ostream* out) { *out << c.name; }
class EvaluateMentions : public testing::TestWithParam<MentionCase> {};

TEST_P(EvaluateMentions, CountsBothWays) {
  const Evaluation result = Evaluate(FileOf(GetParam().gold), FileOf(GetParam().predicted));
  EXPECT_EQ(Show(result.mentions.strict), Show(GetParam().strict));
  EXPECT_EQ(Show(result.mentions.relaxed), Show(GetParam().relaxed));
}

const MentionCase kMentionCases[] = {
    {"NothingAtAll", "", "", {0, 0, 0}, {0, 0, 0}},
    {"Equal", "0-2:x 3-5:y", "0-2:x 3-5:y", {2, 2, 2}, {2, 2, 2}},
    {"AllMissed", "0-2:x", "", {0, 1, 0}, {0, 1, 0}},
    {"AllInvented", "", "0-2:x", {0, 0, 1}, {0, 0, 1}},
    {"OtherType", "0-2:x", "0-2:y", {0, 1, 1}, {0, 1, 1}},
    {"OtherKindIsStillRight", "0-2:x:name", "0-2:x:nominal", {1, 1, 1}, {1, 1, 1}},
    {"OverlapIsRelaxed", "0-3:x", "2-5:x", {0, 1, 1}, {1, 1, 1}},
    {"TouchingIsNoOverlap", "0-2:x", "2-4:x", {0, 1, 1}, {0, 1, 1}},
    {"OneLongForTwoShort", "0-2:x 2-4:x", "0-4:x", {0, 2, 1}, {1, 2, 1}},
    {"TwoShortForOneLong", "0-4:x", "0-2:x 2-4:x", {0, 1, 2}, {1, 1, 2}},
    {"StrictBeforeRelaxed", "0-4:x", "0-4:x 3-5:x", {1, 1, 2}, {1, 1, 2}},
    {"SameSpanTwoTypes", "0-2:x 0-2:y", "0-2:y", {1, 2, 1}, {1, 2, 1}},
    {"DuplicatesCountOnce", "0-2:x", "0-2:x 0-2:x", {1, 1, 2}, {1, 1, 2}},
    {"NestedLeftOutWhereGoldHasNone", "0-4:x", "0-4:x ^0-2:y", {1, 1, 1}, {1, 1, 1}},
    {"NestedComparedWhereGoldHasSome", "0-4:x ^0-2:y", "0-4:x ^2-4:y", {1, 2, 2}, {1, 2, 2}},
};
INSTANTIATE_TEST_SUITE_P(Basics, EvaluateMentions, testing::ValuesIn(kMentionCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(EvaluateMentions, ByTypeHoldsTypesOfBothSides) {
  const Evaluation result = Evaluate(FileOf("0-2:x 3-5:x 6-8:y"), FileOf("0-2:x 4-5:x 6-8:z"));
  const std::map<std::string, MentionScores> expected = {
      {"x", {{1, 2, 2}, {2, 2, 2}}}, {"y", {{0, 1, 0}, {0, 1, 0}}}, {"z", {{0, 0, 1}, {0, 0, 1}}}};
  EXPECT_EQ(result.mentions_by_type, expected);
}

TEST(EvaluateMentions, ByKindAsksForTheSameKind) {
  const Evaluation result = Evaluate(FileOf("0-2:x:name 3-5:x:nominal 6-7:x:pronoun"),
                                     FileOf("0-2:x:name 3-5:x:name 6-7:x:pronoun"));
  const std::map<MentionKind, Score> expected = {{MentionKind::kName, {1, 1, 2}},
                                                 {MentionKind::kNominal, {0, 1, 0}},
                                                 {MentionKind::kPronoun, {1, 1, 1}}};
  EXPECT_EQ(result.mentions_by_kind, expected);
}

TEST(EvaluateMentions, ListsWhatIsMissedAndWrong) {
  const Evaluation result = Evaluate(FileOf("0-2:x 3-5:x"), FileOf("0-2:x 3-6:x"));
  const std::vector<MentionDifference> missed = {{"a", MentionOf("3-5:x")}};
  const std::vector<MentionDifference> wrong = {{"a", MentionOf("3-6:x")}};
  EXPECT_EQ(result.missed_mentions, missed);
  EXPECT_EQ(result.wrong_mentions, wrong);
}

TEST(EvaluateMentions, ListsOtherKinds) {
  const Evaluation result =
      Evaluate(FileOf("0-2:x:nominal:e 3-5:x:name:e"), FileOf("0-2:x:name:e 3-5:x:name:f"));
  const std::vector<KindDifference> expected = {
      {"a", MentionOf("0-2:x:nominal:e"), MentionKind::kName}};
  EXPECT_EQ(result.wrong_kinds, expected);
}

struct ReferenceCase {
  const char* name;
  const char* gold;
  const char* predicted;
  std::map<MentionKind, Score> expected;
};
void PrintTo(const ReferenceCase& c, std::ostream* out) { *out << c.name; }
class EvaluateReferences : public testing::TestWithParam<ReferenceCase> {};

TEST_P(EvaluateReferences, AskForKindAndEntity) {
  const Evaluation result = Evaluate(FileOf(GetParam().gold), FileOf(GetParam().predicted));
  EXPECT_EQ(result.references_by_kind, GetParam().expected);
}

const ReferenceCase kReferenceCases[] = {
    {"NoReference", "0-2:x:name:e", "0-2:x:name:e", {}},
    {"Right", "0-2:x:nominal:e", "0-2:x:nominal:e", {{MentionKind::kNominal, {1, 1, 1}}}},
    {"OtherEntity", "0-2:x:nominal:e", "0-2:x:nominal:f", {{MentionKind::kNominal, {0, 1, 1}}}},
    {"Undecided", "0-2:x:pronoun:e", "0-2:x:pronoun", {{MentionKind::kPronoun, {0, 1, 1}}}},
    {"GoldNamesNoEntity", "0-2:x:pronoun", "0-2:x:pronoun:f", {{MentionKind::kPronoun, {1, 1, 1}}}},
    {"OtherSpan", "0-2:x:nominal:e", "0-3:x:nominal:e", {{MentionKind::kNominal, {0, 1, 1}}}},
    {"OtherKind",
     "0-2:x:nominal:e",
     "0-2:x:pronoun:e",
     {{MentionKind::kNominal, {0, 1, 0}}, {MentionKind::kPronoun, {0, 0, 1}}}},
    {"NameForAReference", "0-2:x:nominal:e", "0-2:x:name:e", {{MentionKind::kNominal, {0, 1, 0}}}},
    {"ReferenceForAName", "0-2:x:name:e", "0-2:x:nominal:e", {{MentionKind::kNominal, {0, 0, 1}}}},
};
INSTANTIATE_TEST_SUITE_P(Basics, EvaluateReferences, testing::ValuesIn(kReferenceCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(EvaluateReferences, OnlyWhereGoldTellsKinds) {
  AnnotationFile gold = FileOf("0-2:x");
  gold.documents[0].format = AnnotationFormat::kSpans;
  gold.documents[0].text = "知图";
  const Evaluation result = Evaluate(gold, FileOf("0-2:x:nominal:e"));
  EXPECT_TRUE(result.references_by_kind.empty());
}

struct LinkCase {
  const char* name;
  const char* gold;
  const char* predicted;
  LinkScore expected;
};
void PrintTo(const LinkCase& c, std::ostream* out) { *out << c.name; }
class EvaluateLinks : public testing::TestWithParam<LinkCase> {};

TEST_P(EvaluateLinks, CountsEqualEntities) {
  const Evaluation result = Evaluate(FileOf(GetParam().gold), FileOf(GetParam().predicted));
  EXPECT_EQ(result.links, GetParam().expected);
  EXPECT_EQ(result.wrong_links.size(), GetParam().expected.asked - GetParam().expected.right);
}

const LinkCase kLinkCases[] = {
    {"Same", "0-2:x:name:e", "0-2:x:name:e", {1, 1}},
    {"Other", "0-2:x:name:e", "0-2:x:name:f", {0, 1}},
    {"Undecided", "0-2:x:name:e", "0-2:x:name", {0, 1}},
    {"GoldNamesNone", "0-2:x:name", "0-2:x:name:e", {0, 0}},
    {"SpanNotRight", "0-2:x:name:e", "0-3:x:name:e", {0, 0}},
    {"TypeNotRight", "0-2:x:name:e", "0-2:y:name:e", {0, 0}},
    {"KindDoesNotMatter", "0-2:x:name:e", "0-2:x:nominal:e", {1, 1}},
};
INSTANTIATE_TEST_SUITE_P(Basics, EvaluateLinks, testing::ValuesIn(kLinkCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(EvaluateLinks, ByTypeOfGold) {
  const Evaluation result =
      Evaluate(FileOf("0-2:x:name:e 3-5:x:name:e 6-8:y:name:g 9-10:z:name"),
               FileOf("0-2:x:name:e 3-5:x:name:f 6-8:y:name:g 9-10:z:name:e"));
  const std::map<std::string, LinkScore> expected = {{"x", {1, 2}}, {"y", {1, 1}}};
  EXPECT_EQ(result.links_by_type, expected);
}

TEST(EvaluateLinks, ListsWhatWasFoundInstead) {
  const Evaluation result = Evaluate(FileOf("0-2:x:name:e"), FileOf("0-2:x:name:f"));
  const std::vector<LinkDifference> expected = {{"a", MentionOf("0-2:x:name:e"), "f"}};
  EXPECT_EQ(result.wrong_links, expected);
}

TEST(EvaluateStatements, CountsAllByPredicateAndDifferences) {
  const Evaluation result = Evaluate(FileOf("", "a:leads:b a:runs:c b:part_of:d"),
                                     FileOf("", "a:runs:c b:leads:a d:part_of:b"));
  EXPECT_EQ(Show(result.statements), Show({1, 3, 3}));
  const std::map<std::string, Score> by_predicate = {
      {"leads", {0, 1, 1}}, {"part_of", {0, 1, 1}}, {"runs", {1, 1, 1}}};
  EXPECT_EQ(result.statements_by_predicate, by_predicate);
  const std::vector<StatementDifference> missed = {{"a", {"a", "leads", "b"}},
                                                   {"a", {"b", "part_of", "d"}}};
  const std::vector<StatementDifference> wrong = {{"a", {"b", "leads", "a"}},
                                                  {"a", {"d", "part_of", "b"}}};
  EXPECT_EQ(result.missed_statements, missed);
  EXPECT_EQ(result.wrong_statements, wrong);
}

TEST(EvaluateStatements, ByRuleOfThePrediction) {
  AnnotationFile gold = FileOf("", "a:leads:b a:runs:c b:part_of:d");
  gold.documents[0].statements[0].rules = {"of-gold"};
  AnnotationFile predicted = FileOf("", "a:leads:b a:runs:c d:part_of:b");
  predicted.documents[0].statements[0].rules = {"title"};
  predicted.documents[0].statements[1].rules = {"run", "title"};
  predicted.documents[0].statements[2].rules = {"prefix"};
  const Evaluation result = Evaluate(gold, predicted);
  const std::map<std::string, Score> expected = {
      {"prefix", {0, 3, 1}}, {"run", {1, 3, 1}}, {"title", {2, 3, 2}}};
  EXPECT_EQ(result.statements_by_rule, expected);
}

TEST(EvaluateStatements, OnlyWhereGoldTellsThem) {
  AnnotationFile gold = FileOf("");
  gold.documents[0].has_statements = false;
  const Evaluation result = Evaluate(gold, FileOf("", "a:runs:c"));
  EXPECT_EQ(Show(result.statements), Show({0, 0, 0}));
  EXPECT_TRUE(result.wrong_statements.empty());
}

TEST(ScoreShares, AreExact) {
  const Score score{3, 4, 6};
  EXPECT_DOUBLE_EQ(score.precision(), 0.5);
  EXPECT_DOUBLE_EQ(score.recall(), 0.75);
  EXPECT_DOUBLE_EQ(score.f1(), 0.6);
  EXPECT_DOUBLE_EQ((LinkScore{1, 4}.accuracy()), 0.25);
}

TEST(ScoreShares, AreZeroWhereNothingIsCounted) {
  const Score nothing;
  EXPECT_EQ(nothing.precision(), 0.0);
  EXPECT_EQ(nothing.recall(), 0.0);
  EXPECT_EQ(nothing.f1(), 0.0);
  EXPECT_EQ(LinkScore{}.accuracy(), 0.0);
}

// Names of documents alone, as lines of gold or of predictions.
std::string Spans(const std::string& text, const std::string& ents, const std::string& id = "") {
  return R"({"text":")" + text + R"(","ents":[)" + ents + ']' +
         (id.empty() ? "" : R"(,"id":")" + id + '"') + "}\n";
}
std::string Extract(const std::string& id, const std::string& mentions) {
  return R"({"document":")" + id + R"(","mentions":[)" + mentions + "]}\n";
}
std::string Name(const std::string& text, int begin, int end, const std::string& kind = "name") {
  return R"({"begin":)" + std::to_string(begin) + R"(,"end":)" + std::to_string(end) +
         R"(,"text":")" + text + R"(","type":"x","kind":")" + kind + R"("})";
}

struct PairCase {
  const char* name;
  std::string gold;
  std::string predicted;
  std::string expected;  // counts, or the error
};
void PrintTo(const PairCase& c, std::ostream* out) { *out << c.name; }
class EvaluatePairs : public testing::TestWithParam<PairCase> {};

TEST_P(EvaluatePairs, FindsThePartner) {
  const AnnotationFile gold = Gold(GetParam().gold);
  const AnnotationFile predictions = Predictions(GetParam().predicted);
  std::string got;
  try {
    const Evaluation result = Evaluate(gold, predictions);
    got = std::to_string(result.documents) + " pairs, " + Show(result.mentions.strict);
  } catch (const InputError& error) {
    got = error.what();
  }
  EXPECT_EQ(got, GetParam().expected);
}

const std::string kKnowA = Name("知", 0, 1);
const std::string kPicture = Name("图", 1, 2);
const PairCase kPairCases[] = {
    {"ByIdInAnyOrder", Extract("a", kKnowA) + Extract("b", kPicture),
     Extract("b", kPicture) + Extract("a", kKnowA), "2 pairs, 2 of 2, 2 found"},
    {"SpansById", Spans("知图", "[0,1,\"x\"]", "a") + Spans("知图", "[1,2,\"x\"]", "b"),
     Extract("b", kPicture) + Extract("a", kKnowA), "2 pairs, 2 of 2, 2 found"},
    {"SpansByOrder", Spans("知图", "[0,1,\"x\"]") + Spans("知图", "[1,2,\"x\"]"),
     Extract("g#1", kKnowA) + Extract("g#2", kPicture), "2 pairs, 2 of 2, 2 found"},
    {"SpansOfOneIdByOrder", Spans("知图", "[0,1,\"x\"]", "a") + Spans("知图", "[1,2,\"x\"]", "a"),
     Extract("g#1", kKnowA) + Extract("g#2", kPicture), "2 pairs, 2 of 2, 2 found"},
    {"SpansCountNamesAlone", Spans("知图", "[0,1,\"x\"]"),
     Extract("g", kKnowA + ',' + Name("图", 1, 2, "nominal")), "1 pairs, 1 of 1, 1 found"},
    {"PredictionMissing", Extract("a", "") + Extract("b", ""), Extract("a", ""),
     "gold.jsonl:2: \"b\" has no partner in pred.jsonl, which holds 1 documents"},
    {"GoldMissing", Extract("a", ""), Extract("b", "") + Extract("a", ""),
     "pred.jsonl:1: \"b\" has no partner in gold.jsonl, which holds 1 documents"},
    {"FewerPredictionsByOrder", Spans("", "") + Spans("", ""), Extract("a", ""),
     "gold.jsonl:2: this document has no partner in pred.jsonl, which holds 1 documents"},
    {"MorePredictionsByOrder", Spans("", ""), Extract("a", "") + Extract("b", ""),
     "pred.jsonl:2: \"b\" has no partner in gold.jsonl, which holds 1 documents"},
    {"PredictionPastTheText", Spans("知", ""), Extract("a", kKnowA + ',' + kPicture),
     "pred.jsonl:1: mention 1-2 reaches out of gold's text, which has 1 code points"},
    {"PredictionOfOtherText", Spans("知图", "[0,1,\"x\"]"), Extract("a", Name("图", 0, 1)),
     "pred.jsonl:1: mention 0-1 is \"图\", but gold's text there is \"知\""},
    {"JoinedLinesAreOneText", Spans(R"(知\n\n图)", "[0,4,\"x\"]"), Extract("a", Name("知图", 0, 4)),
     "1 pairs, 1 of 1, 1 found"},
};
INSTANTIATE_TEST_SUITE_P(Basics, EvaluatePairs, testing::ValuesIn(kPairCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(EvaluatePairs, CountsOfDocumentsAddUp) {
  const Evaluation result = Evaluate(Gold(Extract("a", kKnowA) + Extract("b", kPicture)),
                                     Predictions(Extract("a", kKnowA) + Extract("b", kKnowA)));
  EXPECT_EQ(result.documents, 2U);
  EXPECT_EQ(Show(result.mentions.strict), Show({1, 2, 2}));
  ASSERT_EQ(result.wrong_mentions.size(), 1U);
  EXPECT_EQ(result.wrong_mentions[0].document, "b");
}

TEST(EvaluatePairs, ListsTwentyFaultsAtMost) {
  std::string gold;
  for (int i = 0; i < 30; ++i) gold += Extract(std::to_string(i), "");
  try {
    Evaluate(Gold(gold), Predictions(""));
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems().size(), 20U);
  }
}

// --- The slow twin: the largest number of pairs, by augmenting paths ---

std::size_t MostPairs(
    const std::vector<AnnotatedMention>& gold, const std::vector<AnnotatedMention>& found,
    const std::function<bool(const AnnotatedMention&, const AnnotatedMention&)>& fits) {
  std::vector<std::size_t> partner(found.size(), gold.size());
  std::vector<bool> tried;
  const std::function<bool(std::size_t)> find_partner = [&](std::size_t g) {
    for (std::size_t f = 0; f < found.size(); ++f) {
      if (tried[f] || !fits(gold[g], found[f])) continue;
      tried[f] = true;
      if (partner[f] == gold.size() || find_partner(partner[f])) {
        partner[f] = g;
        return true;
      }
    }
    return false;
  };
  std::size_t pairs = 0;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    tried.assign(found.size(), false);
    if (find_partner(g)) ++pairs;
  }
  return pairs;
}

// Mentions side by side, of random lengths, gaps and types.
std::string RandomMentions(std::mt19937& random) {
  std::string mentions;
  for (std::size_t at = random() % 3; at < 12;) {
    const std::size_t end = at + 1 + random() % 4;
    mentions +=
        std::to_string(at) + '-' + std::to_string(end) + (random() % 3 == 0 ? ":y " : ":x ");
    at = end + random() % 3;
  }
  return mentions;
}

TEST(EvaluateRandom, AgreesWithTheSlowTwin) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const std::string gold_words = RandomMentions(random);
    const std::string found_words = RandomMentions(random);
    const AnnotationFile gold = FileOf(gold_words);
    const AnnotationFile found = FileOf(found_words);
    const Evaluation result = Evaluate(gold, found);
    const auto& g = gold.documents[0].mentions;
    const auto& f = found.documents[0].mentions;
    const auto same = [](const auto& a, const auto& b) {
      return a.begin == b.begin && a.end == b.end && a.type == b.type;
    };
    const auto overlap = [](const auto& a, const auto& b) {
      return a.type == b.type && a.begin < b.end && b.begin < a.end;
    };
    ASSERT_EQ(result.mentions.strict.right, MostPairs(g, f, same))
        << gold_words << "| " << found_words;
    ASSERT_EQ(result.mentions.relaxed.right, MostPairs(g, f, overlap))
        << gold_words << "| " << found_words;
  }
}

}  // namespace
}  // namespace zhitu::extract
