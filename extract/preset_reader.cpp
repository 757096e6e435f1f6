#include "extract/preset_reader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <optional>

#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/pattern.h"
#include "extract/utf8.h"
#include "extract/yaml.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kSections = {"text", "groups", "lexicons", "rules"};
const std::vector<std::string> kTextKeys = {
    "join_lines", "sentence_end",  "clause_end",     "paragraph_end", "openers",
    "closers",    "no_line_start", "list_separator", "byline",        "caption"};
const std::vector<std::string> kRuleKeys = {"id",         "pattern",  "predicate", "subject",
                                            "object",     "zones",    "once",      "without",
                                            "confidence", "modality", "yes",       "no"};
constexpr std::array<Zone, 5> kZones = {Zone::kHeadline, Zone::kSubhead, Zone::kCaption,
                                        Zone::kByline, Zone::kBody};

// Characters as they are and as they are folded: line layout reads the one, sentences and rules the
// other.
std::u32string Characters(const std::string& text) {
  std::u32string characters;
  for (const std::string& form : {text, FoldName(text)}) {
    for (std::size_t at = 0; at < form.size();) {
      const char32_t c = NextCodePoint(form, at);
      if (c != U' ' && characters.find(c) == std::u32string::npos) characters += c;
    }
  }
  return characters;
}

// Brackets and quotes must not be mixed with their folded forms, which do not tell opening from
// closing.
std::u32string PrintedCharacters(const std::string& text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters += NextCodePoint(text, at);
  return characters;
}

std::vector<std::string> Folded(const std::vector<std::string>& words) {
  std::vector<std::string> folded;
  folded.reserve(words.size());
  for (const std::string& word : words) folded.push_back(FoldName(word));
  return folded;
}

}  // namespace

struct PresetReader::Impl {
  // A rule as it stands in a file, compiled once all lexicons are known.
  struct Draft {
    Rule rule;
    YAML::Node pattern;
    YAML::Node node;
    std::vector<std::string> without;
    YAML::Node without_node;
    std::size_t file = 0;
  };

  void ReadText(YamlFile& file, const YAML::Node& section);
  void ReadTextKey(YamlFile& file, const std::string& key, const YAML::Node& value);
  void ReadGroups(YamlFile& file, const YAML::Node& section);
  void ReadLexicons(YamlFile& file, const YAML::Node& section);
  void ReadRules(YamlFile& file, const YAML::Node& section);
  std::optional<Draft> ReadRule(YamlFile& file, const YAML::Node& node);
  void ReadRuleKey(YamlFile& file, const std::string& key, const YAML::Node& value, Draft& draft);
  void ReadZones(YamlFile& file, const YAML::Node& value, Rule& rule);
  bool ReadBool(YamlFile& file, const YAML::Node& value, const std::string& what);
  double ReadConfidence(YamlFile& file, const YAML::Node& value);
  void CheckComplete(YamlFile& file, const Draft& draft);
  void Compile(Draft& draft, const Lexicons& lexicons);
  void CheckRole(Draft& draft, const std::string& role, const std::string& what);
  void ThrowProblems() {
    if (!problems.empty()) throw InputError(problems);
  }

  std::vector<Problem> problems;
  std::vector<std::unique_ptr<YamlFile>> files;
  TextConventions conventions;
  std::map<std::string, std::vector<std::string>> groups;
  std::vector<std::string> lexicon_names;
  std::vector<std::vector<std::string>> lexicon_words;
  std::vector<Draft> drafts;
};

PresetReader::PresetReader() : impl_(std::make_unique<Impl>()) {}
PresetReader::~PresetReader() = default;

void PresetReader::Read(const std::string& name, std::string_view text) {
  impl_->files.push_back(std::make_unique<YamlFile>(name, text, impl_->problems));
  YamlFile& file = *impl_->files.back();
  file.Parse([&](const YAML::Node& top) {
    file.ForEach(top, "file", [&](const std::string& key, const YAML::Node& section) {
      if (key == "text") {
        impl_->ReadText(file, section);
      } else if (key == "groups") {
        impl_->ReadGroups(file, section);
      } else if (key == "lexicons") {
        impl_->ReadLexicons(file, section);
      } else if (key == "rules") {
        impl_->ReadRules(file, section);
      } else {
        file.ReportKey(key, kSections);
      }
    });
  });
}

TextConventions PresetReader::TakeConventions() {
  impl_->ThrowProblems();
  return std::move(impl_->conventions);
}

RuleSet PresetReader::TakeRules() {
  Lexicons lexicons(impl_->lexicon_names, impl_->lexicon_words);
  std::vector<Rule> rules;
  for (Impl::Draft& draft : impl_->drafts) {
    impl_->Compile(draft, lexicons);
    rules.push_back(std::move(draft.rule));
  }
  impl_->ThrowProblems();
  return {std::move(rules), std::move(lexicons)};
}

void PresetReader::Impl::ReadText(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "text", [&](const std::string& key, const YAML::Node& value) {
    ReadTextKey(file, key, value);
  });
}

void PresetReader::Impl::ReadTextKey(YamlFile& file, const std::string& key,
                                     const YAML::Node& value) {
  const std::map<std::string, std::u32string*> characters = {
      {"sentence_end", &conventions.sentence_end},
      {"clause_end", &conventions.clause_end},
      {"paragraph_end", &conventions.paragraph_end},
      {"no_line_start", &conventions.no_line_start}};
  if (const auto found = characters.find(key); found != characters.end()) {
    *found->second = Characters(file.Text(value, key));
  } else if (key == "openers") {
    conventions.openers = PrintedCharacters(file.Text(value, key));
  } else if (key == "closers") {
    conventions.closers = PrintedCharacters(file.Text(value, key));
  } else if (key == "list_separator") {
    conventions.list_separator = Folded(file.Texts(value, key));
  } else if (key == "byline") {
    conventions.byline = file.Texts(value, key);
  } else if (key == "caption") {
    conventions.caption = file.Texts(value, key);
  } else if (key == "join_lines") {
    conventions.join_lines = ReadBool(file, value, key);
  } else {
    file.ReportKey(key, kTextKeys);
  }
}

void PresetReader::Impl::ReadGroups(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "groups", [&](const std::string& name, const YAML::Node& value) {
    for (const std::string& type : file.Texts(value, "group " + name)) {
      if (IsTypeName(type)) {
        groups[name].push_back(type);
      } else {
        file.Report(value, "'" + type + "' is no type name; expected small letters, digits and _");
      }
    }
  });
}

void PresetReader::Impl::ReadLexicons(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "lexicons", [&](const std::string& name, const YAML::Node& value) {
    auto known = std::find(lexicon_names.begin(), lexicon_names.end(), name);
    if (known == lexicon_names.end()) {
      lexicon_names.push_back(name);
      lexicon_words.emplace_back();
      known = std::prev(lexicon_names.end());
    }
    std::vector<std::string>& words =
        lexicon_words[static_cast<std::size_t>(known - lexicon_names.begin())];
    for (const std::string& word : Folded(file.Texts(value, "lexicon " + name))) {
      if (word.empty()) {
        file.Report(value,
                    "lexicon '" + name + "' holds an empty word; expected visible characters");
      } else {
        words.push_back(word);
      }
    }
  });
}

void PresetReader::Impl::ReadRules(YamlFile& file, const YAML::Node& section) {
  if (section.IsNull()) return;
  if (!section.IsSequence()) {
    file.Report(section,
                "rules is no list; expected a list of rules, each with id, pattern, predicate, "
                "subject and object");
    return;
  }
  for (const auto& node : section) {
    auto draft = ReadRule(file, node);
    if (!draft) continue;
    const auto same = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& other) {
      return other.rule.id == draft->rule.id;
    });
    if (same == drafts.end()) {
      drafts.push_back(std::move(*draft));
    } else if (same->file == draft->file) {
      file.Report(node, "rule '" + draft->rule.id + "' stands twice; expected each id once");
    } else {
      *same = std::move(*draft);
    }
  }
}

std::optional<PresetReader::Impl::Draft> PresetReader::Impl::ReadRule(YamlFile& file,
                                                                      const YAML::Node& node) {
  Draft draft;
  draft.node = node;
  draft.file = files.size() - 1;
  const std::size_t before = problems.size();
  file.ForEach(node, "rule", [&](const std::string& key, const YAML::Node& value) {
    ReadRuleKey(file, key, value, draft);
  });
  if (problems.size() == before) CheckComplete(file, draft);
  if (problems.size() != before) return std::nullopt;
  return draft;
}

void PresetReader::Impl::ReadRuleKey(YamlFile& file, const std::string& key,
                                     const YAML::Node& value, Draft& draft) {
  Rule& rule = draft.rule;
  const std::map<std::string, std::string*> texts = {{"id", &rule.id},
                                                     {"predicate", &rule.predicate},
                                                     {"subject", &rule.subject},
                                                     {"object", &rule.object}};
  if (const auto found = texts.find(key); found != texts.end()) {
    *found->second = file.Text(value, key);
  } else if (key == "pattern") {
    file.Text(value, key);
    draft.pattern.reset(value);
  } else if (key == "zones") {
    ReadZones(file, value, rule);
  } else if (key == "without") {
    draft.without = file.Texts(value, key);
    draft.without_node.reset(value);
  } else if (key == "once") {
    rule.once = ReadBool(file, value, key);
  } else if (key == "confidence") {
    rule.confidence = ReadConfidence(file, value);
  } else if (key == "modality") {
    const std::string modality = file.Text(value, key);
    rule.modality = modality == "planned" ? Modality::kPlanned : Modality::kNegated;
    if (modality != "planned" && modality != "negated") {
      file.Report(value, "modality is '" + modality + "'; expected planned or negated");
    }
  } else if (key == "yes" || key == "no") {
    file.Texts(value, key);  // examples, read by the tests
  } else {
    file.ReportKey(key, kRuleKeys);
  }
}

void PresetReader::Impl::ReadZones(YamlFile& file, const YAML::Node& value, Rule& rule) {
  for (const std::string& name : file.Texts(value, "zones")) {
    const auto zone =
        std::find_if(kZones.begin(), kZones.end(), [&](Zone z) { return ZoneName(z) == name; });
    if (zone == kZones.end()) {
      file.Report(value, "zone '" + name +
                             "' is unknown; expected headline, subhead, caption, byline or body");
    } else {
      rule.zones.push_back(*zone);
    }
  }
}

bool PresetReader::Impl::ReadBool(YamlFile& file, const YAML::Node& value,
                                  const std::string& what) {
  const std::string text = file.Text(value, what);
  if (text != "true" && text != "false")
    file.Report(value, what + " is '" + text + "'; expected true or false");
  return text == "true";
}

double PresetReader::Impl::ReadConfidence(YamlFile& file, const YAML::Node& value) {
  const std::string text = file.Text(value, "confidence");
  double confidence = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), confidence);
  const bool number = error == std::errc() && end == text.data() + text.size();
  if (!number || !(confidence > 0 && confidence <= 1)) {
    file.Report(value, "confidence is '" + text + "'; expected a number above 0 and at most 1");
    return 1;
  }
  return confidence;
}

void PresetReader::Impl::CheckComplete(YamlFile& file, const Draft& draft) {
  const Rule& rule = draft.rule;
  const std::array<std::pair<const char*, bool>, 5> needed = {
      {{"id", rule.id.empty()},
       {"pattern", draft.pattern.IsNull()},
       {"predicate", rule.predicate.empty()},
       {"subject", rule.subject.empty()},
       {"object", rule.object.empty()}}};
  for (const auto& [key, missing] : needed) {
    if (missing)
      file.Report(draft.node, std::string("rule has no ") + key +
                                  "; expected id, pattern, predicate, subject and object");
  }
  if (!rule.predicate.empty() && !IsTypeName(rule.predicate)) {
    file.Report(draft.node, "predicate '" + rule.predicate +
                                "' is malformed; expected small letters, digits and _");
  }
}

void PresetReader::Impl::Compile(Draft& draft, const Lexicons& lexicons) {
  YamlFile& file = *files[draft.file];
  const PatternNames names{groups, &lexicons};
  const std::size_t before = problems.size();
  draft.rule.elements = ParsePattern(
      draft.pattern.Scalar(), names,
      [&](std::size_t at, const std::string& what) { file.Report(draft.pattern, what, at); });
  for (const std::string& name : draft.without) {
    if (const auto lexicon = lexicons.Find(name)) {
      draft.rule.without.push_back(*lexicon);
    } else {
      file.Report(draft.without_node,
                  "lexicon '" + name + "' is unknown; expected one of `lexicons`");
    }
  }
  std::sort(draft.rule.without.begin(), draft.rule.without.end());
  if (problems.size() != before) return;
  CheckRole(draft, draft.rule.subject, "subject");
  CheckRole(draft, draft.rule.object, "object");
}

void PresetReader::Impl::CheckRole(Draft& draft, const std::string& role, const std::string& what) {
  if (role == kDocumentRole) return;
  const auto has = [&](const Element& element) {
    return element.slot.role == role || (element.inner && element.inner->role == role);
  };
  if (std::any_of(draft.rule.elements.begin(), draft.rule.elements.end(), has)) return;
  files[draft.file]->Report(
      draft.node,
      what + " '" + role + "' is no role of the pattern; expected one of its roles, or document");
}

}  // namespace zhitu::extract
