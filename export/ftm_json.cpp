#include "export/ftm_json.h"

#include <cstddef>
#include <vector>

#include "export/date_span.h"
#include "export/portable_names.h"
#include "export/xml_text.h"
#include "extract/hash.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

using Strings = std::vector<std::string>;

std::string EntityId(const std::string& id) { return "zhitu-" + extract::HashHex(id); }
std::string RelationId(const std::string& id) { return "zhitu-relation-" + extract::HashHex(id); }

constexpr std::string_view kNotes = "notes";
constexpr std::string_view kDescription = "description";

// FollowTheMoney takes names of at most so many characters, and longer texts where one is written.
constexpr std::size_t kMostOfName = 384;
constexpr std::size_t kMostOfText = 65000;

// The text without what is too long or what XML cannot hold.
std::string Kept(std::string_view text, std::size_t most) {
  std::string kept = XmlCharacters(text);
  std::size_t at = 0;
  for (std::size_t count = 0; count < most && at < kept.size(); ++count) {
    extract::NextCodePoint(kept, at);
  }
  kept.resize(at);
  return kept;
}

std::string DateOrNothing(const std::string& date) {
  return DaysOf(date, date) && date.find(' ') == std::string::npos ? date : "";
}

}  // namespace

void FtmJsonWriter::StartEntity(const std::string& id, const std::string& own_id,
                                std::string_view schema) {
  line_.Clear();
  line_.StartObject();
  line_.Key("id");
  line_.String(id);
  line_.Key("schema");
  line_.String(schema);
  line_.Key("zhitu_id");
  line_.String(PortableId(own_id));
  line_.Key("properties");
  line_.StartObject();
}

void FtmJsonWriter::Property(std::string_view name, std::span<const std::string> values) {
  if (values.empty()) return;
  const bool is_text = name == kDescription || name == kNotes;
  line_.Key(name);
  line_.StartArray();
  for (const std::string& value : values) {
    line_.String(Kept(value, is_text ? kMostOfText : kMostOfName));
  }
  line_.EndArray();
}

void FtmJsonWriter::Property(std::string_view name, const std::string& value) {
  if (!value.empty()) Property(name, Strings{value});
}

void FtmJsonWriter::EndEntity() {
  line_.EndObject();
  line_.EndObject();
  out_.Append(line_.text());
  out_.Append("\n");
}

void FtmJsonWriter::AddNode(const Node& node) {
  const FtmSchemata::Entity& entity = schemata_.OfType(node.type);
  entities_.emplace(node.id, &entity);
  StartEntity(EntityId(node.id), node.id, entity.schema);
  const std::string& label = node.label.empty() ? node.id : node.label;
  for (const std::string& name : entity.names) Property(name, label);
  Strings aliases = node.aliases;
  std::erase(aliases, "");
  Property("alias", aliases);
  Property("keywords", node.type);
  Strings notes;
  for (const auto& [name, value] : node.attributes) {
    notes.emplace_back(name).append(": ").append(value);
  }
  Property(kNotes, notes);
  EndEntity();
}

void FtmJsonWriter::AddEdge(const Edge& edge) {
  const FtmSchemata::Relation& relation = schemata_.OfPredicate(
      edge.predicate, entities_.at(edge.source)->schema, entities_.at(edge.target)->schema);
  StartEntity(RelationId(edge.id), edge.id, relation.schema);
  Property(relation.source, EntityId(edge.source));
  Property(relation.target, EntityId(edge.target));
  Property("role", edge.predicate);
  Property("startDate", DateOrNothing(edge.first_seen));
  Property("endDate", DateOrNothing(edge.last_seen));
  Property(kDescription, edge.evidence);
  EndEntity();
}

}  // namespace zhitu::xport
