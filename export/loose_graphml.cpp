#include "export/loose_graphml.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "export/loose_xml.h"
#include "export/portable_names.h"
#include "export/text_buffer.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kNamespace = "http://graphml.graphdrawing.org/xmlns";

// What the element at hand belongs to.
enum class Frame { kOther, kKey, kDefault, kGraph, kNode, kEdge, kHyperedge, kData };

class Reader final : public XmlHandler {
 public:
  Reader(LooseGraph& graph, DoctorFindings& findings) : graph_(graph), findings_(findings) {}

  void Start(std::string_view name, Attributes attributes, std::size_t at) override {
    attributes_ = attributes;
    at_ = at;
    if (name == "graphml") StartRoot();
    frames_.push_back(FrameOf(name));
    if (frames_.back() == Frame::kKey) StartKey();
    if (frames_.back() == Frame::kGraph) StartGraph();
    if (frames_.back() == Frame::kNode) StartNode();
    if (frames_.back() == Frame::kEdge) StartEdge();
    if (frames_.back() == Frame::kHyperedge) StartHyperedge();
    if (frames_.back() == Frame::kData || frames_.back() == Frame::kDefault) StartText();
    if (name == "endpoint" && Inside(Frame::kHyperedge)) AddEndpoint();
  }
  void Text(std::string_view text) override {
    if (collects_ > 0) text_ += text;
  }
  void End(std::string_view /*name*/) override {
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame == Frame::kKey) key_columns_.clear();
    if (frame == Frame::kDefault) EndDefault();
    if (frame == Frame::kData) EndData();
    if (frame == Frame::kGraph) defaults_.pop_back();
    if (frame == Frame::kNode) nodes_.pop_back();
  }

  bool has_root() const { return has_root_; }
  std::size_t graphs() const { return graphs_; }

 private:
  struct Columns {
    std::map<std::string, std::size_t, std::less<>> by_id;
  };

  Frame FrameOf(std::string_view name) const {
    if (name == "key") return Frame::kKey;
    if (name == "default" && Inside(Frame::kKey)) return Frame::kDefault;
    if (name == "graph") return Frame::kGraph;
    if (collects_ > 0) return Frame::kOther;  // the markup of a value
    if (name == "node" && !defaults_.empty()) return Frame::kNode;
    if (name == "edge" && !defaults_.empty()) return Frame::kEdge;
    if (name == "hyperedge" && !defaults_.empty()) return Frame::kHyperedge;
    return name == "data" ? Frame::kData : Frame::kOther;
  }
  bool Inside(Frame frame) const { return !frames_.empty() && Around() == frame; }
  // The nearest frame that is something.
  Frame Around() const {
    for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
      if (*frame != Frame::kOther) return *frame;
    }
    return Frame::kOther;
  }
  std::string Attribute(std::string_view name) const {
    for (const auto& [key, value] : attributes_) {
      if (key == name) return std::string(value);
    }
    return {};
  }
  bool Has(std::string_view name) const {
    for (const auto& attribute : attributes_) {
      if (attribute.first == name) return true;
    }
    return false;
  }

  // NetworkX takes a bare <graphml> for one with its namespace.
  void StartRoot() {
    has_root_ = true;
    const std::string space = Attribute("xmlns");
    if (space.empty() && !attributes_.empty()) {
      findings_.Add("namespace-missing", at_,
                    "the file does not say xmlns=\"" + std::string(kNamespace) + '"');
    } else if (!space.empty() && space != kNamespace) {
      findings_.Add("namespace-unknown", at_,
                    "the namespace is '" + space + "', not " + std::string(kNamespace));
    }
  }

  void StartKey() {
    key_columns_.clear();
    const std::string id = Attribute("id");
    if (graphs_ > 0) findings_.Add("key-after-graph", at_, "column '" + id + "' follows the graph");
    if (id.empty()) {
      findings_.Add("key-without-id", at_, "column '" + Attribute("attr.name") + "' has no id");
      return;
    }
    if (!ids_.insert(id).second) {
      findings_.Add("key-twice", at_, "two columns have the id '" + id + "'");
    }
    const std::string domain = Attribute("for");
    const bool all = domain == "all" || domain.empty();
    if (all) findings_.Add("key-for-all", at_, "column '" + id + "' is for nodes and edges");
    if (all || domain == "node") AddKey(graph_.nodes, node_columns_, id);
    if (all || domain == "edge") AddKey(graph_.edges, edge_columns_, id);
    if (!all && domain != "node" && domain != "edge") {
      findings_.Add("key-for-graph", at_, "column '" + id + "' is for " + domain);
    }
  }
  void AddKey(LooseGraph::Part& part, Columns& columns, const std::string& id) {
    if (!columns.by_id.emplace(id, part.keys.size()).second) return;
    LooseKey key;
    key.id = id;
    key.name = Attribute("attr.name");
    key.type = Attribute("attr.type");
    key.at = at_;
    key_columns_.emplace_back(&part, part.keys.size());
    AddLooseKey(part, std::move(key));
  }

  void StartGraph() {
    ++graphs_;
    std::string direction = Attribute("edgedefault");
    if (!defaults_.empty() || graphs_ > 1) {
      findings_.Add("nested-graph", at_, "a graph stands inside or beside another");
    }
    if (direction.empty()) {
      findings_.Add("direction-missing", at_, "the graph has no edgedefault");
    } else if (direction != "directed" && direction != "undirected") {
      findings_.Add("direction", at_, "edgedefault is '" + direction + "'");
    }
    if (direction != "directed") direction = "undirected";
    if (graphs_ == 1) graph_.directed = direction == "directed";
    defaults_.push_back(std::move(direction));
  }

  void StartNode() {
    LooseElement node;
    node.id = Attribute("id");
    node.at = at_;
    graph_.nodes.elements.push_back(std::move(node));
    if (!nodes_.empty()) {
      const std::size_t key = KeyNamedOrNew(graph_.nodes, "parent", "string");
      graph_.nodes.elements.back().values.push_back(
          {key, graph_.nodes.elements[nodes_.back()].id, at_});
    }
    nodes_.push_back(graph_.nodes.elements.size() - 1);
  }
  void StartEdge() {
    LooseElement edge;
    edge.id = Attribute("id");
    edge.source = Attribute("source");
    edge.target = Attribute("target");
    edge.kind = Attribute("label");
    edge.at = at_;
    edge.direction = defaults_.back();
    if (Has("directed")) {
      const std::string directed = Attribute("directed");
      edge.direction = directed == "true"    ? "directed"
                       : directed == "false" ? "undirected"
                                             : directed;
    }
    graph_.edges.elements.push_back(std::move(edge));
  }
  // A node joined to each end says the same.
  void StartHyperedge() {
    findings_.Add("hyperedge", at_, "an edge has any number of ends");
    LooseElement node;
    node.id = Attribute("id");
    if (node.id.empty()) node.id = "hyperedge_" + std::to_string(++hyperedges_);
    node.at = at_;
    hyperedge_ = node.id;
    graph_.nodes.elements.push_back(std::move(node));
  }
  void AddEndpoint() {
    LooseElement edge;
    edge.source = hyperedge_;
    edge.target = Attribute("node");
    edge.direction = "undirected";
    edge.at = at_;
    graph_.edges.elements.push_back(std::move(edge));
  }

  void StartText() {
    if (collects_++ == 0) text_.clear();
    if (frames_.back() == Frame::kData) {
      data_key_ = Attribute("key");
      data_at_ = at_;
    }
  }
  void EndDefault() {
    --collects_;
    for (const auto& [part, key] : key_columns_) {
      part->keys[key].fallback = text_;
      part->keys[key].has_fallback = true;
    }
  }
  void EndData() {
    if (--collects_ > 0) return;
    const Frame around = Around();
    if (around == Frame::kNode && !nodes_.empty()) {
      AddValue(graph_.nodes, node_columns_, graph_.nodes.elements[nodes_.back()]);
    } else if (around == Frame::kHyperedge) {
      AddValue(graph_.nodes, node_columns_, graph_.nodes.elements.back());
    } else if (around == Frame::kEdge) {
      AddValue(graph_.edges, edge_columns_, graph_.edges.elements.back());
    } else {
      findings_.Add("key-for-graph", data_at_,
                    "the graph says " + data_key_ + " = '" + text_ + "'");
    }
  }
  void AddValue(LooseGraph::Part& part, Columns& columns, LooseElement& element) {
    const auto [column, fresh] = columns.by_id.try_emplace(data_key_, part.keys.size());
    if (fresh) {
      findings_.Add("key-undeclared", data_at_, "column '" + data_key_ + "' is not declared");
      LooseKey key;
      key.id = data_key_;
      key.name = data_key_;
      key.type = "string";
      key.at = data_at_;
      AddLooseKey(part, std::move(key));
    }
    if (ValueOf(element, column->second) != nullptr) {
      findings_.Add("value-lost", data_at_,
                    "a second value of " + data_key_ + " is '" + text_ + "'");
      return;
    }
    element.values.push_back({column->second, text_, data_at_});
  }

  LooseGraph& graph_;
  DoctorFindings& findings_;
  Attributes attributes_;
  std::size_t at_ = 0;
  bool has_root_ = false;
  std::size_t graphs_ = 0;
  std::vector<Frame> frames_;
  std::vector<std::string> defaults_;  // edgedefault of the graphs around
  std::vector<std::size_t> nodes_;     // the nodes around
  std::set<std::string> ids_;          // of keys
  Columns node_columns_;
  Columns edge_columns_;
  std::vector<std::pair<LooseGraph::Part*, std::size_t>> key_columns_;  // that are being declared
  std::size_t hyperedges_ = 0;
  std::string hyperedge_;
  std::size_t collects_ = 0;
  std::string text_;
  std::string data_key_;
  std::size_t data_at_ = 0;
};

// The ids of columns in the file: Gephi's own are plain, others have a prefix.
std::vector<std::string> KeyIds(const LooseGraph::Part& part, bool edges) {
  std::vector<std::string> names;
  names.reserve(part.keys.size());
  for (const LooseKey& key : part.keys) names.push_back(key.name);
  std::vector<std::string> ids = PortableNames(names, {});
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool plain = !part.keys[i].role.empty() && (!edges || part.keys[i].role == "weight");
    if (!plain) ids[i].insert(0, edges ? "e_" : "n_");
  }
  return ids;
}

class Writer {
 public:
  Writer(const LooseGraph& graph, Sink& sink)
      : graph_(graph),
        out_(sink),
        node_ids_(KeyIds(graph.nodes, /*edges=*/false)),
        edge_ids_(KeyIds(graph.edges, /*edges=*/true)) {}

  void Write() {
    out_.Append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    WriteKeys(graph_.nodes, node_ids_, "node");
    WriteKeys(graph_.edges, edge_ids_, "edge");
    out_.Append(graph_.directed ? "<graph edgedefault=\"directed\">\n"
                                : "<graph edgedefault=\"undirected\">\n");
    for (const LooseElement& node : graph_.nodes.elements) WriteNode(node);
    for (const LooseElement& edge : graph_.edges.elements) WriteEdge(edge);
    out_.Append("</graph>\n</graphml>\n");
    out_.Flush();
  }

 private:
  void WriteKeys(const LooseGraph::Part& part, const std::vector<std::string>& ids,
                 std::string_view domain) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      std::string key = "<key";
      AppendXmlAttribute(key, "id", ids[i]);
      AppendXmlAttribute(key, "for", domain);
      AppendXmlAttribute(key, "attr.name", part.keys[i].name);
      AppendXmlAttribute(key, "attr.type", part.keys[i].type);
      out_.Append(key + "/>\n");
    }
  }
  void WriteNode(const LooseElement& node) {
    std::string tag = "<node";
    AppendXmlAttribute(tag, "id", node.id);
    WriteElement(std::move(tag), node, node_ids_, "</node>\n");
  }
  void WriteEdge(const LooseElement& edge) {
    std::string tag = "<edge";
    if (!edge.id.empty()) AppendXmlAttribute(tag, "id", edge.id);
    AppendXmlAttribute(tag, "source", edge.source);
    AppendXmlAttribute(tag, "target", edge.target);
    if (!edge.kind.empty()) AppendXmlAttribute(tag, "label", edge.kind);
    WriteElement(std::move(tag), edge, edge_ids_, "</edge>\n");
  }
  void WriteElement(std::string tag, const LooseElement& element,
                    const std::vector<std::string>& ids, std::string_view end) {
    if (element.values.empty()) {
      out_.Append(tag + "/>\n");
      return;
    }
    tag += '>';
    for (const LooseValue& value : element.values) {
      tag += "<data";
      AppendXmlAttribute(tag, "key", ids[value.key]);
      tag += '>';
      AppendXml(tag, value.text, XmlPlace::kText);
      tag += "</data>";
    }
    out_.Append(tag.append(end));
  }

  const LooseGraph& graph_;
  TextBuffer out_;
  std::vector<std::string> node_ids_;
  std::vector<std::string> edge_ids_;
};

}  // namespace

LooseGraph ReadLooseGraphml(std::string_view text, DoctorFindings& findings) {
  LooseGraph graph;
  Reader reader(graph, findings);
  ReadLooseXml(text, findings, reader);
  if (!reader.has_root()) findings.Refuse(0, "no element graphml; expected GraphML");
  if (reader.graphs() == 0) findings.Refuse(0, "no element graph; expected GraphML with a graph");
  return graph;
}

void WriteMendedGraphml(const LooseGraph& graph, Sink& sink) { Writer(graph, sink).Write(); }

}  // namespace zhitu::xport
