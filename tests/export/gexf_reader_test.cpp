#include "export/gexf_reader.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/shown_import.h"

namespace zhitu::xport {
namespace {

struct GexfCase {
  const char* name;
  std::string text;
  std::string shown;
};
void PrintTo(const GexfCase& c, std::ostream* out) { *out << c.name; }
class GexfReader : public testing::TestWithParam<GexfCase> {};

TEST_P(GexfReader, GivesNodesAndEdges) {
  EXPECT_EQ(ShownImport(ReadGexf, {{"g.gexf", GetParam().text}}), GetParam().shown);
}

std::string File(const std::string& graph, const std::string& type = "directed") {
  return "<gexf version='1.3'>\n<graph defaultedgetype='" + type + "'>\n" + graph +
         "</graph></gexf>\n";
}

const std::string kTwo = "<nodes>\n<node id='a' label='甲'/>\n<node id='b'/></nodes>\n";
const std::string kTwoShown = "a =甲 :node 0/0 @4\nb =b :node 0/0 @5\n";

const GexfCase kGraphs[] = {
    {"Bare", File(kTwo + "<edges><edge source='a' target='b'/></edges>"),
     kTwoShown + "a -related_to-> b *1/0 @6\n"},
    {"Undirected", File(kTwo + "<edges><edge source='a' target='b'/></edges>", "undirected"),
     kTwoShown + "a -co_occurs- b *1/0 @6\n"},
    {"NoDefaultIsUndirected",
     "<gexf><graph>" + kTwo + "<edges><edge source='a' target='b'/></edges></graph></gexf>",
     "a =甲 :node 0/0 @2\nb =b :node 0/0 @3\na -co_occurs- b *1/0 @4\n"},
    {"EdgesSayTheirDirection",
     File(
         kTwo +
         "<edges><edge source='a' target='b' type='undirected'/>\n"
         "<edge source='a' target='b' type='mutual' kind='k'/>\n"
         "<edge source='b' target='a' type='directed' kind='leads' label='l' weight='2'/></edges>"),
     kTwoShown + "a -co_occurs- b *1/0 @6\na -k- b *1/0 @7\nb -leads-> a *2/0 @8 [label=l]\n"},
    {"Attributes",
     File("<attributes class='node'><attribute id='0' title='type' type='string'>"
          "<default>office</default></attribute><attribute id='1' title='score'/></attributes>"
          "<attributes class='edge'><attribute id='0' title='predicate'/></attributes>\n"
          "<nodes><node id='a' label='甲'><attvalues><attvalue for='0' value='person'/>"
          "<attvalue for='1' value='0.5'/></attvalues><viz:color xmlns:viz='v' r='1' g='2' b='3'/>"
          "</node><node id='b'/></nodes><edges><edge source='a' target='b'><attvalues>"
          "<attvalue for='0' value='leads'/></attvalues></edge></edges>"),
     "a =甲 :person 0/0 @4 [score=0.5]\nb =b :office 0/0 @4\na -leads-> b *1/0 @4\n"
     "left out b 1\nleft out g 1\nleft out r 1\n"},
    {"Drawing",
     File("<nodes><node id='a'><v:position x='1' y='2'/><v:size value='3'/><v:shape value='disc'/>"
          "</node></nodes>"),
     "a =a :node 0/0 @3\nleft out size 1\nleft out x 1\nleft out y 1\n"},
    {"ValuesOfVersion11",
     File("<attributes class='node'><attribute id='t' title='type'/></attributes><nodes><node "
          "id='a'><attvalues><attvalue id='t' value='road'/></attvalues></node></nodes>"),
     "a =a :road 0/0 @3\n"},
    {"Times",
     File("<nodes><node id='a' start='2020-01-01' end='2021-05-06'/><node id='b'><spells>"
          "<spell start='2019' end='2019'/><spell start='2018-02' end='2020'/></spells></node>"
          "<node id='c' start='12.5' end='x'/></nodes>"),
     "a =a :node 0/0 @3 2020-01-01..2021-05-06\nb =b :node 0/0 @3 2018-02..2020\n"
     "c =c :node 0/0 @3\n"},
    {"ItsOwnTimesGoBefore",
     File("<attributes class='node'><attribute id='f' title='first_seen'/></attributes><nodes>"
          "<node id='a' start='2020-01-01'><attvalues><attvalue for='f' value='2020'/></attvalues>"
          "</node></nodes>"),
     "a =a :node 0/0 @3 2020..2020\n"},
    {"Nested", File("<nodes><node id='a' label='x'><nodes><node id='b'/></nodes></node></nodes>"),
     "a =x :node 0/0 @3\nb =b :node 0/0 @3\n"},
};
INSTANTIATE_TEST_SUITE_P(Graphs, GexfReader, testing::ValuesIn(kGraphs),
                         [](const auto& c) { return std::string(c.param.name); });

const GexfCase kFaults[] = {
    {"OtherRoot", "<graphml/>", "g.gexf:1:1: root is 'graphml'; expected gexf\n"},
    {"NotXml", "{}",
     "g.gexf:1:1: not well-formed XML: not well-formed (invalid token); expected XML 1.0\n"},
    {"DefaultEdgeType", File("", "both"),
     "g.gexf:2:1: defaultedgetype is 'both'; expected directed, undirected or mutual\n"},
    {"EdgeType", File(kTwo + "<edges><edge source='a' target='b' type='x'/></edges>"),
     "g.gexf:6:8: type is 'x'; expected directed, undirected or mutual\n"},
    {"UndeclaredAttribute",
     File(
         "<nodes><node id='a'><attvalues><attvalue for='9' value='1'/></attvalues></node></nodes>"),
     "g.gexf:3:32: value of attribute '9', which is not declared; expected an attribute before\n"},
    {"AttributeTwice",
     File("<attributes class='node'><attribute id='1' title='x'/>\n<attribute id='1' "
          "title='y'/></attributes>"),
     "g.gexf:4:1: attribute '1' stands twice; expected each id once\n"},
    {"EdgeToNowhere", File(kTwo + "<edges><edge source='a' target='c'/></edges>"),
     "g.gexf:6:8: target 'c' is no node; expected the id of one\n"},
    {"NoWeight", File(kTwo + "<edges><edge source='a' target='b' weight='0'/></edges>"),
     "g.gexf:6:8: weight is '0'; expected a number above 0, at most 1e12\n"},
};
INSTANTIATE_TEST_SUITE_P(Faults, GexfReader, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
