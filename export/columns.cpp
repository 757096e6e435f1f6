#include "export/columns.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

constexpr ValueType kString = ValueType::kString;
constexpr ValueType kLong = ValueType::kLong;
constexpr ValueType kDouble = ValueType::kDouble;
constexpr ValueType kBoolean = ValueType::kBoolean;

// Names a dictionary attribute must not have: the fixed ones, those of Gephi's own columns and of
// GEXF's timeline, those Gephi reads as a node's place, size or colour, and `source` and `target`,
// for either of which it would take a table of nodes for one of edges.
constexpr std::string_view kTakenNames[] = {
    "id",         "label", "type", "aliases",   "mentions",  "documents",
    "first_seen", "x",     "y",    "last_seen", "pagerank",  "z",
    "size",       "r",     "g",    "b",         "community", "color",
    "xpos",       "ypos",  "zpos", "timeset",   "interval",  "timestamp",
    "nodelabel",  "start", "end",  "source",    "target",    "betweenness",
};

}  // namespace

NodeColumns::NodeColumns(const GraphHeader& header, std::span<const std::string_view> taken)
    : columns_({{"n_type", "type", kString},
                {"n_aliases", "aliases", kString},
                {"n_mentions", "mentions", kLong},
                {"n_documents", "documents", kLong},
                {"n_first_seen", "first_seen", kString},
                {"n_last_seen", "last_seen", kString}}),
      attributes_(header.attributes),
      ranked_(header.ranked) {
  if (ranked_) {
    columns_.push_back({"n_pagerank", "pagerank", kDouble});
    columns_.push_back({"n_betweenness", "betweenness", kDouble});
    columns_.push_back({"n_community", "community", kLong});
  }
  std::vector<std::string_view> all_taken(std::begin(kTakenNames), std::end(kTakenNames));
  all_taken.insert(all_taken.end(), taken.begin(), taken.end());
  // Numbered keys: two names may differ only in what an importer folds away.
  std::size_t number = 0;
  for (std::string& name : PortableNames(attributes_, all_taken)) {
    const bool typed = number < header.attribute_types.size();
    const ValueType type = typed ? header.attribute_types[number] : kString;
    columns_.push_back({"n_a" + std::to_string(++number), std::move(name), type});
  }
}

std::string_view NodeColumns::AliasesOf(const Node& node) {
  aliases_.clear();
  for (const std::string& alias : node.aliases) {
    if (&alias != &node.aliases.front()) aliases_ += '|';
    for (const char c : alias) {
      if (c == '|') aliases_ += '\\';
      aliases_ += c;
    }
  }
  return aliases_;
}

std::string_view NodeColumns::AttributeOf(const Node& node, const std::string& name) const {
  const auto found = std::ranges::lower_bound(node.attributes, name, {},
                                              &std::pair<std::string, std::string>::first);
  if (found == node.attributes.end() || found->first != name) return {};
  return found->second;
}

std::span<const Column> EdgeColumns() {
  static const std::vector<Column> columns = {{"e_predicate", "predicate", kString},
                                              {"e_count", "count", kLong},
                                              {"e_documents", "documents", kLong},
                                              {"e_npmi", "npmi", kDouble},
                                              {"e_llr", "llr", kDouble},
                                              {"e_confidence", "confidence", kDouble},
                                              {"e_first_seen", "first_seen", kString},
                                              {"e_last_seen", "last_seen", kString},
                                              {"e_symmetric", "symmetric", kBoolean},
                                              {"e_evidence", "evidence", kString}};
  return columns;
}

}  // namespace zhitu::xport
