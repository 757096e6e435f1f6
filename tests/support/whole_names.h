#pragma once

#include <string>
#include <vector>

#include "extract/knowledge.h"
#include "extract/name_context.h"
#include "extract/view.h"

namespace zhitu::extract {

// What finds whole names of a document.
using FindWholeNames = void (*)(const View& view, const Knowledge& knowledge,
                                NameContexts& contexts);

// The names that are found in a record of that text by a preset (YAML), each as `name=type@score`,
// with `|alias` for each alias.
std::vector<std::string> WholeNames(const std::string& preset, const std::string& text,
                                    FindWholeNames find);

}  // namespace zhitu::extract
