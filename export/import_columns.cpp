#include "export/import_columns.h"

#include <algorithm>
#include <span>
#include <utility>

#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

using graph::ImportField;

struct Known {
  std::string_view name;  // in lower case
  ImportRole role;
  ImportField field = ImportField::kAttribute;
};

constexpr Known kNodeColumns[] = {
    {"id", ImportRole::kField, ImportField::kId},
    {"label", ImportRole::kField, ImportField::kName},
    {"name", ImportRole::kName, ImportField::kName},
    {"type", ImportRole::kType, ImportField::kType},
    {"kind", ImportRole::kKind, ImportField::kType},
    {"aliases", ImportRole::kField, ImportField::kAliases},
    {"mentions", ImportRole::kField, ImportField::kMentions},
    {"documents", ImportRole::kField, ImportField::kDocuments},
    {"first_seen", ImportRole::kField, ImportField::kFirstSeen},
    {"last_seen", ImportRole::kField, ImportField::kLastSeen},
    {"x", ImportRole::kLeftOut},
    {"y", ImportRole::kLeftOut},
    {"size", ImportRole::kLeftOut},
    {"r", ImportRole::kLeftOut},
    {"g", ImportRole::kLeftOut},
    {"b", ImportRole::kLeftOut},
};

constexpr Known kEdgeColumns[] = {
    {"source", ImportRole::kField, ImportField::kSource},
    {"target", ImportRole::kField, ImportField::kTarget},
    {"type", ImportRole::kType},
    {"label", ImportRole::kLabel, ImportField::kPredicate},
    {"kind", ImportRole::kKind, ImportField::kPredicate},
    {"predicate", ImportRole::kField, ImportField::kPredicate},
    {"weight", ImportRole::kField, ImportField::kWeight},
    {"count", ImportRole::kCount, ImportField::kWeight},
    {"documents", ImportRole::kField, ImportField::kDocuments},
    {"confidence", ImportRole::kField, ImportField::kConfidence},
    {"first_seen", ImportRole::kField, ImportField::kFirstSeen},
    {"last_seen", ImportRole::kField, ImportField::kLastSeen},
    {"symmetric", ImportRole::kSymmetric},
    {"id", ImportRole::kLeftOut},
    {"npmi", ImportRole::kLeftOut},
    {"llr", ImportRole::kLeftOut},
};

ImportColumn ColumnOf(std::span<const Known> known, std::string name) {
  ImportColumn column{std::move(name)};
  const auto found = std::ranges::find(known, LowerAscii(column.name), &Known::name);
  if (found == known.end()) return column;
  column.role = found->role;
  column.field = found->field;
  return column;
}

}  // namespace

ImportColumn NodeColumn(std::string name) { return ColumnOf(kNodeColumns, std::move(name)); }

ImportColumn EdgeColumn(std::string name) { return ColumnOf(kEdgeColumns, std::move(name)); }

bool IsKnownColumn(std::string_view name) {
  const auto is_it = [name = LowerAscii(name)](const Known& column) { return column.name == name; };
  return std::ranges::any_of(kNodeColumns, is_it) || std::ranges::any_of(kEdgeColumns, is_it);
}

}  // namespace zhitu::xport
