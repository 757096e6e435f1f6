#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/span.h"
#include "extract/statement_scene.h"

namespace zhitu::extract {

/// A decided mention that may be an end of a statement of a model.
struct StatementEnd {
  Span span;                       ///< Bytes of the document's text.
  Span folded;                     ///< The same in the folded text; where there is none, `span`.
  EntityIndex entity = kNoEntity;  ///< What it names.
  std::uint32_t sentence = 0;      ///< Number of its sentence.
  std::uint32_t block = 0;         ///< Number of its block.
  bool inner = false;              ///< As in `SceneMention`.
};

/// The outermost decided mentions of a document as ends, in order of their spans.
std::vector<StatementEnd> OutermostEnds(const Extraction& extraction);

/// The ends of a document whose mentions are given: outermost decided mentions, and of an entity
/// that a sentence holds only inside other names the first of these. In order of their spans.
std::vector<StatementEnd> EndsOfGiven(const Extraction& extraction);

/// A sentence with two ends at least.
struct StatementSentence {
  std::vector<Span> pieces;            ///< Of its lines, in order.
  std::vector<SceneMention> mentions;  ///< Fit for `StatementScene::Read`.
  std::vector<std::size_t> ends;       ///< By mention the number of its end.
};

/// Calls `visit` with the sentences of a document in which statements may hold. Ends without a type
/// are left out, as are those that overlap one before them, and sentences with more than
/// `StatementScene::kMostMentions` of them.
/// @param extraction  its document and sentences are looked at.
/// @param ends        by sentence, then by span, a longer one first.
/// @param type_of     the number in scenes of an entity's type; 0 for none.
/// O(ends).
void ForSentences(const Extraction& extraction, std::span<const StatementEnd> ends,
                  const std::function<std::uint32_t(EntityIndex)>& type_of,
                  const std::function<void(const StatementSentence&)>& visit);

}  // namespace zhitu::extract
