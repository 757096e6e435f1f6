#include "extract/measure_reader.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kQuantityKeys = {"digits", "scales", "more",    "several", "about",
                                                "bound",  "unit",   "ordinal", "stop"};
const std::vector<std::string> kTimeKeys = {"words", "year",  "month",       "day",     "part",
                                            "since", "until", "consecutive", "duration"};

constexpr int kMostOffset = 9999;  // years, months or days

constexpr std::array<std::pair<std::string_view, TimeWord::Kind>, 8> kKinds = {{
    {"year", TimeWord::Kind::kYear},
    {"month", TimeWord::Kind::kMonth},
    {"day", TimeWord::Kind::kDay},
    {"past", TimeWord::Kind::kPast},
    {"present", TimeWord::Kind::kPresent},
    {"future", TimeWord::Kind::kFuture},
    {"recent", TimeWord::Kind::kRecent},
    {"set", TimeWord::Kind::kSet},
}};

// `year`, `year-1`, `day+2`, `recent`.
std::optional<TimeWord> ReadTimeWord(std::string_view text) {
  const std::size_t sign = std::min(text.find_first_of("+-"), text.size());
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& entry) {
    return entry.first == text.substr(0, sign);
  });
  if (kind == kKinds.end()) return std::nullopt;
  TimeWord word{kind->second, 0};
  if (sign == text.size()) return word;
  const char* const last = text.data() + text.size();
  const char* const first = text.data() + sign + (text[sign] == '+' ? 1 : 0);
  const auto [end, error] = std::from_chars(first, last, word.offset);
  if (error != std::errc() || end != last || word.offset < -kMostOffset ||
      word.offset > kMostOffset)
    return std::nullopt;
  return word;
}

std::u32string Characters(const std::vector<std::string>& texts) {
  std::u32string characters;
  for (const std::string& text : texts) {
    const std::string folded = FoldName(text);
    for (std::size_t at = 0; at < folded.size();) characters += NextCodePoint(folded, at);
  }
  return characters;
}

}  // namespace

void MeasureReader::ReadQuantities(YamlFile& file, const YAML::Node& section) {
  const std::map<std::string, WordSet*> sets = {{"about", &quantities_.about},
                                                {"bound", &quantities_.bound},
                                                {"unit", &quantities_.unit},
                                                {"ordinal", &quantities_.ordinal},
                                                {"stop", &quantities_.stop}};
  file.ForEach(
      section, "quantities", kQuantityKeys, [&](const std::string& key, const YAML::Node& value) {
        if (key == "digits" || key == "scales") {
          ReadWorths(file, key, value, key == "digits" ? digits_ : scales_);
        } else if (key == "more") {
          quantities_.more = quantities_.more.characters() + Characters(file.Texts(value, key));
        } else if (key == "several") {
          quantities_.several =
              quantities_.several.characters() + Characters(file.Texts(value, key));
          lists_.ReadWords(file, value, key, quantities_.numeral);
        } else {
          lists_.ReadWords(file, value, key, *sets.at(key));
        }
      });
}

// A map of single characters to numbers.
void MeasureReader::ReadWorths(YamlFile& file, const std::string& what, const YAML::Node& map,
                               Worths& worths) {
  std::vector<std::string> characters;
  file.ForEach(map, what, {}, [&](const std::string& key, const YAML::Node& value) {
    const std::string folded = FoldName(key);
    const std::string text = file.Text(value, key).value_or("");
    double worth = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, worth);
    if (CountCodePoints(folded) != 1) {
      file.Report(value, "'" + key + "' is no single character; expected one");
    } else if (error != std::errc() || end != last || worth < 0 || !std::isfinite(worth)) {
      file.Report(value, "'" + key + "' is worth '" + text + "'; expected a number from 0");
    } else {
      std::size_t at = 0;
      worths.emplace_back(NextCodePoint(folded, at), worth);
      characters.push_back(folded);
    }
  });
  lists_.AddWords(characters, quantities_.numeral);
}

void MeasureReader::ReadTimes(YamlFile& file, const YAML::Node& section) {
  const std::map<std::string, WordSet*> sets = {{"year", &times_.year},
                                                {"month", &times_.month},
                                                {"day", &times_.day},
                                                {"part", &times_.part},
                                                {"since", &times_.since},
                                                {"until", &times_.until},
                                                {"consecutive", &times_.consecutive},
                                                {"duration", &times_.duration}};
  file.ForEach(section, "times", kTimeKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "words") {
      ReadTimeWords(file, value);
    } else {
      lists_.ReadWords(file, value, key, *sets.at(key));
    }
  });
}

void MeasureReader::ReadTimeWords(YamlFile& file, const YAML::Node& map) {
  file.ForEach(map, "words", {}, [&](const std::string& meaning, const YAML::Node& list) {
    const std::optional<TimeWord> word = ReadTimeWord(meaning);
    if (!word) {
      file.Report(list, "time '" + meaning +
                            "' is unknown; expected year, month or day, perhaps with a number "
                            "behind it as in year-1, or past, present, future, recent or set");
      return;
    }
    for (const std::string& text : file.Texts(list, meaning))
      times_.words.emplace_back(FoldName(text), *word);
    lists_.ReadWords(file, list, meaning, times_.word);
  });
}

QuantityRules MeasureReader::TakeQuantities() {
  quantities_.digits = CharacterValues(std::move(digits_));
  quantities_.scales = CharacterValues(std::move(scales_));
  return std::move(quantities_);
}

TimeRules MeasureReader::TakeTimes() {
  std::stable_sort(times_.words.begin(), times_.words.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return std::move(times_);
}

}  // namespace zhitu::extract
