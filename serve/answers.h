#pragma once

#include <string>

#include "serve/parameters.h"
#include "serve/reader.h"

namespace zhitu::serve {

// One function an answer, each in a file of its own. All give a JSON object; docs/serve.md tells
// its fields. The same file and parameters give the same bytes. They throw RequestError for
// parameters that are wrong and names that the graph does not know; else as `graph::Store`.

/// `graph`: counts, types, predicates, bounds.
std::string SummaryAnswer(Reader& reader, const Parameters& parameters);
/// `top`: the entities with the most relations, and the relations between them.
std::string TopAnswer(Reader& reader, const Parameters& parameters);
/// `search`: entities by what is typed.
std::string SearchAnswer(Reader& reader, const Parameters& parameters);
/// `entity`: all that is known of one.
std::string EntityAnswer(Reader& reader, const Parameters& parameters);
/// `relations`: those of an entity, each with its first quotes.
std::string RelationsAnswer(Reader& reader, const Parameters& parameters);
/// `neighbourhood`: entities around one, and the relations between them.
std::string NeighbourhoodAnswer(Reader& reader, const Parameters& parameters);
/// `relation`: one relation, and its quotes.
std::string EvidenceAnswer(Reader& reader, const Parameters& parameters);
/// `path`: a shortest walk between two entities.
std::string PathAnswer(Reader& reader, const Parameters& parameters);
/// `document`: a document's text with its mentions.
std::string DocumentAnswer(Reader& reader, const Parameters& parameters);

}  // namespace zhitu::serve
