#include "extract/rule_set.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/knowledge.h"
#include "extract/preset_reader.h"

namespace zhitu::extract {
namespace {

Knowledge Read(const std::string& preset) {
  PresetReader reader;
  reader.Read("preset.yaml", preset);
  return reader.Take();
}

constexpr char kPreset[] = R"(
lexicons: {start: [打造], join: [和], never: [无], other: [有]}
discourse: {planned: [将], negated: [未]}
rules:
  - {id: a, pattern: "{o:road} <start>", predicate: p, subject: document, object: o}
  - {id: b, after: "{s:road} <join>", pattern: "{o:road}", predicate: p, subject: s, object: o, without: never}
)";

TEST(RuleSet, HoldsItsRulesInOrder) {
  const Knowledge knowledge = Read(kPreset);
  const RuleSet& rules = knowledge.rules;
  EXPECT_EQ(rules.size(), 2U);
  EXPECT_FALSE(rules.empty());
  EXPECT_EQ(rules[1].id, "b");
  std::string ids;
  for (const Rule& rule : rules) ids += rule.id;
  EXPECT_EQ(ids, "ab");
}

TEST(RuleSet, TriesWhatStandsBeforeAPatternFirst) {
  const Knowledge knowledge = Read(kPreset);
  std::string patterns;
  for (const RuleSet::Pattern& pattern : knowledge.rules.patterns())
    patterns += knowledge.rules[pattern.rule].id + (pattern.after ? "< " : " ");
  EXPECT_EQ(patterns, "a b< b ");
}

TEST(RuleSet, UsesTheWordsThatRulesLookFor) {
  const Knowledge knowledge = Read(kPreset);
  std::string used;
  const std::string text = "打造和无有将未";
  for (const Lexicons::Hit& hit : knowledge.lexicons.FindAll(text)) {
    if (knowledge.rules.Uses(hit.word)) used += hit.folded.In(text);
  }
  EXPECT_EQ(used, "打造和无将未");
}

TEST(RuleSet, MayBeEmpty) {
  const RuleSet rules;
  EXPECT_TRUE(rules.empty());
  EXPECT_TRUE(rules.patterns().empty());
  EXPECT_FALSE(rules.Uses(0));
}

}  // namespace
}  // namespace zhitu::extract
