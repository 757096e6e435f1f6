#include "extract/preset.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/embedded.h"
#include "extract/error.h"
#include "extract/hash.h"
#include "extract/knowledge.h"
#include "extract/rule_example.h"
#include "extract/yaml.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

const char kGood[] =
    "rules:\n  - {id: own, pattern: '{o:unit}', predicate: about, subject: document, object: o,\n"
    "     yes: '[甲:office] -> document about 甲', no: '[甲:person]'}\n";

std::string ErrorOf(const std::string& name, const std::vector<std::string>& rule_files) {
  try {
    Preset::Load(name, rule_files);
  } catch (const UsageError& error) {
    return std::string("usage: ") + error.what();
  } catch (const IoError& error) {
    return std::string("I/O: ") + error.what();
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

// Every example of every rule of the presets that come with the program: they are not checked when
// a preset is loaded.
class PresetExamples : public testing::TestWithParam<std::string> {};

TEST_P(PresetExamples, ComeOutAsTheySay) {
  const Preset preset = Preset::Load(GetParam(), {});
  ASSERT_FALSE(preset.knowledge().rules.empty());
  for (const Rule& rule : preset.knowledge().rules) {
    for (const Problem& problem : CheckExamples(rule, preset.knowledge())) {
      ADD_FAILURE() << Describe(problem);
    }
    const auto of_yes = std::count_if(rule.examples.begin(), rule.examples.end(),
                                      [](const RuleExample& example) { return example.holds; });
    EXPECT_GT(of_yes, 0) << rule.id;
    EXPECT_GT(static_cast<std::ptrdiff_t>(rule.examples.size()), of_yes) << rule.id;
  }
}

INSTANTIATE_TEST_SUITE_P(Embedded, PresetExamples, testing::ValuesIn(Preset::Names()),
                         [](const auto& c) {
                           std::string name = c.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(Preset, NamesAreThoseOfTheProgram) {
  EXPECT_EQ(Preset::Names(), (std::vector<std::string>{"en", "zh-news"}));
}

TEST(Preset, EmbeddedOneNamesItsFiles) {
  const Preset preset = Preset::Load("zh-news", {});
  EXPECT_EQ(preset.name(), "zh-news");
  std::string names;
  for (const auto& [name, hash] : preset.sources()) {
    names += name + ' ';
    EXPECT_EQ(hash.size(), 32U) << name;
  }
  EXPECT_EQ(names,
            "discourse.yaml lexicons.yaml measures.yaml names.yaml quoted.yaml references.yaml "
            "rules.yaml "
            "text.yaml ");
  EXPECT_TRUE(preset.knowledge().conventions.join_lines);
  EXPECT_TRUE(preset.knowledge().conventions.EndsClause(U'，'));
}

TEST(Preset, SourcesAreKnownWithoutReading) {
  for (const std::string& name : Preset::Names())
    EXPECT_EQ(Preset::Sources(name), Preset::Load(name, {}).sources());
  EXPECT_THROW(Preset::Sources("nowhere"), UsageError);
}

// Files of the program are read without looking for some faults.
TEST(Preset, NamesToProposeAreReadWhereTheyAreAskedFor) {
  for (const std::string& name : Preset::Names()) {
    const Preset extracts = Preset::Load(name, {});
    const Preset suggests = Preset::Load(name, {}, Preset::Use::kSuggest);
    EXPECT_TRUE(extracts.knowledge().suggest.empty());
    EXPECT_TRUE(extracts.knowledge().suggest.capital_ends.empty());
    EXPECT_FALSE(suggests.knowledge().suggest.empty() &&
                 suggests.knowledge().suggest.capital_ends.empty());
    EXPECT_EQ(suggests.sources().size(), extracts.sources().size() + 1);
  }
}

TEST(Preset, FilesOfTheProgramAreWellFormed) {
  for (const EmbeddedFile& file : EmbeddedPresets()) {
    std::vector<Problem> problems;
    YamlFile yaml(std::string(file.name), file.text, problems);
    bool read = false;
    yaml.Parse([&](const YAML::Node&) { read = true; });
    EXPECT_TRUE(read && problems.empty()) << file.name;
  }
}

TEST(Preset, RuleFileIsAddedToIt) {
  const TempFolder folder;
  const std::string path = folder.Write("own.yaml", kGood);
  const Preset plain = Preset::Load("en", {});
  const Preset preset = Preset::Load("en", {path});
  EXPECT_EQ(preset.knowledge().rules.size(), plain.knowledge().rules.size() + 1);
  EXPECT_EQ(preset.knowledge().rules[preset.knowledge().rules.size() - 1].id, "own");
  EXPECT_EQ(preset.sources().back(),
            (std::pair<std::string, std::string>("own.yaml", HashHex(kGood))));
}

TEST(Preset, FolderIsReadInOrderOfNames) {
  const TempFolder folder;
  folder.Write("p/b.yaml", "text: {clause_end: b}\n");
  folder.Write("p/a.yaml", "text: {clause_end: a}\ngroups: {unit: [office]}\n");
  folder.Write("p/c.yaml", kGood);
  folder.Write("p/notes.txt", "text: [\n");
  folder.Write("p/sub/d.yaml", "text: [\n");
  const Preset preset = Preset::Load(folder / "p", {});
  EXPECT_EQ(preset.knowledge().conventions.clause_end.characters(), U"b");
  EXPECT_EQ(preset.knowledge().rules.size(), 1U);
  EXPECT_EQ(preset.sources().front().first, "a.yaml");
  EXPECT_EQ(preset.sources().size(), 3U);
}

TEST(Preset, ByteOrderMarkIsDropped) {
  const TempFolder folder;
  EXPECT_EQ(ErrorOf("en", {folder.Write("r.yaml", "\xEF\xBB\xBFx: y\n")}),
            folder / "r.yaml" +
                ":1:1: key 'x' is unknown; expected one of text, groups, predicates, lexicons, "
                "discourse, quoted_names, references, quantities, times, names, suggest, rules");
}

struct FaultCase {
  const char* name;
  const char* preset;
  const char* rules;     // bytes of r.yaml
  const char* expected;  // with DIR for the folder
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class PresetFault : public testing::TestWithParam<FaultCase> {};

TEST_P(PresetFault, IsTold) {
  const TempFolder folder;
  std::string shown = ErrorOf(GetParam().preset, {folder.Write("r.yaml", GetParam().rules)});
  for (std::size_t at = shown.find(folder.path()); at != std::string::npos;
       at = shown.find(folder.path())) {
    shown.replace(at, folder.path().size(), "DIR");
  }
  EXPECT_EQ(shown, GetParam().expected);
}

const FaultCase kFaults[] = {
    {"UnknownPreset", "zh-new", "",
     "usage: preset 'zh-new' is unknown; expected one of none auto en zh-news, or a folder with a "
     "/ "
     "in its name; did you mean 'zh-news'?"},
    {"UnlikeAnyPreset", "japanese", "",
     "usage: preset 'japanese' is unknown; expected one of none auto en zh-news, or a folder with "
     "a "
     "/ in its name"},
    {"PrefixOfAPreset", "zh", "",
     "usage: preset 'zh' is unknown; expected one of none auto en zh-news, or a folder with a / in "
     "its name"},
    {"NoName", "", "",
     "usage: preset '' is unknown; expected one of none auto en zh-news, or a folder with a / in "
     "its "
     "name"},
    {"NoFolder", "./no/such", "", "I/O: ./no/such: No such file or directory"},
    {"IllFormed", "en", "# a\n# \xFF\n",
     "DIR/r.yaml:2:3: byte 0xFF is not UTF-8; expected valid UTF-8"},
    {"Faults", "en", "rules: [{}, a]\n",
     "DIR/r.yaml:1:9: rule has no id; expected id, pattern, predicate, subject and object\n"
     "DIR/r.yaml:1:9: rule has no pattern; expected id, pattern, predicate, subject and object\n"
     "DIR/r.yaml:1:9: rule has no predicate; expected id, pattern, predicate, subject and object\n"
     "DIR/r.yaml:1:9: rule has no subject; expected id, pattern, predicate, subject and object\n"
     "DIR/r.yaml:1:9: rule has no object; expected id, pattern, predicate, subject and object\n"
     "DIR/r.yaml:1:13: rule is no map; expected keys with values"},
    {"FailedExamples", "en",
     "rules:\n- {id: own, pattern: '{o:unit}', predicate: about, subject: document, object: o,\n"
     "   yes: ['[甲:person] -> document about 甲'],\n   no: ['[甲:office]']}\n",
     "DIR/r.yaml:3:10: example of `yes` of rule 'own': it gives nothing; expected 'document about "
     "甲'\n"
     "DIR/r.yaml:4:9: example of `no` of rule 'own': it gives 'document about 甲'; expected "
     "nothing"},
};
INSTANTIATE_TEST_SUITE_P(Basics, PresetFault, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(PresetFault, FileIsMissing) {
  const TempFolder folder;
  EXPECT_EQ(ErrorOf("en", {folder / "r.yaml"}),
            "I/O: " + folder / "r.yaml" + ": No such file or directory");
}

TEST(PresetFault, FolderHasNoPreset) {
  const TempFolder folder;
  folder.Write("p/rules.yml", kGood);
  EXPECT_EQ(ErrorOf(folder / "p", {}),
            folder / "p" + ": no preset here; expected a folder with .yaml files");
}

}  // namespace
}  // namespace zhitu::extract
