#pragma once

#include <vector>

#include "extract/body_names.h"
#include "extract/name_candidate.h"

namespace zhitu::extract {

/// Finds what may be names of persons: a family name and one or two characters that given names
/// have, beside a title, a role or a word of saying. Names that follow one another (记者 A B) count
/// each. They may overlap each other and known names.
/// @return in no certain order. O(words).
std::vector<NameCandidate> FindPersonNames(const NameScene& scene);

}  // namespace zhitu::extract
