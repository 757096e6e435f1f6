#include "extract/preset_reader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <tuple>

#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/measure_reader.h"
#include "extract/name_reader.h"
#include "extract/pattern.h"
#include "extract/reference_reader.h"
#include "extract/rule_reader.h"
#include "extract/suggest_reader.h"
#include "extract/utf8.h"
#include "extract/yaml.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kSections = {"text",      "groups",       "predicates", "lexicons",
                                            "discourse", "quoted_names", "references", "quantities",
                                            "times",     "names",        "suggest",    "rules"};
const std::vector<std::string> kTextKeys = {
    "join_lines", "sentence_end",  "clause_end",     "paragraph_end", "openers",
    "closers",    "no_line_start", "list_separator", "byline",        "caption"};

const std::vector<std::string> kDiscourseKeys = {"subject",    "main",       "opening", "oblique",
                                                 "possessive", "no_subject", "generic", "planned",
                                                 "negated",    "counted",    "measures"};

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

// Notes which words each search need look at.
void NoteStarts(Knowledge& knowledge) {
  const Lexicons& lexicons = knowledge.lexicons;
  TimeRules& times = knowledge.times;
  knowledge.quantities.starts = lexicons.Filter({&knowledge.quantities.numeral});
  times.starts = lexicons.Filter({&times.word, &times.until, &times.consecutive});
}

// Notes of which heads each word is one.
void NoteHeads(const Lexicons& lexicons, ReferenceRules& references) {
  std::vector<std::vector<std::uint32_t>> by_lexicon(lexicons.names().size());
  WordSet heads;
  for (std::uint32_t i = 0; i < references.heads.size(); ++i) {
    for (const std::uint32_t lexicon : references.heads[i].words) {
      by_lexicon[lexicon].push_back(i);
      heads.push_back(lexicon);
    }
  }
  references.heads_of.resize(lexicons.words());
  for (std::uint32_t word = 0; word < lexicons.words(); ++word) {
    std::vector<std::uint32_t>& of_word = references.heads_of[word];
    for (const std::uint32_t lexicon : lexicons.Of(word))
      of_word.insert(of_word.end(), by_lexicon[lexicon].begin(), by_lexicon[lexicon].end());
    std::sort(of_word.begin(), of_word.end());
  }
  references.starts =
      lexicons.Filter({&heads, &references.exception, &references.title, &references.defining});
}

// Notes at which words names are looked for, and what they are.
void NoteNameSigns(const Lexicons& lexicons, NameRules& names) {
  WordSet heads;
  for (const NameHead& head : names.heads)
    heads.insert(heads.end(), head.words.begin(), head.words.end());
  const PersonRules& persons = names.persons;
  names.signs.resize(lexicons.words());
  for (std::uint32_t word = 0; word < names.signs.size(); ++word) {
    const unsigned signs = (lexicons.Has(word, heads) ? kNameHead : 0U) |
                           (lexicons.Has(word, persons.before) ? kBeforePerson : 0U) |
                           (lexicons.Has(word, persons.after) ? kAfterPerson : 0U) |
                           (lexicons.Has(word, persons.says) ? kSaysPerson : 0U);
    names.signs[word] = static_cast<std::uint8_t>(signs);
  }
}

// Limits what is looked for all over a text to the words that some search starts at.
void Seek(Knowledge& knowledge) {
  std::vector<bool> sought(knowledge.lexicons.words());
  for (std::uint32_t word = 0; word < sought.size(); ++word) {
    sought[word] = knowledge.rules.Uses(word) || knowledge.references.starts.Has(word) ||
                   knowledge.times.starts.Has(word) || knowledge.quantities.starts.Has(word) ||
                   knowledge.names.SignsOf(word) != 0;
  }
  knowledge.lexicons.Seek(WordFilter(sought));
}

}  // namespace

struct PresetReader::Impl {
  void ReadFile(YamlFile& file, const YAML::Node& top);
  void ReadText(YamlFile& file, const YAML::Node& section);
  void ReadTextKey(YamlFile& file, const std::string& key, const YAML::Node& value);
  void ReadGroups(YamlFile& file, const YAML::Node& section);
  void ReadLexicons(YamlFile& file, const YAML::Node& section);
  void ReadPredicates(YamlFile& file, const YAML::Node& list);
  void ReadDiscourse(YamlFile& file, const YAML::Node& section);
  void ReadMeasures(YamlFile& file, const YAML::Node& list);
  void ReadQuotedNames(YamlFile& file, const YAML::Node& section);
  bool CheckName(YamlFile& file, const YAML::Node& value, const std::string& what,
                 const std::string& name);
  void ThrowProblems();

  std::vector<Problem> problems;
  std::vector<std::unique_ptr<YamlFile>> files;
  TextConventions conventions;
  std::map<std::string, std::vector<std::string>> groups;
  LexiconTable table;
  WordSetReader lists{table};
  ReferenceReader references{lists};
  MeasureReader measures{lists};
  NameReader names{lists};
  SuggestReader suggest{lists};
  DiscourseRules discourse;
  std::deque<QuotedHead> quoted;  // keep their places
  std::vector<std::string> not_quoted;
  std::vector<std::string> predicates;
  RuleReader rules{problems};
};

PresetReader::PresetReader() : impl_(std::make_unique<Impl>()) {}
PresetReader::~PresetReader() = default;

void PresetReader::Read(const std::string& name, std::string_view text, bool known) {
  impl_->files.push_back(std::make_unique<YamlFile>(name, text, impl_->problems));
  YamlFile& file = *impl_->files.back();
  const auto read = [&](const YAML::Node& top) { impl_->ReadFile(file, top); };
  if (known) {
    file.ParseKnown(read);
  } else {
    file.Parse(read);
  }
}

void PresetReader::Impl::ReadFile(YamlFile& file, const YAML::Node& top) {
  file.ForEach(top, "file", kSections, [&](const std::string& key, const YAML::Node& section) {
    if (key == "text") {
      ReadText(file, section);
    } else if (key == "groups") {
      ReadGroups(file, section);
    } else if (key == "lexicons") {
      ReadLexicons(file, section);
    } else if (key == "predicates") {
      ReadPredicates(file, section);
    } else if (key == "discourse") {
      ReadDiscourse(file, section);
    } else if (key == "quoted_names") {
      ReadQuotedNames(file, section);
    } else if (key == "quantities") {
      measures.ReadQuantities(file, section);
    } else if (key == "times") {
      measures.ReadTimes(file, section);
    } else if (key == "names") {
      names.Read(file, section);
    } else if (key == "suggest") {
      suggest.Read(file, section);
    } else if (key == "references") {
      references.Read(file, section);
    } else {
      rules.Read(file, section);
    }
  });
}

// In the order of the files and of the places in them.
void PresetReader::Impl::ThrowProblems() {
  if (problems.empty()) return;
  std::map<std::string, std::size_t> order;
  for (const auto& file : files) order.emplace(file->name(), order.size());
  const auto key = [&](const Problem& problem) {
    return std::tuple(order[problem.where.file], problem.where.line, problem.where.column);
  };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const Problem& a, const Problem& b) { return key(a) < key(b); });
  // A list that is read twice tells its faults twice.
  problems.erase(std::unique(problems.begin(), problems.end(),
                             [&](const Problem& a, const Problem& b) {
                               return key(a) == key(b) && a.what == b.what;
                             }),
                 problems.end());
  throw InputError(problems);
}

Knowledge PresetReader::Take() {
  impl_->lists.AddNamed();
  Lexicons lexicons = impl_->table.Build();
  std::sort(impl_->predicates.begin(), impl_->predicates.end());
  const PatternNames names{impl_->groups, &lexicons, impl_->predicates};
  std::vector<Rule> rules = impl_->rules.Compile(names);
  impl_->lists.Finish(names);
  impl_->ThrowProblems();
  Knowledge knowledge;
  knowledge.conventions = std::move(impl_->conventions);
  knowledge.lexicons = std::move(lexicons);
  knowledge.references = impl_->references.Take();
  knowledge.discourse = std::move(impl_->discourse);
  knowledge.rules = RuleSet(std::move(rules), knowledge.lexicons, knowledge.discourse);
  knowledge.quoted.assign(impl_->quoted.begin(), impl_->quoted.end());
  knowledge.not_quoted = std::move(impl_->not_quoted);
  std::sort(knowledge.not_quoted.begin(), knowledge.not_quoted.end());
  knowledge.quantities = impl_->measures.TakeQuantities();
  knowledge.times = impl_->measures.TakeTimes();
  knowledge.names = impl_->names.Take();
  knowledge.suggest = impl_->suggest.Take(knowledge.lexicons);
  NoteStarts(knowledge);
  NoteHeads(knowledge.lexicons, knowledge.references);
  NoteNameSigns(knowledge.lexicons, knowledge.names);
  Seek(knowledge);
  return knowledge;
}

void PresetReader::Impl::ReadText(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "text", kTextKeys, [&](const std::string& key, const YAML::Node& value) {
    ReadTextKey(file, key, value);
  });
}

void PresetReader::Impl::ReadTextKey(YamlFile& file, const std::string& key,
                                     const YAML::Node& value) {
  const std::map<std::string, CharacterSet*> characters = {
      {"sentence_end", &conventions.sentence_end},
      {"clause_end", &conventions.clause_end},
      {"paragraph_end", &conventions.paragraph_end},
      {"no_line_start", &conventions.no_line_start}};
  if (const auto found = characters.find(key); found != characters.end()) {
    *found->second = Characters(file.Text(value, key).value_or(""));
  } else if (key == "openers") {
    conventions.openers = PrintedCharacters(file.Text(value, key).value_or(""));
  } else if (key == "closers") {
    conventions.closers = PrintedCharacters(file.Text(value, key).value_or(""));
  } else if (key == "list_separator") {
    conventions.list_separator = Folded(file.Texts(value, key));
  } else if (key == "byline") {
    conventions.byline = file.Texts(value, key);
  } else if (key == "caption") {
    conventions.caption = file.Texts(value, key);
  } else {
    conventions.join_lines = file.Bool(value, key);
  }
}

void PresetReader::Impl::ReadGroups(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "groups", {}, [&](const std::string& name, const YAML::Node& value) {
    if (!CheckName(file, value, "group", name)) return;
    file.ForEachText(value, "group " + name, [&](const std::string& type, const YAML::Node& node) {
      if (IsTypeName(type)) {
        groups[name].push_back(type);
      } else {
        file.Report(node, "'" + type + "' is no type name; expected small letters, digits and _");
      }
    });
  });
}

void PresetReader::Impl::ReadLexicons(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "lexicons", {}, [&](const std::string& name, const YAML::Node& value) {
    if (!CheckName(file, value, "lexicon", name)) return;
    const std::uint32_t lexicon = table.Number(name);
    file.ForEachText(value, "lexicon " + name,
                     [&](const std::string& word, const YAML::Node& node) {
                       std::string folded = FoldName(word);
                       if (folded.empty()) {
                         file.Report(node, "word is empty; expected visible characters");
                       } else {
                         table.Add(lexicon, std::move(folded));
                       }
                     });
  });
}

void PresetReader::Impl::ReadPredicates(YamlFile& file, const YAML::Node& list) {
  file.ForEachText(list, "predicates", [&](const std::string& name, const YAML::Node& node) {
    if (IsTypeName(name)) {
      predicates.push_back(name);
    } else {
      file.Report(node,
                  "predicate '" + name + "' is malformed; expected small letters, digits and _");
    }
  });
}

void PresetReader::Impl::ReadDiscourse(YamlFile& file, const YAML::Node& section) {
  const std::map<std::string, TypeSet*> types = {
      {"subject", &discourse.subject}, {"main", &discourse.main}, {"counted", &discourse.counted}};
  const std::map<std::string, WordSet*> words = {
      {"opening", &discourse.opening},       {"oblique", &discourse.oblique},
      {"possessive", &discourse.possessive}, {"no_subject", &discourse.no_subject},
      {"generic", &discourse.generic},       {"planned", &discourse.planned},
      {"negated", &discourse.negated}};
  file.ForEach(section, "discourse", kDiscourseKeys,
               [&](const std::string& key, const YAML::Node& value) {
                 if (const auto list = types.find(key); list != types.end()) {
                   lists.ReadTypes(file, value, key, *list->second);
                 } else if (key == "measures") {
                   ReadMeasures(file, value);
                 } else {
                   lists.ReadWords(file, value, key, *words.at(key));
                 }
               });
}

void PresetReader::Impl::ReadMeasures(YamlFile& file, const YAML::Node& list) {
  file.ForEachText(list, "measures", [&](const std::string& measure, const YAML::Node& node) {
    discourse.measures.push_back(FoldName(measure));
    if (discourse.measures.back().empty())
      file.Report(node, "word is empty; expected visible characters");
  });
}

// A map of types to the words that make a quote such a name.
void PresetReader::Impl::ReadQuotedNames(YamlFile& file, const YAML::Node& section) {
  file.ForEach(section, "quoted_names", {}, [&](const std::string& type, const YAML::Node& value) {
    if (type == kIgnore) {
      for (std::string& name : Folded(file.Texts(value, type)))
        not_quoted.push_back(std::move(name));
      return;
    }
    if (!IsTypeName(type)) {
      file.Report(value, "'" + type + "' is no type name; expected small letters, digits and _");
      return;
    }
    QuotedHead& head = quoted.emplace_back();
    head.type = type;
    lists.ReadWords(file, value, type, head.words);
  });
}

// A name that patterns cannot spell could never be used.
bool PresetReader::Impl::CheckName(YamlFile& file, const YAML::Node& value, const std::string& what,
                                   const std::string& name) {
  if (IsPatternName(name)) return true;
  file.Report(value, what + " '" + name + "' is no name; expected letters, digits, _ and -");
  return false;
}

}  // namespace zhitu::extract
