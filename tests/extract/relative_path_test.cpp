#include "extract/relative_path.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>

#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

struct PathCase {
  const char* name;
  const char* file;    // below the working folder of the case
  const char* folder;  // likewise
  const char* expected;
};
void PrintTo(const PathCase& c, std::ostream* out) { *out << c.name; }

class RelativePathOf : public testing::TestWithParam<PathCase> {};

TEST_P(RelativePathOf, LeadsToTheFile) {
  const TempFolder folder;
  std::filesystem::create_directories(folder / "a/b");
  std::filesystem::create_directory_symlink(folder / "a/b", folder / "link");
  EXPECT_EQ(RelativePath(folder / GetParam().file, folder / GetParam().folder),
            GetParam().expected);
}

const PathCase kPaths[] = {
    {"Beside", "x.csv", "", "x.csv"},
    {"Below", "a/b/x.csv", "a", "b/x.csv"},
    {"Above", "x.csv", "a/b", "../../x.csv"},
    {"Aside", "c/x.csv", "a", "../c/x.csv"},
    {"WithDots", "a/../a/./x.csv", "a", "x.csv"},
    {"ThroughALinkedFolder", "link/x.csv", "a", "b/x.csv"},
};
INSTANTIATE_TEST_SUITE_P(Basics, RelativePathOf, testing::ValuesIn(kPaths),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(RelativePath, TakesTheEmptyFolderForTheWorkingFolder) {
  EXPECT_EQ(RelativePath("x.csv", ""), "x.csv");
  EXPECT_EQ(RelativePath("a/x.csv", "."), "a/x.csv");
  EXPECT_EQ(RelativeFolder("", ""), ".");
}

}  // namespace
}  // namespace zhitu::extract
