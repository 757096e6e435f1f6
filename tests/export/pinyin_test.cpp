#include "export/pinyin.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

struct PinyinCase {
  const char* name;
  char32_t character;
  std::vector<std::string_view> readings;
};
void PrintTo(const PinyinCase& c, std::ostream* out) { *out << c.name; }
class PinyinOfCharacter : public testing::TestWithParam<PinyinCase> {};

TEST_P(PinyinOfCharacter, AreItsReadings) {
  EXPECT_EQ(PinyinOf(GetParam().character), GetParam().readings);
}

const PinyinCase kPinyinCases[] = {
    {"One", U'紫', {"zi"}},
    {"InNamesAnother", U'单', {"dan", "shan", "chan"}},
    {"FromTheList", U'厦', {"sha", "xia"}},
    {"DottedU", U'女', {"nv"}},
    {"Traditional", U'竹', {"zhu"}},
    {"ExtensionB", U'𠀀', {"he"}},
    {"Latin", U'a', {}},
    {"Kana", U'の', {}},
    {"Nul", U'\0', {}},
    {"BeyondUnicode", char32_t{0xFFFFFFFF}, {}},
};
INSTANTIATE_TEST_SUITE_P(Basics, PinyinOfCharacter, testing::ValuesIn(kPinyinCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
