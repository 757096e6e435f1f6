#include "extract/measure_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "extract/preset_reader.h"
#include "extract/utf8.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

// The words of a set among those of the tests.
std::string Words(const Knowledge& knowledge, const WordSet& set) {
  const std::string text = "二 三 百 万 几 近 以上 名 平方米 第 打造 今年 去年 每周 年 月 底 5";
  std::string shown;
  for (const Lexicons::Hit& hit : knowledge.lexicons.FindAll(text)) {
    if (!knowledge.lexicons.Has(hit.word, set)) continue;
    if (!shown.empty()) shown += ' ';
    shown += hit.folded.In(text);
  }
  return shown;
}

std::string Text(const std::u32string& characters) {
  std::string text;
  for (const char32_t c : characters) AppendUtf8(c, text);
  return text;
}

std::string ShowWorths(const char* name, const CharacterValues& worths) {
  if (worths.empty()) return "";
  std::string shown = name;
  for (const auto& [c, worth] : worths.entries()) shown += fmt::format(" {}={}", Text({c}), worth);
  return shown + '\n';
}

std::string ShowTimeWords(const TimeRules& times) {
  if (times.words.empty()) return "";
  std::string shown = "words";
  for (const auto& [text, word] : times.words)
    shown += fmt::format(" {}={}{:+}", text, static_cast<int>(word.kind), word.offset);
  return shown + '\n';
}

std::string Show(const Knowledge& knowledge) {
  const QuantityRules& quantities = knowledge.quantities;
  const TimeRules& times = knowledge.times;
  std::string shown = quantities.empty() ? "" : "quantities\n";
  shown += ShowWorths("digits", quantities.digits) + ShowWorths("scales", quantities.scales);
  const auto show = [&](const char* name, const std::string& text) {
    if (!text.empty()) shown += std::string(name) + ' ' + text + '\n';
  };
  show("numeral", Words(knowledge, quantities.numeral));
  show("more", Text(quantities.more.characters()));
  show("several", Text(quantities.several.characters()));
  show("about", Words(knowledge, quantities.about));
  show("bound", Words(knowledge, quantities.bound));
  show("unit", Words(knowledge, quantities.unit));
  show("ordinal", Words(knowledge, quantities.ordinal));
  show("stop", Words(knowledge, quantities.stop));
  shown += ShowTimeWords(times);
  show("word", Words(knowledge, times.word));
  show("year", Words(knowledge, times.year));
  show("month", Words(knowledge, times.month));
  show("day", Words(knowledge, times.day));
  show("part", Words(knowledge, times.part));
  show("since", Words(knowledge, times.since));
  show("until", Words(knowledge, times.until));
  show("consecutive", Words(knowledge, times.consecutive));
  show("duration", Words(knowledge, times.duration));
  return shown;
}

// What files say, or their faults. The files are named a.yaml, b.yaml ...
std::string Read(const std::vector<std::string>& files) {
  PresetReader reader;
  ReadFiles(files, reader);
  try {
    return Show(reader.Take());
  } catch (const InputError& error) {
    return error.what();
  }
}

struct ReadCase {
  const char* name;
  std::vector<std::string> files;
  const char* expected;
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class Measures : public testing::TestWithParam<ReadCase> {};

TEST_P(Measures, AreRead) { EXPECT_EQ(Read(GetParam().files), GetParam().expected); }

const ReadCase kSections[] = {
    {"NoFile", {}, ""},
    {"NoSection", {"lexicons: {a: [b]}\n"}, ""},
    {"EmptySections", {"quantities:\ntimes:\n"}, ""},
    {"NullValues", {"quantities: {digits: , more: }\ntimes: {words: , year: }\n"}, ""},
    {"WorthsAreSorted",
     {"quantities: {digits: {三: 3, 二: 2}, scales: {百: 100, 万: 1e4}}\n"},
     "quantities\ndigits 三=3 二=2\nscales 万=10000 百=100\nnumeral 二 三 百 万\n"},
    {"WorthsAreFolded",
     {"quantities: {scales: {萬: 10000}}\n"},
     "quantities\nscales 万=10000\nnumeral 万\n"},
    {"WorthIsAFraction",
     {"quantities: {digits: {二: 0.5, 三: 0}}\n"},
     "quantities\ndigits 三=0 二=0.5\nnumeral 二 三\n"},
    {"Words",
     {"quantities: {more: [余, 多], several: [几], about: [近], bound: [以上], unit: [名, "
      "平方米],\n"
      "             ordinal: 第, stop: [打造]}\n"},
     "quantities\nnumeral 几\nmore 余多\nseveral 几\nabout 近\nbound 以上\nunit 名 平方米\n"
     "ordinal 第\nstop 打造\n"},
    {"Lexicons",
     {"lexicons: {start: [打造]}\nquantities: {unit: [名], stop: [<start>, 第]}\n"},
     "quantities\nunit 名\nstop 第 打造\n"},
    {"UnitAlone", {"quantities: {unit: [名]}\n"}, "quantities\nunit 名\n"},
    {"NoQuantitiesWithoutDigitsScalesAndUnits", {"quantities: {about: [近]}\n"}, "about 近\n"},
    {"TimeWords",
     {"times:\n  words: {year-1: [去年], year: 今年, set: [每周]}\n"},
     "words 今年=0+0 去年=0-1 每周=7+0\nword 今年 去年 每周\n"},
    {"KindsOfTime",
     {"times: {words: {year+2: a, month: b, month-12: c, day+1: d, past: e, present: f,\n"
      "                future: g, recent: h}}\n"},
     "words a=0+2 b=1+0 c=1-12 d=2+1 e=3+0 f=4+0 g=5+0 h=6+0\n"},
    {"MostOffset", {"times: {words: {day+9999: a, day-9999: b}}\n"}, "words a=2+9999 b=2-9999\n"},
    {"TimeSets",
     {"times: {year: [年], month: [月], day: [5], part: [底], since: [以上], until: [近],\n"
      "        consecutive: [第], duration: [年, 月]}\n"},
     "year 年 年 年\nmonth 月\nday 5\npart 底\nsince 以上\nuntil 近\nconsecutive 第\n"
     "duration 年 年 年 月\n"},
    {"FilesAddUp",
     {"quantities: {digits: {二: 2}, unit: [名], more: [余], several: [几]}\n"
      "times: {words: {year: [今年]}, year: [年]}\n",
      "quantities: {digits: {三: 3}, unit: [第], more: [多], several: [数]}\n"
      "times: {words: {year-1: [去年]}, year: [月]}\n"},
     "quantities\ndigits 三=3 二=2\nnumeral 二 三 几\nmore 余多\nseveral 几数\nunit 名 第\n"
     "words 今年=0+0 去年=0-1\nword 今年 去年\nyear 年 年 年 月\n"},
};
INSTANTIATE_TEST_SUITE_P(Sections, Measures, testing::ValuesIn(kSections), kName);

const ReadCase kQuantityFaults[] = {
    {"NoMap",
     {"quantities: [名]\n"},
     "a.yaml:1:13: quantities is no map; expected keys with values"},
    {"UnknownKey",
     {"quantities:\n  units: [名]\n"},
     "a.yaml:2:3: key 'units' is unknown; expected one of digits, scales, more, several, about, "
     "bound, unit, ordinal, stop; did you mean 'unit'?"},
    {"KeyTwice",
     {"quantities:\n  unit: [名]\n  unit: [人]\n"},
     "a.yaml:3:3: key 'unit' stands twice; expected each key once"},
    {"WorthsAreAList",
     {"quantities: {digits: [二], scales: 百}\n"},
     "a.yaml:1:22: digits is no map; expected keys with values\n"
     "a.yaml:1:35: scales is no map; expected keys with values"},
    {"SeveralCharacters",
     {"quantities:\n  digits: {二三: 23}\n  scales: {'': 1}\n"},
     "a.yaml:2:16: '二三' is no single character; expected one\n"
     "a.yaml:3:16: '' is no single character; expected one"},
    {"WorthIsNoNumber",
     {"quantities: {digits: {二: two, 三: 3x, 五: ''}}\n"},
     "a.yaml:1:26: '二' is worth 'two'; expected a number from 0\n"
     "a.yaml:1:34: '三' is worth '3x'; expected a number from 0\n"
     "a.yaml:1:41: '五' is worth ''; expected a number from 0"},
    {"WorthBelowZero",
     {"quantities: {scales: {百: -100}}\n"},
     "a.yaml:1:26: '百' is worth '-100'; expected a number from 0"},
    {"WorthIsAList",
     {"quantities: {scales: {百: [100]}}\n"},
     "a.yaml:1:26: 百 is no text; expected a text\n"
     "a.yaml:1:26: '百' is worth ''; expected a number from 0"},
    {"WordsAreAMap",
     {"quantities: {unit: {a: b}, more: {a: b}}\n"},
     "a.yaml:1:20: unit is no list; expected a list of texts\n"
     "a.yaml:1:34: more is no list; expected a list of texts"},
    {"SeveralIsAMap",
     {"quantities: {several: {a: b}}\n"},
     "a.yaml:1:23: several is no list; expected a list of texts"},
    {"EmptyWord",
     {"quantities: {unit: [名, '']}\n"},
     "a.yaml:1:24: word is empty; expected visible characters"},
    {"UnknownLexicon",
     {"lexicons: {start: [打造]}\nquantities: {stop: [<stat>]}\n"},
     "a.yaml:2:21: lexicon 'stat' is unknown; expected one of `lexicons`; did you mean 'start'?"},
};
INSTANTIATE_TEST_SUITE_P(QuantityFaults, Measures, testing::ValuesIn(kQuantityFaults), kName);

constexpr char kExpected[] =
    "expected year, month or day, perhaps with a number behind it as in year-1, or past, present, "
    "future, recent or set";
std::string Unknown(const std::string& place, const std::string& word) {
  return "a.yaml:" + place + ": time '" + word + "' is unknown; " + kExpected;
}

const ReadCase kTimeFaults[] = {
    {"NoMap", {"times: 今年\n"}, "a.yaml:1:8: times is no map; expected keys with values"},
    {"UnknownKey",
     {"times:\n  word: {}\n"},
     "a.yaml:2:3: key 'word' is unknown; expected one of words, year, month, day, part, since, "
     "until, consecutive, duration; did you mean 'words'?"},
    {"WordsAreAList",
     {"times: {words: [今年]}\n"},
     "a.yaml:1:16: words is no map; expected keys with values"},
    {"WordsOfOneTime",
     {"times: {words: {year: {a: b}}}\n"},
     "a.yaml:1:23: year is no list; expected a list of texts"},
    {"EmptyWord",
     {"times: {words: {year: ['']}}\n"},
     "a.yaml:1:24: word is empty; expected visible characters"},
    {"SetIsAMap",
     {"times: {year: {a: b}}\n"},
     "a.yaml:1:15: year is no list; expected a list of texts"},
};
INSTANTIATE_TEST_SUITE_P(TimeFaults, Measures, testing::ValuesIn(kTimeFaults), kName);

class UnknownTimes : public testing::TestWithParam<std::string> {};

TEST_P(UnknownTimes, AreFaults) {
  EXPECT_EQ(Read({"times:\n  words:\n    '" + GetParam() + "': [a]\n"}),
            Unknown(fmt::format("3:{}", GetParam().size() + 9), GetParam()));
}
INSTANTIATE_TEST_SUITE_P(Basics, UnknownTimes,
                         testing::Values("years", "", "-1", "week-1", "year-", "year+", "year-x",
                                         "year-1x", "year--1", "year 1", "Year"));
// Reckoning with such numbers had left the range of the machine's.
INSTANTIATE_TEST_SUITE_P(Regression, UnknownTimes,
                         testing::Values("year+10000", "month-10000", "day+2147483647",
                                         "day-2147483648", "year+99999999999"));

const ReadCase kRegression[] = {
    // They had been taken for numbers.
    {"WorthWithoutEnd",
     {"quantities: {digits: {二: inf, 三: nan}}\n"},
     "a.yaml:1:26: '二' is worth 'inf'; expected a number from 0\n"
     "a.yaml:1:34: '三' is worth 'nan'; expected a number from 0"},
};
INSTANTIATE_TEST_SUITE_P(Regression, Measures, testing::ValuesIn(kRegression), kName);

}  // namespace
}  // namespace zhitu::extract
