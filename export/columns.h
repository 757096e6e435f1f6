#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/graph_writer.h"

namespace zhitu::xport {

/// What the values of a column are.
enum class ValueType { kString, kLong, kDouble, kBoolean };

/// The type's name in GraphML and GEXF: `string long double boolean`.
std::string_view ValueTypeName(ValueType type);

/// An attribute that each format writes in the same way.
struct Column {
  std::string
      key;  ///< Id inside a file, unique there also in lower case: `n_type`, `e_count`, `n_a1`.
  std::string name;  ///< Name shown to users: `type`, `count`, the dictionary attribute's name.
  ValueType type = ValueType::kString;  ///< What its values are.
};

/// The ordinary attributes of nodes: all but the special ones, which each format has its own way to
/// write (`label x y size r g b`). A graph's columns are fixed by its header. Threads may share it.
class NodeColumns {
 public:
  /// Fixed attributes first, then `pagerank community` if ranked, then the dictionary's.
  explicit NodeColumns(const GraphHeader& header);

  /// The columns, in order.
  const std::vector<Column>& columns() const noexcept { return columns_; }
  /// A node's values as text, one a column; empty where it has none. Lists are joined by `|`, a bar
  /// inside an item becomes `\|`. Strings are not escaped and may hold any bytes.
  std::vector<std::string> Values(const Node& node) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::string> attributes_;  // true names of the dictionary attributes
  bool ranked_;
};

/// The ordinary attributes of edges: all but `label` and `weight`.
std::span<const Column> EdgeColumns();

/// An edge's values as text, one for each of `EdgeColumns()`; empty where it has none.
std::vector<std::string> EdgeValues(const Edge& edge);

}  // namespace zhitu::xport
