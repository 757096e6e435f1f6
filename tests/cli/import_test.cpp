#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

const std::string kNodes = "Id,Label,type,score\na,甲,person,0.5\nb,乙,office,\nc,丙,road,1\n";
const std::string kEdges =
    "Source,Target,Type,Weight,documents,predicate\n"
    "a,b,Undirected,3,2,co_occurs\n"
    "b,c,Directed,1.5,1,located_in\n";

struct ImportCase {
  const char* name;
  std::vector<CaseFile> files;
  Arguments arguments;
  int exit_code;
  std::string err;
};
void PrintTo(const ImportCase& c, std::ostream* out) { *out << c.name; }
class Import : public testing::TestWithParam<ImportCase> {};

TEST_P(Import, TellsWhatItDid) {
  const Program program;
  for (const auto& [name, bytes] : GetParam().files) program.folder().Write(name, bytes);
  Arguments before = program.folder().Names();
  Arguments arguments = {"import"};
  arguments.insert(arguments.end(), GetParam().arguments.begin(), GetParam().arguments.end());
  const ProcessResult result = program.Run(arguments);
  EXPECT_EQ(result.err, GetParam().err);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
  Arguments after = program.folder().Names();
  if (result.exit_code == 0) std::erase(after, "g.zhitu");
  EXPECT_EQ(after, before);
}

const ImportCase kImportCases[] = {
    {"Pair",
     {{"n.csv", kNodes}, {"e.csv", kEdges}},
     {"e.csv", "n.csv", "-o", "g.zhitu"},
     0,
     "zhitu: warning: weights that are no whole numbers, counted rounded and at least 1 but "
     "exported as given: 1 (the first: e.csv:3)\n"
     "zhitu: 3 entities, 2 relations\n"},
    {"EdgesAlone",
     {{"e.csv", "source,target,type,note,id\na,b,,n,1\nb,a,Undirected,,2\na,a,,,3\na,b,,,4\n"}},
     {"e.csv", "-o", "g.zhitu"},
     0,
     "zhitu: warning: edges from a node to itself left out: 1 (the first: e.csv:4)\n"
     "zhitu: warning: edges with values that are kept in table evidence_attribute but not "
     "exported: 1 (the first: e.csv:2)\n"
     "zhitu: 2 entities, 2 relations\n"
     "zhitu: edges merged into another of the same relation: 1\n"
     "zhitu: no table of nodes; made of the ends of edges: 2 nodes\n"
     "zhitu: columns left out, because export computes them: id\n"},
    {"UndirectedPredicate",
     {{"e.csv", "source,target,type,predicate\na,b,Undirected,married\n"}},
     {"e.csv", "-o", "g.zhitu"},
     0,
     "zhitu: warning: undirected edges that are not co_occurs kept as directed, rule "
     "import_undirected: 1 (the first: e.csv:2)\n"
     "zhitu: 2 entities, 1 relation\n"
     "zhitu: no table of nodes; made of the ends of edges: 2 nodes\n"},
    {"UnknownType",
     {{"n.csv", "Id,type\na,offices\nb,offices\n"}},
     {"n.csv", "-o", "g.zhitu"},
     0,
     "zhitu: warning: n.csv:2:3: type 'offices' is not one of the known types; did you mean "
     "'office'?\n"
     "zhitu: 2 entities, 0 relations\n"},
    {"UnknownTypeStrictly",
     {{"n.csv", "Id,type\na,offices\n"}},
     {"n.csv", "-o", "g.zhitu", "--strict"},
     3,
     "zhitu: error: n.csv:2:3: type 'offices' is not one of the known types; did you mean "
     "'office'?\n"
     "zhitu: zhitu doctor --fix n.csv mends what can be mended\n"},
    {"Quietly", {{"e.csv", kEdges}}, {"e.csv", "-o", "g.zhitu", "-q"}, 0, ""},
    {"AllFaults",
     {{"n.csv", "Id,Label\na,x,y\n,z\n"}, {"e.csv", "Source,Target,Weight\na,b,0\n"}},
     {"n.csv", "e.csv", "-o", "g.zhitu"},
     3,
     "zhitu: error: n.csv:2:1: row has 3 cells; expected 2 as in the header\n"
     "zhitu: error: n.csv:3:1: id is empty; expected the id of the node\n"
     "zhitu: error: e.csv:2:5: weight is '0'; expected a number above 0, at most 1e12\n"
     "zhitu: zhitu doctor --fix n.csv e.csv mends what can be mended\n"},
    {"FaultsQuietly",
     {{"e.csv", "Source,Target\na,\n"}},
     {"e.csv", "-o", "g.zhitu", "-q"},
     3,
     "zhitu: error: e.csv:2:3: target is empty; expected the id of a node\n"},
    {"FaultsOfTwoGraphs",
     {{"a.gexf", "<gexf><graph><nodes><node/></nodes></graph></gexf>"},
      {"b.gexf", "<gexf><graph/></gexf>"}},
     {"a.gexf", "b.gexf", "-o", "g.zhitu"},
     3,
     "zhitu: error: a.gexf:1:21: id is empty; expected the id of the node\n"},
    {"OtherJson",
     {{"g.json", R"({"elements":[]})"}},
     {"g.json", "-o", "g.zhitu"},
     3,
     "zhitu: error: g.json:1:1: this is Cytoscape JSON; expected node-link JSON, which "
     "networkx.node_link_data gives for networkx.cytoscape_graph, or GraphML, which Cytoscape "
     "writes\n"},
    {"LeftOut",
     {{"g.json", R"({"nodes":[{"id":"a","x":1,"meta":{"n":1}},{"id":"b"}],)"
                 R"("links":[{"source":"a","target":"b","key":0}]})"}},
     {"g.json", "-o", "g.zhitu"},
     0,
     "zhitu: 2 entities, 1 relation\n"
     "zhitu: columns left out, because export computes them: x\n"
     "zhitu: columns left out, because their values hold further values: meta\n"
     "zhitu: columns left out, because relations have ids of their own: key\n"},
    {"UnknownEnding",
     {},
     {"g.xlsx", "-o", "g.zhitu"},
     2,
     "zhitu: error: g.xlsx: unknown ending; expected one of: csv tsv graphml gexf json\n"},
    {"GivenTwice",
     {{"e.csv", kEdges}},
     {"e.csv", "./e.csv", "-o", "g.zhitu"},
     2,
     "zhitu: error: ./e.csv: is given twice; expected each file once\n"},
    {"MissingFile",
     {},
     {"e.csv", "-o", "g.zhitu"},
     4,
     "zhitu: error: e.csv: No such file or directory\n"},
    {"OverAnInput",
     {{"e.csv", kEdges}},
     {"e.csv", "-o", "e.csv"},
     2,
     "zhitu: error: e.csv: is one of the inputs; expected another file to write\n"},
};
INSTANTIATE_TEST_SUITE_P(Tables, Import, testing::ValuesIn(kImportCases),
                         [](const auto& c) { return std::string(c.param.name); });

// A program with g.zhitu, imported from the pair above.
class Imported : public testing::Test {
 protected:
  Imported() {
    program_.folder().Write("n.csv", kNodes);
    program_.folder().Write("e.csv", kEdges);
    EXPECT_EQ(program_.Run({"import", "n.csv", "e.csv", "-o", "g.zhitu", "-q"}).exit_code, 0);
  }
  const Program program_;
};

TEST_F(Imported, AnswersWithTheLinesOfTheFile) {
  EXPECT_EQ(program_.Run({"show", "g.zhitu", "乙", "--format", "table"}).out,
            "乙\n"
            "id          b\n"
            "type        office\n"
            "mentions    0\n"
            "documents   0\n"
            "\n"
            "predicate   direction  name  type    weight  documents  id\n"
            "located_in  out        丙    road         2          1  c\n"
            "    e.csv:3  “[乙]”  import\n"
            "co_occurs   both       甲    person       3          2  a\n"
            "    e.csv:2  “[甲]”  import\n");
  EXPECT_EQ(program_.Run({"related", "g.zhitu", "甲", "--hops", "2", "--format", "tsv"}).out,
            "id\tname\ttype\thops\tscore\tweight\tdocuments\tpredicates\tdocument\tline\tcolumn\t"
            "quote\trule\n"
            "b\t乙\toffice\t1\t1\t3\t2\tco_occurs\te.csv\t2\t1\t甲\timport\n"
            "c\t丙\troad\t2\t0.320901\t2\t1\tlocated_in\te.csv\t3\t1\t乙\timport\n");
}

TEST_F(Imported, HasNoMentionsToShow) {
  program_.folder().Write("m.csv", "Id,Label,mentions\na,甲,7\n");
  EXPECT_EQ(program_.Run({"import", "m.csv", "-o", "m.zhitu", "-q"}).exit_code, 0);
  const ProcessResult result = program_.Run({"show", "m.zhitu", "甲", "--mentions"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "zhitu: an imported graph has no mentions, only their number\n");
}

// The name stands in another column than Gephi's.
TEST(ImportedNames, AreShownForIds) {
  const Program program;
  program.folder().Write("g.json", R"({"nodes":[{"id":13,"name":"甲"},{"id":14,"name":"乙"}],
"links":[{"source":13,"target":14}]})");
  EXPECT_EQ(program.Run({"import", "g.json", "-o", "g.zhitu", "-q"}).exit_code, 0);
  EXPECT_EQ(program.Run({"path", "g.zhitu", "甲", "乙", "--format", "table"}).out,
            "甲 -co_occurs- 乙\n    g.json:2  “[甲]”  import\n");
}

TEST_F(Imported, IsExportedWithColumnsOfNumbers) {
  program_.folder().Write("t.csv",
                          "Id,score,year,code,mixed,one\na,0.3333333333333333,2020,007,1,5\n"
                          "b,2,1999,12,x,\n");
  EXPECT_EQ(program_.Run({"import", "t.csv", "-o", "t.zhitu", "-q"}).exit_code, 0);
  program_.Run({"export", "t.zhitu", "t.graphml"});
  const std::string xml = program_.folder().Read("t.graphml");
  for (const std::string column :
       {"\"code\" attr.type=\"string\"", "\"mixed\" attr.type=\"string\"",
        "\"one\" attr.type=\"long\"", "\"score\" attr.type=\"double\"",
        "\"year\" attr.type=\"long\""}) {
    EXPECT_NE(xml.find("attr.name=" + column), std::string::npos) << column;
  }
  program_.Run({"export", "t.zhitu", "t.json"});
  const std::string json = program_.folder().Read("t.json");
  EXPECT_NE(json.find(R"("code":"007","mixed":"1","one":5,"score":0.3333333333333333,"year":2020)"),
            std::string::npos);
  EXPECT_NE(json.find(R"("code":"12","mixed":"x","score":2,"year":1999)"), std::string::npos);
}

// Of texts in a dictionary nobody said that they are numbers.
TEST(ExportOfADictionary, KeepsTexts) {
  const Program program;
  program.folder().Write("d.csv", "name,type,code\n翰林社区,community,410100\n");
  program.folder().Write("a.txt", "翰林社区。");
  program.Run({"build", "a.txt", "-d", "d.csv", "-o", "d.zhitu"});
  program.Run({"export", "d.zhitu", "d.json"});
  EXPECT_NE(program.folder().Read("d.json").find(R"("code":"410100")"), std::string::npos);
}

TEST_F(Imported, IsVerifiedLineByLine) {
  EXPECT_EQ(program_.Run({"verify", "g.zhitu"}).err,
            "zhitu: 2 quotes of 0 documents checked, 0 differ\n");
  program_.folder().Write("e.csv",
                          "Source,Target,Type,predicate\nc,b,Undirected,\nb,c,,located_in\n");
  const ProcessResult result = program_.Run({"verify", "g.zhitu", "-q"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out, "e.csv:2: changed: “甲”, now “b -co_occurs-> c” (a -co_occurs-> b)\n");
}

TEST_F(Imported, IsExportedInEveryFormat) {
  for (const std::string name : {"o.graphml", "o.gexf", "o.json", "o.nodes.csv"}) {
    EXPECT_EQ(program_.Run({"export", "g.zhitu", name}).err,
              "zhitu: " + name + ": 3 nodes, 2 edges\n");
  }
  EXPECT_EQ(program_.folder().Read("o.edges.csv"),
            "Source,Target,Type,Id,Label,Weight,Kind,predicate,count,documents,npmi,llr,confidence,"
            "first_seen,last_seen,symmetric,evidence\r\n"
            "a,b,Directed,1f3cc32b9e443b96,co_occurs,3,co_occurs,co_occurs,3,2,,,1,,,true,e.csv:2 "
            "“甲”\r\n"
            "b,c,Directed,760a857ee191e68d,located_in,1.5,located_in,located_in,2,1,,,1,,,false,"
            "e.csv:3 “乙”\r\n");
}

// Every format that is read gives the same graph as the tables.
TEST(ImportOfAnExport, IsTheSameFromEveryFormat) {
  const Program program;
  program.folder().Write("meta.csv", "document,date\na.txt,2018-05-17\nb.txt,2019-01-02\n");
  program.Build({"--meta", "meta.csv"});
  program.Run({"export", "g.zhitu", "o.nodes.csv"});
  EXPECT_EQ(program.Run({"import", "o.nodes.csv", "o.edges.csv", "-o", "t.zhitu"}).exit_code, 0);
  program.Run({"export", "t.zhitu", "t.nodes.csv"});
  for (const std::string name : {"o.graphml", "o.gexf", "o.json"}) {
    program.Run({"export", "g.zhitu", name});
    EXPECT_EQ(program.Run({"import", name, "-o", "i.zhitu"}).exit_code, 0) << name;
    program.Run({"export", "i.zhitu", "i.nodes.csv"});
    EXPECT_EQ(program.folder().Read("i.nodes.csv"), program.folder().Read("t.nodes.csv")) << name;
    std::string edges = program.folder().Read("i.edges.csv");
    EXPECT_EQ(edges, program.folder().Read("t.edges.csv")) << name;
    EXPECT_EQ(program.Run({"verify", "i.zhitu", "-q"}).exit_code, 0) << name;
  }
}

// What was exported is imported, and exported again as the same bytes but for what comes from
// windows.
TEST(ImportOfAnExport, IsExportedAsTheSame) {
  const Program program;
  program.folder().Write("meta.csv", "document,date\na.txt,2018-05-17\nb.txt,2019-01-02\n");
  program.Build({"--meta", "meta.csv"});
  program.Run({"export", "g.zhitu", "o.nodes.csv"});
  EXPECT_EQ(program.Run({"import", "o.nodes.csv", "o.edges.csv", "-o", "i.zhitu"}).exit_code, 0);
  program.Run({"export", "i.zhitu", "p.nodes.csv"});
  EXPECT_EQ(program.folder().Read("p.nodes.csv"), program.folder().Read("o.nodes.csv"));
  EXPECT_EQ(program.Run({"import", "p.nodes.csv", "p.edges.csv", "-o", "j.zhitu"}).exit_code, 0);
  program.Run({"export", "j.zhitu", "q.nodes.csv"});
  EXPECT_EQ(program.folder().Read("q.edges.csv"), program.folder().Read("p.edges.csv"));
  EXPECT_NE(program.folder().Read("p.edges.csv").find("b.txt:1:1 “翰林社区在国槐街。”"),
            std::string::npos);
}

}  // namespace
}  // namespace zhitu
