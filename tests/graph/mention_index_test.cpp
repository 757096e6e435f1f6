#include "graph/mention_index.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "extract/error.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

// The index in a file of its own, whose table has rows for it.
class MentionIndexFile {
 public:
  MentionIndexFile() {
    Change(
        path(),
        "CREATE TABLE m (entity, document, begin, \"end\", PRIMARY KEY (entity, document, begin, "
        "\"end\" DESC)) WITHOUT ROWID");
  }
  ~MentionIndexFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MentionIndexFile(const MentionIndexFile&) = delete;
  MentionIndexFile& operator=(const MentionIndexFile&) = delete;

  std::string path() const { return folder_ / "m.db"; }
  const TempFolder& folder() const { return folder_; }
  void Write(MentionIndex& index) {
    const auto root = std::stoul(Query(path(), "SELECT rootpage FROM sqlite_schema"));
    descriptor_ = ::open(path().c_str(), O_RDWR | O_CLOEXEC);
    BulkFile file(descriptor_, path());
    BulkTree tree(file, BulkTree::Kind::kIndex, static_cast<std::uint32_t>(root));
    Record record(path());
    index.Write(tree, record);
    tree.Finish();
    file.Finish();
  }

 private:
  TempFolder folder_;
  int descriptor_ = -1;
};

struct MentionIndexCase {
  const char* name;
  std::size_t mentions;
  std::uint32_t entities;
  std::size_t run;
};
void PrintTo(const MentionIndexCase& c, std::ostream* out) { *out << c.name; }
class MentionIndexTwin : public testing::TestWithParam<MentionIndexCase> {};

TEST_P(MentionIndexTwin, SortsByEntityAsAStableSort) {
  const MentionIndexCase& c = GetParam();
  std::mt19937 random(5);
  std::vector<MentionIndex::Entry> entries;
  for (std::uint32_t i = 0; i < c.mentions; ++i) {
    entries.push_back({static_cast<std::uint32_t>(random() % c.entities), 1 + i / 7, i % 7, 100});
  }
  MentionIndexFile file;
  MentionIndex index(file.path(), "shown", c.run);
  for (const MentionIndex::Entry& entry : entries) index.Add(entry);
  file.Write(index);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.entity < b.entity; });
  std::string expected;
  for (const MentionIndex::Entry& entry : entries) {
    expected += std::to_string(entry.entity) + "|" + std::to_string(entry.document) + "|" +
                std::to_string(entry.begin) + "|" + std::to_string(entry.end) + "\n";
  }
  EXPECT_EQ(Query(file.path(), "SELECT * FROM m"), expected);
  EXPECT_EQ(Query(file.path(), "PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(file.folder().Names(), std::vector<std::string>{"m.db"});
}

const MentionIndexCase kMentionIndexCases[] = {
    {"Nothing", 0, 5, 10},
    {"OneRun", 100, 5, 1000},
    {"ARunExactly", 100, 5, 100},
    {"OneMore", 101, 5, 100},
    {"RunsOfOne", 50, 5, 1},
    {"ManyRuns", 5000, 40, 64},
    {"RunsOfManyReads", 9000, 7, 4000},
    {"OneEntity", 500, 1, 64},
    {"EachItsOwn", 300, 1000000, 64},
};
INSTANTIATE_TEST_SUITE_P(Basics, MentionIndexTwin, testing::ValuesIn(kMentionIndexCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(MentionIndex, TellsThatRunsCannotBePutAside) {
  const TempFolder folder;
  MentionIndex index(folder / "missing/a", "shown", 1);
  index.Add({});
  std::string problem;
  try {
    index.Add({});
  } catch (const extract::IoError& error) {
    problem = error.what();
  }
  EXPECT_EQ(problem, "shown: cannot be written: No such file or directory");
}

}  // namespace
}  // namespace zhitu::graph
