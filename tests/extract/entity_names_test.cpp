#include "extract/entity_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/marked_names.h"

namespace zhitu::extract {
namespace {

Entity Found(const std::string& name, const std::string& type) {
  Entity entity;
  entity.name = name;
  entity.type = type;
  return entity;
}

std::string Show(const EntityNames& names, EntityIndex entity) {
  return std::string(names.Type(entity)) + ' ' + names.Name(entity) + ' ' +
         std::string(names.Folded(entity));
}

TEST(EntityNames, AreThoseOfTheDictionaryThenOfTheText) {
  const MarkedNames marked("[ＡB區:place][甲:person]");
  std::vector<Entity> found = {Found("張阿姨", "person")};
  const EntityNames names(marked.gazetteer(), found);
  EXPECT_EQ(Show(names, 0), "place ＡB區 ab区");
  EXPECT_EQ(Show(names, 1), "person 甲 甲");
  EXPECT_EQ(Show(names, 2), "person 張阿姨 张阿姨");
  found.push_back(Found("“乙”路", "road"));
  EXPECT_EQ(Show(names, 3), "road “乙”路 \"乙\"路");
  EXPECT_EQ(Show(names, 2), "person 張阿姨 张阿姨");
}

TEST(EntityNames, FoldedOnesStay) {
  const MarkedNames marked("[甲:person]");
  std::vector<Entity> found;
  const EntityNames names(marked.gazetteer(), found);
  const std::string_view folded = names.Folded(0);
  for (int i = 0; i < 1000; ++i) {
    found.push_back(Found("乙" + std::to_string(i), "road"));
    EXPECT_EQ(names.Folded(static_cast<EntityIndex>(i + 1)), "乙" + std::to_string(i));
  }
  EXPECT_EQ(folded, "甲");
  EXPECT_EQ(folded.data(), names.Folded(0).data());
}

TEST(EntityNames, WithoutDictionary) {
  const Gazetteer gazetteer;
  const std::vector<Entity> found = {Found("甲", "person")};
  EXPECT_EQ(Show(EntityNames(gazetteer, found), 0), "person 甲 甲");
}

}  // namespace
}  // namespace zhitu::extract
