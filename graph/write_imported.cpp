#include "graph/write_imported.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/adjacency.h"
#include "graph/schema.h"
#include "graph/store_writer.h"

namespace zhitu::graph {
namespace {

using Node = ImportedGraph::Node;
using Edge = ImportedGraph::Edge;

// The first bytes of a text as a number that sorts as they do.
std::uint64_t Prefix(std::string_view text) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < sizeof prefix; ++i) {
    prefix = prefix << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return prefix;
}

// Numbers of ids in the order of their bytes.
std::vector<std::uint32_t> SortIds(const IdTable& ids) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  keys.reserve(ids.size());
  for (std::uint32_t i = 0; i < ids.size(); ++i) keys.emplace_back(Prefix(ids.Id(i)), i);
  std::sort(keys.begin(), keys.end(), [&ids](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : ids.Id(a.second) < ids.Id(b.second);
  });
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const auto& [prefix, number] : keys) order.push_back(number);
  return order;
}

// A weight as the store counts evidence.
std::int64_t Rounded(double weight) {
  return static_cast<std::int64_t>(std::max(1.0, std::round(weight)));
}

// What edges are sorted by, small enough to be moved.
struct EdgeKey {
  std::uint32_t subject = 0;
  std::uint32_t object = 0;
  std::uint32_t predicate = 0;
  std::uint32_t edge = 0;  // index
};

// Sorts by a member below `bound`, stably. `room` is as large as `keys`.
void CountingSort(std::vector<EdgeKey>& keys, std::vector<EdgeKey>& room, std::size_t bound,
                  std::uint32_t EdgeKey::* member) {
  std::vector<std::uint32_t> next(bound + 1, 0);
  for (const EdgeKey& key : keys) ++next[key.*member + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  for (const EdgeKey& key : keys) room[next[key.*member]++] = key;
  keys.swap(room);
}

// An imported graph on its way into a file.
class ImportedWriter {
 public:
  ImportedWriter(ImportedGraph& graph, const std::string& path) : graph_(graph), writer_(path) {}

  ImportedCounts Write(std::map<std::string, std::string> meta);

 private:
  // A relation: edges next to each other in `order_`.
  struct Relation {
    std::uint32_t begin = 0;  // in order_
    std::uint32_t subject = 0;
    std::uint32_t object = 0;
    std::uint32_t predicate = 0;  // by name, from 1
    std::uint32_t documents = 0;
    PerMille confidence = 0;
    double weight = 0;
    SeenDates seen;
  };

  void NumberEntities();
  void NumberPredicates();
  void Orient();
  void SortEdges();
  void FormRelations();
  Relation Merged(std::size_t begin, std::size_t end) const;
  bool IsSymmetric(const Relation& relation) const {
    return relation.predicate == predicate_numbers_[ImportedGraph::kCoOccurrence];
  }
  std::size_t EndOf(std::size_t relation) const {
    return relation + 1 < relations_.size() ? relations_[relation + 1].begin : order_.size();
  }
  std::string_view IdOf(std::uint32_t entity) const {
    return graph_.ids.Id(entity_order_[entity - 1]);
  }
  void WriteEntities();
  EntityRecord Record(std::uint32_t number) const;
  void WriteRelations();
  void WriteWeights();
  void WriteEvidence();
  void WriteEvidenceAttributes();
  void WriteAttributes(std::size_t relation, std::int64_t statement, std::uint32_t edge);
  void WriteAdjacency();
  Neighbour Seen(std::uint32_t entity, std::uint32_t relation) const;
  void AddMeta(const StoreCounts& counts, std::map<std::string, std::string> meta);

  ImportedGraph& graph_;
  StoreWriter writer_;
  std::vector<std::uint32_t> entity_order_;       // by number - 1: number of the id
  std::vector<std::uint32_t> entities_;           // by number of the id: number of the entity
  std::vector<std::string_view> predicates_;      // by number - 1
  std::vector<std::uint32_t> predicate_numbers_;  // by number in the pool; 0: not used
  std::vector<std::uint32_t> order_;  // indexes of edges, by relation, then as they came
  std::vector<Relation> relations_;   // by number - 1
  std::uint32_t document_type_ = 0;   // number of the type of document nodes
};

void ImportedWriter::NumberEntities() {
  entity_order_ = SortIds(graph_.ids);
  entities_.resize(entity_order_.size());
  for (std::uint32_t i = 0; i < entity_order_.size(); ++i) entities_[entity_order_[i]] = i + 1;
}

void ImportedWriter::NumberPredicates() {
  std::vector<bool> used(graph_.predicates.size(), false);
  for (const Edge& edge : graph_.edges) used[edge.predicate] = true;
  std::vector<std::pair<std::string_view, std::uint32_t>> names;
  for (std::uint32_t i = 0; i < used.size(); ++i) {
    if (used[i]) names.emplace_back(graph_.predicates.Text(i), i);
  }
  std::sort(names.begin(), names.end());
  predicate_numbers_.resize(used.size(), 0);
  for (const auto& [name, index] : names) {
    predicates_.push_back(name);
    predicate_numbers_[index] = static_cast<std::uint32_t>(predicates_.size());
  }
}

// Edges get the numbers of the file. Where direction means nothing the smaller id is the subject.
void ImportedWriter::Orient() {
  for (Edge& edge : graph_.edges) {
    const bool symmetric = edge.undirected || edge.predicate == ImportedGraph::kCoOccurrence;
    edge.source = entities_[edge.source];
    edge.target = entities_[edge.target];
    edge.predicate = predicate_numbers_[edge.predicate];
    if (symmetric && edge.target < edge.source) std::swap(edge.source, edge.target);
  }
}

void ImportedWriter::SortEdges() {
  std::vector<EdgeKey> keys;
  keys.reserve(graph_.edges.size());
  for (std::uint32_t i = 0; i < graph_.edges.size(); ++i) {
    const Edge& edge = graph_.edges[i];
    keys.push_back({edge.source, edge.target, edge.predicate, i});
  }
  std::vector<EdgeKey> room(keys.size());
  const std::size_t entities = entities_.size() + 1;
  CountingSort(keys, room, entities, &EdgeKey::object);
  if (predicates_.size() > 1) {
    CountingSort(keys, room, predicates_.size() + 1, &EdgeKey::predicate);
  }
  CountingSort(keys, room, entities, &EdgeKey::subject);
  order_.reserve(keys.size());
  for (const EdgeKey& key : keys) order_.push_back(key.edge);
}

void ImportedWriter::FormRelations() {
  const auto same = [&](const Edge& a, const Edge& b) {
    return a.source == b.source && a.predicate == b.predicate && a.target == b.target;
  };
  relations_.reserve(order_.size());
  for (std::size_t begin = 0; begin < order_.size();) {
    std::size_t end = begin + 1;
    while (end < order_.size() && same(graph_.edges[order_[begin]], graph_.edges[order_[end]])) {
      ++end;
    }
    relations_.push_back(Merged(begin, end));
    begin = end;
  }
}

ImportedWriter::Relation ImportedWriter::Merged(std::size_t begin, std::size_t end) const {
  const Edge& first = graph_.edges[order_[begin]];
  Relation relation;
  relation.begin = static_cast<std::uint32_t>(begin);
  relation.subject = first.source;
  relation.object = first.target;
  relation.predicate = first.predicate;
  for (std::size_t i = begin; i < end; ++i) {
    const Edge& edge = graph_.edges[order_[i]];
    relation.weight += edge.weight;
    relation.documents = std::max(relation.documents, edge.documents);
    relation.confidence = std::max<PerMille>(relation.confidence, edge.confidence);
    graph_.calendar.Widen(relation.seen, edge.seen.first);
    graph_.calendar.Widen(relation.seen, edge.seen.last);
  }
  return relation;
}

void ImportedWriter::WriteEntities() {
  for (std::uint32_t number = 1; number <= entities_.size(); ++number) {
    writer_.AddEntity(Record(number));
  }
}

EntityRecord ImportedWriter::Record(std::uint32_t number) const {
  const std::uint32_t index = entity_order_[number - 1];
  const Node& node = graph_.nodes[index];
  const bool last = index + 1 == graph_.nodes.size();
  const std::size_t aliases = last ? graph_.aliases.size() : graph_.nodes[index + 1].first_alias;
  const std::size_t attributes =
      last ? graph_.attributes.size() : graph_.nodes[index + 1].first_attribute;
  EntityRecord record;
  record.number = number;
  record.id = graph_.ids.Id(index);
  record.name = node.name;
  record.type = graph_.types.Text(node.type);
  for (std::size_t i = node.first_alias; i < aliases; ++i) {
    record.aliases.emplace_back(graph_.aliases[i]);
  }
  record.mentions = node.mentions;
  record.documents = node.documents;
  record.first_seen = graph_.calendar.Date(node.seen.first);
  record.last_seen = graph_.calendar.Date(node.seen.last);
  record.why = graph_.files[node.file - 1].name + ':' + std::to_string(node.line);
  for (std::size_t i = node.first_attribute; i < attributes; ++i) {
    const ImportedGraph::Attribute& attribute = graph_.attributes[i];
    record.attributes.emplace_back(graph_.attribute_names.Text(attribute.name), attribute.value);
  }
  return record;
}

void ImportedWriter::WriteRelations() {
  RelationRecord record;
  for (const Relation& relation : relations_) {
    ++record.number;
    record.subject = relation.subject;
    record.object = relation.object;
    record.predicate = predicates_[relation.predicate - 1];
    record.id = RelationId(IdOf(relation.subject), record.predicate, IdOf(relation.object));
    record.mentions = Rounded(relation.weight);
    record.documents = relation.documents;
    record.confidence = relation.confidence;
    record.first_seen = graph_.calendar.Date(relation.seen.first);
    record.last_seen = graph_.calendar.Date(relation.seen.last);
    writer_.AddRelation(record);
  }
}

void ImportedWriter::WriteWeights() {
  for (std::size_t i = 0; i < relations_.size(); ++i) {
    const double weight = relations_[i].weight;
    if (weight == std::trunc(weight)) continue;
    writer_.AddRelationWeight(static_cast<RelationNumber>(i) + 1, weight);
  }
}

void ImportedWriter::WriteEvidence() {
  EvidenceRow row;
  for (std::size_t i = 0; i < relations_.size(); ++i) {
    const std::size_t end = EndOf(i);
    const bool symmetric = IsSymmetric(relations_[i]);
    ++row.relation;
    row.statement = 0;
    for (std::size_t at = relations_[i].begin; at < end; ++at) {
      const Edge& edge = graph_.edges[order_[at]];
      ++row.statement;
      row.place = {edge.line, edge.file};
      row.rule = edge.undirected && !symmetric ? kImportUndirected : kImport;
      row.confidence = edge.confidence;
      writer_.AddEvidence(row);
    }
  }
}

void ImportedWriter::WriteEvidenceAttributes() {
  if (graph_.edge_attributes.empty()) return;
  for (std::size_t i = 0; i < relations_.size(); ++i) {
    std::int64_t statement = 0;
    for (std::size_t at = relations_[i].begin; at < EndOf(i); ++at) {
      WriteAttributes(i, ++statement, order_[at]);
    }
  }
}

void ImportedWriter::WriteAttributes(std::size_t relation, std::int64_t statement,
                                     std::uint32_t edge) {
  const auto& attributes = graph_.edge_attributes;
  auto at = std::lower_bound(
      attributes.begin(), attributes.end(), edge,
      [](const ImportedGraph::EdgeAttribute& a, std::uint32_t index) { return a.edge < index; });
  for (std::int64_t position = 1; at != attributes.end() && at->edge == edge; ++at, ++position) {
    writer_.AddEvidenceAttribute(static_cast<RelationNumber>(relation) + 1, statement, position,
                                 graph_.attribute_names.Text(at->attribute.name),
                                 at->attribute.value);
  }
}

// A relation as one of its ends sees it.
Neighbour ImportedWriter::Seen(std::uint32_t entity, std::uint32_t number) const {
  const Relation& relation = relations_[number - 1];
  Neighbour neighbour;
  neighbour.relation = number;
  neighbour.other = relation.subject == entity ? relation.object : relation.subject;
  neighbour.symmetric = IsSymmetric(relation);
  neighbour.outgoing = neighbour.symmetric || relation.subject == entity;
  const Node& other = graph_.nodes[entity_order_[static_cast<std::size_t>(neighbour.other) - 1]];
  neighbour.document = other.type == document_type_;
  neighbour.predicate = static_cast<std::int32_t>(relation.predicate);
  neighbour.weight = Rounded(relation.weight);
  neighbour.documents = relation.documents;
  neighbour.confidence = relation.confidence;
  return neighbour;
}

void ImportedWriter::WriteAdjacency() {
  // Relations by entity: those of entity n are ends[first[n]] to ends[first[n + 1]].
  std::vector<std::uint32_t> first(entities_.size() + 2, 0);
  for (const Relation& relation : relations_) {
    ++first[relation.subject + 1];
    ++first[relation.object + 1];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::uint32_t> ends(relations_.size() * 2);
  std::vector<std::uint32_t> next = first;
  for (std::uint32_t i = 0; i < relations_.size(); ++i) {
    ends[next[relations_[i].subject]++] = i + 1;
    ends[next[relations_[i].object]++] = i + 1;
  }
  std::vector<Neighbour> neighbours;
  for (std::uint32_t entity = 1; entity <= entities_.size(); ++entity) {
    if (first[entity] == first[entity + 1]) continue;
    neighbours.clear();
    for (std::uint32_t i = first[entity]; i < first[entity + 1]; ++i) {
      neighbours.push_back(Seen(entity, ends[i]));
    }
    std::sort(neighbours.begin(), neighbours.end(), [](const Neighbour& a, const Neighbour& b) {
      return a.other != b.other ? a.other < b.other : a.relation < b.relation;
    });
    writer_.AddNeighbours(entity, EncodeNeighbours(0, neighbours));
  }
}

void ImportedWriter::AddMeta(const StoreCounts& counts, std::map<std::string, std::string> meta) {
  PutCounts(counts, meta);
  meta["format"] = std::to_string(kSchemaVersion);
  int number = 0;
  for (const ImportFile& file : graph_.files) {
    const std::string key = "dictionary." + std::to_string(++number);
    meta[key] = file.name;
    meta[key + ".hash"] = file.hash;
  }
  writer_.AddMeta(meta);
}

ImportedCounts ImportedWriter::Write(std::map<std::string, std::string> meta) {
  document_type_ = graph_.types.Number(kDocumentType);
  NumberEntities();
  NumberPredicates();
  Orient();
  SortEdges();
  FormRelations();
  std::int64_t predicate = 0;
  for (const std::string_view name : predicates_) writer_.AddPredicate(++predicate, name);
  WriteEntities();
  WriteRelations();
  WriteWeights();
  WriteEvidence();
  WriteEvidenceAttributes();
  WriteAdjacency();
  ImportedCounts result;
  result.counts.relations = static_cast<std::int64_t>(relations_.size());
  result.counts.entities =
      std::count_if(graph_.nodes.begin(), graph_.nodes.end(),
                    [&](const Node& node) { return node.type != document_type_; });
  result.merged = static_cast<std::int64_t>(order_.size() - relations_.size());
  AddMeta(result.counts, std::move(meta));
  writer_.Finish();
  return result;
}

}  // namespace

ImportedCounts WriteImported(ImportedGraph& graph, const std::string& path,
                             std::map<std::string, std::string> meta) {
  return ImportedWriter(graph, path).Write(std::move(meta));
}

}  // namespace zhitu::graph
