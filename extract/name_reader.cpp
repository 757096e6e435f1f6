#include "extract/name_reader.h"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kKeys = {"extensions", "heads",   "persons",
                                        "stop",       "lead_in", "title"};
const std::vector<std::string> kExtensionKeys = {"words", "of", "type"};
const std::vector<std::string> kHeadKeys = {"words", "with", "behind", "free", "longest", "type"};
const std::vector<std::string> kPersonKeys = {"surname", "common", "before", "after", "says",
                                              "next",    "word",   "given",  "never", "foreign"};
constexpr std::size_t kMostBefore = 40;  // characters before a head

// Calls `visit` for each map of a list.
void ForEachMap(YamlFile& file, const YAML::Node& list, const std::string& what,
                const std::function<void(const YAML::Node&)>& visit) {
  if (list.IsNull()) return;
  if (!list.IsSequence()) return file.Report(list, what + " is no list; expected a list of maps");
  for (const auto& node : list) {
    if (node.IsMap()) {
      visit(node);
    } else {
      file.Report(node, "item of " + what + " is no map; expected keys with values");
    }
  }
}

std::u32string Characters(const std::string& text) {
  const std::string folded = FoldName(text);
  std::u32string characters;
  for (std::size_t at = 0; at < folded.size();) characters += NextCodePoint(folded, at);
  return characters;
}

}  // namespace

void NameReader::Read(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "names", kKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "extensions") {
      ForEachMap(file, value, key, [&](const YAML::Node& map) { ReadExtension(file, map); });
    } else if (key == "heads") {
      ForEachMap(file, value, key, [&](const YAML::Node& map) { ReadHead(file, map); });
    } else if (key == "persons") {
      ReadPersons(file, value);
    } else {
      lists_.ReadWords(file, value, key,
                       key == "stop"      ? rules_.stop
                       : key == "lead_in" ? rules_.lead_in
                                          : rules_.title);
    }
  });
}

void NameReader::ReadExtension(YamlFile& file, const YAML::Node& map) {
  NameExtension& extension = extensions_.emplace_back();
  file.ForEach(map, "extension", kExtensionKeys,
               [&](const std::string& key, const YAML::Node& value) {
                 if (key == "words") {
                   lists_.ReadWords(file, value, key, extension.words);
                   lists_.ReadWords(file, value, key, rules_.extension_words);
                 } else if (key == "of") {
                   lists_.ReadTypes(file, value, key, extension.of);
                 } else {
                   extension.type = ReadType(file, value);
                 }
               });
  if (!map["words"].IsDefined() || !map["of"].IsDefined() || !map["type"].IsDefined())
    file.Report(map, "extension lacks words, of or type; expected all three");
}

void NameReader::ReadHead(YamlFile& file, const YAML::Node& map) {
  NameHead& head = heads_.emplace_back();
  file.ForEach(map, "head", kHeadKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "words") {
      lists_.ReadWords(file, value, key, head.words);
    } else if (key == "with" || key == "behind") {
      lists_.ReadTypes(file, value, key, key == "with" ? head.with : head.behind);
    } else if (key == "free") {
      head.free = file.Bool(value, key);
    } else if (key == "type") {
      head.type = ReadType(file, value);
    } else if (const std::optional<std::string> text = file.Text(value, key)) {
      const char* const last = text->data() + text->size();
      const auto [end, error] = std::from_chars(text->data(), last, head.longest);
      if (error != std::errc() || end != last || head.longest < 1 || head.longest > kMostBefore)
        file.Report(value, "longest is '" + *text + "'; expected a whole number from 1 to " +
                               std::to_string(kMostBefore));
    }
  });
  if (!map["words"].IsDefined() || !map["type"].IsDefined())
    file.Report(map, "head lacks words or type; expected both");
}

void NameReader::ReadPersons(YamlFile& file, const YAML::Node& map) {
  PersonRules& persons = rules_.persons;
  const std::map<std::string, WordSet*> sets = {
      {"surname", &persons.surname}, {"common", &persons.common}, {"before", &persons.before},
      {"after", &persons.after},     {"says", &persons.says},     {"next", &persons.next},
      {"word", &persons.word}};
  const std::map<std::string, CharacterSet*> characters_of = {
      {"given", &persons.given}, {"never", &persons.never}, {"foreign", &persons.foreign}};
  file.ForEach(map, "persons", kPersonKeys, [&](const std::string& key, const YAML::Node& value) {
    if (const auto found = characters_of.find(key); found != characters_of.end()) {
      CharacterSet& set = *found->second;
      std::u32string characters = set.characters();
      for (const std::string& text : file.Texts(value, key)) characters += Characters(text);
      set = characters;
    } else {
      lists_.ReadWords(file, value, key, *sets.at(key));
    }
  });
}

std::string NameReader::ReadType(YamlFile& file, const YAML::Node& node) {
  const std::optional<std::string> type = file.Text(node, "type");
  if (type && !IsTypeName(*type))
    file.Report(node, "'" + *type + "' is no type name; expected small letters, digits and _");
  return type.value_or("");
}

NameRules NameReader::Take() {
  rules_.extensions.assign(std::make_move_iterator(extensions_.begin()),
                           std::make_move_iterator(extensions_.end()));
  rules_.heads.assign(std::make_move_iterator(heads_.begin()),
                      std::make_move_iterator(heads_.end()));
  return std::move(rules_);
}

}  // namespace zhitu::extract
