#include "graph/verify_import.h"

#include <filesystem>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "extract/error.h"
#include "graph/store_writer.h"
#include "graph/verify_dictionary.h"

namespace zhitu::graph {
namespace {

// A line of one of the files.
struct Line {
  std::int64_t file = 0;
  std::int64_t line = 0;

  friend auto operator<=>(const Line&, const Line&) = default;
};

struct HashLine {
  std::size_t operator()(const Line& line) const {
    return std::hash<std::int64_t>()(line.file << 40U ^ line.line);
  }
};

// What the files say now.
struct Present {
  ImportedGraph graph;
  std::unordered_map<Line, const ImportedGraph::Edge*, HashLine> edges;
  std::unordered_map<std::string, Line> relations;  // by id: the first line
};

// Subject and object of an edge as the relation has them.
std::pair<std::string_view, std::string_view> EndsOf(const ImportedGraph& graph,
                                                     const ImportedGraph::Edge& edge) {
  std::string_view subject = graph.ids.Id(edge.source);
  std::string_view object = graph.ids.Id(edge.target);
  const bool symmetric = edge.undirected || edge.predicate == ImportedGraph::kCoOccurrence;
  if (symmetric && object < subject) std::swap(subject, object);
  return {subject, object};
}

std::string IdOf(const ImportedGraph& graph, const ImportedGraph::Edge& edge) {
  const auto [subject, object] = EndsOf(graph, edge);
  return RelationId(subject, graph.predicates.Text(edge.predicate), object);
}

void Load(const std::vector<std::string>& paths, const ImportReader& reader, Present& present) {
  Importer importer(present.graph, /*strict=*/false);
  reader(paths, importer);
  importer.Finish();
  for (const ImportedGraph::Edge& edge : present.graph.edges) {
    const Line line{edge.file, edge.line};
    present.edges.emplace(line, &edge);
    present.relations.emplace(IdOf(present.graph, edge), line);
  }
}

// What stands at a place now, or where the relation stands now; false if all is as it was.
bool Compare(const Present& present, const Line& line, const std::string& relation,
             Discrepancy& discrepancy) {
  const auto there = present.edges.find(line);
  if (there != present.edges.end() && IdOf(present.graph, *there->second) == relation) return false;
  const auto elsewhere = present.relations.find(relation);
  if (elsewhere != present.relations.end()) {
    discrepancy.finding = Finding::kMoved;
    discrepancy.found = std::to_string(elsewhere->second.line) + ":1";
  } else if (there != present.edges.end()) {
    const ImportedGraph::Edge& edge = *there->second;
    const auto [subject, object] = EndsOf(present.graph, edge);
    discrepancy.finding = Finding::kChanged;
    discrepancy.found = std::string(subject) + " -" +
                        present.graph.predicates.Text(edge.predicate) + "-> " + std::string(object);
  } else {
    discrepancy.finding = Finding::kMissing;
  }
  return true;
}

void AddFaults(const extract::InputError& error, Verification& result) {
  for (const extract::Problem& problem : error.problems()) {
    Discrepancy discrepancy;
    discrepancy.evidence.file = std::filesystem::path(problem.where.file).filename().string();
    discrepancy.evidence.line = static_cast<std::int64_t>(problem.where.line);
    discrepancy.evidence.column = static_cast<std::int64_t>(problem.where.column);
    discrepancy.found = problem.what;
    result.discrepancies.push_back(std::move(discrepancy));
  }
}

}  // namespace

void VerifyImport(const Store& store, const std::vector<std::string>& paths,
                  const std::vector<QuotedPlace>& lines, const ImportReader& reader,
                  Verification& result) {
  if (!reader) throw std::invalid_argument("Verify: no reader for an imported graph");
  Present present;
  try {
    Load(paths, reader, present);
  } catch (const extract::InputError& error) {
    return AddFaults(error, result);
  }
  for (const QuotedPlace& line : lines) {
    const RelationRecord relation = store.Relation(line.relation);
    Discrepancy discrepancy;
    if (!Compare(present, {line.place.end, line.place.begin}, relation.id, discrepancy)) continue;
    discrepancy.evidence.file =
        store.Meta("dictionary." + std::to_string(line.place.end)).value_or("");
    discrepancy.evidence.line = line.place.begin;
    discrepancy.evidence.quote = store.Entity(relation.subject).name;
    discrepancy.relation = RelationText(store, line.relation);
    result.discrepancies.push_back(std::move(discrepancy));
  }
}

}  // namespace zhitu::graph
