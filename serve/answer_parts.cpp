#include "serve/answer_parts.h"

#include <optional>
#include <string>

namespace zhitu::serve {
namespace {

constexpr double kThousand = 1000.0;

// Nothing where it means nothing: a statement, or a graph without windows.
std::optional<double> NpmiOf(Reader& reader, const graph::RelationRecord& relation) {
  if (!relation.symmetric() || reader.store.Counts().windows == 0) return std::nullopt;
  return reader.measures.Npmi(relation.mentions, reader.store.Entity(relation.subject).windows,
                              reader.store.Entity(relation.object).windows);
}

}  // namespace

void AddHead(const Reader& reader, graph::EntityNumber entity, xport::JsonText& json) {
  json.Raw("{" + std::string(reader.brief.Head(entity)) + "}");
}

void AddRelation(Reader& reader, const graph::RelationRecord& relation, xport::JsonText& json) {
  json.Key("subject");
  AddHead(reader, relation.subject, json);
  json.Key("predicate");
  json.String(relation.predicate);
  json.Key("object");
  AddHead(reader, relation.object, json);
  json.Key("symmetric");
  json.Boolean(relation.symmetric());
  json.Key("weight");
  if (const std::optional<double> weight = reader.brief.ExactWeight(relation.number)) {
    json.Number(*weight);
  } else {
    json.Integer(relation.mentions);
  }
  json.Key("documents");
  json.Integer(relation.documents);
  json.Key("confidence");
  json.Number(static_cast<double>(relation.confidence) / kThousand);
  json.Key("first_seen");
  json.StringOrNull(relation.first_seen);
  json.Key("last_seen");
  json.StringOrNull(relation.last_seen);
  json.Key("npmi");
  if (const std::optional<double> npmi = NpmiOf(reader, relation)) {
    json.Number(*npmi);
  } else {
    json.Null();
  }
  json.Key("all");
  json.Integer(reader.store.CountEvidence(relation));
}

graph::RelationNumber FindRelation(const Reader& reader, std::string_view subject,
                                   std::string_view predicate, std::string_view object) {
  const graph::EntityNumber from = reader.Entity(subject);
  const graph::EntityNumber to = reader.Entity(object);
  for (const graph::Neighbour& neighbour : reader.store.Neighbours(from)) {
    if (neighbour.other != to || !neighbour.outgoing) continue;
    if (reader.store.PredicateName(neighbour.predicate) != predicate) continue;
    return neighbour.relation;
  }
  return 0;
}

}  // namespace zhitu::serve
