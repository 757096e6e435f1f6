#include "cli/filter_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/wording.h"
#include "extract/error.h"
#include "graph/records.h"
#include "graph/seen_dates.h"

namespace zhitu::cli {
namespace {

constexpr std::size_t kMostListed = 20;

void WarnOf(const std::vector<std::string>& asked, const std::vector<std::string>& known,
            const std::string& problem, Messages& messages) {
  for (const std::string& name : asked) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::vector<std::string> listed = known;
    if (listed.size() > kMostListed) {
      listed.resize(kMostListed);
      listed.emplace_back("…");
    }
    messages.Warn(fmt::format("{} '{}'{}{}{}", problem, name, DidYouMean(name, known),
                              listed.empty() ? "" : "; there are: ", Joined(listed, ", ")));
  }
}

std::vector<std::string> TypesOf(const graph::Store& store) {
  std::set<std::string, std::less<>> types = {graph::kDocumentType};
  store.ForEachEntityHead([&types](const graph::EntityHead& entity) {
    if (!types.contains(entity.type)) types.emplace(entity.type);
  });
  return {types.begin(), types.end()};
}

std::vector<std::string> PredicatesOf(const graph::Store& store) {
  std::vector<std::string> predicates = store.Predicates();
  std::erase(predicates, "");
  std::sort(predicates.begin(), predicates.end());
  return predicates;
}

}  // namespace

void WarnOfUnknown(const graph::Store& store, const std::vector<std::string>& types,
                   const std::vector<std::string>& predicates, Messages& messages) {
  if (!types.empty()) WarnOf(types, TypesOf(store), "no entity has the type", messages);
  if (predicates.empty()) return;
  WarnOf(predicates, PredicatesOf(store), "no relation has the predicate", messages);
}

void CheckRange(const std::string& since, const std::string& until) {
  if (since.empty() || until.empty()) return;
  if (graph::CompareDates(since, until) <= 0) return;
  throw extract::UsageError("--since " + since + " is later than --until " + until +
                            "; expected an earlier one");
}

}  // namespace zhitu::cli
