// The rule matcher against its slow twin: random rules over random short texts with a fixed seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/pattern.h"
#include "extract/rule_matcher.h"
#include "extract/topics.h"
#include "extract/utf8.h"
#include "tests/support/plain_rule_matcher.h"

namespace zhitu::extract {
namespace {

using Random = std::mt19937;
using Words = std::vector<std::vector<std::string>>;

const char* const kTypes[] = {"office", "person", "road"};

template <typename List>
auto Choose(Random& random, const List& list) {
  return list[random() % std::size(list)];
}

bool OneIn(Random& random, unsigned int n) { return random() % n == 0; }

// Names of roles that are not used yet: r0, r1 ...
class Roles {
 public:
  explicit Roles(int first = 0) : next_(first) {}
  std::string Next() { return "r" + std::to_string(next_++); }
  int count() const { return next_; }

 private:
  int next_;
};

std::string RandomSlot(Random& random, Roles& roles) {
  std::string slot = '{' + roles.Next() + ':' + Choose(random, kTypes);
  if (OneIn(random, 2)) slot += std::string("|") + Choose(random, kTypes);
  if (OneIn(random, 5)) slot += '[' + roles.Next() + ':' + Choose(random, kTypes) + ']';
  if (!OneIn(random, 4)) return slot + '}';
  return slot + Choose(random, std::vector<std::string>{"}+", "}+", "}+2", "}+5"});
}

std::string RandomElement(Random& random, Roles& roles) {
  switch (random() % 6) {
    case 0:
      return Choose(random, std::vector<std::string>{"<l0>", "<l1>", "<l0|l1>"});
    case 1:
      return Choose(random, std::vector<std::string>{"'a'", "'建'", "'a建'", "'\"'", "','"});
    case 2:
    case 3:
      return (OneIn(random, 2) ? ".." : "...") + std::to_string(random() % 8);
    default:
      return RandomSlot(random, roles);
  }
}

// Pattern that may be a faulty one; so may the role that a rule asks for.
std::string RandomPattern(Random& random, Roles& roles) {
  std::string pattern = Choose(random, std::vector<std::string>{"", "", "", "| ", "^ "});
  for (std::size_t i = 2 + random() % 3; i > 0; --i) {
    pattern += RandomElement(random, roles);
    pattern += OneIn(random, 5) ? "? " : " ";
  }
  if (OneIn(random, 6)) pattern += "$";
  return pattern;
}

// Patterns without faults, with a role at least.
std::vector<Element> GoodPattern(Random& random, const Lexicons& lexicons, Roles& roles,
                                 std::string& shown) {
  const Roles before = roles;
  for (;;) {
    bool good = true;
    roles = before;
    const std::string pattern = RandomPattern(random, roles);
    std::vector<Element> elements = ParsePattern(
        pattern, {{}, &lexicons}, [&](std::size_t, const std::string&) { good = false; });
    if (!good || roles.count() == before.count()) continue;
    shown += pattern + "; ";
    return elements;
  }
}

std::string RandomRole(Random& random, const Roles& roles) {
  const std::vector<std::string> reserved = {"document", "topic", "topic", "main"};
  if (OneIn(random, 3)) return Choose(random, reserved);
  return 'r' + std::to_string(random() % static_cast<unsigned>(roles.count()));
}

// A rule without faults.
Rule RandomRule(Random& random, const Lexicons& lexicons, std::string& shown) {
  Rule rule;
  Roles roles;
  rule.elements = GoodPattern(random, lexicons, roles, shown);
  if (OneIn(random, 4)) {
    if (OneIn(random, 2)) roles = Roles();  // the same names again
    shown += "after ";
    rule.after = GoodPattern(random, lexicons, roles, shown);
  }
  rule.id = "r" + std::to_string(random() % 1000);
  rule.predicate = Choose(random, std::vector<std::string>{"p", "q"});
  rule.subject = RandomRole(random, roles);
  do {
    rule.object = RandomRole(random, roles);
  } while (rule.object == rule.subject);
  if (OneIn(random, 4)) rule.topic = {"office", "road"};
  if (OneIn(random, 5)) rule.names = {{rule.object, {"a", "立"}}};
  if (OneIn(random, 9)) rule.names.push_back({RandomRole(random, roles), {"建", "b"}});
  rule.confidence = Choose(random, std::vector<double>{0.5, 0.5, 0.9});
  rule.once = OneIn(random, 8);
  rule.fallback = OneIn(random, 4);
  if (OneIn(random, 8)) rule.modality = Modality::kPlanned;
  if (OneIn(random, 9)) rule.without = {1};
  if (OneIn(random, 8)) rule.zones = {Zone::kHeadline};
  return rule;
}

// A rule that says the same as another, but not in the same way.
Rule Variant(Random& random, Rule rule) {
  rule.id += "v";
  rule.confidence = Choose(random, std::vector<double>{0.4, 0.5, 0.95});
  rule.fallback = OneIn(random, 2);
  rule.once = OneIn(random, 4);
  rule.names.clear();
  return rule;
}

// Two blocks of random letters, many of which begin or end something.
Document RandomDocument(Random& random) {
  const std::vector<std::string> letters = {"a",  "a", "b", "建", "建", "立", "，",
                                            "，", "“", " ", "、", "和", "。", "立"};
  Document document;
  for (const Zone zone : {Zone::kHeadline, Zone::kBody}) {
    const std::size_t begin = document.text.size();
    for (std::size_t i = 1 + random() % 14; i > 0; --i) document.text += Choose(random, letters);
    document.text += "立";
    document.blocks.push_back({zone, {{begin, document.text.size()}}});
    document.text += '\n';
  }
  return document;
}

// Names from one character on, one behind the other, some with names in them.
std::vector<RuleMention> RandomMentions(Random& random, const View& view) {
  const std::string_view text = view.folded().text();
  std::vector<RuleMention> mentions;
  const auto add = [&](const Span& span, bool nested) {
    mentions.push_back({span, static_cast<EntityIndex>(random() % 5), Choose(random, kTypes),
                        nested, view.SentenceAt(span.begin)});
  };
  for (const Sentence& sentence : view.sentences()) {
    for (std::size_t at = sentence.folded.begin; at < sentence.folded.end;) {
      const std::size_t begin = at;
      NextCodePoint(text, at);
      if (!OneIn(random, 2)) continue;
      std::vector<std::size_t> ends = {at};
      while (ends.size() < 3 && at < sentence.folded.end && OneIn(random, 2)) {
        NextCodePoint(text, at);
        ends.push_back(at);
      }
      add({begin, at}, false);
      if (ends.size() > 1 && OneIn(random, 2)) {
        if (OneIn(random, 2)) add({begin, ends.front()}, true);
        if (OneIn(random, 2)) add({ends.front(), at}, true);
      }
    }
  }
  return mentions;
}

std::vector<std::string> Show(const std::vector<Statement>& statements) {
  std::vector<std::string> shown;
  for (const Statement& s : statements) {
    std::string& line = shown.emplace_back();
    for (const Span& span : s.evidence)
      line += std::to_string(span.begin) + '-' + std::to_string(span.end) + ' ';
    line += std::to_string(s.subject) + ' ' + s.predicate + ' ' + std::to_string(s.object) + ' ' +
            s.rule + ' ' + std::to_string(s.confidence) + ' ' +
            std::string(ModalityName(s.modality));
  }
  std::sort(shown.begin(), shown.end());
  return shown;
}

std::string Show(const View& view, const std::vector<RuleMention>& mentions) {
  std::string shown = '\'' + view.folded().text() + "' with";
  for (const RuleMention& mention : mentions) {
    shown += ' ' + std::string(mention.nested ? "^" : "") + std::to_string(mention.folded.begin) +
             '-' + std::to_string(mention.folded.end) + ':' + std::string(mention.type) + ' ' +
             std::to_string(mention.entity);
  }
  return shown;
}

// Who is who among the mentions: their names end in different ways.
std::vector<Entity> Entities() {
  std::vector<Entity> entities;
  for (const char* name : {"a", "立a", "建立", "b建", "国"}) {
    entities.emplace_back();
    entities.back().name = name;
  }
  return entities;
}

const Words kWords = {
    {"a", "建", "建立", "b建"}, {"建", "ab", "立"}, {"b"}, {"和", "建"}, {"立建"}};

Knowledge KnowledgeOf() {
  Knowledge knowledge;
  knowledge.lexicons = Lexicons({"l0", "l1", "planned", "negated", "generic"}, kWords);
  knowledge.conventions.clause_end = U",，、";
  knowledge.conventions.list_separator = {"、", "和", "、和"};
  knowledge.discourse.subject = {"office", "person"};
  knowledge.discourse.main = {"office"};
  knowledge.discourse.planned = {2};
  knowledge.discourse.negated = {3};
  knowledge.discourse.generic = {4};
  return knowledge;
}

// What the texts were good for: how many statements were of each kind.
struct Count {
  std::size_t all = 0;
  std::size_t planned = 0;
  std::size_t negated = 0;
  std::size_t in_two_places = 0;
};

void Add(const std::vector<Statement>& statements, Count& count) {
  count.all += statements.size();
  for (const Statement& statement : statements) {
    if (statement.modality == Modality::kPlanned) ++count.planned;
    if (statement.modality == Modality::kNegated) ++count.negated;
    if (statement.evidence.size() > 1) ++count.in_two_places;
  }
}

TEST(RuleMatcherTwin, AgreesOnRandomTexts) {
  const Knowledge knowledge = KnowledgeOf();
  const std::vector<Entity> entities = Entities();
  const Gazetteer gazetteer;
  const EntityNames names(gazetteer, entities);
  Random random(20240917);
  Count found;
  for (int round = 0; round < 120'000 && !HasFatalFailure(); ++round) {
    std::string patterns;
    std::vector<Rule> rules;
    rules.push_back(RandomRule(random, knowledge.lexicons, patterns));
    rules.push_back(OneIn(random, 4) ? Variant(random, rules.front())
                                     : RandomRule(random, knowledge.lexicons, patterns));
    const Document document = RandomDocument(random);
    const View view(document, knowledge.conventions);
    const std::vector<RuleMention> mentions = RandomMentions(random, view);
    const WordFinder words(knowledge.lexicons, view.folded().text());
    const RuleInput input = {view, knowledge, words, names, mentions};
    const Topics topics(view, knowledge, words, mentions);
    const RuleSet rule_set(rules, knowledge.lexicons, knowledge.discourse);
    const std::vector<Statement> statements = ApplyRules(rule_set, input, topics);
    ASSERT_EQ(Show(statements), Show(PlainApplyRules(rules, kWords, input, topics)))
        << patterns << " on " << Show(view, mentions);
    Add(statements, found);
  }
  // Else the texts say nothing about the matcher.
  EXPECT_GT(found.all, 10'000U);
  EXPECT_GT(found.planned, 1'000U);
  EXPECT_GT(found.negated, 1'000U);
  EXPECT_GT(found.in_two_places, 1'000U);
}

}  // namespace
}  // namespace zhitu::extract
