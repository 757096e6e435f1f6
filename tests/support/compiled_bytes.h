#pragma once

#include <string>
#include <string_view>

#include "extract/gazetteer.h"

namespace zhitu::extract {

// A compiled dictionary as bytes; `path` is where the file would stand.
std::string Compile(const Gazetteer& gazetteer, const std::string& path = "names.zdict");

// Reads one from a copy of the bytes that ends where they end, so that sanitizers see what is read
// beyond.
Gazetteer LoadBytes(std::string_view bytes, const std::string& path = "names.zdict");

// What a forger would write: the same bytes, but with the hashes and the size that they ask for.
// Sections that do not lie in the file keep theirs.
std::string WithRightHashes(std::string bytes);

}  // namespace zhitu::extract
