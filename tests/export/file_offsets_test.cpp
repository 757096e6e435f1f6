#include "export/file_offsets.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

extract::Document MakeDocument() {
  extract::Document document;
  document.text = "a知\n𠮷b";  // code points at bytes 0, 1, 4, 5, 9
  document.begin_code_point = 1000;
  return document;
}

TEST(FileOffsets, CountCodePointsOfTheFile) {
  const extract::Document document = MakeDocument();
  const FileOffsets offsets(document);
  std::vector<std::int64_t> counted;
  for (const std::size_t byte : {0U, 1U, 4U, 5U, 9U, 10U}) counted.push_back(offsets.At(byte));
  EXPECT_EQ(counted, (std::vector<std::int64_t>{1000, 1001, 1002, 1003, 1004, 1005}));
}

struct WhyCase {
  const char* name;
  extract::Span antecedent;
  const char* why;
  const char* expected;
};
void PrintTo(const WhyCase& c, std::ostream* out) { *out << c.name; }
class FileOffsetsWhy : public testing::TestWithParam<WhyCase> {};

TEST_P(FileOffsetsWhy, IsTold) {
  extract::Extraction extraction;
  extraction.document = MakeDocument();
  extract::Mention mention;
  mention.why = GetParam().why;
  mention.antecedent = GetParam().antecedent;
  EXPECT_EQ(FileOffsets(extraction.document).Why(extraction, mention), GetParam().expected);
}

const WhyCase kWhyCases[] = {
    {"Empty", {}, "", ""},
    {"DictionaryLine", {}, "dictionary.csv:3", "dictionary.csv:3"},
    {"FamilyName", {}, "family name and title", "family name and title"},
    {"Antecedent", {1, 9}, "", "antecedent 1001-1004"},
    {"AllOfTheText", {0, 10}, "", "antecedent 1000-1005"},
    {"EmptyAtAPlace", {4, 4}, "dictionary.csv:3", "dictionary.csv:3"},
    {"TextThatLooksLikeOne", {}, "antecedent 1-9", "antecedent 1-9"},
};
INSTANTIATE_TEST_SUITE_P(Basics, FileOffsetsWhy, testing::ValuesIn(kWhyCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
