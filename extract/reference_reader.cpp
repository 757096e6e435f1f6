#include "extract/reference_reader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <functional>
#include <map>
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
const std::vector<std::string> kOrganKeys = {"words", "type", "known"};
constexpr char kAny[] = "any";

void SortOnce(WordSet& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

// What waits for the lexicons and groups of all files. The places of heads and organs are kept.
struct ReferenceReader::Pending {
  std::deque<ReferenceHead> heads;
  std::deque<ReferenceOrgan> organs;
  std::vector<std::function<void(const PatternNames&)>> steps;
  std::size_t word_lists = 0;
};

ReferenceReader::ReferenceReader(LexiconTable& table, std::vector<Problem>& problems)
    : table_(table), problems_(problems), pending_(std::make_unique<Pending>()) {}
ReferenceReader::~ReferenceReader() = default;

void ReferenceReader::Read(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "references", kKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "heads") {
      ReadHeads(file, value);
    } else if (key == "organs") {
      ReadOrgans(file, value);
    } else {
      ReadWords(file, value, key, *WordsOf(key));
    }
  });
}

WordSet* ReferenceReader::WordsOf(const std::string& key) {
  const std::map<std::string, WordSet*> sets = {
      {"determiner", &rules_.determiner}, {"quantifier", &rules_.quantifier},
      {"lead_in", &rules_.lead_in},       {"exception", &rules_.exception},
      {"surname", &rules_.surname},       {"title", &rules_.title},
      {"naming", &rules_.naming},         {"defining", &rules_.defining}};
  return sets.at(key);
}

// Words, and names of lexicons in angle brackets. `words` must keep its place.
void ReferenceReader::ReadWords(YamlFile& file, const YAML::Node& value, const std::string& what,
                                WordSet& words) {
  // A name that no file can give a lexicon.
  const std::uint32_t own = table_.Number("references:" + std::to_string(pending_->word_lists++));
  words.push_back(own);
  file.ForEachText(value, what, [&](const std::string& text, const YAML::Node& node) {
    if (text.size() > 2 && text.front() == '<' && text.back() == '>') {
      const std::string name = text.substr(1, text.size() - 2);
      pending_->steps.emplace_back([&file, node, name, &words](const PatternNames& names) {
        if (const auto lexicon = names.lexicons->Find(name)) {
          words.push_back(*lexicon);
        } else {
          file.Report(node, UnknownLexicon(name, *names.lexicons));
        }
      });
      return;
    }
    const std::string folded = FoldName(text);
    if (folded.empty()) {
      file.Report(node, "word is empty; expected visible characters");
    } else {
      table_.Add(own, folded);
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
  ReferenceHead& head = pending_->heads.emplace_back();
  bool has_words = false;
  bool has_types = false;
  bool has_endings = false;
  file.ForEach(node, "head", kHeadKeys, [&](const std::string& key, const YAML::Node& value) {
    has_words = has_words || key == "words";
    has_types = has_types || key == "types";
    has_endings = has_endings || key == "name_ends";
    ReadHeadKey(file, key, value, head);
  });
  if (!has_words || !has_types)
    return file.Report(node, "head has no words or no types; expected both");
  // Unless said otherwise, what a head refers to is named with it: 办事处 to 柳河办事处.
  if (has_endings || head.kind != MentionKind::kNominal) return;
  for (std::string& word : file.Texts(node["words"], "words")) {
    if (!word.starts_with('<')) head.endings.push_back(FoldName(word));
  }
}

void ReferenceReader::ReadHeadKey(YamlFile& file, const std::string& key, const YAML::Node& value,
                                  ReferenceHead& head) {
  if (key == "words") {
    ReadWords(file, value, key, head.words);
  } else if (key == "before") {
    ReadWords(file, value, key, head.before);
  } else if (key == "bare") {
    head.bare = file.Bool(value, key);
  } else if (key == "cataphora") {
    head.cataphora = file.Bool(value, key);
  } else if (key == "kind") {
    const std::string kind = file.Text(value, key).value_or("");
    head.kind = kind == "pronoun" ? MentionKind::kPronoun : MentionKind::kNominal;
    if (kind != "pronoun" && kind != "nominal")
      file.Report(value, "kind is '" + kind + "'; expected nominal or pronoun");
  } else if (key == "name_ends") {
    for (const std::string& ending : file.Texts(value, key)) {
      if (ending != kAny) head.endings.push_back(FoldName(ending));
    }
  } else if (key == "paragraphs") {
    const std::string text = file.Text(value, key).value_or("");
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, head.paragraphs);
    if (error != std::errc() || end != last)
      file.Report(value, "paragraphs is '" + text + "'; expected a whole number from 0");
  } else {
    file.ForEachText(value, key, [&](const std::string& name, const YAML::Node& node) {
      pending_->steps.emplace_back([&file, node, name, &head](const PatternNames& names) {
        const std::string fault = AddTypes(name, names, head.types);
        if (!fault.empty()) file.Report(node, fault);
      });
    });
  }
}

void ReferenceReader::ReadOrgans(YamlFile& file, const YAML::Node& list) {
  if (list.IsNull()) return;
  if (!list.IsSequence())
    return file.Report(list, "organs is no list; expected a list of maps with words and type");
  for (const auto& node : list) ReadOrgan(file, node);
}

void ReferenceReader::ReadOrgan(YamlFile& file, const YAML::Node& node) {
  ReferenceOrgan& organ = pending_->organs.emplace_back();
  file.ForEach(node, "organ", kOrganKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "words") {
      ReadWords(file, value, key, organ.words);
    } else if (key == "known") {
      organ.known = file.Bool(value, key);
    } else {
      organ.type = file.Text(value, key).value_or("");
      if (!IsTypeName(organ.type))
        file.Report(value,
                    "'" + organ.type + "' is no type name; expected small letters, digits and _");
    }
  });
  if (organ.words.empty() || organ.type.empty())
    file.Report(node, "organ has no words or no type; expected both");
}

ReferenceRules ReferenceReader::Compile(const PatternNames& names) {
  for (const auto& step : pending_->steps) step(names);
  for (ReferenceHead& head : pending_->heads) {
    std::sort(head.types.begin(), head.types.end());
    SortOnce(head.words);
    SortOnce(head.before);
    rules_.heads.push_back(std::move(head));
  }
  for (ReferenceOrgan& organ : pending_->organs) {
    SortOnce(organ.words);
    rules_.organs.push_back(std::move(organ));
  }
  for (const std::string& key : kKeys) {
    if (key != "heads" && key != "organs") SortOnce(*WordsOf(key));
  }
  return std::move(rules_);
}

}  // namespace zhitu::extract
