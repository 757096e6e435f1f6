#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/records.h"
#include "graph/stretch.h"

namespace zhitu::graph {

/// Which part of a text pairs entities.
enum class Window { kSentence, kParagraph, kDocument };

/// The window's name on the command line and in `meta`: `sentence paragraph document`.
std::string_view WindowName(Window window);

/// A mention inside a co-occurrence window.
struct Named {
  Stretch place;              ///< Where it stands.
  std::int64_t sentence = 0;  ///< Number of its sentence in the document.
};

/// Two mentions that stand close together.
struct NamedPair {
  Named first;   ///< The one that begins first.
  Named second;  ///< The other.
};

/// The mention of the one and the mention of the other with the shortest stretch from the first's
/// begin to the second's; of equals the earliest. Both lists in order of begin and not empty;
/// O(left + right).
NamedPair ClosestPair(const std::vector<Named>& left, const std::vector<Named>& right);

/// What is quoted for a co-occurrence: the sentence that holds both mentions if it has at most
/// `kLongestQuote` code points; else the stretch from one to the other; else, where that is too
/// long too, the first mention alone.
///
/// @param sentence  the sentence of both, or nothing if they stand in two.
Stretch QuoteOf(const NamedPair& pair, const std::optional<Stretch>& sentence);

/// Code points that the quote of a co-occurrence may have.
inline constexpr std::int64_t kLongestQuote = 400;

}  // namespace zhitu::graph
