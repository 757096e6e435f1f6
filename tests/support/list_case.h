#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace zhitu {

// A list and the dictionary that it gives.
struct ListCase {
  const char* name;
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<std::string> types;
  std::string rows;
  std::string left_out;
  std::string fault;
};
void PrintTo(const ListCase& c, std::ostream* out);

// Fails the test if importing all files, or those of `inputs`, does not give what the case says.
void ExpectRows(const std::string& format, const ListCase& c,
                const std::vector<std::string>& inputs = {});

}  // namespace zhitu
