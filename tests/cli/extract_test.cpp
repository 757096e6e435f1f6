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
