#include "serve/relation_filter.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "graph/seen_dates.h"

namespace zhitu::serve {
namespace {

// By kind whether it is wanted: one of `only`, where some are named, and none of `without`.
std::vector<bool> Wanted(const std::vector<Kind>& kinds, const std::vector<std::string_view>& only,
                         const std::vector<std::string_view>& without) {
  const auto holds = [](const std::vector<std::string_view>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::vector<bool> wanted;
  wanted.reserve(kinds.size());
  for (const Kind& kind : kinds) {
    wanted.push_back((only.empty() || holds(only, kind.name)) && !holds(without, kind.name));
  }
  return wanted;
}

bool IsAll(const std::vector<bool>& wanted) {
  return std::find(wanted.begin(), wanted.end(), false) == wanted.end();
}

}  // namespace

RelationFilter::RelationFilter(const Parameters& parameters, const GraphBrief& brief)
    : brief_(brief),
      types_(Wanted(brief.types(), parameters.All("type"), parameters.All("without_type"))),
      predicates_(Wanted(brief.predicates(), parameters.All("predicate"),
                         parameters.All("without_predicate"))),
      all_types_(IsAll(types_)),
      all_predicates_(IsAll(predicates_)),
      min_weight_(parameters.Number("min_weight", 1, 1, std::numeric_limits<std::int64_t>::max())),
      since_(parameters.Date("since")),
      until_(parameters.Date("until")),
      undated_(since_.empty() && until_.empty()) {}

bool RelationFilter::IsInside(graph::RelationNumber relation) const {
  const graph::SeenDates seen = brief_.Seen(relation);
  return graph::SeenInside(brief_.Date(seen.first), brief_.Date(seen.last), since_, until_);
}

}  // namespace zhitu::serve
