#include "export/extraction_json.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>

#include "tests/support/sample_extraction.h"

namespace zhitu::xport {
namespace {

std::string Written(const std::vector<const SampleExtraction*>& samples) {
  StringSink sink;
  ExtractionJsonWriter writer(sink);
  writer.Begin();
  for (const SampleExtraction* sample : samples) writer.Add(sample->get());
  writer.End();
  return sink.text();
}

// The object of the contract, key by key and in its order.
TEST(ExtractionJson, IsTheContract) {
  const SampleExtraction sample = PlainExtraction();
  EXPECT_EQ(
      Written({&sample}),
      R"({"document":"a.txt#1","file":"a.txt","begin":100,"end":141,"title":null,"date":null,)"
      R"("mentions":[)"
      R"({"begin":100,"end":108,"text":"翰林社区党支部","entity":"organization:翰林社区党支部",)"
      R"("name":"翰林社区党支部","type":"organization","kind":"name","nested":false,)"
      R"("confidence":1.0,"zone":"body","why":"dictionary.csv:3"},)"
      R"({"begin":100,"end":104,"text":"翰林社区","entity":"community:翰林社区",)"
      R"("name":"翰林社区","type":"community","kind":"name","nested":true,)"
      R"("confidence":1.0,"zone":"body","why":"dictionary.csv:3"},)"
      R"({"begin":110,"end":113,"text":"黄蓉蓉","entity":"person:黄蓉蓉",)"
      R"("name":"黄蓉蓉","type":"person","kind":"name","nested":false,)"
      R"("confidence":0.875,"zone":"body","why":"dictionary.csv:3"},)"
      R"({"begin":120,"end":126,"text":"office","entity":"office:枫杨办事处",)"
      R"("name":"枫杨办事处","type":"office","kind":"nominal","nested":false,)"
      R"("confidence":1.0,"zone":"body","why":"antecedent 100-104"},)"
      R"({"begin":130,"end":133,"text":"李主任","entity":null,)"
      R"("name":null,"type":"person","kind":"name","nested":false,)"
      R"("confidence":1.0,"zone":"body","why":"dictionary.csv:3",)"
      R"("candidates":[{"id":"person:黄蓉蓉","score":0.75},{"id":"office:枫杨办事处","score":0.25}]}],)"
      R"("statements":[)"
      R"({"subject":"person:黄蓉蓉","predicate":"leads","object":"organization:翰林社区党支部",)"
      R"("confidence":0.9,"rule":"title","evidence":[{"begin":100,"end":113}],)"
      R"("modality":null,"date":null},)"
      R"({"subject":"document:a.txt#1","predicate":"about","object":"community:翰林社区",)"
      R"("confidence":1.0,"rule":"title","evidence":[{"begin":100,"end":104}],)"
      R"("modality":"planned","date":"2024-05"}],)"
      R"("quantities":[],"dates":[]})"
      "\n");
}

TEST(ExtractionJson, HasOneLineADocument) {
  const SampleExtraction one("a");
  SampleExtraction two("b");
  two.extraction().document.id = "b.txt";
  two.extraction().document.title = "title";
  two.extraction().document.date = "2024";
  EXPECT_EQ(Written({&one, &two}),
            R"({"document":"a.txt#1","file":"a.txt","begin":0,"end":1,"title":null,"date":null,)"
            R"("mentions":[],"statements":[],"quantities":[],"dates":[]})"
            "\n"
            R"({"document":"b.txt","file":"a.txt","begin":0,"end":1,"title":"title",)"
            R"("date":"2024","mentions":[],"statements":[],"quantities":[],"dates":[]})"
            "\n");
}

TEST(ExtractionJson, OfHostileTextIsReadBack) {
  const std::string hostile = "\"</script>\\\x01\x1b\xE2\x80\xA8 𠮷\xFF";
  SampleExtraction sample("x");
  sample.extraction().document.id = hostile;
  sample.Mention("x", sample.Entity("person", hostile)).why = hostile;
  const std::string json = Written({&sample});
  EXPECT_EQ(std::count(json.begin(), json.end(), '\n'), 1);
  rapidjson::Document read;
  read.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str());
  ASSERT_FALSE(read.HasParseError()) << json;
  const std::string kept = hostile.substr(0, hostile.size() - 1) + "\xEF\xBF\xBD";
  EXPECT_EQ(read["document"].GetString(), kept);
  EXPECT_EQ(read["mentions"][0]["entity"].GetString(), "person:" + kept);
  EXPECT_EQ(read["mentions"][0]["why"].GetString(), kept);
}

}  // namespace
}  // namespace zhitu::xport
