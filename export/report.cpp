#include "export/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "export/markdown_text.h"
#include "export/number_text.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kMostOfName = 120;   // characters
constexpr std::size_t kMostOfQuote = 400;  // characters

std::string Name(std::string_view text) { return MarkdownText(text, kMostOfName); }

std::string Counted(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string Aliases(const std::vector<std::string>& aliases) {
  std::string text;
  for (const std::string& alias : aliases) {
    if (alias.empty()) continue;
    text += (text.empty() ? "" : ", ") + Name(alias);
  }
  return text;
}

std::string PlaceOf(const Edge& edge) {
  if (edge.line == 0) return {};
  std::string place = Name(edge.file) + ", line " + std::to_string(edge.line);
  if (edge.column > 0) place += ", column " + std::to_string(edge.column);
  return place;
}

}  // namespace

void ReportWriter::AddNode(const Node& node) {
  const std::string& label = node.label.empty() ? node.id : node.label;
  names_.emplace(node.id, label);
  types_[node.type].push_back({node.id, label, Aliases(node.aliases), node.mentions, node.documents,
                               node.first_seen, node.last_seen});
}

// Of each type those with the most mentions; of equals, those with the smaller ids.
void ReportWriter::Choose() {
  if (std::exchange(chosen_, true)) return;
  for (auto& [type, entities] : types_) {
    std::stable_sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) {
      return std::tie(a.mentions, a.documents) > std::tie(b.mentions, b.documents);
    });
    const std::size_t count = std::min(entities.size(), kMostEntities);
    for (std::size_t i = 0; i < count; ++i) shown_[entities[i].id];
  }
}

bool ReportWriter::IsBetter(const Tie& a, const Tie& b) {
  if (a.count != b.count) return a.count > b.count;
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return std::tie(a.predicate, a.other, b.outgoing) < std::tie(b.predicate, b.other, a.outgoing);
}

// Keeps the best of the ties, in order.
void ReportWriter::Keep(Tie tie, std::size_t most, std::vector<Tie>& ties) {
  const auto place = std::upper_bound(ties.begin(), ties.end(), tie, IsBetter);
  if (place == ties.end() && ties.size() == most) return;
  ties.insert(place, std::move(tie));
  if (ties.size() > most) ties.pop_back();
}

void ReportWriter::AddTie(const Edge& edge, bool outgoing) {
  const auto found = shown_.find(outgoing ? edge.source : edge.target);
  if (found == shown_.end()) return;
  Shown& shown = found->second;
  Tie tie;
  tie.count = edge.count;
  tie.confidence = edge.confidence;
  tie.predicate = edge.predicate;
  tie.other = outgoing ? edge.target : edge.source;
  tie.name = names_.at(tie.other);
  tie.quote = edge.quote;
  tie.place = PlaceOf(edge);
  tie.outgoing = outgoing;
  ++(edge.symmetric ? shown.beside_count : shown.statement_count);
  if (edge.symmetric) {
    Keep(std::move(tie), kMostBeside, shown.beside);
  } else {
    Keep(std::move(tie), kMostStatements, shown.statements);
  }
}

void ReportWriter::AddEdge(const Edge& edge) {
  Choose();
  Predicate& predicate = predicates_[edge.predicate];
  ++predicate.relations;
  predicate.evidence += edge.count;
  AddTie(edge, true);
  if (edge.source != edge.target) AddTie(edge, false);
}

// Types by the mentions of their entities.
std::vector<std::string> ReportWriter::TypesInOrder() const {
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [type, entities] : types_) {
    std::int64_t mentions = 0;
    for (const Entity& entity : entities) mentions += entity.mentions;
    order.emplace_back(-mentions, type);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::string> types;
  types.reserve(order.size());
  for (auto& [mentions, type] : order) types.push_back(std::move(type));
  return types;
}

void ReportWriter::WriteNumbers() {
  out_.Append("# Who and what the texts name\n\n");
  out_.Append(fmt::format("{} and {}. Every relation below stands with the words that say it.\n\n",
                          Counted(header_.nodes, "entity", "entities"),
                          Counted(header_.edges, "relation", "relations")));
  out_.Append("| type | entities |\n|---|---:|\n");
  for (const std::string& type : TypesInOrder()) {
    out_.Append(fmt::format("| {} | {} |\n", Name(type), types_.at(type).size()));
  }
  if (predicates_.empty()) return;
  out_.Append("\n| relation | relations | pieces of evidence |\n|---|---:|---:|\n");
  for (const auto& [name, predicate] : predicates_) {
    out_.Append(
        fmt::format("| {} | {} | {} |\n", Name(name), predicate.relations, predicate.evidence));
  }
}

void ReportWriter::WriteTie(const Tie& tie) {
  const std::string name = Name(tie.name);
  const std::string predicate = Name(tie.predicate);
  out_.Append(tie.outgoing ? fmt::format("- **{}** → {}", predicate, name)
                           : fmt::format("- {} → **{}**", name, predicate));
  out_.Append(fmt::format(" ({}, confidence {})\n",
                          Counted(tie.count, "piece of evidence", "pieces of evidence"),
                          NumberText(tie.confidence)));
  if (tie.quote.empty()) return;
  out_.Append(fmt::format("  > “{}”  \n", MarkdownText(tie.quote, kMostOfQuote)));
  if (!tie.place.empty()) out_.Append(fmt::format("  > {}\n", tie.place));
}

void ReportWriter::WriteEntity(const Entity& entity) {
  const Shown& shown = shown_.at(entity.id);
  out_.Append(fmt::format("\n### {}\n\n{} in {}", Name(entity.name),
                          Counted(entity.mentions, "mention", "mentions"),
                          Counted(entity.documents, "document", "documents")));
  if (!entity.first_seen.empty()) {
    out_.Append(fmt::format(", {} to {}", Name(entity.first_seen), Name(entity.last_seen)));
  }
  out_.Append(".");
  if (!entity.aliases.empty()) out_.Append(fmt::format(" Also called {}.", entity.aliases));
  out_.Append("\n");
  if (!shown.statements.empty()) out_.Append("\n");
  for (const Tie& tie : shown.statements) WriteTie(tie);
  if (shown.statement_count > shown.statements.size()) {
    out_.Append(fmt::format("- and {} more\n", shown.statement_count - shown.statements.size()));
  }
  if (shown.beside.empty()) return;
  out_.Append("\nNamed together with");
  std::string_view before = " ";
  for (const Tie& tie : shown.beside) {
    out_.Append(std::exchange(before, ", "));
    out_.Append(fmt::format("{} ({})", Name(tie.name), tie.count));
  }
  if (shown.beside_count > shown.beside.size()) {
    out_.Append(fmt::format(" and {} more", shown.beside_count - shown.beside.size()));
  }
  out_.Append(".\n");
}

void ReportWriter::WriteType(const std::string& type) {
  const std::vector<Entity>& entities = types_.at(type);
  out_.Append(fmt::format("\n## {}\n", type.empty() ? "without a type" : Name(type)));
  const std::size_t count = std::min(entities.size(), kMostEntities);
  for (std::size_t i = 0; i < count; ++i) WriteEntity(entities[i]);
  if (entities.size() > count) {
    out_.Append(fmt::format("\nand {} more with fewer mentions.\n", entities.size() - count));
  }
}

void ReportWriter::End() {
  Choose();
  WriteNumbers();
  for (const std::string& type : TypesInOrder()) WriteType(type);
  out_.Flush();
}

}  // namespace zhitu::xport
