#pragma once

#include <vector>

#include "cli/session.h"
#include "cli/table.h"
#include "export/json_text.h"
#include "graph/store.h"

namespace zhitu::cli {

/// Prints mentions as keywords in context: one a line, all in the same column, with the words of
/// the sentence around them.
void PrintConcordance(const std::vector<graph::MentionRecord>& mentions, Session& session);

/// Mentions as rows: `document line column before text after kind zone nested`.
Table MentionRows(const std::vector<graph::MentionRecord>& mentions);

/// Adds an object with those members and `file begin end`.
void AddMention(const graph::MentionRecord& mention, xport::JsonText& json);

}  // namespace zhitu::cli
