#include "export/portable_names.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

using namespace std::string_literals;

struct NamesCase {
  const char* name;
  std::vector<std::string> names;
  std::vector<std::string> expected;
};
void PrintTo(const NamesCase& c, std::ostream* out) { *out << c.name; }
class PortableNamesOf : public testing::TestWithParam<NamesCase> {};

TEST_P(PortableNamesOf, GivesNames) {
  constexpr std::string_view kTaken[] = {"id", "label"};
  EXPECT_EQ(PortableNames(GetParam().names, kTaken), GetParam().expected);
}

const NamesCase kNamesCases[] = {
    {"None", {}, {}},
    {"LeftAlone", {"district", "地区", "a b"}, {"district", "地区", "a b"}},
    {"Taken", {"id", "Label"}, {"id_", "Label_"}},
    {"CaseCollides", {"Kind", "KIND", "kind"}, {"Kind", "KIND_", "kind__"}},
    {"UnderscoreIsTaken", {"id_", "id"}, {"id_", "id__"}},
    {"NoName", {"", " \t", "attribute"}, {"attribute", "attribute_", "attribute__"}},
    {"Blanks", {" a ", "a"}, {"a", "a_"}},
    {"Unfit", {"\x01", "\x02"}, {"�", "�_"}},
};
INSTANTIATE_TEST_SUITE_P(Basics, PortableNamesOf, testing::ValuesIn(kNamesCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct IdCase {
  const char* name;
  std::string id;
  std::string expected;
};
void PrintTo(const IdCase& c, std::ostream* out) { *out << c.name; }
class PortableIdOf : public testing::TestWithParam<IdCase> {};

TEST_P(PortableIdOf, GivesId) { EXPECT_EQ(PortableId(GetParam().id), GetParam().expected); }

// The hashes are those of `xxh128sum`.
const IdCase kIdCases[] = {
    {"LeftAlone", "office:沟赵 <&>\n", "office:沟赵 <&>\n"},
    {"Control", "z:\x01", "z:�~bf85c341546fad2c"},
    {"OtherControl", "z:\x02", "z:�~951296083fc3f77d"},
};
INSTANTIATE_TEST_SUITE_P(Basics, PortableIdOf, testing::ValuesIn(kIdCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(LowerAscii, LeavesOtherLettersAlone) { EXPECT_EQ(LowerAscii("AZaz[Ä知"), "azaz[Ä知"); }

}  // namespace
}  // namespace zhitu::xport
