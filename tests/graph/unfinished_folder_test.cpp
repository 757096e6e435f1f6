#include "graph/unfinished_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "extract/error.h"
#include "tests/support/temp_folder.h"

namespace zhitu::graph {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

void Put(const UnfinishedFolder& folder, const std::string& name, const std::string& text) {
  std::ofstream(folder.temporary() + "/" + name) << text;
}

TEST(UnfinishedFolder, StandsOnlyOnceCommitted) {
  const TempFolder around;
  UnfinishedFolder folder(around / "out", {"a", "b"});
  Put(folder, "a", "new");
  EXPECT_FALSE(fs::exists(around / "out"));
  folder.Commit();
  EXPECT_EQ(around.Read("out/a"), "new");
  EXPECT_EQ(around.Names(), Names{"out"});
}

TEST(UnfinishedFolder, LeavesAnOldFolderUnlessCommitted) {
  const TempFolder around;
  around.Write("out/a", "old");
  {
    UnfinishedFolder folder(around / "out", {"a"});
    Put(folder, "a", "new");
  }
  EXPECT_EQ(around.Read("out/a"), "old");
  EXPECT_EQ(around.Names(), Names{"out"});
}

TEST(UnfinishedFolder, ReplacesAFolderOfItsFiles) {
  const TempFolder around;
  around.Write("out/a", "old");
  around.Write("out/b", "old");
  UnfinishedFolder folder(around / "out///", {"a", "b"});
  Put(folder, "a", "new");
  folder.Commit();
  EXPECT_EQ(around.Read("out/a"), "new");
  EXPECT_FALSE(fs::exists(around / "out/b"));
  EXPECT_EQ(around.Names(), Names{"out"});
}

TEST(UnfinishedFolder, FollowsALink) {
  const TempFolder around;
  around.Write("below/target/a", "old");
  fs::create_symlink("below/target", around / "link");
  UnfinishedFolder folder(around / "link", {"a"});
  Put(folder, "a", "new");
  folder.Commit();
  EXPECT_TRUE(fs::is_symlink(around / "link"));
  EXPECT_EQ(around.Read("below/target/a"), "new");
}

struct RefusedCase {
  const char* name;
  const char* existing;  // a file that stands in the folder around
  const char* path;
  const char* problem;  // behind the path
};
void PrintTo(const RefusedCase& c, std::ostream* out) { *out << c.name; }
class UnfinishedFolderRefused : public testing::TestWithParam<RefusedCase> {};

TEST_P(UnfinishedFolderRefused, LeavesWhatStandsThere) {
  const TempFolder around;
  around.Write(GetParam().existing, "old");
  const Names before = around.Names();
  try {
    const UnfinishedFolder folder(around / GetParam().path, {"a"});
    FAIL() << "was made";
  } catch (const extract::IoError& error) {
    EXPECT_EQ(error.what(), around / GetParam().path + ": " + GetParam().problem);
  }
  EXPECT_EQ(around.Read(GetParam().existing), "old");
  EXPECT_EQ(around.Names(), before);
}

const RefusedCase kRefusedCases[] = {
    {"AFile", "out", "out", "is a file; expected a folder, or nothing"},
    {"OtherFiles", "out/mine.txt", "out",
     "holds other files, such as mine.txt; expected a new folder, or one that holds the same "
     "files"},
    {"NoFolderAround", "x", "missing/out", "cannot be made: No such file or directory"},
};
INSTANTIATE_TEST_SUITE_P(Faults, UnfinishedFolderRefused, testing::ValuesIn(kRefusedCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(UnfinishedFolder, IsRemovedOnASignalWithItsFiles) {
  const TempFolder around;
  UnfinishedFolder folder(around / "out", {"a"});
  Put(folder, "a", "half");
  RemoveUnfinishedFiles();
  EXPECT_EQ(around.Names(), Names{});
}

}  // namespace
}  // namespace zhitu::graph
