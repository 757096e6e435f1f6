#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace zhitu::graph {

/// Finds where words have gone to in a text that has changed. Remembers what is not there at all,
/// so that many questions about one text stay cheap. One thread.
class QuoteSearch {
 public:
  /// @param text  must live longer.
  explicit QuoteSearch(std::string_view text) : text_(text) {}

  /// The byte at which `words` begin nearest to byte `at`; nothing if they are not in the text.
  /// Looks near `at` first. O(distance), or O(text) where they are not found.
  std::optional<std::size_t> Nearest(std::string_view words, std::size_t at);

 private:
  std::string_view text_;
  std::unordered_set<std::string> absent_;
};

}  // namespace zhitu::graph
