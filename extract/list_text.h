#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dictionary_draft.h"

namespace zhitu::extract {

/// Reads a file of a list, which is UTF-8 with or without a byte order mark, and makes it the
/// draft's file at hand. Nothing, and faults in the draft, if it is another encoding.
/// @throws IoError, LimitError  as `ReadBytes`.
std::optional<std::string> ReadListText(const std::string& path, DictionaryDraft& draft);

/// Calls `take` with each line that is not blank, without its end (LF or CR LF), and its number
/// from 1. O(n).
void ForEachLine(std::string_view text,
                 const std::function<void(std::string_view line, std::size_t number)>& take);

/// A field of a line.
struct ListField {
  std::string_view text;   ///< As it stands there.
  std::size_t column = 1;  ///< In code points, from 1.
};

/// The parts of a line between runs of blanks, or between single tabs if it holds one. O(n).
std::vector<ListField> FieldsOf(std::string_view line);

}  // namespace zhitu::extract
