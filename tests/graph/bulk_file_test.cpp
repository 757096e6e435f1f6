#include "graph/bulk_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>
#include <string>

#include "extract/error.h"
#include "graph/raw_file.h"
#include "tests/support/temp_folder.h"

namespace zhitu::graph {
namespace {

struct NextPageCase {
  const char* name;
  std::uint32_t number;
  std::size_t page_bytes;
  std::uint32_t expected;
};
void PrintTo(const NextPageCase& c, std::ostream* out) { *out << c.name; }
class BulkNextPage : public testing::TestWithParam<NextPageCase> {};

TEST_P(BulkNextPage, IsNeverThePageThatIsLocked) {
  EXPECT_EQ(NextPage(GetParam().number, GetParam().page_bytes), GetParam().expected);
}

// The page with byte 2^30 is number 2^30 / page_bytes + 1.
const NextPageCase kNextPageCases[] = {
    {"First", 1, 8192, 2},
    {"Before", 131071, 8192, 131072},
    {"Locked", 131072, 8192, 131074},
    {"Behind", 131074, 8192, 131075},
    {"SmallPages", 2097152, 512, 2097154},
    {"LargePages", 16384, 65536, 16386},
};
INSTANTIATE_TEST_SUITE_P(Basics, BulkNextPage, testing::ValuesIn(kNextPageCases),
                         [](const auto& c) { return std::string(c.param.name); });

class BulkFileTest : public testing::TestWithParam<std::size_t> {};

TEST_P(BulkFileTest, LeavesTheLockedPageEmpty) {
  const TempFolder folder;
  const std::string path = folder.Write("a", std::string(100, '\0'));
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  // A header that tells of pages of 65,536 bytes, so many that the next one but one is locked.
  WriteAt(descriptor, 16, std::string_view("\0\1", 2), path);
  WriteAt(descriptor, 28, std::string_view("\0\0\x3F\xFF", 4), path);
  BulkFile file(descriptor, path, GetParam());
  EXPECT_EQ(file.Append(std::string(65536, 'a')), 16384U);
  EXPECT_EQ(file.AppendChain(std::string(65533, 'b')), 16386U);
  file.Finish();
  std::string bytes(12, '\0');
  ReadAt(descriptor, 28, bytes.data(), 4, path);
  EXPECT_EQ(bytes.substr(0, 4), std::string("\0\0\x40\x03", 4));
  ReadAt(descriptor, (std::uint64_t{1} << 30U) - 1, bytes.data(), 2, path);
  EXPECT_EQ(bytes.substr(0, 2), std::string("a\0", 2));
  ReadAt(descriptor, (std::uint64_t{1} << 30U) + 65536, bytes.data(), 5, path);
  EXPECT_EQ(bytes.substr(0, 5), std::string("\0\0\x40\3b", 5));
  ::close(descriptor);
}

INSTANTIATE_TEST_SUITE_P(Threads, BulkFileTest, testing::Values(1, 2));

std::string ProblemOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const extract::IoError& error) {
    return error.what();
  }
  return "";
}

TEST(RawFile, TellsWhatTheDiskDoesNotTakeOrGive) {
  const TempFolder folder;
  const std::string path = folder.Write("a", "bytes");
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  EXPECT_EQ(ProblemOf([&] { WriteAt(descriptor, 0, "b", "shown"); }),
            "shown: cannot be written: Bad file descriptor");
  std::string bytes(6, '\0');
  EXPECT_EQ(ProblemOf([&] { ReadAt(descriptor, 0, bytes.data(), 6, "shown"); }),
            "shown: cannot be written: Input/output error");
  EXPECT_EQ(ProblemOf([&] { ReadAt(descriptor, 1, bytes.data(), 4, "shown"); }), "");
  EXPECT_EQ(bytes.substr(0, 4), "ytes");
  EXPECT_EQ(ProblemOf([&] { BulkFile(descriptor, "shown"); }),
            "shown: cannot be written: Input/output error");
  ::close(descriptor);
}

}  // namespace
}  // namespace zhitu::graph
