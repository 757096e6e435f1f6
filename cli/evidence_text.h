#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"
#include "export/json_text.h"
#include "extract/span.h"
#include "graph/query.h"
#include "graph/store.h"

namespace zhitu::cli {

/// Up to so many places are shown for each relation.
inline constexpr std::size_t kMostEvidence = 3;

/// Where the evidence stands, as editors jump to it: `articles.txt:83:60`, `dictionary.csv:3`.
std::string PlaceText(const graph::EvidenceRecord& evidence);

/// A quote fit to be shown: the names in it marked (bold on a terminal in colour, else in
/// brackets), control characters escaped, the middle of a long one left out around the names.
std::string MarkedQuote(const std::string& quote, const std::vector<std::string>& names,
                        const Session& session);
/// The same with what is to be marked given by its places, in bytes, from left to right.
std::string MarkedQuote(std::string_view quote, const std::vector<extract::Span>& named,
                        const Session& session);

/// Place, quote and rule on one line. @param names  of the two ends, to be marked in what is no
/// text; in a text their mentions are.
std::string EvidenceLine(const graph::EvidenceRecord& evidence,
                         const std::vector<std::string>& names, const Session& session);

/// An entity's name and aliases, to be marked in quotes.
std::vector<std::string> NamesOf(const graph::EntityRecord& entity);

/// A step of a walk: `A -leads-> B`, `B <-leads- A` or, where direction means nothing,
/// `A -co_occurs- B`. Control characters are escaped.
std::string StepText(const graph::Step& step);

/// The lines that prove a step: up to `kMostEvidence`.
std::vector<std::string> StepEvidence(const graph::Store& store, const graph::Step& step,
                                      const Session& session);

/// Adds an evidence object: `document line column quote rule`. For a dictionary line `document` is
/// the dictionary's file.
void AddEvidence(const graph::EvidenceRecord& evidence, xport::JsonText& json);

/// Values of the columns `document line column quote rule` for a table.
std::vector<std::string> EvidenceCells(const std::vector<graph::EvidenceRecord>& evidence);

/// Prints a JSON text and ends the line. Characters that could steer a terminal are escaped, which
/// leaves the value as it is.
void PrintJson(const xport::JsonText& json, Session& session);

}  // namespace zhitu::cli
