#include "graph/co_occurrence.h"

#include <algorithm>
#include <limits>

namespace zhitu::graph {

std::string_view WindowName(Window window) {
  switch (window) {
    case Window::kSentence:
      return "sentence";
    case Window::kParagraph:
      return "paragraph";
    case Window::kDocument:
      return "document";
  }
  return "sentence";
}

NamedPair ClosestPair(const std::vector<Named>& left, const std::vector<Named>& right) {
  NamedPair best;
  std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
  auto i = left.begin();
  auto j = right.begin();
  while (i != left.end() && j != right.end()) {
    const bool left_first = i->place.begin <= j->place.begin;
    const NamedPair pair = left_first ? NamedPair{*i, *j} : NamedPair{*j, *i};
    const std::int64_t length = pair.second.place.begin - pair.first.place.begin;
    if (length < shortest) {
      shortest = length;
      best = pair;
    }
    // Any other pair with the one in front is longer.
    if (left_first) {
      ++i;
    } else {
      ++j;
    }
  }
  return best;
}

Stretch QuoteOf(const NamedPair& pair, const std::optional<Stretch>& sentence) {
  const auto fits = [](const Stretch& stretch) {
    return stretch.end - stretch.begin <= kLongestQuote;
  };
  if (sentence && fits(*sentence)) return *sentence;
  const Stretch both{pair.first.place.begin, std::max(pair.first.place.end, pair.second.place.end)};
  return fits(both) ? both : pair.first.place;
}

}  // namespace zhitu::graph
