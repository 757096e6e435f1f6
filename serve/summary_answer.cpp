#include <array>
#include <cstdio>

#include "export/json_text.h"
#include "graph/colour.h"
#include "serve/answers.h"

namespace zhitu::serve {
namespace {

std::string ColourText(const std::string& type) {
  const graph::Colour colour = graph::ColourOf(type);
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.r, colour.g, colour.b);
  return text.data();
}

void AddTypes(const GraphBrief& brief, xport::JsonText& json) {
  json.Key("types");
  json.StartArray();
  for (const Kind& type : brief.types()) {
    json.StartObject();
    json.Key("name");
    json.String(type.name);
    json.Key("count");
    json.Integer(type.count);
    json.Key("colour");
    json.String(ColourText(type.name));
    json.EndObject();
  }
  json.EndArray();
}

void AddPredicates(const GraphBrief& brief, xport::JsonText& json) {
  json.Key("predicates");
  json.StartArray();
  for (const Kind& predicate : brief.predicates()) {
    if (predicate.count == 0) continue;
    json.StartObject();
    json.Key("name");
    json.String(predicate.name);
    json.Key("count");
    json.Integer(predicate.count);
    json.Key("symmetric");
    json.Boolean(predicate.name == graph::kCoOccurs);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string SummaryAnswer(Reader& reader, const Parameters& /*parameters*/) {
  const GraphBrief& brief = reader.brief;
  xport::JsonText json;
  json.StartObject();
  json.Key("title");
  json.String(brief.title());
  json.Key("entities");
  json.Integer(static_cast<std::int64_t>(brief.top().size()));
  json.Key("relations");
  json.Integer(brief.relations());
  json.Key("layout");
  json.Boolean(brief.placed());
  json.Key("max_weight");
  json.Integer(brief.max_weight());
  json.Key("first_seen");
  json.StringOrNull(brief.Date(brief.seen().first));
  json.Key("last_seen");
  json.StringOrNull(brief.Date(brief.seen().last));
  AddTypes(brief, json);
  AddPredicates(brief, json);
  json.EndObject();
  return std::string(json.text());
}

}  // namespace zhitu::serve
