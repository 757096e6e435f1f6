#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/layout.h"

namespace zhitu::graph {

/// What `WriteLayout` has kept in a graph file, by entity number; nothing if there is none, or one
/// of another version. O(entities). @throws as `Store`; extract::InputError too if it is damaged.
std::optional<std::vector<EntityLayout>> ReadLayout(const Store& store);

/// Puts a layout into a graph file, beside what it holds (table `layout`, and `layout` in `meta`):
/// a copy of the file is made and takes its place when it is whole. Readers that have the old file
/// open keep it.
///
/// @param path    of the graph file that `layout` was computed of.
/// @throws extract::IoError  if the disk does not take it; the old file then still stands.
void WriteLayout(const std::string& path, const Layout& layout);

}  // namespace zhitu::graph
