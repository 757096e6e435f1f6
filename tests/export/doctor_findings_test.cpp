#include "export/doctor_findings.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace zhitu::xport {
namespace {

TEST(DoctorFindings, KindsHaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const FindingKind& kind : FindingKinds()) {
    EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
    EXPECT_EQ(kind.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos);
    EXPECT_FALSE(kind.effect.empty());
    EXPECT_FALSE(kind.remedy.empty());
  }
}

TEST(DoctorFindings, StandInTheDocument) {
  std::ifstream in(std::string(ZHITU_EXAMPLES) + "/../docs/doctor.md");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  for (const FindingKind& kind : FindingKinds()) {
    const std::string row =
        "| `" + std::string(kind.name) + "` | " + std::string(SeverityName(kind.severity)) + " |";
    EXPECT_NE(text.find(row), std::string::npos) << row;
  }
}

TEST(DoctorFindings, AreListedByPlaceWithWhatHappens) {
  DoctorFindings findings;
  findings.BeginFile("a.graphml", "甲乙\n丙");
  findings.Add("self-loop", 7, "an edge joins 'x' with itself");
  EXPECT_FALSE(findings.any());
  findings.Add("end-missing", 3, "an edge leads to 'y', which is no node");
  EXPECT_TRUE(findings.any());
  const std::vector<DoctorFinding> list = findings.List();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(extract::Describe(list[0].problem),
            "a.graphml:1:2: an edge leads to 'y', which is no node; Gephi and NetworkX invent the "
            "node, igraph and D3 stop; add the node");
  EXPECT_EQ(
      extract::Describe(list[1].problem),
      "a.graphml:2:1: an edge joins 'x' with itself; some layouts and programs drop it; check "
      "that it is meant");
}

TEST(DoctorFindings, OfOneKindAreCountedPastTwenty) {
  DoctorFindings findings;
  findings.BeginFile("a.graphml", "");
  for (int i = 0; i < 25; ++i) findings.Add("end-empty", 9, "x");
  EXPECT_EQ(findings.List().size(), DoctorFindings::kMostOfAKind);
  EXPECT_EQ(findings.counts().at("end-empty"), 25U);
}

TEST(DoctorFindings, RefuseWhatTheyDoNotKnow) {
  DoctorFindings findings;
  findings.BeginFile("a.graphml", "");
  EXPECT_THROW(findings.Add("unheard-of", 0, ""), std::invalid_argument);
  EXPECT_THROW(findings.Refuse(0, "no"), extract::InputError);
}

}  // namespace
}  // namespace zhitu::xport
