#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/entity_types.h"
#include "extract/error.h"
#include "extract/utf8.h"
#include "graph/imported_graph.h"

namespace zhitu::graph {

/// A part of a node or an edge, as messages name it.
enum class ImportField {
  kId,
  kName,
  kType,
  kAliases,
  kMentions,
  kDocuments,
  kFirstSeen,
  kLastSeen,
  kSource,
  kTarget,
  kPredicate,
  kWeight,
  kConfidence,
  kAttribute
};

/// Tells where a part of the node or edge at hand stands in its file; asked for faults only.
/// @param attribute  the name of the attribute, for `kAttribute`.
using ImportPlace =
    std::function<extract::LineColumn(ImportField field, std::string_view attribute)>;

/// A further value of a node or edge: name, value.
using ImportAttribute = std::pair<std::string_view, std::string_view>;

/// A node as a reader of graph files gives it: texts as they stand in the file, unchecked but valid
/// UTF-8; empty where there is none. They must live during the call.
struct ImportedNode {
  std::size_t line = 0;                     ///< Line on which it begins, from 1.
  std::string_view id;                      ///< Its id.
  std::string_view name;                    ///< Label; empty: the id.
  std::string_view type;                    ///< Type; empty: `node`.
  std::string_view mentions;                ///< A whole number.
  std::string_view documents;               ///< A whole number.
  std::string_view first_seen;              ///< ISO 8601.
  std::string_view last_seen;               ///< ISO 8601.
  std::vector<std::string> aliases;         ///< Other names.
  std::vector<ImportAttribute> attributes;  ///< All else that is to be kept; empty values are not.
};

/// An edge in the same way.
struct ImportedEdge {
  std::size_t line = 0;                     ///< Line on which it begins, from 1.
  std::string_view source;                  ///< Id of a node.
  std::string_view target;                  ///< Id of a node.
  std::string_view predicate;               ///< Empty: `co_occurs` or `related_to`.
  bool undirected = false;                  ///< Direction means nothing.
  std::string_view weight;                  ///< A number above 0; empty: 1.
  std::string_view documents;               ///< A whole number.
  std::string_view confidence;              ///< 0 to 1; empty: 1.
  std::string_view first_seen;              ///< ISO 8601.
  std::string_view last_seen;               ///< ISO 8601.
  std::vector<ImportAttribute> attributes;  ///< All else that is to be kept; empty values are not.
};

/// Something that was accepted in a way that the user should know of: how often, and where first.
struct ImportTally {
  std::int64_t count = 0;         ///< How often.
  extract::SourcePosition first;  ///< The first place.

  /// Counts one more.
  void Add(const std::string& file, std::size_t line) {
    if (count++ == 0) first = {file, line, 0};
  }
};

/// Why values of a column are not kept.
enum class LeftOut {
  kComputed,  ///< Export computes them.
  kNested,    ///< They hold values themselves: objects, markup.
  kEdgeKey    ///< They only tell parallel edges apart; relations have ids of their own.
};

/// What was accepted with a change.
struct ImportTallies {
  ImportTally self_loops;       ///< Edges from a node to itself, left out.
  ImportTally fractional;       ///< Weights that are no whole numbers.
  ImportTally undirected;       ///< Undirected edges of other predicates than `co_occurs`.
  ImportTally respelled;        ///< Types written otherwise: in small letters, without blanks.
  ImportTally made_nodes;       ///< Nodes of which only edges tell.
  ImportTally edge_attributes;  ///< Edges with values that a relation has no place for.
  /// Columns or keys not kept, and how often.
  std::map<LeftOut, std::map<std::string, std::int64_t>> left_out;
};

/// Checks the nodes and edges of foreign graph files and puts them into an `ImportedGraph`. Readers
/// of all formats feed it: `BeginFile`, then nodes, then edges, of one or several files; all nodes
/// come before the first edge. Every fault is kept for `Finish`; of what is faulty the rest is
/// still checked. One thread; O(1) an item but for its length.
class Importer {
 public:
  /// The greatest weight, so that sums of many are exact.
  static constexpr double kMostWeight = 1e12;
  /// Ids, types and predicates have at most so many characters.
  static constexpr std::size_t kLongestId = 10000;
  /// Names and values have at most so many characters.
  static constexpr std::size_t kLongestText = 1000000;
  /// After so many faults reading ends.
  static constexpr std::size_t kMostFaults = 1000;

  /// @param graph   empty; must live as long.
  /// @param strict  an unknown type is an error instead of a warning.
  Importer(ImportedGraph& graph, bool strict) : graph_(graph), strict_(strict) {}

  /// What follows comes from this file; one may come twice, with its nodes and with its edges.
  void BeginFile(const ImportFile& file);
  /// An edge may name nodes that were not added: they are made. For files without nodes.
  void AllowUndeclared() { undeclared_allowed_ = true; }
  /// Adds a node. @throws extract::InputError  after too many faults.
  void AddNode(const ImportedNode& node, const ImportPlace& place);
  /// Adds an edge. @throws extract::InputError  after too many faults.
  void AddEdge(const ImportedEdge& edge, const ImportPlace& place);
  /// Counts a value that is not kept, under the name of its column.
  void LeaveOut(const std::string& column, LeftOut why) { ++tallies_.left_out[why][column]; }
  /// Adds a fault of the file at hand. @throws extract::InputError  after too many faults.
  void Report(const extract::LineColumn& where, std::string what);
  /// Adds a fault of any place. @throws extract::InputError  after too many faults.
  void Report(extract::Problem problem);

  /// Faults so far.
  std::size_t faults() const { return faults_.size(); }
  /// The same for a file of a format that no reader knows: `foreign`.
  void ReportForeign(extract::Problem problem) {
    foreign_ = true;
    Report(std::move(problem));
  }
  /// True if a file is of a format that no reader knows, so that mending is no help.
  bool foreign() const { return foreign_; }

  /// Ends reading. @throws extract::InputError  with every fault, by file, line and column.
  void Finish();
  /// What was accepted with a change.
  const ImportTallies& tallies() const { return tallies_; }
  /// Unknown types, each once.
  const std::vector<extract::Problem>& warnings() const { return warnings_; }

 private:
  bool IsNewNode(const ImportedNode& node, const ImportPlace& place);
  std::uint32_t TypeOf(const ImportedNode& node, const ImportPlace& place);
  void KeepAliases(const ImportedNode& node, const ImportPlace& place);
  void KeepAttributes(const ImportedNode& node, const ImportPlace& place);
  void KeepAttributes(const ImportedEdge& edge, const ImportPlace& place);
  std::uint32_t EndOf(std::string_view id, ImportField field, const ImportedEdge& edge,
                      const ImportPlace& place);
  std::uint32_t PredicateOf(const ImportedEdge& edge, const ImportPlace& place);
  double WeightOf(const ImportedEdge& edge, const ImportPlace& place);
  std::int16_t ConfidenceOf(const ImportedEdge& edge, const ImportPlace& place);
  std::int64_t CountOf(std::string_view text, ImportField field, const ImportPlace& place);
  SeenDates DatesOf(std::string_view first, std::string_view last, const ImportPlace& place);
  DateNumber DateOf(std::string_view date, ImportField field, const ImportPlace& place);
  void CheckId(std::string_view text, ImportField field, const ImportPlace& place);
  void CheckText(std::string_view text, ImportField field, std::string_view attribute,
                 const ImportPlace& place);
  void Fault(ImportField field, const ImportPlace& place, const std::string& what);
  std::uint32_t MakeNode(std::string_view id, std::size_t line);
  const std::string& path() const { return graph_.files[file_ - 1].path; }

  ImportedGraph& graph_;
  bool strict_;
  bool undeclared_allowed_ = false;
  bool foreign_ = false;
  std::uint32_t file_ = 0;                       // number of the file at hand
  std::vector<extract::TypeState> type_states_;  // by number of the type
  std::uint32_t last_source_ = 0;
  std::string last_predicate_;
  std::uint32_t last_predicate_number_ = 0;
  std::vector<extract::Problem> faults_;
  std::vector<extract::Problem> warnings_;
  ImportTallies tallies_;
};

}  // namespace zhitu::graph
