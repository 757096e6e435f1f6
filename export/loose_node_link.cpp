#include "export/loose_node_link.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "export/json_text.h"
#include "export/loose_json.h"
#include "export/loose_json_value.h"
#include "export/loose_number.h"
#include "export/other_json.h"
#include "export/text_buffer.h"

namespace zhitu::xport {
namespace {

using Kind = JsonToken::Kind;

std::string Quoted(std::string_view text) {
  JsonText json;
  json.String(text);
  return std::string(json.text());
}

class Reader {
 public:
  Reader(LooseNodeLink& file, std::vector<JsonToken> tokens, DoctorFindings& findings)
      : file_(file), tokens_(std::move(tokens)), findings_(findings) {}

  void Read() {
    if (!Take("{")) findings_.Refuse(At(), "no object; expected node-link JSON");
    while (!AtEnd() && !IsMark("}")) ReadMember();
    if (!Take("}")) findings_.Add("json-cut", At(), "the object at the top is not closed");
    if (!AtEnd()) findings_.Add("json-mark", At(), "more stands behind the object");
    RefuseOther();
    if (!has_nodes_ && !has_edges_) {
      findings_.Refuse(0, "no list 'nodes'; expected an object with nodes and edges");
    }
    if (!has_nodes_) findings_.Add("list-missing", 0, "there is no list 'nodes'");
    if (!has_edges_) findings_.Add("list-missing", 0, "there is no list 'edges' or 'links'");
    KeepOthers();
    ResolveIds();
  }

 private:
  bool AtEnd() const { return next_ == tokens_.size(); }
  std::size_t At() const { return AtEnd() ? (tokens_.empty() ? 0 : tokens_.back().at) : Peek().at; }
  const JsonToken& Peek() const { return tokens_[next_]; }
  bool IsMark(std::string_view mark) const {
    return !AtEnd() && Peek().kind == Kind::kMark && Peek().text == mark;
  }
  bool Take(std::string_view mark) {
    if (!IsMark(mark)) return false;
    ++next_;
    return true;
  }

  // The name of a member, or empty; then its value is the next token. Always moves on.
  bool ReadName(std::string& name) {
    if (IsMark(",")) {
      findings_.Add("json-mark", At(), "a comma is too much");
      ++next_;
      return false;
    }
    if (Peek().kind == Kind::kMark || next_ + 1 >= tokens_.size()) {
      findings_.Add("json-mark", At(), "'" + Peek().text + "' stands where a name belongs");
      ++next_;
      return false;
    }
    if (Peek().kind == Kind::kLiteral) {
      findings_.Add("json-quote", At(), "the name " + Peek().text + " stands without quotes");
    }
    name = Peek().text;
    ++next_;
    if (!Take(":")) findings_.Add("json-mark", At(), "no colon follows '" + name + "'");
    return !AtEnd();
  }
  // Between members or items.
  void TakeComma(std::string_view close) {
    const std::size_t at = At();
    const bool comma = Take(",");
    if (comma && IsMark(close))
      findings_.Add("json-mark", at, "a comma stands before " + std::string(close));
    if (!comma && !AtEnd() && !IsMark(close)) findings_.Add("json-mark", at, "a comma is missing");
  }

  // Graphs in another form of JSON would lose what makes them.
  void RefuseOther() const {
    JsonSigns signs = signs_;
    signs.nodes = has_nodes_;
    signs.edges = has_edges_;
    const std::string_view other = OtherJson(signs);
    if (!other.empty()) findings_.Refuse(0, std::string(other));
  }
  void NoteSigns(const std::string& name) {
    if (name == "adjacency") signs_.adjacency = true;
    if (name == "elements") signs_.elements = true;
    if (name == "graphs" || (name == "graph" && IsMark("{") && HasNodesInside())) {
      signs_.graph_nodes = true;
    }
  }
  // True if the object at hand has a member `nodes`.
  bool HasNodesInside() const {
    std::size_t depth = 0;
    for (std::size_t i = next_; i + 1 < tokens_.size(); ++i) {
      const JsonToken& token = tokens_[i];
      const bool mark = token.kind == Kind::kMark;
      if (mark && (token.text == "{" || token.text == "[")) ++depth;
      if (mark && (token.text == "}" || token.text == "]") && --depth == 0) return false;
      if (depth == 1 && token.text == "nodes" && tokens_[i + 1].text == ":") return true;
    }
    return false;
  }

  void ReadMember() {
    std::string name;
    const std::size_t at = At();
    if (!ReadName(name)) return;
    if (Misses(name)) return TakeComma("}");
    const bool edges = name == "edges" || name == "links";
    if ((name == "nodes" || edges) && IsMark("[")) {
      bool& has = edges ? has_edges_ : has_nodes_;
      if (std::exchange(has, true)) {
        findings_.Add("member-twice", at,
                      "a second list '" + name + "' stands there; both are kept");
      }
      if (edges) file_.links = name;
      ReadList(edges);
    } else {
      NoteSigns(name);
      TakeOther(name, at, ReadRaw());
    }
    TakeComma("}");
  }
  // True, and told, if no value follows a name.
  bool Misses(const std::string& name) {
    if (Peek().kind != Kind::kMark || IsMark("{") || IsMark("[")) return false;
    findings_.Add("json-mark", At(), "'" + name + "' has no value");
    return true;
  }
  // A member of the object at the top that is no list of nodes or edges.
  void TakeOther(const std::string& name, std::size_t at, std::string value) {
    if (name == "nodes" || name == "edges" || name == "links") {
      findings_.Add("list-missing", at, "'" + name + "' is " + BeginningOf(value) + ", no list");
      return;
    }
    const auto [place, fresh] = others_.emplace(name, more_.size());
    if (!fresh) {
      findings_.Add("member-twice", at, "a second member '" + name + "' stands in one object");
    }
    if (fresh) more_.emplace_back(name, std::string());
    if (name == "directed") file_.graph.directed = value == "true";
    more_[place->second].second = std::move(value);
  }
  void KeepOthers() {
    for (const auto& [name, value] : more_) {
      if (name == "directed" || name == "multigraph") continue;
      file_.more += "," + Quoted(name) + ":" + value;
    }
  }

  void ReadList(bool edges) {
    ++next_;
    while (!AtEnd() && !IsMark("]")) {
      if (IsMark("{")) {
        ReadElement(edges);
      } else {
        ReadOther(edges);
      }
      TakeComma("]");
    }
    if (!Take("]")) findings_.Add("json-cut", At(), "a list is not closed");
  }

  // A bare text or number among nodes is an id; all else is told, for it cannot be kept.
  void ReadOther(bool edges) {
    LooseElement node;
    node.at = At();
    const bool simple = !edges && Peek().kind != Kind::kMark;
    if (simple) node.id = Peek().text;
    const std::string raw = ReadRaw();
    findings_.Add("element-kind", node.at, BeginningOf(raw) + " is no object");
    if (!simple) return;
    ++quoted_ids_;
    file_.graph.nodes.elements.push_back(std::move(node));
  }

  void ReadElement(bool edges) {
    LooseGraph::Part& part = edges ? file_.graph.edges : file_.graph.nodes;
    LooseElement element;
    element.at = At();
    ++next_;
    names_.clear();
    while (!AtEnd() && !IsMark("}")) {
      std::string name;
      const std::size_t at = At();
      if (!ReadName(name)) continue;
      if (!Misses(name)) ReadValue(part, element, {name, at, edges});
      TakeComma("}");
    }
    if (!Take("}")) findings_.Add("json-cut", element.at, "an object is not closed");
    if (!edges && part.elements.empty() && names_.contains("key") && !names_.contains("id")) {
      signs_.keyed = true;
      RefuseOther();
    }
    part.elements.push_back(std::move(element));
  }

  // The name of a member of a node or edge.
  struct Member {
    std::string name;
    std::size_t at = 0;
    bool edges = false;
  };

  void ReadValue(LooseGraph::Part& part, LooseElement& element, const Member& member) {
    const bool again = !names_.insert(member.name).second;
    std::string* const field = FieldOf(element, member.name, member.edges);
    if (field != nullptr) {
      if (again) TellAgain(member, *field);
      ReadField(*field, member);
      return;
    }
    const std::size_t at = At();
    const bool quoted = Peek().kind == Kind::kString;
    const bool simple = Peek().kind != Kind::kMark;
    LooseValue value{.key = KeyOf(part, member.name, member.edges, at),
                     .text = simple ? Peek().text : "",
                     .at = at,
                     .raw = !quoted};
    LooseJsonValue read = ReadLooseJsonValue(tokens_, next_, findings_);
    if (!simple) {
      findings_.Add("value-nested", at,
                    member.name + (read.joined ? " holds a list, written as one text"
                                               : " holds a list or an object"));
      value.raw = !read.joined;
      value.text = std::move(read.joined ? *read.joined : read.json);
    }
    Put(part, element, std::move(value), member, again);
  }
  void TellAgain(const Member& member, std::string_view first) {
    findings_.Add("member-twice", member.at,
                  "a second member '" + member.name + "' stands in one object; the first was " +
                      BeginningOf(first));
  }

  // The later of two values stays, as readers keep it; the other is kept as given.
  void Put(LooseGraph::Part& part, LooseElement& element, LooseValue value, const Member& member,
           bool again) {
    LooseValue* const other = ValueOf(element, value.key);
    if (again) TellAgain(member, other == nullptr ? "null" : other->text);
    if (!again && other != nullptr) {
      findings_.Add(
          "value-lost", value.at,
          "a value of " + member.name + " was kept there from " + BeginningOf(other->text));
    }
    const bool none = value.raw && value.text == "null";
    if (other == nullptr) {
      if (!none) element.values.push_back(std::move(value));
      return;
    }
    LooseValue given = std::exchange(*other, std::move(value));
    if (none) std::erase_if(element.values, [&](const auto& one) { return one.key == given.key; });
    given.key = KeyOf(part, member.name + "_as_given", member.edges, given.at);
    if (again && ValueOf(element, given.key) == nullptr) element.values.push_back(std::move(given));
  }

  // An id: all that is no text and no number is none.
  void ReadField(std::string& field, const Member& member) {
    const std::size_t at = At();
    const bool simple = Peek().kind != Kind::kMark;
    const bool quoted = Peek().kind == Kind::kString;
    const std::string text = simple ? Peek().text : "";
    const std::string raw = ReadRaw();
    field = simple && raw != "null" ? text : "";
    if (!field.empty() && member.name != "key" && (member.name != "id" || !member.edges)) {
      (quoted ? quoted_ids_ : bare_ids_) += 1;
    }
    if (!simple) findings_.Add("id-kinds", at, member.name + " is " + BeginningOf(raw));
  }

  static std::string* FieldOf(LooseElement& element, const std::string& name, bool edges) {
    if (name == "id") return &element.id;
    if (!edges) return nullptr;
    if (name == "source") return &element.source;
    if (name == "target") return &element.target;
    return name == "key" ? &element.kind : nullptr;
  }
  std::size_t KeyOf(LooseGraph::Part& part, const std::string& name, bool edges, std::size_t at) {
    auto& keys = edges ? edge_keys_ : node_keys_;
    const auto [place, fresh] = keys.emplace(name, part.keys.size());
    if (fresh) {
      LooseKey key;
      key.name = name;
      key.at = at;
      AddLooseKey(part, std::move(key));
    }
    return place->second;
  }

  std::string ReadRaw() { return ReadLooseJsonValue(tokens_, next_, findings_).json; }

  // Ids that are numbers here and texts there, or the places of nodes.
  void ResolveIds() {
    std::vector<LooseElement>& nodes = file_.graph.nodes.elements;
    std::vector<LooseElement>& edges = file_.graph.edges.elements;
    const bool no_ids =
        std::ranges::all_of(nodes, [](const LooseElement& node) { return node.id.empty(); });
    std::map<std::string, bool, std::less<>> ids;
    for (const LooseElement& node : nodes) ids.emplace(node.id, true);
    const auto is_place = [&](const std::string& end) {
      return FitsWhole(end, true) && !end.starts_with('-') && std::stoul(end) < nodes.size() &&
             !ids.contains(end);
    };
    const bool places = !edges.empty() && std::ranges::all_of(edges, [&](const LooseElement& edge) {
      return is_place(edge.source) && is_place(edge.target);
    });
    if (places) {
      findings_.Add("links-by-place", edges[0].at, "links name the places of nodes, not their ids");
      for (std::size_t i = 0; no_ids && i < nodes.size(); ++i) nodes[i].id = std::to_string(i);
      for (LooseElement& edge : edges) {
        edge.source = nodes[std::stoul(edge.source)].id;
        edge.target = nodes[std::stoul(edge.target)].id;
      }
    } else if (quoted_ids_ > 0 && bare_ids_ > 0) {
      findings_.Add("id-kinds", nodes.empty() ? 0 : nodes[0].at,
                    "some ids are numbers, some texts");
    }
    file_.numbered = !places && quoted_ids_ == 0 && bare_ids_ > 0;
  }

  LooseNodeLink& file_;
  std::vector<JsonToken> tokens_;
  DoctorFindings& findings_;
  std::size_t next_ = 0;
  JsonSigns signs_;
  bool has_nodes_ = false;
  bool has_edges_ = false;
  std::size_t quoted_ids_ = 0;
  std::size_t bare_ids_ = 0;
  std::vector<std::pair<std::string, std::string>> more_;  // members at the top, but for the lists
  std::map<std::string, std::size_t> others_;              // their places, by name
  std::set<std::string> names_;  // of the members of the node or edge at hand
  std::map<std::string, std::size_t> node_keys_;
  std::map<std::string, std::size_t> edge_keys_;
};

void AppendValues(std::string& out, const LooseGraph::Part& part, const LooseElement& element) {
  for (const LooseValue& value : element.values) {
    const LooseKey& key = part.keys[value.key];
    const bool number = key.role == "weight" && NumberOf(value.text).has_value();
    out += "," + Quoted(key.name) + ":" + (value.raw || number ? value.text : Quoted(value.text));
  }
}

}  // namespace

LooseNodeLink ReadLooseNodeLink(std::string_view text, DoctorFindings& findings) {
  LooseNodeLink file;
  Reader(file, ReadJsonTokens(text, findings), findings).Read();
  return file;
}

void WriteMendedNodeLink(const LooseNodeLink& file, Sink& sink) {
  TextBuffer out(sink);
  const LooseGraph& graph = file.graph;
  // Ids that rules made are texts: then all are.
  const auto is_number = [](const std::string& text) {
    return !text.starts_with('+') && WholeOf(text) == text;
  };
  const bool numbered =
      file.numbered && std::ranges::all_of(graph.nodes.elements,
                                           [&](const auto& node) { return is_number(node.id); });
  const auto id = [&](const std::string& text) { return numbered ? text : Quoted(text); };
  const bool several = std::ranges::any_of(
      graph.edges.elements, [](const LooseElement& edge) { return !edge.kind.empty(); });
  out.Append(graph.directed ? "{\"directed\":true," : "{\"directed\":false,");
  out.Append(several ? "\"multigraph\":true" : "\"multigraph\":false");
  out.Append(file.more);
  out.Append(",\n\"nodes\":[");
  std::string_view comma = "\n";
  for (const LooseElement& node : graph.nodes.elements) {
    std::string object = std::string(std::exchange(comma, ",\n")) + "{\"id\":" + id(node.id);
    AppendValues(object, graph.nodes, node);
    out.Append(object + "}");
  }
  out.Append("],\n" + Quoted(file.links) + ":[");
  comma = "\n";
  for (const LooseElement& edge : graph.edges.elements) {
    std::string object = std::string(std::exchange(comma, ",\n")) +
                         "{\"source\":" + id(edge.source) + ",\"target\":" + id(edge.target);
    if (!edge.id.empty()) object += ",\"id\":" + (is_number(edge.id) ? edge.id : Quoted(edge.id));
    if (!edge.kind.empty()) {
      object += ",\"key\":" + (is_number(edge.kind) ? edge.kind : Quoted(edge.kind));
    }
    AppendValues(object, graph.edges, edge);
    out.Append(object + "}");
  }
  out.Append("]}\n");
  out.Flush();
}

}  // namespace zhitu::xport
