#include "graph/page_scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>

#include "extract/error.h"
#include "graph/database.h"
#include "graph/table_scan.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/temp_folder.h"

namespace zhitu::graph {
namespace {

// Numbers of every width, texts of every size, a row with an end that has no column yet.
constexpr char kRows[] = R"sql(
CREATE TABLE plain (number INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER, d BLOB);
CREATE TABLE keyed (k INTEGER, a TEXT, j TEXT, b INTEGER, PRIMARY KEY (j, k)) WITHOUT ROWID;
CREATE TABLE bare (number INTEGER PRIMARY KEY, a TEXT);
WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < ROWS)
INSERT INTO plain SELECT n * n - 40,
  CASE n % 13 WHEN 0 THEN NULL WHEN 1 THEN 1 WHEN 2 THEN -1 WHEN 3 THEN 127 WHEN 4 THEN -129
    WHEN 5 THEN 32768 WHEN 6 THEN -8388609 WHEN 7 THEN 1 << 31 WHEN 8 THEN -(1 << 47)
    WHEN 9 THEN 9223372036854775807 WHEN 10 THEN -9223372036854775807 - 1 ELSE n END,
  CASE n % 7 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE hex(zeroblob((n * 37) % 70)) || n END,
  n * 1000003,
  zeroblob(CASE WHEN n % 50 = 17 THEN n * 90 ELSE n % 3 END) FROM i;
WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < ROWS)
INSERT INTO keyed SELECT n % 10, 'a' || n, hex(zeroblob(n % 31)) || CASE WHEN n % 40 = 3
  THEN hex(zeroblob(n * 20)) ELSE '' END || ((n * 7919) % 1000) || '-' || n, -n FROM i;
ALTER TABLE plain ADD COLUMN later INTEGER;
)sql";

std::string RowsSql(int rows) {
  std::string sql = kRows;
  for (std::size_t at = 0; (at = sql.find("ROWS", at)) != std::string::npos;) {
    sql.replace(at, 4, std::to_string(rows));
  }
  return sql;
}

struct Layout {
  const char* name;
  int page_bytes;
  int reserved;
  int rows;
};
void PrintTo(const Layout& c, std::ostream* out) { *out << c.name; }

using Rows = std::vector<std::string>;

std::string Row(std::int64_t a, std::string_view b, std::int64_t c, std::string_view d) {
  return std::to_string(a) + "|" + std::string(b) + "|" + std::to_string(c) + "|" + std::string(d);
}

// The same through SQL.
Rows SlowRows(const Database& database, const char* sql) {
  Rows rows;
  Statement query = database.Prepare(sql);
  while (query.Step()) {
    rows.push_back(Row(query.Integer(0), query.Text(1), query.Integer(2), query.Text(3)));
  }
  return rows;
}

Rows FastRows(TableScan scan) {
  Rows rows;
  while (scan.Next()) {
    rows.push_back(Row(scan.Integer(0), scan.Text(1), scan.Integer(2), scan.Text(3)));
  }
  return rows;
}

class TableScanOf : public testing::TestWithParam<Layout> {
 protected:
  TableScanOf() {
    MakeSqliteFile(folder_ / "f", GetParam().page_bytes, GetParam().reserved,
                   RowsSql(GetParam().rows));
  }
  TempFolder folder_;
};

TEST_P(TableScanOf, GivesTheRowsOfSql) {
  const Database database(folder_ / "f", "f", Database::Access::kRead);
  const PageFile file(folder_ / "f");
  const auto scan = [&](const char* table, std::initializer_list<std::string_view> columns) {
    return FastRows(TableScan(database, file, table, columns));
  };
  EXPECT_EQ(scan("plain", {"number", "b", "a", "d"}),
            SlowRows(database, "SELECT number, b, a, d FROM plain ORDER BY number"));
  EXPECT_EQ(scan("plain", {"later", "b", "c", "b"}),
            SlowRows(database, "SELECT later, b, c, b FROM plain ORDER BY number"));
  EXPECT_EQ(scan("keyed", {"k", "j", "b", "a"}),
            SlowRows(database, "SELECT k, j, b, a FROM keyed ORDER BY j, k"));
  EXPECT_EQ(scan("bare", {"number", "a", "number", "a"}), Rows());
}

const Layout kLayouts[] = {
    {"OneRow", 512, 0, 0},
    {"OnePage", 4096, 0, 20},
    {"SmallestPages", 512, 0, 3000},
    {"SmallestUsable", 512, 32, 2000},
    {"Reserved", 1024, 17, 2000},
    {"PagesOf2048", 2048, 0, 2000},
    {"PagesOf4096", 4096, 0, 3000},
    {"PagesOf8192", 8192, 0, 3000},
    {"PagesOf32768", 32768, 0, 3000},
    {"GreatestPages", 65536, 0, 6000},
};
INSTANTIATE_TEST_SUITE_P(Layouts, TableScanOf, testing::ValuesIn(kLayouts),
                         [](const auto& c) { return std::string(c.param.name); });

std::string Told(const std::function<void()>& read) {
  try {
    read();
  } catch (const extract::InputError& error) {
    return error.problems().front().what;
  }
  return "";
}

// A file of small pages and what its tables are.
class DamagedPages : public testing::Test {
 protected:
  DamagedPages() {
    MakeSqliteFile(folder_ / "good", 512, 0, RowsSql(400));
    const Database database(folder_ / "good", "good", Database::Access::kRead);
    const PageFile file(folder_ / "good");
    plain_ = RootPage(database, file, "plain");
    keyed_ = RootPage(database, file, "keyed");
    good_ = folder_.Read("good");
  }
  // Reads all of a b-tree.
  static std::size_t ReadAll(const std::string& path, std::uint32_t root, PageScan::Kind kind) {
    const PageFile file(path);
    PageScan scan(file, root, kind, 5);
    std::size_t bytes = 0;
    std::size_t rows = 0;
    for (; scan.Next(); ++rows) {
      for (std::size_t column = 0; column < 5; ++column) {
        try {
          const std::string_view text = scan.Text(column);
          bytes += static_cast<std::size_t>(std::count(text.begin(), text.end(), '0'));
        } catch (const extract::InputError&) {
          bytes += static_cast<std::size_t>(scan.Integer(column) & 1);
        }
      }
    }
    EXPECT_LE(rows, std::size_t{file.page_count()} * file.page_bytes() + bytes);
    return rows;
  }
  std::string TellOf(const std::string& bad, std::uint32_t root, PageScan::Kind kind) const {
    const std::string path = folder_.Write("bad", bad);
    return Told([&] { ReadAll(path, root, kind); });
  }

  TempFolder folder_;
  std::uint32_t plain_ = 0;
  std::uint32_t keyed_ = 0;
  std::string good_;
};

TEST_F(DamagedPages, NeverCrashNorLastForEver) {
  std::mt19937 random(7);
  int told = 0;
  for (int round = 0; round < 600; ++round) {
    std::string bad = good_;
    for (int i = 0; i < 1 + round % 60; ++i) {
      bad[100 + random() % (bad.size() - 100)] = static_cast<char>(random());
    }
    if (round % 5 == 0) bad.resize(100 + random() % bad.size());
    told += TellOf(bad, plain_, PageScan::Kind::kTable).empty() ? 0 : 1;
    told += TellOf(bad, keyed_, PageScan::Kind::kIndex).empty() ? 0 : 1;
  }
  EXPECT_GT(told, 50);
}

TEST_F(DamagedPages, ChildrenThatAreTheirOwnParents) {
  std::string bad = good_;
  const std::size_t root = (plain_ - 1) * 512U;
  ASSERT_EQ(bad[root], 5);  // an inner page
  bad[root + 8] = bad[root + 9] = bad[root + 10] = 0;
  bad[root + 11] = static_cast<char>(plain_);
  EXPECT_EQ(TellOf(bad, plain_, PageScan::Kind::kTable),
            "damaged graph file (a row cannot be read); build it again");  // the numbers begin anew
}

TEST_F(DamagedPages, OverflowThatLeadsToItself) {
  const TempFolder folder;
  MakeSqliteFile(folder / "f", 512, 0,
                 "CREATE TABLE t (a TEXT); INSERT INTO t VALUES "
                 "(hex(zeroblob(2000)));");
  std::string bad = folder.Read("f");
  // Of the pages 3 to 10 of the chain each names the next one in its first four bytes.
  ASSERT_EQ(bad[2 * 512 + 3], 4);
  bad[2 * 512 + 3] = 3;
  bad.resize(5 * 512);  // or the row would end before that shows
  const std::string path = folder.Write("bad", bad);
  EXPECT_EQ(Told([&] {
              const PageFile file(path);
              PageScan scan(file, 2, PageScan::Kind::kTable, 1);
              scan.Next();
              scan.Text(0);
            }),
            "damaged graph file (its pages form a ring); build it again");
}

TEST_F(DamagedPages, RootsThatAreNone) {
  const PageFile file(folder_ / "good");
  for (const std::uint32_t root : {1U, file.page_count() + 1, 0xFFFFFFFFU}) {
    EXPECT_NE(Told([&] { PageScan(file, root, PageScan::Kind::kTable, 1).Next(); }), "") << root;
  }
  EXPECT_NE(Told([&] { PageScan(file, plain_, PageScan::Kind::kIndex, 1).Next(); }), "");
}

struct HeaderCase {
  const char* name;
  std::size_t at;
  char byte;
  const char* expected;
};
void PrintTo(const HeaderCase& c, std::ostream* out) { *out << c.name; }
class PageFileRefuses : public testing::TestWithParam<HeaderCase> {};

TEST_P(PageFileRefuses, SaysWhy) {
  const TempFolder folder;
  MakeSqliteFile(folder / "f", 512, 0, "CREATE TABLE t (a TEXT);");
  std::string bad = folder.Read("f");
  bad[GetParam().at] = GetParam().byte;
  const std::string path = folder.Write("bad", bad);
  EXPECT_EQ(Told([&] {
              const PageFile file(path);
              PageScan(file, 2, PageScan::Kind::kTable, 1).Next();
            }),
            GetParam().expected);
}

const HeaderCase kHeaderCases[] = {
    {"Magic", 0, 'X', "damaged graph file (its header is not one of SQLite); build it again"},
    {"PageSize", 16, 3, "damaged graph file (its page size); build it again"},
    {"Reserved", 20, 100, "damaged graph file (its page size); build it again"},
    {"Encoding", 59, 2, "damaged graph file (its texts are not UTF-8); build it again"},
    {"Log", 18, 2,
     "graph file with a write-ahead log; expected one without, as `PRAGMA journal_mode = DELETE` "
     "makes it"},
};
INSTANTIATE_TEST_SUITE_P(Faults, PageFileRefuses, testing::ValuesIn(kHeaderCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(PageFile, KnowsWhetherItStillStandsThere) {
  const TempFolder folder;
  MakeSqliteFile(folder / "f", 512, 0, "CREATE TABLE t (a TEXT);");
  const PageFile file(folder / "f");
  EXPECT_TRUE(file.StandsAt(folder / "f"));
  EXPECT_FALSE(file.StandsAt(folder.Write("g", folder.Read("f"))));
  EXPECT_FALSE(file.StandsAt(folder / "missing"));
}

TEST(TableScan, RefusesWhatIsNoTable) {
  const TempFolder folder;
  MakeSqliteFile(folder / "f", 512, 0,
                 "CREATE TABLE t (a TEXT, b AS (a || 'x')); CREATE VIEW v AS SELECT a FROM t;"
                 "CREATE TABLE u (a TEXT);");
  const Database database(folder / "f", "f", Database::Access::kRead);
  const PageFile file(folder / "f");
  const auto tell = [&](const char* table, const char* column) {
    return Told([&] { TableScan(database, file, table, {column}); });
  };
  EXPECT_EQ(tell("u", "a"), "");
  EXPECT_EQ(tell("u", "b"), "damaged graph file (a column is missing); build it again");
  EXPECT_EQ(tell("t", "a"), "damaged graph file (a table has other columns); build it again");
  EXPECT_EQ(tell("v", "a"), "damaged graph file (a table is missing); build it again");
  EXPECT_EQ(tell("w", "a"), "damaged graph file (a table is missing); build it again");
}

TEST(TableScan, RefusesValuesOfOtherTypes) {
  const TempFolder folder;
  MakeSqliteFile(folder / "f", 512, 0,
                 "CREATE TABLE t (a, b); INSERT INTO t VALUES ('x', 1.5), (2, x'00');");
  const Database database(folder / "f", "f", Database::Access::kRead);
  const PageFile file(folder / "f");
  TableScan rows(database, file, "t", {"a", "b"});
  ASSERT_TRUE(rows.Next());
  EXPECT_THROW(rows.Integer(0), extract::InputError);
  EXPECT_THROW(rows.Integer(1), extract::InputError);
  EXPECT_THROW(rows.Text(1), extract::InputError);
  ASSERT_TRUE(rows.Next());
  EXPECT_THROW(rows.Text(0), extract::InputError);
  EXPECT_EQ(rows.Text(1).size(), 1U);
}

}  // namespace
}  // namespace zhitu::graph
