#include "export/columns.h"

#include <algorithm>
#include <array>

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
    "nodelabel",  "start", "end",  "source",    "target",
};

void JoinList(const std::vector<std::string>& items, std::string& joined) {
  joined.clear();
  for (const std::string& item : items) {
    if (&item != &items.front()) joined += '|';
    for (const char c : item) {
      if (c == '|') joined += '\\';
      joined += c;
    }
  }
}

std::string_view OptionalText(const std::optional<double>& value, NumberRoom& room) {
  return value ? NumberText(*value, room) : std::string_view();
}

}  // namespace

std::string_view ValueTypeName(ValueType type) {
  constexpr std::array<std::string_view, 4> kNames = {"string", "long", "double", "boolean"};
  return kNames.at(static_cast<std::size_t>(type));
}

NodeColumns::NodeColumns(const GraphHeader& header)
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
    columns_.push_back({"n_community", "community", kLong});
  }
  // Numbered keys: two names may differ only in what an importer folds away.
  int number = 0;
  for (std::string& name : PortableNames(attributes_, kTakenNames)) {
    columns_.push_back({"n_a" + std::to_string(++number), std::move(name), kString});
  }
}

Cells NodeColumns::Values(const Node& node) {
  JoinList(node.aliases, aliases_);
  cells_ = {node.type,
            aliases_,
            IntegerText(node.mentions, rooms_[0]),
            IntegerText(node.documents, rooms_[1]),
            node.first_seen,
            node.last_seen};
  if (ranked_) {
    cells_.push_back(OptionalText(node.pagerank, rooms_[2]));
    cells_.push_back(node.community ? IntegerText(*node.community, rooms_[3]) : std::string_view());
  }
  for (const std::string& name : attributes_) {
    const auto found = std::ranges::lower_bound(node.attributes, name, {},
                                                &std::pair<std::string, std::string>::first);
    const bool has = found != node.attributes.end() && found->first == name;
    cells_.push_back(has ? std::string_view(found->second) : std::string_view());
  }
  return cells_;
}

std::span<const Column> EdgeColumns::columns() {
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

Cells EdgeColumns::Values(const Edge& edge) {
  cells_ = {edge.predicate,
            IntegerText(edge.count, rooms_[0]),
            IntegerText(edge.documents, rooms_[1]),
            OptionalText(edge.npmi, rooms_[2]),
            OptionalText(edge.llr, rooms_[3]),
            NumberText(edge.confidence, rooms_[4]),
            edge.first_seen,
            edge.last_seen,
            edge.symmetric ? "true" : "false",
            edge.evidence};
  return cells_;
}

}  // namespace zhitu::xport
