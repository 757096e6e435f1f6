#include "extract/lint_rules.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/embedded.h"
#include "extract/error.h"
#include "extract/fold.h"
#include "extract/utf8.h"
#include "extract/yaml.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kKeys = {"common", "series", "endings", "separators"};

std::u32string Characters(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters += NextCodePoint(text, at);
  return characters;
}

// Calls `visit` with the file's top node; the file comes with the program.
template <typename Visit>
void ReadKnown(std::string_view name, const Visit& visit) {
  std::vector<Problem> problems;
  YamlFile file(std::string(name), EmbeddedList(name), problems);
  file.ParseKnown([&](const YAML::Node& top) { visit(file, top); });
  if (!problems.empty()) throw InputError(std::move(problems));
}

}  // namespace

bool LintRules::InSeries(char32_t character) const {
  return std::binary_search(series.begin(), series.end(), character);
}

LintRules ReadLintRules() {
  LintRules rules;
  ReadKnown("lint.yaml", [&](YamlFile& file, const YAML::Node& top) {
    file.ForEach(top, "file", kKeys, [&](const std::string& key, const YAML::Node& node) {
      if (key == "common") {
        for (const std::string& word : file.Texts(node, key)) rules.common.insert(FoldName(word));
      } else if (key == "endings") {
        for (const YAML::Node& list : node) rules.endings.push_back(file.Texts(list, key));
      } else {
        const std::string text = file.Text(node, key).value_or("");
        (key == "series" ? rules.series : rules.separators) =
            Characters(key == "series" ? FoldName(text) : text);
      }
    });
  });
  ReadKnown("china-division.yaml", [&](YamlFile& file, const YAML::Node& top) {
    for (const YAML::Node& list : top["common"]) {
      for (const std::string& word : file.Texts(list, "common")) {
        rules.common.insert(FoldName(word));
      }
    }
  });
  std::sort(rules.series.begin(), rules.series.end());
  return rules;
}

}  // namespace zhitu::extract
