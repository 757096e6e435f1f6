// RDF as a reader of RDF sees it: what is written as Turtle is read by Serd, and is what stands in
// N-Triples; what JSON-LD says beside it is told by the conformance tests.

#include "export/rdf.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <sstream>

#include "export/json_ld.h"
#include "export/rdf_terms.h"
#include "export/turtle.h"
#include "tests/support/read_rdf.h"
#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

std::string Written(const SampleGraph& graph, TurtleSink::Syntax syntax) {
  StringSink sink;
  RdfWriter writer(std::make_unique<TurtleSink>(sink, syntax));
  WriteGraph(graph, writer);
  return sink.text();
}

std::string JsonLd(const SampleGraph& graph) {
  StringSink sink;
  RdfWriter writer(std::make_unique<JsonLdSink>(sink));
  WriteGraph(graph, writer);
  return sink.text();
}

constexpr auto kTurtle = TurtleSink::Syntax::kTurtle;
constexpr auto kNTriples = TurtleSink::Syntax::kNTriples;

TEST(RdfIri, IsSafeAndOneToOne) {
  EXPECT_EQ(rdf::Iri("entity", "person:黄"), "urn:zhitu:entity:person:%E9%BB%84");
  EXPECT_EQ(rdf::Iri("entity", "a b<>\"{}|\\^`%\n#?/"),
            "urn:zhitu:entity:a%20b%3C%3E%22%7B%7D%7C%5C%5E%60%25%0A%23%3F%2F");
  EXPECT_NE(rdf::Iri("entity", "%20"), rdf::Iri("entity", " "));
}

class RdfSyntaxes : public testing::TestWithParam<SampleGraph (*)()> {};

TEST_P(RdfSyntaxes, SayTheSame) {
  const SampleGraph graph = GetParam()();
  const std::string lines = Written(graph, kNTriples);
  const Triples triples = ReadRdf(lines, false);
  EXPECT_EQ(ReadRdf(Written(graph, kTurtle), true), triples);
  // An alias may stand twice.
  EXPECT_GE(std::count(lines.begin(), lines.end(), '\n'), static_cast<long>(triples.size()));
}

TEST_P(RdfSyntaxes, HoldNoRawControlCharacters) {
  const SampleGraph graph = GetParam()();
  for (const std::string& text : {Written(graph, kTurtle), Written(graph, kNTriples)}) {
    EXPECT_TRUE(std::none_of(text.begin(), text.end(), [](char c) {
      return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7F;
    }));
  }
}

TEST_P(RdfSyntaxes, AreJsonWithAContext) {
  const std::string text = JsonLd(GetParam()());
  rapidjson::Document root;
  ASSERT_FALSE(root.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str()).HasParseError());
  EXPECT_STREQ(root["@context"]["prefLabel"]["@id"].GetString(), "skos:prefLabel");
  EXPECT_STREQ(root["@context"]["skos"]["@id"].GetString(), "http://www.w3.org/2004/02/skos/core#");
  for (const rapidjson::Value& subject : root["@graph"].GetArray()) {
    EXPECT_TRUE(subject["@id"].IsString());
  }
}

INSTANTIATE_TEST_SUITE_P(Graphs, RdfSyntaxes,
                         testing::Values(PlainGraph, SymmetricGraph, HostileGraph, EmptyGraph));

std::string Object(const Triples& triples, const std::string& subject,
                   const std::string& property) {
  std::string objects;
  for (const auto& [s, p, o] : triples) {
    if (s == subject && p.ends_with(property)) objects += (objects.empty() ? "" : " ") + o;
  }
  return objects;
}

TEST(Rdf, TellsEntitiesRelationsAndProvenance) {
  const Triples triples = ReadRdf(Written(PlainGraph(), kTurtle), true);
  const std::string office = rdf::Iri("entity", "office:沟赵办事处");
  const std::string person = rdf::Iri("entity", "person:黄蓉蓉");
  EXPECT_EQ(Object(triples, office, "prefLabel"), "\"沟赵办事处\"");
  EXPECT_EQ(Object(triples, office, "altLabel"), "\"沟赵\" \"沟赵|办\"");
  EXPECT_EQ(Object(triples, office, "firstSeen"), "\"2023-01-05\"^^xsd:date");
  EXPECT_EQ(Object(triples, office, "lastSeen"), "\"2024-02\"^^xsd:gYearMonth");
  EXPECT_EQ(Object(triples, office, "mentions"), "\"12\"^^xsd:integer");
  EXPECT_EQ(Object(triples, office, "attribute:district"), "\"高新区\"");
  EXPECT_EQ(Object(triples, person, "predicate:leads"), office);
  EXPECT_EQ(Object(triples, "urn:zhitu:predicate:co_occurs", "type"),
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property "
            "http://www.w3.org/2002/07/owl#SymmetricProperty");
  const std::string relation = "urn:zhitu:relation:00000000000000aa";
  EXPECT_EQ(Object(triples, relation, "ns#subject"), office);
  EXPECT_EQ(Object(triples, relation, "ns#object"), person);
  EXPECT_EQ(Object(triples, relation, "weight"), "\"2.5\"^^xsd:double");
  EXPECT_EQ(Object(triples, relation, "lastSeen"), "\"2024\"^^xsd:gYear");
  EXPECT_EQ(Object(triples, relation, "symmetric"), "\"true\"^^xsd:boolean");
  const std::string evidence = "urn:zhitu:evidence:00000000000000aa";
  EXPECT_EQ(Object(triples, relation, "wasDerivedFrom"), evidence);
  EXPECT_EQ(Object(triples, evidence, "prov#value"), "\"沟赵办事处黄蓉蓉\"");
  EXPECT_EQ(Object(triples, evidence, "wasQuotedFrom"), "urn:zhitu:entity:document:a.txt%231");
  EXPECT_EQ(Object(triples, evidence, "line"), "\"3\"^^xsd:integer");
  EXPECT_EQ(Object(triples, evidence, "column"), "\"7\"^^xsd:integer");
  EXPECT_EQ(Object(triples, "urn:zhitu:relation:00000000000000bb", "wasDerivedFrom"), "");
}

}  // namespace
}  // namespace zhitu::xport
