#include "extract/division_forms.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace zhitu::extract {
namespace {

struct FormsCase {
  const char* name;
  std::size_t digits;
  const char* official;
  const char* larger;
  std::string expected;  // name, aliases behind /, the organ's names behind :, ! for whole words
};
void PrintTo(const FormsCase& c, std::ostream* out) { *out << c.name; }
class DivisionNamesOf : public testing::TestWithParam<FormsCase> {};

std::string Show(const DivisionNames& names) {
  std::string shown = names.name;
  for (const std::string& alias : names.aliases) shown += '/' + alias;
  for (const std::string& organ : names.organ) shown += ':' + organ;
  return shown + (names.whole_word ? "!" : "");
}

TEST_P(DivisionNamesOf, GivesForms) {
  const DivisionForms forms;
  for (const DivisionLevel& level : forms.levels()) {
    if (level.digits != GetParam().digits) continue;
    EXPECT_EQ(Show(forms.NamesOf(level, GetParam().official, GetParam().larger)),
              GetParam().expected);
    return;
  }
  FAIL() << "no level of that many digits";
}

const FormsCase kForms[] = {
    {"Province", 2, "陕西省", "", "陕西省/陕西"},
    {"Region", 2, "广西壮族自治区", "", "广西壮族自治区/广西"},
    {"City", 4, "咸阳市", "陕西省", "咸阳市/咸阳"},
    {"CityThatIsAWord", 4, "三明市", "福建省", "三明市"},
    {"Prefecture", 4, "恩施土家族苗族自治州", "湖北省", "恩施土家族苗族自治州/恩施州"},
    {"AutonomousCounty", 6, "宁蒗彝族自治县", "丽江市", "宁蒗彝族自治县/宁蒗县"},
    {"OnlyAPeople", 6, "东乡族自治县", "", "东乡族自治县"},
    {"FormOfABetterKnownUnit", 6, "河南蒙古族自治县", "", "河南蒙古族自治县"},
    {"ShortCounty", 6, "赵县", "石家庄市", "赵县!"},
    {"CountyThatIsNone", 6, "和县", "马鞍山市", "马鞍山市和县"},
    {"DistrictOfTwo", 6, "秦都区", "咸阳市", "秦都区"},
    {"DistrictOfThree", 6, "石景山区", "北京市", "石景山区/石景山"},
    {"DistrictThatIsAWord", 6, "城区", "晋城市", "晋城市城区"},
    {"DistrictThatEndsInAWord", 6, "名山区", "雅安市", "名山区!"},
    {"HighTech", 6, "郑州高新技术产业开发区", "郑州市",
     "郑州高新技术产业开发区/郑州高新区/郑州高新技术开发区"},
    {"Economic", 6, "郑州经济技术开发区", "郑州市", "郑州经济技术开发区/郑州经开区"},
    {"StreetWithOrgan", 9, "枫杨街道", "", "枫杨街道:枫杨街道办事处:枫杨办事处"},
    {"StreetByItsOrgan", 9, "枫杨街道办事处", "",
     "枫杨街道/枫杨街道办事处:枫杨街道办事处:枫杨办事处"},
    {"Township", 9, "沟赵乡", "", "沟赵乡:沟赵乡人民政府:沟赵乡政府:沟赵办事处"},
    {"TownshipOfPeoples", 9, "翠玉傈僳族普米族乡", "",
     "翠玉傈僳族普米族乡/"
     "翠玉乡:翠玉傈僳族普米族乡人民政府:翠玉傈僳族普米族乡政府:翠玉傈僳族普米族办事处"},
    {"Town", 9, "城关镇", "", "城关镇:城关镇人民政府:城关镇政府"},
    {"ShortTown", 9, "张镇", "甲区", "甲区张镇"},
    {"Community", 12, "翰林社区居委会", "", "翰林社区/翰林社区居委会"},
    {"CommunityInFull", 12, "翰林社区居民委员会", "", "翰林社区/翰林社区居民委员会"},
    {"CommunityWithoutTheWord", 12, "东门居委会", "", "东门社区/东门居委会"},
    {"Village", 12, "枣陈村村民委员会", "", "枣陈村/枣陈村村民委员会"},
    {"VillageOnce", 12, "枣陈村民委员会", "", "枣陈村/枣陈村民委员会"},
    {"VillageOfTwo", 12, "新村村委会", "某镇", "某镇新村村委会"},
    {"CommonCommunity", 12, "中心社区居委会", "某镇", "某镇中心社区居委会"},
    {"OfficialNameThatIsAWord", 12, "社区居委会", "某镇", "某镇社区居委会"},
    {"StemThatIsAWord", 12, "组织村委会", "某镇", "某镇组织村委会"},
    {"TailThatIsAWord", 12, "和农村委会", "某镇", "某镇和农村委会"},
    {"NoKnownEnding", 12, "三连生活区", "某农场", "三连生活区"},
};
INSTANTIATE_TEST_SUITE_P(All, DivisionNamesOf, testing::ValuesIn(kForms),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(DivisionForms, HasFiveLevelsFromLargeToSmall) {
  std::string shown;
  const DivisionForms forms;
  for (const DivisionLevel& level : forms.levels()) {
    shown += level.tag + std::to_string(level.digits) + ' ';
  }
  EXPECT_EQ(shown, "province2 city4 area6 street9 village12 ");
}

TEST(DivisionForms, TriesLongerEndingsFirst) {
  const DivisionForms forms;
  for (const DivisionLevel& level : forms.levels()) {
    std::size_t last = 1000;
    for (const DivisionLevel::Form& form : level.forms) {
      EXPECT_LE(form.ending.size(), last) << form.ending;
      last = form.ending.size();
    }
  }
}

}  // namespace
}  // namespace zhitu::extract
