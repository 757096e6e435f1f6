#include "tests/support/page_data.h"

#include <gtest/gtest.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace zhitu::xport {

std::vector<rapidjson::Document> PageDataOf(const std::string& page, const std::string& kind) {
  std::vector<rapidjson::Document> found;
  const std::string begin = "<script type=\"application/json\" data-kind=\"" + kind + "\">";
  for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
    at += begin.size();
    const std::string json = page.substr(at, page.find("</script>", at) - at);
    EXPECT_EQ(json.find('<'), std::string::npos) << kind;
    rapidjson::Document& document = found.emplace_back();
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
        json.c_str());
    EXPECT_FALSE(document.HasParseError()) << kind << ": " << json.substr(0, 200);
  }
  return found;
}

std::string PageColumnOf(const std::vector<rapidjson::Document>& parts, const std::string& column,
                         const std::string& usual) {
  std::string text;
  for (const rapidjson::Document& part : parts) {
    for (int row = 0; row < part["rows"].GetInt(); ++row) {
      const auto values = part.FindMember(column.c_str());
      const auto at = static_cast<rapidjson::SizeType>(row);
      if (!text.empty()) text += ' ';
      text += values == part.MemberEnd() ? usual : JsonOf(values->value[at]);
    }
  }
  return text;
}

std::string JsonOf(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

}  // namespace zhitu::xport
