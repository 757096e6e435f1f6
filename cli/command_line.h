#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace zhitu::cli {

/// What a command line asks for.
struct Invocation {
  enum class Kind {
    kRun,
    kShortHelp,
    kHelp,
    kVersion,
    kNoCommand  ///< A group without one of its commands: short help, and a usage error.
  };
  Kind kind = Kind::kRun;
  const Command* command = nullptr;  ///< Null for help on the program and for the version.
  std::string group;                 ///< For help on a group of commands its word; else empty.
  GlobalOptions options;
};

/// Reads a command line; the values of the command's options go where they are bound to.
///
/// @param arguments  without the program's name.
/// @param commands   must outlive the result.
/// @throws extract::UsageError that says what was expected.
Invocation ParseCommandLine(const std::vector<std::string>& arguments,
                            const std::vector<Command>& commands);

/// The options of every command, bound to `options`; `formats` are the values of `--format`.
/// `help` is set by `--help`, `short_help` by `-h`, `version` by `--version`.
struct HelpFlags {
  bool help = false;
  bool short_help = false;
  bool version = false;
};
std::vector<Option> GlobalOptionTable(GlobalOptions& options, HelpFlags& help,
                                      std::vector<std::string> formats);

}  // namespace zhitu::cli
