#include "export/extraction_formats.h"

#include <gtest/gtest.h>

#include <ostream>

#include "extract/error.h"
#include "tests/support/sample_extraction.h"

namespace zhitu::xport {
namespace {

struct BeginningCase {
  const char* name;
  const char* beginning;
};
void PrintTo(const BeginningCase& c, std::ostream* out) { *out << c.name; }
class ExtractionFormatOf : public testing::TestWithParam<BeginningCase> {};

TEST_P(ExtractionFormatOf, WritesWhatItsNameSays) {
  StringSink sink;
  const auto writer = MakeExtractionWriter(GetParam().name, sink);
  writer->Begin();
  writer->Add(PlainExtraction().get());
  writer->End();
  EXPECT_TRUE(sink.text().starts_with(GetParam().beginning)) << sink.text();
}

const BeginningCase kBeginningCases[] = {
    {"jsonl", "{\"document\":"},
    {"tsv", "document\tbegin\t"},
    {"conll", "# document = "},
    {"html", "<!DOCTYPE html>"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ExtractionFormatOf, testing::ValuesIn(kBeginningCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ExtractionFormats, BeginWithTheDefault) {
  EXPECT_EQ(ExtractionFormats().front().name, "jsonl");
}

TEST(ExtractionFormats, AreListedWhereTheNameIsUnknown) {
  StringSink sink;
  try {
    MakeExtractionWriter("xml\n", sink);
    FAIL() << "was made";
  } catch (const extract::UsageError& error) {
    EXPECT_STREQ(error.what(), "unknown format xml\\n; expected one of: jsonl tsv conll html");
  }
}

}  // namespace
}  // namespace zhitu::xport
