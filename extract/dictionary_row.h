#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::extract {

/// A value of a dictionary row and where it stands. Views last as long as the call that gets it.
struct DictionaryValue {
  std::string_view key;           ///< Column name or JSON key.
  std::string_view text;          ///< The value; unused where `list` is set.
  std::vector<std::string> list;  ///< Items of a JSON array.
  bool is_list = false;           ///< True for a JSON array.
  LineColumn where;               ///< First character of the cell, or the line of the object.
};

/// One row, not yet checked.
struct DictionaryRow {
  LineColumn where;                     ///< Begin of the row.
  std::vector<DictionaryValue> values;  ///< In column order; empty cells are left out.
};

/// Reads the rows of one dictionary file in order; every fault is added to `problems`, with `path`
/// as its file.
///
/// @param path  its ending decides: `.jsonl`, `.csv`, all else separated by tabs.
/// @param text  valid UTF-8.
/// @param take  called with every row whose syntax is right.
void ReadDictionaryRows(const std::string& path, std::string_view text,
                        std::vector<Problem>& problems,
                        const std::function<void(const DictionaryRow&)>& take);

/// Splits at bars; `\|` is a literal bar and `\\` a literal backslash. White space around items is
/// dropped, empty items too.
std::vector<std::string> SplitBars(std::string_view text);

}  // namespace zhitu::extract
