#include "serve/target.h"

#include <gtest/gtest.h>

#include "serve/request_error.h"

namespace zhitu::serve {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct TargetCase {
  const char* name;
  std::string target;
  std::string path;
  Pairs parameters;
};
void PrintTo(const TargetCase& c, std::ostream* out) { *out << c.name; }
class ReadTargetGives : public testing::TestWithParam<TargetCase> {};

TEST_P(ReadTargetGives, PathAndParameters) {
  const Target target = ReadTarget(GetParam().target);
  EXPECT_EQ(target.path, GetParam().path);
  EXPECT_EQ(target.parameters, GetParam().parameters);
}

const TargetCase kTargets[] = {
    {"Path", "/", "/", {}},
    {"EmptyQuery", "/a?", "/a", {}},
    {"Escapes", "/a?text=%E7%B4%ab&x=1%2B1+2", "/a", {{"text", "紫"}, {"x", "1+1 2"}}},
    {"NoValue", "/a?b&c=&=d&&", "/a", {{"b", ""}, {"c", ""}, {"", "d"}}},
    {"EqualsInValue", "/a?b=c=d?e", "/a", {{"b", "c=d?e"}}},
    {"ControlsInValues",
     "/a?id=d2%0Ax&b=%09%1f%7F%0d%0A",
     "/a",
     {{"id", "d2\nx"}, {"b", "\t\x1f\x7f\r\n"}}},
    {"PathIsNotDecoded", "/a/%2e%2e/../b", "/a/%2e%2e/../b", {}},
};
INSTANTIATE_TEST_SUITE_P(Basics, ReadTargetGives, testing::ValuesIn(kTargets),
                         [](const auto& c) { return std::string(c.param.name); });

struct BadTarget {
  const char* name;
  std::string target;
  int status;
  const char* message;
};
void PrintTo(const BadTarget& c, std::ostream* out) { *out << c.name; }
class ReadTargetRefuses : public testing::TestWithParam<BadTarget> {};

TEST_P(ReadTargetRefuses, WithStatusAndMessage) {
  try {
    ReadTarget(GetParam().target);
    FAIL() << "taken";
  } catch (const RequestError& error) {
    EXPECT_EQ(error.status(), GetParam().status);
    EXPECT_STREQ(error.what(), GetParam().message);
  }
}

std::string Many() {
  std::string target = "/a?";
  for (int i = 0; i < 65; ++i) target += "b&";
  return target;
}

const BadTarget kBadTargets[] = {
    {"Empty", "", 400, "expected a path that begins with '/'"},
    {"Absolute", "http://a/", 400, "expected a path that begins with '/'"},
    {"Asterisk", "*", 400, "expected a path that begins with '/'"},
    {"Nul", std::string("/\0a", 3), 400, "a character in the target that must be escaped"},
    {"Raw", "/紫", 400, "a character in the target that must be escaped"},
    {"Fragment", "/a#b", 400, "a character in the target that must be escaped"},
    {"RawLine", "/a?b=c\nd", 400, "a character in the target that must be escaped"},
    {"EscapedNul", "/a?b=%00", 400, "U+0000 in the query"},
    {"EscapedNulInName", "/a?%00=b", 400, "U+0000 in the query"},
    {"EscapedLineInName", "/a?b%0d%0a=c", 400, "a control character in the name of a parameter"},
    {"CutEscape", "/a?b=%4", 400, "'%' without two hexadecimal digits behind it"},
    {"NoEscape", "/a?b=%zz", 400, "'%' without two hexadecimal digits behind it"},
    {"NoUtf8", "/a?b=%ff", 400, "the query is not UTF-8"},
    {"Overlong", "/a?b=%c0%af", 400, "the query is not UTF-8"},
    {"Many", Many(), 400, "too many parameters"},
    {"Long", "/" + std::string(kLongestTarget, 'a'), 414, "the target has more than 4096 bytes"},
};
INSTANTIATE_TEST_SUITE_P(Faults, ReadTargetRefuses, testing::ValuesIn(kBadTargets),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::serve
