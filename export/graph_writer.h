#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/value_type.h"

namespace zhitu::xport {

class QuoteWriter;

/// What a file must declare before its first node.
struct GraphHeader {
  std::string title;       ///< The graph file's name without folder and ending.
  std::int64_t nodes = 0;  ///< How many nodes will follow.
  std::int64_t edges = 0;  ///< How many edges will follow.
  /// True if every edge is symmetric: the file is then written undirected. Else all edges are
  /// directed.
  bool undirected = false;
  /// True if some node or edge has a date: GEXF is then dynamic.
  bool dated = false;
  /// True if `pagerank`, `betweenness` and `community` are known.
  bool ranked = false;
  /// Names of the dictionary attributes that some node has, sorted by bytes; never one of the fixed
  /// names.
  std::vector<std::string> attributes;
  /// What they hold, in the same order; those behind its end hold texts.
  std::vector<ValueType> attribute_types;
};

/// A node as it stands in a graph file.
struct Node {
  std::string id;                         ///< Entity id; not empty.
  std::string label;                      ///< Name; the id where the name is empty.
  std::string type;                       ///< Entity type.
  std::vector<std::string> aliases;       ///< Other surface forms.
  std::int64_t mentions = 0;              ///< Mentions in all documents.
  std::int64_t documents = 0;             ///< Documents that mention it.
  std::string first_seen;                 ///< ISO date, or empty.
  std::string last_seen;                  ///< ISO date, or empty.
  double x = 0;                           ///< Finite.
  double y = 0;                           ///< Finite.
  double size = 1;                        ///< Positive, finite.
  std::uint8_t r = 0;                     ///< Red.
  std::uint8_t g = 0;                     ///< Green.
  std::uint8_t b = 0;                     ///< Blue.
  std::optional<double> pagerank;         ///< Where ranks are known.
  std::optional<double> betweenness;      ///< Where ranks are known.
  std::optional<std::int64_t> community;  ///< Where communities are known.
  std::vector<std::pair<std::string, std::string>>
      attributes;  ///< Sorted by name; names are in the header.
};

/// An edge as it stands in a graph file.
struct Edge {
  std::string id;              ///< Relation id.
  std::string source;          ///< Id of a node that was written before.
  std::string target;          ///< Id of a node that was written before.
  std::string label;           ///< The predicate, as shown.
  std::string predicate;       ///< What the relation says.
  double weight = 1;           ///< Positive and finite.
  std::int64_t count = 1;      ///< Evidence counted one by one.
  std::int64_t documents = 1;  ///< Evidence counted by document.
  std::optional<double> npmi;  ///< Co-occurrence in graphs with windows only.
  std::optional<double> llr;   ///< Likewise.
  double confidence = 1;       ///< 0 to 1, the best of its evidence.
  std::string first_seen;      ///< ISO date, or empty.
  std::string last_seen;       ///< ISO date, or empty.
  bool symmetric = false;      ///< Co-occurrence: direction means nothing.
  std::string evidence;        ///< First quote with its place: `file:line:column “quote”`.
  std::string document;        ///< Id of the document of that quote; empty for a line of a table.
  std::string file;            ///< Its file: the document's, a dictionary, an imported one.
  std::int64_t line = 0;       ///< Its line, from 1; 0 where there is no evidence.
  std::int64_t column = 0;     ///< Its column in code points, from 1; 0 for a whole line.
  std::string quote;           ///< Its words.
};

/// A format. Called in this order: Begin once, Node for every node, Edge for every edge, End once.
/// Nodes come by bytes of their id; edges by subject id, predicate, object id.
/// A writer keeps nothing of what it was given but what the format needs to repeat; it streams.
class GraphWriter {
 public:
  GraphWriter() = default;
  GraphWriter(const GraphWriter&) = delete;
  GraphWriter& operator=(const GraphWriter&) = delete;
  virtual ~GraphWriter() = default;

  /// Writes what stands before the first node.
  virtual void Begin(const GraphHeader& header) = 0;
  /// Writes one node.
  virtual void AddNode(const Node& node) = 0;
  /// Writes one edge.
  virtual void AddEdge(const Edge& edge) = 0;
  /// Writes what stands after the last edge.
  virtual void End() = 0;
  /// What takes all evidence after the last edge; null for a format that has no place for it. Lives
  /// as long as the writer.
  virtual QuoteWriter* quotes() { return nullptr; }
  /// Does some work that waits to be done, such as bringing bytes to the disk. Another thread may
  /// call it while nodes and edges are written. @return false if there is none.
  virtual bool Help() { return false; }
  /// How many of the nodes and edges that were added are not in the file, since the format is of
  /// others only; to be asked after `End`.
  virtual std::int64_t LeftOut() const { return 0; }
};

}  // namespace zhitu::xport
