#include "extract/mapped_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "extract/error.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

TEST(MappedFile, GivesAllBytes) {
  const TempFolder folder;
  const std::string bytes(100'000, 'x');
  const MappedFile file(folder.Write("file", bytes));
  EXPECT_EQ(file.bytes(), bytes);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file.bytes().data()) % 4096, 0U);
}

TEST(MappedFile, GivesNoneOfAnEmptyFile) {
  const TempFolder folder;
  EXPECT_EQ(MappedFile(folder.Write("file", "")).bytes(), "");
}

TEST(MappedFile, KeepsAFileThatIsReplaced) {
  const TempFolder folder;
  const MappedFile file(folder.Write("file", "old"));
  std::filesystem::rename(folder.Write("other", "new"), folder / "file");
  EXPECT_EQ(file.bytes(), "old");
}

TEST(MappedFile, RefusesWhatIsNoFile) {
  const TempFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_THROW(MappedFile(folder / "none"), IoError);
  EXPECT_THROW(MappedFile(folder.path()), IoError);
  EXPECT_THROW(MappedFile(folder / "pipe"), IoError);  // and does not wait for a writer
}

}  // namespace
}  // namespace zhitu::extract
