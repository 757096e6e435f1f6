#include "export/extraction_tsv.h"

#include <gtest/gtest.h>

#include "tests/support/sample_extraction.h"

namespace zhitu::xport {
namespace {

std::string Written(const SampleExtraction& sample) {
  StringSink sink;
  ExtractionTsvWriter writer(sink);
  writer.Begin();
  writer.Add(sample.get());
  writer.End();
  return sink.text();
}

constexpr char kHeader[] =
    "document\tbegin\tend\ttext\tentity\tname\ttype\tkind\tnested\tconfidence\tzone\twhy\t"
    "candidates\n";

TEST(ExtractionTsv, HasOneMentionALine) {
  EXPECT_EQ(
      Written(PlainExtraction()),
      std::string(kHeader) +
          "a.txt#1\t100\t108\t翰林社区党支部\torganization:翰林社区党支部\t翰林社区党支部\t"
          "organization\tname\tfalse\t1\tbody\tdictionary.csv:3\t\n"
          "a.txt#1\t100\t104\t翰林社区\tcommunity:翰林社区\t翰林社区\tcommunity\tname\ttrue\t1\t"
          "body\tdictionary.csv:3\t\n"
          "a.txt#1\t110\t113\t黄蓉蓉\tperson:黄蓉蓉\t黄蓉蓉\tperson\tname\tfalse\t0.875\tbody\t"
          "dictionary.csv:3\t\n"
          "a.txt#1\t120\t126\toffice\toffice:枫杨办事处\t枫杨办事处\toffice\tnominal\tfalse\t1\t"
          "body\tantecedent 100-104\t\n"
          "a.txt#1\t130\t133\t李主任\t\t\tperson\tname\tfalse\t1\tbody\tdictionary.csv:3\t"
          "person:黄蓉蓉=0.75|office:枫杨办事处=0.25\n");
}

TEST(ExtractionTsv, OfNothingIsTheHeader) { EXPECT_EQ(Written(SampleExtraction("")), kHeader); }

TEST(ExtractionTsv, EscapesWhatWouldBreakALine) {
  SampleExtraction sample("x");
  sample.extraction().document.id = "a\tb\nc\x1b[2J";
  sample.Mention("x", sample.Entity("person", "\\"));
  EXPECT_EQ(Written(sample),
            std::string(kHeader) +
                "a\\tb\\nc\\x1b[2J\t0\t1\tx\tperson:\\\\\t\\\\\tperson\tname\tfalse\t1\tbody\t"
                "dictionary.csv:3\t\n");
}

}  // namespace
}  // namespace zhitu::xport
