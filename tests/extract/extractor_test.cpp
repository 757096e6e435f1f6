#include "extract/extractor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "extract/error.h"
#include "extract/hash.h"
#include "tests/support/brute_force_matcher.h"
#include "tests/support/page.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

constexpr char kRules[] = R"(
predicates: [helps]
groups:
  any: [e0, e1]
rules:
  - id: helps
    pattern: "{s:any} '帮助' {o:any}"
    predicate: helps
    subject: s
    object: o
    confidence: 0.9
    yes: ["[甲:e0]帮助[乙:e1] -> 甲 helps 乙"]
    no: ["[甲:e0]和[乙:e1]"]
)";

SourceText FileWith(const std::string& text) {
  SourceText source;
  source.name = "a.txt";
  source.file = "a.txt";
  source.text = text;
  return source;
}

// All documents with their blocks, the surfaces of mentions, and statements.
std::string Show(const std::vector<Extraction>& extractions) {
  std::string shown;
  for (const Extraction& extraction : extractions) {
    shown += extraction.document.id + '\n';
    shown += ShowBlocks(extraction.document.text, extraction.document.blocks);
    for (const Mention& mention : extraction.mentions)
      shown += '<' + extraction.Surface(mention.span) + "> ";
    for (const Statement& statement : extraction.statements) {
      shown += extraction.EntityId(statement.subject) + ' ' + statement.predicate + ' ' +
               extraction.EntityId(statement.object) + ' ';
    }
    shown += '\n';
  }
  return shown;
}

struct PresetCase {
  const char* name;
  const char* preset;
  const char* text;
  const char* expected;
};
void PrintTo(const PresetCase& c, std::ostream* out) { *out << c.name; }
class ExtractorTest : public testing::TestWithParam<PresetCase> {};

const Gazetteer& Names() {
  static const Gazetteer gazetteer =
      BuildGazetteer({{"甲区", 0}, {"乙区", 1}, {"Willow Park", 0}, {"Harbour", 1}});
  return gazetteer;
}

TEST_P(ExtractorTest, ReadsByThePreset) {
  const TempFolder folder;
  ExtractorOptions options;
  options.preset = GetParam().preset;
  if (options.preset != "none") options.rule_files = {folder.Write("helps.yaml", kRules)};
  const Extractor extractor(Names(), options);
  EXPECT_EQ(Show(extractor.Run(FileWith(GetParam().text))), GetParam().expected);
}

const PresetCase kPresetCases[] = {
    {"EmptyText", "auto", "", ""},
    {"BlankText", "auto", "\n \n", ""},
    {"HanTextIsChinese", "auto", "甲区帮助\n\n，好。甲区帮助乙区。\n",
     "a.txt\nbody 甲区帮助|，好。甲区帮助乙区。\n<甲区> <甲区> <乙区> e0 helps e1 \n"},
    {"LatinTextIsEnglish", "auto", "By Ann Reed\n\nWillow Park is at the Harbour. All met.\n",
     "a.txt\nbyline By Ann Reed\nbody Willow Park is at the Harbour. All met.\n"
     "<Willow Park> <Harbour> \n"},
    {"FewHanCharactersAmongLatin", "auto", "By 甲区\n\nWillow Park is at the Harbour. All met.\n",
     "a.txt\nbyline By 甲区\nbody Willow Park is at the Harbour. All met.\n"
     "<甲区> <Willow Park> <Harbour> \n"},
    {"LatinNamesAmongHan", "auto", "本报记者 甲区\n\nWillow Park 和甲区帮助乙区的人。\n",
     "a.txt\nbyline 本报记者 甲区\nbody Willow Park 和甲区帮助乙区的人。\n"
     "<甲区> <Willow Park> <甲区> <乙区> e0 helps e1 \n"},
    {"NeitherScript", "auto", "12!\n", "a.txt\nbody 12!\n\n"},
    {"ChineseByName", "zh-news", "By Ann Reed\n\nWillow Park!\n",
     "a.txt\nheadline By Ann Reed\nbody Willow Park!\n<Willow Park> \n"},
    {"EnglishByName", "en", "本报记者 甲区\n\n甲区!\n",
     "a.txt\nheadline 本报记者 甲区\nbody 甲区!\n<甲区> <甲区> \n"},
    {"None", "none", "本报记者\n甲区帮助\n，乙区。甲区帮助乙区。\n",
     "a.txt\nbody 本报记者\nbody 甲区帮助\nbody ，乙区。甲区帮助乙区。\n"
     "<甲区> <乙区> <甲区> <乙区> \n"},
    {"SeveralArticles", "auto", "甲区好。\n\n本报记者 李青\n\n乙区好。\n",
     "a.txt#1\nbody 甲区好。\nbyline 本报记者 李青\n<甲区> <李青> document:a.txt#1 reported_by "
     "person:李青 \na.txt#2\nbody 乙区好。\n<乙区> \n"},
};
INSTANTIATE_TEST_SUITE_P(Presets, ExtractorTest, testing::ValuesIn(kPresetCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Extractor, RunIsSplitAndExtract) {
  const Extractor extractor(Names(), {});
  const SourceText source = FileWith("甲区好。\n\n本报记者 李青\n\n乙区好。\n");
  std::vector<Extraction> extractions;
  for (Document& document : extractor.Split(source))
    extractions.push_back(extractor.Extract(std::move(document)));
  ASSERT_EQ(extractions.size(), 2U);
  EXPECT_EQ(Show(extractions), Show(extractor.Run(source)));
}

TEST(Extractor, MovedOneReadsTheSame) {
  Extractor first(Names(), {});
  const std::string expected = Show(first.Run(FileWith("甲区好。")));
  Extractor second(std::move(first));
  EXPECT_EQ(Show(second.Run(FileWith("甲区好。"))), expected);
  Extractor third(Names(), {"none", {}});
  third = std::move(second);
  EXPECT_EQ(Show(third.Run(FileWith("甲区好。"))), expected);
}

std::vector<std::string> SourceNames(const Extractor& extractor) {
  std::vector<std::string> names;
  for (const auto& source : extractor.sources()) names.push_back(source.first);
  return names;
}

TEST(Extractor, SourcesOfNoneAreNone) {
  EXPECT_TRUE(Extractor(Names(), {"none", {}}).sources().empty());
}

// A rule file stands in both presets, and is named once.
TEST(Extractor, SourcesOfAutoAreThoseOfBothPresets) {
  const TempFolder folder;
  const Extractor both(Names(), {"auto", {folder.Write("helps.yaml", kRules)}});
  std::vector<std::string> expected = SourceNames(Extractor(Names(), {"zh-news", {}}));
  expected.emplace_back("helps.yaml");
  for (const std::string& name : SourceNames(Extractor(Names(), {"en", {}})))
    expected.push_back(name);
  EXPECT_EQ(SourceNames(both), expected);
  const std::pair<std::string, std::string> rules = {"helps.yaml", HashHex(kRules)};
  EXPECT_EQ(std::count(both.sources().begin(), both.sources().end(), rules), 1);
}

TEST(Extractor, SourcesOfAutoAreKnownBeforeItReads) {
  std::vector<std::string> expected = SourceNames(Extractor(Names(), {"zh-news", {}}));
  for (const std::string& name : SourceNames(Extractor(Names(), {"en", {}})))
    expected.push_back(name);
  const Extractor extractor(Names(), {"auto", {}});
  EXPECT_EQ(SourceNames(extractor), expected);
  SourceText text;
  text.text = "今年。";
  extractor.Run(text);
  EXPECT_EQ(SourceNames(extractor), expected);
}

// The presets are read when a text needs them, by whichever thread comes first.
TEST(Extractor, AutoReadsTheSameInThreads) {
  SourceText text;
  text.text = "去年居民来了。";
  text.date = "2024-05-01";
  text.record = true;
  const Extractor extractor(Names(), {"auto", {}});
  std::vector<std::string> dates(8);
  std::vector<std::thread> threads;
  for (std::string& date : dates)
    threads.emplace_back([&] { date = extractor.Run(text).at(0).dates.at(0).from; });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(dates, std::vector<std::string>(8, "2023"));
}

// The message of an error, behind its kind.
std::string Fault(const ExtractorOptions& options) {
  try {
    const Extractor extractor(Names(), options);
  } catch (const UsageError& error) {
    return std::string("usage: ") + error.what();
  } catch (const IoError& error) {
    return std::string("io: ") + error.what();
  }
  return "none";
}

TEST(Extractor, TellsBadOptions) {
  EXPECT_EQ(Fault({"none", {"rules.yaml"}}),
            "usage: rules with --preset none; expected another preset, since none has no rules");
  EXPECT_EQ(Fault({"zh", {}}),
            "usage: preset 'zh' is unknown; expected one of none auto en zh-news, or a folder with "
            "a / in its name");
  EXPECT_EQ(Fault({"./missing", {}}), "io: ./missing: No such file or directory");
  EXPECT_EQ(Fault({"auto", {"missing.yaml"}}), "io: missing.yaml: No such file or directory");
}

}  // namespace
}  // namespace zhitu::extract
