#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::cli {

/// ` (did you mean 'X'?)` for the known word that is closest to a mistyped one, or an empty text if
/// none is near. O(words * length^2).
std::string DidYouMean(std::string_view word, const std::vector<std::string>& known);

/// `1 entity`, `2 entities`.
std::string Counted(std::int64_t count, std::string_view one, std::string_view several);

/// A large number as one reads it: `1,000,000`. `number` is not negative.
std::string Grouped(std::int64_t number);

/// The texts with `separator` between them.
std::string Joined(const std::vector<std::string>& texts, std::string_view separator);

}  // namespace zhitu::cli
