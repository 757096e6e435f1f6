#include "export/geo_json.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "extract/error.h"
#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

std::string Written(const SampleGraph& graph) {
  StringSink sink;
  GeoJsonWriter writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

// The office and the person have a place, the district has a half.
SampleGraph Placed() {
  SampleGraph graph = PlainGraph();
  graph.header.attributes = {"lat", "lon"};
  graph.nodes[0].attributes = {{"lat", "34.812345678"}, {"lon", "113.5"}};
  graph.nodes[1].attributes = {{"lat", "34.8"}, {"lon", "-0.0000001"}};
  graph.nodes[2].attributes = {{"lat", "34"}};
  return graph;
}

TEST(GeoJson, HasPointsAndTheLinesBetweenThem) {
  const std::string json = Written(Placed());
  EXPECT_TRUE(json.starts_with(
      "{\"type\":\"FeatureCollection\",\"features\":[\n"
      "{\"type\":\"Feature\",\"id\":\"office:沟赵办事处\",\"geometry\":{\"type\":\"Point\","
      "\"coordinates\":[113.5,34.812345678]},\"properties\":{\"label\":\"沟赵办事处\","
      "\"type\":\"office\","))
      << json;
  EXPECT_NE(json.find("\"lat\":\"34.812345678\",\"lon\":\"113.5\",\"marker-color\":\"#ff7f0e\"}}"),
            std::string::npos)
      << json;
  EXPECT_NE(
      json.find(",\n{\"type\":\"Feature\",\"id\":\"00000000000000bb\",\"geometry\":{"
                "\"type\":\"LineString\",\"coordinates\":[[-1e-07,34.8],"
                "[113.5,34.812345678]]},\"properties\":{\"label\":\"leads\","
                "\"source\":\"person:黄蓉蓉\",\"target\":\"office:沟赵办事处\",\"weight\":1,"),
      std::string::npos)
      << json;
  rapidjson::Document root;
  ASSERT_FALSE(root.Parse(json.c_str()).HasParseError());
  EXPECT_EQ(root["features"].Size(), 4U);
}

TEST(GeoJson, CountsWhatItLeavesOut) {
  StringSink sink;
  GeoJsonWriter writer(sink);
  WriteGraph(Placed(), writer);
  EXPECT_EQ(writer.LeftOut(), 2);  // the district, and that the office is part of it
}

TEST(GeoJson, WithoutCoordinatesIsNotFound) {
  try {
    Written(PlainGraph());
    FAIL() << "was written";
  } catch (const extract::NothingFound& error) {
    EXPECT_STREQ(error.what(),
                 "no entity has coordinates; expected attributes such as longitude and latitude in "
                 "the dictionary");
  }
}

TEST(GeoJson, HoldsHostileTexts) {
  SampleGraph graph = HostileGraph();
  graph.header.attributes.insert(graph.header.attributes.end(), {"lat", "lon"});
  std::sort(graph.header.attributes.begin(), graph.header.attributes.end());
  for (Node& node : graph.nodes) node.attributes = {{"lat", "1"}, {"lon", "2"}};
  rapidjson::Document root;
  ASSERT_FALSE(
      root.Parse<rapidjson::kParseValidateEncodingFlag>(Written(graph).c_str()).HasParseError());
  EXPECT_EQ(root["features"].Size(), graph.nodes.size() + graph.edges.size());
}

}  // namespace
}  // namespace zhitu::xport
