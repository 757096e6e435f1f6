#include "extract/name_choice.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace zhitu::extract {

// From right to left: the best of what begins at a span or behind it either holds the span and the
// best of what begins behind its end, or is the best without it. A tie takes the span, which comes
// first.
std::vector<std::size_t> ChooseBest(const std::vector<WeighedSpan>& spans) {
  std::vector<std::size_t> order(spans.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Span& left = spans[a].span;
    const Span& right = spans[b].span;
    return std::tuple(left.begin, right.end, a) < std::tuple(right.begin, left.end, b);
  });
  std::vector<double> best(order.size() + 1, 0);  // of the spans from here on
  std::vector<std::size_t> next(order.size());    // the first that begins behind this one's end
  for (std::size_t i = order.size(); i-- > 0;) {
    const auto behind = std::lower_bound(
        order.begin() + static_cast<std::ptrdiff_t>(i), order.end(), spans[order[i]].span.end,
        [&](std::size_t number, std::size_t end) { return spans[number].span.begin < end; });
    next[i] = static_cast<std::size_t>(behind - order.begin());
    best[i] = std::max(best[i + 1], spans[order[i]].weight + best[next[i]]);
  }
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < order.size();) {
    if (spans[order[i]].weight + best[next[i]] >= best[i + 1]) {
      chosen.push_back(order[i]);
      i = next[i];
    } else {
      ++i;
    }
  }
  return chosen;
}

}  // namespace zhitu::extract
