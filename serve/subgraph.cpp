#include "serve/subgraph.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "export/json_text.h"
#include "export/number_text.h"

namespace zhitu::serve {
namespace {

struct DrawnEdge {
  Tie tie;
  std::uint32_t source = 0;  // places of the nodes
  std::uint32_t target = 0;
};

// Marks where nodes stand in the answer, for as long as it lives.
class MarkedPlaces {
 public:
  MarkedPlaces(Reader& reader, const std::vector<DrawnNode>& nodes)
      : places_(reader.places), nodes_(nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      At(nodes[i].entity) = static_cast<std::uint32_t>(i + 1);
    }
  }
  MarkedPlaces(const MarkedPlaces&) = delete;
  MarkedPlaces& operator=(const MarkedPlaces&) = delete;
  ~MarkedPlaces() {
    for (const DrawnNode& node : nodes_) At(node.entity) = 0;
  }
  // From 1; 0 for an entity that is no node.
  std::uint32_t& At(graph::EntityNumber entity) const {
    return places_[static_cast<std::size_t>(entity)];
  }

 private:
  std::vector<std::uint32_t>& places_;
  const std::vector<DrawnNode>& nodes_;
};

// Each relation once: as its subject sees it, a symmetric one as the node that comes first.
std::vector<DrawnEdge> EdgesBetween(Reader& reader, const std::vector<DrawnNode>& nodes,
                                    const RelationFilter& filter) {
  const MarkedPlaces places(reader, nodes);
  std::vector<DrawnEdge> edges;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const TieList ties = reader.ties.Of(nodes[i].entity);
    for (const Tie& tie : *ties) {
      const std::uint32_t other = places.At(tie.other);
      if (other == 0 || !tie.outgoing || (tie.symmetric && other - 1 < i)) continue;
      if (filter.Keeps(tie)) edges.push_back({tie, i, other - 1});
    }
  }
  return edges;
}

bool KeepHeaviest(std::vector<DrawnEdge>& edges, std::size_t most) {
  const bool cut = edges.size() > most;
  if (cut) {
    std::nth_element(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(most), edges.end(),
                     [](const DrawnEdge& a, const DrawnEdge& b) {
                       return std::tuple(-a.tie.weight, a.tie.relation) <
                              std::tuple(-b.tie.weight, b.tie.relation);
                     });
    edges.resize(most);
  }
  std::sort(edges.begin(), edges.end(),
            [](const DrawnEdge& a, const DrawnEdge& b) { return a.tie.relation < b.tie.relation; });
  return cut;
}

void AppendInteger(std::int64_t value, std::string& json) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  json.append(digits.data(), end);
}

void AppendNode(const Reader& reader, const DrawnNode& node, std::string& json) {
  json += json.back() == '[' ? "{" : ",{";
  json += reader.brief.Head(node.entity);
  json += ',';
  json += reader.brief.Drawn(node.entity);
  json += ",\"hops\":" + std::to_string(node.hops) + "}";
}

// Texts as JSON; most dates need no more than quotation marks.
std::string JsonOf(std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char byte) {
    return (byte >= '0' && byte <= '9') || byte == '-';
  });
  if (plain) return '"' + std::string(text) + '"';
  xport::JsonText json;
  json.String(text);
  return std::string(json.text());
}

// By number the names of predicates as JSON.
std::vector<std::string> PredicateTexts(const Reader& reader) {
  std::vector<std::string> texts;
  for (const Kind& predicate : reader.brief.predicates()) texts.push_back(JsonOf(predicate.name));
  return texts;
}

void AppendEdge(const Reader& reader, const DrawnEdge& edge,
                const std::vector<std::string>& predicates, std::string& json) {
  json += json.back() == '[' ? R"({"source":)" : R"(,{"source":)";
  AppendInteger(edge.source, json);
  json += R"(,"target":)";
  AppendInteger(edge.target, json);
  json += R"(,"predicate":)";
  json += predicates[static_cast<std::size_t>(edge.tie.predicate)];
  json += R"(,"weight":)";
  if (const std::optional<double> weight = reader.brief.ExactWeight(edge.tie.relation)) {
    json += xport::NumberText(*weight);
  } else {
    AppendInteger(edge.tie.weight, json);
  }
  const graph::SeenDates seen = reader.brief.Seen(edge.tie.relation);
  if (seen.first != 0) {
    json += R"(,"first_seen":)" + JsonOf(reader.brief.Date(seen.first));
    json += R"(,"last_seen":)" + JsonOf(reader.brief.Date(seen.last));
  }
  json += '}';
}

}  // namespace

std::string Subgraph(Reader& reader, const std::vector<DrawnNode>& nodes,
                     const RelationFilter& filter, std::size_t most_edges) {
  std::vector<DrawnEdge> edges = EdgesBetween(reader, nodes, filter);
  const bool cut = KeepHeaviest(edges, most_edges);
  std::string text = R"({"nodes":[)";
  for (const DrawnNode& node : nodes) AppendNode(reader, node, text);
  text += R"(],"edges":[)";
  const std::vector<std::string> predicates = PredicateTexts(reader);
  for (const DrawnEdge& edge : edges) AppendEdge(reader, edge, predicates, text);
  return text + R"(],"cut":)" + (cut ? "true}" : "false}");
}

}  // namespace zhitu::serve
