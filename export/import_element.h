#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "export/import_columns.h"
#include "extract/utf8.h"
#include "graph/importer.h"

namespace zhitu::xport {

/// One node or edge of a foreign graph file after the other: a reader tells its values by column,
/// and what they mean together goes to the importer. The type of a node is what `type` says, else
/// `kind`, its name the `label`, or `name` where there is none but the id; what an edge says is its
/// `predicate`, else its `kind`, a `type` that is no direction, or its `label`; the others are kept
/// if they differ. A `count` stands for a weight that is not there. One thread.
class ImportElement {
 public:
  /// Tells where the value with a mark stands; asked for faults only.
  using PlaceOf = std::function<extract::LineColumn(std::size_t mark)>;

  /// @param importer  must live as long.
  ImportElement(graph::Importer& importer, PlaceOf place_of);
  ImportElement(const ImportElement&) = delete;
  ImportElement& operator=(const ImportElement&) = delete;

  /// Begins the next one. @param line  on which it begins. @param mark  of the whole element.
  void Begin(std::size_t line, std::size_t mark);
  /// Adds a value; values and columns must stay until it is given. Empty ones say nothing.
  void Add(const ImportColumn& column, std::string_view value, std::size_t mark);
  /// Says whether direction means nothing, unless a value says so.
  void set_undirected(bool undirected) { edge_.undirected = undirected; }
  /// True if a column of that name was added, even without a value.
  bool Has(std::string_view name) const;

  /// Hands it over as a node. @throws as `graph::Importer::AddNode`.
  void GiveNode();
  /// Hands it over as an edge. @throws as `graph::Importer::AddEdge`.
  void GiveEdge();

 private:
  struct Value {
    const ImportColumn* column = nullptr;
    std::string_view text;
    std::size_t mark = 0;
  };
  void TakeNodeField(const Value& value);
  void TakeEdgeField(const Value& value);
  void ChooseName();
  void TakeType(const Value& value);
  void ChoosePredicate();
  void ChooseWeight();
  std::optional<Value> Find(ImportRole role, graph::ImportField field) const;
  extract::LineColumn Place(graph::ImportField field, std::string_view attribute) const;

  graph::Importer& importer_;
  PlaceOf place_of_;
  graph::ImportPlace place_;
  std::size_t mark_ = 0;
  std::vector<Value> values_;
  graph::ImportedNode node_;
  graph::ImportedEdge edge_;
  std::optional<Value> said_by_type_;
};

}  // namespace zhitu::xport
