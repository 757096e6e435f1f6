#include "export/loose_graph.h"

#include <algorithm>
#include <utility>

#include "extract/error.h"

namespace zhitu::xport {

std::size_t AddLooseKey(LooseGraph::Part& part, LooseKey key) {
  if (part.keys.size() >= kMostLooseKeys) {
    throw extract::LimitError("more than " + std::to_string(kMostLooseKeys) + " columns");
  }
  part.keys.push_back(std::move(key));
  return part.keys.size() - 1;
}

std::size_t KeyNamed(const LooseGraph::Part& part, std::string_view name) {
  const auto key = std::ranges::find(part.keys, name, &LooseKey::name);
  return static_cast<std::size_t>(key - part.keys.begin());
}

std::size_t KeyNamedOrNew(LooseGraph::Part& part, std::string_view name, std::string_view type) {
  const std::size_t key = KeyNamed(part, name);
  if (key == part.keys.size()) {
    LooseKey fresh;
    fresh.name = name;
    fresh.type = type;
    part.keys.push_back(fresh);
  }
  return key;
}

std::size_t KeyWithRole(const LooseGraph::Part& part, std::string_view role) {
  const auto key = std::ranges::find(part.keys, role, &LooseKey::role);
  return static_cast<std::size_t>(key - part.keys.begin());
}

std::size_t KeyWithRoleOrNew(LooseGraph::Part& part, std::string_view role, std::string_view type) {
  const std::size_t key = KeyWithRole(part, role);
  if (key == part.keys.size()) {
    LooseKey fresh;
    fresh.name = role;
    fresh.role = role;
    fresh.type = type;
    part.keys.push_back(fresh);
  }
  return key;
}

LooseValue* ValueOf(LooseElement& element, std::size_t key) {
  const auto value = std::ranges::find(element.values, key, &LooseValue::key);
  return value == element.values.end() ? nullptr : &*value;
}

}  // namespace zhitu::xport
