#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "export/doctor_findings.h"

namespace zhitu::xport {

/// A piece of JSON.
struct JsonToken {
  /// What it is: brackets, commas and colons are `kMark`; numbers, `true`, `null` are `kLiteral`.
  enum class Kind { kMark, kString, kLiteral };
  Kind kind = Kind::kMark;  ///< What it is.
  std::string text;    ///< The mark, the characters of the string, or the literal as JSON has it.
  std::size_t at = 0;  ///< Byte of the text.
};

/// The pieces of a text that is JSON or nearly: comments, single quotes, names without quotes, NaN
/// and Infinity are told and mended; strings are taken as far as they go. Keeps all. O(n).
///
/// @param text      what `ReadLooseText` gave; its places are those of `findings`.
std::vector<JsonToken> ReadJsonTokens(std::string_view text, DoctorFindings& findings);

}  // namespace zhitu::xport
