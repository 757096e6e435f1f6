#include "graph/verify_dictionary.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/corpus.h"
#include "extract/dictionary.h"
#include "extract/error.h"
#include "extract/hash.h"
#include "graph/verify_import.h"

namespace zhitu::graph {
namespace {

// The dictionaries as they are now, or what is wrong with them.
struct Present {
  extract::Gazetteer gazetteer;                                    // empty where there is a fault
  std::unordered_map<std::string, extract::EntityIndex> entities;  // by id
  std::string fault;
};

Present Load(const std::vector<std::string>& paths) {
  Present present;
  try {
    std::vector<extract::Problem> warnings;
    present.gazetteer = extract::LoadDictionaries(paths, /*strict=*/false, warnings);
  } catch (const extract::InputError& error) {
    present.fault = extract::Describe(error.problems().front());
    return present;
  }
  for (extract::EntityIndex i = 0; i < present.gazetteer.size(); ++i) {
    present.entities.emplace(present.gazetteer.entity(i).id, i);
  }
  return present;
}

// Paths of all dictionaries, in order; nothing if one cannot be found. Tells which.
std::optional<std::vector<std::string>> FindAll(const Store& store, const SourceFinder& sources,
                                                Verification& result) {
  std::vector<std::string> paths;
  bool all = true;
  for (int number = 1;; ++number) {
    const std::optional<std::string> name = store.Meta("dictionary." + std::to_string(number));
    if (!name) break;
    std::optional<std::string> path = sources.FindDictionary(number);
    if (path) {
      paths.push_back(std::move(*path));
    } else {
      result.missing_sources.push_back(*name);
      all = false;
    }
  }
  if (!all) return std::nullopt;
  return paths;
}

bool AreUnchanged(const Store& store, const std::vector<std::string>& paths) {
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto hash = store.Meta("dictionary." + std::to_string(i + 1) + ".hash");
    if (hash != extract::HashHex(extract::ReadBytes(paths[i]))) return false;
  }
  return true;
}

// The line in `offices.csv:3`.
std::string LineOf(const std::string& why) { return why.substr(why.rfind(':') + 1); }

void Compare(const Store& store, const Present& present, const QuotedPlace& line,
             Verification& result) {
  const RelationRecord relation = store.Relation(line.relation);
  Discrepancy discrepancy;
  discrepancy.evidence = store.Evidence(relation, 1).at(0);
  discrepancy.relation = RelationText(store, line.relation);
  const auto child = present.entities.find(store.EntityId(relation.subject));
  if (child == present.entities.end()) {
    discrepancy.finding = present.fault.empty() ? Finding::kMissing : Finding::kChanged;
    discrepancy.found = present.fault;
    result.discrepancies.push_back(std::move(discrepancy));
    return;
  }
  const extract::Entity entity = present.gazetteer.Details(child->second);
  const bool has_parent = entity.parent != extract::kNoEntity;
  const std::string parent =
      has_parent ? std::string(present.gazetteer.entity(entity.parent).id) : std::string();
  const std::string here = discrepancy.evidence.file + ":" + std::to_string(line.place.begin);
  if (parent != store.EntityId(relation.object)) {
    discrepancy.found = parent.empty() ? "no parent" : "parent " + parent;
  } else if (entity.why != here) {
    discrepancy.finding = Finding::kMoved;
    discrepancy.found = LineOf(entity.why) + ":1";
  } else {
    return;
  }
  result.discrepancies.push_back(std::move(discrepancy));
}

}  // namespace

void VerifyDictionaries(const Store& store, const SourceFinder& sources,
                        const std::vector<QuotedPlace>& lines, const ImportReader& reader,
                        Verification& result) {
  if (lines.empty()) return;
  const auto paths = FindAll(store, sources, result);
  if (!paths) return;
  result.checked += static_cast<std::int64_t>(lines.size());
  if (AreUnchanged(store, *paths)) return;
  if (store.Meta("import")) return VerifyImport(store, *paths, lines, reader, result);
  const Present present = Load(*paths);
  for (const QuotedPlace& line : lines) Compare(store, present, line, result);
}

std::string RelationText(const Store& store, RelationNumber relation) {
  const RelationRecord record = store.Relation(relation);
  return store.EntityId(record.subject) + " -" + record.predicate + "-> " +
         store.EntityId(record.object);
}

}  // namespace zhitu::graph
