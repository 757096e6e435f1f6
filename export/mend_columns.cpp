#include "export/mend_columns.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "export/merge_columns.h"
#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

constexpr std::array<std::string_view, 9> kOfNodes = {"label", "x", "y", "z",    "size",
                                                      "r",     "g", "b", "color"};
constexpr std::array<std::string_view, 6> kOfEdges = {"label", "weight", "r", "g", "b", "color"};

// Other names by which Gephi knows them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSynonyms = {
    {{"nodelabel", "label"},
     {"edgelabel", "label"},
     {"Edge Weight", "weight"},
     {"xpos", "x"},
     {"ypos", "y"},
     {"zpos", "z"}}};

bool IsSpecialColumn(bool edges, std::string_view name) {
  if (edges) return std::ranges::find(kOfEdges, name) != kOfEdges.end();
  return std::ranges::find(kOfNodes, name) != kOfNodes.end();
}

class ColumnMender {
 public:
  ColumnMender(LooseGraph::Part& part, bool edges, MendRules::Roles roles, DoctorFindings& findings)
      : part_(part), edges_(edges), roles_(roles), findings_(findings) {}

  void Mend() {
    CompareIds();
    for (LooseKey& key : part_.keys) NameKey(key);
    if (roles_ != MendRules::Roles::kFew) MergeColumns(part_, findings_);
    if (roles_ != MendRules::Roles::kAsRead) FindRoles();
    for (LooseKey& key : part_.keys) MakeUnlike(key);
    for (std::size_t key = 0; key < part_.keys.size(); ++key) WriteDefault(key);
  }

 private:
  void CompareIds() {
    std::set<std::string> seen;
    for (const LooseKey& key : part_.keys) {
      if (!seen.insert(LowerAscii(key.id)).second && !key.id.empty()) {
        findings_.Add("key-case", key.at,
                      "the id '" + key.id + "' differs from another by capitals only");
      }
    }
  }

  void NameKey(LooseKey& key) {
    if (key.name.empty()) {
      findings_.Add("key-without-name", key.at, "column '" + key.id + "' has no name");
      key.name = key.id.empty() ? "column" : key.id;
    }
    if (roles_ != MendRules::Roles::kAll) return;
    const auto synonym = std::ranges::find_if(kSynonyms, [&](const auto& pair) {
      return pair.first == key.name && IsSpecialColumn(edges_, pair.second);
    });
    if (synonym != kSynonyms.end()) key.name = synonym->second;
    const bool taken =
        key.id == "id" || key.id == "timeset" ||
        (roles_ == MendRules::Roles::kAll && IsSpecialColumn(edges_, key.id) && key.name != key.id);
    const std::string lower = LowerAscii(key.name);
    const bool name_taken =
        lower == "id" || lower == "timeset" || (edges_ && (lower == "source" || lower == "target"));
    if (taken || name_taken) {
      findings_.Add("key-reserved", key.at,
                    "column '" + key.name + "' has the id '" + key.id + "'");
    }
    if (name_taken) key.name += "_given";
  }

  void FindRoles() {
    if (roles_ == MendRules::Roles::kAll) {
      FindUnread("label", "label-not-read");
      if (!edges_) FindName();
      if (edges_) FindUnread("weight", "weight-not-read");
    }
    for (LooseKey& key : part_.keys) {
      const std::string name = roles_ == MendRules::Roles::kAll ? key.name : LowerAscii(key.name);
      const bool few = name == "label" || (edges_ && name == "weight");
      if (KeyWithRole(part_, name) < part_.keys.size()) continue;
      if (roles_ == MendRules::Roles::kAll ? IsSpecialColumn(edges_, name) : few) key.role = name;
    }
  }

  void FindUnread(std::string_view name, std::string_view kind) {
    if (KeyNamed(part_, name) < part_.keys.size()) return;
    for (LooseKey& key : part_.keys) {
      if (LowerAscii(key.name) == name) return Rename(key, name, kind);
    }
  }
  void FindName() {
    if (KeyNamed(part_, "label") < part_.keys.size()) return;
    const std::size_t key = KeyNamed(part_, "name");
    if (key < part_.keys.size()) Rename(part_.keys[key], "label", "label-not-read");
  }
  void Rename(LooseKey& key, std::string_view name, std::string_view kind) {
    findings_.Add(kind, key.at, "the column is named '" + key.name + "'");
    key.name = name;
  }

  void MakeUnlike(LooseKey& key) {
    if (roles_ == MendRules::Roles::kAsRead && !key.role.empty()) return;
    std::string name = key.name;
    for (std::size_t number = 2; !names_.insert(name).second; ++number) {
      name = key.name + "_" + std::to_string(number);
    }
    if (name == key.name) return;
    findings_.Add("name-twice", key.at,
                  "two columns are named '" + key.name + "'; the later one is now '" + name + "'");
    key.name = name;
  }

  void WriteDefault(std::size_t number) {
    LooseKey& key = part_.keys[number];
    if (!key.has_fallback) return;
    if (!key.role.empty()) {
      findings_.Add("default-ignored", key.at,
                    "column '" + key.name + "' has the default '" + key.fallback + "'");
    }
    for (LooseElement& element : part_.elements) {
      if (ValueOf(element, number) != nullptr) continue;
      element.values.push_back({number, key.fallback, key.at});
    }
    key.has_fallback = false;
  }

  LooseGraph::Part& part_;
  bool edges_;
  MendRules::Roles roles_;
  DoctorFindings& findings_;
  std::set<std::string> names_;
};

}  // namespace

void MendColumns(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings) {
  ColumnMender(graph.nodes, /*edges=*/false, rules.roles, findings).Mend();
  ColumnMender(graph.edges, /*edges=*/true, rules.roles, findings).Mend();
}

}  // namespace zhitu::xport
