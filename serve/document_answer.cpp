#include <algorithm>
#include <optional>

#include "export/json_text.h"
#include "graph/document_marks.h"
#include "graph/stored_text.h"
#include "serve/answer_parts.h"
#include "serve/answers.h"
#include "serve/request_error.h"

namespace zhitu::serve {
namespace {

constexpr std::int64_t kMostCharacters = 20'000;

void AddFacts(const graph::DocumentRecord& document, xport::JsonText& json) {
  const auto text = [&](std::string_view key, const std::string& value) {
    json.Key(key);
    json.StringOrNull(value);
  };
  text("id", document.id);
  text("file", document.file);
  text("title", document.title);
  text("date", document.date);
  text("source", document.source);
  json.Key("begin");
  json.Integer(document.begin);
  json.Key("end");
  json.Integer(document.end);
}

// Those that lie in the part; one that is cut by its bounds is left to the next part.
void AddMentions(const Reader& reader, const graph::DocumentRecord& document,
                 const graph::Stretch& part, xport::JsonText& json) {
  json.Key("mentions");
  json.StartArray();
  for (const graph::QuotedPlace& mention : reader.store.MentionPlaces(document.number)) {
    if (mention.place.begin < part.begin || mention.place.end > part.end) continue;
    if (mention.place.begin >= mention.place.end || mention.entity == 0) continue;
    if (mention.entity > reader.store.last_entity()) continue;
    json.StartObject();
    json.Key("begin");
    json.Integer(mention.place.begin);
    json.Key("end");
    json.Integer(mention.place.end);
    json.Key("entity");
    AddHead(reader, mention.entity, json);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string DocumentAnswer(Reader& reader, const Parameters& parameters) {
  const std::string_view id = parameters.Needed("id");
  std::optional<graph::DocumentRecord> document = reader.store.FindDocument(id);
  if (!document) {
    throw RequestError(404, "no_document", "no document has the id " + std::string(id));
  }
  constexpr std::int64_t kFar = 1'000'000'000'000;
  const std::int64_t from = parameters.Number("from", document->begin, 0, kFar);
  const std::int64_t count = parameters.Number("limit", kMostCharacters, 1, kMostCharacters);
  graph::Stretch part;
  part.begin = std::clamp(from, document->begin, document->end);
  part.end = std::min(part.begin + count, document->end);
  const graph::StoredText text(std::move(document->text), document->begin, document->line,
                               document->record);
  const extract::LineColumn position = text.Position(part.begin);
  xport::JsonText json;
  json.StartObject();
  AddFacts(*document, json);
  json.Key("from");
  json.Integer(part.begin);
  json.Key("to");
  json.Integer(part.end);
  json.Key("line");
  json.Integer(static_cast<std::int64_t>(position.line));
  json.Key("text");
  json.String(text.Bytes(part).In(text.text()));
  AddMentions(reader, *document, part, json);
  json.EndObject();
  return std::string(json.text());
}

}  // namespace zhitu::serve
