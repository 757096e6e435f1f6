#include "extract/evaluation_errors.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/evaluation.h"

namespace zhitu::extract {
namespace {

// Forms as `form right wrong missed: cause count (example count)`, one a line.
std::string Show(const std::vector<ErrorForm>& forms) {
  std::string all;
  for (const ErrorForm& form : forms) {
    all += form.form + ' ' + std::to_string(form.right) + ' ' + std::to_string(form.wrong) + ' ' +
           std::to_string(form.missed) + ':';
    for (const ErrorCause& cause : form.causes) {
      all += ' ' + cause.name + ' ' + std::to_string(cause.count);
      if (cause.examples > 0 && !cause.example.empty())
        all += " (" + cause.example + ' ' + std::to_string(cause.examples) + ')';
    }
    all += '\n';
  }
  return all;
}

Evaluation EvaluationOf(const std::string& gold, const std::string& predicted) {
  std::istringstream gold_lines(gold);
  std::istringstream lines(predicted);
  return Evaluate(ReadGold(gold_lines, "gold.jsonl"), ReadPredictions(lines, "pred.jsonl"));
}

// A prediction for the text 北京大学在北京 with mentions `begin,end,type`.
std::string Predicted(const std::vector<std::string>& mentions) {
  std::string line = R"({"document":"a","mentions":[)";
  for (const std::string& mention : mentions) {
    if (&mention != &mentions.front()) line += ',';
    const std::size_t type = mention.rfind(',');
    const std::size_t end = mention.find(',');
    line += R"({"begin":)" + mention.substr(0, end) + R"(,"end":)" +
            mention.substr(end + 1, type - end - 1) + R"(,"type":")" + mention.substr(type + 1) +
            R"(","kind":"name","text":")";
    const std::string text = "北京大学在北京";
    const std::size_t from = std::stoul(mention) * 3;
    line += text.substr(from, std::stoul(mention.substr(end + 1)) * 3 - from) + "\"}";
  }
  return line + "]}";
}

struct MentionCase {
  const char* name;
  const char* ents;  // of gold
  std::vector<std::string> predicted;
  const char* expected;
};
void PrintTo(const MentionCase& c, std::ostream* out) { *out << c.name; }
class ErrorsOfMentions : public testing::TestWithParam<MentionCase> {};

TEST_P(ErrorsOfMentions, HaveCauses) {
  const std::string gold =
      std::string(R"({"text":"北京大学在北京","ents":)") + GetParam().ents + "}";
  const Evaluation result = EvaluationOf(gold, Predicted(GetParam().predicted));
  EXPECT_EQ(Show(result.mention_errors), GetParam().expected);
}

const MentionCase kMentionCases[] = {
    {"None", R"([[0,4,"ORG"]])", {"0,4,ORG"}, ""},
    {"WrongType",
     R"([[0,4,"ORG"]])",
     {"0,4,LOC"},
     "北京大学 0 1 1: wrong type 2 (LOC 北京大学 1)\n"},
    {"Longer",
     R"([[0,4,"ORG"],[5,7,"LOC"]])",
     {"0,2,LOC", "5,7,LOC"},
     "北京 1 1 0: longer 1 (ORG 北京大学 1)\n北京大学 0 0 1: shorter 1 (LOC 北京 1)\n"},
    {"Nothing",
     R"([[0,4,"ORG"]])",
     {"5,7,LOC"},
     "北京 0 1 0: nothing 1\n北京大学 0 0 1: nothing 1\n"},
    {"Crossing",
     R"([[0,4,"ORG"]])",
     {"2,6,LOC"},
     "北京大学 0 0 1: crossing 1 (LOC 大学在北 1)\n大学在北 0 1 0: crossing 1 (ORG 北京大学 1)\n"},
    {"TheOneThatSharesMost",
     R"([[0,4,"ORG"]])",
     {"0,1,A", "1,4,B"},
     "京大学 0 1 0: longer 1 (ORG 北京大学 1)\n北 0 1 0: longer 1 (ORG 北京大学 1)\n"
     "北京大学 0 0 1: shorter 1 (B 京大学 1)\n"},
    {"ItselfIsNoCause", R"([[5,7,"LOC"]])", {"5,7,LOC", "5,7,LOC"}, "北京 1 1 0: nothing 1\n"},
    {"WorstFirst",
     R"([[0,2,"LOC"],[2,4,"X"],[5,7,"LOC"]])",
     {},
     "北京 0 0 2: nothing 2\n大学 0 0 1: nothing 1\n"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ErrorsOfMentions, testing::ValuesIn(kMentionCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ErrorsOfMentions, AreNotToldOfMentionsWithoutText) {
  const Evaluation result =
      EvaluationOf(R"({"document":"a","mentions":[{"begin":0,"end":1,"type":"x","kind":"name"}]})",
                   R"({"document":"a","mentions":[]})");
  EXPECT_TRUE(result.mention_errors.empty());
}

struct StatementCase {
  const char* name;
  const char* gold;       // statements `subject predicate object`, parted by commas
  const char* predicted;  // likewise
  const char* expected;
};
void PrintTo(const StatementCase& c, std::ostream* out) { *out << c.name; }
class ErrorsOfStatements : public testing::TestWithParam<StatementCase> {};

std::string Statements(const std::string& words) {
  std::string line = R"({"document":"a","mentions":[],"statements":[)";
  std::istringstream in(words);
  std::string separator;
  for (std::string one; std::getline(in, one, ',');) {
    std::istringstream parts(one);
    std::string subject;
    std::string predicate;
    std::string object;
    parts >> subject >> predicate >> object;
    line += separator + R"({"subject":")" + subject + R"(","predicate":")" + predicate +
            R"(","object":")" + object + "\"}";
    separator = ",";
  }
  return line + "]}";
}

TEST_P(ErrorsOfStatements, HaveCauses) {
  const Evaluation result =
      EvaluationOf(Statements(GetParam().gold), Statements(GetParam().predicted));
  EXPECT_EQ(Show(result.statement_errors), GetParam().expected);
}

const StatementCase kStatementCases[] = {
    {"None", "a p b", "a p b", ""},
    {"OtherPredicate", "a p b", "a q b",
     "p 0 0 1: other predicate 1 (q 1)\nq 0 1 0: other predicate 1 (p 1)\n"},
    {"Reversed", "a p b", "b p a", "p 0 1 1: reversed 2 (p 2)\n"},
    {"OtherObject", "a p b,c p d", "a p d,c p d", "p 1 1 1: other end 2 (p 2)\n"},
    {"OtherSubject", "a p b", "c p b", "p 0 1 1: other end 2 (p 2)\n"},
    {"Nothing", "a p b", "", "p 0 0 1: nothing 1\n"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ErrorsOfStatements, testing::ValuesIn(kStatementCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ErrorCounts, TakesTheFirstOfEqualExamples) {
  ErrorCounts counts;
  counts.AddError("f", true, "c", "b");
  counts.AddError("f", false, "c", "a");
  counts.AddError("f", false, "d", "");
  counts.AddRight("f");
  counts.AddRight("never wrong");
  EXPECT_EQ(Show(counts.Worst()), "f 1 2 1: c 2 (a 1) d 1\n");
}

}  // namespace
}  // namespace zhitu::extract
