#include "tests/support/name_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace zhitu::extract {

Document BrokenAtBars(Document document) {
  for (Block& block : document.blocks) {
    std::vector<Span> pieces;
    for (Span piece : block.pieces) {
      for (std::size_t bar = document.text.find('|', piece.begin); bar < piece.end;
           bar = document.text.find('|', piece.begin)) {
        pieces.push_back({piece.begin, bar});
        piece.begin = bar + 1;
      }
      pieces.push_back(piece);
    }
    block.pieces = std::move(pieces);
  }
  std::replace(document.text.begin(), document.text.end(), '|', '\n');
  return document;
}

MarkedNameScene::MarkedNameScene(const Knowledge& knowledge, std::string_view marked)
    : names_(marked),
      document_(BrokenAtBars(names_.document())),
      view_(document_, knowledge.conventions),
      words_(knowledge.lexicons, view_.folded().text()),
      entities_(names_.gazetteer(), found_),
      known_(LinkMatches(names_.gazetteer(), view_,
                         names_.gazetteer().Find(view_.folded(), document_.text))),
      scene_{view_, knowledge, words_, names_.gazetteer(), entities_, known_} {}

std::string MarkedNameScene::Show(std::vector<NameCandidate> candidates) const {
  const auto key = [](const NameCandidate& c) {
    return std::tuple(c.folded.begin, c.folded.end, c.type, -c.score);
  };
  std::sort(candidates.begin(), candidates.end(),
            [&](const NameCandidate& a, const NameCandidate& b) { return key(a) < key(b); });
  std::string shown;
  std::string last;
  for (const NameCandidate& candidate : candidates) {
    std::string surface(view_.Original(candidate.folded).In(document_.text));
    std::replace(surface.begin(), surface.end(), '\n', '|');
    const std::string one = fmt::format("{}={}@{:.3g}{}", surface, candidate.type, candidate.score,
                                        candidate.in_title ? "+title" : "");
    const std::string place = fmt::format("{} {}", candidate.folded.begin, one);
    if (place != last) shown += (shown.empty() ? "" : " ") + one;
    last = place;
  }
  return shown;
}

}  // namespace zhitu::extract
