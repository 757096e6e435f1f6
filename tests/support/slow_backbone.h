#pragma once

#include <string>
#include <vector>

#include "graph/measures.h"
#include "graph/store.h"

namespace zhitu::graph {

// The chance of sharing so many windows or more, by counting all ways to draw `right` windows.
// For small counts.
double SlowChanceOfSharing(const WindowCounts& counts);

// The share of the ways to break a stick into `ties` pieces in which a given piece has at least
// `share` of it: the integral that defines disparity, by small steps.
double SlowDisparity(double share, int ties);

// Ids of the relations that a backbone at a level keeps, in order: every relation looked at by
// itself, with all others read again for it.
std::vector<std::string> SlowBackbone(const Store& store, double level);

}  // namespace zhitu::graph
