#include "export/graphml_reader.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/shown_import.h"

namespace zhitu::xport {
namespace {

struct GraphmlCase {
  const char* name;
  std::string text;
  std::string shown;
};
void PrintTo(const GraphmlCase& c, std::ostream* out) { *out << c.name; }
class GraphmlReader : public testing::TestWithParam<GraphmlCase> {};

TEST_P(GraphmlReader, GivesNodesAndEdges) {
  EXPECT_EQ(ShownImport(ReadGraphml, {{"g.graphml", GetParam().text}}), GetParam().shown);
}

// A file with these keys and this graph.
std::string File(const std::string& keys, const std::string& graph) {
  return "<graphml>\n" + keys + graph + "</graphml>\n";
}

const std::string kTwo = "<node id='a'/>\n<node id='b'/>\n";

const GraphmlCase kGraphs[] = {
    {"Bare",
     File("", "<graph edgedefault='directed'>" + kTwo + "<edge source='a' target='b'/></graph>"),
     "a =a :node 0/0 @2\nb =b :node 0/0 @3\na -related_to-> b *1/0 @4\n"},
    {"Undirected",
     File("", "<graph edgedefault='undirected'>" + kTwo + "<edge source='b' target='a'/></graph>"),
     "a =a :node 0/0 @2\nb =b :node 0/0 @3\nb -co_occurs- a *1/0 @4\n"},
    {"AnEdgeSaysItsDirection",
     File("", "<graph edgedefault='undirected'>" + kTwo +
                  "<edge source='b' target='a' directed='true'/></graph>"),
     "a =a :node 0/0 @2\nb =b :node 0/0 @3\nb -related_to-> a *1/0 @4\n"},
    {"KeysByName",
     File("<key id='d0' for='node' attr.name='label' attr.type='string'/>"
          "<key id='d1' for='node' attr.name='type' attr.type='string'/>"
          "<key id='d2' for='edge' attr.name='weight' attr.type='double'/>"
          "<key id='d3' for='node' attr.name='score'/>"
          "<key id='d4' for='edge' attr.name='predicate'/>",
          "<graph edgedefault='directed'>\n<node id='a'><data key='d0'>甲</data><data "
          "key='d1'>person</data><data key='d3'>0.5</data></node><node id='b'/>"
          "<edge id='7' source='a' target='b' label='knows'><data key='d2'>2.5</data>"
          "<data key='d4'>leads</data></edge></graph>"),
     "a =甲 :person 0/0 @3 [score=0.5]\nb =b :node 0/0 @3\n"
     "a -leads-> b *2.5/0 @3 [kind=knows]\n"},
    {"KeysById",
     File("<key id='label' for='node'/>",
          "<graph><node id='a'><data key='label'>x</data></node></graph>"),
     "a =x :node 0/0 @2\n"},
    {"GephisKind",
     File("", "<graph edgedefault='directed'>" + kTwo +
                  "<edge source='a' target='b' label='leads'/></graph>"),
     "a =a :node 0/0 @2\nb =b :node 0/0 @3\na -leads-> b *1/0 @4\n"},
    {"Defaults",
     File("<key id='t' for='node' attr.name='type'><default>office</default></key>"
          "<key id='w' for='edge' attr.name='weight'><default>3</default></key>"
          "<key id='c' for='all' attr.name='colour'><default>red</default></key>",
          "<graph edgedefault='directed'><node id='a'/><node id='b'><data key='t'>road</data>"
          "<data key='c'>blue</data></node><edge source='a' target='b'/></graph>"),
     "a =a :office 0/0 @2 [colour=red]\nb =b :road 0/0 @2 [colour=blue]\n"
     "a -related_to-> b *3/0 @2 [colour=red]\n"},
    {"EdgesBeforeNodes",
     File("", "<graph edgedefault='directed'><edge source='a' target='b'/>" + kTwo + "</graph>"),
     "a =a :node 0/0 @2\nb =b :node 0/0 @3\na -related_to-> b *1/0 @2\n"},
    {"Nested",
     File("<key id='t' for='node' attr.name='type'/>",
          "<graph edgedefault='directed'><node id='a'><data key='t'>office</data>"
          "<graph edgedefault='undirected'><node id='b'/><edge source='a' target='b'/></graph>"
          "</node></graph>"),
     "a =a :office 0/0 @2\nb =b :node 0/0 @2\na -co_occurs- b *1/0 @2\n"},
    {"WhatYedDraws",
     File("<key id='d5' for='node' attr.name='description'/><key id='d6' for='node' "
          "yfiles.type='nodegraphics'/>",
          "<graph edgedefault='directed'><node id='n0'><data key='d5'/><data key='d6'>\n"
          "<y:ShapeNode xmlns:y='u'><y:Fill color='#F00'/><y:NodeLabel>甲</y:NodeLabel>"
          "<y:NodeLabel>second</y:NodeLabel></y:ShapeNode></data></node></graph>"),
     "n0 =甲 :node 0/0 @2\nleft out d6 1 nested\n"},
    {"IdsAreThoseOfTheElement",
     File("<key id='d0' for='node' attr.name='id'/>",
          "<graph><node id='a'><data key='d0'>other</data></node></graph>"),
     "a =a :node 0/0 @2 [id=other]\n"},
    {"EscapedAndCdata",
     File("<key id='label' for='node'/>",
          "<graph><node id='a&amp;'><data "
          "key='label'>&lt;b&gt;<![CDATA[<i>]]></data></node></graph>"),
     "a& =<b><i> :node 0/0 @2\n"},
};
INSTANTIATE_TEST_SUITE_P(Graphs, GraphmlReader, testing::ValuesIn(kGraphs),
                         [](const auto& c) { return std::string(c.param.name); });

const GraphmlCase kFaults[] = {
    {"OtherRoot", "<gexf/>", "g.graphml:1:1: root is 'gexf'; expected graphml\n"},
    {"NotXml", "id,label\n",
     "g.graphml:1:1: not well-formed XML: syntax error; expected XML 1.0\n"},
    {"CutOff", "<graphml>\n<graph><node id='a'>",
     "g.graphml:2:21: not well-formed XML: no element found; expected XML 1.0\n"},
    {"NotUtf8", "<graphml>\xFF</graphml>",
     "g.graphml:1:10: byte 0xFF is not UTF-8; expected valid UTF-8\n"},
    {"NodeWithoutId", File("", "<graph><node/></graph>"),
     "g.graphml:2:8: id is empty; expected the id of the node\n"},
    {"NodeTwice", File("", "<graph>" + kTwo + "<node id='a'/></graph>"),
     "g.graphml:4:1: id 'a' is already that of line 2; expected each id once\n"},
    {"EdgeToNowhere",
     File("",
          "<graph>" + kTwo + "<edge source='a' target='c'/>\n<edge source='' target='b'/></graph>"),
     "g.graphml:4:1: target 'c' is no node; expected the id of one\n"
     "g.graphml:5:1: source is empty; expected the id of a node\n"},
    {"UndeclaredKey", File("", "<graph><node id='a'><data key='k'>1</data></node></graph>"),
     "g.graphml:2:21: data of key 'k', which is not declared; expected a key before\n"},
    {"KeyTwice", File("<key id='k'/>\n<key id='k'/>\n", "<graph/>"),
     "g.graphml:3:1: key 'k' stands twice; expected each id once\n"},
    {"KeyWithoutId", File("<key attr.name='k'/>", "<graph/>"),
     "g.graphml:2:1: key without an id; expected one\n"},
    {"Direction", File("", "<graph edgedefault='both'/>"),
     "g.graphml:2:1: edgedefault is 'both'; expected directed or undirected\n"},
    {"Hyperedge", File("", "<graph><hyperedge/></graph>"),
     "g.graphml:2:8: a hyperedge joins more than two nodes; expected edges between two\n"},
    {"Weight",
     File("<key id='w' for='edge' attr.name='weight'/>",
          "<graph edgedefault='directed'>" + kTwo +
              "<edge source='a' target='b'><data key='w'>-1</data></edge></graph>"),
     "g.graphml:4:29: weight is '-1'; expected a number above 0, at most 1e12\n"},
    {"BillionLaughs",
     "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>\n<graphml>&b;</graphml>",
     "g.graphml:1:25: an entity is declared; expected a text without entities of its own\n"},
};
INSTANTIATE_TEST_SUITE_P(Faults, GraphmlReader, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(GraphmlReaderFiles, AreOneGraph) {
  EXPECT_EQ(
      ShownImport(ReadGraphml, {{"e.graphml", File("",
                                                   "<graph edgedefault='directed'><edge source='a' "
                                                   "target='b'/></graph>")},
                                {"n.graphml", File("", "<graph>" + kTwo + "</graph>")}}),
      "a =a :node 0/0 @2\nb =b :node 0/0 @3\na -related_to-> b *1/0 @2\n");
}

}  // namespace
}  // namespace zhitu::xport
