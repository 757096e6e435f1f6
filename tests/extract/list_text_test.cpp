#include "extract/list_text.h"

#include <gtest/gtest.h>

#include <string>

namespace zhitu::extract {
namespace {

std::string Lines(std::string_view text) {
  std::string shown;
  ForEachLine(text, [&](std::string_view line, std::size_t number) {
    shown += std::to_string(number) + '[' + std::string(line) + ']';
  });
  return shown;
}

TEST(ForEachLine, PassesBlankLinesOver) {
  EXPECT_EQ(Lines(""), "");
  EXPECT_EQ(Lines("a\r\n\n  \n b"), "1[a]4[ b]");
  EXPECT_EQ(Lines("\n\xE3\x80\x80\nc\n"), "3[c]");
}

std::string Fields(std::string_view line) {
  std::string shown;
  for (const ListField& field : FieldsOf(line)) {
    shown += std::to_string(field.column) + '[' + std::string(field.text) + ']';
  }
  return shown;
}

TEST(FieldsOf, PartsAtBlanksOrAtTabs) {
  EXPECT_EQ(Fields("甲  3 nr"), "1[甲]4[3]6[nr]");
  EXPECT_EQ(Fields(" a "), "2[a]");
  EXPECT_EQ(Fields("New York\t\t x "), "1[New York]10[]11[x]");
}

}  // namespace
}  // namespace zhitu::extract
