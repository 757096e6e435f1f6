#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/dictionary_draft.h"

namespace zhitu {

// What importing lists gives.
struct ImportedList {
  std::string rows;      // of the dictionary, without its header
  std::string left_out;  // one problem a line, then unknown tags; paths without the folder
  std::string fault;     // what was thrown, or empty
  extract::DictionaryDraft::Counts counts;
};

// Writes the files into a folder of their own and imports them all (or those of `inputs`) by the
// format's reader.
ImportedList ImportList(const std::string& format,
                        const std::vector<std::pair<std::string, std::string>>& files,
                        const std::vector<std::string>& types = {},
                        const std::vector<std::string>& inputs = {},
                        const std::string& language = {});

}  // namespace zhitu
