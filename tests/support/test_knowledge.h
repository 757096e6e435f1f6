#pragma once

#include <string>
#include <vector>

#include "extract/knowledge.h"
#include "extract/preset_reader.h"

namespace zhitu::extract {

// What a preset file says. Throws what `PresetReader` throws, of a file named p.yaml.
Knowledge KnowledgeOf(const std::string& yaml);

// Reads files that are named a.yaml, b.yaml ...
void ReadFiles(const std::vector<std::string>& files, PresetReader& reader);

}  // namespace zhitu::extract
