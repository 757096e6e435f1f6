#include "extract/quotes.h"

#include <string_view>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostDepth = 8;  // quotes within quotes

}  // namespace

std::vector<Span> OuterQuotes(const View& view, const TextConventions& conventions) {
  const std::string_view text = view.folded().text();
  std::vector<Span> quotes;
  std::vector<std::size_t> open;
  std::size_t feed = text.find('\n');  // the end of the block
  for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
    if (at > feed) {
      open.clear();
      feed = text.find('\n', at);
    }
    std::size_t place = view.Original({at, at + 1}).begin;
    const char32_t c = NextCodePoint(view.document().text, place);
    if (conventions.Opens(c) && open.size() < kMostDepth) {
      open.push_back(at + 1);
    } else if (conventions.Closes(c) && !open.empty()) {
      if (open.size() == 1) quotes.push_back({open.back(), at});
      open.pop_back();
    }
  }
  return quotes;
}

bool AreListed(const Span& quote, const Span& next, const View& view,
               const TextConventions& conventions) {
  const std::string_view between =
      std::string_view(view.folded().text()).substr(quote.end + 1, next.begin - quote.end - 2);
  return between.empty() || conventions.Separates(between);
}

}  // namespace zhitu::extract
