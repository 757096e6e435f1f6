#include "export/gephi_csv_reader.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "export/gephi_csv.h"
#include "tests/support/sample_graph.h"
#include "tests/support/shown_import.h"
#include "tests/support/temp_folder.h"

namespace zhitu::xport {
namespace {

using Files = ImportFiles;

std::string Read(const Files& files) { return ShownImport(ReadGephiCsv, files); }

struct ReadCase {
  const char* name;
  Files files;
  std::string shown;
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
class GephiCsvReader : public testing::TestWithParam<ReadCase> {};

TEST_P(GephiCsvReader, GivesNodesAndEdges) { EXPECT_EQ(Read(GetParam().files), GetParam().shown); }

const std::string kNodes = "Id,Label,type\na,甲,person\nb,乙,office\n";
const std::string kPair = "a =甲 :person 0/0 @2\nb =乙 :office 0/0 @3\n";

const ReadCase kForms[] = {
    {"PairInAnyOrder",
     {{"e.csv", "Source,Target\na,b\n"}, {"n.csv", kNodes}},
     kPair + "a -related_to-> b *1/0 @2\n"},
    {"NodesOnly", {{"n.csv", kNodes}}, kPair},
    {"EdgesOnly",
     {{"e.csv", "target,SOURCE,type\nb,a,undirected\n"}},
     "a =a :node 0/0 @2\nb =b :node 0/0 @2\na -co_occurs- b *1/0 @2\n"},
    {"HeaderOnly", {{"n.csv", "Id"}}, ""},
    {"Semicolons", {{"n.csv", "Id;Label;\"type\"\na;\"甲\";person\nb;乙;office\n"}}, kPair},
    {"Tabs", {{"n.tsv", "Id\tLabel\ttype\na\t甲\tperson\nb\t乙\toffice\n"}}, kPair},
    {"ByteOrderMarkAndCrLf",
     {{"n.csv", "\xEF\xBB\xBFId,Label,type\r\na,甲,person\r\nb,乙,office"}},
     kPair},
    {"LinesOfQuotedCellsCount",
     {{"n.csv", "\n\nid,label,note\na,\"x\ny\",\"1\n2\"\nb,,\"say \"\"hi\"\"\"\n"}},
     "a =x\ny :node 0/0 @4 [note=1\n2]\nb =b :node 0/0 @7 [note=say \"hi\"]\n"},
    {"SeveralTables",
     {{"n.csv", "Id\na\n"}, {"e.csv", "Source,Target\na,b\n"}, {"m.csv", "Id\nb\n"}},
     "a =a :node 0/0 @2\nb =b :node 0/0 @2\na -related_to-> b *1/0 @2\n"},
    {"BackslashesThatWereDoubled",
     {{"n.csv", "Id,Label\na,x\\\\\nb,\"\\\\\"\"\\a\\\"\n"}},
     "a =x\\ :node 0/0 @2\nb =\\\"\\a\\ :node 0/0 @3\n"},
};
INSTANTIATE_TEST_SUITE_P(Forms, GephiCsvReader, testing::ValuesIn(kForms),
                         [](const auto& c) { return std::string(c.param.name); });

const ReadCase kColumns[] = {
    {"AllOfNodes",
     {{"n.csv",
       "Id,Label,type,aliases,mentions,documents,first_seen,last_seen,x,y,size,r,g,b,score,kind\n"
       "a,甲,person,x|y\\|z,3,2,2024-05,2024-06-01,1,2,3,4,5,6,0.5,k\n"}},
     "a =甲 :person 3/2 @2 2024-05..2024-06-01 |x |y|z [score=0.5] [kind=k]\n"
     "left out b 1\nleft out g 1\nleft out r 1\nleft out size 1\nleft out x 1\nleft out y 1\n"},
    {"KindIsATypeWhereThereIsNoOther", {{"n.csv", "Id,Kind\na,office\n"}}, "a =a :office 0/0 @2\n"},
    {"AllOfEdges",
     {{"n.csv", "Id\na\nb\n"},
      {"e.csv",
       "Source,Target,Type,Id,Label,Weight,Kind,predicate,count,documents,npmi,llr,confidence,"
       "first_seen,last_seen,symmetric,evidence\n"
       "a,b,Directed,7,p,2.4,p,p,2,1,,,0.95,2024,2025,false,q\n"
       "a,b,Directed,8,co_occurs,3,co_occurs,co_occurs,3,1,0.5,1.5,1,,,true,\n"}},
     "a =a :node 0/0 @2\nb =b :node 0/0 @3\n"
     "a -p-> b *2.4/1 ?950 @2 2024..2025 [evidence=q]\n"
     "a -co_occurs- b *3/1 @3\n"
     "left out Id 2\nleft out llr 1\nleft out npmi 1\n"},
    {"PredicateBeforeKindBeforeLabel",
     {{"e.csv",
       "Source,Target,Label,Kind,predicate\n"
       "a,b,l,k,p\na,b,l,k,\na,b,l,,\na,b,,,\na,b,k,k,\n"}},
     "a =a :node 0/0 @2\nb =b :node 0/0 @2\n"
     "a -p-> b *1/0 @2 [Kind=k] [Label=l]\na -k-> b *1/0 @3 [Label=l]\na -l-> b *1/0 @4\n"
     "a -related_to-> b *1/0 @5\na -k-> b *1/0 @6\n"},
    {"CountStandsForTheWeight",
     {{"e.csv", "Source,Target,Weight,count\na,b,,5\na,b,0.2,1\na,b,2,9\na,b,2.0,2\n"}},
     "a =a :node 0/0 @2\nb =b :node 0/0 @2\n"
     "a -related_to-> b *5/0 @2\na -related_to-> b *0.2/0 @3\n"
     "a -related_to-> b *2/0 @4 [count=9]\na -related_to-> b *2/0 @5\n"},
};
INSTANTIATE_TEST_SUITE_P(Columns, GephiCsvReader, testing::ValuesIn(kColumns),
                         [](const auto& c) { return std::string(c.param.name); });

const ReadCase kFaults[] = {
    {"Empty",
     {{"n.csv", "\n"}},
     "n.csv:1:1: file is empty; expected a header with Id, or Source and Target\n"},
    {"NeitherKind",
     {{"n.csv", "\nname,type\na,office\n"}},
     "n.csv:2:1: neither nodes nor edges; expected a header with Id (nodes), or Source and Target "
     "(edges)\n"},
    {"NoTarget",
     {{"e.csv", "Source,Weight\na,1\n"}},
     "e.csv:1:1: column 'Target' is missing; expected a header with Id (nodes), or Source and "
     "Target (edges)\n"},
    {"ColumnTwice",
     {{"n.csv", "Id,note,ID,note\n"}},
     "n.csv:1:9: column 'ID' stands twice; expected each name once\n"
     "n.csv:1:12: column 'note' stands twice; expected each name once\n"},
    {"ColumnWithoutName",
     {{"n.csv", "Id, ,b\n"}},
     "n.csv:1:4: column without a name; expected a name in every cell of the header\n"},
    {"RowsOfOtherLength",
     {{"n.csv", "Id,Label\na\nb,c,d\ne,f\n"}},
     "n.csv:2:1: row has 1 cell; expected 2 as in the header\n"
     "n.csv:3:1: row has 3 cells; expected 2 as in the header\n"},
    {"UnclosedQuote",
     {{"n.csv", "Id,Label\n甲,\"b\n"}},
     "n.csv:2:3: quote is never closed; expected a closing \"\n"},
    {"NotUtf8",
     {{"n.csv", "Id\n\xff\n"}},
     "n.csv:2:1: byte 0xFF is not UTF-8; expected valid UTF-8\n"},
    {"Direction",
     {{"e.csv", "Source,Target,Type\na,b,friend\n"}},
     "e.csv:2:5: type is 'friend'; expected Directed or Undirected (what an edge says belongs into "
     "a column 'predicate')\n"},
    {"PlacesInARow",
     {{"e.csv", "Weight,Target,count,Source\n,,0,a\n-1,b,,\n"}},
     "e.csv:2:2: target is empty; expected the id of a node\n"
     "e.csv:2:3: weight is '0'; expected a number above 0, at most 1e12\n"
     "e.csv:3:1: weight is '-1'; expected a number above 0, at most 1e12\n"
     "e.csv:3:7: source is empty; expected the id of a node\n"},
    {"UnknownNode",
     {{"n.csv", "Id\na\n"}, {"e.csv", "Source,Target\na,b\n"}},
     "e.csv:2:3: target 'b' is no node; expected the id of one\n"},
    {"FaultyNodesMakeNoFaultyEdges",
     {{"e.csv", "Source,Target\na,b\n"}, {"n.csv", "Id,Label\na,\nb\n"}},
     "n.csv:3:1: row has 1 cell; expected 2 as in the header\n"},
    {"IdInTwoFiles",
     {{"n.csv", "Id\na\n"}, {"m.csv", "Id\nb\na\n"}},
     "m.csv:3:1: id 'a' is already that of n.csv:2; expected each id once\n"},
    {"Attribute",
     {{"n.csv", "Id,x1,x2\na,ok,\x02\n"}},
     "n.csv:2:6: 'x2' holds a control character; expected plain text\n"},
};
INSTANTIATE_TEST_SUITE_P(Faults, GephiCsvReader, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

std::pair<std::string, std::string> Written(const SampleGraph& graph) {
  StringSink nodes;
  StringSink edges;
  GephiCsvWriter writer(nodes, edges);
  WriteGraph(graph, writer);
  return {nodes.text(), edges.text()};
}

TEST(GephiCsvRoundTrip, KeepsWhatTheWriterWrote) {
  const auto [nodes, edges] = Written(PlainGraph());
  EXPECT_EQ(Read({{"n.csv", nodes}, {"e.csv", edges}}),
            "office:沟赵办事处 =沟赵办事处 :office 12/2 @2 2023-01-05..2024-02 |沟赵 |沟赵|办 "
            "[pagerank=0.125] [community=1] [district=高新区]\n"
            "person:黄蓉蓉 =黄蓉蓉 :person 3/2 @3 2023-01-05..2023-01-05 [pagerank=0.5] "
            "[community=0]\n"
            "place:郑州高新区 =郑州高新区 :place 3/2 @4 [note=a=b, \"c\"]\n"
            "office:沟赵办事处 -co_occurs- person:黄蓉蓉 *2.5/2 @2 2023-01-05..2024 "
            "[evidence=a.txt:3:7 “沟赵办事处黄蓉蓉”] [count=4]\n"
            "office:沟赵办事处 -part_of-> place:郑州高新区 *7/1 @3 [count=1]\n"
            "person:黄蓉蓉 -leads-> office:沟赵办事处 *1/1 ?900 @4\n"
            "left out Id 3\nleft out b 3\nleft out g 3\nleft out llr 1\nleft out npmi 1\n"
            "left out r 3\nleft out size 3\nleft out x 3\nleft out y 3\n");
}

}  // namespace
}  // namespace zhitu::xport
