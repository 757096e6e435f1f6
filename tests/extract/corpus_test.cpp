#include "extract/corpus.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "extract/utf8.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

using std::string_literals::operator""s;

std::string Without(std::string text, const std::string& part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
  return text;
}

// Runs `call` in a folder, which inputs are then relative to; gives what it shows, or the kind of
// error and its message.
std::string In(const TempFolder& folder, const std::function<std::string()>& call) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  std::string shown;
  try {
    shown = call();
  } catch (const InputError& error) {
    shown = "input: "s + error.what();
  } catch (const IoError& error) {
    shown = "io: "s + error.what();
  } catch (const UsageError& error) {
    shown = "usage: "s + error.what();
  } catch (const LimitError& error) {
    shown = "limit: "s + error.what();
  }
  std::filesystem::current_path(before);
  return shown;
}

// Each file as `name=path` (`name` alone where both are the same), with its format unless it is
// text; then the number of files skipped.
std::string Show(const FileList& list) {
  constexpr const char* kFormats[] = {"", ":jsonl", ":csv"};
  std::string shown;
  for (const CorpusFile& file : list.files) {
    shown += file.name + (file.path == file.name ? "" : '=' + file.path) +
             kFormats[static_cast<std::size_t>(file.format)] + ' ';
  }
  return shown + "skipped " + std::to_string(list.skipped);
}

struct ListCase {
  const char* name;
  std::vector<std::string> tree;  // files; `a -> b` is a link, a name ending in / a folder
  std::vector<std::string> inputs;
  const char* expected;
};
void PrintTo(const ListCase& c, std::ostream* out) { *out << c.name; }
class ListFilesTest : public testing::TestWithParam<ListCase> {};

void Plant(const TempFolder& folder, const std::vector<std::string>& tree) {
  for (const std::string& entry : tree) {
    const std::size_t arrow = entry.find(" -> ");
    if (arrow != std::string::npos) {
      std::filesystem::create_symlink(entry.substr(arrow + 4), folder / entry.substr(0, arrow));
    } else if (entry.ends_with('/')) {
      std::filesystem::create_directories(folder / entry);
    } else {
      folder.Write(entry, "x");
    }
  }
}

TEST_P(ListFilesTest, GivesFilesOrError) {
  const TempFolder folder;
  Plant(folder, GetParam().tree);
  EXPECT_EQ(In(folder, [] { return Show(ListFiles(GetParam().inputs)); }), GetParam().expected);
}

const ListCase kFileCases[] = {
    {"OneFileHasItsBaseName", {"d/a.txt"}, {"d/a.txt"}, "a.txt=d/a.txt skipped 0"},
    {"SeveralFilesHaveTheirPaths",
     {"d/a.txt", "b.txt"},
     {"d/a.txt", "./b.txt"},
     "d/a.txt ./b.txt skipped 0"},
    {"FormatByEnding",
     {"a.txt", "b.md", "c.jsonl", "d.csv", "e.html"},
     {"e.html", "d.csv", "c.jsonl", "b.md", "a.txt"},
     "e.html d.csv:csv c.jsonl:jsonl b.md a.txt skipped 0"},
    {"NamedFileMayBeHiddenOrLinked",
     {".a.txt", "b.txt", "c -> b.txt"},
     {".a.txt", "c"},
     ".a.txt c skipped 0"},
    {"Stdin", {}, {"-"}, "- skipped 0"},
    {"StdinAmongFiles", {"a.txt"}, {"a.txt", "-"}, "a.txt - skipped 0"},
    {"FileNamedDash", {"-"}, {"./-"}, "-=./- skipped 0"},
};
INSTANTIATE_TEST_SUITE_P(Files, ListFilesTest, testing::ValuesIn(kFileCases),
                         [](const auto& c) { return std::string(c.param.name); });

const ListCase kFolderCases[] = {
    {"FourEndingsAreRead",
     {"d/a.txt", "d/b.md", "d/c.jsonl", "d/e.csv", "d/f.html", "d/g", "d/h.TXT", "d/i.txt~"},
     {"d"},
     "a.txt=d/a.txt b.md=d/b.md c.jsonl=d/c.jsonl:jsonl e.csv=d/e.csv:csv skipped 4"},
    {"ByteOrderOfWholePaths",
     {"d/b/x.txt", "d/b.txt", "d/B.txt", "d/a-b.txt", "d/a/x.txt", "d/文.txt", "d/é.txt"},
     {"d"},
     "B.txt=d/B.txt a-b.txt=d/a-b.txt a/x.txt=d/a/x.txt b.txt=d/b.txt b/x.txt=d/b/x.txt "
     "é.txt=d/é.txt 文.txt=d/文.txt skipped 0"},
    {"HiddenOnesAreNotSeen",
     {"d/a.txt", "d/.b.txt", "d/.git/c.txt", "d/e/.f/g.txt", "d/.h.html"},
     {"d"},
     "a.txt=d/a.txt skipped 0"},
    {"LinksAreNotFollowed",
     {"x/a.txt", "d/b.txt", "d/c.txt -> ../x/a.txt", "d/e -> ../x", "d/loop -> ."},
     {"d"},
     "b.txt=d/b.txt skipped 3"},
    {"NamedLinkToAFolderIs", {"x/a.txt", "d -> x"}, {"d"}, "a.txt=d/a.txt skipped 0"},
    {"FolderNamedAsAFile", {"d/a.txt/b.txt"}, {"d"}, "a.txt/b.txt=d/a.txt/b.txt skipped 0"},
    {"SlashBehind", {"d/a.txt"}, {"d//"}, "a.txt=d//a.txt skipped 0"},
    {"SeveralInputsAreNotSortedTogether",
     {"z/a.txt", "a/z.txt", "m.txt"},
     {"z/", "m.txt", "a"},
     "z/a.txt m.txt a/z.txt skipped 0"},
    {"SkippedAddUp", {"d/a.html", "e/b.pdf", "e/c.txt"}, {"d", "e"}, "e/c.txt skipped 2"},
    {"CurrentFolder", {"a.txt", "b/c.txt"}, {"."}, "a.txt=./a.txt b/c.txt=./b/c.txt skipped 0"},
};
INSTANTIATE_TEST_SUITE_P(Folders, ListFilesTest, testing::ValuesIn(kFolderCases),
                         [](const auto& c) { return std::string(c.param.name); });

const ListCase kFaultCases[] = {
    {"NothingNamed",
     {},
     {},
     "input: : no file to read; expected a folder with .txt .md .jsonl or .csv files"},
    {"EmptyFolder",
     {"d/"},
     {"d"},
     "input: d: no file to read; expected a folder with .txt .md .jsonl or .csv files"},
    {"NothingReadable",
     {"d/a.html", "d/.b.txt"},
     {"d"},
     "input: d: no file to read; expected a folder with .txt .md .jsonl or .csv files"},
    {"Missing", {"a.txt"}, {"a.txt", "b.txt"}, "io: b.txt: No such file or directory"},
    {"BrokenLink", {"a -> b"}, {"a"}, "io: a: No such file or directory"},
    {"BelowAFile", {"a.txt"}, {"a.txt/b"}, "io: a.txt/b: Not a directory"},
    {"IllFormedName", {}, {"\xff.txt"}, "io: \uFFFD.txt: No such file or directory"},
    {"FileTwice",
     {"a.txt"},
     {"a.txt", "a.txt"},
     "usage: two inputs would both be the document 'a.txt'; name each file once"},
    {"FileInItsFolder",
     {"d/a.txt"},
     {"d", "d/a.txt"},
     "usage: two inputs would both be the document 'd/a.txt'; name each file once"},
    {"StdinTwice",
     {},
     {"-", "-"},
     "usage: two inputs would both be the document '-'; name each file once"},
};
INSTANTIATE_TEST_SUITE_P(Bad, ListFilesTest, testing::ValuesIn(kFaultCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct ReadCase {
  const char* name;
  std::string bytes;
  std::string expected;
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
class ReadPlainFile : public testing::TestWithParam<ReadCase> {};

// The text, then warnings and what was skipped.
std::string Show(const FileContent& content) {
  std::string shown;
  for (const SourceText& text : content.texts) {
    EXPECT_FALSE(text.record);
    EXPECT_EQ(text.line, 1U);
    EXPECT_EQ(text.name, text.file);
    shown += text.name + '=' + text.text + ';';
  }
  for (const Problem& problem : content.warnings) shown += " warning " + Describe(problem);
  for (const Problem& problem : content.skipped) shown += " skipped " + Describe(problem);
  return shown;
}

TEST_P(ReadPlainFile, GivesOneTextOrNone) {
  const TempFolder folder;
  const CorpusFile file{folder.Write("a.txt", GetParam().bytes), "a.txt", FileFormat::kText};
  EXPECT_EQ(Show(ReadCorpusFile(file, {})), GetParam().expected);
}

const ReadCase kReadCases[] = {
    {"Plain", "知图\n", "a.txt=知图\n;"},
    {"Empty", "", "a.txt=;"},
    {"ByteOrderMark", "\xef\xbb\xbf知", "a.txt=知;"},
    {"OnlyTheFirstMarkGoes", "\xef\xbb\xbf\xef\xbb\xbf知", "a.txt=\xef\xbb\xbf知;"},
    {"LineBreaksStay", "a\r\nb\rc\n", "a.txt=a\r\nb\rc\n;"},
    {"IllFormedIsTold",
     "a\xff\xe7\x9f"
     "b",
     "a.txt=a\uFFFD\uFFFDb; warning a.txt: 2 ill-formed byte sequences read as U+FFFD; expected "
     "UTF-8"},
    {"NulIsNoText", "a\0b"s,
     " skipped a.txt: holds a NUL byte, so it is no text; expected UTF-8 text"},
    {"Utf16IsNoText", "\xff\xfe\x61\x00"s,
     " warning a.txt: 2 ill-formed byte sequences read as U+FFFD; expected UTF-8 skipped a.txt: "
     "holds a NUL byte, so it is no text; expected UTF-8 text"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ReadPlainFile, testing::ValuesIn(kReadCases),
                         [](const auto& c) { return std::string(c.param.name); });

// The first files of a folder and of stdin that are read while true is said so often.
std::string ReadFirst(const TempFolder& folder, std::vector<CorpusFile> files, int often) {
  for (CorpusFile& file : files) {
    if (file.path != "-") file.path = folder / file.path;
  }
  std::string shown;
  for (const FileContent& content : ReadFirstFiles(files, {}, [&] { return often-- > 0; }))
    shown += Show(content);
  return shown;
}

TEST(ReadFirstFilesTest, ReadsInOrderUntilItIsEnough) {
  const TempFolder folder;
  const std::vector<CorpusFile> files = {{folder.Write("a", "1"), "a"},
                                         {folder.Write("b", ""), "b"}};
  EXPECT_EQ(ReadFirst(folder, {}, 9), "");
  EXPECT_EQ(ReadFirst(folder, {{"a", "a"}, {"b", "b"}}, 0), "");
  EXPECT_EQ(ReadFirst(folder, {{"a", "a"}, {"b", "b"}}, 1), "a=1;");
  EXPECT_EQ(ReadFirst(folder, {{"a", "a"}, {"b", "b"}}, 9), "a=1;b=;");
}

TEST(ReadFirstFilesTest, LeavesWhatMayFailOrBeWaitedFor) {
  const TempFolder folder;
  folder.Write("a", "1");
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  std::filesystem::resize_file(folder.Write("large", ""), std::uintmax_t{8} << 20U);
  for (const char* stop : {"-", "pipe", "none", ".", "large"})
    EXPECT_EQ(ReadFirst(folder, {{"a", "a"}, {stop, "x"}, {"a", "b"}}, 9), "a=1;") << stop;
}

TEST(ReadBytesTest, GivesWhatTheFileHolds) {
  const TempFolder folder;
  const std::string bytes = std::string(200'000, 'a') + "\0\xff\r\n"s;
  EXPECT_EQ(ReadBytes(folder.Write("a", bytes)), bytes);
}

TEST(ReadBytesTest, ReadsFilesThatDoNotTellTheirSize) {
  const std::string status = ReadBytes("/proc/self/status");
  EXPECT_EQ(status.substr(0, 5), "Name:");
  EXPECT_EQ(status.back(), '\n');
}

TEST(ReadBytesTest, TellsWhatCannotBeRead) {
  const TempFolder folder;
  EXPECT_EQ(In(folder, [] { return ReadBytes("a"); }), "io: a: No such file or directory");
  EXPECT_EQ(In(folder, [] { return ReadBytes("."); }), "io: .: is a folder; expected a file");
}

TEST(ReadBytesTest, RefusesMoreThanTwoGibibytes) {
  const TempFolder folder;
  const std::string path = folder.Write("a", "");
  std::filesystem::resize_file(path, (std::uintmax_t{2} << 30U) + 1);  // takes no room on the disk
  EXPECT_EQ(Without(In(folder, [&] { return ReadBytes(path); }), folder.path() + '/'),
            "limit: a: larger than 2 GiB; split it into smaller files");
}

TEST(ReadBytesTest, ReadsStandardInput) {
  const TempFolder folder;
  const int before = ::dup(STDIN_FILENO);
  const int file = ::open(folder.Write("a", "知图").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::dup2(file, STDIN_FILENO), STDIN_FILENO);
  EXPECT_EQ(ReadBytes("-"), "知图");
  EXPECT_EQ(ReadBytes("-"), "") << "it stays open";
  ::dup2(before, STDIN_FILENO);
  ::close(before);
  ::close(file);
}

}  // namespace
}  // namespace zhitu::extract
