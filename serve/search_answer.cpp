#include "export/json_text.h"
#include "serve/answer_parts.h"
#include "serve/answers.h"

namespace zhitu::serve {

std::string SearchAnswer(Reader& reader, const Parameters& parameters) {
  const std::string_view text = parameters.Needed("text");
  const auto limit = static_cast<std::size_t>(parameters.Number("limit", 10, 1, 100));
  xport::JsonText json;
  json.StartObject();
  json.Key("hits");
  json.StartArray();
  for (const NameHit& hit : reader.brief.names().Find(text, limit)) {
    json.StartObject();
    json.Key("entity");
    AddHead(reader, hit.entity, json);
    json.Key("alias");
    if (hit.alias == 0) {
      json.Null();
    } else {
      json.String(reader.store.Entity(hit.entity).aliases.at(hit.alias - 1));
    }
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return std::string(json.text());
}

}  // namespace zhitu::serve
