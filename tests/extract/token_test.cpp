#include "extract/token.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

std::vector<Token> TokensOf(const std::string& text) {
  std::vector<Token> tokens;
  Tokenize(text, {0, text.size()}, tokens);
  return tokens;
}

struct TokenCase {
  const char* name;
  std::string text;
  std::string expected;  // tokens, a bar between them, a space where one stood
};
void PrintTo(const TokenCase& c, std::ostream* out) { *out << c.name; }
class TokenTest : public testing::TestWithParam<TokenCase> {};

TEST_P(TokenTest, CutsText) {
  std::string cut;
  for (const Token& token : TokensOf(GetParam().text)) {
    if (!cut.empty()) cut += '|';
    if (token.spaced) cut += ' ';
    cut += GetParam().text.substr(token.begin, token.end - token.begin);
  }
  EXPECT_EQ(cut, GetParam().expected);
}

const TokenCase kTokenCases[] = {
    {"Nothing", "", ""},
    {"OnlySpace", " \t\n", ""},
    {"HanStandAlone", "张三，来了", "张|三|，|来|了"},
    {"LettersAndDigitsAreRuns", "F1赛场2013年iPhone5", "F|1|赛|场|2013|年|iPhone|5"},
    {"SpacesBelongToNone", " a  b\n中 文", "a| b| 中| 文"},
    {"MarksBelongToTheirLetters", "E\u0301toile", "E\u0301toile"},
    {"PunctuationStandsAlone", "U.S. -- 'x'", "U|.|S|.| -|-| '|x|'"},
    {"BeyondTheBasicPlane", "\U00020000a", "\U00020000|a"},
};
INSTANTIATE_TEST_SUITE_P(Basics, TokenTest, testing::ValuesIn(kTokenCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct ClassCase {
  const char* name;
  std::string text;
  TokenClass expected;
};
void PrintTo(const ClassCase& c, std::ostream* out) { *out << c.name; }
class TokenClassTest : public testing::TestWithParam<ClassCase> {};

TEST_P(TokenClassTest, TellsWhatTokensAreMadeOf) {
  const std::vector<Token> tokens = TokensOf(GetParam().text);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens.front().shape, GetParam().expected);
}

const ClassCase kClassCases[] = {
    {"Han", "张", TokenClass::kHan},
    {"HanNumeral", "三", TokenClass::kHanNumeral},
    {"Hiragana", "の", TokenClass::kHiragana},
    {"Katakana", "カ", TokenClass::kKatakana},
    {"Thai", "ก", TokenClass::kOtherLetter},
    {"Lower", "word", TokenClass::kLowerWord},
    {"Capital", "Word", TokenClass::kCapitalWord},
    {"Letter", "W", TokenClass::kUpperLetter},
    {"Upper", "WORD", TokenClass::kUpperWord},
    {"Mixed", "iPhone", TokenClass::kMixedWord},
    {"Arabic", "كتاب", TokenClass::kLowerWord},
    {"Digit", "7", TokenClass::kDigit},
    {"Digits", "77", TokenClass::kDigits},
    {"Year", "1999", TokenClass::kFourDigits},
    {"Number", "19990", TokenClass::kManyDigits},
    {"Opening", "（", TokenClass::kOpening},
    {"Closing", "》", TokenClass::kClosing},
    {"Quote", "“", TokenClass::kQuote},
    {"Dash", "—", TokenClass::kDash},
    {"SentenceEnd", "。", TokenClass::kSentenceEnd},
    {"Connector", "_", TokenClass::kConnector},
    {"Comma", "，", TokenClass::kPunctuation},
    {"Symbol", "€", TokenClass::kSymbol},
};
INSTANTIATE_TEST_SUITE_P(Basics, TokenClassTest, testing::ValuesIn(kClassCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Token, HasOneIdInAllItsForms) {
  const auto id = [](const std::string& text) { return TokensOf(text).front().id; };
  EXPECT_EQ(id("Word"), id("wORD"));
  EXPECT_EQ(id("張"), id("张"));
  EXPECT_EQ(id("Ａ"), id("a"));
  EXPECT_NE(id("ab"), id("ba"));
}

}  // namespace
}  // namespace zhitu::extract
