#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/marked_texts.h"
#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

const Arguments kTrain = {"train", "gold.jsonl", "-o", "m.zmodel"};

// A program with gold, and a text to find names in.
class Train : public testing::Test {
 protected:
  Train() {
    program_.folder().Write("gold.jsonl", MarkedGold());
    program_.folder().Write("page.txt", "记者张建国昨天去了洛阳市，天气很好。\n");
  }
  Program program_;
};

TEST_F(Train, TellsWhatItLearnedFrom) {
  const ProcessResult result = program_.Run(kTrain);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_TRUE(result.err.starts_with("zhitu: m.zmodel: 60 paragraphs, 120 names, 2 types, "))
      << result.err;
}

TEST_F(Train, GivesTheSameBytesForAnyNumberOfThreads) {
  program_.Run({"train", "gold.jsonl", "-o", "m.zmodel", "--jobs", "1"});
  const std::string one = program_.folder().Read("m.zmodel");
  EXPECT_EQ(program_.Run({"train", "gold.jsonl", "-o", "m.zmodel", "--jobs", "3"}).exit_code, 0);
  EXPECT_EQ(program_.folder().Read("m.zmodel"), one);
  program_.Run({"train", "gold.jsonl", "-o", "m.zmodel", "--seed", "5", "--epochs", "2"});
  EXPECT_NE(program_.folder().Read("m.zmodel"), one);
}

TEST_F(Train, MakesAModelThatExtractUses) {
  program_.Run(kTrain);
  const ProcessResult result =
      program_.Run({"extract", "page.txt", "--preset", "none", "--model", "m.zmodel"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_NE(result.out.find(R"("text":"张建国","entity":"PER:张建国")"), std::string::npos)
      << result.out;
  EXPECT_NE(result.out.find(R"("why":"model")"), std::string::npos) << result.out;
  // What was extracted and put right is gold again.
  program_.folder().Write("found.jsonl", result.out);
  EXPECT_EQ(program_.Run({"train", "found.jsonl", "gold.jsonl", "-o", "n.zmodel"}).exit_code, 0);
}

TEST_F(Train, MakesAModelThatBuildUsesAndTellsOf) {
  program_.Run(kTrain);
  const Arguments build = {"build",   "page.txt", "--preset", "none",
                           "--model", "m.zmodel", "-o",       "g.zhitu"};
  const ProcessResult result = program_.Run(build);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(program_.Run({"related", "g.zhitu", "张建国"}).exit_code, 0);
  EXPECT_EQ(program_.Run({"verify", "g.zhitu"}).exit_code, 0);
  EXPECT_NE(program_.folder().Read("g.zhitu").find("model.hash"), std::string::npos);
}

TEST_F(Train, LearnsWithADictionary) {
  program_.folder().Write("d.csv", "name,type\n洛阳市,place\n郑州市,place\n");
  EXPECT_EQ(program_.Run({"train", "gold.jsonl", "-d", "d.csv", "-o", "m.zmodel"}).exit_code, 0);
  const ProcessResult result = program_.Run(
      {"extract", "page.txt", "-d", "d.csv", "--preset", "none", "--model", "m.zmodel"});
  EXPECT_NE(result.out.find(R"("entity":"place:洛阳市")"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find(R"("entity":"PER:张建国")"), std::string::npos) << result.out;
}

TEST_F(Train, LearnsWhereKnownFormsAreNames) {
  EXPECT_EQ(program_.Run({"train", "gold.jsonl", "--surfaces-only", "-o", "m.zmodel"}).exit_code,
            0);
  const ProcessResult result =
      program_.Run({"extract", "page.txt", "--preset", "none", "--model", "m.zmodel"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_NE(result.out.find(R"("entity":"PER:张建国")"), std::string::npos) << result.out;
}

struct FaultCase {
  const char* name;
  Arguments arguments;
  int exit_code;
  const char* message;  // part of it
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class TrainFault : public testing::TestWithParam<FaultCase> {};

TEST_P(TrainFault, IsTold) {
  const Program program;
  program.folder().Write("gold.jsonl", MarkedGold(4));
  program.folder().Write("empty.jsonl", "{\"text\":\"天气\",\"ents\":[]}\n");
  program.folder().Write("range.jsonl", "\n{\"text\":\"天气\",\"ents\":[[1,9,\"A\"]]}\n");
  program.folder().Write("bad.zmodel", "zmodel\n\x1A and no more");
  const ProcessResult result = program.Run(GetParam().arguments);
  EXPECT_EQ(result.exit_code, GetParam().exit_code) << result.err;
  EXPECT_NE(result.err.find(GetParam().message), std::string::npos) << result.err;
  EXPECT_EQ(result.out, "");
}

const FaultCase kFaults[] = {
    {"NoOutput", {"train", "gold.jsonl"}, 2, "--output"},
    {"NoGold", {"train", "none.jsonl", "-o", "m"}, 4, "none.jsonl: "},
    {"NoNames", {"train", "empty.jsonl", "-o", "m"}, 3, "empty.jsonl: holds no name"},
    {"OutOfRange", {"train", "range.jsonl", "-o", "m"}, 3, "range.jsonl:2:"},
    {"SurfacesAndDictionary",
     {"train", "gold.jsonl", "--surfaces-only", "-d", "names.csv", "-o", "m"},
     2,
     "--surfaces-only learns of the names of GOLD alone; expected no --dictionary beside it"},
    {"NoEpochs", {"train", "gold.jsonl", "-o", "m", "--epochs", "0"}, 2, "--epochs"},
    {"OverItsGold", {"train", "gold.jsonl", "-o", "gold.jsonl"}, 2, "is one of the inputs"},
    {"OverSomethingElse",
     {"train", "gold.jsonl", "-o", "names.csv"},
     2,
     "names.csv: exists and is no model"},
    {"BadModel",
     {"extract", "corpus", "--model", "bad.zmodel"},
     3,
     "bad.zmodel: is cut off: has 20 bytes; expected 64"},
    {"ForeignModel",
     {"extract", "corpus", "--model", "names.csv"},
     3,
     "names.csv: not a model; expected a file written by `zhitu train`"},
    {"NoModel", {"extract", "corpus", "--model", "none.zmodel"}, 4, "none.zmodel"},
};
INSTANTIATE_TEST_SUITE_P(Faults, TrainFault, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu
