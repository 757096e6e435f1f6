#include "extract/quotes.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "extract/reflow.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

TextConventions Conventions() {
  TextConventions conventions = ChineseNews();
  conventions.list_separator = {"、"};
  return conventions;
}

// The insides of the quotes, a bar between two, a plus between those that are listed.
std::string Show(const std::string& text) {
  const TextConventions conventions = Conventions();
  Document document;
  document.text = text;
  document.blocks = Reflow(text, conventions);
  const View view(document, conventions);
  const std::vector<Span> quotes = OuterQuotes(view, conventions);
  std::string shown;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    if (i > 0) shown += AreListed(quotes[i - 1], quotes[i], view, conventions) ? '+' : '|';
    shown += quotes[i].In(view.folded().text());
  }
  return shown;
}

struct QuotesCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const QuotesCase& c, std::ostream* out) { *out << c.name; }
class Quotes : public testing::TestWithParam<QuotesCase> {};

TEST_P(Quotes, AreFound) { EXPECT_EQ(Show(GetParam().text), GetParam().expected); }

const QuotesCase kCases[] = {
    {"None", "墨香邻里好。", ""},
    {"One", "“墨香”好。", "墨香"},
    {"Two", "“墨香”和“邻里”。", "墨香|邻里"},
    {"SideBySide", "“墨香”“邻里”。", "墨香+邻里"},
    {"WithASeparator", "“墨香”、“邻里”。", "墨香+邻里"},
    {"WithAComma", "“墨香”，“邻里”。", "墨香|邻里"},
    {"OneInAnother", "“墨‘香’邻”好。", "墨\"香\"邻"},
    {"NotClosed", "“墨香好。“邻里”好。", ""},
    {"ClosedTwice", "“墨香””好。“邻里”好。", "墨香|邻里"},
    {"NotOverBlocks", "“墨香好。\n\n邻里”好。“好”。", "好"},
    {"StraightOnesTellNothing", "\"墨香\"好。", ""},
    {"OverALineBreak", "翰林社区开展“墨\n香”品牌，好。", "墨香"},
};
INSTANTIATE_TEST_SUITE_P(All, Quotes, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
