#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/marked_texts.h"
#include "tests/support/program.h"
#include "tests/support/told_texts.h"

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

// Two works and persons: given, in a text to be read, and in a dictionary.
constexpr char kGiven[] =
    R"({"id":"g","text":"《新城》由钱七写，由孙九导演。","triples":[["新城","wrote","孙九"]],)"
    R"("types":{"新城":"work","钱七":"person","孙九":"person"}})"
    "\n";
constexpr char kWrote[] =
    R"({"subject":"work:新城","predicate":"wrote","object":"person:钱七","confidence":)";

TEST_F(Train, LearnsStatementsOfTriplesAlone) {
  program_.folder().Write("triples.jsonl", ToldGold());
  const ProcessResult result = program_.Run({"train", "triples.jsonl", "-o", "s.zmodel"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_TRUE(
      result.err.starts_with("zhitu: s.zmodel: 360 pairs of names, 84 statements, 2 predicates, "))
      << result.err;
  program_.folder().Write("page.txt", "《新城》由钱七写，由孙九导演。\n");
  program_.folder().Write("works.csv", "name,type\n新城,work\n钱七,person\n孙九,person\n");
  for (const char* preset : {"none", "zh-news"}) {
    const ProcessResult found = program_.Run({"extract", "page.txt", "-d", "works.csv", "--preset",
                                              preset, "--model", "s.zmodel", "--explain"});
    EXPECT_NE(found.out.find(kWrote), std::string::npos) << found.out;
    EXPECT_NE(found.out.find(R"("rule":"model","evidence":[{"begin":1,"end":7}])"),
              std::string::npos)
        << found.out;
    EXPECT_NE(found.out.find(R"("match":[{"role":"subject","begin":1,"end":3,"text":"新城"})"),
              std::string::npos)
        << found.out;
  }
  EXPECT_EQ(
      program_.Run({"build", "page.txt", "-d", "works.csv", "--model", "s.zmodel", "-o", "g.zhitu"})
          .exit_code,
      0);
  EXPECT_NE(program_.Run({"show", "g.zhitu", "新城"}).out.find("wrote"), std::string::npos);
  EXPECT_EQ(program_.Run({"verify", "g.zhitu"}).exit_code, 0);
}

TEST_F(Train, FindsStatementsBetweenGivenMentions) {
  program_.folder().Write("triples.jsonl", ToldGold());
  program_.Run({"train", "triples.jsonl", "-o", "s.zmodel"});
  program_.folder().Write("given.jsonl", kGiven);
  const ProcessResult found =
      program_.Run({"extract", "--mentions", "given.jsonl", "--model", "s.zmodel"});
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_TRUE(found.out.starts_with(R"({"document":"g","file":"given.jsonl","begin":0,"end":15,)"))
      << found.out;
  EXPECT_NE(found.out.find(R"("text":"新城","entity":"work:新城")"), std::string::npos);
  EXPECT_NE(found.out.find(kWrote), std::string::npos) << found.out;
  EXPECT_EQ(found.out.find(R"("predicate":"wrote","object":"person:孙九")"), std::string::npos);
  EXPECT_EQ(
      program_.Run({"extract", "--mentions", "triples.jsonl", "--model", "s.zmodel", "--jobs", "1"})
          .out,
      program_.Run({"extract", "--mentions", "triples.jsonl", "--model", "s.zmodel", "--jobs", "3"})
          .out);
  // What was found is given again, and is gold.
  program_.folder().Write("again.jsonl", found.out);
  const ProcessResult again = program_.Run({"eval", "given.jsonl", "--pred", "again.jsonl", "-q"});
  EXPECT_EQ(again.out,
            "measure\tname\tright\tgold\tfound\tP\tR\tF1\n"
            "statements\tall\t0\t1\t2\t0\t0\t0\n"
            "statements\tdirected\t0\t0\t1\t0\t0\t0\n"
            "statements\twrote\t0\t1\t1\t0\t0\t0\n"
            "statements by rule\tmodel\t0\t1\t2\t0\t0\t0\n");
}

TEST_F(Train, LearnsNamesAndStatementsOrOneOfThem) {
  program_.folder().Write("triples.jsonl", ToldGold());
  const Arguments both = {"train", "gold.jsonl", "triples.jsonl", "-o", "m.zmodel"};
  EXPECT_NE(program_.Run(both).err.find("60 paragraphs, 120 names, 2 types, 360 pairs of names, "),
            std::string::npos);
  const auto with = [&](const char* what) {
    Arguments arguments = both;
    arguments.insert(arguments.end(), {"--learn", what});
    return program_.Run(arguments).err;
  };
  EXPECT_EQ(with("names").find("pairs of names"), std::string::npos);
  EXPECT_NE(with("names").find("60 paragraphs, 120 names"), std::string::npos);
  EXPECT_EQ(with("statements").find("paragraphs"), std::string::npos);
  EXPECT_NE(with("statements").find("360 pairs of names"), std::string::npos);
}

// A model of names alone says nothing of statements: extraction is as it was without them.
TEST_F(Train, LearnsNoStatementsWhereGoldTellsNone) {
  EXPECT_EQ(program_.Run(kTrain).err.find("statements"), std::string::npos);
  const ProcessResult found =
      program_.Run({"extract", "page.txt", "--preset", "none", "--model", "m.zmodel"});
  EXPECT_NE(found.out.find(R"("statements":[])"), std::string::npos) << found.out;
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
  program.folder().Write("triples.jsonl", kGiven);
  program.folder().Write("apart.jsonl",
                         R"({"text":"a\nb","triples":[["a","p","b"]],"types":{"a":"x","b":"x"}})"
                         "\n");
  program.folder().Write("lost.jsonl",
                         R"({"text":"ab","triples":[["a","p","c"]],"types":{"a":"x"}})"
                         "\n");
  program.Run({"train", "gold.jsonl", "-o", "names.zmodel", "--epochs", "1"});
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
    {"TriplesTeachNoNames",
     {"train", "triples.jsonl", "-o", "m", "--learn", "names"},
     3,
     "triples.jsonl: holds no name; expected some to learn from"},
    {"NoStatements",
     {"train", "gold.jsonl", "-o", "m", "--learn", "statements"},
     3,
     "gold.jsonl: holds no statement between names of one sentence; expected some to learn from"},
    {"EndsOnTwoLines",
     {"train", "apart.jsonl", "-o", "m"},
     3,
     "apart.jsonl: holds no statement between names of one sentence"},
    {"UnknownEnd",
     {"train", "lost.jsonl", "-o", "m"},
     3,
     "lost.jsonl:1:34: object \"c\" has no type; expected it in \"types\""},
    {"NothingToExtract", {"extract"}, 2, "extract: expected INPUT, files, folders or - for"},
    {"MentionsWithoutModel",
     {"extract", "--mentions", "triples.jsonl"},
     2,
     "--mentions without --model; expected one that has learned statements"},
    {"MentionsAndInput",
     {"extract", "corpus", "--mentions", "triples.jsonl", "--model", "names.zmodel"},
     2,
     "--mentions gives texts and mentions; expected no INPUT beside it"},
    {"MentionsAndDictionary",
     {"extract", "--mentions", "triples.jsonl", "--model", "names.zmodel", "-d", "names.csv"},
     2,
     "expected no --dictionary beside it"},
    {"MentionsAndPreset",
     {"extract", "--mentions", "triples.jsonl", "--model", "names.zmodel", "--preset", "none"},
     2,
     "expected no --preset beside it"},
    {"MentionsAndAModelOfNames",
     {"extract", "--mentions", "triples.jsonl", "--model", "names.zmodel"},
     3,
     "names.zmodel: has learned no statements; expected a model that was trained from gold that "
     "tells them"},
    {"NoModel", {"extract", "corpus", "--model", "none.zmodel"}, 4, "none.zmodel"},
};
INSTANTIATE_TEST_SUITE_P(Faults, TrainFault, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu
