#include "export/loose_node_link.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "export/json_text.h"
#include "export/loose_json.h"
#include "export/loose_number.h"
#include "export/text_buffer.h"

namespace zhitu::xport {
namespace {

using Kind = JsonToken::Kind;

std::string Quoted(std::string_view text) {
  JsonText json;
  json.String(text);
  return std::string(json.text());
}

std::string AsJson(const JsonToken& token) {
  return token.kind == Kind::kString ? Quoted(token.text) : token.text;
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
    if (!has_nodes_ && !has_edges_) {
      findings_.Refuse(0, "no list 'nodes'; expected an object with nodes and edges");
    }
    if (!has_nodes_) findings_.Add("list-missing", 0, "there is no list 'nodes'");
    if (!has_edges_) findings_.Add("list-missing", 0, "there is no list 'edges' or 'links'");
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

  void ReadMember() {
    std::string name;
    if (!ReadName(name)) return;
    const bool edges = name == "edges" || name == "links";
    if (IsMark("}") || IsMark(",")) {
      findings_.Add("json-mark", At(), "'" + name + "' has no value");
    } else if ((name == "nodes" || edges) && IsMark("[")) {
      (edges ? has_edges_ : has_nodes_) = true;
      if (edges) file_.links = name;
      ReadList(edges);
    } else {
      const std::string value = ReadRaw();
      if (name == "directed") {
        file_.graph.directed = value == "true";
      } else if (name != "multigraph") {
        file_.more += "," + Quoted(name) + ":" + value;
      }
    }
    TakeComma("}");
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
    findings_.Add("element-kind", node.at, raw.substr(0, 40) + " is no object");
    if (!simple) return;
    ++quoted_ids_;
    file_.graph.nodes.elements.push_back(std::move(node));
  }

  void ReadElement(bool edges) {
    LooseGraph::Part& part = edges ? file_.graph.edges : file_.graph.nodes;
    LooseElement element;
    element.at = At();
    ++next_;
    while (!AtEnd() && !IsMark("}")) {
      std::string name;
      if (!ReadName(name)) continue;
      ReadValue(part, element, name, edges);
      TakeComma("}");
    }
    if (!Take("}")) findings_.Add("json-cut", element.at, "an object is not closed");
    part.elements.push_back(std::move(element));
  }

  void ReadValue(LooseGraph::Part& part, LooseElement& element, const std::string& name,
                 bool edges) {
    const std::size_t at = At();
    const bool simple = Peek().kind != Kind::kMark;
    const bool quoted = Peek().kind == Kind::kString;
    if (IsMark("}") || IsMark(",")) {
      findings_.Add("json-mark", at, "'" + name + "' has no value");
      return;
    }
    std::string* const field = FieldOf(element, name, edges);
    if (field != nullptr) {
      const std::string text = simple ? Peek().text : "";
      const std::string raw = ReadRaw();
      *field = simple && raw != "null" ? text : "";
      if (!field->empty() && name != "key" && (name != "id" || !edges))
        (quoted ? quoted_ids_ : bare_ids_) += 1;
      if (!simple) findings_.Add("id-kinds", at, name + " is " + raw.substr(0, 40));
      return;
    }
    LooseValue value{
        .key = KeyOf(part, name, edges, at), .text = simple ? Peek().text : "", .at = at};
    const std::string raw = ReadRaw();
    value.raw = !quoted;
    if (!simple) {
      value.text = raw;
      findings_.Add("value-nested", at, name + " holds a list or an object");
    }
    if (ValueOf(element, value.key) != nullptr) {
      findings_.Add("value-lost", at, "a second value of " + name + " is " + raw.substr(0, 40));
    } else if (raw != "null") {
      element.values.push_back(std::move(value));
    }
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

  // A value as JSON, however deep.
  std::string ReadRaw() {
    std::string raw;
    std::string open;  // brackets
    do {
      const JsonToken& token = tokens_[next_++];
      if (token.kind == Kind::kMark) {
        if (token.text == "{" || token.text == "[") open += token.text == "{" ? '}' : ']';
        if (token.text == "}" || token.text == "]") {
          if (open.empty()) break;
          open.pop_back();
        }
      }
      raw += AsJson(token);
    } while (!open.empty() && !AtEnd());
    raw.append(open.rbegin(), open.rend());
    return raw.empty() ? "null" : raw;
  }

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
  bool has_nodes_ = false;
  bool has_edges_ = false;
  std::size_t quoted_ids_ = 0;
  std::size_t bare_ids_ = 0;
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
