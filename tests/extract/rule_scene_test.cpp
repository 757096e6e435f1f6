#include "extract/rule_scene.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

// A sentence with the mentions and words that stand there, by bytes of its folded text.
struct SceneCase {
  const char* name;
  const char* text;
  std::vector<RuleMention> mentions;
  const char* clauses;  // where clauses begin
  const char* openers;  // where mentions that open a clause begin
};
void PrintTo(const SceneCase& c, std::ostream* out) { *out << c.name; }

RuleMention At(std::size_t begin, std::size_t end, bool nested = false) {
  return {{begin, end}, 0, "office", nested, 0};
}

class Scene : public testing::TestWithParam<SceneCase> {
 protected:
  Scene() {
    conventions_.clause_end = U",，";
    document_.text = GetParam().text;
    document_.blocks = {{Zone::kCaption, {{0, document_.text.size()}}}};
  }
  TextConventions conventions_;
  Document document_;
};

TEST_P(Scene, KnowsItsClauses) {
  const View view(document_, conventions_);
  const RuleScene scene(view, conventions_, view.sentences().at(0), GetParam().mentions, {});
  std::string clauses;
  for (const std::size_t at : scene.clauses()) clauses += std::to_string(at) + ' ';
  EXPECT_EQ(clauses, GetParam().clauses);
  std::string openers;
  for (const RuleMention& mention : scene.mentions()) {
    if (scene.OpensClause(mention)) openers += std::to_string(mention.folded.begin) + ' ';
  }
  EXPECT_EQ(openers, GetParam().openers);
}

const SceneCase kClauses[] = {
    {"OneClause", "abc", {}, "0 ", ""},
    {"Commas", "ab,c，d", {}, "0 3 5 ", ""},
    {"CommaAtTheEnd", "ab,", {}, "0 ", ""},
    {"CommaInAName", "a,b,c", {At(0, 3)}, "0 4 ", "0 "},
    {"MentionsOpen", "ab,c", {At(0, 1), At(3, 4)}, "0 3 ", "0 3 "},
    {"BehindQuotesAndSpaces", "\"ab, \"c", {At(1, 3), At(6, 7)}, "0 4 ", "1 6 "},
    {"BehindAnOpener", "ab,cd", {At(0, 1), At(1, 2), At(3, 4), At(4, 5)}, "0 3 ", "0 1 3 4 "},
    {"BehindOtherText", "abc", {At(1, 2), At(2, 3)}, "0 ", ""},
    {"NestedNeverOpens", "ab,c", {At(0, 2), At(0, 1, true), At(3, 4)}, "0 3 ", "0 3 "},
    {"CommaThatEndsAName", "ab,c", {At(1, 3), At(3, 4)}, "0 ", ""},
};
INSTANTIATE_TEST_SUITE_P(Clauses, Scene, testing::ValuesIn(kClauses),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(RuleScene, HoldsWhatBeginsInItsSentence) {
  Document document;
  document.text = "ab。cde。f";
  document.blocks = {{Zone::kCaption, {{0, document.text.size()}}}};
  const TextConventions conventions;
  const View view(document, conventions);
  const std::vector<RuleMention> mentions = {At(0, 1), At(5, 8), At(5, 6, true), At(7, 12),
                                             At(11, 12)};
  const std::vector<Lexicons::Hit> hits = {{{1, 2}, 0}, {{6, 7}, 0}, {{11, 12}, 0}};
  const RuleScene scene(view, conventions, view.sentences().at(1), mentions, hits);
  EXPECT_EQ(scene.span(), (Span{5, 11}));
  EXPECT_EQ(scene.block(), (Span{0, 12}));
  EXPECT_EQ(scene.zone(), Zone::kCaption);
  EXPECT_EQ(scene.text(), "ab。cde。");
  EXPECT_EQ(scene.mentions().size(), 3U);
  EXPECT_EQ(scene.MentionsFrom(6).size(), 1U);
  EXPECT_EQ(scene.MentionsFrom(8).size(), 0U);
  EXPECT_EQ(scene.hits().size(), 1U);
  EXPECT_EQ(scene.HitsFrom(7).size(), 0U);
  EXPECT_EQ(scene.Rest(6), "de。");
  EXPECT_EQ(scene.Rest(11), "");
  EXPECT_EQ(scene.Rest(100), "");
}

TEST(RuleScene, SkipsAFewQuotesInItsSentence) {
  Document document;
  document.text = "a\" \"b\"\"\"\"\"\"\"\"\"c\"。\"";
  document.blocks = {{Zone::kBody, {{0, document.text.size()}}}};
  const TextConventions conventions;
  const View view(document, conventions);
  const RuleScene scene(view, conventions, view.sentences().at(0), {}, {});
  EXPECT_EQ(scene.SkipQuotes(0), 0U);
  EXPECT_EQ(scene.SkipQuotes(1), 4U);
  EXPECT_EQ(scene.SkipQuotes(5), 13U);
  EXPECT_EQ(scene.SkipQuotes(scene.span().end), scene.span().end);
}

TEST(RuleScene, KnowsWhatIsInsideAName) {
  Document document;
  document.text = "abcdefg";
  document.blocks = {{Zone::kBody, {{0, document.text.size()}}}};
  const TextConventions conventions;
  const View view(document, conventions);
  const std::vector<RuleMention> mentions = {At(1, 5), At(1, 3, true), At(2, 3, true), At(5, 6)};
  const RuleScene scene(view, conventions, view.sentences().at(0), mentions, {});
  std::string inside;
  for (std::size_t at = 0; at < 7; ++at) inside += scene.InsideMention(at) ? 'x' : '.';
  EXPECT_EQ(inside, ".xxxxx.");
}

}  // namespace
}  // namespace zhitu::extract
