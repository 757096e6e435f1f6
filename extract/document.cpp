#include "extract/document.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "extract/fold.h"

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

std::string SurfaceOf(const Document& document, const Span& span) {
  const std::string_view text = span.In(document.text);
  // One kind of break after the other: quicker than either of the two at each byte.
  const bool broken =
      text.find('\n') != std::string_view::npos || text.find('\r') != std::string_view::npos;
  if (!broken) return std::string(text);
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
  if (block == document.blocks.rend()) return std::string(text);
  std::vector<Span> parts;
  for (const Span& piece : block->pieces) {
    const Span part{std::max(piece.begin, span.begin), std::min(piece.end, span.end)};
    if (part.begin < part.end) parts.push_back(part);
  }
  return JoinPieces(document.text, parts);
}

}  // namespace zhitu::extract
