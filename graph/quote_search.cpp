#include "graph/quote_search.h"

#include <algorithm>

namespace zhitu::graph {
namespace {

// Nearest of those that begin within `reach` bytes of `at`.
std::optional<std::size_t> NearestWithin(std::string_view text, std::string_view words,
                                         std::size_t at, std::size_t reach) {
  const std::size_t begin = at - std::min(at, reach);
  const std::size_t end = std::min(text.size(), at + std::min(text.size(), reach) + words.size());
  const std::string_view near = text.substr(begin, end - begin);
  const std::size_t after = near.find(words, at - begin);
  const std::size_t before = near.rfind(words, at - begin);
  if (after == std::string_view::npos && before == std::string_view::npos) return std::nullopt;
  if (before == std::string_view::npos) return begin + after;
  if (after == std::string_view::npos) return begin + before;
  return begin + (after - (at - begin) < at - begin - before ? after : before);
}

}  // namespace

std::optional<std::size_t> QuoteSearch::Nearest(std::string_view words, std::size_t at) {
  if (words.empty() || absent_.count(std::string(words)) != 0) return std::nullopt;
  at = std::min(at, text_.size());
  for (const std::size_t reach : {std::size_t{1} << 12U, std::size_t{1} << 16U, text_.size()}) {
    if (const auto found = NearestWithin(text_, words, at, reach)) return found;
  }
  absent_.emplace(words);
  return std::nullopt;
}

}  // namespace zhitu::graph
