#include "export/json_text.h"
#include "graph/query.h"
#include "serve/answer_parts.h"
#include "serve/answers.h"
#include "serve/quotes.h"
#include "serve/relation_filter.h"

namespace zhitu::serve {

std::string PathAnswer(Reader& reader, const Parameters& parameters) {
  const graph::EntityNumber from = reader.Entity(parameters.Needed("from"));
  const graph::EntityNumber to = reader.Entity(parameters.Needed("to"));
  const auto hops = static_cast<std::size_t>(parameters.Number("max_hops", 6, 1, 10));
  const RelationFilter filter(parameters, reader.brief);
  // Documents are no steps, but may be ends.
  const auto walk =
      graph::FindPathOver(reader.store, from, to, hops, [&](const graph::Neighbour& neighbour) {
        return filter.Keeps(neighbour) && (!neighbour.document || neighbour.other == to);
      });
  Quotes quotes(reader);
  xport::JsonText json;
  json.StartObject();
  json.Key("found");
  json.Boolean(walk.has_value());
  json.Key("steps");
  json.StartArray();
  if (walk) {
    for (const graph::Step& step : *walk) {
      json.StartObject();
      AddRelation(reader, step.relation, json);
      json.Key("quotes");
      quotes.Add(step.relation, 0, 1, json);
      json.EndObject();
    }
  }
  json.EndArray();
  json.EndObject();
  return std::string(json.text());
}

}  // namespace zhitu::serve
