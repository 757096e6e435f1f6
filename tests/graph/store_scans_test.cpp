// Whole tables against the same rows asked for one by one, through SQL.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "extract/error.h"
#include "graph/store.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

std::string Text(const EntityRecord& entity) {
  std::ostringstream text;
  text << entity.number << '|' << entity.id << '|' << entity.name << '|' << entity.type << '|'
       << entity.mentions << '|' << entity.documents << '|' << entity.windows << '|'
       << entity.first_seen << '|' << entity.last_seen << '|' << entity.why;
  for (const std::string& alias : entity.aliases) text << "|a " << alias;
  for (const auto& [name, value] : entity.attributes) text << "|v " << name << '=' << value;
  return text.str();
}

std::string Text(const RelationRecord& relation) {
  std::ostringstream text;
  text << relation.number << '|' << relation.id << '|' << relation.subject << '|'
       << relation.predicate << '|' << relation.object << '|' << relation.mentions << '|'
       << relation.sentences << '|' << relation.documents << '|' << relation.confidence << '|'
       << relation.first_seen << '|' << relation.last_seen;
  return text.str();
}

TestCorpus WithLists(unsigned seed) {
  TestCorpus corpus = RandomCorpus(seed);
  corpus.dictionary =
      "name,type,aliases,rank,note\n甲,person,阿甲|小甲,1,\n乙,office,,,东\n丙,place,丙地|a|b,,\n";
  corpus.documents.push_back({"lists.txt", "甲在乙。小甲去丙地。", "2024-01-02", {}});
  for (TestDocument& document : corpus.documents) document.statements.clear();
  return corpus;
}

class Scans : public testing::TestWithParam<unsigned> {
 protected:
  TestGraph graph_{GetParam() % 2 == 0 ? RandomCorpus(GetParam()) : WithLists(GetParam())};
  const Store& store_ = graph_.store();
};

TEST_P(Scans, GiveEntitiesByIdWithTheirLists) {
  std::vector<std::string> all;
  std::vector<std::string> ids;
  store_.ForEachEntity([&](const EntityRecord& entity) {
    all.push_back(Text(entity));
    ids.push_back(entity.id);
    EXPECT_EQ(Text(entity), Text(store_.Entity(entity.number)));
  });
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_EQ(static_cast<EntityNumber>(all.size()), store_.last_entity());
  std::vector<std::string> by_id;
  for (const EntityNumber number : store_.EntitiesById()) {
    by_id.push_back(Text(store_.Entity(number)));
  }
  EXPECT_EQ(all, by_id);
}

TEST_P(Scans, GiveThoseEntitiesThatAreKept) {
  const auto keep = [](EntityNumber number) { return number % 3 == 1; };
  std::vector<EntityNumber> kept;
  store_.ForEachEntity(keep, [&](const EntityRecord& entity) {
    kept.push_back(entity.number);
    EXPECT_EQ(Text(entity), Text(store_.Entity(entity.number)));
  });
  std::vector<EntityNumber> expected = store_.EntitiesById();
  std::erase_if(expected, [&](EntityNumber number) { return !keep(number); });
  EXPECT_EQ(kept, expected);
}

TEST_P(Scans, GiveEntitiesInBrief) {
  EntityNumber next = 0;
  store_.ForEachEntityHead([&](const EntityHead& entity) {
    const EntityRecord record = store_.Entity(entity.number);
    EXPECT_EQ(entity.number, ++next);
    EXPECT_EQ(entity.type, record.type);
    EXPECT_EQ(entity.first_seen, record.first_seen);
    EXPECT_EQ(entity.last_seen, record.last_seen);
  });
  EXPECT_EQ(next, store_.last_entity());
}

TEST_P(Scans, GiveRelations) {
  RelationNumber next = 0;
  store_.ForEachRelation([&](const RelationRecord& relation) {
    EXPECT_EQ(relation.number, ++next);
    EXPECT_EQ(Text(relation), Text(store_.Relation(next)));
  });
  EXPECT_EQ(next, store_.last_relation());
  store_.ForEachLink([&](const Link& link) {
    const RelationRecord relation = store_.Relation(link.relation);
    EXPECT_EQ(link.subject, relation.subject);
    EXPECT_EQ(link.object, relation.object);
    EXPECT_EQ(store_.PredicateName(link.predicate), relation.predicate);
    EXPECT_EQ(link.weight, relation.mentions);
    EXPECT_EQ(link.first_seen, relation.first_seen);
    EXPECT_EQ(link.last_seen, relation.last_seen);
  });
}

INSTANTIATE_TEST_SUITE_P(Random, Scans, testing::Range(0U, 8U));

TEST(EntitiesById, AreToldIfTheyAreNotInOrder) {
  const TestGraph graph(RandomCorpus(1));
  // The name of the index leads to another one, first to an empty one.
  Change(graph.path(),
         "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
         "sqlite_schema WHERE name = 'alias_by_folded') WHERE name = 'sqlite_autoindex_entity_1'; "
         "DELETE FROM alias;");
  EXPECT_TRUE(Store::Open(graph.path()).EntitiesById().empty());
  Change(graph.path(),
         "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
         "sqlite_schema WHERE name = 'mention_by_entity') WHERE name = "
         "'sqlite_autoindex_entity_1';");
  EXPECT_THROW(Store::Open(graph.path()).EntitiesById(), extract::InputError);
}

}  // namespace
}  // namespace zhitu::graph
