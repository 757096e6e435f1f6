#pragma once

#include <cstddef>
#include <vector>

#include "graph/link_graph.h"

namespace zhitu::graph {

// Links between random nodes, some parallel, some from a node to itself, with small whole weights;
// the same for a seed on every machine.
std::vector<LinkEnds> RandomLinks(unsigned seed, std::size_t nodes, std::size_t links);

// Groups of nodes, each linked with most of its group and few others.
std::vector<LinkEnds> GroupedLinks(unsigned seed, std::size_t groups, std::size_t size);

// Weights of links as a table, both ways, as the links give them; those from a node to itself left
// out.
std::vector<std::vector<double>> WeightTable(std::size_t nodes, const std::vector<LinkEnds>& links);

}  // namespace zhitu::graph
