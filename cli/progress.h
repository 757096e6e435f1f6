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

/// How far a model is trained.
struct LearningProgress {
  std::size_t epochs = 0;      ///< Passes done.
  std::size_t all_epochs = 0;  ///< Passes to be done; above `epochs`.
  std::size_t done = 0;        ///< Paragraphs done of the pass that runs.
  std::size_t all = 0;         ///< Paragraphs of a pass; not 0.
  double seconds = 0;          ///< Time since the beginning.
};

/// One line for a terminal: `[####      ] pass 2 of 8, 120 of 900 paragraphs, 40 s left`. The time
/// left is left out in the first tenth of a second.
std::string TrainingLine(const LearningProgress& progress);

/// How far statements are learned.
struct PredicatesProgress {
  std::size_t done = 0;  ///< Parts of the work done.
  std::size_t all = 0;   ///< All of them; not 0.
  double seconds = 0;    ///< Time since the beginning.
};

/// One line for a terminal: `[####      ] statements, 40 s left`. The time left is left out in the
/// first tenth of a second.
std::string PredicatesLine(const PredicatesProgress& progress);

/// One line for a terminal: a bar of 20 columns, files, documents, megabytes, megabytes a second,
/// and the time left if the files to come are like those before: `[####      ] 2 of 9 files, ...`.
/// Rates and time are left out in the first tenth of a second.
std::string ProgressLine(const ReadingProgress& progress);

}  // namespace zhitu::cli
