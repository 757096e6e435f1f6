#include <algorithm>
#include <tuple>
#include <vector>

#include "export/json_text.h"
#include "serve/answer_parts.h"
#include "serve/answers.h"
#include "serve/quotes.h"
#include "serve/relation_filter.h"

namespace zhitu::serve {
namespace {

// Statements first, then the heaviest. A relation of an entity with itself stands once.
std::vector<graph::Neighbour> Sorted(const Reader& reader, graph::EntityNumber entity,
                                     const RelationFilter& filter) {
  std::vector<graph::Neighbour> neighbours = reader.store.Neighbours(entity);
  std::erase_if(neighbours, [&](const graph::Neighbour& neighbour) {
    return !filter.Keeps(neighbour) || (neighbour.other == entity && !neighbour.outgoing);
  });
  std::sort(neighbours.begin(), neighbours.end(),
            [](const graph::Neighbour& a, const graph::Neighbour& b) {
              return std::tuple(a.symmetric, -a.weight, a.relation) <
                     std::tuple(b.symmetric, -b.weight, b.relation);
            });
  return neighbours;
}

}  // namespace

std::string RelationsAnswer(Reader& reader, const Parameters& parameters) {
  const graph::EntityNumber entity = reader.Entity(parameters.Needed("entity"));
  const RelationFilter filter(parameters, reader.brief);
  const auto from = static_cast<std::size_t>(parameters.Number("from", 0, 0, 1'000'000'000));
  const auto limit = static_cast<std::size_t>(parameters.Number("limit", 30, 1, 200));
  const auto quoted = static_cast<std::size_t>(parameters.Number("quotes", 1, 0, 3));
  const std::vector<graph::Neighbour> neighbours = Sorted(reader, entity, filter);
  Quotes quotes(reader);
  xport::JsonText json;
  json.StartObject();
  json.Key("all");
  json.Integer(static_cast<std::int64_t>(neighbours.size()));
  json.Key("relations");
  json.StartArray();
  for (std::size_t i = from; i < std::min(neighbours.size(), from + limit); ++i) {
    const graph::RelationRecord relation = reader.store.Relation(neighbours[i].relation);
    json.StartObject();
    AddRelation(reader, relation, json);
    json.Key("quotes");
    quotes.Add(relation, 0, quoted, json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return std::string(json.text());
}

}  // namespace zhitu::serve
