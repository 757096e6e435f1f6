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

std::string RandomSlot(Random& random, int& roles) {
  std::string slot = "{r" + std::to_string(roles++) + ':' + Choose(random, kTypes);
  if (OneIn(random, 2)) slot += std::string("|") + Choose(random, kTypes);
  if (OneIn(random, 5)) slot += "[r" + std::to_string(roles++) + ':' + Choose(random, kTypes) + ']';
  slot += OneIn(random, 4) ? "}+" : "}";
  return slot;
}

std::string RandomElement(Random& random, int& roles) {
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
std::string RandomPattern(Random& random, int& roles) {
  std::string pattern = Choose(random, std::vector<std::string>{"", "", "", "| ", "^ "});
  for (std::size_t i = 2 + random() % 3; i > 0; --i) {
    pattern += RandomElement(random, roles);
    pattern += OneIn(random, 5) ? "? " : " ";
  }
  if (OneIn(random, 6)) pattern += "$";
  return pattern;
}

// A rule without faults.
Rule RandomRule(Random& random, const Lexicons& lexicons, std::string& pattern) {
  Rule rule;
  int roles = 0;
  bool good = false;
  while (!good || roles < 2) {
    good = true;
    roles = 0;
    pattern = RandomPattern(random, roles);
    rule.elements = ParsePattern(pattern, {{}, &lexicons},
                                 [&](std::size_t, const std::string&) { good = false; });
  }
  rule.id = "r" + std::to_string(random() % 1000);
  rule.predicate = Choose(random, std::vector<std::string>{"p", "q"});
  rule.subject = OneIn(random, 5) ? std::string(kDocumentRole) : "r0";
  rule.object = "r" + std::to_string(1 + random() % static_cast<unsigned>(roles - 1));
  rule.confidence = Choose(random, std::vector<double>{0.5, 0.5, 0.9});
  rule.once = OneIn(random, 8);
  if (OneIn(random, 5)) rule.without = {1};
  if (OneIn(random, 8)) rule.zones = {Zone::kHeadline};
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
    shown.push_back(std::to_string(s.evidence.at(0).begin) + '-' +
                    std::to_string(s.evidence.at(0).end) + ' ' + std::to_string(s.subject) + ' ' +
                    s.predicate + ' ' + std::to_string(s.object) + ' ' + s.rule + ' ' +
                    std::to_string(s.confidence));
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

TEST(RuleMatcherTwin, AgreesOnRandomTexts) {
  const Words words = {{"a", "建", "建立", "b建"}, {"建", "ab", "立"}};
  const Lexicons lexicons({"l0", "l1"}, words);
  TextConventions conventions;
  conventions.clause_end = U",，";
  conventions.list_separator = {"、", "和", "、和"};
  Random random(20240917);
  std::size_t found = 0;
  for (int round = 0; round < 100'000 && !HasFatalFailure(); ++round) {
    std::string patterns;
    std::vector<Rule> rules;
    for (int i = 0; i < 2; ++i) {
      std::string pattern;
      rules.push_back(RandomRule(random, lexicons, pattern));
      patterns += pattern + "; ";
    }
    const Document document = RandomDocument(random);
    const View view(document, conventions);
    const std::vector<RuleMention> mentions = RandomMentions(random, view);
    const std::vector<std::string> statements =
        Show(ApplyRules(rules, lexicons, conventions, view, mentions));
    ASSERT_EQ(statements, Show(PlainApplyRules(rules, words, conventions, view, mentions)))
        << patterns << " on " << Show(view, mentions);
    found += statements.size();
  }
  EXPECT_GT(found, 10'000U);  // else the texts say nothing about the matcher
}

}  // namespace
}  // namespace zhitu::extract
