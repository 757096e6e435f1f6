#include "graph/verify.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "extract/corpus.h"
#include "extract/dictionary.h"
#include "extract/extractor.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

const char kDictionary[] = "name,type,parent\n甲社区,community,乙办\n乙办,office,\n丙,person,\n";

TestCorpus Corpus() {
  TestCorpus corpus;
  corpus.dictionary = kDictionary;
  corpus.documents = {{"a.txt",
                       "一二三\n丙在甲社区。\n",
                       "",
                       {{"person:丙", "in", "community:甲社区", {"丙在甲社区"}}}},
                      {"b/c.txt", "乙办。", "", {}}};
  return corpus;
}

struct VerifyCase {
  const char* name;
  const char* file;
  const char* now;  // null: removed
  std::vector<std::string> expected;
};
void PrintTo(const VerifyCase& c, std::ostream* out) { *out << c.name; }
class VerifyAgain : public testing::TestWithParam<VerifyCase> {};

std::vector<std::string> Told(const Verification& result) {
  const char* const names[] = {"changed", "moved", "missing", "no source"};
  std::vector<std::string> told;
  for (const Discrepancy& found : result.discrepancies) {
    told.push_back(found.evidence.file + ":" + std::to_string(found.evidence.line) + ":" +
                   std::to_string(found.evidence.column) + " " +
                   names[static_cast<int>(found.finding)] + " " + found.evidence.quote + " (" +
                   found.relation + ") " + found.found);
  }
  for (const std::string& file : result.missing_sources) told.push_back(file + " not found");
  return told;
}

TEST_P(VerifyAgain, TellsWhatChanged) {
  const TestGraph graph(Corpus());
  if (GetParam().now == nullptr) {
    std::filesystem::remove(graph.folder() / GetParam().file);
  } else {
    graph.folder().Write(GetParam().file, GetParam().now);
  }
  EXPECT_EQ(Told(Verify(graph.store(), graph.path(), "")), GetParam().expected);
}

const VerifyCase kVerifyCases[] = {
    {"Unchanged", "b/c.txt", "乙办。", {}},
    {"ByteOrderMark", "b/c.txt", "\xEF\xBB\xBF乙办。", {}},
    {"ChangedElsewhere", "a.txt", "二一三\n丙在甲社区。\n丁", {}},
    {"Moved",
     "a.txt",
     "一二三\n\n\n新：丙在甲社区。\n",
     {"a.txt:2:1 moved 丙 (person:丙) 4:3",
      "a.txt:2:1 moved 丙在甲社区。 (community:甲社区 -co_occurs-> person:丙) 4:3",
      "a.txt:2:1 moved 丙在甲社区 (person:丙 -in-> community:甲社区) 4:3",
      "a.txt:2:3 moved 甲社区 (community:甲社区) 4:5"}},
    {"Changed",
     "a.txt",
     "一二三\n丁在甲社区。\n",
     {"a.txt:2:1 changed 丙 (person:丙) 丁",
      "a.txt:2:1 changed 丙在甲社区。 (community:甲社区 -co_occurs-> person:丙) 丁在甲社区。",
      "a.txt:2:1 changed 丙在甲社区 (person:丙 -in-> community:甲社区) 丁在甲社区"}},
    {"CutShort", "b/c.txt", "乙", {"b/c.txt:1:1 missing 乙办 (office:乙办) "}},
    {"NoText", "b/c.txt", "", {"b/c.txt:1:1 missing 乙办 (office:乙办) "}},
    {"NoFile", "b/c.txt", nullptr, {"b/c.txt not found"}},
    {"NoDictionary", "dictionary.csv", nullptr, {"dictionary.csv not found"}},
    {"DictionaryLineMoved",
     "dictionary.csv",
     "name,type,parent\n丁,person,\n甲社区,community,乙办\n乙办,office,\n丙,person,\n",
     {"dictionary.csv:2:0 moved 甲社区 (community:甲社区 -part_of-> office:乙办) 3:1"}},
    {"ParentGone",
     "dictionary.csv",
     "name,type\n甲社区,community\n乙办,office\n丙,person\n",
     {"dictionary.csv:2:0 changed 甲社区 (community:甲社区 -part_of-> office:乙办) no parent"}},
    {"OtherParent",
     "dictionary.csv",
     "name,type,parent\n甲社区,community,丙\n乙办,office,\n丙,person,\n",
     {"dictionary.csv:2:0 changed 甲社区 (community:甲社区 -part_of-> office:乙办) parent "
      "person:丙"}},
    {"ChildGone",
     "dictionary.csv",
     "name,type\n乙办,office\n丙,person\n",
     {"dictionary.csv:2:0 missing 甲社区 (community:甲社区 -part_of-> office:乙办) "}},
    {"OtherLinesOfTheDictionary",
     "dictionary.csv",
     "name,type,parent\n甲社区,community,乙办\n乙办,office,\n丁,person,\n",
     {}},
};
INSTANTIATE_TEST_SUITE_P(Basics, VerifyAgain, testing::ValuesIn(kVerifyCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Verify, CountsWhatItCompares) {
  const TestGraph graph(Corpus());
  const Verification result = Verify(graph.store(), graph.path(), "");
  EXPECT_EQ(result.documents, 2);
  EXPECT_EQ(result.checked, 3 + 2 + 1);  // mentions, evidence, a dictionary line
}

TEST(Verify, TellsABrokenDictionary) {
  const TestGraph graph(Corpus());
  graph.folder().Write("dictionary.csv", "type\n");
  const Verification result = Verify(graph.store(), graph.path(), "");
  ASSERT_EQ(result.discrepancies.size(), 1U);
  EXPECT_EQ(result.discrepancies[0].finding, Finding::kChanged);
  EXPECT_NE(result.discrepancies[0].found.find("name"), std::string::npos);
}

TEST(Verify, LooksWhereItIsTold) {
  const TestGraph graph(Corpus());
  const TempFolder elsewhere;
  for (const char* name : {"a.txt", "b/c.txt", "dictionary.csv"}) {
    elsewhere.Write(name, graph.folder().Read(name));
    std::filesystem::remove(graph.folder() / name);
  }
  EXPECT_EQ(Verify(graph.store(), graph.path(), "").missing_sources.size(), 3U);
  EXPECT_EQ(Told(Verify(graph.store(), graph.path(), elsewhere.path())),
            std::vector<std::string>());
}

TEST(Verify, FindsRootsByTheirPrefixes) {
  TestCorpus corpus;
  corpus.dictionary = kDictionary;
  corpus.documents = {{"news/old/a.txt", "丙。", "", {}}, {"news/a.txt", "甲社区。", "", {}}};
  corpus.options.meta = {
      {"root.1", "x"}, {"root.1.prefix", "news/"}, {"root.2", "y"}, {"root.2.prefix", "news/old/"}};
  const TestGraph graph(corpus);
  graph.folder().Write("x/a.txt", "甲社区。");
  graph.folder().Write("y/a.txt", "丙。");
  EXPECT_EQ(Told(Verify(graph.store(), graph.path(), "")), std::vector<std::string>());
  graph.folder().Write("y/a.txt", "丁。");
  EXPECT_EQ(Verify(graph.store(), graph.path(), "").discrepancies.size(), 1U);
}

TEST(Verify, CannotReadStandardInputAgain) {
  TestCorpus corpus;
  corpus.documents = {{"-", "一。", "", {}}};
  const TestGraph graph(corpus);
  EXPECT_EQ(Verify(graph.store(), graph.path(), "").missing_sources, std::vector<std::string>{"-"});
}

// Builds a graph of records, and reads it again with another file in place.
Verification VerifyRecords(const std::string& then, const std::string& now) {
  const TempFolder folder;
  const extract::Gazetteer gazetteer = [&] {
    std::vector<extract::Problem> warnings;
    return extract::LoadDictionaries({folder.Write("dictionary.csv", kDictionary)}, false,
                                     warnings);
  }();
  const extract::CorpusFile file{folder.Write("r.jsonl", then), "r.jsonl",
                                 extract::FileFormat::kJsonLines};
  extract::RecordFields fields;
  fields.text = "body";
  Builder builder(folder / "g.zhitu", gazetteer,
                  {Window::kSentence, 60, {{"root.1", "."}, {"text_field", "body"}}});
  const extract::Extractor extractor(gazetteer, {"none", {}});
  for (extract::SourceText& text : extract::ReadCorpusFile(file, fields).texts) {
    for (const extract::Extraction& extraction : extractor.Run(std::move(text)))
      builder.Add(extraction);
  }
  builder.Finish();
  folder.Write("r.jsonl", now);
  return Verify(Store::Open(folder / "g.zhitu"), folder / "g.zhitu", "");
}

TEST(VerifyRecords, GoByTheirIds) {
  const std::string first = "{\"id\":\"1\",\"body\":\"丙。\"}\n";
  const std::string second = "{\"id\":\"2\",\"body\":\"一\\n二乙办\"}\n";
  EXPECT_EQ(Told(VerifyRecords(first + second, second + first)), std::vector<std::string>());
  EXPECT_EQ(Told(VerifyRecords(first + second, first)),
            std::vector<std::string>{"r.jsonl:2:4 missing 乙办 (office:乙办) "});
  EXPECT_EQ(Told(VerifyRecords(first, "{\"id\":\"1\",\"body\":\"一丙。\"}\n")),
            std::vector<std::string>{"r.jsonl:1:1 moved 丙 (person:丙) 1:2"});
}

}  // namespace
}  // namespace zhitu::graph
