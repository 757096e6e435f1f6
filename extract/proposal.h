#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace zhitu::extract {

/// A name that a dictionary may take.
struct Proposal {
  std::string name;                  ///< As it is written.
  std::string type;                  ///< `[a-z][a-z0-9_]*`.
  std::vector<std::string> aliases;  ///< Other forms of it.
  std::string parent;                ///< Name of the larger unit it stands behind; or empty.
  double confidence = 0;             ///< 0 to 1: how sure it is a name of that type.
  std::size_t count = 0;             ///< Places.
  std::size_t documents = 0;         ///< Documents that hold it.
  std::string found_by;              ///< What it was found by.
  std::string sample;                ///< A sentence that holds it.
};

}  // namespace zhitu::extract
