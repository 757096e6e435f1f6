#include "export/write_graph.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "graph/colour.h"
#include "graph/measures.h"
#include "graph/placement.h"

namespace zhitu::xport {
namespace {

// What edges need of the nodes written before.
struct End {
  std::string id;
  std::int64_t windows = 0;
};

Node MakeNode(const graph::EntityRecord& entity, const graph::Place& place) {
  const graph::Colour colour = graph::ColourOf(entity.type);
  Node node;
  node.id = entity.id;
  node.label = entity.name.empty() ? entity.id : entity.name;
  node.type = entity.type;
  node.aliases = entity.aliases;
  node.mentions = entity.mentions;
  node.documents = entity.documents;
  node.first_seen = entity.first_seen;
  node.last_seen = entity.last_seen;
  node.x = place.x;
  node.y = place.y;
  node.size = place.size;
  node.r = colour.r;
  node.g = colour.g;
  node.b = colour.b;
  node.attributes = entity.attributes;
  std::stable_sort(node.attributes.begin(), node.attributes.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return node;
}

std::string FirstEvidence(const graph::Store& store, const graph::RelationRecord& relation) {
  const std::vector<graph::EvidenceRecord> evidence = store.Evidence(relation, 1);
  if (evidence.empty()) return {};
  const graph::EvidenceRecord& first = evidence.front();
  if (!first.cited.empty()) return first.cited;
  std::string text = first.file + ':' + std::to_string(first.line);
  if (first.column > 0) text += ':' + std::to_string(first.column);
  return text + " “" + first.quote + "”";
}

Edge MakeEdge(const graph::Store& store, const graph::RelationRecord& relation, const End& subject,
              const End& object, std::int64_t windows) {
  Edge edge;
  edge.id = relation.id;
  edge.source = subject.id;
  edge.target = object.id;
  edge.label = relation.predicate;
  edge.predicate = relation.predicate;
  edge.count = std::max<std::int64_t>(relation.mentions, 1);
  edge.weight = static_cast<double>(edge.count);
  edge.documents = relation.documents;
  edge.confidence = static_cast<double>(relation.confidence) / 1000.0;
  edge.first_seen = relation.first_seen;
  edge.last_seen = relation.last_seen;
  edge.symmetric = relation.symmetric();
  if (edge.symmetric && windows > 0) {  // an imported graph has none
    const graph::WindowCounts counts{relation.mentions, subject.windows, object.windows, windows};
    edge.npmi = graph::Npmi(counts);
    edge.llr = graph::LogLikelihood(counts);
  }
  edge.evidence = FirstEvidence(store, relation);
  return edge;
}

}  // namespace

void WriteGraph(const graph::Selection& selection, GraphWriter& writer) {
  const graph::Store& store = selection.store();
  const graph::SelectionSummary& summary = selection.summary();
  GraphHeader header;
  header.nodes = summary.entities;
  header.edges = summary.relations;
  header.undirected = summary.symmetric;
  header.dated = summary.dated;
  header.attributes = summary.attributes;
  writer.Begin(header);
  const std::vector<graph::Place> places = graph::PlaceAll(selection);
  std::vector<End> ends(static_cast<std::size_t>(store.last_entity()) + 1);
  selection.ForEachEntity([&](const graph::EntityRecord& entity) {
    const auto number = static_cast<std::size_t>(entity.number);
    ends[number] = {entity.id, entity.windows};
    writer.AddNode(MakeNode(entity, places[number]));
  });
  const std::int64_t windows = store.Counts().windows;
  const std::vector<std::pair<graph::RelationNumber, double>> weights = store.ExactWeights();
  auto exact = weights.begin();
  selection.ForEachRelation([&](const graph::RelationRecord& relation) {
    Edge edge = MakeEdge(store, relation, ends[static_cast<std::size_t>(relation.subject)],
                         ends[static_cast<std::size_t>(relation.object)], windows);
    while (exact != weights.end() && exact->first < relation.number) ++exact;
    if (exact != weights.end() && exact->first == relation.number) edge.weight = exact->second;
    writer.AddEdge(edge);
  });
  writer.End();
}

}  // namespace zhitu::xport
