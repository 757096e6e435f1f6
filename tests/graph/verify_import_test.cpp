#include "graph/verify_import.h"

#include <gtest/gtest.h>

#include <ostream>

#include "graph/write_imported.h"
#include "tests/support/import_files.h"
#include "tests/support/temp_folder.h"

namespace zhitu::graph {
namespace {

struct VerifyImportCase {
  const char* name;
  std::vector<PlainEdge> now;  // the file's edges when it is read again
  std::string found;           // line, finding and what is found, one a line
};
void PrintTo(const VerifyImportCase& c, std::ostream* out) { *out << c.name; }
class VerifyImportTest : public testing::TestWithParam<VerifyImportCase> {};

const char* NameOf(Finding finding) {
  if (finding == Finding::kMoved) return " moved ";
  return finding == Finding::kChanged ? " changed " : " missing ";
}

TEST_P(VerifyImportTest, TellsLinesThatSayOtherThings) {
  const TempFolder folder;
  folder.Write("e.csv", "another hash");
  ImportedGraph graph;
  Importer importer(graph, false);
  AddEdges({{"b", "", "a", "", true}, {"a", "knows", "b"}}, importer);
  WriteImported(graph, folder / "g.zhitu", {{"import", "csv"}, {"dictionary.1.path", "e.csv"}});
  const Store store = Store::Open(folder / "g.zhitu");
  const Verification result =
      Verify(store, folder / "g.zhitu", "",
             [](const auto&, Importer& again) { AddEdges(GetParam().now, again); });
  EXPECT_EQ(result.checked, 2);
  std::string found;
  for (const Discrepancy& discrepancy : result.discrepancies) {
    found += discrepancy.evidence.file + ":" + std::to_string(discrepancy.evidence.line) +
             NameOf(discrepancy.finding) + discrepancy.found + '\n';
  }
  EXPECT_EQ(found, GetParam().found);
}

const VerifyImportCase kVerifyImportCases[] = {
    {"Same", {{"a", "co_occurs", "b"}, {"a", "knows", "b", "7"}}, ""},
    {"Changed", {{"b", "", "a", "", true}, {"b", "knows", "a"}}, "e.csv:3 changed b -knows-> a\n"},
    {"Moved",
     {{"x", "", "y"}, {"a", "", "b", "", true}, {"a", "knows", "b"}},
     "e.csv:2 moved 3:1\ne.csv:3 moved 4:1\n"},
    {"Missing", {{"b", "", "a", "", true}}, "e.csv:3 missing \n"},
    {"Fault",
     {{"b", "", "a", "x"}},
     "e.csv:2 changed weight is 'x'; expected a number above 0, at most 1e12\n"},
};
INSTANTIATE_TEST_SUITE_P(Files, VerifyImportTest, testing::ValuesIn(kVerifyImportCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::graph
