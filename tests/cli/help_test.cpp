#include <gtest/gtest.h>

#include "tests/support/program.h"

namespace zhitu {
namespace {

TEST(Help, WithoutArgumentsIsShortAndAUsageError) {
  const ProcessResult result = Program().Run({});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("Usage: zhitu COMMAND [options]"), std::string::npos);
  EXPECT_NE(result.err.find("  build "), std::string::npos);
}

TEST(Help, OnTheProgramShowsExamplesFirstAndExitCodesLast) {
  const ProcessResult result = Program().Run({"--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "");
  const std::size_t examples = result.out.find("Examples\n");
  const std::size_t usage = result.out.find("Usage: zhitu COMMAND");
  const std::size_t codes = result.out.find("Exit codes\n");
  ASSERT_NE(codes, std::string::npos);
  EXPECT_LT(examples, usage);
  EXPECT_LT(usage, codes);
}

TEST(Version, IsOneLine) {
  const ProcessResult result = Program().Run({"--version"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_TRUE(result.out.starts_with("zhitu 0."));
  EXPECT_EQ(result.out.find('\n'), result.out.size() - 1);
}

TEST(Version, IsTheSameBehindACommand) {
  const Program program;
  EXPECT_EQ(program.Run({"stats", "--version"}).out, program.Run({"--version"}).out);
}

TEST(Help, OnAGroupListsItsCommands) {
  const Program program;
  const ProcessResult result = program.Run({"dict", "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_TRUE(result.out.starts_with("Usage: zhitu dict COMMAND [options]\n"));
  EXPECT_NE(result.out.find("\n  dict compile  "), std::string::npos);
  EXPECT_EQ(result.out.find("build"), std::string::npos);
  EXPECT_EQ(program.Run({"help", "dict"}).out, result.out);
  EXPECT_EQ(program.Run({"dict", "-h"}).out, result.out);
  EXPECT_EQ(program.Run({"--help", "dict"}).out, result.out);
}

TEST(Help, OnAGroupWithoutACommandIsAUsageError) {
  const Program program;
  const ProcessResult result = program.Run({"dict"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, program.Run({"dict", "--help"}).out);
}

TEST(Help, OnACommandOfAGroupBeginsWithExamples) {
  const Program program;
  const std::string help = program.Run({"dict", "compile", "--help"}).out;
  EXPECT_TRUE(help.starts_with("Examples\n  zhitu dict compile "));
  EXPECT_NE(help.find("Usage: zhitu dict compile DICT... -o FILE.zdict\n"), std::string::npos);
  EXPECT_EQ(program.Run({"help", "dict", "compile"}).out, help);
  EXPECT_EQ(program.Run({"--help", "dict", "compile"}).out, help);
  EXPECT_EQ(program.Run({"dict", "--help", "compile"}).out, help);
}

TEST(Version, IsTheSameInAGroup) {
  const Program program;
  EXPECT_EQ(program.Run({"dict", "--version"}).out, program.Run({"--version"}).out);
}

class CommandHelp : public testing::TestWithParam<const char*> {};

TEST_P(CommandHelp, BeginsWithExamples) {
  const std::string command = GetParam();
  const ProcessResult result = Program().Run({command, "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_TRUE(result.out.starts_with("Examples\n  "));
  EXPECT_NE(result.out.find("  zhitu " + command + " "), std::string::npos);
  EXPECT_NE(result.out.find("Usage: zhitu " + command + " "), std::string::npos);
  EXPECT_NE(result.out.find("-j, --jobs N"), std::string::npos);
}

TEST_P(CommandHelp, IsTheSameByTheWordHelp) {
  const Program program;
  EXPECT_EQ(program.Run({"help", GetParam()}).out, program.Run({GetParam(), "--help"}).out);
  EXPECT_EQ(program.Run({"--help", GetParam()}).out, program.Run({GetParam(), "--help"}).out);
}

TEST_P(CommandHelp, IsShorterByTheShortOption) {
  const Program program;
  const std::string brief = program.Run({GetParam(), "-h"}).out;
  EXPECT_TRUE(brief.starts_with("Usage: "));
  EXPECT_LT(brief.size(), program.Run({GetParam(), "--help"}).out.size());
}

TEST_P(CommandHelp, FitsAPage) {
  const std::string help = Program().Run({GetParam(), "--help"}).out;
  for (std::size_t begin = 0; begin < help.size();) {
    const std::size_t end = help.find('\n', begin);
    EXPECT_LE(end - begin, 110U) << help.substr(begin, end - begin);
    begin = end + 1;
  }
}

INSTANTIATE_TEST_SUITE_P(All, CommandHelp,
                         testing::Values("build", "extract", "export", "import", "related", "path",
                                         "show", "stats", "verify", "eval"),
                         [](const auto& c) { return std::string(c.param); });

}  // namespace
}  // namespace zhitu
