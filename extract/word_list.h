#pragma once

#include <string>

#include "extract/dictionary_draft.h"

namespace zhitu::extract {

/// Reads a user dictionary of jieba: `word [frequency] [tag]` a line, parted by blanks. O(n).
/// @throws IoError, LimitError  if the file cannot be read.
void ReadJiebaWords(const std::string& path, DictionaryDraft& draft);

/// Reads a custom dictionary of HanLP: `word [tag frequency]...` a line, parted by blanks or tabs;
/// of several tags the first counts. O(n).
/// @throws IoError, LimitError  if the file cannot be read.
void ReadHanlpWords(const std::string& path, DictionaryDraft& draft);

}  // namespace zhitu::extract
