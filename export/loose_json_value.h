#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/doctor_findings.h"
#include "export/loose_json.h"

namespace zhitu::xport {

/// A value of JSON.
struct LooseJsonValue {
  std::string json;  ///< Well formed, without blanks.
  /// Of a list of texts, numbers and truth values: its items joined by `|`, a bar in one as `\|`,
  /// as `zhitu import` has it; null items are left out.
  std::optional<std::string> joined;
};

/// Reads a value, and tells and mends what is wrong inside it: commas, colons and values that are
/// missing, brackets that do not match, what is cut off, members that stand twice (the last is
/// kept, as readers keep it). O(n).
///
/// @param tokens  what `ReadJsonTokens` gave.
/// @param next    the number of the first token of the value, less than there are tokens; gets that
///                of the next behind it, which is greater. A mark that begins no value is passed
///                over as null, untold.
/// @throws extract::InputError  if lists and objects are nested deeper than 100.
LooseJsonValue ReadLooseJsonValue(const std::vector<JsonToken>& tokens, std::size_t& next,
                                  DoctorFindings& findings);

/// The piece as JSON has it: a text in quotes, all else as it stands.
std::string AsJson(const JsonToken& token);

/// At most the first 40 bytes of a text in UTF-8, whole characters, for messages.
std::string BeginningOf(std::string_view text);

}  // namespace zhitu::xport
