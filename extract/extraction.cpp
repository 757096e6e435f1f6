#include "extract/extraction.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/gazetteer.h"

namespace zhitu::extract {

std::string_view ZoneName(Zone zone) {
  switch (zone) {
    case Zone::kHeadline:
      return "headline";
    case Zone::kSubhead:
      return "subhead";
    case Zone::kCaption:
      return "caption";
    case Zone::kByline:
      return "byline";
    case Zone::kBody:
      return "body";
  }
  throw std::invalid_argument("ZoneName: no such zone");
}

std::string_view MentionKindName(MentionKind kind) {
  switch (kind) {
    case MentionKind::kName:
      return "name";
    case MentionKind::kNominal:
      return "nominal";
    case MentionKind::kPronoun:
      return "pronoun";
  }
  throw std::invalid_argument("MentionKindName: no such kind");
}

std::string_view ModalityName(Modality modality) {
  switch (modality) {
    case Modality::kFactual:
      return "";
    case Modality::kPlanned:
      return "planned";
    case Modality::kNegated:
      return "negated";
  }
  throw std::invalid_argument("ModalityName: no such modality");
}

std::string Extraction::EntityId(EntityIndex index) const {
  if (index == kThisDocument) return std::string(kDocument) + ':' + document.id;
  if (index < gazetteer->size()) return std::string(gazetteer->entity(index).id);
  return found.at(index - gazetteer->size()).id;
}

std::string Extraction::EntityName(EntityIndex index) const {
  if (index == kThisDocument) return document.title.empty() ? document.id : document.title;
  if (index < gazetteer->size()) return std::string(gazetteer->entity(index).name);
  return found.at(index - gazetteer->size()).name;
}

std::string Extraction::EntityType(EntityIndex index) const {
  if (index == kThisDocument) return std::string(kDocument);
  if (index < gazetteer->size()) return std::string(gazetteer->entity(index).type);
  return found.at(index - gazetteer->size()).type;
}

std::string Extraction::MentionType(const Mention& mention) const {
  if (mention.entity != kNoEntity) return EntityType(mention.entity);
  return EntityType(mention.candidates.at(0).entity);
}

std::string SurfaceOf(const Document& document, const Span& span) {
  if (span.In(document.text).find_first_of("\r\n") == std::string_view::npos)
    return std::string(span.In(document.text));
  const auto holds = [&](const Block& block) {
    return std::any_of(block.pieces.begin(), block.pieces.end(), [&](const Span& piece) {
      return piece.begin <= span.begin && span.begin < piece.end;
    });
  };
  // The blocks are in order of their first byte, so the one that holds the span is the last but a
  // few of those that begin before it.
  const auto after =
      std::upper_bound(document.blocks.begin(), document.blocks.end(), span.begin,
                       [](std::size_t at, const Block& block) { return at < block.span().begin; });
  const auto block = std::find_if(std::make_reverse_iterator(after), document.blocks.rend(), holds);
  if (block == document.blocks.rend()) return std::string(span.In(document.text));
  std::vector<Span> parts;
  for (const Span& piece : block->pieces) {
    const Span part{std::max(piece.begin, span.begin), std::min(piece.end, span.end)};
    if (part.begin < part.end) parts.push_back(part);
  }
  return JoinPieces(document.text, parts);
}

}  // namespace zhitu::extract
