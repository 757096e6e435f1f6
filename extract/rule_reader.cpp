#include "extract/rule_reader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/spelling.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kKeys = {
    "id",    "pattern", "after",    "predicate", "subject",    "object",   "topic", "names",
    "zones", "once",    "fallback", "without",   "confidence", "modality", "yes",   "no"};
constexpr std::array<const char*, 5> kNeeded = {"id", "pattern", "predicate", "subject", "object"};
constexpr std::array<Zone, 5> kZones = {Zone::kHeadline, Zone::kSubhead, Zone::kCaption,
                                        Zone::kByline, Zone::kBody};
// What a graph says of relations that no rule gave.
constexpr char kCoOccurs[] = "co_occurs";
constexpr char kFromDictionary[] = "dictionary";

}  // namespace

// A rule as it stands in a file.
struct RuleReader::Draft {
  Draft(YamlFile& its_file, const YAML::Node& its_node) : file(&its_file), node(its_node) {}

  Rule rule;
  YamlFile* file;
  const YAML::Node node;
  std::map<std::string, YAML::Node> values;  // by key
};

RuleReader::RuleReader(std::vector<Problem>& problems) : problems_(&problems) {}
RuleReader::~RuleReader() = default;

void RuleReader::Read(YamlFile& file, const YAML::Node& section) {
  if (section.IsNull()) return;
  if (!section.IsSequence()) {
    file.Report(section,
                "rules is no list; expected a list of rules, each with id, pattern, predicate, "
                "subject and object");
    return;
  }
  for (const auto& node : section) {
    auto draft = std::make_unique<Draft>(file, node);
    if (!ReadRule(*draft)) continue;
    const auto [known, fresh] = numbers_.emplace(draft->rule.id, drafts_.size());
    if (fresh) {
      drafts_.push_back(std::move(draft));
    } else if (drafts_[known->second]->file == draft->file) {
      file.Report(draft->values["id"],
                  "rule '" + draft->rule.id + "' stands twice; expected each id once");
    } else {
      drafts_[known->second] = std::move(draft);
    }
  }
}

bool RuleReader::ReadRule(Draft& draft) {
  const std::size_t before = problems_->size();
  draft.file->ForEach(draft.node, "rule", kKeys,
                      [&](const std::string& key, const YAML::Node& value) {
                        draft.values.emplace(key, value);
                        ReadKey(key, draft);
                      });
  if (problems_->size() == before) CheckComplete(draft);
  if (problems_->size() == before) CheckReserved(draft);
  return problems_->size() == before;
}

void RuleReader::ReadKey(const std::string& key, Draft& draft) {
  Rule& rule = draft.rule;
  const YAML::Node& value = draft.values[key];
  const std::map<std::string, std::string*> texts = {{"id", &rule.id},
                                                     {"predicate", &rule.predicate},
                                                     {"subject", &rule.subject},
                                                     {"object", &rule.object}};
  if (const auto found = texts.find(key); found != texts.end()) {
    *found->second = draft.file->Text(value, key).value_or("");
  } else if (key == "pattern" || key == "after") {
    draft.file->Text(value, key);
  } else if (key == "fallback") {
    rule.fallback = draft.file->Bool(value, key);
  } else if (key == "names") {
    ReadNames(draft);
  } else if (key == "once") {
    rule.once = draft.file->Bool(value, key);
  } else if (key == "confidence") {
    ReadConfidence(draft);
  } else if (key == "modality") {
    ReadModality(draft);
  } else if (key == "zones") {
    ReadZones(draft);
  } else if (key != "without" && key != "topic") {
    ReadExamples(key, draft);
  }
}

void RuleReader::ReadConfidence(Draft& draft) {
  const YAML::Node& value = draft.values["confidence"];
  const auto text = draft.file->Text(value, "confidence");
  if (!text) return;
  double& confidence = draft.rule.confidence;
  const char* const last = text->data() + text->size();
  const auto [end, error] = std::from_chars(text->data(), last, confidence);
  if (error == std::errc() && end == last && confidence > 0 && confidence <= 1) return;
  draft.file->Report(value,
                     "confidence is '" + *text + "'; expected a number above 0 and at most 1");
}

void RuleReader::ReadModality(Draft& draft) {
  const YAML::Node& value = draft.values["modality"];
  const auto text = draft.file->Text(value, "modality");
  if (!text) return;
  draft.rule.modality = *text == "planned" ? Modality::kPlanned : Modality::kNegated;
  if (*text != "planned" && *text != "negated")
    draft.file->Report(value, "modality is '" + *text + "'; expected planned or negated");
}

void RuleReader::ReadNames(Draft& draft) {
  draft.file->ForEach(
      draft.values["names"], "names", {}, [&](const std::string& role, const YAML::Node& value) {
        RoleNames names{role, {}};
        draft.file->ForEachText(
            value, role, [&](const std::string& ending, const YAML::Node& node) {
              names.endings.push_back(FoldName(ending));
              if (names.endings.back().empty())
                draft.file->Report(node, "ending is empty; expected visible characters");
            });
        draft.rule.names.push_back(std::move(names));
      });
}

void RuleReader::ReadZones(Draft& draft) {
  draft.file->ForEachText(
      draft.values["zones"], "zones", [&](const std::string& name, const YAML::Node& node) {
        const auto zone =
            std::find_if(kZones.begin(), kZones.end(), [&](Zone z) { return ZoneName(z) == name; });
        if (zone == kZones.end()) {
          draft.file->Report(
              node, "zone '" + name +
                        "' is unknown; expected headline, subhead, caption, byline or body");
        } else {
          draft.rule.zones.push_back(*zone);
        }
      });
}

void RuleReader::ReadExamples(const std::string& key, Draft& draft) {
  draft.file->ForEachText(
      draft.values[key], key, [&](const std::string& text, const YAML::Node& node) {
        draft.rule.examples.push_back({text, key == "yes", draft.file->PlaceOf(node)});
      });
}

void RuleReader::CheckComplete(const Draft& draft) {
  for (const char* key : kNeeded) {
    const auto value = draft.values.find(key);
    if (value != draft.values.end() && !value->second.Scalar().empty()) continue;
    draft.file->Report(draft.node, std::string("rule has no ") + key +
                                       "; expected id, pattern, predicate, subject and object");
  }
}

void RuleReader::CheckReserved(const Draft& draft) {
  const Rule& rule = draft.rule;
  const auto report = [&](const char* key, const std::string& what) {
    draft.file->Report(draft.values.at(key), what);
  };
  if (!IsTypeName(rule.predicate)) {
    report("predicate",
           "predicate '" + rule.predicate + "' is malformed; expected small letters, digits and _");
  }
  if (rule.predicate == kCoOccurs)
    report("predicate", "predicate 'co_occurs' is kept for co-occurrence; expected another one");
  if (rule.id == kCoOccurs || rule.id == kFromDictionary)
    report("id", "id '" + rule.id + "' is kept for what no rule gives; expected another one");
}

std::vector<Rule> RuleReader::Compile(const PatternNames& names) {
  std::vector<Rule> rules;
  rules.reserve(drafts_.size());
  for (const std::unique_ptr<Draft>& draft : drafts_) {
    const std::size_t before = problems_->size();
    CheckPredicate(*draft, names);
    CompileDraft(*draft, names);
    if (problems_->size() == before) CheckRoles(*draft);
    if (problems_->size() == before) CheckWithout(*draft, names);
    if (problems_->size() == before) rules.push_back(std::move(draft->rule));
  }
  return rules;
}

void RuleReader::CompileDraft(Draft& draft, const PatternNames& names) {
  YamlFile& file = *draft.file;
  const auto parse = [&](const YAML::Node& pattern) {
    return ParsePattern(pattern.Scalar(), names, [&](std::size_t at, const std::string& what) {
      file.Report(pattern, what, at);
    });
  };
  draft.rule.elements = parse(draft.values["pattern"]);
  if (const auto after = draft.values.find("after"); after != draft.values.end())
    draft.rule.after = parse(after->second);
  if (const auto topic = draft.values.find("topic"); topic != draft.values.end()) {
    std::vector<std::string> types;
    file.ForEachText(topic->second, "topic", [&](const std::string& name, const YAML::Node& node) {
      const std::string fault = AddTypes(name, names, types);
      if (!fault.empty()) file.Report(node, fault);
    });
    draft.rule.topic = std::move(types);
  }
  const auto without = draft.values.find("without");
  if (without == draft.values.end()) return;
  file.ForEachText(without->second, "without",
                   [&](const std::string& name, const YAML::Node& node) {
                     if (const auto lexicon = names.lexicons->Find(name)) {
                       draft.rule.without.push_back(*lexicon);
                     } else {
                       file.Report(node, UnknownLexicon(name, *names.lexicons));
                     }
                   });
  std::sort(draft.rule.without.begin(), draft.rule.without.end());
}

// A slip in a predicate would give a graph of two relations for one.
void RuleReader::CheckPredicate(const Draft& draft, const PatternNames& names) {
  const std::string& predicate = draft.rule.predicate;
  const std::vector<std::string>& known = names.predicates;
  if (known.empty() || std::binary_search(known.begin(), known.end(), predicate)) return;
  const std::string close = Closest(predicate, known);
  draft.file->Report(draft.values.at("predicate"),
                     "predicate '" + predicate +
                         "' is unknown; expected one that `predicates` declares" +
                         (close.empty() ? "" : "; did you mean '" + close + "'?"));
}

// A pattern that needs a word which `without` excludes would never match.
void RuleReader::CheckWithout(const Draft& draft, const PatternNames& names) {
  const Rule& rule = draft.rule;
  for (const Element& element : rule.elements) {
    const bool excluded = element.kind == Element::Kind::kLexicon && !element.optional &&
                          std::includes(rule.without.begin(), rule.without.end(),
                                        element.lexicons.begin(), element.lexicons.end());
    if (!excluded) continue;
    draft.file->Report(draft.values.at("without"),
                       "rule can never match: its pattern needs a word of '" +
                           names.lexicons->names()[element.lexicons.front()] +
                           "'; expected other lexicons here");
    return;
  }
}

void RuleReader::CheckRoles(const Draft& draft) {
  const Rule& rule = draft.rule;
  const auto is_role = [&](const std::string& role) {
    const auto names_it = [&](const Element& element) {
      return element.slot.role == role || (element.inner && element.inner->role == role);
    };
    return role == kDocumentRole || role == kTopicRole || role == kMainRole ||
           std::any_of(rule.elements.begin(), rule.elements.end(), names_it) ||
           std::any_of(rule.after.begin(), rule.after.end(), names_it);
  };
  for (const RoleNames& names : rule.names) {
    if (is_role(names.role)) continue;
    draft.file->Report(draft.values.at("names"),
                       "'" + names.role + "' is no role of the pattern; expected one of its roles");
  }
  for (const auto& [key, role] : {std::pair("subject", rule.subject), {"object", rule.object}}) {
    if (is_role(role)) continue;
    draft.file->Report(draft.values.at(key), std::string(key) + " '" + role +
                                                 "' is no role of the pattern; expected one of its "
                                                 "roles, document, topic or main");
  }
  if (rule.subject == rule.object) {
    draft.file->Report(draft.values.at("object"),
                       "subject and object are both '" + rule.object + "'; expected two roles");
  }
}

}  // namespace zhitu::extract
