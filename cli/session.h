#pragma once

#include <cstddef>
#include <string>

#include "cli/messages.h"
#include "cli/standard_output.h"

namespace zhitu::cli {

/// The options that every command takes, before or after its name.
struct GlobalOptions {
  std::size_t jobs = 0;         ///< Threads; 0 on the command line's side: all cores.
  bool quiet = false;           ///< Errors only on standard error.
  bool verbose = false;         ///< Details too.
  bool strict = false;          ///< Warnings about a dictionary are errors.
  bool force = false;           ///< Replace an output that is a file of another kind.
  std::string colour = "auto";  ///< `auto always never`.
  std::string format;           ///< Form of the answer; empty: the command's own.
};

/// What a command has to work with. Nothing is owned.
struct Session {
  GlobalOptions options;
  StandardOutput& out;  ///< Data.
  Messages& messages;   ///< All else.
  bool out_is_terminal = false;
  bool out_in_colour = false;
};

}  // namespace zhitu::cli
