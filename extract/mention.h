#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/entity.h"
#include "extract/span.h"

namespace zhitu::extract {

/// How a mention names its entity.
enum class MentionKind { kName, kNominal, kPronoun };

/// The kind's name in files: `name nominal pronoun`.
std::string_view MentionKindName(MentionKind kind);

/// A possible reading of an ambiguous surface form.
struct Candidate {
  EntityIndex entity = kNoEntity;  ///< The entity it may name.
  double score = 0;                ///< 0 to 1; the candidates of one mention add up to 1.
};

/// One occurrence of a surface form in a document.
struct Mention {
  Span span;  ///< Bytes of the document's text; may run over a joined line break.
  EntityIndex entity = kNoEntity;         ///< `kNoEntity` while undecided.
  MentionKind kind = MentionKind::kName;  ///< How it names its entity.
  bool nested = false;                    ///< Lies inside a longer mention.
  Zone zone = Zone::kBody;                ///< The zone of its block.
  double confidence = 1.0;                ///< 0 to 1.
  std::uint32_t block = 0;                ///< Number of the block in the document.
  std::uint32_t sentence = 0;             ///< Number of the sentence in the document, from 0.
  std::vector<Candidate> candidates;      ///< Several when ambiguous, best first; else empty.
  Span antecedent;  ///< Of a reference: the words that it stands for; else empty.
  std::string why;  ///< What it was found by; empty for the dictionary line of its entity, and
                    ///< where there is an antecedent. `Extraction::Why` tells it in words.
};

}  // namespace zhitu::extract
