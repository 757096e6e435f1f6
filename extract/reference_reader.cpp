#include "extract/reference_reader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "extract/entity_types.h"
#include "extract/fold.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kKeys = {"heads",   "organs",    "determiner", "quantifier",
                                        "lead_in", "exception", "surname",    "title",
                                        "naming",  "defining"};
const std::vector<std::string> kHeadKeys = {"words", "kind",   "types",      "name_ends",
                                            "bare",  "before", "paragraphs", "cataphora"};
const std::vector<std::string> kOrganKeys = {"words", "type", "of", "known"};
constexpr char kAny[] = "any";

}  // namespace

void ReferenceReader::Read(YamlFile& file, const YAML::Node& section) {
  const std::map<std::string, WordSet*> sets = {
      {"determiner", &rules_.determiner}, {"quantifier", &rules_.quantifier},
      {"lead_in", &rules_.lead_in},       {"exception", &rules_.exception},
      {"surname", &rules_.surname},       {"title", &rules_.title},
      {"naming", &rules_.naming},         {"defining", &rules_.defining}};
  file.ForEach(section, "references", kKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "heads") {
      ReadHeads(file, value);
    } else if (key == "organs") {
      ReadOrgans(file, value);
    } else {
      lists_.ReadWords(file, value, key, *sets.at(key));
    }
  });
}

void ReferenceReader::ReadHeads(YamlFile& file, const YAML::Node& list) {
  if (list.IsNull()) return;
  if (!list.IsSequence())
    return file.Report(list, "heads is no list; expected a list of maps with words and types");
  for (const auto& node : list) ReadHead(file, node);
}

void ReferenceReader::ReadHead(YamlFile& file, const YAML::Node& node) {
  if (!node.IsMap()) return file.Report(node, "head is no map; expected keys with values");
  ReferenceHead& head = heads_.emplace_back();
  file.ForEach(node, "head", kHeadKeys, [&](const std::string& key, const YAML::Node& value) {
    ReadHeadKey(file, key, value, head);
  });
  if (!node["words"].IsDefined() || !node["types"].IsDefined())
    return file.Report(node, "head has no words or no types; expected both");
  if (!node["name_ends"].IsDefined() && head.kind == MentionKind::kNominal)
    NoteOwnWords(file, node["words"]);
}

// Unless said otherwise, what a word refers to is named with it: 办事处 to 柳河办事处.
void ReferenceReader::NoteOwnWords(YamlFile& file, const YAML::Node& words) {
  file.ForEachText(words, "words", [&](const std::string& text, const YAML::Node& node) {
    if (text.starts_with('<'))
      return file.Report(node, "words of a lexicon need name_ends; expected it, or the words");
    std::string word = FoldName(text);
    if (word.empty()) return;  // told already
    OwnWord& own = own_words_.emplace_back();
    own.head = heads_.size() - 1;
    own.word = std::move(word);
    lists_.AddWords({own.word}, own.words);
  });
}

void ReferenceReader::ReadHeadKey(YamlFile& file, const std::string& key, const YAML::Node& value,
                                  ReferenceHead& head) {
  if (key == "words") {
    lists_.ReadWords(file, value, key, head.words);
  } else if (key == "before") {
    lists_.ReadWords(file, value, key, head.before);
  } else if (key == "bare") {
    const std::optional<std::string> bare = file.Text(value, key);
    head.bare = bare == "free"       ? ReferenceHead::Bare::kFree
                : bare == "anywhere" ? ReferenceHead::Bare::kAnywhere
                                     : ReferenceHead::Bare::kNever;
    if (bare && bare != "free" && bare != "anywhere" && bare != "never")
      file.Report(value, "bare is '" + *bare + "'; expected never, free or anywhere");
  } else if (key == "cataphora") {
    head.cataphora = file.Bool(value, key);
  } else if (key == "kind") {
    const std::optional<std::string> kind = file.Text(value, key);
    head.kind = kind == "pronoun" ? MentionKind::kPronoun : MentionKind::kNominal;
    if (kind && kind != "pronoun" && kind != "nominal")
      file.Report(value, "kind is '" + *kind + "'; expected nominal or pronoun");
  } else if (key == "name_ends") {
    ReadEndings(file, value, head);
  } else if (key == "paragraphs") {
    const std::optional<std::string> text = file.Text(value, key);
    if (!text) return;
    const char* const last = text->data() + text->size();
    const auto [end, error] = std::from_chars(text->data(), last, head.paragraphs);
    if (error != std::errc() || end != last)
      file.Report(value, "paragraphs is '" + *text + "'; expected a whole number from 0");
  } else {
    lists_.ReadTypes(file, value, key, head.types);
  }
}

void ReferenceReader::ReadEndings(YamlFile& file, const YAML::Node& list, ReferenceHead& head) {
  bool any = false;
  file.ForEachText(list, "name_ends", [&](const std::string& ending, const YAML::Node& node) {
    any = any || ending == kAny;
    head.endings.push_back(FoldName(ending));
    if (head.endings.back().empty())
      file.Report(node, "word is empty; expected visible characters");
  });
  if (any) head.endings.clear();
}

void ReferenceReader::ReadOrgans(YamlFile& file, const YAML::Node& list) {
  if (list.IsNull()) return;
  if (!list.IsSequence())
    return file.Report(list, "organs is no list; expected a list of maps with words and type");
  for (const auto& node : list) ReadOrgan(file, node);
}

void ReferenceReader::ReadOrgan(YamlFile& file, const YAML::Node& node) {
  if (!node.IsMap()) return file.Report(node, "organ is no map; expected keys with values");
  ReferenceOrgan& organ = organs_.emplace_back();
  file.ForEach(node, "organ", kOrganKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "words") {
      lists_.ReadWords(file, value, key, organ.words);
    } else if (key == "of") {
      lists_.ReadTypes(file, value, key, organ.of);
    } else if (key == "known") {
      organ.known = file.Bool(value, key);
    } else {
      const std::optional<std::string> type = file.Text(value, key);
      organ.type = type.value_or("");
      if (type && !IsTypeName(*type))
        file.Report(value, "'" + *type + "' is no type name; expected small letters, digits and _");
    }
  });
  if (!node["words"].IsDefined() || !node["type"].IsDefined())
    file.Report(node, "organ has no words or no type; expected both");
}

ReferenceRules ReferenceReader::Take() {
  auto own = own_words_.begin();
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    if (own == own_words_.end() || own->head != i) rules_.heads.push_back(heads_[i]);
    for (; own != own_words_.end() && own->head == i; ++own) {
      rules_.heads.push_back(heads_[i]);
      rules_.heads.back().words = own->words;
      rules_.heads.back().endings = {own->word};
    }
  }
  rules_.organs.assign(std::make_move_iterator(organs_.begin()),
                       std::make_move_iterator(organs_.end()));
  return std::move(rules_);
}

}  // namespace zhitu::extract
