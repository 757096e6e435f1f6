#include "extract/model_statements.h"

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "extract/dictionary.h"
#include "extract/extractor.h"
#include "extract/model.h"
#include "extract/statement_trainer.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told_texts.h"

namespace zhitu::extract {
namespace {

// Statements `subject predicate object sentence confidence rule`, one a line.
std::string Show(const std::vector<Statement>& statements) {
  std::string all;
  for (const Statement& one : statements) {
    all += std::to_string(one.subject) + ' ' + one.predicate + ' ' + std::to_string(one.object) +
           ' ' + std::to_string(one.sentence) + ' ' + one.rule + '\n';
  }
  return all;
}

Statement Said(EntityIndex subject, const std::string& predicate, std::uint32_t sentence,
               double confidence, const std::string& rule) {
  Statement statement;
  statement.subject = subject;
  statement.predicate = predicate;
  statement.object = 9;
  statement.sentence = sentence;
  statement.confidence = confidence;
  statement.rule = rule;
  return statement;
}

struct MergeCase {
  const char* name;
  std::vector<Statement> rules;
  std::vector<Statement> model;
  const char* expected;
};
void PrintTo(const MergeCase& c, std::ostream* out) { *out << c.name; }
class MergeStatementsTest : public testing::TestWithParam<MergeCase> {};

TEST_P(MergeStatementsTest, KeepsTheMostConfident) {
  std::vector<Statement> statements = GetParam().rules;
  MergeStatements(GetParam().model, statements);
  EXPECT_EQ(Show(statements), GetParam().expected);
}

const MergeCase kMergeCases[] = {
    {"Nothing", {}, {}, ""},
    {"OtherPredicates",
     {Said(1, "p", 0, 0.9, "r")},
     {Said(1, "q", 0, 0.5, "model")},
     "1 p 9 0 r\n1 q 9 0 model\n"},
    {"OtherSentences",
     {Said(1, "p", 0, 0.9, "r")},
     {Said(1, "p", 1, 0.5, "model")},
     "1 p 9 0 r\n1 p 9 1 model\n"},
    {"SurerRule", {Said(1, "p", 0, 0.9, "r")}, {Said(1, "p", 0, 0.5, "model")}, "1 p 9 0 r\n"},
    {"SurerModel", {Said(1, "p", 0, 0.4, "r")}, {Said(1, "p", 0, 0.5, "model")}, "1 p 9 0 model\n"},
    {"OfEqualsTheRule",
     {Said(1, "p", 0, 0.5, "r")},
     {Said(1, "p", 0, 0.5, "model")},
     "1 p 9 0 r\n"},
};
INSTANTIATE_TEST_SUITE_P(Basics, MergeStatementsTest, testing::ValuesIn(kMergeCases),
                         [](const auto& c) { return std::string(c.param.name); });

// A dictionary and a model on disk.
class ModelStatements : public testing::Test {
 protected:
  ModelStatements() {
    Model model;
    StatementCounts counts;
    model.statements = TrainStatements(ToldTexts(), {}, counts);
    std::string bytes;
    WriteModel(model, [&](std::string_view part) { bytes += part; });
    options_.model = folder_.Write("m.zmodel", bytes);
    std::vector<Problem> warnings;
    gazetteer_ = std::make_unique<Gazetteer>(LoadDictionaries(
        {folder_.Write("d.csv", "name,type\n新城,work\n钱七,person\n孙九,person\n郑州市,place\n")},
        false, warnings));
  }

  // Statements as `subject predicate object rule: evidence`, one a line.
  std::string StatementsOf(const std::string& text, const std::string& preset) {
    options_.preset = preset;
    const Extractor extractor(*gazetteer_, options_);
    SourceText source;
    source.name = source.file = "a.txt";
    source.text = text;
    std::string all;
    for (const Extraction& extraction : extractor.Run(source)) {
      for (const Statement& one : extraction.statements) {
        EXPECT_GT(one.confidence, 0);
        EXPECT_LT(one.confidence, 1);
        all += extraction.EntityId(one.subject) + ' ' + one.predicate + ' ' +
               extraction.EntityId(one.object) + ' ' + one.rule + ": " +
               extraction.Surface(one.evidence.front()) + '\n';
      }
    }
    return all;
  }

  TempFolder folder_;
  ExtractorOptions options_;
  std::unique_ptr<Gazetteer> gazetteer_;
};

constexpr char kExpected[] =
    "work:新城 wrote person:钱七 model: 新城》由钱七\n"
    "work:新城 directed person:孙九 model: 新城》由钱七写，由孙九\n";

TEST_F(ModelStatements, AreFoundWithoutAPreset) {
  EXPECT_EQ(StatementsOf("《新城》由钱七写，由孙九导演。", "none"), kExpected);
}

TEST_F(ModelStatements, AreFoundWithAPreset) {
  EXPECT_EQ(StatementsOf("《新城》由钱七写，由孙九导演。", "zh-news"), kExpected);
}

TEST_F(ModelStatements, RunOverLinesThatBelongTogether) {
  EXPECT_EQ(StatementsOf("天气很好，今天大家都在看一部新的小说，名字是《新城》由钱七写，由孙\n"
                         "九导演，大家都说今天的天气很好，而且昨天的天气也是这样的。\n",
                         "zh-news"),
            kExpected);
}

TEST_F(ModelStatements, HoldInsideOfASentence) {
  EXPECT_EQ(StatementsOf("《新城》。由钱七写。", "none"), "");
}

TEST_F(ModelStatements, AreNotOfTypesThatTheModelDoesNotKnow) {
  EXPECT_EQ(StatementsOf("郑州市由钱七写，由孙九导演。", "none"), "");
}

}  // namespace
}  // namespace zhitu::extract
