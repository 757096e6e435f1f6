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

// What a sample writes under a key, which is the last but for `dates`.
std::string Tail(const SampleExtraction& sample, const std::string& key) {
  const std::string json = Written({&sample});
  return json.substr(json.find("\"" + key + "\":"));
}

TEST(ExtractionJson, HasQuantities) {
  SampleExtraction sample("共\n二十余名党\n员，1.5件𠮷5个");
  extract::Extraction& extraction = sample.extraction();
  extraction.document.begin_code_point = 100;
  const extract::EntityIndex office = sample.Entity("office", "甲");
  extraction.quantities = {{{4, 16}, 20, true, "名", {16, 23}, office},
                           {{26, 32}, 1.5, false, "件", {}, extract::kNoEntity},
                           {{36, 40}, 1e15, false, "个", {32, 36}, extract::kNoEntity}};
  EXPECT_EQ(Tail(sample, "quantities"),
            R"("quantities":[)"
            R"({"begin":102,"end":106,"text":"二十余名","value":20.0,"approximate":true,)"
            R"("unit":"名","of":"党员","entity":"office:甲"},)"
            R"({"begin":110,"end":114,"text":"1.5件","value":1.5,"approximate":false,)"
            R"("unit":"件","of":null,"entity":null},)"
            R"({"begin":115,"end":117,"text":"5个","value":1e+15,)"
            R"("approximate":false,"unit":"个","of":"𠮷","entity":null}],"dates":[]})"
            "\n");
}

TEST(ExtractionJson, HasDates) {
  SampleExtraction sample("去\n年以来，日前");
  extract::Extraction& extraction = sample.extraction();
  extraction.dates = {{{0, 13}, {}, "2023", "2024-05-20", false}, {{16, 22}, {}, "", "", true}};
  EXPECT_EQ(Tail(sample, "quantities"),
            R"("quantities":[],"dates":[)"
            R"({"begin":0,"end":5,"text":"去年以来","from":"2023","to":"2024-05-20"},)"
            R"({"begin":6,"end":8,"text":"日前","from":null,"to":null}]})"
            "\n");
}

// Where the roles of a rule matched, told on demand.
TEST(ExtractionJson, ShowsMatches) {
  SampleExtraction sample("李\n青在甲");
  const extract::EntityIndex person = sample.Entity("person", "李青");
  const extract::EntityIndex office = sample.Entity("office", "甲");
  extract::Statement& statement = sample.Statement(person, "leads", office, "在");
  statement.roles = {{"s", {0, 7}}, {"o", {10, 13}}};
  sample.Statement(office, "leads", person, "在");
  const auto written = [&](bool matches) {
    StringSink sink;
    ExtractionJsonWriter writer(sink);
    if (matches) writer.Explain();
    writer.Add(sample.get());
    return sink.text().substr(sink.text().find("\"statements\""));
  };
  EXPECT_EQ(written(true),
            R"("statements":[{"subject":"person:李青","predicate":"leads","object":"office:甲",)"
            R"("confidence":1.0,"rule":"title","evidence":[{"begin":3,"end":4}],"modality":null,)"
            R"("date":null,"match":[{"role":"s","begin":0,"end":3,"text":"李青"},)"
            R"({"role":"o","begin":4,"end":5,"text":"甲"}]},)"
            R"({"subject":"office:甲","predicate":"leads","object":"person:李青",)"
            R"("confidence":1.0,"rule":"title","evidence":[{"begin":3,"end":4}],"modality":null,)"
            R"("date":null,"match":[]}],"quantities":[],"dates":[],"weighed":[]})"
            "\n");
  EXPECT_EQ(written(false).find("match"), std::string::npos);
}

// What the entity of an ambiguous mention was chosen from, and names from others, told on demand.
TEST(ExtractionJson, ShowsWhatWasChosenFrom) {
  SampleExtraction sample("李\n青在甲");
  const extract::EntityIndex one = sample.Entity("office", "甲");
  const extract::EntityIndex other = sample.Entity("place", "甲");
  extract::Mention& mention = sample.Mention("甲", one);
  mention.candidates = {{one, 0.75}, {other, 0.25}};
  sample.extraction().weighed = {{{0, 7}, "person", 1.5, true, "name of a person"},
                                 {{4, 10}, "", 2, false, "names.csv:3"}};
  const auto written = [&](bool explains) {
    StringSink sink;
    ExtractionJsonWriter writer(sink);
    if (explains) writer.Explain();
    writer.Add(sample.get());
    return sink.text();
  };
  const std::string candidates =
      R"(,"candidates":[{"id":"office:甲","score":0.75},{"id":"place:甲","score":0.25}])";
  const std::string weighed =
      R"(,"weighed":[{"begin":0,"end":3,"text":"李青","type":"person","weight":1.5,)"
      R"("chosen":true,"why":"name of a person"},{"begin":2,"end":4,"text":"青在","type":null,)"
      R"("weight":2.0,"chosen":false,"why":"names.csv:3"}])";
  std::string explained = written(true);
  ASSERT_NE(explained.find(candidates), std::string::npos) << explained;
  explained.erase(explained.find(candidates), candidates.size());
  ASSERT_NE(explained.find(weighed), std::string::npos) << explained;
  explained.erase(explained.find(weighed), weighed.size());
  EXPECT_EQ(explained, written(false));
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
