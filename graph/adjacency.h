#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"

namespace zhitu::graph {

/// Writes the relations of one entity as the bytes of column `adjacency.neighbours`.
///
/// All numbers are LEB128 varints. First the windows that name the entity; then for each neighbour,
/// in order of its number and the relation's:
///   number of the other entity, as difference to the one before (from 0)
///   number of the relation, as difference to the one before (from 0), zigzag
///   predicate * 8 + 4 if the other is a document + 2 if symmetric + 1 if outgoing
///   weight, documents
///   symmetric: windows with both, windows with the other; else: 1000 - confidence
///
/// @param windows     windows that name the entity.
/// @param neighbours  sorted by `other`, then `relation`; `windows.left` and `.all` are not kept.
std::string EncodeNeighbours(std::int64_t windows, const std::vector<Neighbour>& neighbours);

/// Reads them back; nothing is assumed of `bytes`.
///
/// @param all  windows of the corpus, for `windows.all`.
/// @param out  gets the neighbours; emptied first.
/// @return     false if the bytes are not what `EncodeNeighbours` writes.
bool DecodeNeighbours(std::string_view bytes, std::int64_t all, std::vector<Neighbour>& out);

}  // namespace zhitu::graph
