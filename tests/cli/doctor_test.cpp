#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/program.h"

namespace zhitu {
namespace {

const std::string kBegin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml>\n<graph ";
const std::string kSound =
    kBegin + "edgedefault=\"directed\">\n<node id=\"a\"/>\n</graph></graphml>\n";
const std::string kBroken = kBegin +
                            "edgedefault=\"directed\">\n<node id=\"a\"/>\n<edge source=\"a\" "
                            "target=\"b\"/>\n</graph></graphml>\n";
const std::string kFinding =
    "an edge leads to 'b', which is no node; Gephi and NetworkX invent the node, igraph and D3 "
    "stop; add the node";

TEST(Doctor, FindsNothing) {
  const Program program;
  program.folder().Write("g.graphml", kSound);
  const ProcessResult result = program.Run({"doctor", "g.graphml"});
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "zhitu: nothing found\n");
  EXPECT_EQ(result.exit_code, 0);
}

TEST(Doctor, PrintsFindings) {
  const Program program;
  program.folder().Write("g.graphml", kBroken);
  const ProcessResult result = program.Run({"doctor", "g.graphml"});
  EXPECT_EQ(result.out, "g.graphml:5:1: end-missing: " + kFinding + "\n");
  EXPECT_EQ(result.err, "zhitu: found\n  end-missing: 1\n");
  EXPECT_EQ(result.exit_code, 1);
}

TEST(Doctor, PrintsOtherForms) {
  const Program program;
  program.folder().Write("g.graphml", kBroken);
  const auto print = [&](const char* format) {
    return program.Run({"doctor", "g.graphml", "-q", "--format", format}).out;
  };
  const std::string object =
      R"({"file":"g.graphml","line":5,"column":1,"severity":"error","finding":"end-missing","message":")" +
      kFinding + "\"}";
  EXPECT_EQ(print("jsonl"), object + "\n");
  EXPECT_EQ(print("json"), "[" + object + "]\n");
  EXPECT_EQ(
      print("tsv"),
      "file\tline\tcolumn\tseverity\tfinding\tmessage\ng.graphml\t5\t1\terror\tend-missing\t" +
          kFinding + "\n");
}

TEST(Doctor, MendsACopy) {
  const Program program;
  program.folder().Write("g.graphml", kBroken);
  const ProcessResult result = program.Run({"doctor", "g.graphml", "--fix"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.err, "zhitu: found\n  end-missing: 1\nzhitu: mended: g.fixed.graphml\n");
  EXPECT_EQ(program.folder().Read("g.graphml"), kBroken);
  EXPECT_EQ(program.Run({"doctor", "g.fixed.graphml"}).exit_code, 0);
  EXPECT_EQ(program.Run({"doctor", "g.graphml", "--fix"}).err,
            "zhitu: error: g.fixed.graphml: exists; expected another name, or --force\n");
  EXPECT_EQ(program.Run({"doctor", "g.graphml", "--fix", "--force"}).exit_code, 1);
}

TEST(Doctor, MendsAPairOfTables) {
  const Program program;
  program.folder().Write("n.tsv", "Id\tLabel\na\t甲\n");
  program.folder().Write("e.csv", "Source,Target,Weight\na,a,0\n");
  EXPECT_EQ(program.Run({"doctor", "e.csv", "n.tsv", "--fix"}).err,
            "zhitu: found\n  self-loop: 1\n  weight-zero: 1\nzhitu: mended: e.fixed.csv\n"
            "zhitu: mended: n.fixed.tsv\n");
  EXPECT_EQ(program.folder().Read("n.fixed.tsv"), "Id\tLabel\na\t甲\n");
  EXPECT_EQ(program.folder().Read("e.fixed.csv"),
            "Source,Target,Type,Id,Kind,Weight,Weight_as_given\na,a,Directed,,,0.000001,0\n");
}

TEST(Doctor, CopiesWhatIsSound) {
  const Program program;
  program.folder().Write("g.graphml", kSound);
  const ProcessResult result = program.Run({"doctor", "g.graphml", "--fix"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err,
            "zhitu: nothing found\nzhitu: nothing to mend, written anew: g.fixed.graphml\n");
  EXPECT_EQ(program.Run({"doctor", "g.fixed.graphml"}).exit_code, 0);
}

// Severities stand below each other.
TEST(Doctor, HelpsInColumns) {
  const std::string help = Program().Run({"doctor", "--help"}).out;
  const auto column = [&](const std::string& name, const std::string& severity) {
    const std::size_t line = help.find("\n  " + name + ' ');
    return help.find(severity, line) - line;
  };
  EXPECT_EQ(column("encoding", "error"), column("time-representation", "error"));
  EXPECT_EQ(column("encoding", "error"), column("parallel-directions", "warning"));
}

TEST(Doctor, SaysWhatIsMissing) {
  const Program program;
  program.folder().Write("g.gexf",
                         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf version=\"1.3\"><graph "
                         "defaultedgetype=\"directed\"><nodes/></graph></gexf>");
  EXPECT_EQ(program.Run({"doctor", "g.gexf"}).out,
            "g.gexf:2:1: namespace-missing: the file does not say xmlns=\"http://gexf.net/1.3\"; "
            "NetworkX stops; say the namespace of the format\n");
  program.folder().Write("n.csv", "Id,x\na\nb,\"y\n");
  EXPECT_EQ(program.Run({"doctor", "n.csv"}).out,
            "n.csv:2:1: row-ragged: a row has 1 cell, the header 2; Gephi drops the row or moves "
            "its cells; give each row all cells\n"
            "n.csv:3:3: quote: a quote opens a cell and is not closed; tables break at another "
            "place than was meant; put the cell into quotes and write \"\" for a quote in it\n");
}

// The same note whatever the format.
TEST(Doctor, TakesOurBlankNamesInEveryFormat) {
  const Program program;
  program.folder().Write("g.json", R"({"nodes":[{"id":"a","label":" "},{"id":"b","label":"甲"}],
"links":[{"source":"a","target":"b"}]})");
  EXPECT_EQ(program.Run({"import", "g.json", "-o", "g.zhitu", "-q"}).exit_code, 0);
  for (const std::string name : {"o.graphml", "o.gexf", "o.json"}) {
    EXPECT_EQ(program.Run({"export", "g.zhitu", name, "-q"}).exit_code, 0);
    const ProcessResult result = program.Run({"doctor", name});
    EXPECT_EQ(result.err, "zhitu: found\n  label-empty: 1\n") << name;
    EXPECT_EQ(result.exit_code, 0) << name;
  }
}

TEST(Doctor, RefusesWrongUse) {
  const Program program;
  program.folder().Write("g.graphml", kBroken);
  const std::vector<std::string> before = program.folder().Names();
  const std::vector<std::vector<std::string>> wrong = {
      {"doctor", "g.txt"},
      {"doctor", "g.graphml", "-o", "h.graphml"},
      {"doctor", "g.graphml", "--fix", "-o", "g.graphml", "--force"},
      {"doctor", "g.graphml", "--fix", "-o", "h.txt"}};
  for (const std::vector<std::string>& arguments : wrong) {
    EXPECT_EQ(program.Run(arguments).exit_code, 2) << arguments.back();
  }
  EXPECT_EQ(program.folder().Names(), before);
  EXPECT_EQ(program.Run({"doctor", "none.graphml"}).exit_code, 4);
  program.folder().Write("h.graphml", "no graph");
  EXPECT_EQ(program.Run({"doctor", "h.graphml", "--fix"}).exit_code, 3);
}

}  // namespace
}  // namespace zhitu
