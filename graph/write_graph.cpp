#include "graph/write_graph.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/adjacency.h"
#include "graph/counting_sort.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kPiece = 2048;  // entities or relations that are made ready at once

std::size_t PiecesOf(std::size_t size) { return (size + kPiece - 1) / kPiece; }

// The numbers that a graph file gives to what memory has by index.
struct Numbering {
  std::vector<std::uint32_t> ranks;       // by entity number: place in the order of ids
  std::vector<std::uint32_t> predicates;  // by number in the pool: from 1 by name; 0: not used
  std::vector<std::uint32_t> order;       // by relation number - 1: index of the relation
  std::vector<std::uint32_t> relations;   // by index: number
};

std::vector<std::uint32_t> RankEntities(const EntityTable& entities) {
  std::vector<std::pair<std::string_view, std::uint32_t>> ids;
  ids.reserve(entities.size());
  for (std::uint32_t i = 1; i <= entities.size(); ++i) ids.emplace_back(entities.state(i).id, i);
  std::sort(ids.begin(), ids.end());
  std::vector<std::uint32_t> ranks(entities.size() + 1, 0);
  std::uint32_t rank = 0;
  for (const auto& [id, number] : ids) ranks[number] = rank++;
  return ranks;
}

std::vector<std::uint32_t> NumberPredicates(const RelationTable& relations) {
  std::vector<std::uint32_t> numbers(relations.predicates().size(), 0);
  for (const RelationState& relation : relations.states()) numbers[relation.predicate] = 1;
  std::map<std::string_view, std::uint32_t> used;
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] != 0) used.emplace(relations.predicates().Text(i), i);
  }
  std::uint32_t next = 0;
  for (const auto& [name, index] : used) numbers[index] = ++next;
  return numbers;
}

// Which end of a co-occurrence is the subject is known only when all ids are.
void OrientSymmetric(const std::vector<std::uint32_t>& ranks, RelationTable& relations) {
  for (std::uint32_t i = 0; i < relations.states().size(); ++i) {
    RelationState& relation = relations.state(i);
    if (relation.predicate != RelationTable::kCoOccurrence) continue;
    if (ranks[relation.object] < ranks[relation.subject]) {
      std::swap(relation.subject, relation.object);
    }
  }
}

Numbering Number(GrowingGraph& graph) {
  Numbering numbering{RankEntities(graph.entities), NumberPredicates(graph.relations), {}, {}};
  OrientSymmetric(numbering.ranks, graph.relations);
  const std::vector<RelationState>& states = graph.relations.states();
  const std::vector<std::uint32_t>& ranks = numbering.ranks;
  const std::vector<std::uint32_t>& predicates = numbering.predicates;
  numbering.order = FirstNumbers(states.size());
  CountingSort(numbering.order, ranks.size(),
               [&](std::uint32_t i) { return ranks[states[i].object]; });
  CountingSort(numbering.order, predicates.size() + 1,
               [&](std::uint32_t i) { return predicates[states[i].predicate]; });
  CountingSort(numbering.order, ranks.size(),
               [&](std::uint32_t i) { return ranks[states[i].subject]; });
  numbering.relations.resize(states.size());
  std::uint32_t number = 0;
  for (const std::uint32_t index : numbering.order) numbering.relations[index] = ++number;
  return numbering;
}

bool HasAttribute(const EntityRecord& entity, std::string_view name) {
  return std::any_of(entity.attributes.begin(), entity.attributes.end(),
                     [&](const auto& attribute) { return attribute.first == name; });
}

EntityRecord RecordOf(const GrowingGraph& graph, EntityNumber number) {
  EntityRecord record = graph.entities.Record(number, graph.calendar);
  std::string quantities = graph.quantities.Of(number);
  // A column of that name in the dictionary keeps what stands there.
  if (!quantities.empty() && !HasAttribute(record, kQuantities))
    record.attributes.emplace_back(kQuantities, std::move(quantities));
  return record;
}

void WriteEntities(const GrowingGraph& graph, StoreWriter& writer, extract::SideThread& side) {
  const std::size_t size = graph.entities.size();
  using Records = std::vector<EntityRecord>;
  extract::MadeAhead<Records> pieces(side, PiecesOf(size), [&](std::size_t piece) {
    Records records;
    const std::size_t end = std::min(size, (piece + 1) * kPiece);
    for (std::size_t i = piece * kPiece; i < end; ++i) {
      records.push_back(RecordOf(graph, static_cast<EntityNumber>(i + 1)));
    }
    return records;
  });
  for (std::size_t i = 0; i < PiecesOf(size); ++i) {
    for (const EntityRecord& record : pieces.Next()) writer.AddEntity(record);
  }
}

void WritePredicates(const GrowingGraph& graph, const Numbering& numbering, StoreWriter& writer) {
  std::map<std::uint32_t, std::uint32_t> by_number;
  for (std::uint32_t i = 0; i < numbering.predicates.size(); ++i) {
    if (numbering.predicates[i] != 0) by_number.emplace(numbering.predicates[i], i);
  }
  for (const auto& [number, index] : by_number) {
    writer.AddPredicate(number, graph.relations.predicates().Text(index));
  }
}

// The ids of some relations, one behind the other.
std::string IdsOf(const GrowingGraph& graph, std::span<const std::uint32_t> relations) {
  std::string ids;
  ids.reserve(relations.size() * kRelationIdBytes);
  for (const std::uint32_t index : relations) {
    const RelationState& state = graph.relations.states()[index];
    AppendRelationId(graph.entities.state(state.subject).id,
                     graph.relations.predicates().Text(state.predicate),
                     graph.entities.state(state.object).id, ids);
  }
  return ids;
}

void WriteRelations(const GrowingGraph& graph, const Numbering& numbering, StoreWriter& writer,
                    extract::SideThread& side) {
  const std::span<const std::uint32_t> order = numbering.order;
  extract::MadeAhead<std::string> pieces(side, PiecesOf(order.size()), [&](std::size_t piece) {
    const auto rest = order.subspan(piece * kPiece);
    return IdsOf(graph, rest.first(std::min(rest.size(), kPiece)));
  });
  std::string_view ids;
  RelationRecord record;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i % kPiece == 0) ids = pieces.Next();
    const RelationState& state = graph.relations.states()[order[i]];
    ++record.number;
    record.id.assign(ids.substr(i % kPiece * kRelationIdBytes, kRelationIdBytes));
    record.subject = state.subject;
    record.object = state.object;
    record.predicate = graph.relations.predicates().Text(state.predicate);
    record.mentions = state.mentions;
    record.sentences = state.sentences;
    record.documents = state.documents;
    record.confidence = state.confidence;
    record.first_seen = graph.calendar.Date(state.seen.first);
    record.last_seen = graph.calendar.Date(state.seen.last);
    writer.AddRelation(record);
  }
}

// Indexes of evidence by relation number, in the order of the texts, dictionary lines last.
std::vector<std::uint32_t> SortEvidence(const GrowingGraph& graph, const Numbering& numbering) {
  const std::vector<EvidenceState>& evidence = graph.relations.evidence();
  std::vector<std::uint32_t> next(graph.relations.states().size() + 1, 0);
  for (const EvidenceState& item : evidence) ++next[numbering.relations[item.relation]];
  std::partial_sum(next.begin(), next.end(), next.begin());
  // Now next[n - 1] is where relation n begins.
  std::vector<std::uint32_t> order(evidence.size());
  for (const bool by_dictionary : {false, true}) {
    for (std::uint32_t i = 0; i < evidence.size(); ++i) {
      if ((evidence[i].document == 0) != by_dictionary) continue;
      order[next[numbering.relations[evidence[i].relation] - 1]++] = i;
    }
  }
  return order;
}

void WriteEvidence(const GrowingGraph& graph, const Numbering& numbering,
                   const std::vector<std::uint32_t>& order, StoreWriter& writer) {
  EvidenceRow row;
  for (const std::uint32_t index : order) {
    const EvidenceState& state = graph.relations.evidence()[index];
    const RelationNumber relation = numbering.relations[state.relation];
    if (relation != row.relation) row.statement = 0;
    if (!state.continues) ++row.statement;
    row.part = state.continues ? row.part + 1 : 1;
    row.relation = relation;
    row.document = state.document;
    row.place = {state.begin, state.end};
    row.rule = graph.relations.texts().Text(state.rule);
    row.confidence = state.confidence;
    row.modality = extract::ModalityName(state.modality);
    row.date = graph.relations.texts().Text(state.date);
    writer.AddEvidence(row);
  }
}

// One end of a relation, seen from the other.
struct End {
  std::uint32_t entity = 0;
  std::uint32_t other = 0;
  std::uint32_t relation = 0;  // number
};

// All ends, by entity, then the other, then the relation.
std::vector<End> SortEnds(const RelationTable& relations, const Numbering& numbering) {
  std::vector<End> ends;
  ends.reserve(relations.states().size() * 2);
  for (std::uint32_t i = 0; i < numbering.order.size(); ++i) {
    const RelationState& state = relations.states()[numbering.order[i]];
    ends.push_back({state.subject, state.object, i + 1});
    ends.push_back({state.object, state.subject, i + 1});
  }
  std::vector<std::uint32_t> order = FirstNumbers(ends.size());
  const std::size_t entities = numbering.ranks.size();
  CountingSort(order, entities, [&](std::uint32_t i) { return ends[i].other; });
  CountingSort(order, entities, [&](std::uint32_t i) { return ends[i].entity; });
  std::vector<End> sorted;
  sorted.reserve(ends.size());
  for (const std::uint32_t i : order) sorted.push_back(ends[i]);
  return sorted;
}

Neighbour ToNeighbour(const GrowingGraph& graph, const Numbering& numbering, const End& end) {
  const RelationState& state = graph.relations.states()[numbering.order[end.relation - 1]];
  const EntityState& other = graph.entities.state(end.other);
  Neighbour neighbour;
  neighbour.relation = end.relation;
  neighbour.other = end.other;
  neighbour.symmetric = state.predicate == RelationTable::kCoOccurrence;
  neighbour.outgoing = neighbour.symmetric || state.subject == end.entity;
  neighbour.document = other.document;
  neighbour.predicate = static_cast<std::int32_t>(numbering.predicates[state.predicate]);
  neighbour.weight = state.mentions;
  neighbour.documents = state.documents;
  neighbour.confidence = state.confidence;
  if (neighbour.symmetric) {
    neighbour.windows.both = state.sentences;
    neighbour.windows.right = other.windows;
  }
  return neighbour;
}

// Neighbours of all entities that have some, as a graph file keeps them, one behind the other.
struct Adjacency {
  struct Entity {
    EntityNumber number = 0;
    std::size_t size = 0;  // bytes
  };
  std::vector<Entity> entities;
  std::string bytes;
};

Adjacency EncodeAdjacency(const GrowingGraph& graph, const Numbering& numbering) {
  const std::vector<End> ends = SortEnds(graph.relations, numbering);
  Adjacency adjacency;
  std::vector<Neighbour> neighbours;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const EntityNumber entity = ends[i].entity;
    neighbours.push_back(ToNeighbour(graph, numbering, ends[i]));
    if (i + 1 < ends.size() && ends[i + 1].entity == entity) continue;
    const std::string bytes = EncodeNeighbours(graph.entities.state(entity).windows, neighbours);
    adjacency.entities.push_back({entity, bytes.size()});
    adjacency.bytes += bytes;
    neighbours.clear();
  }
  return adjacency;
}

void WriteAdjacency(const Adjacency& adjacency, StoreWriter& writer) {
  std::string_view rest = adjacency.bytes;
  for (const Adjacency::Entity& entity : adjacency.entities) {
    writer.AddNeighbours(entity.number, rest.substr(0, entity.size));
    rest.remove_prefix(entity.size);
  }
}

}  // namespace

void WriteGraph(GrowingGraph& graph, StoreWriter& writer, extract::SideThread& side) {
  const Numbering numbering = Number(graph);
  WritePredicates(graph, numbering, writer);
  WriteEntities(graph, writer, side);
  writer.EndEntities(side);
  using Order = std::vector<std::uint32_t>;
  extract::Later<Order> evidence = side.Run<Order>([&] { return SortEvidence(graph, numbering); });
  extract::Later<Adjacency> adjacency =
      side.Run<Adjacency>([&] { return EncodeAdjacency(graph, numbering); });
  WriteRelations(graph, numbering, writer, side);
  WriteEvidence(graph, numbering, evidence.Get(), writer);
  WriteAdjacency(adjacency.Get(), writer);
}

}  // namespace zhitu::graph
