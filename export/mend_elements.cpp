#include "export/mend_elements.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "extract/characters.h"

namespace zhitu::xport {
namespace {

// The text, or the first with `_2`, `_3` behind that is not in `taken`, where it then is.
std::string Unlike(const std::string& text, std::unordered_set<std::string>& taken,
                   std::unordered_map<std::string, std::size_t>& tried) {
  if (taken.insert(text).second) return text;
  std::size_t& number = tried.try_emplace(text, 1).first->second;
  std::string fresh;
  do {
    fresh = text + "_" + std::to_string(++number);
  } while (!taken.insert(fresh).second);
  return fresh;
}

class ElementMender {
 public:
  ElementMender(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings)
      : graph_(graph), rules_(rules), findings_(findings) {}

  void Mend() {
    TrimIds();
    NameNodes();
    MergeNodes();
    LabelNodes();
    for (std::size_t i = 0; i < graph_.edges.elements.size(); ++i) MendEnds(i);
    MendDirections();
    for (LooseElement& edge : graph_.edges.elements) TellApart(edge);
    NameEdges();
  }

 private:
  // An id and what names it, without blanks around.
  void Trim(std::string& id, std::size_t at, std::string_view what) {
    const std::string_view trimmed = extract::TrimmedView(id);
    if (trimmed.size() == id.size()) return;
    if (!what.empty()) {
      findings_.Add("id-blanks", at,
                    "the id of " + std::string(what) + " is '" + id + "', with blanks around");
    }
    id = std::string(trimmed);
  }
  void TrimIds() {
    for (LooseElement& node : graph_.nodes.elements) Trim(node.id, node.at, "a node");
    for (LooseElement& edge : graph_.edges.elements) {
      Trim(edge.id, edge.at, "an edge");
      Trim(edge.source, edge.at, "a source");
      Trim(edge.target, edge.at, "a target");
    }
  }

  void NameNodes() {
    for (const LooseElement& node : graph_.nodes.elements) taken_.insert(node.id);
    taken_.insert("");
    for (LooseElement& node : graph_.nodes.elements) {
      if (!node.id.empty()) continue;
      node.id = Unlike("node", taken_, tried_);
      findings_.Add("id-empty", node.at, "a node has no id; it is now '" + node.id + "'");
    }
  }

  void MergeNodes() {
    std::vector<LooseElement> kept;
    kept.reserve(graph_.nodes.elements.size());
    for (LooseElement& node : graph_.nodes.elements) {
      const auto [place, fresh] = places_.try_emplace(node.id, kept.size());
      if (fresh) {
        kept.push_back(std::move(node));
        continue;
      }
      findings_.Add("id-twice", node.at, "a second node has the id '" + node.id + "'");
      Merge(node, kept[place->second]);
    }
    graph_.nodes.elements = std::move(kept);
  }
  void Merge(LooseElement& from, LooseElement& to) {
    to.spans.insert(to.spans.end(), from.spans.begin(), from.spans.end());
    for (LooseValue& value : from.values) {
      const LooseValue* const other = ValueOf(to, value.key);
      if (other == nullptr || graph_.nodes.keys[value.key].dynamic) {
        to.values.push_back(std::move(value));
      } else if (other->text != value.text) {
        const std::string name = graph_.nodes.keys[value.key].name;
        findings_.Add(
            "value-lost", value.at,
            name + " of node '" + to.id + "' is '" + other->text + "' and '" + value.text + "'");
        KeepOther(to, name + "_as_given", value);
      }
    }
  }
  // Of three different values the last would be too much: it is told alone.
  void KeepOther(LooseElement& node, const std::string& name, const LooseValue& value) {
    const std::size_t key = KeyNamedOrNew(graph_.nodes, name, "string");
    if (ValueOf(node, key) == nullptr) node.values.push_back({key, value.text, value.at});
  }

  void LabelNodes() {
    const std::size_t label = KeyWithRole(graph_.nodes, "label");
    const bool has_labels = label < graph_.nodes.keys.size();
    for (LooseElement& node : graph_.nodes.elements) {
      LooseValue* const value = has_labels ? ValueOf(node, label) : nullptr;
      if (value != nullptr && !extract::TrimmedView(value->text).empty()) continue;
      if (value != nullptr) {
        findings_.Add("label-empty", value->at, "the label of node '" + node.id + "' is empty");
      } else if (rules_.needs_labels) {
        findings_.Add("label-blank", node.at, "node '" + node.id + "' has no label");
      }
      if (rules_.needs_labels) {
        SetLabel(node);
      } else if (value != nullptr) {
        std::erase_if(node.values, [&](const LooseValue& one) { return one.key == label; });
      }
    }
  }
  void SetLabel(LooseElement& node) {
    const std::size_t key = KeyWithRoleOrNew(graph_.nodes, "label", "string");
    LooseValue* const value = ValueOf(node, key);
    if (value == nullptr) {
      node.values.push_back({key, node.id, node.at});
    } else {
      value->text = node.id;
    }
  }

  void MendEnds(std::size_t number) {
    LooseElement& edge = graph_.edges.elements[number];
    for (std::string* end : {&edge.source, &edge.target}) {
      if (end->empty()) {
        *end = Unlike("missing", taken_, tried_);
        findings_.Add("end-empty", edge.at, "an edge has an empty end; it is now '" + *end + "'");
        if (!rules_.loose_ends) AddNode(*end, edge.at);
      } else if (!places_.contains(*end)) {
        if (rules_.loose_ends) continue;
        findings_.Add("end-missing", edge.at, "an edge leads to '" + *end + "', which is no node");
        taken_.insert(*end);
        AddNode(*end, edge.at);
      } else if (rules_.ordered && graph_.nodes.elements[places_.at(*end)].at > edge.at) {
        findings_.Add("edge-before-node", edge.at, "an edge stands before its node '" + *end + "'");
      }
    }
    if (edge.source == edge.target) {
      findings_.Add("self-loop", edge.at, "an edge joins '" + edge.source + "' with itself");
    }
  }
  void AddNode(const std::string& id, std::size_t at) {
    places_.emplace(id, graph_.nodes.elements.size());
    LooseElement node;
    node.id = id;
    node.at = at;
    graph_.nodes.elements.push_back(std::move(node));
    if (rules_.needs_labels) SetLabel(graph_.nodes.elements.back());
  }

  void MendDirections() {
    const std::string usual = graph_.directed ? "directed" : "undirected";
    const LooseElement* directed = nullptr;
    const LooseElement* undirected = nullptr;
    for (LooseElement& edge : graph_.edges.elements) {
      if (edge.direction.empty()) edge.direction = usual;
      if (edge.direction != "directed" && edge.direction != "undirected") {
        findings_.Add("direction", edge.at, "the direction of an edge is '" + edge.direction + "'");
        edge.direction = edge.direction == "mutual" ? "undirected" : usual;
      }
      const LooseElement*& first = edge.direction == "directed" ? directed : undirected;
      if (first == nullptr) first = &edge;
    }
    if (directed != nullptr && undirected != nullptr && rules_.one_direction) {
      findings_.Add("mixed-directions", std::max(directed->at, undirected->at),
                    "some edges are directed and some are not");
      MarkUndirected();
    } else if (!graph_.edges.elements.empty()) {
      graph_.directed = directed != nullptr;
    }
  }
  void MarkUndirected() {
    const std::size_t key = KeyNamedOrNew(graph_.edges, "symmetric", "boolean");
    const std::string yes = graph_.edges.keys[key].type == "boolean" ? "true" : "symmetric";
    for (LooseElement& edge : graph_.edges.elements) {
      if (edge.direction == "directed") continue;
      edge.direction = "directed";
      if (ValueOf(edge, key) == nullptr) edge.values.push_back({key, yes, edge.at});
    }
    graph_.directed = true;
  }

  // Which edges of one kind join two nodes: there, back and without direction.
  static constexpr unsigned kForward = 1;
  static constexpr unsigned kBackward = 2;
  static constexpr unsigned kUndirected = 4;
  // Those that an edge cannot stand beside.
  static unsigned ClashesOf(unsigned way) {
    return way == kUndirected ? kForward | kBackward | kUndirected : way | kUndirected;
  }

  void TellApart(LooseElement& edge) {
    std::string first = edge.source;
    std::string second = edge.target;
    const bool directed = edge.direction == "directed";
    const bool back = second < first;
    if (back) std::swap(first, second);
    const unsigned way = !directed ? kUndirected : back ? kBackward : kForward;
    const std::string given = edge.kind;
    const unsigned clash = joins_[{first, second, given}] & ClashesOf(way);
    auto& number = numbers_[{edge.source, edge.target, given}];
    while ((joins_[{first, second, edge.kind}] & ClashesOf(way)) != 0) {
      number = number == 0 ? 2 : number + 1;
      edge.kind = given.empty() ? std::to_string(number) : given + " " + std::to_string(number);
    }
    joins_[{first, second, edge.kind}] |= way;
    if (clash == 0) return;
    const bool alike = (clash & way) != 0;
    findings_.Add(alike ? "parallel-edges" : "parallel-directions", edge.at,
                  std::string(alike      ? "a second edge of the same kind joins '"
                              : directed ? "an undirected edge of the same kind joins '"
                                         : "a directed edge of the same kind joins '") +
                      edge.source + "' and '" + edge.target + "'; the kind of this one is now '" +
                      edge.kind + "'");
  }

  void NameEdges() {
    std::unordered_set<std::string> ids;
    std::unordered_map<std::string, std::size_t> tried;
    std::size_t named = 0;
    for (LooseElement& edge : graph_.edges.elements) {
      if (edge.id.empty()) continue;
      ++named;
      const std::string given = edge.id;
      edge.id = Unlike(given, ids, tried);
      if (edge.id == given) continue;
      findings_.Add("edge-id-twice", edge.at,
                    "a second edge has the id '" + given + "'; it is now '" + edge.id + "'");
    }
    if (named == 0) return;
    for (LooseElement& edge : graph_.edges.elements) {
      if (edge.id.empty()) edge.id = Unlike("edge", ids, tried);
    }
  }

  LooseGraph& graph_;
  const MendRules& rules_;
  DoctorFindings& findings_;
  std::unordered_set<std::string> taken_;                          // ids of nodes
  std::unordered_map<std::string, std::size_t> tried_;             // the last number behind an id
  std::unordered_map<std::string, std::size_t> places_;            // of nodes, by id
  using Join = std::tuple<std::string, std::string, std::string>;  // two nodes and a kind
  std::map<Join, unsigned> joins_;                                 // nodes in order of their ids
  std::map<Join, std::size_t> numbers_;                            // the last behind a kind
};

}  // namespace

void MendElements(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings) {
  ElementMender(graph, rules, findings).Mend();
}

}  // namespace zhitu::xport
