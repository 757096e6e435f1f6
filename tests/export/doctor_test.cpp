#include "export/doctor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "extract/error.h"

namespace zhitu::xport {
namespace {

const std::string kFolder = std::string(ZHITU_TEST_DATA) + "/broken_graphs/";

std::string BytesOf(const std::string& name) {
  std::ifstream in(kFolder + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The rows of a table without its header, by their first cell.
std::map<std::string, std::vector<std::string>> Rows(const std::string& name) {
  std::map<std::string, std::vector<std::string>> rows;
  std::istringstream in(BytesOf(name));
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    rows[line.substr(0, tab)].push_back(line.substr(tab + 1));
  }
  return rows;
}

// The files of a graph: the edges of `x.nodes.csv` are `x.edges.csv`.
std::vector<DoctorFile> FilesOf(const std::string& name) {
  std::vector<DoctorFile> files = {{name, BytesOf(name)}};
  const std::size_t nodes = name.find(".nodes.");
  if (nodes == std::string::npos) return files;
  const std::string edges = name.substr(0, nodes) + ".edges." + name.substr(nodes + 7);
  files.push_back({edges, BytesOf(edges)});
  return files;
}

std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    const std::string name = entry.path().filename().string();
    if (name == "findings.tsv" || name == "counts.tsv" || name.find(".edges.") != std::string::npos)
      continue;
    names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> Shown(const DoctorFindings& findings) {
  std::vector<std::string> shown;
  for (const DoctorFinding& finding : findings.List()) {
    const extract::SourcePosition& where = finding.problem.where;
    std::ostringstream line;
    line << where.line << '\t' << where.column << '\t' << finding.kind->name;
    shown.push_back(line.str());
  }
  return shown;
}

class BrokenGraph : public testing::TestWithParam<std::string> {};

TEST_P(BrokenGraph, IsFoundBroken) {
  const std::map<std::string, std::vector<std::string>> expected = Rows("findings.tsv");
  DoctorFindings findings;
  ExamineGraph(FilesOf(GetParam()), findings);
  const auto rows = expected.find(GetParam());
  EXPECT_EQ(Shown(findings), rows == expected.end() ? std::vector<std::string>{} : rows->second);
}

TEST_P(BrokenGraph, HasNoFindingsOnceMended) {
  std::vector<DoctorFile> files = FilesOf(GetParam());
  DoctorFindings findings;
  const std::vector<std::string> mended = ExamineGraph(files, findings);
  ASSERT_EQ(mended.size(), files.size());
  for (std::size_t i = 0; i < files.size(); ++i) files[i].bytes = mended[i];
  DoctorFindings again;
  const std::vector<std::string> mended_again = ExamineGraph(files, again);
  for (const DoctorFinding& finding : again.List()) {
    EXPECT_EQ(finding.kind->severity, FindingSeverity::kNote)
        << finding.kind->name << ": " << extract::Describe(finding.problem);
  }
  EXPECT_EQ(mended_again, mended);
}

INSTANTIATE_TEST_SUITE_P(Files, BrokenGraph, testing::ValuesIn(Names()), [](const auto& c) {
  std::string name = c.param;
  std::ranges::replace_if(name, [](unsigned char byte) { return std::isalnum(byte) == 0; }, '_');
  return name;
});

// A finding that no broken graph shows is one that nobody has seen.
TEST(BrokenGraphs, ShowEachFinding) {
  std::set<std::string_view> shown;
  for (const std::string& name : Names()) {
    DoctorFindings findings;
    ExamineGraph(FilesOf(name), findings);
    for (const auto& [kind, count] : findings.counts()) shown.insert(kind);
  }
  for (const FindingKind& kind : FindingKinds())
    EXPECT_TRUE(shown.contains(kind.name)) << kind.name;
}

// Conformance tests let other programs read all of them.
TEST(BrokenGraphs, AreAllCounted) {
  const std::map<std::string, std::vector<std::string>> counts = Rows("counts.tsv");
  for (const std::string& name : Names()) EXPECT_TRUE(counts.contains(name)) << name;
}

struct RefusedCase {
  const char* name;
  const char* path;
  std::string bytes;
  std::string what;
};
void PrintTo(const RefusedCase& c, std::ostream* out) { *out << c.name; }
class Refused : public testing::TestWithParam<RefusedCase> {};

TEST_P(Refused, CannotBeUnderstood) {
  DoctorFindings findings;
  try {
    ExamineGraph({{GetParam().path, GetParam().bytes}}, findings);
    FAIL() << "nothing was thrown";
  } catch (const extract::InputError& error) {
    EXPECT_EQ(error.what(), GetParam().what);
  }
}

std::string Deep() {
  std::string text = "<graphml>";
  for (int i = 0; i < 200000; ++i) text += "<a>";
  return text;
}

const RefusedCase kRefused[] = {
    {"Empty", "g.graphml", "", "g.graphml:1:1: no element graphml; expected GraphML"},
    {"OtherText", "g.graphml", "{}", "g.graphml:1:1: no element graphml; expected GraphML"},
    {"NoGraph", "g.graphml", "<graphml/>",
     "g.graphml:1:1: no element graph; expected GraphML with a graph"},
    {"NoGexf", "g.gexf", "<a/>", "g.gexf:1:1: no element gexf; expected GEXF"},
    {"GexfWithoutGraph", "g.gexf", "<gexf/>",
     "g.gexf:1:1: no element graph; expected GEXF with a graph"},
    {"EmptyTable", "g.csv", "\n",
     "g.csv:1:1: the table is empty; expected a header with Id, or Source and Target"},
    {"SourceWithoutTarget", "g.csv", "Source,x\na,b\n",
     "g.csv:1:1: the header has one of Source and Target; expected both"},
    {"DeepValue", "g.json", R"({"nodes":[],"x":)" + std::string(200000, '['),
     "g.json:1:117: lists and objects are nested deeper than 100 levels; expected a graph file"},
    {"Deep", "g.graphml", Deep(),
     "g.graphml:1:307: elements are nested deeper than 100 levels; expected a graph file"},
};
INSTANTIATE_TEST_SUITE_P(Files, Refused, testing::ValuesIn(kRefused),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Doctor, KnowsTheEndings) {
  EXPECT_EQ(DoctorFormatOf({"a.GraphML"}).name, "GraphML");
  EXPECT_EQ(DoctorFormatOf({"a.gexf"}).name, "GEXF");
  EXPECT_EQ(DoctorFormatOf({"a.csv", "b.csv"}).name, "tables");
  EXPECT_EQ(DoctorFormatOf({"a.csv", "b.TSV"}).name, "tables");
  EXPECT_THROW(DoctorFormatOf({"a.csv", "b.gexf"}), extract::UsageError);
  EXPECT_THROW(DoctorFormatOf({"a.txt"}), extract::UsageError);
  EXPECT_THROW(DoctorFormatOf({"a.graphml", "b.graphml"}), extract::UsageError);
}

TEST(Doctor, LimitsColumns) {
  std::string header = "Id";
  for (int i = 0; i < 5000; ++i) header += ",c" + std::to_string(i);
  DoctorFindings findings;
  EXPECT_THROW(ExamineGraph({{"a.csv", header + "\na\n"}}, findings), extract::LimitError);
}

TEST(Doctor, RefusesTwoTablesOfEdges) {
  DoctorFindings findings;
  EXPECT_THROW(ExamineGraph({{"a.csv", "Source,Target\n"}, {"b.csv", "Source,Target\n"}}, findings),
               extract::UsageError);
}

}  // namespace
}  // namespace zhitu::xport
