#include "export/loose_gexf.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "export/loose_xml.h"
#include "export/text_buffer.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

enum class Frame { kOther, kNode, kEdge, kAttribute, kDefault };

// Those in which NetworkX looks for elements.
constexpr std::array<std::string_view, 3> kNamespaces = {
    "http://gexf.net/1.3", "http://www.gexf.net/1.2draft", "http://www.gexf.net/1.1draft"};

// The types of GEXF in the words of GraphML; others stay for the rules to find.
std::string TypeOf(const std::string& type) {
  if (type == "integer") return "int";
  return type;
}

class Reader final : public XmlHandler {
 public:
  Reader(LooseGraph& graph, DoctorFindings& findings) : graph_(graph), findings_(findings) {}

  void Start(std::string_view name, Attributes attributes, std::size_t at) override {
    attributes_ = attributes;
    at_ = at;
    frames_.push_back(Frame::kOther);
    if (name == "gexf") StartRoot();
    if (name == "graph") StartGraph();
    if (name == "attributes") class_ = Attribute("class");
    if (name == "attribute") StartAttribute();
    if (name == "default") {
      frames_.back() = Frame::kDefault;
      text_.clear();
    }
    if (name == "node") StartNode();
    if (name == "edge") StartEdge();
    if (name == "parent") TakeParent(Attribute("for"));
    if (element_ != nullptr) StartInside(name);
  }
  void Text(std::string_view text) override {
    if (!frames_.empty() && frames_.back() == Frame::kDefault) text_ += text;
  }
  void End(std::string_view /*name*/) override {
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame == Frame::kDefault && key_.first != nullptr) {
      LooseKey& key = key_.first->keys[key_.second];
      key.fallback = text_;
      key.has_fallback = true;
    }
    if (frame == Frame::kAttribute) key_.first = nullptr;
    if (frame != Frame::kNode && frame != Frame::kEdge) return;
    around_.pop_back();
    element_ = nullptr;
    if (around_.empty()) return;
    in_edge_ = around_.back().edge;
    element_ = &part().elements[around_.back().number];
  }

  bool has_root() const { return has_root_; }
  bool has_graph() const { return has_graph_; }

 private:
  std::string Attribute(std::string_view name) const {
    for (const auto& [key, value] : attributes_) {
      if (key == name) return std::string(value);
    }
    return {};
  }

  void StartRoot() {
    has_root_ = true;
    const std::string space = Attribute("xmlns");
    if (space.empty()) {
      findings_.Add("namespace-missing", at_,
                    "the file does not say xmlns=\"" + std::string(kNamespaces[0]) + '"');
    } else if (std::ranges::find(kNamespaces, space) == kNamespaces.end()) {
      findings_.Add("namespace-unknown", at_,
                    "the namespace is '" + space + "', not " + std::string(kNamespaces[0]));
    }
    const std::string version = Attribute("version");
    if (version.empty()) findings_.Add("version", at_, "the file says no version");
    if (!version.empty() && version != "1.3") {
      findings_.Add("version", at_, "the version is " + version);
    }
  }

  void StartGraph() {
    if (has_graph_) findings_.Add("nested-graph", at_, "a graph stands inside or beside another");
    has_graph_ = true;
    const std::string direction = Attribute("defaultedgetype");
    if (!direction.empty() && direction != "directed" && direction != "undirected") {
      findings_.Add("direction", at_, "defaultedgetype is '" + direction + "'");
    }
    default_ = direction == "directed" ? direction : direction.empty() ? "" : "undirected";
    graph_.directed = direction == "directed";
    const std::string id_type = Attribute("idtype");
    if (!id_type.empty() && id_type != "string") {
      findings_.Add("id-type", at_, "idtype is '" + id_type + "'");
    }
    graph_.stamps = Attribute("timerepresentation") == "timestamp";
    graph_.times = Attribute("timeformat");
  }

  bool for_edges() const { return class_ == "edge"; }

  void StartAttribute() {
    frames_.back() = Frame::kAttribute;
    LooseGraph::Part& part = for_edges() ? graph_.edges : graph_.nodes;
    auto& ids = for_edges() ? edge_ids_ : node_ids_;
    LooseKey key;
    key.id = Attribute("id");
    key.name = Attribute("title");
    key.type = TypeOf(Attribute("type"));
    key.at = at_;
    if (has_nodes_) {
      findings_.Add("key-after-graph", at_, "attribute '" + key.id + "' follows the nodes");
    }
    if (key.id.empty()) {
      findings_.Add("key-without-id", at_, "attribute '" + key.name + "' has no id");
      return;
    }
    const auto [place, fresh] = ids.emplace(key.id, part.keys.size());
    if (!fresh) {
      findings_.Add("key-twice", at_, "two attributes have the id '" + key.id + "'");
      return;
    }
    key_ = {&part, part.keys.size()};
    AddLooseKey(part, std::move(key));
  }

  void StartNode() {
    has_nodes_ = true;
    frames_.back() = Frame::kNode;
    LooseElement node;
    node.id = Attribute("id");
    node.at = at_;
    graph_.nodes.elements.push_back(std::move(node));
    const bool nested = !around_.empty() && !around_.back().edge;
    const std::size_t around = nested ? around_.back().number : 0;
    in_edge_ = false;
    around_.push_back({false, graph_.nodes.elements.size() - 1});
    element_ = &graph_.nodes.elements.back();
    const std::string label = Attribute("label");
    if (!label.empty()) PutRole("label", "string", label);
    AddSpan();
    if (nested) {
      const std::string& parent = graph_.nodes.elements[around].id;
      findings_.Add("nested-nodes", at_, "a node stands inside the node '" + parent + "'");
      PutParent(parent);
    }
    TakeParent(Attribute("pid"));
  }

  void StartEdge() {
    has_nodes_ = true;
    in_edge_ = true;
    frames_.back() = Frame::kEdge;
    LooseElement edge;
    edge.id = Attribute("id");
    edge.source = Attribute("source");
    edge.target = Attribute("target");
    edge.kind = Attribute("kind");
    edge.at = at_;
    edge.direction = Attribute("type");
    if (edge.direction == "directed" && default_ == "undirected") {
      findings_.Add("direction", at_, "an edge is directed, but defaultedgetype is undirected");
    }
    graph_.edges.elements.push_back(std::move(edge));
    around_.push_back({true, graph_.edges.elements.size() - 1});
    element_ = &graph_.edges.elements.back();
    const std::string label = Attribute("label");
    if (!label.empty()) PutRole("label", "string", label);
    const std::string weight = Attribute("weight");
    if (!weight.empty()) PutRole("weight", "double", weight);
    AddSpan();
  }

  LooseGraph::Part& part() { return in_edge_ ? graph_.edges : graph_.nodes; }

  void PutRole(std::string_view role, std::string_view type, std::string text) {
    const std::size_t key = KeyWithRoleOrNew(part(), role, type);
    if (ValueOf(*element_, key) == nullptr) {
      element_->values.push_back({.key = key, .text = std::move(text), .at = at_});
    }
  }
  void TakeParent(const std::string& parent) {
    if (parent.empty() || element_ == nullptr || in_edge_) return;
    findings_.Add("parent-by-id", at_, "a node names its parent '" + parent + "'");
    PutParent(parent);
  }
  void PutParent(const std::string& parent) {
    const std::size_t key = KeyNamedOrNew(graph_.nodes, "parent", "string");
    if (ValueOf(*element_, key) == nullptr) {
      element_->values.push_back({.key = key, .text = parent, .at = at_});
    }
  }

  // The times of the element at hand, in any of the ways to write them.
  void AddSpan() {
    for (const auto& [open, closed] : {std::pair("startopen", "start"), {"endopen", "end"}}) {
      const std::string time = Attribute(open);
      if (time.empty()) continue;
      findings_.Add("interval-open", at_, std::string(open) + " is '" + time + "'");
      (closed == std::string_view("start") ? open_.start : open_.end) = time;
    }
    LooseSpan span{Attribute("start"), Attribute("end"), at_};
    if (span.start.empty()) span.start = std::exchange(open_.start, {});
    if (span.end.empty()) span.end = std::exchange(open_.end, {});
    if (!span.start.empty() || !span.end.empty()) {
      if (graph_.stamps) TellRepresentation("start and end stand where timestamps are said");
      element_->spans.push_back(std::move(span));
    }
    AddStamp(Attribute("timestamp"));
    std::string stamps = Attribute("timestamps");
    std::ranges::replace_if(
        stamps, [](char c) { return c == '<' || c == '[' || c == ']' || c == '>'; }, ' ');
    for (std::size_t at = 0; at < stamps.size();) {
      const std::size_t comma = std::min(stamps.find(',', at), stamps.size());
      std::string stamp = stamps.substr(at, comma - at);
      std::erase(stamp, ' ');
      AddStamp(stamp);
      at = comma + 1;
    }
  }
  void AddStamp(const std::string& stamp) {
    if (stamp.empty()) return;
    if (!graph_.stamps) TellRepresentation("a timestamp stands where intervals are said");
    element_->spans.push_back({stamp, stamp, at_});
  }
  void TellRepresentation(std::string_view what) {
    findings_.Add("time-representation", at_, what);
  }

  void StartInside(std::string_view name) {
    if (name == "spell") AddSpan();
    if (name == "attvalue") AddValue();
    if (name == "color") TakeColour();
    if (name == "position") {
      for (const char* axis : {"x", "y", "z"}) TakeViz(axis, axis, "double");
    }
    if (name == "size") TakeViz("value", "size", "double");
    if (name == "shape") TakeAttribute("shape", "viz_shape", Attribute("value"));
    if (name == "thickness") TakeAttribute("thickness", "viz_thickness", Attribute("value"));
  }
  void TakeViz(std::string_view attribute, std::string_view role, std::string_view type) {
    const std::string text = Attribute(attribute);
    if (!text.empty()) PutRole(role, type, text);
  }
  void TakeColour() {
    std::string hex = Attribute("hex");
    if (!hex.empty()) {
      findings_.Add("colour", at_, "a colour is written as hex '" + hex + "'");
      TakeHex(hex);
    }
    for (const char* shade : {"r", "g", "b"}) TakeViz(shade, shade, "int");
    TakeAttribute("a", "viz_alpha", Attribute("a"));
  }
  void TakeHex(std::string_view hex) {
    if (hex.starts_with('#')) hex.remove_prefix(1);
    for (const auto& [role, at] : {std::pair("r", 0U), {"g", 2U}, {"b", 4U}}) {
      const std::string_view digits = hex.substr(std::min<std::size_t>(at, hex.size()), 2);
      unsigned shade = 0;
      for (const char c : digits) {
        const std::size_t digit =
            std::string_view("0123456789abcdef").find(static_cast<char>(c | 0x20));
        shade = shade * 16 + static_cast<unsigned>(digit == std::string_view::npos ? 0 : digit);
      }
      PutRole(role, "int", std::to_string(shade));
    }
  }
  // What Gephi alone reads, or nobody, is kept as a value.
  void TakeAttribute(std::string_view /*what*/, std::string_view name, const std::string& text) {
    if (text.empty()) return;
    const std::size_t key = KeyNamedOrNew(part(), name, "string");
    if (ValueOf(*element_, key) == nullptr) {
      element_->values.push_back({.key = key, .text = text, .at = at_});
    }
  }

  void AddValue() {
    std::string id = Attribute("for");
    if (id.empty()) id = Attribute("id");
    auto& ids = in_edge_ ? edge_ids_ : node_ids_;
    const auto [place, fresh] = ids.emplace(id, part().keys.size());
    if (fresh) {
      findings_.Add("key-undeclared", at_, "attribute '" + id + "' is not declared");
      LooseKey key;
      key.id = id;
      key.name = id;
      key.type = "string";
      key.at = at_;
      AddLooseKey(part(), std::move(key));
    }
    LooseValue value{.key = place->second, .text = Attribute("value"), .at = at_};
    value.start = Attribute("start");
    value.end = Attribute("end");
    const std::string stamp = Attribute("timestamp");
    if (!stamp.empty()) value.start = value.end = stamp;
    const bool timed = !value.start.empty() || !value.end.empty();
    LooseKey& key = part().keys[value.key];
    key.dynamic = key.dynamic || timed;
    if (!timed && ValueOf(*element_, value.key) != nullptr) {
      findings_.Add("value-lost", at_, "a second value of " + id + " is '" + value.text + "'");
      return;
    }
    element_->values.push_back(std::move(value));
  }

  LooseGraph& graph_;
  DoctorFindings& findings_;
  Attributes attributes_;
  std::size_t at_ = 0;
  std::vector<Frame> frames_;
  bool has_root_ = false;
  bool has_graph_ = false;
  bool has_nodes_ = false;
  std::string default_;
  std::string class_;
  std::pair<LooseGraph::Part*, std::size_t> key_ = {nullptr, 0};  // that is being declared
  std::string text_;                                              // its default
  std::map<std::string, std::size_t> node_ids_;
  std::map<std::string, std::size_t> edge_ids_;
  struct Around {
    bool edge;
    std::size_t number;
  };
  std::vector<Around> around_;  // the nodes and edges that are open
  bool in_edge_ = false;
  LooseElement* element_ = nullptr;
  LooseSpan open_;
};

class Writer {
 public:
  Writer(const LooseGraph& graph, Sink& sink) : graph_(graph), out_(sink) {
    stamps_ = graph.stamps && OnlyStamps(graph.nodes) && OnlyStamps(graph.edges);
    node_ids_ = KeyIds(graph.nodes);
    edge_ids_ = KeyIds(graph.edges);
  }

  void Write() {
    out_.Append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
        "version=\"1.3\">\n");
    std::string tag = "<graph";
    AppendXmlAttribute(tag, "defaultedgetype", graph_.directed ? "directed" : "undirected");
    AppendXmlAttribute(tag, "idtype", "string");
    AppendXmlAttribute(tag, "mode", graph_.times.empty() ? "static" : "dynamic");
    if (!graph_.times.empty()) {
      AppendXmlAttribute(tag, "timeformat", graph_.times);
      AppendXmlAttribute(tag, "timerepresentation", stamps_ ? "timestamp" : "interval");
    }
    out_.Append(tag + ">\n");
    WriteKeys(graph_.nodes, node_ids_, "node");
    WriteKeys(graph_.edges, edge_ids_, "edge");
    out_.Append("<nodes>\n");
    for (const LooseElement& node : graph_.nodes.elements) WriteNode(node);
    out_.Append("</nodes>\n<edges>\n");
    for (const LooseElement& edge : graph_.edges.elements) WriteEdge(edge);
    out_.Append("</edges>\n</graph>\n</gexf>\n");
    out_.Flush();
  }

 private:
  static bool OnlyStamps(const LooseGraph::Part& part) {
    const auto is_stamp = [](const auto& time) { return time.start == time.end; };
    return std::ranges::all_of(part.elements, [&](const LooseElement& element) {
      return std::ranges::all_of(element.spans, is_stamp) &&
             std::ranges::all_of(element.values, is_stamp);
    });
  }

  void WriteKeys(const LooseGraph::Part& part, const std::vector<std::string>& ids,
                 std::string_view domain) {
    for (const bool dynamic : {false, true}) {
      std::string keys;
      for (std::size_t i = 0; i < part.keys.size(); ++i) {
        const LooseKey& key = part.keys[i];
        if (!key.role.empty() || key.dynamic != dynamic) continue;
        keys += "<attribute";
        AppendXmlAttribute(keys, "id", ids[i]);
        AppendXmlAttribute(keys, "title", key.name);
        AppendXmlAttribute(keys, "type", key.type == "int" ? "integer" : key.type);
        keys += "/>\n";
      }
      if (keys.empty()) continue;
      std::string tag = "<attributes";
      AppendXmlAttribute(tag, "class", domain);
      AppendXmlAttribute(tag, "mode", dynamic ? "dynamic" : "static");
      out_.Append(tag.append(">\n"));
      out_.Append(keys.append("</attributes>\n"));
    }
  }
  // By number of the column, in the order in which they are written.
  static std::vector<std::string> KeyIds(const LooseGraph::Part& part) {
    std::vector<std::string> ids(part.keys.size());
    std::size_t number = 0;
    for (const bool dynamic : {false, true}) {
      for (std::size_t i = 0; i < ids.size(); ++i) {
        const LooseKey& key = part.keys[i];
        if (key.role.empty() && key.dynamic == dynamic) ids[i] = "a" + std::to_string(++number);
      }
    }
    return ids;
  }

  void WriteNode(const LooseElement& node) {
    std::string tag = "<node";
    AppendXmlAttribute(tag, "id", node.id);
    AppendOnlySpan(tag, node);
    AppendRole(tag, graph_.nodes, node, "label", "label");
    WriteInside(std::move(tag), graph_.nodes, node, "</node>\n");
  }
  void WriteEdge(const LooseElement& edge) {
    std::string tag = "<edge";
    if (!edge.id.empty()) AppendXmlAttribute(tag, "id", edge.id);
    AppendXmlAttribute(tag, "source", edge.source);
    AppendXmlAttribute(tag, "target", edge.target);
    if (!edge.kind.empty()) AppendXmlAttribute(tag, "kind", edge.kind);
    AppendOnlySpan(tag, edge);
    AppendRole(tag, graph_.edges, edge, "label", "label");
    AppendRole(tag, graph_.edges, edge, "weight", "weight");
    WriteInside(std::move(tag), graph_.edges, edge, "</edge>\n");
  }
  static void AppendRole(std::string& tag, const LooseGraph::Part& part,
                         const LooseElement& element, std::string_view role,
                         std::string_view attribute) {
    for (const LooseValue& value : element.values) {
      if (part.keys[value.key].role == role) AppendXmlAttribute(tag, attribute, value.text);
    }
  }

  void WriteInside(std::string tag, const LooseGraph::Part& part, const LooseElement& element,
                   std::string_view end) {
    const std::string inside = Values(part, element) + Spells(element) + Viz(part, element);
    if (inside.empty()) {
      out_.Append(tag.append("/>\n"));
    } else {
      out_.Append(tag.append(">").append(inside).append(end));
    }
  }
  std::string Values(const LooseGraph::Part& part, const LooseElement& element) const {
    std::string values;
    for (const LooseValue& value : element.values) {
      if (!part.keys[value.key].role.empty()) continue;
      values += "<attvalue";
      AppendXmlAttribute(values, "for",
                         (&part == &graph_.edges ? edge_ids_ : node_ids_)[value.key]);
      AppendXmlAttribute(values, "value", value.text);
      AppendTime(values, value.start, value.end);
      values += "/>";
    }
    return values.empty() ? values : "<attvalues>" + values + "</attvalues>";
  }
  // NetworkX stops at a spell that has one end.
  void AppendOnlySpan(std::string& tag, const LooseElement& element) const {
    if (element.spans.size() != 1) return;
    AppendTime(tag, element.spans[0].start, element.spans[0].end);
  }
  std::string Spells(const LooseElement& element) const {
    std::string spells;
    if (element.spans.size() == 1) return spells;
    for (const LooseSpan& span : element.spans) {
      spells += "<spell";
      AppendTime(spells, span.start, span.end);
      spells += "/>";
    }
    return spells.empty() ? spells : "<spells>" + spells + "</spells>";
  }
  void AppendTime(std::string& tag, const std::string& start, const std::string& end) const {
    if (stamps_ && !start.empty()) {
      AppendXmlAttribute(tag, "timestamp", start);
      return;
    }
    if (!start.empty()) AppendXmlAttribute(tag, "start", start);
    if (!end.empty()) AppendXmlAttribute(tag, "end", end);
  }
  static std::string Viz(const LooseGraph::Part& part, const LooseElement& element) {
    const auto shape = [&](std::string_view name,
                           std::initializer_list<std::pair<const char*, const char*>> roles) {
      std::string attributes;
      std::size_t found = 0;
      for (const auto& [role, attribute] : roles) {
        const std::size_t before = attributes.size();
        AppendRole(attributes, part, element, role, attribute);
        if (attributes.size() > before) {
          ++found;
        } else if (role != std::string_view("z")) {
          AppendXmlAttribute(attributes, attribute, "0");
        }
      }
      return found == 0 ? std::string() : "<viz:" + std::string(name) + attributes + "/>";
    };
    return shape("color", {{"r", "r"}, {"g", "g"}, {"b", "b"}}) +
           shape("position", {{"x", "x"}, {"y", "y"}, {"z", "z"}}) +
           shape("size", {{"size", "value"}});
  }

  const LooseGraph& graph_;
  TextBuffer out_;
  bool stamps_ = false;
  std::vector<std::string> node_ids_;
  std::vector<std::string> edge_ids_;
};

}  // namespace

LooseGraph ReadLooseGexf(std::string_view text, DoctorFindings& findings) {
  LooseGraph graph;
  Reader reader(graph, findings);
  ReadLooseXml(text, findings, reader);
  if (!reader.has_root()) findings.Refuse(0, "no element gexf; expected GEXF");
  if (!reader.has_graph()) findings.Refuse(0, "no element graph; expected GEXF with a graph");
  return graph;
}

void WriteMendedGexf(const LooseGraph& graph, Sink& sink) { Writer(graph, sink).Write(); }

}  // namespace zhitu::xport
