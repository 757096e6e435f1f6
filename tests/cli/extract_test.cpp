#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

TEST(Extract, PrintsOneObjectADocumentInInputOrder) {
  const Program program;
  const ProcessResult result =
      program.Run({"extract", "corpus", "-d", "names.csv", "--preset", "none"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_TRUE(result.out.starts_with(
      R"({"document":"a.txt","file":"a.txt","begin":0,"end":28,"title":null,"date":null,)"
      R"("mentions":[{"begin":0,"end":5,"text":"郑州高新区","entity":"place:郑州高新区",)"
      R"("name":"郑州高新区","type":"place","kind":"name","nested":false,"confidence":1.0,)"
      R"("zone":"body","why":"names.csv:4"})"))
      << result.out;
  EXPECT_NE(result.out.find("\n{\"document\":\"b.txt\""), std::string::npos);
}

TEST(Extract, GivesTheSameForStandardInput) {
  const Program program;
  const Arguments options = {"-d", "names.csv", "--preset", "none", "--format", "tsv"};
  Arguments of_file = {"extract", "corpus/a.txt"};
  Arguments of_input = {"extract", "-"};
  of_file.insert(of_file.end(), options.begin(), options.end());
  of_input.insert(of_input.end(), options.begin(), options.end());
  std::string expected = program.Run(of_file).out;
  ASSERT_NE(expected.find("\na.txt\t"), std::string::npos) << expected;
  std::string out = program.Run(of_input, {.input = program.folder().Read("corpus/a.txt")}).out;
  for (std::size_t at = 0; (at = out.find("\n-\t", at)) != std::string::npos;) {
    out.replace(at, 3, "\na.txt\t");
  }
  EXPECT_EQ(out, expected);
}

TEST(Extract, GivesTheSameForAnyNumberOfThreads) {
  const Program program;
  for (int i = 0; i < 40; ++i) {
    program.folder().Write("corpus/more/" + std::to_string(i) + ".txt", "翰林社区在国槐街。\n");
  }
  const std::string one = program.Run({"extract", "corpus", "-d", "names.csv", "-j1"}).out;
  EXPECT_EQ(program.Run({"extract", "corpus", "-d", "names.csv", "-j", "7"}).out, one);
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 42);
}

class ExtractFormat : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(ExtractFormat, BeginsAsItShould) {
  const ProcessResult result =
      Program().Run({"extract", "corpus", "-d", "names.csv", "--format", GetParam().first});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_TRUE(result.out.starts_with(GetParam().second)) << result.out.substr(0, 80);
}
INSTANTIATE_TEST_SUITE_P(Formats, ExtractFormat,
                         testing::Values(std::pair("jsonl", "{\"document\":\"a.txt\""),
                                         std::pair("tsv", "document\t"),
                                         std::pair("conll", "# document = a.txt\n"),
                                         std::pair("html", "<!DOCTYPE html>")),
                         [](const auto& c) { return std::string(c.param.first); });

// A document with a number, dates and a statement, a preset of its own, and the document's date.
class Measured : public testing::Test {
 protected:
  Measured() {
    program_.folder().Write(
        "p/p.yaml",
        "text: {clause_end: '，', sentence_end: '。'}\n"
        "discourse: {subject: [community], main: [community]}\n"
        "quantities: {digits: {二: 2}, scales: {十: 10}, more: [余], unit: [名], stop: [来]}\n"
        "times: {words: {year: [今年]}, year: [年], month: [月], since: [以来]}\n"
        "rules: [{id: at, pattern: \"{s:community} '在' {o:road}\", predicate: located_in,\n"
        "         subject: s, object: o}]\n");
    program_.folder().Write("m.txt",
                            "2023年2月，翰林社区在国槐街。二十余名党员来。今年以来，翰林社区好。");
    program_.folder().Write("meta.csv", "document,date\nm.txt,2024-05-20\n");
  }
  // What a command prints; the failure of the test where it is none.
  std::string Run(Arguments arguments) const {
    const ProcessResult result = program_.Run(arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
  }
  std::string Extracted(const Arguments& more) const {
    Arguments arguments = {"extract",  "m.txt", "-d",     "names.csv",
                           "--preset", "./p",   "--meta", "meta.csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Run(arguments);
  }
  void Build() const {
    Run({"build", "m.txt", "-d", "names.csv", "--preset", "./p", "--meta", "meta.csv", "-o",
         "g.zhitu", "-q"});
  }
  Program program_;
};

TEST_F(Measured, TextsHaveQuantitiesAndDates) {
  const std::string out = Extracted({});
  EXPECT_EQ(out.substr(out.find("\"statements\"")),
            R"("statements":[{"subject":"community:翰林社区","predicate":"located_in",)"
            R"("object":"road:国槐街","confidence":1.0,"rule":"at",)"
            R"("evidence":[{"begin":8,"end":16}],"modality":null,"date":"2023-02"}],)"
            R"("quantities":[{"begin":17,"end":21,"text":"二十余名","value":20.0,)"
            R"("approximate":true,"unit":"名","of":"党员","entity":"community:翰林社区"}],)"
            R"("dates":[{"begin":0,"end":7,"text":"2023年2月","from":"2023-02","to":"2023-02"},)"
            R"({"begin":25,"end":29,"text":"今年以来","from":"2024","to":"2024-05-20"}]})"
            "\n");
}

TEST_F(Measured, ExplainTellsWhereTheRolesMatched) {
  std::string out = Extracted({"--explain"});
  const std::string weighed = R"(,"weighed":[])";
  ASSERT_NE(out.find(weighed), std::string::npos) << out;
  out.erase(out.find(weighed), weighed.size());
  const std::string match = R"(,"match":[{"role":"s","begin":8,"end":12,"text":"翰林社区"},)"
                            R"({"role":"o","begin":13,"end":16,"text":"国槐街"}])";
  const std::size_t at = out.find(match);
  ASSERT_NE(at, std::string::npos) << out;
  EXPECT_EQ(out.erase(at, match.size()), Extracted({}));
}

TEST_F(Measured, ShowTellsThem) {
  Build();
  const std::string out = Run({"show", "g.zhitu", "翰林社区", "--format", "table"});
  EXPECT_NE(out.find("\nquantities  二十余名党员\n"), std::string::npos) << out;
}

TEST_F(Measured, ExportsHaveThemAndTheirDates) {
  Build();
  Run({"export", "g.zhitu", "g.gexf", "-q"});
  const std::string gexf = program_.folder().Read("g.gexf");
  EXPECT_NE(gexf.find("title=\"quantities\""), std::string::npos) << gexf;
  EXPECT_NE(gexf.find("value=\"二十余名党员\""), std::string::npos) << gexf;
  EXPECT_NE(gexf.find(R"(kind="located_in" start="2023-02-01" end="2023-02-28")"),
            std::string::npos)
      << gexf;
  EXPECT_NE(gexf.find(R"(kind="co_occurs" start="2024-05-20" end="2024-05-20")"), std::string::npos)
      << gexf;
}

// What was read before a fault is printed whole.
TEST(Extract, PrintsWholeLinesBeforeItFails) {
  const Program program;
  program.folder().Write("corpus/c.jsonl", "{bad\n");
  const ProcessResult result =
      program.Run({"extract", "corpus", "-d", "names.csv", "--on-error", "fail", "--jobs", "1"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 2);
  EXPECT_TRUE(result.out.ends_with("}\n"));
}

}  // namespace
}  // namespace zhitu
