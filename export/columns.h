#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/graph_writer.h"
#include "export/value_type.h"

namespace zhitu::xport {

/// An attribute that each format writes in the same way.
struct Column {
  std::string
      key;  ///< Id inside a file, unique there also in lower case: `n_type`, `e_count`, `n_a1`.
  std::string name;  ///< Name shown to users: `type`, `count`, the dictionary attribute's name.
  ValueType type = ValueType::kString;  ///< What its values are.
};

/// The ordinary attributes of nodes: all but the special ones, which each format has its own way to
/// write (`label x y size r g b`). A graph's columns are fixed by its header. One thread.
class NodeColumns {
 public:
  /// Fixed attributes first, then `pagerank betweenness community` if ranked, then the
  /// dictionary's.
  /// @param taken  further names that mean something else to the format's readers, in lower case.
  explicit NodeColumns(const GraphHeader& header, std::span<const std::string_view> taken = {});

  /// The columns, in order.
  const std::vector<Column>& columns() const noexcept { return columns_; }
  /// Gives a node's values to a format, in order of the columns, each by the type of its column:
  /// `values.Text(column, text)`, `values.Integer(column, number)`, `values.Number(column,
  /// number)`, `values.Literal(column, text)` for a number that stays as it is spelled, which is
  /// JSON, or, where it has none, `values.None(column)`. Lists are joined by `|`, a bar inside an
  /// item becomes `\|`. Texts are not escaped, may hold any bytes and are valid during the call.
  template <typename Values>
  void Give(const Node& node, Values&& values);

 private:
  std::string_view AliasesOf(const Node& node);
  std::string_view AttributeOf(const Node& node, const std::string& name) const;

  std::vector<Column> columns_;
  std::vector<std::string> attributes_;  // true names of the dictionary attributes
  bool ranked_;
  std::string aliases_;
};

/// The ordinary attributes of edges: all but `label` and `weight`. The same for every graph.
std::span<const Column> EdgeColumns();

/// Gives an edge's values to a format, as `NodeColumns::Give` does; `values.Boolean(column, value)`
/// for truth values.
template <typename Values>
void GiveEdge(const Edge& edge, Values&& values) {
  const auto text = [&](std::size_t column, std::string_view value) {
    value.empty() ? values.None(column) : values.Text(column, value);
  };
  const auto number = [&](std::size_t column, const std::optional<double>& value) {
    value ? values.Number(column, *value) : values.None(column);
  };
  text(0, edge.predicate);
  values.Integer(1, edge.count);
  values.Integer(2, edge.documents);
  number(3, edge.npmi);
  number(4, edge.llr);
  values.Number(5, edge.confidence);
  text(6, edge.first_seen);
  text(7, edge.last_seen);
  values.Boolean(8, edge.symmetric);
  text(9, edge.evidence);
}

template <typename Values>
void NodeColumns::Give(const Node& node, Values&& values) {
  std::size_t column = 0;
  const auto text = [&](std::string_view value) {
    value.empty() ? values.None(column) : values.Text(column, value);
    ++column;
  };
  text(node.type);
  text(AliasesOf(node));
  values.Integer(column++, node.mentions);
  values.Integer(column++, node.documents);
  text(node.first_seen);
  text(node.last_seen);
  if (ranked_) {
    node.pagerank ? values.Number(column, *node.pagerank) : values.None(column);
    ++column;
    node.betweenness ? values.Number(column, *node.betweenness) : values.None(column);
    ++column;
    node.community ? values.Integer(column, *node.community) : values.None(column);
    ++column;
  }
  for (const std::string& name : attributes_) {
    const std::string_view value = AttributeOf(node, name);
    if (columns_[column].type == ValueType::kString || value.empty()) {
      text(value);
    } else {
      values.Literal(column++, value);
    }
  }
}

}  // namespace zhitu::xport
