#pragma once

#include <vector>

#include "extract/body_names.h"
#include "extract/name_candidate.h"

namespace zhitu::extract {

/// Finds foreign names: parts that middle dots join, each of characters that such names are written
/// with (约翰·史密斯). A title before or behind one is no part of it; one that a head of
/// names follows is part of another name (约翰·史密斯大学).
/// @return by place. O(n).
std::vector<NameCandidate> FindForeignNames(const NameScene& scene);

}  // namespace zhitu::extract
