#include "export/loose_json.h"

#include <gtest/gtest.h>

#include "export/loose_text.h"
#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

// Marks as they stand, strings in quotes, literals in angles.
std::string Shown(const std::vector<JsonToken>& tokens) {
  std::string shown;
  for (const JsonToken& token : tokens) {
    if (token.kind == JsonToken::Kind::kMark) shown += token.text;
    if (token.kind == JsonToken::Kind::kString) shown += '\'' + token.text + '\'';
    if (token.kind == JsonToken::Kind::kLiteral) shown += '<' + token.text + '>';
  }
  return shown;
}

struct TokensCase {
  const char* name;
  std::string bytes;
  std::string tokens;
  std::string findings;
};
void PrintTo(const TokensCase& c, std::ostream* out) { *out << c.name; }
class LooseJson : public testing::TestWithParam<TokensCase> {};

TEST_P(LooseJson, IsReadInPieces) {
  DoctorFindings findings;
  std::string text;
  ReadLooseText("j", GetParam().bytes, findings, text);
  const std::vector<JsonToken> tokens = ReadJsonTokens(text, findings);
  EXPECT_EQ(Shown(tokens), GetParam().tokens);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
  for (const JsonToken& token : tokens) EXPECT_LT(token.at, text.size());
}

const TokensCase kSound[] = {
    {"Empty", "", "", ""},
    {"Blanks", " \t\r\n", "", ""},
    {"All", "{\"a\":[1,-2.5e+3,true,false,null]}", "{'a':[<1>,<-2.5e+3>,<true>,<false>,<null>]}",
     ""},
    {"Breaks", "[\r1,\r\n2\n]", "[<1>,<2>]", ""},
    {"HugeWhole", std::string(300, '9'), '<' + std::string(300, '9') + '>', ""},
    {"Deep", std::string(100000, '['), std::string(100000, '['), ""},
};
const TokensCase kNumbers[] = {
    {"ZeroBefore", "01", "'01'", "1:1 json-word"},
    {"Plus", "+1", "'+1'", "1:1 json-word"},
    {"NoDigitBefore", ".5", "'.5'", "1:1 json-word"},
    {"NoDigitBehind", "1.", "'1.'", "1:1 json-word"},
    {"NoDigitBeforePower", "1.e5", "'1.e5'", "1:1 json-word"},
    {"MinusAlone", "-", "'-'", "1:1 json-word"},
    {"PastDouble", "1e400", "'1e400'", "1:1 json-word"},
    {"Hex", "0x1F", "'0x1F'", "1:1 json-word"},
};
const TokensCase kWords[] = {
    {"OfPython", "True False None NaN", "<true><false><null>'NaN'",
     "1:1 json-word 1:6 json-word 1:12 json-word 1:17 json-word"},
    {"NameWithoutQuotes", "{name:1}", "{'name':<1>}", "1:2 json-word"},
    {"StraySlash", "[/]", "['/']", "1:2 json-word"},
    {"Han", "翰林", "'翰林'", "1:1 json-word"},
};
const TokensCase kStrings[] = {
    {"Escapes", R"("\"\\\/\b\f\n\r\tA")", "'\"\\/\b\f\n\r\tA'", ""},
    {"Pair", R"("\ud840\udc00")", "'𠀀'", ""},
    {"HalfAPair", R"("\ud840x")", "'\uFFFDx'", "1:8 encoding"},
    {"OtherHalf", R"("\udc00")", "'\uFFFD'", "1:8 encoding"},
    {"TwoFirstHalves", R"("\ud840\ud840")", "'\uFFFD'", "1:14 encoding"},
    {"ShortEscape", R"("\u4")", "'\x04'", ""},
    {"UnknownEscape", R"("\q")", "'q'", ""},
    {"SingleQuotes", R"('it\'s')", "'it's'", "1:1 json-quote"},
    {"BreakInside", "\"a\nb\"", "'a\nb'", ""},
    {"CutOff", "[\"ab", "['ab'", "1:2 json-cut"},
    {"CutOffInEscape", "\"ab\\", "'ab'", "1:1 json-cut"},
    {"CutOffInCode", "\"ab\\u", "'ab\uFFFD'", "1:1 json-cut"},
    {"Nul", std::string("\"a\0b\"", 5), "'a\uFFFDb'", "1:3 control-character"},
    {"IllFormed", "\"翰林\xFF\"", "'翰林\uFFFD'", "1:4 encoding"},
};
const TokensCase kComments[] = {
    {"Line", "1 // [\n2", "<1><2>", "1:3 json-comment"},
    {"LineAtTheEnd", "1 //", "<1>", "1:3 json-comment"},
    {"Hash", "# x\n1", "<1>", "1:1 json-comment"},
    {"Block", "1/* [\n*/2", "<1><2>", "1:2 json-comment"},
    {"BlockNotClosed", "1/*/", "<1>", "1:2 json-comment"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Sound, LooseJson, testing::ValuesIn(kSound), kName);
INSTANTIATE_TEST_SUITE_P(Numbers, LooseJson, testing::ValuesIn(kNumbers), kName);
INSTANTIATE_TEST_SUITE_P(Words, LooseJson, testing::ValuesIn(kWords), kName);
INSTANTIATE_TEST_SUITE_P(Strings, LooseJson, testing::ValuesIn(kStrings), kName);
INSTANTIATE_TEST_SUITE_P(Comments, LooseJson, testing::ValuesIn(kComments), kName);

}  // namespace
}  // namespace zhitu::xport
