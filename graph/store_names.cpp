// Looking up entities by their names.
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "extract/fold.h"
#include "extract/spelling.h"
#include "extract/utf8.h"
#include "graph/store.h"
#include "graph/store_impl.h"

namespace zhitu::graph {
namespace {

// How far a name is from what was typed: a name that holds it, or that it holds, is nearer than one
// of another spelling. Nothing if it is too far. Both are folded.
std::optional<std::size_t> Distance(std::string_view typed, std::string_view name) {
  const std::size_t length = extract::CountCodePoints(typed);
  const std::size_t other = extract::CountCodePoints(name);
  if (length == 0 || other == 0) return std::nullopt;
  const std::size_t gap = length > other ? length - other : other - length;
  const bool holds = name.find(typed) != std::string_view::npos ||
                     (other >= 2 && typed.find(name) != std::string_view::npos);
  if (holds) return gap;
  const std::size_t most = std::max<std::size_t>(1, length / 3);
  if (gap > most) return std::nullopt;
  const std::size_t edits = extract::EditDistance(typed, name);
  if (edits > most || edits >= std::min(length, other)) return std::nullopt;
  return edits * 2;
}

}  // namespace

std::optional<EntityRecord> Store::FindById(std::string_view id) const {
  Statement& query = impl_->Kept("SELECT number FROM entity WHERE id = ?");
  if (!query.Bind(id).Step()) return std::nullopt;
  const EntityNumber number = query.Integer(0);
  query.Reset();
  return Entity(number);
}

std::optional<DocumentRecord> Store::FindDocument(std::string_view id) const {
  static const std::string sql =
      std::string("SELECT ") + kDocumentColumns + ", text FROM document WHERE id = ?";
  Statement& query = impl_->Kept(sql.c_str());
  if (!query.Bind(id).Step()) return std::nullopt;
  DocumentRecord document = ReadDocument(query, true);
  query.Reset();
  return document;
}

std::vector<EntityRecord> Store::FindByName(std::string_view name) const {
  const std::string folded = extract::FoldName(name);
  Statement& query = impl_->Kept(
      "SELECT number FROM entity WHERE number IN (SELECT number FROM entity WHERE folded = ?1 "
      "UNION SELECT entity FROM alias WHERE folded = ?1) ORDER BY id");
  std::vector<EntityNumber> numbers;
  query.Bind(folded);
  while (query.Step()) numbers.push_back(query.Integer(0));
  std::vector<EntityRecord> entities;
  entities.reserve(numbers.size());
  for (const EntityNumber number : numbers) entities.push_back(Entity(number));
  return entities;
}

std::vector<std::string> Store::Suggest(std::string_view name, std::size_t most) const {
  const std::string typed = extract::FoldName(name);
  std::vector<std::pair<std::size_t, std::string>> close;
  Statement rows = impl_->database.Prepare(
      "SELECT name, folded FROM entity WHERE type <> 'document' "
      "UNION ALL SELECT name, folded FROM alias");
  while (rows.Step()) {
    const auto distance = Distance(typed, rows.Text(1));
    if (distance) close.emplace_back(*distance, rows.Text(0));
  }
  std::sort(close.begin(), close.end());
  std::vector<std::string> names;
  for (auto& [distance, candidate] : close) {
    if (names.size() == most) break;
    if (std::find(names.begin(), names.end(), candidate) != names.end()) continue;
    names.push_back(std::move(candidate));
  }
  return names;
}

}  // namespace zhitu::graph
