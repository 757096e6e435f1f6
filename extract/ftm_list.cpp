#include "extract/ftm_list.h"

#include <optional>
#include <string_view>

#include "extract/characters.h"
#include "extract/json_tree.h"
#include "extract/list_text.h"

namespace zhitu::extract {
namespace {

std::string TextOf(const std::optional<JsonValue>& value) {
  if (!value || value->kind() != JsonKind::kString) return {};
  return std::string(TrimmedView(value->string()));
}

// The texts of a property, which is a list or one text.
void AddTexts(const std::optional<JsonValue>& value, std::vector<std::string>& texts) {
  if (!value) return;
  std::vector<JsonValue> items = {*value};
  if (value->kind() == JsonKind::kArray) items = value->Items();
  for (const JsonValue& item : items) {
    std::string text = TextOf(item);
    if (!text.empty()) texts.push_back(std::move(text));
  }
}

void AddEntity(const JsonValue& entity, std::size_t line, DictionaryDraft& draft) {
  if (entity.kind() != JsonKind::kObject) {
    draft.Refuse({line, 1}, "not a JSON object; expected one entity a line");
    return;
  }
  ListedName listed;
  listed.id = TextOf(entity.Find("id"));
  listed.tag = TextOf(entity.Find("schema"));
  std::vector<std::string> names;
  if (const auto properties = entity.Find("properties");
      properties && properties->kind() == JsonKind::kObject) {
    for (const char* const key : {"name", "alias"}) AddTexts(properties->Find(key), names);
  }
  if (listed.id.empty() || names.empty()) {
    draft.LeaveOut({line, 1}, listed.id.empty() ? "entity has no id; expected one"
                                                : "entity has no name; expected properties.name");
    return;
  }
  listed.name = names.front();
  listed.aliases.assign(names.begin() + 1, names.end());
  draft.Add(listed, {line, 1});
}

}  // namespace

void ReadFtmEntities(const std::string& path, DictionaryDraft& draft) {
  const std::optional<std::string> text = ReadListText(path, draft);
  if (!text) return;
  ForEachLine(*text, [&](std::string_view line, std::size_t number) {
    try {
      const JsonTree tree(std::string(line), {path, number, 0});
      AddEntity(tree.root(), number, draft);
    } catch (const InputError& error) {
      draft.Refuse(error.problems());
    }
  });
}

}  // namespace zhitu::extract
