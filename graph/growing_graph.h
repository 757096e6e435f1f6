#pragma once

#include <cstdint>

#include "extract/gazetteer.h"
#include "graph/entity_table.h"
#include "graph/quantity_texts.h"
#include "graph/records.h"
#include "graph/relation_table.h"
#include "graph/seen_dates.h"

namespace zhitu::graph {

/// A graph that is being built: all that must be in memory until the last document is known.
struct GrowingGraph {
  /// @param dictionary  must live as long as the graph.
  explicit GrowingGraph(const extract::Gazetteer& dictionary)
      : gazetteer(dictionary), entities(dictionary) {}

  const extract::Gazetteer& gazetteer;  ///< Names the dictionary entities.
  EntityTable entities;                 ///< Entities so far.
  RelationTable relations;              ///< Relations so far, with their evidence.
  QuantityTexts quantities;             ///< Quantities of the entities, as they are told.
  Calendar calendar;                    ///< Dates of the documents.
};

/// Confidence or score, 0 to 1, in thousandths; anything else becomes the nearer end, NaN 0.
PerMille ToPerMille(double value);

/// Adds a `part_of` relation for each dictionary entity in the graph that has a parent, and for its
/// parent, and so on upwards. Evidence is the dictionary line.
void AddParents(GrowingGraph& graph);

}  // namespace zhitu::graph
