#include "export/json_text.h"
#include "serve/answer_parts.h"
#include "serve/answers.h"
#include "serve/quotes.h"
#include "serve/request_error.h"

namespace zhitu::serve {

std::string EvidenceAnswer(Reader& reader, const Parameters& parameters) {
  const graph::RelationNumber number =
      FindRelation(reader, parameters.Needed("subject"), parameters.Needed("predicate"),
                   parameters.Needed("object"));
  if (number == 0) throw RequestError(404, "no_relation", "the graph has no such relation");
  const auto from = static_cast<std::size_t>(parameters.Number("from", 0, 0, 10'000));
  const auto limit = static_cast<std::size_t>(parameters.Number("limit", 20, 1, 200));
  const graph::RelationRecord relation = reader.store.Relation(number);
  xport::JsonText json;
  json.StartObject();
  AddRelation(reader, relation, json);
  json.Key("quotes");
  Quotes(reader).Add(relation, from, limit, json);
  json.EndObject();
  return std::string(json.text());
}

}  // namespace zhitu::serve
