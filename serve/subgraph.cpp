#include "serve/subgraph.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "export/json_text.h"

namespace zhitu::serve {
namespace {

struct DrawnEdge {
  graph::Neighbour neighbour;
  std::uint32_t source = 0;  // places of the nodes
  std::uint32_t target = 0;
};

using Places = std::unordered_map<graph::EntityNumber, std::uint32_t>;

// Each relation once: as its subject sees it, a symmetric one as the node that comes first.
std::vector<DrawnEdge> EdgesBetween(Reader& reader, const std::vector<DrawnNode>& nodes,
                                    const RelationFilter& filter) {
  Places places;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) places.emplace(nodes[i].entity, i);
  std::vector<DrawnEdge> edges;
  std::vector<graph::Neighbour> neighbours;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    reader.store.ReadNeighbours(nodes[i].entity, neighbours);
    for (const graph::Neighbour& neighbour : neighbours) {
      if (!neighbour.outgoing) continue;
      const auto other = places.find(neighbour.other);
      if (other == places.end() || (neighbour.symmetric && other->second < i)) continue;
      if (filter.Keeps(neighbour)) edges.push_back({neighbour, i, other->second});
    }
  }
  return edges;
}

bool KeepHeaviest(std::vector<DrawnEdge>& edges, std::size_t most) {
  const bool cut = edges.size() > most;
  if (cut) {
    std::nth_element(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(most), edges.end(),
                     [](const DrawnEdge& a, const DrawnEdge& b) {
                       return std::tuple(-a.neighbour.weight, a.neighbour.relation) <
                              std::tuple(-b.neighbour.weight, b.neighbour.relation);
                     });
    edges.resize(most);
  }
  std::sort(edges.begin(), edges.end(), [](const DrawnEdge& a, const DrawnEdge& b) {
    return a.neighbour.relation < b.neighbour.relation;
  });
  return cut;
}

void AppendNode(const Reader& reader, const DrawnNode& node, std::string& json) {
  json += json.back() == '[' ? "{" : ",{";
  json += reader.brief.Head(node.entity);
  json += ',';
  json += reader.brief.Drawn(node.entity);
  json += ",\"hops\":" + std::to_string(node.hops) + "}";
}

void AddEdge(const Reader& reader, const DrawnEdge& edge, xport::JsonText& json) {
  const graph::Neighbour& relation = edge.neighbour;
  json.StartObject();
  json.Key("source");
  json.Integer(edge.source);
  json.Key("target");
  json.Integer(edge.target);
  json.Key("predicate");
  json.String(reader.store.PredicateName(relation.predicate));
  json.Key("weight");
  json.Integer(relation.weight);
  const graph::SeenDates seen = reader.brief.Seen(relation.relation);
  if (seen.first != 0) {
    json.Key("first_seen");
    json.String(reader.brief.Date(seen.first));
    json.Key("last_seen");
    json.String(reader.brief.Date(seen.last));
  }
  json.EndObject();
}

}  // namespace

std::string Subgraph(Reader& reader, const std::vector<DrawnNode>& nodes,
                     const RelationFilter& filter, std::size_t most_edges) {
  std::vector<DrawnEdge> edges = EdgesBetween(reader, nodes, filter);
  const bool cut = KeepHeaviest(edges, most_edges);
  std::string text = R"({"nodes":[)";
  for (const DrawnNode& node : nodes) AppendNode(reader, node, text);
  text += R"(],"edges":)";
  xport::JsonText json;
  json.StartArray();
  for (const DrawnEdge& edge : edges) AddEdge(reader, edge, json);
  json.EndArray();
  text += json.text();
  return text + R"(,"cut":)" + (cut ? "true}" : "false}");
}

}  // namespace zhitu::serve
