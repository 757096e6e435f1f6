#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/id_table.h"
#include "graph/records.h"
#include "graph/relation_table.h"
#include "graph/seen_dates.h"

namespace zhitu::graph {

/// The rule of evidence that is a line of an imported file.
inline constexpr char kImport[] = "import";
/// The same where the line says that direction means nothing, of a predicate other than
/// `co_occurs`.
inline constexpr char kImportUndirected[] = "import_undirected";
/// The type of imported nodes that have none.
inline constexpr char kNodeType[] = "node";
/// What edges without a predicate say, if they are directed; undirected ones are `co_occurs`.
inline constexpr char kRelatedTo[] = "related_to";

/// The attribute of edges that cites evidence: it is shown, and exported, as their quote.
inline constexpr char kCitedEvidence[] = "evidence";

/// A file that a graph was imported from.
struct ImportFile {
  std::string path;  ///< As the user named it, for messages.
  std::string name;  ///< Base name, UTF-8, for `entity.why` and `meta`.
  std::string hash;  ///< XXH3-128 of its bytes, in hex.
};

/// A foreign graph in memory, checked and ready to be written: what `Importer` fills and
/// `WriteImported` reads. Nodes have the numbers of their ids.
struct ImportedGraph {
  /// The number of `co_occurs` in `predicates`, there from the beginning.
  static constexpr std::uint32_t kCoOccurrence = 0;

  /// An empty graph.
  ImportedGraph() { predicates.Number(kCoOccurs); }

  /// A further value: name by number in `attribute_names`, value in `texts`.
  struct Attribute {
    std::uint32_t name = 0;  ///< Number in `attribute_names`.
    std::string_view value;  ///< Not empty.
  };
  /// A node.
  struct Node {
    std::string_view name;              ///< Not empty.
    std::uint32_t type = 0;             ///< Number in `types`.
    std::uint32_t file = 0;             ///< Number of its file, from 1.
    std::uint32_t line = 0;             ///< Line of that file, from 1.
    std::uint32_t first_alias = 0;      ///< In `aliases`; they end where the next node's begin.
    std::uint32_t first_attribute = 0;  ///< In `attributes`, likewise.
    SeenDates seen;                     ///< Dates, where given.
    std::int64_t mentions = 0;          ///< As given, else 0.
    std::int64_t documents = 0;         ///< As given, else 0.
  };
  /// An edge, one a line. Small, because there are many.
  struct Edge {
    std::uint32_t source = 0;        ///< Number of its id.
    std::uint32_t target = 0;        ///< Number of its id; another one.
    std::uint32_t predicate = 0;     ///< Number in `predicates`.
    std::uint32_t line = 0;          ///< Line of its file, from 1.
    double weight = 1;               ///< Above 0, at most `Importer::kMostWeight`.
    std::uint32_t documents = 0;     ///< As given, else 0.
    SeenDates seen;                  ///< Dates, where given.
    std::uint16_t file = 0;          ///< Number of its file, from 1.
    std::int16_t confidence = 1000;  ///< Thousandths.
    bool undirected = false;         ///< The file says that direction means nothing.
  };
  /// A value of an edge that a relation has no place for.
  struct EdgeAttribute {
    std::uint32_t edge = 0;  ///< Index of the edge.
    Attribute attribute;     ///< The value.
  };

  std::vector<ImportFile> files;               ///< By number - 1.
  TextStore texts;                             ///< Holds what is viewed here.
  IdTable ids;                                 ///< Ids of the nodes.
  std::vector<Node> nodes;                     ///< By number of the id.
  std::vector<std::string_view> aliases;       ///< By node.
  std::vector<Attribute> attributes;           ///< By node.
  std::vector<Edge> edges;                     ///< In the order of the files.
  std::vector<EdgeAttribute> edge_attributes;  ///< By edge.
  TextPool types;                              ///< Types of nodes.
  TextPool predicates;                         ///< Predicates of edges.
  TextPool attribute_names;                    ///< Names of attributes.
  Calendar calendar;                           ///< Dates.
};

}  // namespace zhitu::graph
