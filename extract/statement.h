#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entity.h"
#include "extract/span.h"

namespace zhitu::extract {

/// Whether the text says that something is, is planned, or is not.
enum class Modality { kFactual, kPlanned, kNegated };

/// The modality's name in files: `planned`, `negated`, and the empty string for a plain fact.
std::string_view ModalityName(Modality modality);

/// What filled a role of a rule's pattern.
struct RolePlace {
  std::string role;  ///< As the rule names it; `topic` and `main` too.
  Span span;         ///< Bytes of the document's text.
};

/// A typed, directed claim of the text about two entities, with the words that make it.
struct Statement {
  EntityIndex subject = kNoEntity;  ///< Of whom it is said.
  std::string predicate;            ///< What is said.
  EntityIndex object = kNoEntity;   ///< About whom.
  std::string rule;                 ///< Id of the rule that fired.
  double confidence = 1.0;          ///< 0 to 1, of the rule.
  /// Bytes of the document's text: the words that say it, then names of ends that stand elsewhere,
  /// in order; never empty.
  std::vector<Span> evidence;
  Modality modality = Modality::kFactual;  ///< Fact, plan or denial.
  std::vector<RolePlace> roles;            ///< How the rule matched, in the pattern's order.
  Span folded;                             ///< Where the rule matched, in bytes of the folded text.
  std::uint32_t sentence = 0;              ///< Number of the sentence in which it matched.
  std::string date;                        ///< ISO 8601 where known, else empty.
};

}  // namespace zhitu::extract
