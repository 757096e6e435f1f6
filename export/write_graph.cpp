#include "export/write_graph.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "export/attribute_types.h"
#include "export/graph_feed.h"
#include "export/number_text.h"
#include "export/quote_writer.h"
#include "extract/side_thread.h"
#include "graph/colour.h"
#include "graph/first_quotes.h"
#include "graph/layout_file.h"
#include "graph/pair_measures.h"
#include "graph/placement.h"

namespace zhitu::xport {
namespace {

// What edges need of the nodes written before.
struct End {
  std::string id;
  std::string name;
  std::int64_t windows = 0;
};

// @param layout  of the entity, or null.
void FillNode(const graph::EntityRecord& entity, const graph::Place& place,
              const graph::EntityLayout* layout, Node& node) {
  const graph::Colour colour = graph::ColourOf(entity.type);
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
  if (layout != nullptr) {
    node.pagerank = layout->pagerank;
    node.betweenness = layout->betweenness;
    node.community = layout->community;
  }
  node.attributes = entity.attributes;
  std::stable_sort(node.attributes.begin(), node.attributes.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
}

void AppendInteger(std::int64_t value, std::string& text) {
  std::array<char, kNumberBytes> digits{};
  text.append(digits.data(), PutInteger(value, digits.data()));
}

// The first quote with its place, where nobody gave another evidence. Done by the thread that
// writes, so that the words go from one to the other once.
void FillEvidenceText(Edge& edge) {
  if (!edge.evidence.empty() || edge.line == 0) return;
  std::string& text = edge.evidence;
  text.assign(edge.file).append(1, ':');
  AppendInteger(edge.line, text);
  if (edge.column > 0) {
    text += ':';
    AppendInteger(edge.column, text);
  }
  text.append(" “").append(edge.quote).append("”");
}

void FillEvidence(const graph::FirstQuote* first, const End& subject, Edge& edge) {
  static const graph::FirstQuote kNone;
  const graph::FirstQuote& found = first == nullptr ? kNone : *first;
  edge.document = found.document;
  edge.file = found.file;
  edge.line = found.line;
  edge.column = found.column;
  edge.quote = found.cited.empty() ? found.quote : found.cited;
  // A dictionary line stands for the name of the entity that it defines.
  if (first != nullptr && found.column == 0 && found.cited.empty()) edge.quote = subject.name;
  edge.evidence = found.cited;
}

// Fills the edges.
class EdgeFiller {
 public:
  // Quotes are read by `side` meanwhile.
  EdgeFiller(const graph::Selection& selection, extract::SideThread& side)
      : windows_(selection.store().Counts().windows),
        measures_(windows_),
        weights_(selection.store().ExactWeights()),
        quotes_(selection.store(),
                [&selection](graph::RelationNumber relation) {
                  return selection.KeepsRelation(relation);
                },
                {}),
        quotes_read_(side.Run<void>([this] { quotes_.ReadAhead(); })) {}

  // Relations come in order.
  void Fill(const graph::RelationRecord& relation, const std::vector<End>& ends, Edge& edge) {
    if (quotes_read_.valid()) quotes_read_.Get();
    const End& subject = ends[static_cast<std::size_t>(relation.subject)];
    const End& object = ends[static_cast<std::size_t>(relation.object)];
    edge.id = relation.id;
    edge.source = subject.id;
    edge.target = object.id;
    edge.label = relation.predicate;
    edge.predicate = relation.predicate;
    edge.count = std::max<std::int64_t>(relation.mentions, 1);
    edge.weight = WeightOf(relation.number).value_or(static_cast<double>(edge.count));
    edge.documents = relation.documents;
    edge.confidence = static_cast<double>(relation.confidence) / 1000.0;
    edge.first_seen = relation.first_seen;
    edge.last_seen = relation.last_seen;
    edge.symmetric = relation.symmetric();
    edge.npmi.reset();
    edge.llr.reset();
    if (edge.symmetric && windows_ > 0) {  // an imported graph has none
      edge.npmi = measures_.Npmi(relation.mentions, subject.windows, object.windows);
      edge.llr = measures_.LogLikelihood(relation.mentions, subject.windows, object.windows);
    }
    FillEvidence(quotes_.Of(relation.number), subject, edge);
  }

 private:
  // The weight that an imported file gives; relations are asked for in order.
  std::optional<double> WeightOf(graph::RelationNumber relation) {
    while (next_weight_ < weights_.size() && weights_[next_weight_].first < relation)
      ++next_weight_;
    const bool known = next_weight_ < weights_.size() && weights_[next_weight_].first == relation;
    return known ? std::optional(weights_[next_weight_].second) : std::nullopt;
  }

  std::int64_t windows_;
  graph::PairMeasures measures_;
  std::vector<std::pair<graph::RelationNumber, double>> weights_;
  std::size_t next_weight_ = 0;
  graph::FirstQuotes quotes_;
  extract::Later<void> quotes_read_;  // the last member, for it uses the others
};

// The name by which people know the graph.
std::string TitleOf(const graph::Store& store) {
  return std::filesystem::path(store.path()).stem().string();
}

// Places of the entities among the nodes, by number.
std::vector<std::uint32_t> NodePlaces(const graph::Selection& selection) {
  const graph::Store& store = selection.store();
  std::vector<std::uint32_t> places(static_cast<std::size_t>(store.last_entity()) + 1, 0);
  std::uint32_t next = 0;
  for (const graph::EntityNumber entity : store.EntitiesById()) {
    if (selection.Keeps(entity)) places[static_cast<std::size_t>(entity)] = next++;
  }
  return places;
}

void WriteQuotes(const graph::Selection& selection, const graph::QuoteLimits& limits,
                 QuoteWriter& writer) {
  const std::vector<std::uint32_t> places = NodePlaces(selection);
  graph::QuoteCollection collection(selection, limits);
  writer.BeginQuotes(collection.each(), places);
  collection.ReadTexts([&](const graph::QuotedText& text) { writer.AddText(text); });
  std::vector<graph::RelationQuote> quotes;
  selection.ForEachLink([&](const graph::Link& link) {
    const std::int64_t all = collection.Read(link.relation, quotes);
    writer.AddQuotes(quotes, all);
  });
}

}  // namespace

void WriteGraph(const graph::Selection& selection, GraphWriter& writer, std::size_t threads,
                const graph::QuoteLimits& limits) {
  const graph::Store& store = selection.store();
  const graph::SelectionSummary& summary = selection.summary();
  GraphHeader header;
  header.title = TitleOf(store);
  header.nodes = summary.entities;
  header.edges = summary.relations;
  header.undirected = summary.symmetric;
  header.dated = summary.dated;
  header.attributes = summary.attributes;
  header.attribute_types = AttributeTypes(selection);
  const std::optional<std::vector<graph::EntityLayout>> layout = graph::ReadLayout(store);
  header.ranked = layout.has_value();
  writer.Begin(header);
  extract::SideThread side(threads);
  EdgeFiller edges(selection, side);
  const std::vector<graph::Place> places = graph::PlaceAll(selection, layout ? &*layout : nullptr);
  std::vector<End> ends(static_cast<std::size_t>(store.last_entity()) + 1);
  GraphFeed feed(writer, threads, FillEvidenceText);
  selection.ForEachEntity([&](const graph::EntityRecord& entity) {
    const auto number = static_cast<std::size_t>(entity.number);
    ends[number] = {entity.id, entity.name, entity.windows};
    FillNode(entity, places[number], layout ? &(*layout)[number] : nullptr, feed.NextNode());
  });
  selection.ForEachRelation(
      [&](const graph::RelationRecord& relation) { edges.Fill(relation, ends, feed.NextEdge()); });
  feed.Finish();
  if (QuoteWriter* quotes = writer.quotes()) WriteQuotes(selection, limits, *quotes);
  writer.End();
}

}  // namespace zhitu::xport
