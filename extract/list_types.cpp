#include "extract/list_types.h"

#include <yaml-cpp/yaml.h>

#include "extract/characters.h"
#include "extract/embedded.h"
#include "extract/entity_types.h"
#include "extract/error.h"
#include "extract/spelling.h"
#include "extract/yaml.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kFile = "types.yaml";
constexpr std::size_t kMostAsked = 1000;  // tags kept for did-you-mean

}  // namespace

ListTypes::ListTypes(std::string_view format, const std::vector<std::string>& rules) {
  std::vector<Problem> problems;
  YamlFile file(std::string(kFile), EmbeddedList(kFile), problems);
  file.ParseKnown([&](const YAML::Node& top) {
    file.ForEach(top, "formats", {}, [&](const std::string& name, const YAML::Node& entry) {
      if (name != format) return;
      file.ForEach(
          entry, name, {"begins", "tags"}, [&](const std::string& key, const YAML::Node& value) {
            if (key == "begins") {
              begins_ = file.Bool(value, key);
              return;
            }
            file.ForEach(value, key, {}, [&](const std::string& tag, const YAML::Node& type) {
              known_[tag] = file.Text(type, tag).value_or("");
            });
          });
    });
  });
  if (!problems.empty()) throw InputError(std::move(problems));
  for (const std::string& rule : rules) AddUserRule(rule);
}

void ListTypes::AddUserRule(const std::string& rule) {
  const std::size_t equals = rule.rfind('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError("--type is '" + Printable(rule) +
                     "'; expected TAG=TYPE, as in nr=person, -=place or *=program");
  }
  const std::string type = rule.substr(equals + 1);
  const TypeState state = type == kIgnore ? TypeState::kKnown : StateOfType(type);
  if (state == TypeState::kMalformed) {
    throw UsageError("--type " + Printable(rule) + ": " + Printable(DescribeTypeFault(type)));
  }
  if (type == kDocument) {
    throw UsageError("--type " + Printable(rule) +
                     ": documents are those of a corpus; expected another type");
  }
  if (state == TypeState::kUnknown) unknown_types_.push_back(type);
  own_[rule.substr(0, equals)] = {type, false};
}

std::optional<std::string_view> ListTypes::TypeOf(std::string_view tag) {
  if (tag.empty()) tag = kNoTag;
  if (asked_.size() < kMostAsked && !asked_.contains(tag)) asked_.emplace(tag);
  const auto use = [](UserRule& rule) {
    rule.used = true;
    return std::string_view(rule.type);
  };
  if (const auto own = own_.find(tag); own != own_.end()) return use(own->second);
  for (std::string_view part = tag; !part.empty(); part.remove_suffix(1)) {
    if (const auto known = known_.find(part); known != known_.end()) return known->second;
    if (!begins_) break;
  }
  if (const auto any = own_.find(kAnyTag); any != own_.end()) return use(any->second);
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> ListTypes::UnusedRules() const {
  const std::vector<std::string> asked(asked_.begin(), asked_.end());

  std::vector<std::pair<std::string, std::string>> unused;
  for (const auto& [tag, rule] : own_) {
    if (!rule.used) unused.emplace_back(tag, Closest(tag, asked));
  }
  return unused;
}

}  // namespace zhitu::extract
