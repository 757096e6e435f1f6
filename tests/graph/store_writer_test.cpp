#include "graph/store_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "extract/error.h"
#include "graph/adjacency.h"
#include "tests/support/sql_store_writer.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

// Rows of every table, the same for a seed: texts from empty to many pages, with quotes and
// U+0000, numbers of all sizes. Numbers of documents and entities count up, as a builder's do.
class RandomRows {
 public:
  explicit RandomRows(unsigned seed) : random_(seed) {}

  template <typename Writer>
  void Write(Writer& writer, std::int64_t documents, std::int64_t entities) {
    for (std::int64_t number = 1; number <= documents; ++number) AddDocument(writer, number);
    writer.AddPredicate(1, "co_occurs");
    writer.AddPredicate(2, Text(9));
    for (std::int64_t number = 1; number <= entities; ++number) AddEntity(writer, number);
    for (std::int64_t number = 1; number <= entities; ++number) AddRelation(writer, number);
    writer.AddMeta({{"a", ""}, {"b'", "'"}, {"c", Text(30000)}});
  }

 private:
  std::int64_t Below(std::int64_t limit) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit));
  }
  bool Rarely() { return Below(40) == 0; }
  std::int64_t Number() {
    const auto bits = static_cast<std::int64_t>(random_() >> static_cast<unsigned>(Below(64)));
    return Below(2) == 0 ? bits : ~bits;
  }
  std::string Text(std::int64_t longest) {
    static const std::vector<std::string> kPieces = {"a", "枫", "'", std::string(1, '\0'), "𠮷"};
    std::string text;
    for (std::int64_t i = Below(longest + 1); i > 0; --i) {
      text += kPieces[static_cast<std::size_t>(Below(5))];
    }
    return text;
  }

  template <typename Writer>
  void AddDocument(Writer& writer, std::int64_t number) {
    const std::string id = "d" + std::to_string(Below(1000)) + "-" + std::to_string(number);
    const std::string text = Text(Rarely() ? 60000 : 300);
    const std::string title = Text(Rarely() ? 9000 : 9);
    writer.AddDocument({number,
                        id,
                        id,
                        title,
                        "2024",
                        "",
                        {Below(1 << 20), Below(1 << 20)},
                        Number(),
                        Below(2) == 0,
                        Number(),
                        text});
    for (std::int64_t i = 0; i < Below(20); ++i) writer.AddSentence(number, i, {i, Number()});
    for (std::int64_t begin = Below(40); begin < 200; begin += Below(40)) {
      for (std::int64_t end = begin + 9; end > begin; end -= 1 + Below(9)) {
        AddMention(writer, number, {begin, end});
      }
      ++begin;  // so that no place comes twice
      writer.AddQuantity({number,
                          {begin, begin + 1},
                          1.5 * static_cast<double>(Below(1 << 30)),
                          Below(2) == 0,
                          Text(3),
                          Text(3),
                          Below(9)});
      writer.AddTime(number, {begin, begin + 1}, Text(3), "2024-05");
    }
  }

  template <typename Writer>
  void AddMention(Writer& writer, std::int64_t document, const Stretch& place) {
    const std::string why = Rarely() ? Text(9000) : "names.csv:" + std::to_string(Below(9999));
    MentionRow row{document, place,       0,        "name",   Below(2) == 0,        950,
                   "body",   Below(1000), Number(), Number(), std::string_view(why)};
    for (std::int64_t i = 1; i <= Below(3); ++i) writer.AddCandidate(row, i, Text(20), 500);
    for (row.entity = Below(2); row.entity < 300; row.entity += 1 + Below(300)) {
      writer.AddMention(row);
    }
  }

  template <typename Writer>
  void AddEntity(Writer& writer, std::int64_t number) {
    EntityRecord entity;
    entity.number = number;
    entity.id = Text(Rarely() ? 5000 : 4) + std::to_string(number);
    entity.name = Text(Rarely() ? 5000 : 2);
    entity.type = "office";
    entity.mentions = std::numeric_limits<std::int64_t>::max();
    entity.documents = std::numeric_limits<std::int64_t>::min();
    entity.windows = Number();
    entity.why = Text(12);
    while (Below(3) == 0) entity.aliases.push_back(Text(Rarely() ? 5000 : 3));
    while (Below(3) == 0) entity.attributes.emplace_back(Text(5), Text(Rarely() ? 40000 : 5));
    writer.AddEntity(entity);
    std::vector<Neighbour> neighbours(static_cast<std::size_t>(Below(Rarely() ? 9000 : 9)));
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      neighbours[i].other = 1 + static_cast<std::int64_t>(i) / 2;
      neighbours[i].relation = 1 + static_cast<std::int64_t>(i);
    }
    if (!neighbours.empty()) {
      writer.AddNeighbours(number, EncodeNeighbours(Below(99), neighbours));
    }
  }

  template <typename Writer>
  void AddRelation(Writer& writer, std::int64_t number) {
    RelationRecord relation;
    relation.number = number;
    relation.id = "0123456789abcdef";
    relation.subject = Number();
    relation.object = Number();
    relation.predicate = "co_occurs";
    relation.mentions = Number();
    relation.sentences = Number();
    relation.last_seen = Text(10);
    writer.AddRelation(relation);
    for (std::int64_t i = 0; i < Below(4); ++i) {
      const std::string rule = Text(Rarely() ? 9000 : 9);
      writer.AddEvidence({number,
                          1 + i / 2,
                          1 + i % 2,
                          Below(1 << 20),
                          {Number(), Number()},
                          rule,
                          1000,
                          "planned",
                          "2024"});
    }
  }

  std::mt19937_64 random_;
};

// What stands in one file and not in the other, of all tables.
std::string Difference(const TempFolder& folder) {
  std::string sql = "ATTACH '" + folder / "slow.zhitu" + "' AS slow;";
  for (const char* table :
       {"meta", "document", "sentence", "entity", "alias", "attribute", "mention", "candidate",
        "quantity", "time", "predicate", "relation", "evidence", "adjacency"}) {
    const std::string name = table;
    sql += "SELECT '" + name + "', count(*) FROM (SELECT * FROM main." + name +
           " EXCEPT SELECT * FROM slow." + name + ") HAVING count(*) > 0;";
    sql += "SELECT '" + name + "', a.n, b.n FROM (SELECT count(*) AS n FROM main." + name +
           ") AS a, (SELECT count(*) AS n FROM slow." + name + ") AS b WHERE a.n <> b.n;";
  }
  return Query(folder / "fast.zhitu", sql);
}

struct WriterCase {
  const char* name;
  std::int64_t documents;
  std::int64_t entities;
};
void PrintTo(const WriterCase& c, std::ostream* out) { *out << c.name; }
class StoreWriterTwin : public testing::TestWithParam<WriterCase> {};

TEST_P(StoreWriterTwin, HoldsTheRowsThatSqliteWouldWrite) {
  const TempFolder folder;
  StoreWriter fast(folder / "fast.zhitu");
  SqlStoreWriter slow(folder / "slow.zhitu");
  RandomRows(7).Write(fast, GetParam().documents, GetParam().entities);
  RandomRows(7).Write(slow, GetParam().documents, GetParam().entities);
  fast.Finish();
  slow.Finish();
  EXPECT_EQ(Query(folder / "fast.zhitu", "PRAGMA integrity_check"), "ok\n");
  EXPECT_TRUE(Dump(folder / "fast.zhitu") == Dump(folder / "slow.zhitu"));
  EXPECT_EQ(Difference(folder), "");
  for (const char* order : {"mention INDEXED BY mention_by_entity WHERE entity < 99",
                            "entity INDEXED BY entity_by_folded WHERE folded > 'a'",
                            "alias INDEXED BY alias_by_folded WHERE folded > 'a'",
                            "document ORDER BY id", "entity ORDER BY id"}) {
    const std::string sql = std::string("SELECT * FROM ") + order;
    EXPECT_TRUE(Query(folder / "fast.zhitu", sql) == Query(folder / "slow.zhitu", sql)) << order;
  }
}

const WriterCase kWriterCases[] = {
    {"Nothing", 0, 0}, {"One", 1, 1}, {"Some", 20, 30}, {"Many", 700, 1500}};
INSTANTIATE_TEST_SUITE_P(Basics, StoreWriterTwin, testing::ValuesIn(kWriterCases),
                         [](const auto& c) { return std::string(c.param.name); });

// Ids that differ in nothing but U+0000 would be one in the file.
TEST(StoreWriter, TellsOfIdsThatAreNotUnique) {
  const TempFolder folder;
  StoreWriter writer(folder / "g.zhitu");
  const std::string nul(1, '\0');
  DocumentRow row;
  for (const std::string_view id : {std::string_view(nul), std::string_view("\xEF\xBF\xBD")}) {
    ++row.number;
    row.id = id;
    writer.AddDocument(row);
  }
  std::string problem;
  try {
    writer.Finish();
  } catch (const extract::IoError& error) {
    problem = error.what();
  }
  EXPECT_EQ(problem,
            folder / "g.zhitu" + ": cannot be written: UNIQUE constraint failed: document.id");
}

}  // namespace
}  // namespace zhitu::graph
