#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/entity.h"
#include "extract/mention.h"
#include "extract/name_context.h"
#include "extract/quantity.h"
#include "extract/statement.h"
#include "extract/temporal.h"

namespace zhitu::extract {

class Gazetteer;

/// What was weighed as a name beside others that it shares text with (`ChooseBest`).
struct WeighedName {
  Span span;            ///< Bytes of the document's text.
  std::string type;     ///< Of what it would name; empty for an undecided name.
  double weight = 0;    ///< What choosing it is worth, in characters: those of a known name count
                        ///< whole, of others in part.
  bool chosen = false;  ///< It is on the best path.
  std::string why;      ///< The rule or model, or the line of the dictionary.
};

/// All that was read out of one document. A pure function of the document, the gazetteer and the
/// rules. Keeps a pointer to the gazetteer, which must live longer.
struct Extraction {
  Document document;              ///< The document that was read.
  std::vector<Mention> mentions;  ///< By span begin; an outer mention before those nested in it.
  std::vector<Statement> statements;  ///< By first evidence, then subject, predicate and object id.
  std::vector<Span> sentences;        ///< Spans of the sentences, numbered as mentions number them.
  std::vector<Quantity> quantities;   ///< By place.
  std::vector<TemporalExpression> dates;  ///< By place.
  std::vector<WeighedName>
      weighed;                ///< By place, longer first: where rules found names, if asked for.
  std::vector<Entity> found;  ///< Entities found in the text and not in the gazetteer.
  NameContexts contexts;      ///< Where names may stand, if that is what was asked for.
  const Gazetteer* gazetteer = nullptr;  ///< Not owned.

  /// The id of an entity: the gazetteer's, a found one's, or `document:<id>` for `kThisDocument`.
  /// `index` must not be `kNoEntity`.
  std::string EntityId(EntityIndex index) const;
  /// The entity's name (the document's title or id for `kThisDocument`).
  std::string EntityName(EntityIndex index) const;
  /// The entity's type (`document` for `kThisDocument`).
  std::string EntityType(EntityIndex index) const;
  /// The type of a mention, also of an undecided one (then that of its best candidate).
  std::string MentionType(const Mention& mention) const;
  /// Where a mention's reading comes from: its own `why`, else the dictionary line of its entity;
  /// empty where it has an antecedent.
  std::string Why(const Mention& mention) const;
  /// True if that is the dictionary line.
  bool IsByDictionary(const Mention& mention) const;
  /// `SurfaceOf` the document.
  std::string Surface(const Span& span) const { return SurfaceOf(document, span); }
};

/// Puts the statements into the order that an extraction has.
void SortStatements(Extraction& extraction);

}  // namespace zhitu::extract
