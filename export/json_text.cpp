#include "export/json_text.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>

#include "export/number_text.h"
#include "export/plain_text.h"
#include "extract/utf8.h"

namespace zhitu::xport {

struct JsonText::Impl {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

JsonText::JsonText() : impl_(std::make_unique<Impl>()) {}
JsonText::~JsonText() = default;

void JsonText::StartObject() { impl_->writer.StartObject(); }
void JsonText::EndObject() { impl_->writer.EndObject(); }
void JsonText::StartArray() { impl_->writer.StartArray(); }
void JsonText::EndArray() { impl_->writer.EndArray(); }
void JsonText::Null() { impl_->writer.Null(); }
void JsonText::Boolean(bool value) { impl_->writer.Bool(value); }
void JsonText::Integer(std::int64_t value) { impl_->writer.Int64(value); }

// A member's name is a string to the writer, too.
void JsonText::Key(std::string_view name) { String(name); }

void JsonText::String(std::string_view value) {
  if (extract::WellFormedPrefix(value) == value.size()) {
    impl_->writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  } else {
    const std::string decoded = extract::DecodeUtf8(std::string(value)).text;
    impl_->writer.String(decoded.data(), static_cast<rapidjson::SizeType>(decoded.size()));
  }
}

void JsonText::StringOrNull(std::string_view value) {
  if (value.empty()) {
    Null();
  } else {
    String(value);
  }
}

void JsonText::Number(double value) {
  std::string text = NumberText(value);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  Raw(text);
}

void JsonText::Raw(std::string_view json) {
  impl_->writer.RawValue(json.data(), json.size(), rapidjson::kNumberType);
}

std::string_view JsonText::text() const {
  return {impl_->buffer.GetString(), impl_->buffer.GetSize()};
}

void JsonText::Clear() {
  impl_->buffer.Clear();
  impl_->writer.Reset(impl_->buffer);
}

void AppendJsonString(TextBuffer& out, std::string_view value) {
  if (IsPlainText(value)) {
    out.Append("\"");
    out.Append(value);
    out.Append("\"");
    return;
  }
  JsonText json;
  json.String(value);
  out.Append(json.text());
}

}  // namespace zhitu::xport
