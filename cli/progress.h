#pragma once

#include <cstddef>
#include <string>

namespace zhitu::cli {

/// How far a corpus is read.
struct ReadingProgress {
  std::size_t files = 0;      ///< Files read.
  std::size_t all_files = 0;  ///< Files to be read; at least `files`.
  std::size_t documents = 0;  ///< Documents found in them.
  std::size_t bytes = 0;      ///< Bytes of their texts.
  double seconds = 0;         ///< Time since the first file was begun.
};

/// One line for a terminal: a bar of 20 columns, files, documents, megabytes, megabytes a second,
/// and the time left if the files to come are like those before: `[####      ] 2 of 9 files, ...`.
/// Rates and time are left out in the first tenth of a second.
std::string ProgressLine(const ReadingProgress& progress);

}  // namespace zhitu::cli
