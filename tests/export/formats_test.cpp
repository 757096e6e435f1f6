#include "export/formats.h"

#include <gtest/gtest.h>

#include <ostream>

#include "extract/error.h"
#include "tests/support/read_graph.h"
#include "tests/support/sample_graph.h"
#include "tests/support/temp_folder.h"

namespace zhitu::xport {
namespace {

using Names = std::vector<std::string>;

struct FormatCase {
  const char* name;
  const char* path;
  const char* as;
  const char* expected;
};
void PrintTo(const FormatCase& c, std::ostream* out) { *out << c.name; }
class FormatOfPath : public testing::TestWithParam<FormatCase> {};

TEST_P(FormatOfPath, IsFound) {
  EXPECT_EQ(FormatOf(GetParam().path, GetParam().as).name, GetParam().expected);
}

const FormatCase kFormatCases[] = {
    {"Graphml", "a.graphml", "", "graphml"},
    {"Gexf", "dir.json/a.gexf", "", "gexf"},
    {"Json", "a.b.json", "", "json"},
    {"LongestEnding", "a.graphology.json", "", "graphology.json"},
    {"EndingThatIsNoPart", "a-graphology.json", "", "json"},
    {"Html", "a.html", "", "html"},
    {"NodesCsv", "nodes.csv", "", "nodes.csv"},
    {"NamedNodesCsv", "out/zz.nodes.csv", "", "nodes.csv"},
    {"Capitals", "A.GraphML", "", "graphml"},
    {"As", "a.txt", "gexf", "gexf"},
    {"AsOverridesTheEnding", "a.json", "graphml", "graphml"},
};
INSTANTIATE_TEST_SUITE_P(Basics, FormatOfPath, testing::ValuesIn(kFormatCases),
                         [](const auto& c) { return std::string(c.param.name); });

std::string AllNames() {
  std::string names;
  for (const Format& format : Formats()) {
    names += (names.empty() ? "" : " ") + std::string(format.name);
  }
  return names;
}

class FormatOfNothing : public testing::TestWithParam<FormatCase> {};

TEST_P(FormatOfNothing, IsAUsageErrorThatListsThem) {
  try {
    FormatOf(GetParam().path, GetParam().as);
    FAIL() << "was found";
  } catch (const extract::UsageError& error) {
    EXPECT_EQ(error.what(), std::string(GetParam().expected) + "; expected one of: " + AllNames());
  }
}

const FormatCase kNoFormatCases[] = {
    {"NoEnding", "graphml", "", "graphml: unknown ending"},
    {"EndingOnly", ".graphml2", "", ".graphml2: unknown ending"},
    {"OtherCsv", "a.csv", "", "a.csv: unknown ending"},
    {"EdgesCsv", "edges.csv", "", "edges.csv: unknown ending"},
    {"Empty", "", "", ": unknown ending"},
    {"Controls", "a\x1b[31m.x", "", "a\\x1b[31m.x: unknown ending"},
    {"As", "a.json", "yaml", "unknown format yaml"},
};
INSTANTIATE_TEST_SUITE_P(Faults, FormatOfNothing, testing::ValuesIn(kNoFormatCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct FileCase {
  const char* name;
  const char* path;
  Names files;
};
void PrintTo(const FileCase& c, std::ostream* out) { *out << c.name; }
class WriterToFile : public testing::TestWithParam<FileCase> {};

TEST_P(WriterToFile, PutsFilesInPlaceAtTheEnd) {
  const TempFolder folder;
  const std::string path = folder / GetParam().path;
  WriteGraph(PlainGraph(), *MakeWriter(FormatOf(path, ""), path));
  EXPECT_EQ(folder.Names(), GetParam().files);
}

TEST_P(WriterToFile, LeavesNothingIfItIsNotEnded) {
  const TempFolder folder;
  const std::string path = folder / GetParam().path;
  {
    const auto writer = MakeWriter(FormatOf(path, ""), path);
    writer->Begin({});
  }
  EXPECT_EQ(folder.Names(), Names{});
}

const FileCase kFileCases[] = {
    {"Graphml", "a.graphml", {"a.graphml"}},
    {"Gexf", "a.gexf", {"a.gexf"}},
    {"Json", "a.json", {"a.json"}},
    {"Graphology", "a.graphology.json", {"a.graphology.json"}},
    {"Cytoscape", "a.cyjs", {"a.cyjs"}},
    {"Jgf", "a.jgf.json", {"a.jgf.json"}},
    {"Graphviz", "a.dot", {"a.dot"}},
    {"Pajek", "a.net", {"a.net"}},
    {"NTriples", "a.nt", {"a.nt"}},
    {"Turtle", "a.ttl", {"a.ttl"}},
    {"JsonLd", "a.jsonld", {"a.jsonld"}},
    {"FollowTheMoney", "a.ftm.jsonl", {"a.ftm.jsonl"}},
    {"Cypher", "a.cypher", {"a.cypher"}},
    {"Report", "a.md", {"a.md"}},
    {"Neo4j", "a.neo4j", {"a.neo4j"}},
    {"Csv", "nodes.csv", {"edges.csv", "nodes.csv"}},
    {"NamedCsv", "zz.nodes.csv", {"zz.edges.csv", "zz.nodes.csv"}},
};
INSTANTIATE_TEST_SUITE_P(Basics, WriterToFile, testing::ValuesIn(kFileCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(MakeWriter, WritesWhatItsFormatWrites) {
  const TempFolder folder;
  WriteGraph(PlainGraph(), *MakeWriter(FormatOf("nodes.csv", ""), folder / "nodes.csv"));
  WriteGraph(PlainGraph(), *MakeWriter(FormatOf("", "graphml"), folder / "a"));
  EXPECT_EQ(ReadGephiCsv(folder.Read("nodes.csv"), folder.Read("edges.csv")).edges,
            ReadGraphml(folder.Read("a")).edges);
}

TEST(MakeWriter, WantsANameThatGivesTwo) {
  try {
    MakeWriter(FormatOf("", "nodes.csv"), "out.csv");
    FAIL() << "was made";
  } catch (const extract::UsageError& error) {
    EXPECT_STREQ(error.what(),
                 "out.csv: expected a name that ends in nodes.csv; the edges go to the same name "
                 "with edges.csv");
  }
}

TEST(MakeWriter, OfAPairReplacesNeitherIfOneCannotBe) {
  const TempFolder folder;
  folder.Write("nodes.csv", "old");
  folder.Write("edges.csv/file", "");
  EXPECT_THROW(MakeWriter(FormatOf("nodes.csv", ""), folder / "nodes.csv"), extract::IoError);
  EXPECT_EQ(folder.Read("nodes.csv"), "old");
  EXPECT_EQ(folder.Names(), (Names{"edges.csv", "nodes.csv"}));
}

TEST(MakeWriter, OfAFolderPutsAllFilesInIt) {
  const TempFolder folder;
  const std::string path = folder / "a.neo4j";
  for (int time = 0; time < 2; ++time) {  // over the old one the second time
    WriteGraph(PlainGraph(), *MakeWriter(FormatOf(path, ""), path));
    EXPECT_EQ(folder.Read("a.neo4j/nodes.csv").substr(0, 13), "id:ID,label,:");
    EXPECT_EQ(folder.Read("a.neo4j/relationships.csv").substr(0, 9), ":START_ID");
    EXPECT_EQ(folder.Read("a.neo4j/README.md").substr(0, 2), "# ");
    EXPECT_EQ(folder.Names(), Names{"a.neo4j"});
  }
}

TEST(MakeWriter, OfGeojsonWritesNothingWithoutCoordinates) {
  const TempFolder folder;
  const std::string path = folder / "a.geojson";
  EXPECT_THROW(WriteGraph(PlainGraph(), *MakeWriter(FormatOf(path, ""), path)),
               extract::NothingFound);
  EXPECT_EQ(folder.Names(), Names{});
}

TEST(Formats, HaveNamesTheyAreFoundBy) {
  for (const Format& format : Formats()) {
    EXPECT_EQ(FormatOf("x." + std::string(format.name), "").name, format.name);
    EXPECT_EQ(FormatOf("x", format.name).name, format.name);
    EXPECT_FALSE(format.purpose.empty());
  }
}

}  // namespace
}  // namespace zhitu::xport
