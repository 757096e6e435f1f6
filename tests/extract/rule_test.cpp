#include "extract/rule.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

TEST(Slot, FitsItsTypes) {
  const Slot slot = {"s", {"office", "person"}};
  EXPECT_TRUE(slot.Fits("office"));
  EXPECT_TRUE(slot.Fits("person"));
  for (const char* type : {"", "facility", "offic", "offices"}) EXPECT_FALSE(slot.Fits(type));
  EXPECT_FALSE(Slot().Fits("office"));
}

TEST(RuleZones, AreAllButBylinesWhereNoneIsNamed) {
  const auto zones = [](const Rule& rule) {
    std::string names;
    for (const Zone zone :
         {Zone::kHeadline, Zone::kSubhead, Zone::kCaption, Zone::kByline, Zone::kBody}) {
      if (rule.AppliesTo(zone)) names += std::string(ZoneName(zone)) + ' ';
    }
    return names;
  };
  Rule rule;
  EXPECT_EQ(zones(rule), "headline subhead caption body ");
  rule.zones = {Zone::kByline, Zone::kHeadline};
  EXPECT_EQ(zones(rule), "headline byline ");
}

}  // namespace
}  // namespace zhitu::extract
