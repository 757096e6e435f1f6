#include "export/json_text.h"
#include "serve/answers.h"

namespace zhitu::serve {

std::string EntityAnswer(Reader& reader, const Parameters& parameters) {
  const graph::EntityNumber number = reader.Entity(parameters.Needed("id"));
  const graph::EntityRecord entity = reader.store.Entity(number);
  xport::JsonText json;
  json.StartObject();
  json.Key("aliases");
  json.StartArray();
  for (const std::string& alias : entity.aliases) json.String(alias);
  json.EndArray();
  json.Key("attributes");
  json.StartArray();
  for (const auto& [name, value] : entity.attributes) {
    json.StartArray();
    json.String(name);
    json.String(value);
    json.EndArray();
  }
  json.EndArray();
  json.EndObject();
  const std::string lists(json.text().substr(1));
  return "{" + std::string(reader.brief.Head(number)) + "," +
         std::string(reader.brief.Drawn(number)) + "," + lists;
}

}  // namespace zhitu::serve
