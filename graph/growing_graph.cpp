#include "graph/growing_graph.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

namespace zhitu::graph {
namespace {

// A dictionary line as evidence keeps it: `offices.csv:3` is line 3 of the dictionary of that name.
struct DictionaryLine {
  std::uint32_t dictionary = 0;  // from 1
  std::uint32_t line = 0;
};

DictionaryLine ParseWhy(std::string_view why,
                        const std::map<std::string, std::uint32_t, std::less<>>& dictionaries) {
  const std::size_t colon = why.rfind(':');
  if (colon == std::string_view::npos) return {};
  DictionaryLine place;
  const auto known = dictionaries.find(why.substr(0, colon));
  if (known != dictionaries.end()) place.dictionary = known->second;
  std::from_chars(why.data() + colon + 1, why.data() + why.size(), place.line);
  return place;
}

void AddParent(GrowingGraph& graph, extract::EntityIndex child, extract::EntityIndex parent,
               const DictionaryLine& line) {
  const EntityNumber subject = graph.entities.DictionaryNumber(child);
  const EntityNumber object = graph.entities.DictionaryNumber(parent);
  if (subject == object) return;
  RelationTable& relations = graph.relations;
  EvidenceState evidence;
  evidence.relation = relations.Index(subject, relations.predicates().Number(kPartOf), object);
  evidence.begin = line.line;
  evidence.end = line.dictionary;
  evidence.rule = relations.texts().Number("dictionary");
  relations.AddEvidence(evidence);
  RelationState& state = relations.state(evidence.relation);
  ++state.mentions;
  state.confidence = 1000;
}

}  // namespace

PerMille ToPerMille(double value) {
  if (!(value > 0.0)) return 0;
  return static_cast<PerMille>(std::lround(std::min(value, 1.0) * 1000.0));
}

void AddParents(GrowingGraph& graph) {
  std::map<std::string, std::uint32_t, std::less<>> dictionaries;
  std::uint32_t number = 0;
  for (const auto& [name, hash] : graph.gazetteer.files()) dictionaries.emplace(name, ++number);
  // The list grows while it is read: parents have parents.
  for (std::size_t i = 0; i < graph.entities.dictionary_entities().size(); ++i) {
    const extract::EntityIndex child = graph.entities.dictionary_entities()[i];
    const extract::Entity details = graph.gazetteer.Details(child);
    if (details.parent == extract::kNoEntity) continue;
    AddParent(graph, child, details.parent, ParseWhy(details.why, dictionaries));
  }
}

}  // namespace zhitu::graph
