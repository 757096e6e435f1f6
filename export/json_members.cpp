#include "export/json_members.h"

#include "export/json_text.h"

namespace zhitu::xport {

std::string JsonOpening(std::string_view name) {
  JsonText json;
  json.String(name);
  return ',' + std::string(json.text()) + ':';
}

std::vector<Piece> JsonOpenings(std::span<const Column> columns) {
  std::vector<Piece> openings;
  openings.reserve(columns.size());
  for (const Column& column : columns) openings.emplace_back(JsonOpening(column.name));
  return openings;
}

void JsonMembers::Text(const Piece& key, std::string_view value) {
  out_.Append(key);
  AppendJsonString(out_, value);
}

void JsonMembers::Integer(const Piece& key, std::int64_t value) {
  out_.Append(key);
  out_.AppendInteger(value);
}

void JsonMembers::Number(const Piece& key, double value) {
  out_.Append(key);
  out_.AppendNumber(value);
}

void JsonMembers::Weight(const Piece& key, double value) {
  out_.Append(key);
  out_.AppendWeight(value);
}

void JsonMembers::Boolean(const Piece& key, bool value) {
  out_.Append(key);
  out_.Append(value ? "true" : "false");
}

}  // namespace zhitu::xport
