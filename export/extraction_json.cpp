#include "export/extraction_json.h"

#include <string_view>
#include <vector>

#include "export/file_offsets.h"

namespace zhitu::xport {
namespace {

using extract::Extraction;
using extract::Mention;
using extract::Statement;

void Text(JsonText& json, std::string_view key, std::string_view value) {
  json.Key(key);
  json.String(value);
}

void TextOrNull(JsonText& json, std::string_view key, std::string_view value) {
  json.Key(key);
  json.StringOrNull(value);
}

void Span(JsonText& json, const FileOffsets& offsets, const extract::Span& span) {
  json.Key("begin");
  json.Integer(offsets.At(span.begin));
  json.Key("end");
  json.Integer(offsets.At(span.end));
}

void WriteCandidates(JsonText& json, const Extraction& extraction, const Mention& mention) {
  json.Key("candidates");
  json.StartArray();
  for (const extract::Candidate& candidate : mention.candidates) {
    json.StartObject();
    Text(json, "id", extraction.EntityId(candidate.entity));
    json.Key("score");
    json.Number(candidate.score);
    json.EndObject();
  }
  json.EndArray();
}

// The members of a mention, but for what it may name.
void WriteMention(JsonText& json, const Extraction& extraction, const FileOffsets& offsets,
                  const Mention& mention) {
  const bool decided = mention.entity != extract::kNoEntity;
  Span(json, offsets, mention.span);
  Text(json, "text", extraction.Surface(mention.span));
  TextOrNull(json, "entity", decided ? extraction.EntityId(mention.entity) : "");
  TextOrNull(json, "name", decided ? extraction.EntityName(mention.entity) : "");
  Text(json, "type", extraction.MentionType(mention));
  Text(json, "kind", MentionKindName(mention.kind));
  json.Key("nested");
  json.Boolean(mention.nested);
  json.Key("confidence");
  json.Number(mention.confidence);
  Text(json, "zone", ZoneName(mention.zone));
  Text(json, "why", offsets.Why(extraction, mention));
}

// The members of a statement, but for how its rule matched.
void WriteStatement(JsonText& json, const Extraction& extraction, const FileOffsets& offsets,
                    const Statement& statement) {
  Text(json, "subject", extraction.EntityId(statement.subject));
  Text(json, "predicate", statement.predicate);
  Text(json, "object", extraction.EntityId(statement.object));
  json.Key("confidence");
  json.Number(statement.confidence);
  Text(json, "rule", statement.rule);
  json.Key("evidence");
  json.StartArray();
  for (const extract::Span& span : statement.evidence) {
    json.StartObject();
    Span(json, offsets, span);
    json.EndObject();
  }
  json.EndArray();
  TextOrNull(json, "modality", ModalityName(statement.modality));
  TextOrNull(json, "date", statement.date);
}

void WriteMatch(JsonText& json, const Extraction& extraction, const FileOffsets& offsets,
                const Statement& statement) {
  json.Key("match");
  json.StartArray();
  for (const extract::RolePlace& place : statement.roles) {
    json.StartObject();
    Text(json, "role", place.role);
    Span(json, offsets, place.span);
    Text(json, "text", extraction.Surface(place.span));
    json.EndObject();
  }
  json.EndArray();
}

void WriteQuantity(JsonText& json, const Extraction& extraction, const FileOffsets& offsets,
                   const extract::Quantity& quantity) {
  json.StartObject();
  Span(json, offsets, quantity.span);
  Text(json, "text", extraction.Surface(quantity.span));
  json.Key("value");
  json.Number(quantity.value);
  json.Key("approximate");
  json.Boolean(quantity.approximate);
  Text(json, "unit", quantity.unit);
  TextOrNull(json, "of", quantity.of.size() == 0 ? "" : extraction.Surface(quantity.of));
  const bool known = quantity.entity != extract::kNoEntity;
  TextOrNull(json, "entity", known ? extraction.EntityId(quantity.entity) : "");
  json.EndObject();
}

void WriteDate(JsonText& json, const Extraction& extraction, const FileOffsets& offsets,
               const extract::TemporalExpression& date) {
  json.StartObject();
  Span(json, offsets, date.span);
  Text(json, "text", extraction.Surface(date.span));
  TextOrNull(json, "from", date.from);
  TextOrNull(json, "to", date.to);
  json.EndObject();
}

void WriteWeighed(JsonText& json, const Extraction& extraction, const FileOffsets& offsets,
                  const extract::WeighedName& name) {
  json.StartObject();
  Span(json, offsets, name.span);
  Text(json, "text", extraction.Surface(name.span));
  TextOrNull(json, "type", name.type);
  json.Key("weight");
  json.Number(name.weight);
  json.Key("chosen");
  json.Boolean(name.chosen);
  Text(json, "why", name.why);
  json.EndObject();
}

// Writes a member with an array, each item by `write`.
template <typename Item, typename Write>
void Array(JsonText& json, std::string_view key, const std::vector<Item>& items, Write write) {
  json.Key(key);
  json.StartArray();
  for (const Item& item : items) write(item);
  json.EndArray();
}

}  // namespace

ExtractionJsonWriter::ExtractionJsonWriter(Sink& sink) : sink_(sink) {}

void ExtractionJsonWriter::Explain() { explains_ = true; }

void ExtractionJsonWriter::Begin() {}

void ExtractionJsonWriter::Add(const Extraction& extraction) {
  const extract::Document& document = extraction.document;
  const FileOffsets offsets(document);
  json_.Clear();
  json_.StartObject();
  Text(json_, "document", document.id);
  Text(json_, "file", document.file);
  Span(json_, offsets, {0, document.text.size()});
  TextOrNull(json_, "title", document.title);
  TextOrNull(json_, "date", document.date);
  const auto writes = [&](auto write) {
    return [&, write](const auto& item) { write(json_, extraction, offsets, item); };
  };
  Array(json_, "mentions", extraction.mentions, [&](const Mention& mention) {
    json_.StartObject();
    WriteMention(json_, extraction, offsets, mention);
    if (mention.entity == extract::kNoEntity || (explains_ && !mention.candidates.empty()))
      WriteCandidates(json_, extraction, mention);
    json_.EndObject();
  });
  Array(json_, "statements", extraction.statements, [&](const Statement& statement) {
    json_.StartObject();
    WriteStatement(json_, extraction, offsets, statement);
    if (explains_) WriteMatch(json_, extraction, offsets, statement);
    json_.EndObject();
  });
  Array(json_, "quantities", extraction.quantities, writes(WriteQuantity));
  Array(json_, "dates", extraction.dates, writes(WriteDate));
  if (explains_) Array(json_, "weighed", extraction.weighed, writes(WriteWeighed));
  json_.EndObject();
  sink_.Write(json_.text());
  sink_.Write("\n");
}

void ExtractionJsonWriter::End() {}

}  // namespace zhitu::xport
