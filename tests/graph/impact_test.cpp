#include "graph/impact.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "extract/dictionary.h"
#include "extract/extractor.h"
#include "tests/support/temp_folder.h"

namespace zhitu::graph {
namespace {

// Reads a text by two dictionaries (`name,type,aliases` rows).
Impact Compare(const std::string& before, const std::string& after, const std::string& text,
               std::size_t samples = 2, std::size_t max_entities = 60, bool record = false) {
  const TempFolder folder;
  Impact impact(samples, max_entities);
  std::vector<extract::Problem> warnings;
  const auto load = [&](const std::string& name, const std::string& rows) {
    return extract::LoadDictionaries({folder.Write(name, "name,type,aliases\n" + rows)}, false,
                                     warnings);
  };
  const extract::Gazetteer old_names = load("old.csv", before);
  const extract::Gazetteer new_names = load("new.csv", after);
  extract::ExtractorOptions options;
  options.preset = "zh-news";
  const extract::Extractor old_extractor(old_names, options);
  const extract::Extractor new_extractor(new_names, options);
  extract::SourceText source;
  source.name = source.file = "t.txt";
  source.text = text;
  source.record = record;
  source.line = 5;
  for (const extract::Document& document : new_extractor.Split(source)) {
    impact.Add(old_extractor.Extract(document), new_extractor.Extract(document));
  }
  return impact;
}

std::string Show(const Impact& impact) {
  std::string shown;
  for (const ImpactRow& row : impact.Rows()) {
    shown += row.subject + '(' + row.subject_name + ") " + row.predicate + ' ' + row.object + '(' +
             row.object_name + ") +" + std::to_string(row.gained) + " -" +
             std::to_string(row.lost) + '\n';
    for (const ImpactPlace& place : row.places) {
      shown += std::string("  ") + (place.gained ? '+' : '-') + place.document + ' ' + place.file +
               ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' +
               place.sentence + '\n';
    }
  }
  return shown;
}

const char kOld[] = "枫杨办事处,office,\n翰林社区,community,翰林\n";

TEST(Impact, OfTheSameDictionaryIsNone) {
  const Impact impact = Compare(kOld, kOld, "枫杨办事处翰林社区。\n翰林社区开展活动。\n");
  EXPECT_EQ(Show(impact), "");
  EXPECT_EQ(impact.mentions().gained + impact.mentions().lost, 0U);
  EXPECT_EQ(impact.edges().gained + impact.edges().lost, 0U);
}

// The rules of the preset must not find the name by themselves.
TEST(Impact, TellsMentionsAndEdgesOfBothKinds) {
  const Impact impact = Compare("枫杨办事处,office,\n", "枫杨办事处,office,\n翰林苑,community,\n",
                                "会议在枫杨办事处翰林苑举行。\n");
  EXPECT_EQ(Show(impact),
            "community:翰林苑(翰林苑)  () +1 -0\n"
            "  +t.txt t.txt:1:9 会议在枫杨办事处[翰林苑]举行。\n"
            "community:翰林苑(翰林苑) co_occurs office:枫杨办事处(枫杨办事处) +1 -0\n"
            "  +t.txt t.txt:1:4 会议在[枫杨办事处][翰林苑]举行。\n"
            "community:翰林苑(翰林苑) part_of office:枫杨办事处(枫杨办事处) +1 -0\n"
            "  +t.txt t.txt:1:4 会议在[枫杨办事处翰林苑]举行。\n");
  EXPECT_EQ(impact.mentions().gained, 1U);
  EXPECT_EQ(impact.edges().gained, 2U);
  EXPECT_EQ(impact.edges().lost, 0U);
}

TEST(Impact, TellsOfFormsThatBecomeAmbiguous) {
  const Impact impact =
      Compare("翰林社区,community,翰林\n", "翰林社区,community,翰林\n翰林路,road,翰林\n",
              "他们去翰林看看。\n");
  EXPECT_EQ(Show(impact),
            "(翰林)  () +1 -0\n  +t.txt t.txt:1:4 他们去[翰林]看看。\n"
            "community:翰林社区(翰林社区)  () +0 -1\n  -t.txt t.txt:1:4 他们去[翰林]看看。\n");
}

TEST(Impact, CountsAnEdgeOnceASentence) {
  // The longer form moves the first mention of the pair, which stays the same pair.
  const Impact impact =
      Compare("枫杨,office,\n翰林社区,community,\n", "枫杨,office,去枫杨\n翰林社区,community,\n",
              "他们去枫杨和翰林社区。\n");
  EXPECT_EQ(impact.edges().gained + impact.edges().lost, 0U);
  EXPECT_EQ(impact.mentions().gained, 1U);
  EXPECT_EQ(impact.mentions().lost, 1U);
}

TEST(Impact, KeepsSoManyPlacesOfEither) {
  std::string text;
  for (int i = 0; i < 5; ++i) text += "他们去翰林社区。\n\n";
  const Impact impact = Compare("翰林社区,community,\n", "翰林社区,office,\n", text, /*samples=*/1);
  EXPECT_EQ(Show(impact),
            "community:翰林社区(翰林社区)  () +0 -5\n  -t.txt t.txt:1:4 他们去[翰林社区]。\n"
            "office:翰林社区(翰林社区)  () +5 -0\n  +t.txt t.txt:1:4 他们去[翰林社区]。\n");
  EXPECT_EQ(Show(Compare("", "翰林社区,office,\n", text, /*samples=*/0)),
            "office:翰林社区(翰林社区)  () +5 -0\n");
}

TEST(Impact, PairsNothingInSentencesOfTooManyEntities) {
  const std::string text = "会议在枫杨办事处、翰林社区举行。\n";
  EXPECT_EQ(Compare("", kOld, text, 0, 2).edges().gained, 1U);
  EXPECT_EQ(Compare("", kOld, text, 0, 1).edges().gained, 0U);
}

TEST(Impact, CutsLongSentences) {
  std::string many;
  for (int i = 0; i < 70; ++i) many += "字";
  const std::string shown =
      Show(Compare("", "翰林社区,office,\n", many + "翰林社区" + many + "。"));
  std::string kept;
  for (int i = 0; i < 60; ++i) kept += "字";
  EXPECT_EQ(shown, "office:翰林社区(翰林社区)  () +1 -0\n  +t.txt t.txt:1:71 …" + kept +
                       "[翰林社区]" + kept + "…\n");
}

TEST(Impact, LooksAtNoMoreOfVeryLongSentences) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "字";
  const std::string shown =
      Show(Compare("翰林,place,\n", "翰林,place,\n枫杨,road,\n", many + "翰林" + many + "枫杨"));
  std::string kept;
  for (int i = 0; i < 60; ++i) kept += "字";
  EXPECT_EQ(shown, "road:枫杨(枫杨)  () +1 -0\n  +t.txt t.txt:1:6003 …" + kept + "[枫杨]\n" +
                       "place:翰林(翰林) co_occurs road:枫杨(枫杨) +1 -0\n  +t.txt t.txt:1:3001 …" +
                       kept + "[翰林]" + kept + "…\n");
}

TEST(Impact, PlacesRecordsByTheirRow) {
  EXPECT_EQ(Show(Compare("", "翰林社区,office,\n", "第一段。\n去翰林社区。", 1, 60, true)),
            "office:翰林社区(翰林社区)  () +1 -0\n  +t.txt t.txt:5:2 去[翰林社区]。\n");
}

}  // namespace
}  // namespace zhitu::graph
