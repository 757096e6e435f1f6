#include "export/output_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "extract/error.h"
#include "tests/support/temp_folder.h"

namespace zhitu::xport {
namespace {

// Sizes around the buffers' 64 and 512 KiB, in one write and in many; with one thread and three.
struct WriteCase {
  const char* name;
  std::size_t piece;
  std::size_t pieces;
};
void PrintTo(const WriteCase& c, std::ostream* out) { *out << c.name; }
class OutputFileOf : public testing::TestWithParam<WriteCase> {};

void ExpectAllBytesInOrder(std::size_t threads) {
  const TempFolder folder;
  std::string expected;
  OutputFile file(folder / "out", threads);
  for (std::size_t i = 0; i < OutputFileOf::GetParam().pieces; ++i) {
    const std::string piece(OutputFileOf::GetParam().piece, static_cast<char>('a' + i % 26));
    file.Write(piece);
    expected += piece;
  }
  file.Commit();
  EXPECT_EQ(folder.Read("out"), expected);
  EXPECT_EQ(folder.Names(), std::vector<std::string>{"out"});
}

TEST_P(OutputFileOf, HoldsAllBytesInOrder) {
  ExpectAllBytesInOrder(1);
  ExpectAllBytesInOrder(3);
}

const WriteCase kWriteCases[] = {
    {"Nothing", 0, 0},     {"Small", 3, 5},     {"AlmostABuffer", 65535, 3},
    {"ABuffer", 65536, 3}, {"More", 65537, 3},  {"Odd", 1021, 700},
    {"Large", 1000000, 2}, {"OneByte", 1, 200}, {"Many", 100000, 40},
};
INSTANTIATE_TEST_SUITE_P(Basics, OutputFileOf, testing::ValuesIn(kWriteCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(OutputFile, AnotherThreadWritesWhatWaits) {
  const TempFolder folder;
  OutputFile file(folder / "out", 2);
  EXPECT_FALSE(file.WriteSome());
  std::atomic<bool> done = false;
  std::size_t helped = 0;
  std::thread helper([&] {
    while (!done) helped += file.WriteSome() ? 1U : 0U;
  });
  std::string expected;
  for (int i = 0; i < 3000; ++i) {
    const std::string piece(10'000, static_cast<char>('a' + i % 26));
    file.Write(piece);
    expected += piece;
  }
  done = true;
  helper.join();
  file.Commit();
  EXPECT_EQ(folder.Read("out"), expected);
  EXPECT_GT(helped, 0U);
}

TEST(OutputFile, IsAbsentUnlessCommitted) {
  const TempFolder folder;
  folder.Write("out", "old");
  {
    OutputFile file(folder / "out");
    file.Write("new");
    file.Prepare();
  }
  EXPECT_EQ(folder.Read("out"), "old");
  EXPECT_EQ(folder.Names(), std::vector<std::string>{"out"});
}

TEST(OutputFile, PreparedIsCommittedLater) {
  const TempFolder folder;
  OutputFile file(folder / "out");
  file.Write("new");
  file.Prepare();
  EXPECT_EQ(folder.Names().size(), 1U);  // the temporary file
  file.Commit();
  EXPECT_EQ(folder.Read("out"), "new");
}

TEST(OutputFile, IsRemovedOnASignal) {
  const TempFolder folder;
  OutputFile file(folder / "out");
  file.Write("new");
  RemoveUnfinishedOutputs();
  EXPECT_EQ(folder.Names(), std::vector<std::string>{});
}

// A full disk, played by the limit on the size of files.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) {
    signal_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old_);
    rlimit limit = old_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileLimit(const FileLimit&) = delete;
  FileLimit& operator=(const FileLimit&) = delete;
  ~FileLimit() {
    setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, signal_);
  }

 private:
  rlimit old_{};
  void (*signal_)(int);
};

class FullDisk : public testing::TestWithParam<std::size_t> {};

TEST_P(FullDisk, IsTold) {
  const TempFolder folder;
  folder.Write("out", "old");
  std::string problem;
  {
    OutputFile file(folder / "out", GetParam());
    const FileLimit limit(1000);
    file.Write(std::string(2000, 'x'));
    try {
      file.Commit();
    } catch (const extract::IoError& error) {
      problem = error.what();
    }
  }
  EXPECT_EQ(problem, folder / "out" + ": write failed: File too large");
  EXPECT_EQ(folder.Read("out"), "old");
  EXPECT_EQ(folder.Names(), std::vector<std::string>{"out"});
}

INSTANTIATE_TEST_SUITE_P(Threads, FullDisk, testing::Values(1, 2));

TEST(OutputFile, RefusesAFolder) {
  const TempFolder folder;
  EXPECT_THROW(OutputFile(folder.path()), extract::IoError);
}

}  // namespace
}  // namespace zhitu::xport
