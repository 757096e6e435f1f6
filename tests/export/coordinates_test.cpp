#include "export/coordinates.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

struct CoordinateCase {
  const char* name;
  Attributes attributes;
  std::optional<Coordinates> expected;
};
void PrintTo(const CoordinateCase& c, std::ostream* out) { *out << c.name; }
class CoordinatesOf : public testing::TestWithParam<CoordinateCase> {};

TEST_P(CoordinatesOf, AreFound) {
  EXPECT_EQ(CoordinateFinder().Find(GetParam().attributes), GetParam().expected);
}

constexpr Coordinates kZhengzhou{113.565, 34.8123456};
const CoordinateCase kCoordinateCases[] = {
    {"Two", {{"latitude", "34.8123456"}, {"longitude", "113.565"}}, kZhengzhou},
    {"Capitals", {{"LAT", "34.8123456"}, {"Lng", "113.565"}}, kZhengzhou},
    {"Chinese", {{"纬度", " 34.8123456 "}, {"经度", "113.565"}}, kZhengzhou},
    {"LongitudeFirst", {{"坐标", "113.565,34.8123456"}}, kZhengzhou},
    {"LatitudeFirst", {{"latlon", "34.8123456 113.565"}}, kZhengzhou},
    {"CommaAndSpace", {{"coordinates", " 113.565 , 34.8123456 "}}, kZhengzhou},
    {"SouthAndWest", {{"lat", "-90"}, {"lon", "-180"}}, Coordinates{-180, -90}},
    {"None", {{"phone", "1"}}, {}},
    {"OneOnly", {{"lat", "1"}}, {}},
    {"OneOfThemEmpty", {{"lat", "1"}, {"lon", ""}}, {}},
    {"BeyondThePole", {{"lat", "90.1"}, {"lon", "0"}}, {}},
    {"BeyondTheDateLine", {{"lat", "0"}, {"lon", "180.5"}}, {}},
    {"NoNumber", {{"lat", "34N"}, {"lon", "113.5"}}, {}},
    {"NotANumber", {{"lat", "nan"}, {"lon", "inf"}}, {}},
    {"Hexadecimal", {{"lat", "0x1"}, {"lon", "1e1"}}, {}},
    {"OneInAPair", {{"coordinates", "113.5"}}, {}},
    {"ThreeInAPair", {{"coordinates", "1,2,3"}}, {}},
    {"BadPairBesideTwo",
     {{"coordinates", "somewhere"}, {"lat", "34.8123456"}, {"lon", "113.565"}},
     kZhengzhou},
};
INSTANTIATE_TEST_SUITE_P(Basics, CoordinatesOf, testing::ValuesIn(kCoordinateCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(CoordinateNames, AreTold) {
  EXPECT_EQ(CoordinateFinder().UsualNames(), "longitude and latitude");
}

}  // namespace
}  // namespace zhitu::xport
