#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace zhitu {

// The built program, run in a folder of its own that holds a small corpus:
//   corpus/a.txt, corpus/b.txt   two documents that need no preset
//   names.csv                    a dictionary with parents, an alias of two entities and a name
//                                that is in no text
class Program {
 public:
  Program();

  const TempFolder& folder() const { return folder_; }
  // Runs `zhitu ARGUMENTS` in the folder.
  ProcessResult Run(const std::vector<std::string>& arguments, ProcessOptions options = {}) const;
  // Starts it.
  Process Start(const std::vector<std::string>& arguments, ProcessOptions options) const;
  // Builds g.zhitu of the corpus; std::runtime_error if that fails.
  void Build(const std::vector<std::string>& more = {}) const;

 private:
  TempFolder folder_;
};

// A file to be written before a case is run: name, bytes.
using CaseFile = std::pair<std::string, std::string>;

}  // namespace zhitu
