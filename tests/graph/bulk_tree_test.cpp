#include "graph/bulk_tree.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "graph/sqlite_record.h"
#include "tests/support/sql_literal.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

// A row of both tables; in `t` its number is `a`.
struct TreeRow {
  std::int64_t a = 0;
  std::int64_t b = 0;
  std::string c;
};

constexpr char kSchema[] =
    "CREATE TABLE t (a INTEGER PRIMARY KEY, b, c);"
    "CREATE TABLE k (a, b, c, PRIMARY KEY (a, b DESC)) WITHOUT ROWID;"
    "CREATE TABLE x (a INTEGER PRIMARY KEY, c); CREATE INDEX xc ON x (c);";

std::string Schema(std::size_t page_bytes) {
  return "PRAGMA synchronous = OFF; PRAGMA page_size = " + std::to_string(page_bytes) + ";" +
         kSchema;
}

std::uint32_t Root(const std::string& path, const std::string& name) {
  return static_cast<std::uint32_t>(
      std::stoul(Query(path, "SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")));
}

// The rows in both tables, and their texts in an index that has them in its own order.
void WriteTrees(const std::string& path, std::vector<TreeRow> rows) {
  const std::uint32_t t = Root(path, "t");
  const std::uint32_t k = Root(path, "k");
  const std::uint32_t x = Root(path, "x");
  const std::uint32_t xc = Root(path, "xc");
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  BulkFile file(descriptor, path);
  BulkTree table(file, BulkTree::Kind::kTable, t);
  BulkTree key(file, BulkTree::Kind::kIndex, k);
  BulkTree texts(file, BulkTree::Kind::kTable, x);
  BulkTree index(file, BulkTree::Kind::kIndex, xc);
  Record record(path);
  for (const TreeRow& row : rows) {
    table.AddRow(row.a, record.Clear().Null().Integer(row.b).Text(row.c).Bytes());
    key.AddKey(record.Clear().Integer(row.a / 3).Integer(-row.a).Text(row.c).Bytes());
    texts.AddRow(row.a, record.Clear().Null().Text(row.c).Bytes());
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const TreeRow& a, const TreeRow& b) { return a.c < b.c; });
  for (const TreeRow& row : rows) index.AddKey(record.Clear().Text(row.c).Integer(row.a).Bytes());
  for (BulkTree* tree : {&table, &key, &texts, &index}) tree->Finish();
  file.Finish();
  ::close(descriptor);
}

// The slow twin: SQLite's own INSERTs.
void WriteSlowly(const std::string& path, const std::vector<TreeRow>& rows) {
  std::string sql = "PRAGMA synchronous = OFF; BEGIN;";
  for (const TreeRow& row : rows) {
    const std::string a = SqlLiteral(row.a);
    const std::string c = SqlLiteral(row.c);
    sql += "INSERT INTO t VALUES (" + a + "," + SqlLiteral(row.b) + "," + c + ");";
    sql += "INSERT INTO k VALUES (" + SqlLiteral(row.a / 3) + "," + SqlLiteral(-row.a) + "," + c +
           ");";
    sql += "INSERT INTO x VALUES (" + a + "," + c + ");";
  }
  Change(path, sql + "COMMIT;");
}

// Pages from the root to a leaf.
int Levels(const TempFolder& folder, std::uint32_t root, std::size_t page_bytes) {
  const std::string bytes = folder.Read("fast");
  int levels = 1;
  for (;; ++levels) {
    const char* page = bytes.data() + (root - 1) * page_bytes;
    if (*page != 2 && *page != 5) return levels;
    root = GetBig32(page + 8);
  }
}

constexpr char kRows[] =
    "SELECT *, typeof(b), typeof(c) FROM t; SELECT *, typeof(c) FROM k;"
    "SELECT a, c FROM x INDEXED BY xc ORDER BY c, a";

void ExpectAsSqlite(const TempFolder& folder, std::size_t page_bytes,
                    const std::vector<TreeRow>& rows) {
  for (const char* name : {"fast", "slow"}) {
    folder.Write(name, "");
    Change(folder / name, Schema(page_bytes));
  }
  WriteTrees(folder / "fast", rows);
  WriteSlowly(folder / "slow", rows);
  EXPECT_EQ(Query(folder / "fast", "PRAGMA integrity_check"), "ok\n");
  EXPECT_TRUE(Query(folder / "fast", kRows) == Query(folder / "slow", kRows));
  EXPECT_EQ(folder.Read("fast").size(),
            std::stoul(Query(folder / "fast", "PRAGMA page_count")) * page_bytes);
}

// Numbers of every size with gaps between them, texts of at most `longest` bytes, some empty.
std::vector<TreeRow> RandomRows(std::size_t size, std::size_t longest) {
  std::mt19937_64 random(size * 31 + longest);
  std::vector<TreeRow> rows;
  std::int64_t a = -static_cast<std::int64_t>(size) * 20;
  for (std::size_t i = 0; i < size; ++i) {
    a += static_cast<std::int64_t>(1 + random() % 60);
    if (i + 3 == size) a += std::int64_t{1} << 60U;
    TreeRow row{a, static_cast<std::int64_t>(random() >> random() % 64), ""};
    if (random() % 2 == 0) row.b = ~row.b;
    const std::size_t length = random() % 8 == 0 ? longest : std::min<std::size_t>(longest, 20);
    row.c.assign(random() % (length + 1), static_cast<char>('a' + random() % 26));
    if (random() % 4 == 0) row.c += "枫";
    rows.push_back(row);
  }
  return rows;
}

struct TreeCase {
  const char* name;
  std::size_t page_bytes;
  std::size_t rows;
  std::size_t longest;  // bytes of the longest text
  int levels;           // of the table WITHOUT ROWID
};
void PrintTo(const TreeCase& c, std::ostream* out) { *out << c.name; }
class BulkTreeTwin : public testing::TestWithParam<TreeCase> {};

TEST_P(BulkTreeTwin, HoldsWhatSqliteWouldWrite) {
  const TreeCase& c = GetParam();
  const TempFolder folder;
  ExpectAsSqlite(folder, c.page_bytes, RandomRows(c.rows, c.longest));
  EXPECT_EQ(Levels(folder, Root(folder / "fast", "k"), c.page_bytes), c.levels);
}

const TreeCase kTreeCases[] = {
    {"Nothing", 512, 0, 10, 1},
    {"OneRow", 512, 1, 10, 1},
    {"OneLevel", 8192, 100, 20, 1},
    {"TwoLevels", 512, 100, 20, 2},
    {"ThreeLevels", 512, 1000, 20, 3},
    {"FourLevels", 512, 9000, 20, 4},
    {"TextsOfManyPages", 512, 300, 5000, 2},
    {"UsualPages", 8192, 9000, 3000, 3},
    {"LongTexts", 8192, 60, 100000, 2},
    {"LargestPages", 65536, 9000, 40, 2},
    {"LargestPagesLongTexts", 65536, 60, 200000, 1},
};
INSTANTIATE_TEST_SUITE_P(Basics, BulkTreeTwin, testing::ValuesIn(kTreeCases),
                         [](const auto& c) { return std::string(c.param.name); });

// One row more each time, so that each level opens and closes at every possible place.
TEST(BulkTree, HoldsEveryNumberOfRows) {
  for (std::size_t size = 0; size < 60; ++size) {
    const TempFolder folder;
    ExpectAsSqlite(folder, 512, RandomRows(size, 90));
    if (testing::Test::HasFailure()) FAIL() << size << " rows";
  }
}

// Where a text begins to overflow, and how much of it, depends on its length alone.
TEST(BulkTree, HoldsTextsOfEveryLength) {
  std::vector<TreeRow> rows;
  for (std::int64_t i = 0; i < 1700; ++i) {
    rows.push_back({i, 0, std::string(static_cast<std::size_t>(i), 'a')});
  }
  const TempFolder folder;
  ExpectAsSqlite(folder, 512, rows);
}

}  // namespace
}  // namespace zhitu::graph
