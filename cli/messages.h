#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"

namespace zhitu::cli {

/// What is said to the user on standard error: errors, warnings, notes and progress, one line each,
/// with the control characters of names and texts escaped. One thread. What cannot be written is
/// lost; nothing is thrown.
class Messages {
 public:
  /// Of errors and of warnings this many are shown; the rest is counted.
  static constexpr std::size_t kMostShown = 20;

  /// How much is said, and how.
  struct Manner {
    bool quiet = false;     ///< Errors only.
    bool verbose = false;   ///< Details too.
    bool colour = false;    ///< `error` and `warning` in colour.
    bool progress = false;  ///< The stream is a terminal that can rewrite a line.
  };

  /// @param descriptor  an open file descriptor, not owned.
  explicit Messages(int descriptor) : descriptor_(descriptor) {}

  /// Sets how much is said from here on.
  void set_manner(const Manner& manner) { manner_ = manner; }
  /// True if details are wanted.
  bool verbose() const { return manner_.verbose && !manner_.quiet; }

  /// `zhitu: error: WHAT`.
  void Error(std::string_view what);
  /// One error a problem; past the first 20 only their number.
  void Errors(const std::vector<extract::Problem>& problems);
  /// `zhitu: warning: WHAT`; past the first 20 counted for `CountHidden`.
  void Warn(std::string_view what);
  /// The same for problems of an input.
  void Warn(const std::vector<extract::Problem>& problems);
  /// `zhitu: WHAT`: what was done.
  void Inform(std::string_view what);
  /// A line that belongs to the message before it, indented.
  void More(std::string_view what);
  /// Whole lines of the program's own, as they are: help.
  void Plain(std::string_view text) { WriteAll(text); }
  /// True if `Progress` would show a line now: spares making it.
  bool WantsProgress() const;
  /// A line that the next message replaces; on a terminal only, at most ten times a second.
  void Progress(std::string_view what);
  /// Says how many warnings were not shown, if any.
  void CountHidden();

 private:
  void WriteLine(std::string_view label, const char* colour, std::string_view what);
  void ClearProgress();
  void WriteAll(std::string_view bytes) const;

  int descriptor_;
  Manner manner_;
  std::size_t warnings_ = 0;
  bool progress_shown_ = false;
  std::chrono::steady_clock::time_point last_progress_;
};

}  // namespace zhitu::cli
