#include "extract/yaml.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "extract/spelling.h"
#include "extract/utf8.h"

namespace zhitu::extract {

YamlFile::YamlFile(std::string name, std::string_view text, std::vector<Problem>& problems)
    : name_(std::move(name)), text_(text), problems_(&problems) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    lines_.emplace_back(text.substr(at, feed - at));
    at = feed + 1;
  }
}

void YamlFile::Parse(const std::function<void(const YAML::Node&)>& visit) {
  try {
    const YAML::Node top = YAML::Load(text_);
    if (top.IsNull()) return;
    if (!top.IsMap()) {
      Report(top, "not a map; expected keys text, groups, lexicons and rules");
      return;
    }
    visit(top);
  } catch (const YAML::Exception& error) {
    problems_->push_back({Place(static_cast<std::size_t>(std::max(error.mark.line, 0)),
                                static_cast<std::size_t>(std::max(error.mark.column, 0))),
                          "not YAML: " + error.msg + "; expected valid YAML 1.2"});
  }
}

SourcePosition YamlFile::Place(std::size_t line, std::size_t byte_column) const {
  if (line >= lines_.size()) return {name_, lines_.size(), 1};
  return {name_, line + 1,
          CountCodePoints(std::string_view(lines_[line]).substr(0, byte_column)) + 1};
}

SourcePosition YamlFile::PlaceOf(const YAML::Node& node, std::size_t offset) const {
  const YAML::Mark mark = node.Mark();
  if (mark.is_null()) return {name_, 1, 1};
  // A quoted scalar begins one byte behind its mark.
  const std::size_t quote = node.IsScalar() && node.Tag() == "!" ? 1 : 0;
  const std::size_t inside = offset == 0 ? 0 : offset + quote;
  return Place(static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column) + inside);
}

void YamlFile::Report(const YAML::Node& node, const std::string& what, std::size_t offset) {
  problems_->push_back({PlaceOf(node, offset), what});
}

void YamlFile::ReportKey(const std::string& key, const std::vector<std::string>& known) {
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
  const std::string close = Closest(key, known);
  problems_->push_back({key_place_, "key '" + key + "' is unknown; expected one of " + list +
                                        (close.empty() ? "" : "; did you mean '" + close + "'?")});
}

void YamlFile::ForEach(const YAML::Node& map, const std::string& what,
                       const std::function<void(const std::string&, const YAML::Node&)>& visit) {
  if (map.IsNull()) return;
  if (!map.IsMap()) {
    Report(map, what + " is no map; expected keys with values");
    return;
  }
  std::set<std::string> seen;
  for (const auto& entry : map) {
    const std::string key = Text(entry.first, "key");
    key_place_ = PlaceOf(entry.first);
    if (!seen.insert(key).second) {
      Report(entry.first, "key '" + key + "' stands twice; expected each key once");
    } else {
      visit(key, entry.second);
    }
  }
}

std::string YamlFile::Text(const YAML::Node& node, const std::string& what) {
  if (node.IsScalar()) return node.Scalar();
  Report(node, what + " is no text; expected a text");
  return {};
}

std::vector<std::string> YamlFile::Texts(const YAML::Node& node, const std::string& what) {
  if (node.IsScalar()) return {node.Scalar()};
  std::vector<std::string> texts;
  if (!node.IsSequence()) {
    if (!node.IsNull()) Report(node, what + " is no list; expected a list of texts");
    return texts;
  }
  for (const auto& item : node) texts.push_back(Text(item, "item of " + what));
  return texts;
}

}  // namespace zhitu::extract
