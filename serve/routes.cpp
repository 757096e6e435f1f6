#include "serve/routes.h"

#include <array>

#include "serve/answers.h"

namespace zhitu::serve {
namespace {

using Name = std::string_view;

constexpr std::array<Name, 2> kSearch = {"text", "limit"};
constexpr std::array<Name, 1> kEntity = {"id"};
constexpr std::array<Name, 3> kDocument = {"id", "from", "limit"};
constexpr std::array<Name, 5> kEvidence = {"subject", "predicate", "object", "from", "limit"};

// Those of a filter come first.
constexpr std::array<Name, 9> kTop = {
    "type",  "without_type", "predicate", "without_predicate", "min_weight", "since",
    "until", "limit",        "edges"};
constexpr std::array<Name, 11> kAround = {
    "type",       "without_type", "predicate", "without_predicate",
    "min_weight", "since",        "until",     "entity",
    "hops",       "limit",        "edges"};
constexpr std::array<Name, 11> kRelations = {
    "type",       "without_type", "predicate", "without_predicate",
    "min_weight", "since",        "until",     "entity",
    "from",       "limit",        "quotes"};
constexpr std::array<Name, 10> kPath = {
    "type",  "without_type", "predicate", "without_predicate", "min_weight", "since",
    "until", "from",         "to",        "max_hops"};

constexpr std::array<ApiRoute, 9> kRoutes = {{
    {"graph", {}, SummaryAnswer},
    {"top", kTop, TopAnswer},
    {"search", kSearch, SearchAnswer},
    {"entity", kEntity, EntityAnswer},
    {"relations", kRelations, RelationsAnswer},
    {"neighbourhood", kAround, NeighbourhoodAnswer},
    {"relation", kEvidence, EvidenceAnswer},
    {"path", kPath, PathAnswer},
    {"document", kDocument, DocumentAnswer},
}};

}  // namespace

const ApiRoute* FindRoute(std::string_view path) {
  constexpr std::string_view kPrefix = "/api/v1/";
  if (!path.starts_with(kPrefix)) return nullptr;
  path.remove_prefix(kPrefix.size());
  for (const ApiRoute& route : kRoutes) {
    if (route.name == path) return &route;
  }
  return nullptr;
}

}  // namespace zhitu::serve
