#include "extract/proposal_counts.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/extractor.h"

namespace zhitu::extract {
namespace {

Proposal Named(const std::string& name, const std::string& type,
               std::vector<std::string> aliases = {}) {
  Proposal proposal;
  proposal.name = name;
  proposal.type = type;
  proposal.aliases = std::move(aliases);
  proposal.confidence = 0.7;
  proposal.found_by = "head";
  return proposal;
}

// `name=type count/documents confidence found_by <parent>` of what some documents hold.
std::vector<std::string> Count(const std::vector<Proposal>& proposals,
                               const std::vector<std::string>& texts,
                               std::size_t most = ProposalCounts::kMost) {
  const Gazetteer known;
  const Gazetteer found = GazetteerOf(proposals);
  ExtractorOptions options;
  options.preset = "zh-news";
  options.reading = Reading::kNames;
  options.proposals = &found;
  const Extractor extractor(known, options);
  ProposalCounts counts(proposals, most);
  for (const std::string& text : texts) {
    SourceText source;
    source.name = source.file = "t";
    source.text = text;
    source.record = true;
    for (const Extraction& extraction : extractor.Run(source)) counts.Add(extraction);
  }
  std::vector<std::string> shown;
  for (const Proposal& proposal : counts.Take()) {
    shown.push_back(fmt::format("{}={} {}/{} {:.2f} {} <{}>", proposal.name, proposal.type,
                                proposal.count, proposal.documents, proposal.confidence,
                                proposal.found_by, proposal.parent));
  }
  return shown;
}

TEST(ProposalCounts, CountsPlacesAndDocuments) {
  const std::vector<Proposal> proposals = {Named("紫竹社区", "community"),
                                           Named("枣陈村", "community")};
  EXPECT_EQ(Count(proposals, {"他在紫竹社区，她在紫竹社区。", "紫竹社区很美。", "没有。"}),
            (std::vector<std::string>{"紫竹社区=community 3/2 0.70 head <>"}));
}

TEST(ProposalCounts, CountsAliasesAndNestedNames) {
  const std::vector<Proposal> proposals = {Named("枫杨办事处", "office", {"郑州高新区枫杨办事处"}),
                                           Named("郑州高新区", "place")};
  EXPECT_EQ(Count(proposals, {"他在郑州高新区枫杨办事处。"}),
            (std::vector<std::string>{"枫杨办事处=office 1/1 0.70 head <>",
                                      "郑州高新区=place 1/1 0.70 head <>"}));
}

TEST(ProposalCounts, TakesWhatRulesFind) {
  const std::vector<Proposal> proposals = {Named("枫杨办事处", "office", {"郑州高新区枫杨办事处"})};
  EXPECT_EQ(Count(proposals, {"本报记者 刘地\n郑州高新区枫杨办事处党工委今年以来很努力。"}),
            (std::vector<std::string>{
                "刘地=person 1/1 0.65 name of a person <>", "枫杨办事处=office 1/1 0.70 head <>",
                "枫杨办事处党工委=office 1/1 0.85 extended name <枫杨办事处>"}));
}

TEST(ProposalCounts, LeavesOutPersonsOfOneDocument) {
  EXPECT_EQ(Count({}, {"今天，张阿姨点赞了食堂。"}), (std::vector<std::string>{}));
}

TEST(ProposalCounts, ForgetsTheRarestNamesOfRules) {
  std::vector<std::string> texts;
  for (const char* const name : {"刘地", "李金星", "沈莹"})
    texts.push_back(std::string("本报记者 ") + name + "\n今天下雨了，路上没有人。");
  texts.push_back(texts.front());
  EXPECT_EQ(Count({}, texts, 2),
            (std::vector<std::string>{"刘地=person 1/1 0.65 name of a person <>"}));
}

TEST(ProposalCounts, GivesASentence) {
  const std::vector<Proposal> proposals = {Named("紫竹社区", "community")};
  const Gazetteer known;
  const Gazetteer found = GazetteerOf(proposals);
  ExtractorOptions options;
  options.preset = "zh-news";
  options.reading = Reading::kNames;
  options.proposals = &found;
  ProposalCounts counts(proposals);
  SourceText source;
  source.text = "今天下雨。他们都住在紫竹社区。明天也下雨。";
  source.record = true;
  for (const Extraction& extraction : Extractor(known, options).Run(source)) counts.Add(extraction);
  const std::vector<Proposal> taken = counts.Take();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].sample, "他们都住在紫竹社区。");
}

}  // namespace
}  // namespace zhitu::extract
