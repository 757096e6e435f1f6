#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

struct ExportCase {
  const char* name;
  Arguments arguments;
  std::string err;
  Arguments files;    // new ones
  std::string begin;  // of the first of them
};
void PrintTo(const ExportCase& c, std::ostream* out) { *out << c.name; }

class Export : public testing::TestWithParam<ExportCase> {};

TEST_P(Export, WritesWhatIsAskedFor) {
  const Program program;
  program.Build();
  Arguments arguments = {"export", "g.zhitu"};
  arguments.insert(arguments.end(), GetParam().arguments.begin(), GetParam().arguments.end());
  const ProcessResult result = program.Run(arguments);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, GetParam().err);
  Arguments files = program.folder().Names();
  std::erase_if(files, [](const std::string& name) {
    return name == "corpus" || name == "g.zhitu" || name == "names.csv";
  });
  EXPECT_EQ(files, GetParam().files);
  if (GetParam().begin.empty()) return;  // a folder
  const std::string bytes = program.folder().Read(GetParam().files.front());
  EXPECT_EQ(bytes.substr(0, GetParam().begin.size()), GetParam().begin);
}

const ExportCase kExportCases[] = {
    {"Graphml", {"o.graphml"}, "zhitu: o.graphml: 6 nodes, 8 edges\n", {"o.graphml"}, "<?xml"},
    {"Gexf", {"o.gexf"}, "zhitu: o.gexf: 6 nodes, 8 edges\n", {"o.gexf"}, "<?xml"},
    {"Json", {"o.json"}, "zhitu: o.json: 6 nodes, 8 edges\n", {"o.json"}, "{\"directed\":true"},
    {"Graphology",
     {"o.graphology.json"},
     "zhitu: o.graphology.json: 6 nodes, 8 edges\n",
     {"o.graphology.json"},
     "{\"attributes\""},
    {"Folder", {"o.neo4j", "-q"}, "", {"o.neo4j"}, ""},
    {"Report", {"o.md", "-q"}, "", {"o.md"}, "# "},
    {"Page", {"o.html"}, "zhitu: o.html: 6 nodes, 8 edges\n", {"o.html"}, "<!DOCTYPE html>"},
    {"PageWithFewQuotes",
     {"o.html", "--quotes", "1"},
     "zhitu: o.html: 6 nodes, 8 edges\n",
     {"o.html"},
     "<!DOCTYPE html>"},
    {"CsvPair",
     {"o-nodes.csv"},
     "zhitu: o-nodes.csv: 6 nodes, 8 edges\n",
     {"o-edges.csv", "o-nodes.csv"},
     "Source,"},
    {"FormatByName",
     {"o.txt", "--as", "gexf"},
     "zhitu: o.txt: 6 nodes, 8 edges\n",
     {"o.txt"},
     "<?xml"},
    {"CoOccurrenceAloneIsUndirected",
     {"o.json", "--predicate", "co_occurs"},
     "zhitu: o.json: 6 nodes, 6 edges\n",
     {"o.json"},
     "{\"directed\":false"},
    {"Types",
     {"o.json", "--type", "office,community"},
     "zhitu: o.json: 4 nodes, 3 edges\n",
     {"o.json"},
     "{\"directed\":true"},
    {"MinWeightLeavesNothing",
     {"o.json", "--min-weight", "2"},
     "zhitu: o.json: 0 nodes, 0 edges\n",
     {"o.json"},
     "{\"directed\":"},
    {"BackboneAtTheUsualLevel",
     {"--backbone", "o.json"},
     "zhitu: o.json: 3 nodes, 2 edges\n",
     {"o.json"},
     "{"},
    {"BackboneAtALevel",
     {"o.json", "--backbone", "1"},
     "zhitu: o.json: 3 nodes, 2 edges\n",
     {"o.json"},
     "{"},
    {"Top", {"o.json", "--top", "2"}, "zhitu: o.json: 2 nodes, 2 edges\n", {"o.json"}, "{"},
    {"QuietReplacesAFile", {"o.json", "-q"}, "", {"o.json"}, "{"},
};
INSTANTIATE_TEST_SUITE_P(Formats, Export, testing::ValuesIn(kExportCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ExportForMaps, WritesWhatHasCoordinatesAndCountsTheRest) {
  const Program program;
  program.folder().Write("names.csv", "name,type,lon,lat\n甲,person,1,2\n乙,person,,\n");
  program.folder().Write("texts/a.txt", "甲和乙。\n");
  ASSERT_EQ(program.Run({"build", "texts", "-d", "names.csv", "-o", "m.zhitu", "-q"}).exit_code, 0);
  const ProcessResult result = program.Run({"export", "m.zhitu", "m.geojson", "--type", "person"});
  EXPECT_EQ(result.err,
            "zhitu: m.geojson: 2 nodes, 1 edge; the format has no place for 2 of them\n");
  EXPECT_EQ(result.exit_code, 0);
}

TEST(ExportForMaps, FindsNothingWithoutCoordinates) {
  const Program program;
  program.Build();
  const ProcessResult result = program.Run({"export", "g.zhitu", "m.geojson"});
  EXPECT_EQ(result.err,
            "zhitu: error: no entity has coordinates; expected attributes such as longitude and "
            "latitude in the dictionary\n");
  EXPECT_EQ(result.exit_code, 1);
}

TEST(ExportAsRdf, ComesBackAsADictionary) {
  const Program program;
  program.Build();
  for (const std::string ending : {"ttl", "jsonld"}) {
    program.Run({"export", "g.zhitu", "g." + ending, "-q"});
    const ProcessResult result =
        program.Run({"dict", "import", "--from", "skos", "g." + ending, "-o", ending + ".csv"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
  }
  EXPECT_EQ(program.folder().Read("ttl.csv"), program.folder().Read("jsonld.csv"));
  EXPECT_NE(program.folder().Read("ttl.csv").find(",office,"), std::string::npos);
}

TEST(ExportToAFolder, RefusesOneOfOtherFiles) {
  const Program program;
  program.Build();
  const ProcessResult result = program.Run({"export", "g.zhitu", "corpus", "--as", "neo4j"});
  EXPECT_TRUE(result.err.starts_with("zhitu: error: corpus: holds other files, such as "));
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_EQ(program.Run({"export", "g.zhitu", "g.zhitu", "--as", "neo4j"}).exit_code, 4);
}

TEST(ExportOfQuotes, AreAsManyAsWanted) {
  const Program program;
  program.Build();
  program.Run({"export", "g.zhitu", "few.html", "--quotes", "1"});
  EXPECT_NE(program.folder().Read("few.html").find("\"each\":1,"), std::string::npos);
  program.Run({"export", "g.zhitu", "all.html"});
  EXPECT_NE(program.folder().Read("all.html").find("\"each\":20,"), std::string::npos);
  EXPECT_EQ(program.Run({"export", "g.zhitu", "no.html", "--quotes", "0"}).exit_code, 2);
}

TEST(ExportByDate, KeepsWhatWasSeen) {
  const Program program;
  program.folder().Write("meta.csv", "document,date\na.txt,2018-05-17\nb.txt,2019-01-02\n");
  program.Build({"--meta", "meta.csv"});
  EXPECT_EQ(program.Run({"export", "g.zhitu", "o.json", "--since", "2019"}).err,
            "zhitu: o.json: 4 nodes, 2 edges\n");
  EXPECT_EQ(program.Run({"export", "g.zhitu", "o.json", "--until", "2018-05"}).err,
            "zhitu: o.json: 4 nodes, 4 edges\n");
}

struct KeptCase {
  const char* name;
  Arguments arguments;
  std::string file;  // that stands there
  std::string bytes;
  int exit_code;  // 0: it is replaced
  std::string err;
};
void PrintTo(const KeptCase& c, std::ostream* out) { *out << c.name; }
class ExportOver : public testing::TestWithParam<KeptCase> {};

TEST_P(ExportOver, ReplacesOnlyWhatIsNamedByItsEnding) {
  const Program program;
  program.Build();
  program.folder().Write(GetParam().file, GetParam().bytes);
  Arguments arguments = {"export", "g.zhitu"};
  arguments.insert(arguments.end(), GetParam().arguments.begin(), GetParam().arguments.end());
  const ProcessResult result = program.Run(arguments);
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
  EXPECT_EQ(result.err, GetParam().err);
  const bool kept = program.folder().Read(GetParam().file) == GetParam().bytes;
  EXPECT_EQ(kept, GetParam().exit_code != 0);
}

const KeptCase kKept[] = {
    {"ByItsEnding", {"o.gexf", "-q"}, "o.gexf", "old", 0, ""},
    {"OtherEnding",
     {"a.txt", "--as", "gexf"},
     "a.txt",
     "an article",
     2,
     "zhitu: error: a.txt: exists and is no gexf file by its name; --force replaces it, or choose "
     "another name\n"},
    {"OtherEndingEmpty", {"a.txt", "--as", "gexf", "-q"}, "a.txt", "", 0, ""},
    {"OtherEndingForced", {"a.txt", "--as", "gexf", "-q", "--force"}, "a.txt", "old", 0, ""},
    {"ItsEndingNamed", {"a.gexf", "--as", "gexf", "-q"}, "a.gexf", "old", 0, ""},
    {"TableBesideIt",
     {"o.nodes.csv"},
     "o.edges.csv",
     "mine",
     2,
     "zhitu: error: o.edges.csv: exists and is no table of edges; --force replaces it, or choose "
     "another name\n"},
    {"TableOfEdgesBesideIt", {"o.nodes.csv", "-q"}, "o.edges.csv", "Source,Target\n1,2\n", 0, ""},
    {"TableBesideItForced", {"o.nodes.csv", "-q", "--force"}, "o.edges.csv", "mine", 0, ""},
};
INSTANTIATE_TEST_SUITE_P(Files, ExportOver, testing::ValuesIn(kKept),
                         [](const auto& c) { return std::string(c.param.name); });

struct SlipCase {
  const char* name;
  Arguments arguments;
  int exit_code;
  std::string err;
};
void PrintTo(const SlipCase& c, std::ostream* out) { *out << c.name; }
class ExportSlip : public testing::TestWithParam<SlipCase> {};

TEST_P(ExportSlip, IsTold) {
  const Program program;
  program.Build();
  Arguments arguments = {"export", "g.zhitu"};
  arguments.insert(arguments.end(), GetParam().arguments.begin(), GetParam().arguments.end());
  const ProcessResult result = program.Run(arguments);
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
  EXPECT_EQ(result.err, GetParam().err);
}

const SlipCase kSlips[] = {
    {"Type",
     {"o.json", "--type", "office,offic"},
     0,
     "zhitu: warning: no entity has the type 'offic' (did you mean 'office'?); there are: "
     "community, document, office, place, road\n"
     "zhitu: o.json: 2 nodes, 0 edges\n"},
    {"Predicate",
     {"o.json", "--predicate", "leads"},
     0,
     "zhitu: warning: no relation has the predicate 'leads'; there are: co_occurs, part_of\n"
     "zhitu: o.json: 0 nodes, 0 edges\n"},
    {"NoSuchDay",
     {"o.json", "--since", "2024-02-30"},
     2,
     "zhitu: error: --since: expected a date such as 2024, 2024-05 or 2024-05-17, not "
     "'2024-02-30'\n"},
    {"EndBeforeBegin",
     {"o.json", "--since", "2024", "--until", "2023-12-31"},
     2,
     "zhitu: error: --since 2024 is later than --until 2023-12-31; expected an earlier one\n"},
    {"StandardOutput",
     {"-", "--as", "net"},
     2,
     "zhitu: error: -: is no file; expected the name of the file to write\n"},
    {"FolderAsShellsCompleteIt", {"o.neo4j/"}, 0, "zhitu: o.neo4j: 6 nodes, 8 edges\n"},
};
INSTANTIATE_TEST_SUITE_P(Slips, ExportSlip, testing::ValuesIn(kSlips),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu
