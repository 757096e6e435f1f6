#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::xport {

/// A column of a graph file as it stands there.
struct LooseKey {
  std::string id = {};        ///< By which values name it; unlike those of others of its domain.
  std::string name = {};      ///< As people see it.
  std::string type = {};      ///< In the words of GraphML; empty where none is said.
  std::string fallback = {};  ///< The value of elements that have none.
  bool has_fallback = false;  ///< Whether there is one.
  std::string role = {};      ///< What it means to Gephi: `label`, `weight`, `x`; empty for others.
  bool dynamic = false;       ///< Its values have times.
  std::size_t at = 0;         ///< Byte of the text.
};

/// The value of a node or edge.
struct LooseValue {
  std::size_t key = 0;     ///< Number of its column.
  std::string text = {};   ///< As it stands there.
  std::size_t at = 0;      ///< Byte of the text.
  std::string start = {};  ///< Of a dynamic column: from when on it holds; may be empty.
  std::string end = {};    ///< Of a dynamic column: until when; may be empty.
  bool raw = false;        ///< The text is JSON, not that of a JSON string.
};

/// A time in which a node or edge is there.
struct LooseSpan {
  std::string start = {};  ///< May be empty.
  std::string end = {};    ///< May be empty.
  std::size_t at = 0;      ///< Byte of the text.
};

/// A node or an edge, whatever its faults.
struct LooseElement {
  std::string id = {};         ///< Empty where none is said.
  std::string source = {};     ///< Of an edge: the id of its first node.
  std::string target = {};     ///< Of an edge: the id of its second node.
  std::string kind = {};       ///< Of an edge: what tells it from others of its nodes.
  std::string direction = {};  ///< Of an edge: `directed`, `undirected` or empty for the default.
  std::size_t at = 0;          ///< Byte of the text.
  std::vector<LooseValue> values = {};  ///< In the order of the file.
  std::vector<LooseSpan> spans = {};    ///< In the order of the file.
};

/// A graph as a file tells it, with all of its faults: all values are texts, ids may be missing or
/// stand twice, edges may lead nowhere. What the tolerant readers fill and the menders write.
struct LooseGraph {
  /// Nodes or edges, and their columns.
  struct Part {
    std::vector<LooseKey> keys;          ///< In the order of the file.
    std::vector<LooseElement> elements;  ///< In the order of the file.
  };
  Part nodes;             ///< The nodes.
  Part edges;             ///< The edges.
  bool directed = false;  ///< The direction of edges that say none.
  std::string times;      ///< What times are said to be; once mended `date`, `double` or empty.
  bool stamps = false;    ///< Times are points, at which spans begin and end.
};

/// Columns that nodes, or edges, may have.
inline constexpr std::size_t kMostLooseKeys = 4096;

/// Adds a column. @return its number. @throws extract::LimitError if there are too many.
std::size_t AddLooseKey(LooseGraph::Part& part, LooseKey key);
/// The number of the first column with a name; the number of columns where there is none.
std::size_t KeyNamed(const LooseGraph::Part& part, std::string_view name);
/// The same, and adds a column of this name and type where there is none.
std::size_t KeyNamedOrNew(LooseGraph::Part& part, std::string_view name, std::string_view type);
/// The number of the column with a role; the number of columns where there is none.
std::size_t KeyWithRole(const LooseGraph::Part& part, std::string_view role);
/// The same, and adds one where there is none.
std::size_t KeyWithRoleOrNew(LooseGraph::Part& part, std::string_view role, std::string_view type);
/// The value of a column; null where the element has none. O(values).
LooseValue* ValueOf(LooseElement& element, std::size_t key);

}  // namespace zhitu::xport
