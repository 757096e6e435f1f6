#include "cli/entity_lookup.h"

#include <algorithm>
#include <vector>

#include "cli/wording.h"

namespace zhitu::cli {
namespace {

constexpr std::size_t kMostSuggestions = 5;
constexpr std::size_t kMostCandidates = 20;

std::vector<graph::EntityRecord> Candidates(const graph::Store& store, const std::string& name) {
  std::vector<graph::EntityRecord> found = store.FindByName(name);
  const auto is_document = [](const graph::EntityRecord& entity) {
    return entity.type == graph::kDocumentType;
  };
  if (!std::ranges::all_of(found, is_document)) std::erase_if(found, is_document);
  return found;
}

void TellNothing(const graph::Store& store, const std::string& name, Messages& messages) {
  const std::vector<std::string> near = store.Suggest(name, kMostSuggestions);
  messages.Error("no entity has the id, name or alias '" + name + "'" +
                 (near.empty() ? "" : "; did you mean " + Joined(near, ", ") + "?"));
}

void TellSeveral(const std::vector<graph::EntityRecord>& found, const std::string& name,
                 Messages& messages) {
  messages.Error("'" + name + "' names " + std::to_string(found.size()) +
                 " entities; expected one of these ids:");
  for (std::size_t i = 0; i < std::min(found.size(), kMostCandidates); ++i) {
    messages.More(found[i].id + "  (" + found[i].type + ", " + found[i].name + ")");
  }
  if (found.size() > kMostCandidates) {
    messages.More("and " + std::to_string(found.size() - kMostCandidates) + " more");
  }
}

}  // namespace

std::optional<graph::EntityRecord> FindEntity(const graph::Store& store, const std::string& name,
                                              Session& session) {
  if (std::optional<graph::EntityRecord> entity = store.FindById(name)) return entity;
  std::vector<graph::EntityRecord> found = Candidates(store, name);
  if (found.size() == 1) return std::move(found.front());
  if (found.empty()) {
    TellNothing(store, name, session.messages);
  } else {
    TellSeveral(found, name, session.messages);
  }
  return std::nullopt;
}

void AddEntityMembers(const graph::EntityRecord& entity, xport::JsonText& json) {
  json.Key("id");
  json.String(entity.id);
  json.Key("name");
  json.String(entity.name);
  json.Key("type");
  json.String(entity.type);
}

void AddEntity(std::string_view key, const graph::EntityRecord& entity, xport::JsonText& json) {
  json.Key(key);
  json.StartObject();
  AddEntityMembers(entity, json);
  json.EndObject();
}

const std::string& LabelOf(const graph::EntityRecord& entity) {
  return entity.name.empty() ? entity.id : entity.name;
}

}  // namespace zhitu::cli
