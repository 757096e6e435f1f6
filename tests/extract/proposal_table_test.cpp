#include "extract/proposal_table.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

Proposal Named(const std::string& name, const std::string& type, double confidence,
               std::size_t count, std::vector<std::string> aliases = {},
               const std::string& parent = {}) {
  Proposal proposal;
  proposal.name = name;
  proposal.type = type;
  proposal.confidence = confidence;
  proposal.count = count;
  proposal.documents = 1;
  proposal.aliases = std::move(aliases);
  proposal.parent = parent;
  return proposal;
}

std::vector<Proposal> Sample() {
  return {Named("a", "road", 0.701, 2), Named("b", "place", 0.7, 2), Named("c", "road", 0.7, 3),
          Named("d", "office", 0.9, 1), Named("e", "place", 0.494, 9)};
}

std::string Names(ProposalFilter filter) {
  std::vector<Proposal> proposals = Sample();
  FilterProposals(filter, proposals);
  std::string names;
  for (const Proposal& proposal : proposals) names += proposal.name;
  return names;
}

TEST(FilterProposals, PutsTheMostCertainFirst) { EXPECT_EQ(Names({}), "dcbae"); }

TEST(FilterProposals, LeavesOutWhatIsNotAskedFor) {
  ProposalFilter filter;
  filter.min_count = 2;
  EXPECT_EQ(Names(filter), "cbae");
  filter.min_confidence = 0.5;
  EXPECT_EQ(Names(filter), "cba");
  filter.types = {"road"};
  EXPECT_EQ(Names(filter), "ca");
  filter.top = 1;
  EXPECT_EQ(Names(filter), "c");
}

TEST(FilterProposals, KeepsParentsThatAreThere) {
  std::vector<Proposal> proposals = {Named("a", "office", 0.9, 1, {}, "Ｂ"),
                                     Named("b", "place", 0.8, 1, {}, "z"),
                                     Named("c", "place", 0.7, 1, {}, "c")};
  FilterProposals({}, proposals);
  EXPECT_EQ(proposals[0].parent, "place:b");
  EXPECT_EQ(proposals[1].parent, "");
  EXPECT_EQ(proposals[2].parent, "");
}

TEST(FilterProposals, GivesEachFormToOneName) {
  std::vector<Proposal> proposals = {Named("a", "office", 0.9, 1, {"x", "b"}),
                                     Named("b", "place", 0.8, 1, {"x", "y", "y"})};
  FilterProposals({}, proposals);
  EXPECT_EQ(proposals[0].aliases, (std::vector<std::string>{"x"}));
  EXPECT_EQ(proposals[1].aliases, (std::vector<std::string>{"y"}));
}

TEST(ProposalCsv, IsADictionary) {
  Proposal proposal = Named("a,b", "road", 0.706, 2, {"x", "y|z"}, "place:c");
  proposal.documents = 3;
  proposal.found_by = "head 路";
  proposal.sample = "er sagt \"a,b\"";
  EXPECT_EQ(ProposalCsv({proposal}),
            "name,type,aliases,parent,count,documents,confidence,found_by,sample\n"
            "\"a,b\",road,x|y\\|z,place:c,2,3,0.71,head 路,\"er sagt \"\"a,b\"\"\"\n");
}

}  // namespace
}  // namespace zhitu::extract
