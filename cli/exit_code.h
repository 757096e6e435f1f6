#pragma once

namespace zhitu::cli {

/// How the program ends. A fault of the program itself ends with `std::abort`, so that no code
/// below ever stands for one.
enum class ExitCode : int {
  kDone = 0,
  kNothing = 1,       ///< Nothing found, or a check failed.
  kUsage = 2,         ///< The command line contradicts itself or names what does not exist.
  kBadInput = 3,      ///< A dictionary, rules, gold or graph file, or the corpus, is broken.
  kIo = 4,            ///< A file is missing, unreadable or not writable.
  kLimit = 5,         ///< A limit or the memory is used up.
  kInterrupted = 130  ///< Ended by a signal.
};

}  // namespace zhitu::cli
