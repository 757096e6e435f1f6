#include "extract/suggest_reader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <vector>

#include "extract/entity_types.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kKeys = {"heads",   "not_heads",   "stop",        "measure",
                                        "keep",    "generic",     "quoted",      "quoted_ends",
                                        "launch",  "figure",      "phrases",     "standing",
                                        "between", "figure_ends", "phrase_stop", "capitals"};
const std::vector<std::string> kHeadKeys = {"words", "type", "longest", "with",  "joins",
                                            "alone", "weak", "plain",   "within"};
constexpr std::size_t kMostBefore = 15;  // characters before a head

const std::vector<std::string> kCapitalKeys = {"ends", "titles", "joins", "plain", "other"};

void CheckType(YamlFile& file, const YAML::Node& node, const std::string& type) {
  if (!IsTypeName(type))
    file.Report(node, "'" + type + "' is no type name; expected small letters, digits and _");
}

bool IsTyped(const std::string& key) {
  return key == "quoted" || key == "quoted_ends" || key == "phrases" || key == "standing";
}

std::vector<TypedWords> TakeAll(std::deque<TypedWords>& typed) {
  return {std::make_move_iterator(typed.begin()), std::make_move_iterator(typed.end())};
}

void AddAll(const WordSet& words, WordSet& all) {
  all.insert(all.end(), words.begin(), words.end());
  std::sort(all.begin(), all.end());
}

// Notes the characters at which something is looked for.
void NoteStarts(const Lexicons& lexicons, SuggestRules& rules) {
  constexpr std::size_t kPlane = 0x10000;
  const WordFilter sought =
      lexicons.Filter({&rules.head_words, &rules.not_heads, &rules.standing_words, &rules.launch});
  rules.starts.assign(kPlane, false);
  for (std::uint32_t word = 0; word < lexicons.words(); ++word) {
    if (!sought.Has(word)) continue;
    std::size_t at = 0;
    const char32_t c = NextCodePoint(lexicons.Text(word), at);
    if (c < kPlane) rules.starts[c] = true;
  }
}

}  // namespace

void SuggestReader::Read(YamlFile& file, const YAML::Node& section) {
  const std::map<std::string, WordSet*> sets = {
      {"not_heads", &rules_.not_heads},     {"stop", &rules_.stop},
      {"measure", &rules_.measure},         {"keep", &rules_.keep},
      {"generic", &rules_.generic},         {"launch", &rules_.launch},
      {"figure", &rules_.figure},           {"between", &rules_.between},
      {"figure_ends", &rules_.figure_ends}, {"phrase_stop", &rules_.phrase_stop}};
  file.ForEach(section, "suggest", kKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "capitals") {
      ReadCapitals(file, value);
    } else if (IsTyped(key)) {
      ReadTyped(file, key, value, typed_[key]);
    } else if (key != "heads") {
      lists_.ReadWords(file, value, key, *sets.at(key));
    } else if (!value.IsSequence()) {
      file.Report(value, "heads is no list; expected a list of maps");
    } else {
      for (const auto& map : value) ReadHead(file, map);
    }
  });
}

void SuggestReader::ReadHead(YamlFile& file, const YAML::Node& map) {
  if (!map.IsMap()) return file.Report(map, "item of heads is no map; expected keys with values");
  SuggestHead& head = heads_.emplace_back();
  file.ForEach(map, "head", kHeadKeys, [&](const std::string& key, const YAML::Node& value) {
    ReadHeadKey(file, key, value, head);
  });
  if (!map["words"].IsDefined() || !map["type"].IsDefined())
    file.Report(map, "head lacks words or type; expected both");
}

void SuggestReader::ReadHeadKey(YamlFile& file, const std::string& key, const YAML::Node& value,
                                SuggestHead& head) {
  if (key == "words") return lists_.ReadWords(file, value, key, head.words);
  if (key == "with") return lists_.ReadTypes(file, value, key, head.with);
  if (key == "within") return lists_.ReadTypes(file, value, key, head.within);
  const std::map<std::string, bool*> flags = {
      {"joins", &head.joins}, {"alone", &head.alone}, {"weak", &head.weak}, {"plain", &head.plain}};
  if (const auto flag = flags.find(key); flag != flags.end()) {
    *flag->second = file.Bool(value, key);
    return;
  }
  const std::optional<std::string> text = file.Text(value, key);
  if (!text) return;
  if (key == "type") {
    head.type = *text;
    return CheckType(file, value, *text);
  }
  const char* const last = text->data() + text->size();
  const auto [end, error] = std::from_chars(text->data(), last, head.longest);
  if (error != std::errc() || end != last || head.longest < 1 || head.longest > kMostBefore)
    file.Report(value, "longest is '" + *text + "'; expected a whole number from 1 to " +
                           std::to_string(kMostBefore));
}

void SuggestReader::ReadCapitals(YamlFile& file, const YAML::Node& map) {
  const std::map<std::string, WordSet*> sets = {
      {"titles", &rules_.titles}, {"joins", &rules_.joins}, {"plain", &rules_.plain}};
  file.ForEach(map, "capitals", kCapitalKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "ends") {
      ReadTyped(file, key, value, typed_[key]);
    } else if (key != "other") {
      lists_.ReadWords(file, value, key, *sets.at(key));
    } else if (const std::optional<std::string> type = file.Text(value, key)) {
      rules_.other = *type;
      CheckType(file, value, *type);
    }
  });
}

void SuggestReader::ReadTyped(YamlFile& file, const std::string& what, const YAML::Node& map,
                              std::deque<TypedWords>& typed) {
  file.ForEach(map, what, {}, [&](const std::string& type, const YAML::Node& value) {
    CheckType(file, value, type);
    TypedWords& words = typed.emplace_back();
    words.type = type;
    lists_.ReadWords(file, value, type, words.words);
  });
}

SuggestRules SuggestReader::Take(const Lexicons& lexicons) {
  rules_.heads.assign(std::make_move_iterator(heads_.begin()),
                      std::make_move_iterator(heads_.end()));
  rules_.quoted = TakeAll(typed_["quoted"]);
  rules_.quoted_ends = TakeAll(typed_["quoted_ends"]);
  rules_.phrases = TakeAll(typed_["phrases"]);
  rules_.standing = TakeAll(typed_["standing"]);
  rules_.capital_ends = TakeAll(typed_["ends"]);
  for (const SuggestHead& head : rules_.heads) AddAll(head.words, rules_.head_words);
  for (const TypedWords& words : rules_.standing) AddAll(words.words, rules_.standing_words);
  NoteStarts(lexicons, rules_);
  return std::move(rules_);
}

}  // namespace zhitu::extract
