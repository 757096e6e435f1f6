#pragma once

#include <string>
#include <vector>

#include "graph/importer.h"

namespace zhitu::graph {

// An edge by hand; the line is its place in the list, from 2 as under a header.
struct PlainEdge {
  std::string source;
  std::string predicate;
  std::string target;
  std::string weight = {};
  bool undirected = false;
  std::vector<ImportAttribute> attributes = {};
};

// Feeds an importer with the file e.csv of these edges; nodes are made of their ends.
void AddEdges(const std::vector<PlainEdge>& edges, Importer& importer);

}  // namespace zhitu::graph
