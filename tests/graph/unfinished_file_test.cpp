#include "graph/unfinished_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "extract/error.h"
#include "tests/support/temp_folder.h"

namespace zhitu::graph {
namespace {

namespace fs = std::filesystem;

void Put(const UnfinishedFile& file, std::string_view bytes) {
  ASSERT_EQ(::write(file.descriptor(), bytes.data(), bytes.size()),
            static_cast<ssize_t>(bytes.size()));
}

TEST(UnfinishedFile, StandsOnlyOnceCommitted) {
  const TempFolder folder;
  UnfinishedFile file(folder / "out");
  Put(file, "new");
  EXPECT_FALSE(fs::exists(folder / "out"));
  file.Commit();
  EXPECT_EQ(folder.Read("out"), "new");
  EXPECT_EQ(folder.Names(), std::vector<std::string>{"out"});
}

TEST(UnfinishedFile, LeavesAnOldFileUnlessCommitted) {
  const TempFolder folder;
  folder.Write("out", "old");
  {
    UnfinishedFile file(folder / "out");
    Put(file, "new");
    file.Sync();
  }
  EXPECT_EQ(folder.Read("out"), "old");
  EXPECT_EQ(folder.Names(), std::vector<std::string>{"out"});
}

TEST(UnfinishedFile, FollowsALinkAndKeepsPermissions) {
  const TempFolder folder;
  folder.Write("below/target", "old");
  ASSERT_EQ(::chmod((folder / "below/target").c_str(), 0640), 0);
  fs::create_symlink("below/target", folder / "link");
  UnfinishedFile file(folder / "link");
  Put(file, "new");
  file.Commit();
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(folder.Read("below/target"), "new");
  EXPECT_EQ(fs::status(folder / "below/target").permissions(), fs::perms(0640));
}

TEST(UnfinishedFile, TakesNamesOfTheGreatestLength) {
  const TempFolder folder;
  const std::string name(255, 'x');
  UnfinishedFile file(folder / name);
  file.Commit();
  EXPECT_EQ(folder.Names(), std::vector<std::string>{name});
}

TEST(UnfinishedFile, TwoOfOneNameDoNotMeet) {
  const TempFolder folder;
  UnfinishedFile one(folder / "out");
  UnfinishedFile two(folder / "out");
  EXPECT_NE(one.temporary(), two.temporary());
  Put(one, "1");
  Put(two, "2");
  two.Commit();
  one.Commit();
  EXPECT_EQ(folder.Read("out"), "1");
}

TEST(UnfinishedFile, IsRemovedWithAllOthersOnASignal) {
  const TempFolder folder;
  UnfinishedFile committed(folder / "committed");
  committed.Commit();
  UnfinishedFile one(folder / "one");
  UnfinishedFile two(folder / "two");
  EXPECT_EQ(folder.Names().size(), 3U);
  RemoveUnfinishedFiles();
  EXPECT_EQ(folder.Names(), std::vector<std::string>{"committed"});
}

struct RefusedCase {
  const char* name;
  const char* path;  // in the folder unless absolute
  const char* problem;
};
void PrintTo(const RefusedCase& c, std::ostream* out) { *out << c.name; }
class UnfinishedFileRefuses : public testing::TestWithParam<RefusedCase> {};

TEST_P(UnfinishedFileRefuses, NamingTheFileAndTheReason) {
  const TempFolder folder;
  folder.Write("folder/file", "");
  const std::string path = GetParam().path[0] == '/' ? GetParam().path : folder / GetParam().path;
  try {
    const UnfinishedFile file(path);
    FAIL() << "was made";
  } catch (const extract::IoError& error) {
    EXPECT_EQ(error.what(), path + ": " + GetParam().problem);
  }
}

const RefusedCase kRefusedCases[] = {
    {"MissingFolder", "missing/out", "cannot be written: No such file or directory"},
    {"FileForAFolder", "folder/file/out", "cannot be written: Not a directory"},
    {"Folder", "folder", "is a folder; expected a file"},
    {"Device", "/dev/full", "is not a regular file"},
};
INSTANTIATE_TEST_SUITE_P(Faults, UnfinishedFileRefuses, testing::ValuesIn(kRefusedCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::graph
