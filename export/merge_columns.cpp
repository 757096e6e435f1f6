#include "export/merge_columns.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace zhitu::xport {
namespace {

// Types of numbers from narrow to wide.
constexpr std::string_view kNumbers[] = {"int", "long", "float", "double"};

std::string WiderType(const std::string& a, const std::string& b) {
  if (a == b) return a;
  const auto* const first = std::ranges::find(kNumbers, a);
  const auto* const second = std::ranges::find(kNumbers, b);
  if (first == std::end(kNumbers) || second == std::end(kNumbers)) return "string";
  const std::string_view wider = *std::max(first, second);
  return wider == "float" ? "double" : std::string(wider);  // a float has 24 bits for the other's
}

class Merger {
 public:
  Merger(LooseGraph::Part& part, DoctorFindings& findings) : part_(part), findings_(findings) {}

  void Merge() {
    FindElements();
    std::map<std::string, std::size_t> firsts;  // by name
    bool merged = false;
    for (std::size_t i = 0; i < part_.keys.size(); ++i) {
      into_.push_back(i);
      const LooseKey& key = part_.keys[i];
      if (!key.role.empty() || key.has_fallback || key.dynamic) continue;
      const auto [first, fresh] = firsts.emplace(key.name, i);
      if (!fresh && Join(first->second, i)) merged = true;
    }
    if (merged) LeaveOutJoined();
  }

 private:
  // The elements that have values of a column, by its number.
  void FindElements() {
    elements_.resize(part_.keys.size());
    for (std::size_t i = 0; i < part_.elements.size(); ++i) {
      for (const LooseValue& value : part_.elements[i].values) elements_[value.key].insert(i);
    }
  }

  bool Join(std::size_t first, std::size_t later) {
    std::set<std::size_t>& kept = elements_[first];
    const std::set<std::size_t>& more = elements_[later];
    if (std::ranges::any_of(more, [&](std::size_t element) { return kept.contains(element); })) {
      return false;
    }
    kept.insert(more.begin(), more.end());
    into_[later] = first;
    LooseKey& key = part_.keys[first];
    const LooseKey& other = part_.keys[later];
    key.type = WiderType(key.type, other.type);
    findings_.Add("name-twice", other.at,
                  "two columns are named '" + key.name + "'; now one of " + key.type);
    return true;
  }

  void LeaveOutJoined() {
    std::vector<LooseKey> keys;
    std::vector<std::size_t> numbers(into_.size());  // of the columns that stay
    for (std::size_t i = 0; i < into_.size(); ++i) {
      numbers[i] = into_[i] == i ? keys.size() : numbers[into_[i]];
      if (into_[i] == i) keys.push_back(std::move(part_.keys[i]));
    }
    part_.keys = std::move(keys);
    for (LooseElement& element : part_.elements) {
      for (LooseValue& value : element.values) value.key = numbers[value.key];
    }
  }

  LooseGraph::Part& part_;
  DoctorFindings& findings_;
  std::vector<std::set<std::size_t>> elements_;
  std::vector<std::size_t> into_;  // by the number of a column: that of the one it is part of
};

bool HasSameNames(const LooseGraph::Part& part) {
  std::set<std::string_view> names;
  return std::ranges::any_of(part.keys,
                             [&](const LooseKey& key) { return !names.insert(key.name).second; });
}

}  // namespace

void MergeColumns(LooseGraph::Part& part, DoctorFindings& findings) {
  if (HasSameNames(part)) Merger(part, findings).Merge();
}

}  // namespace zhitu::xport
