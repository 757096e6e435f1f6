#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <thread>

#include "tests/support/program.h"

// Where data and messages go, and what happens when they cannot go there.

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

class EveryAnswer : public testing::TestWithParam<Arguments> {
 protected:
  EveryAnswer() { program_.Build(); }
  ProcessResult Run(Out out) const { return program_.Run(GetParam(), {.out = out}); }
  Program program_;
};

TEST_P(EveryAnswer, EndsWith4OnAFullDisk) {
  const ProcessResult result = Run(Out::kFullDevice);
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_TRUE(result.err.ends_with(
      "zhitu: error: standard output: write failed: No space left on device\n"))
      << result.err;
}

TEST_P(EveryAnswer, EndsQuietlyWhenTheReaderHasGone) {
  const ProcessResult result = Run(Out::kClosedPipe);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.signal, 0);
  EXPECT_EQ(result.err.find("error"), std::string::npos) << result.err;
}

TEST_P(EveryAnswer, EndsWith4WithoutAStandardOutput) {
  const ProcessResult result = Run(Out::kClosed);
  EXPECT_EQ(result.exit_code, 4) << result.err;
}

const Arguments kAnswers[] = {
    {"--help"},
    {"--version"},
    {"extract", "corpus", "-d", "names.csv", "-q"},
    {"extract", "corpus", "-d", "names.csv", "-q", "--format", "html"},
    {"related", "g.zhitu", "国槐街"},
    {"path", "g.zhitu", "国槐街", "郑州高新区", "--format", "json"},
    {"show", "g.zhitu", "国槐街", "--mentions"},
    {"stats", "g.zhitu", "--format", "csv"},
};
INSTANTIATE_TEST_SUITE_P(Commands, EveryAnswer, testing::ValuesIn(kAnswers), [](const auto& c) {
  std::string name = std::to_string(c.index) + c.param.front();
  std::erase(name, '-');
  return name;
});

TEST(Output, OfAClosedStreamIsNotTheGraphFile) {
  const Program program;
  const ProcessResult result =
      program.Run({"build", "corpus", "-d", "names.csv", "-o", "g.zhitu"}, {.out = Out::kClosed});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(program.Run({"stats", "g.zhitu"}).exit_code, 0);
}

struct TerminalCase {
  const char* name;
  Arguments arguments;
  std::vector<std::pair<std::string, std::string>> environment;
  bool in_colour;
};
void PrintTo(const TerminalCase& c, std::ostream* out) { *out << c.name; }

class Terminal : public testing::TestWithParam<TerminalCase> {};

TEST_P(Terminal, GetsATableAndColourIfWanted) {
  const Program program;
  program.Build();
  Arguments arguments = {"related", "g.zhitu", "国槐街"};
  arguments.insert(arguments.end(), GetParam().arguments.begin(), GetParam().arguments.end());
  const ProcessResult result =
      program.Run(arguments, {.out = Out::kTerminal, .environment = GetParam().environment});
  const bool in_colour = GetParam().in_colour;
  EXPECT_NE(result.out.find("score  weight"), std::string::npos) << result.out;
  EXPECT_EQ(result.out.find('\x1b') != std::string::npos, in_colour) << result.out;
  EXPECT_NE(result.out.find(in_colour ? "\x1b[1m国槐街\x1b[0m。" : "[国槐街]。"), std::string::npos)
      << result.out;
}

const TerminalCase kTerminalCases[] = {
    {"Colour", {}, {}, true},
    {"NoColorUnset", {}, {{"NO_COLOR", ""}}, true},
    {"NoColor", {}, {{"NO_COLOR", "1"}}, false},
    {"DumbTerminal", {}, {{"TERM", "dumb"}}, false},
    {"Never", {"--color", "never"}, {}, false},
    {"AlwaysOverNoColor", {"--color", "always"}, {{"NO_COLOR", "1"}}, true},
};
INSTANTIATE_TEST_SUITE_P(Colours, Terminal, testing::ValuesIn(kTerminalCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Progress, IsShownOnATerminalOnly) {
  const Program program;
  const Arguments build = {"build", "corpus", "-d", "names.csv", "-o", "g.zhitu"};
  const ProcessResult shown = program.Run(build, {.out = Out::kTerminal});
  EXPECT_TRUE(shown.out.starts_with("\r\x1b[K[##########          ] 1 of 2 files, 1 document"))
      << shown.out;
  EXPECT_NE(shown.out.find("\r\x1b[Kzhitu: 2 documents"), std::string::npos) << shown.out;
  EXPECT_EQ(program.Run(build).err.find("of 2 files"), std::string::npos);
  Arguments quiet = build;
  quiet.emplace_back("-q");
  EXPECT_EQ(program.Run(quiet, {.out = Out::kTerminal}).out, "");
}

TEST(ColourAlways, MarksErrors) {
  EXPECT_EQ(Program().Run({"stats", "no.zhitu", "--color", "always"}).err,
            "zhitu: \x1b[1;31merror: \x1b[0mno.zhitu: cannot be read: No such file or "
            "directory\n");
}

// Texts and names may hold anything; a terminal must not obey them.
TEST(HostileText, IsShownEscaped) {
  const Program program;
  program.folder().Write("names.csv", "name,type\n翰林|<b>社区,community\n");
  program.folder().Write("corpus/a.txt", "在\x1b[2J翰林|<b>社区\u202e里。\n");
  program.Build();
  const auto show = [&program](const char* format) {
    return program.Run({"show", "g.zhitu", "翰林|<b>社区", "--mentions", "--format", format}).out;
  };
  EXPECT_NE(show("table").find("在\\x1b[2J[翰林|<b>社区]\\u202e里。"), std::string::npos);
  EXPECT_NE(show("tsv").find("\t在\\x1b[2J\t翰林|<b>社区\t"), std::string::npos);
  EXPECT_NE(show("json").find(R"("before":"在\u001B[2J","after":"\u202e里。")"), std::string::npos);
  EXPECT_NE(show("md").find("| 在\\\\x1b\\[2J | 翰林\\|&lt;b>社区 |"), std::string::npos);
  for (const char* format : {"table", "tsv", "json", "jsonl", "md"}) {
    EXPECT_EQ(show(format).find('\x1b'), std::string::npos) << format;
  }
}

class Signals : public testing::TestWithParam<int> {};

// The corpus comes through a pipe that stays open, so that the program is surely at work.
TEST_P(Signals, RemoveWhatIsNotWhole) {
  const Program program;
  program.Build();
  const std::string before = program.folder().Read("g.zhitu");
  Process process =
      program.Start({"build", "-", "-d", "names.csv", "-o", "g.zhitu"}, {.hold_input = true});
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (program.folder().Names().size() == 3 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  ASSERT_EQ(program.folder().Names().size(), 4U) << "no temporary file was made";
  process.Signal(GetParam());
  const ProcessResult result = process.Wait();
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_EQ(program.folder().Names(), (Arguments{"corpus", "g.zhitu", "names.csv"}));
  EXPECT_EQ(program.folder().Read("g.zhitu"), before);
}
INSTANTIATE_TEST_SUITE_P(Ending, Signals, testing::Values(SIGINT, SIGTERM, SIGHUP));

ProcessResult RunLimited(const Program& program, const std::string& limit,
                         const std::string& command) {
  return Run({"/bin/sh", "-c", limit + "; exec " + ZHITU_BINARY + " " + command},
             {.folder = program.folder().path()});
}

TEST(DiskFull, LeavesTheOldGraphAndNothingElse) {
  const Program program;
  program.Build();
  const std::string before = program.folder().Read("g.zhitu");
  const ProcessResult result =
      RunLimited(program, "ulimit -f 16", "build corpus -d names.csv -o g.zhitu");
  EXPECT_EQ(result.exit_code, 4) << result.err;
  EXPECT_TRUE(result.err.starts_with("zhitu: error: g.zhitu: ")) << result.err;
  EXPECT_EQ(program.folder().Read("g.zhitu"), before);
  EXPECT_EQ(program.folder().Names(), (Arguments{"corpus", "g.zhitu", "names.csv"}));
}

TEST(DiskFull, LeavesNoPartOfAnExport) {
  const Program program;
  program.Build();
  const ProcessResult result = RunLimited(program, "ulimit -f 1", "export g.zhitu g.graphml");
  EXPECT_EQ(result.exit_code, 4) << result.err;
  EXPECT_EQ(program.folder().Names(), (Arguments{"corpus", "g.zhitu", "names.csv"}));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
class OutOfMemory : public testing::TestWithParam<const char*> {};

TEST_P(OutOfMemory, EndsWith5) {
  const Program program;
  program.folder().Write("corpus/large.txt", "a");
  std::filesystem::resize_file(program.folder() / "corpus/large.txt", std::uintmax_t{1} << 30U);
  const ProcessResult result =
      RunLimited(program, "ulimit -v 600000",
                 std::string("build corpus -d names.csv -o g.zhitu --jobs ") + GetParam());
  EXPECT_EQ(result.exit_code, 5) << result.err;
  EXPECT_EQ(result.err, "zhitu: error: out of memory\n");
  EXPECT_EQ(program.folder().Names(), (Arguments{"corpus", "names.csv"}));
}
INSTANTIATE_TEST_SUITE_P(Threads, OutOfMemory, testing::Values("1", "2"));
#endif

}  // namespace
}  // namespace zhitu
