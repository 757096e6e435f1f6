#include "extract/statement_trainer.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "extract/error.h"
#include "extract/model_statements.h"
#include "tests/support/told_texts.h"

namespace zhitu::extract {
namespace {

std::string BytesOf(const StatementModel& model) {
  std::string bytes;
  AppendStatements(model, bytes);
  return bytes;
}

StatementModel Train(const std::vector<StatementText>& texts,
                     const StatementTraining& options = {}) {
  StatementCounts counts;
  return std::move(TrainStatements(texts, options, counts)).value();
}

// What a model finds in a line of gold: `subject predicate object` each with a bar behind it.
std::string Found(StatementModel model, const std::string& gold) {
  const StatementPool pool(std::move(model));
  std::vector<GivenDocument> documents = GivenTexts(gold);
  FindGivenStatements(pool, documents, 1);
  std::string found;
  const Extraction& extraction = documents.front().text.extraction;
  for (const Statement& statement : extraction.statements) {
    found += extraction.EntityName(statement.subject) + ' ' + statement.predicate + ' ' +
             extraction.EntityName(statement.object) + '|';
  }
  return found;
}

struct LearnCase {
  const char* name;
  const char* text;  // of the work 新城 and the persons 钱七 and 孙九
  const char* expected;
};
void PrintTo(const LearnCase& c, std::ostream* out) { *out << c.name; }
class TrainStatementsTest : public testing::TestWithParam<LearnCase> {};

TEST_P(TrainStatementsTest, LearnsWhatHolds) {
  const std::string gold =
      std::string(R"({"text":")") + GetParam().text +
      R"(","triples":[],"types":{"新城":"work","钱七":"person","孙九":"person"}})";
  EXPECT_EQ(Found(Train(ToldTexts()), gold), GetParam().expected);
}

const LearnCase kLearnCases[] = {
    {"Both", "《新城》由钱七写，由孙九导演。", "新城 wrote 钱七|新城 directed 孙九|"},
    {"Order", "孙九导演的《新城》，作者是钱七。", "新城 directed 孙九|新城 wrote 钱七|"},
    {"Nothing", "昨天钱七和孙九看了《新城》。", ""},
    {"TwoPredicatesOfOnePair", "钱七自写自导《新城》，孙九看了。",
     "新城 directed 钱七|新城 wrote 钱七|"},
};
INSTANTIATE_TEST_SUITE_P(Basics, TrainStatementsTest, testing::ValuesIn(kLearnCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(TrainStatements, GivesTheSameModelForAnyNumberOfThreads) {
  StatementTraining options;
  const std::string one = BytesOf(Train(ToldTexts(), options));
  options.jobs = 3;
  EXPECT_EQ(BytesOf(Train(ToldTexts(), options)), one);
  options.seed = 2;
  EXPECT_NE(BytesOf(Train(ToldTexts(), options)), one);
}

TEST(TrainStatements, CountsWhatItLearnedFrom) {
  // The second line's ends stand on two lines; the statement of the third is of no mention.
  const std::string gold = R"({"text":"a b","triples":[["a","p","b"]],"types":{"a":"x","b":"y"}})"
                           "\n"
                           R"({"text":"a\nb","triples":[["a","p","b"]],"types":{"a":"x","b":"y"}})"
                           "\n";
  std::vector<StatementText> texts;
  for (GivenDocument& document : GivenTexts(gold)) texts.push_back(std::move(document.text));
  StatementCounts counts;
  EXPECT_TRUE(TrainStatements(texts, {}, counts).has_value());
  EXPECT_EQ(counts.pairs, 2U);
  EXPECT_EQ(counts.statements, 1U);
  EXPECT_EQ(counts.left_out, 1U);
}

TEST(TrainStatements, NeedsAStatementBetweenNamesOfASentence) {
  std::vector<StatementText> texts;
  for (GivenDocument& document :
       GivenTexts(R"({"text":"a\nb","triples":[["a","p","b"]],"types":{"a":"x","b":"y"}})")) {
    texts.push_back(std::move(document.text));
  }
  StatementCounts counts;
  EXPECT_FALSE(TrainStatements(texts, {}, counts).has_value());
  EXPECT_FALSE(TrainStatements({}, {}, counts).has_value());
}

TEST(TrainStatements, RefusesTooManyPredicates) {
  std::string gold;
  for (int i = 0; i < 256; ++i) {
    gold += R"({"text":"a b","triples":[["a","p)" + std::to_string(i) +
            R"(","b"]],"types":{"a":"x","b":"y"}})" + "\n";
  }
  std::vector<StatementText> texts;
  for (GivenDocument& document : GivenTexts(gold)) texts.push_back(std::move(document.text));
  StatementCounts counts;
  try {
    TrainStatements(texts, {}, counts);
    FAIL() << "learned";
  } catch (const UsageError& error) {
    EXPECT_STREQ(error.what(), "256 predicates; expected at most 255");
  }
}

TEST(TrainStatements, TellsHowFarItIs) {
  StatementTraining options;
  std::size_t last = 0;
  std::size_t of = 0;
  options.progress = [&](std::size_t done, std::size_t all) {
    last = done;
    of = all;
  };
  Train(ToldTexts(), options);
  EXPECT_EQ(last, of);
  EXPECT_EQ(of, 12U);  // two predicates, five parts and all
}

}  // namespace
}  // namespace zhitu::extract
