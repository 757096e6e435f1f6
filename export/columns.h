#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/graph_writer.h"
#include "export/number_text.h"

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

/// The values of one node or edge as text, one a column; empty where it has none. Lists are joined
/// by `|`, a bar inside an item becomes `\|`. Strings are not escaped and may hold any bytes.
using Cells = std::span<const std::string_view>;

/// The ordinary attributes of nodes: all but the special ones, which each format has its own way to
/// write (`label x y size r g b`). A graph's columns are fixed by its header. One thread.
class NodeColumns {
 public:
  /// Fixed attributes first, then `pagerank community` if ranked, then the dictionary's.
  explicit NodeColumns(const GraphHeader& header);

  /// The columns, in order.
  const std::vector<Column>& columns() const noexcept { return columns_; }
  /// A node's values; valid until the next call and as long as the node.
  Cells Values(const Node& node);

 private:
  std::vector<Column> columns_;
  std::vector<std::string> attributes_;  // true names of the dictionary attributes
  bool ranked_;
  std::vector<std::string_view> cells_;
  std::string aliases_;
  std::array<NumberRoom, 4> rooms_;
};

/// The ordinary attributes of edges: all but `label` and `weight`. One thread.
class EdgeColumns {
 public:
  /// The columns, in order; the same for every graph.
  static std::span<const Column> columns();
  /// An edge's values; valid until the next call and as long as the edge.
  Cells Values(const Edge& edge);

 private:
  std::array<std::string_view, 10> cells_;
  std::array<NumberRoom, 5> rooms_;
};

}  // namespace zhitu::xport
