#include "extract/pattern_list.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/characters.h"
#include "extract/json_tree.h"
#include "extract/list_text.h"

namespace zhitu::extract {
namespace {

// The only text of a token, or nothing. Every further key would ask for more than the text.
std::optional<std::string> PlainToken(const JsonValue& token) {
  if (token.kind() != JsonKind::kObject) return std::nullopt;
  const auto members = token.Members();
  if (members.size() != 1 || members[0].second.kind() != JsonKind::kString) return std::nullopt;
  for (const std::string_view plain : {"TEXT", "ORTH", "LOWER", "text", "orth", "lower"}) {
    if (members[0].first == plain) return std::string(members[0].second.string());
  }
  return std::nullopt;
}

// Tokens side by side: with a space between letters of spaced scripts, as they stand in a text.
void AppendToken(const std::string& token, std::string& text) {
  if (!text.empty() && !token.empty()) {
    std::size_t last = text.size();
    std::size_t first = 0;
    if (IsSpacedLetter(CodePointBefore(text, last)) && IsSpacedLetter(NextCodePoint(token, first)))
      text += ' ';
  }
  text += token;
}

std::optional<std::string> PlainPattern(const JsonValue& pattern) {
  if (pattern.kind() == JsonKind::kString) return std::string(TrimmedView(pattern.string()));
  if (pattern.kind() != JsonKind::kArray) return std::nullopt;
  std::string text;
  for (const JsonValue& token : pattern.Items()) {
    const std::optional<std::string> plain = PlainToken(token);
    if (!plain) return std::nullopt;
    AppendToken(*plain, text);
  }
  return text;
}

// The patterns of a file: entities with an id wait for their other patterns.
class PatternReader {
 public:
  explicit PatternReader(DictionaryDraft& draft) : draft_(draft) {}

  void Take(const JsonValue& entry, std::size_t line) {
    if (entry.kind() != JsonKind::kObject) {
      draft_.Refuse({line, 1}, "not a JSON object; expected one pattern a line");
      return;
    }
    const auto label = entry.Find("label");
    const auto pattern = entry.Find("pattern");
    if (!label || label->kind() != JsonKind::kString || !pattern) {
      draft_.LeaveOut({line, 1}, "label or pattern is missing; expected both");
      return;
    }
    const std::optional<std::string> text = PlainPattern(*pattern);
    if (!text) {
      draft_.LeaveOut({line, pattern->where().column},
                      "pattern asks for more than texts; expected tokens with TEXT, ORTH or LOWER");
      return;
    }
    const auto id = entry.Find("id");
    Add(std::string(label->string()),
        id && id->kind() == JsonKind::kString ? std::string(id->string()) : std::string(), *text,
        {line, pattern->where().column});
  }

  void Finish() {
    for (const auto& [listed, where] : entities_) draft_.Add(listed, where);
  }

 private:
  void Add(std::string label, const std::string& id, const std::string& text,
           const LineColumn& where) {
    if (!id.empty()) {
      const auto [known, fresh] = with_id_.try_emplace({label, id}, entities_.size());
      if (!fresh) {
        entities_[known->second].first.aliases.push_back(text);
        return;
      }
    }
    ListedName listed;
    listed.tag = std::move(label);
    listed.name = text;
    if (!id.empty()) listed.id = listed.tag + ':' + id;
    entities_.emplace_back(std::move(listed), where);
  }

  DictionaryDraft& draft_;
  std::vector<std::pair<ListedName, LineColumn>> entities_;
  std::map<std::pair<std::string, std::string>, std::size_t> with_id_;  // label, id
};

}  // namespace

void ReadEntityPatterns(const std::string& path, DictionaryDraft& draft) {
  const std::optional<std::string> text = ReadListText(path, draft);
  if (!text) return;
  PatternReader reader(draft);
  ForEachLine(*text, [&](std::string_view line, std::size_t number) {
    try {
      const JsonTree tree(std::string(line), {path, number, 0});
      reader.Take(tree.root(), number);
    } catch (const InputError& error) {
      draft.Refuse(error.problems());
    }
  });
  reader.Finish();
}

}  // namespace zhitu::extract
