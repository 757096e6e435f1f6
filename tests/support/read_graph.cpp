#include "tests/support/read_graph.h"

#include <rapidjson/document.h>

#include <set>
#include <stdexcept>
#include <vector>

#include "extract/csv.h"
#include "tests/support/xml_tree.h"

namespace zhitu::xport {
namespace {

using Values = ReadGraph::Values;

void Require(bool condition, const std::string& problem) {
  if (!condition) throw std::runtime_error(problem);
}

void Put(Values& values, const std::string& name, const std::string& value) {
  if (value.empty()) return;
  Require(values.emplace(name, value).second, "two values of " + name);
}

void PutNode(ReadGraph& graph, const std::string& id, Values values) {
  Require(!id.empty() && graph.edges.empty(), "a node without id, or behind an edge");
  Require(graph.nodes.emplace(id, std::move(values)).second, "node stands twice: " + id);
}

void PutEdge(ReadGraph& graph, const std::string& id, Values values) {
  Require(graph.nodes.contains(values.at("source")), "edge before its source: " + id);
  Require(graph.nodes.contains(values.at("target")), "edge before its target: " + id);
  Require(graph.edges.emplace(id, std::move(values)).second, "edge stands twice: " + id);
}

// Names of declared attributes by their keys. Gephi folds the case of keys.
class Keys {
 public:
  void Declare(const std::string& domain, const std::string& id, const std::string& name) {
    Require(!id.empty() && !name.empty(), "a key without id or name");
    for (const char c : id) Require(c < 'A' || c > 'Z', "a key with capitals: " + id);
    Require(names_.emplace(id, std::make_pair(domain, name)).second, "key stands twice: " + id);
    Require(seen_.insert(domain + "/" + name).second, "name stands twice: " + name);
  }
  const std::string& Name(const std::string& domain, const std::string& id) const {
    const auto& [key_domain, name] = names_.at(id);
    Require(key_domain == domain, "key of another domain: " + id);
    return name;
  }

 private:
  std::map<std::string, std::pair<std::string, std::string>> names_;
  std::set<std::string> seen_;
};

Values EdgeEnds(const XmlElement& edge) {
  return {{"source", edge.Attribute("source")}, {"target", edge.Attribute("target")}};
}

Values GexfValues(const XmlElement& item, const Keys& keys) {
  Values values;
  for (const XmlElement& value : item.Child("attvalues").All("attvalue")) {
    Put(values, keys.Name(item.name, value.Attribute("for")), value.Attribute("value"));
  }
  for (const char* name : {"label", "kind", "weight"}) Put(values, name, item.Attribute(name));
  return values;
}

std::string TextOf(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

Values JsonValues(const rapidjson::Value& item) {
  Values values;
  for (const auto& member : item.GetObject()) {
    const std::string name(member.name.GetString(), member.name.GetStringLength());
    const rapidjson::Value& value = member.value;
    if (value.IsBool()) {
      Put(values, name, value.GetBool() ? "true" : "false");
    } else {
      Put(values, name, TextOf(value));
    }
  }
  return values;
}

rapidjson::Document ParseJson(std::string_view json) {
  rapidjson::Document root;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag |
                              rapidjson::kParseNumbersAsStringsFlag;
  root.Parse<kFlags>(json.data(), json.size());
  Require(!root.HasParseError(), "not JSON");
  return root;
}

std::string Take(Values& values, const std::string& name) {
  const auto found = values.extract(name);
  Require(!found.empty(), "no " + name);
  return found.mapped();
}

std::vector<Values> Table(std::string_view csv) {
  extract::CsvReader reader(csv, ',');
  std::vector<std::string> header;
  std::vector<Values> rows;
  while (const auto row = reader.Next()) {
    if (header.empty()) {
      for (const extract::CsvCell& cell : *row) header.push_back(cell.value);
      continue;
    }
    Require(row->size() == header.size(), "a row of another length");
    Values& values = rows.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) Put(values, header[i], row->at(i).value);
  }
  return rows;
}

// `#rrggbb` as three numbers.
void SplitColour(Values& values) {
  const std::string colour = Take(values, "color");
  Require(colour.size() == 7 && colour[0] == '#', "not a colour: " + colour);
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string part = colour.substr(1 + 2 * i, 2);
    values[std::string(1, "rgb"[i])] = std::to_string(std::stoi(part, nullptr, 16));
  }
}

std::string Negated(const std::string& number) {
  if (number.starts_with('-')) return number.substr(1);
  return number == "0" ? number : '-' + number;
}

void PutJsonEdge(ReadGraph& graph, const std::string& id, Values values) {
  values["kind"] = values.at("predicate");
  PutEdge(graph, id, std::move(values));
}

void Rename(Values& values, const std::string& from, const std::string& to) {
  Put(values, to, Take(values, from));
}

}  // namespace

ReadGraph ReadGraphml(std::string_view xml) {
  const XmlElement root = ReadXml(xml);
  Keys keys;
  for (const XmlElement& key : root.All("key")) {
    Require(!key.Attribute("attr.type").empty(), "a key without type");
    keys.Declare(key.Attribute("for"), key.Attribute("id"), key.Attribute("attr.name"));
  }
  Require(root.children.back().name == "graph", "a key behind the graph");
  ReadGraph graph;
  graph.directed = root.Child("graph").Attribute("edgedefault") == "directed";
  for (const XmlElement& item : root.Child("graph").children) {
    const bool edge = item.name == "edge";
    Values values = edge ? EdgeEnds(item) : Values{};
    for (const XmlElement& data : item.All("data")) {
      Put(values, keys.Name(item.name, data.Attribute("key")), data.text);
    }
    if (edge) Put(values, "kind", item.Attribute("label"));
    (edge ? PutEdge : PutNode)(graph, item.Attribute("id"), values);
  }
  return graph;
}

ReadGraph ReadGexf(std::string_view xml) {
  const XmlElement root = ReadXml(xml);
  const XmlElement& file = root.Child("graph");
  Keys keys;
  for (const XmlElement& block : file.All("attributes")) {
    for (const XmlElement& a : block.children) {
      keys.Declare(block.Attribute("class"), a.Attribute("id"), a.Attribute("title"));
    }
  }
  ReadGraph graph;
  graph.directed = file.Attribute("defaultedgetype") == "directed";
  for (const XmlElement& node : file.Child("nodes").children) {
    Values values = GexfValues(node, keys);
    for (const char* name : {"x", "y"}) {
      Put(values, name, node.Child("viz:position").Attribute(name));
    }
    for (const char* name : {"r", "g", "b"}) {
      Put(values, name, node.Child("viz:color").Attribute(name));
    }
    Put(values, "size", node.Child("viz:size").Attribute("value"));
    PutNode(graph, node.Attribute("id"), values);
  }
  for (const XmlElement& edge : file.Child("edges").children) {
    Values values = GexfValues(edge, keys);
    values.merge(EdgeEnds(edge));
    PutEdge(graph, edge.Attribute("id"), values);
  }
  return graph;
}

ReadGraph ReadNodeLinkJson(std::string_view json) {
  const rapidjson::Document root = ParseJson(json);
  Require(root["multigraph"].GetBool() && root["graph"].IsObject(), "not a multigraph");
  ReadGraph graph;
  graph.directed = root["directed"].GetBool();
  for (const rapidjson::Value& node : root["nodes"].GetArray()) {
    Values values = JsonValues(node);
    const std::string id = Take(values, "id");
    PutNode(graph, id, values);
  }
  for (const rapidjson::Value& edge : root["edges"].GetArray()) {
    Values values = JsonValues(edge);
    const std::string id = Take(values, "key");
    PutJsonEdge(graph, id, values);
  }
  return graph;
}

ReadGraph ReadGraphologyJson(std::string_view json) {
  const rapidjson::Document root = ParseJson(json);
  Require(root["options"]["multi"].GetBool() && root["attributes"].IsObject(), "not a multigraph");
  ReadGraph graph;
  const std::string type = TextOf(root["options"]["type"]);
  Require(type == "mixed" || type == "undirected", "unknown type: " + type);
  graph.directed = type == "mixed";
  for (const rapidjson::Value& node : root["nodes"].GetArray()) {
    Values values = JsonValues(node["attributes"]);
    Require(!values.contains("type"), "a type that sigma.js takes for a way to draw");
    if (values.contains("entity_type")) Rename(values, "entity_type", "type");
    SplitColour(values);
    PutNode(graph, TextOf(node["key"]), values);
  }
  for (const rapidjson::Value& edge : root["edges"].GetArray()) {
    Values values = JsonValues(edge["attributes"]);
    Put(values, "source", TextOf(edge["source"]));
    Put(values, "target", TextOf(edge["target"]));
    Require(edge["undirected"].GetBool() == (values.at("symmetric") == "true"), "wrong direction");
    PutJsonEdge(graph, TextOf(edge["key"]), values);
  }
  return graph;
}

ReadGraph ReadCytoscapeJson(std::string_view json) {
  const rapidjson::Document root = ParseJson(json);
  Require(root["style"].Size() == 3 && root["layout"]["name"] == "preset", "no style");
  ReadGraph graph;
  for (const rapidjson::Value& node : root["elements"]["nodes"].GetArray()) {
    Values values = JsonValues(node["data"]);
    Require(Take(values, "name") == values.at("label"), "another name than label");
    SplitColour(values);
    Put(values, "x", TextOf(node["position"]["x"]));
    Put(values, "y", Negated(TextOf(node["position"]["y"])));
    const std::string id = Take(values, "id");
    PutNode(graph, id, values);
  }
  for (const rapidjson::Value& edge : root["elements"]["edges"].GetArray()) {
    Values values = JsonValues(edge["data"]);
    const std::string id = Take(values, "id");
    graph.directed = graph.directed || values.at("symmetric") == "false";
    PutJsonEdge(graph, id, values);
  }
  return graph;
}

ReadGraph ReadJgfJson(std::string_view json) {
  const rapidjson::Document root = ParseJson(json);
  const rapidjson::Value& file = root["graph"];
  ReadGraph graph;
  graph.directed = file["directed"].GetBool();
  for (const auto& node : file["nodes"].GetObject()) {
    Values values = JsonValues(node.value["metadata"]);
    Put(values, "label", TextOf(node.value["label"]));
    SplitColour(values);
    PutNode(graph, TextOf(node.name), values);
  }
  for (const rapidjson::Value& edge : file["edges"].GetArray()) {
    Values values = JsonValues(edge["metadata"]);
    for (const char* name : {"source", "target", "label"}) Put(values, name, TextOf(edge[name]));
    Require(TextOf(edge["relation"]) == values.at("predicate"), "another relation");
    Require(edge["directed"].GetBool() == (values.at("symmetric") == "false"), "wrong direction");
    PutJsonEdge(graph, TextOf(edge["id"]), values);
  }
  return graph;
}

ReadGraph ReadGephiCsv(std::string_view nodes, std::string_view edges) {
  ReadGraph graph;
  graph.directed = true;
  for (Values& node : Table(nodes)) {
    Rename(node, "Label", "label");
    const std::string id = Take(node, "Id");
    PutNode(graph, id, node);
  }
  for (Values& edge : Table(edges)) {
    Rename(edge, "Source", "source");
    Rename(edge, "Target", "target");
    Rename(edge, "Label", "label");
    Rename(edge, "Weight", "weight");
    Rename(edge, "Kind", "kind");
    graph.directed = Take(edge, "Type") == "Directed";
    const std::string id = Take(edge, "Id");
    PutEdge(graph, id, edge);
  }
  return graph;
}

}  // namespace zhitu::xport
