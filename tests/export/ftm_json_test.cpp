#include "export/ftm_json.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <set>
#include <sstream>

#include "extract/hash.h"
#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

std::vector<std::string> Written(const SampleGraph& graph) {
  StringSink sink;
  FtmJsonWriter writer(sink);
  WriteGraph(graph, writer);
  std::istringstream text(sink.text());
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

TEST(FtmJson, OfNothingIsEmpty) { EXPECT_TRUE(Written(EmptyGraph()).empty()); }

TEST(FtmJson, HasOneEntityALine) {
  const std::vector<std::string> lines = Written(PlainGraph());
  ASSERT_EQ(lines.size(), 6U);
  const std::string office = "zhitu-" + extract::HashHex("office:沟赵办事处");
  const std::string person = "zhitu-" + extract::HashHex("person:黄蓉蓉");
  EXPECT_EQ(lines[0], "{\"id\":\"" + office +
                          "\",\"schema\":\"PublicBody\",\"zhitu_id\":\"office:沟赵办事处\","
                          "\"properties\":{\"name\":[\"沟赵办事处\"],"
                          "\"alias\":[\"沟赵\",\"沟赵|办\"],\"keywords\":[\"office\"],"
                          "\"notes\":[\"district: 高新区\"]}}");
  EXPECT_EQ(lines[3], "{\"id\":\"zhitu-relation-" + extract::HashHex("00000000000000aa") +
                          "\",\"schema\":\"UnknownLink\",\"zhitu_id\":\"00000000000000aa\","
                          "\"properties\":{\"subject\":[\"" +
                          office + "\"],\"object\":[\"" + person +
                          "\"],\"role\":[\"co_occurs\"],\"startDate\":[\"2023-01-05\"],"
                          "\"endDate\":[\"2024\"],"
                          "\"description\":[\"a.txt:3:7 “沟赵办事处黄蓉蓉”\"]}}");
  EXPECT_NE(lines[5].find("\"schema\":\"Directorship\""), std::string::npos);
  EXPECT_NE(lines[5].find("{\"director\":[\"" + person + "\"],\"organization\":[\"" + office),
            std::string::npos);
}

TEST(FtmJson, KeepsHostileTextsApartAndShort) {
  const SampleGraph graph = HostileGraph();
  std::set<std::string> ids;
  for (const std::string& line : Written(graph)) {
    rapidjson::Document entity;
    ASSERT_FALSE(entity.Parse<rapidjson::kParseValidateEncodingFlag>(line.c_str()).HasParseError());
    ids.insert(entity["id"].GetString());
    EXPECT_FALSE(entity["properties"].HasMember("startDate") &&
                 std::string(entity["properties"]["startDate"][0].GetString()) == "1998年");
    if (!entity["properties"].HasMember("name")) continue;
    EXPECT_LE(entity["properties"]["name"][0].GetStringLength(), 4U * 384U);
  }
  EXPECT_EQ(ids.size(), graph.nodes.size() + graph.edges.size());
}

}  // namespace
}  // namespace zhitu::xport
