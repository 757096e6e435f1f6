#include "extract/concept_scheme.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/imported_list.h"

namespace zhitu::extract {
namespace {

const std::string kSkos = "http://www.w3.org/2004/02/skos/core#";
const std::string kTurtleHead =
    "@prefix skos: <" + kSkos + "> .\n@prefix e: <http://e.org/> .\n@base <http://e.org/> .\n";

struct ConceptCase {
  const char* name;
  std::vector<std::pair<std::string, std::string>> files;
  std::string rows;
  std::string fault;
};
void PrintTo(const ConceptCase& c, std::ostream* out) { *out << c.name; }
class Concepts : public testing::TestWithParam<ConceptCase> {};

TEST_P(Concepts, GiveRows) {
  const ImportedList list = ImportList("skos", GetParam().files);
  EXPECT_EQ(list.rows, GetParam().rows);
  EXPECT_EQ(list.fault, GetParam().fault);
  EXPECT_EQ(list.left_out, "");
}

// The same two concepts in each syntax.
const char kTwo[] =
    "http://e.org/liquid,液体,concept,liquid,,\n"
    "http://e.org/water,水,concept,water|H₂O|清水,http://e.org/liquid,\n";

const ConceptCase kSyntaxes[] = {
    {"Turtle",
     {{"a.ttl",
       kTurtleHead +
           "e:liquid a skos:Concept ; skos:prefLabel '液体', \"liquid\"@en .\n"
           "<water> a skos:Concept ; skos:prefLabel \"水\" , \"water\"@en ;\n"
           "  skos:altLabel \"\"\"清水\"\"\"@zh, \"H\\u2082O\" ; skos:broader e:liquid .\n"}},
     kTwo,
     ""},
    {"NTriples",
     {{"a.nt", "<http://e.org/liquid> <" + kSkos +
                   "prefLabel> \"液体\" .\n<http://e.org/liquid> <" + kSkos +
                   "prefLabel> \"liquid\"@en .\n<http://e.org/water> <" + kSkos +
                   "prefLabel> \"水\" .\n<http://e.org/water> <" + kSkos +
                   "prefLabel> \"water\"@en .\n<http://e.org/water> <" + kSkos +
                   "altLabel> \"清水\"@zh .\n<http://e.org/water> <" + kSkos +
                   "hiddenLabel> \"H₂O\" .\n<http://e.org/liquid> <" + kSkos +
                   "narrower> <http://e.org/water> .\n"}},
     kTwo,
     ""},
    {"RdfXml",
     {{"a.rdf",
       "<?xml version='1.0'?>\n<!DOCTYPE r [<!ENTITY skos '" + kSkos +
           "'>]>\n"
           "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:skos='" +
           kSkos +
           "' xml:base='http://e.org/liquid'>\n"
           " <rdf:Description rdf:about='http://e.org/liquid' skos:prefLabel='液体'>\n"
           "  <rdf:type rdf:resource='&skos;Concept'/><skos:prefLabel "
           "xml:lang='en'>liquid</skos:prefLabel>\n"
           "  <skos:note rdf:parseType='Literal'><b>x</b></skos:note>\n"
           "  <skos:narrower><skos:Concept rdf:about='http://e.org/water'>\n"
           "   <skos:prefLabel>水</skos:prefLabel><skos:prefLabel "
           "xml:lang='en'>water</skos:prefLabel>\n"
           "   <skos:altLabel "
           "xml:lang='zh'>清水</skos:altLabel><skos:altLabel>H₂O</skos:altLabel>\n"
           "  </skos:Concept></skos:narrower></rdf:Description></rdf:RDF>\n"}},
     kTwo,
     ""},
    {"JsonLd",
     {{"a.jsonld", R"({"@context":{"skos":")" + kSkos + R"(","e":"http://e.org/","id":"@id",
"label":{"@id":"skos:prefLabel","@container":"@language"},"broader":{"@id":"skos:broader","@type":"@id"}},
"@graph":[{"id":"e:water","@type":"skos:Concept","skos:prefLabel":["水",{"@value":"water","@language":"en"}],
"skos:altLabel":[{"@value":"清水","@language":"zh"},"H₂O"],"broader":"e:liquid"},
{"id":"e:liquid","skos:prefLabel":"液体","label":{"en":["liquid"]}}]})"}},
     kTwo,
     ""},
    {"JsonLdNested",
     {{"a.jsonld", R"([{"@id":"http://e.org/water",")" + kSkos +
                       R"(prefLabel":[{"@value":"水"},{"@value":"water","@language":"en"}],
")" + kSkos + R"(altLabel":[{"@value":"清水"},{"@value":"H₂O"}],")" +
                       kSkos + R"(broader":[{"@id":"http://e.org/liquid",")" + kSkos +
                       R"(prefLabel":["液体",{"@value":"liquid","@language":"en"}]}]}])"}},
     kTwo,
     ""},
};
INSTANTIATE_TEST_SUITE_P(Syntaxes, Concepts, testing::ValuesIn(kSyntaxes),
                         [](const auto& c) { return std::string(c.param.name); });

const ConceptCase kSchemes[] = {
    {"EmptyFile", {{"a.ttl", ""}, {"b.nt", "\n"}}, "", ""},
    {"LanguageOfTheName",
     {{"a.ttl", kTurtleHead + "e:a skos:prefLabel \"b\"@zh , \"c\"@en .\n"}},
     "http://e.org/a,c,concept,b,,\n",
     ""},
    {"CirclesAreOpened",
     {{"a.ttl", kTurtleHead + "e:a skos:prefLabel \"a\" ; skos:broader e:b .\n"
                              "e:b skos:prefLabel \"b\" ; skos:broader e:c , e:d .\n"
                              "e:c skos:prefLabel \"c\" ; skos:broader e:a , e:c .\n"
                              "e:d skos:broader e:a .\n"}},
     "http://e.org/c,c,concept,,,\nhttp://e.org/b,b,concept,,http://e.org/c,\n"
     "http://e.org/a,a,concept,,http://e.org/b,\n",
     ""},
    {"SeveralFilesAreOneScheme",
     {{"a.ttl", kTurtleHead + "e:a skos:prefLabel \"a\" .\n"},
      {"b.ttl", kTurtleHead + "e:a skos:altLabel \"b\" . e:z skos:altLabel \"no name\" .\n"}},
     "http://e.org/a,a,concept,b,,\n",
     ""},
};
TEST(ConceptParents, AreOfTheDraft) {
  const std::string text =
      kTurtleHead +
      "e:a skos:prefLabel \"a\" ; skos:broader e:b . e:b skos:prefLabel \"b\" ; a e:X .";
  EXPECT_EQ(ImportList("skos", {{"a.ttl", text}}).rows, "http://e.org/a,a,concept,,,\n");
  EXPECT_EQ(ImportList("skos", {{"a.ttl", text}}, {"X=ignore"}).rows,
            "http://e.org/b,b,ignore,,,\nhttp://e.org/a,a,concept,,,\n");
  EXPECT_EQ(ImportList("skos", {{"a.ttl", text}}, {"X=place"}).rows,
            "http://e.org/b,b,place,,,\nhttp://e.org/a,a,concept,,http://e.org/b,\n");
}

TEST(ConceptLanguage, ChoosesTheName) {
  const std::string text = kTurtleHead + "e:a skos:prefLabel \"b\"@zh , \"c\"@en , \"d\" .\n";
  EXPECT_EQ(ImportList("skos", {{"a.ttl", text}}, {}, {}, "zh").rows,
            "http://e.org/a,b,concept,d|c,,\n");
  EXPECT_EQ(ImportList("skos", {{"a.ttl", text}}, {}, {}, "fr").rows,
            "http://e.org/a,d,concept,c|b,,\n");
}

INSTANTIATE_TEST_SUITE_P(Schemes, Concepts, testing::ValuesIn(kSchemes),
                         [](const auto& c) { return std::string(c.param.name); });

const ConceptCase kFaults[] = {
    {"TurtleUnknownPrefix",
     {{"a.ttl", kTurtleHead + "x:a skos:prefLabel \"a\" .\n"}},
     "",
     "a.ttl: prefix of 'x:a' is unknown; expected a @prefix before it"},
    {"TurtleNul",
     {{"a.ttl", std::string("<a> <b>\n \0 .", 12)}},
     "",
     "a.ttl:2:2: NUL byte; expected Turtle or N-Triples"},
    {"TurtleTooDeep",
     {{"a.ttl", "<a> <b[(> '[[(' # ((\n " + std::string(101, '[')}},
     "",
     "a.ttl:2:102: terms are nested deeper than 100 levels"},
    {"XmlSyntax",
     {{"a.rdf", "<a>\n<b></a>"}},
     "",
     "a.rdf:2: bad XML: mismatched tag; expected RDF/XML"},
    {"XmlTooDeep",
     {{"a.rdf", std::string(300, '<').replace(0, 300,
                                              [] {
                                                std::string text;
                                                for (int i = 0; i < 101; ++i) text += "<a>";
                                                return text;
                                              }())}},
     "",
     "a.rdf:1: elements are nested deeper than 100 levels"},
    {"JsonSyntax",
     {{"a.jsonld", "{\n\"a\" 1}"}},
     "",
     "a.jsonld:2:5: bad JSON: Missing a colon after a name of object member."},
    {"ContextElsewhere",
     {{"a.jsonld", "{\n\"@context\":\"http://e.org/c\"}"}},
     "",
     "a.jsonld:2:12: context lies elsewhere and nothing is fetched; expected it in the file"},
};
INSTANTIATE_TEST_SUITE_P(Faults, Concepts, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
