#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace zhitu::cli {

/// Help on the program: what it is, an example, the commands and, unless `brief`, the options of
/// all commands and the exit codes.
std::string ProgramHelp(const std::vector<Command>& commands, bool brief);

/// Help on a group of commands: those whose names begin with its word.
std::string GroupHelp(const std::string& group, const std::vector<Command>& commands);

/// Help on a command: how to call it and its options; unless `brief`, examples stand first and
/// notes and the options of all commands last.
std::string CommandHelp(const Command& command, bool brief);

}  // namespace zhitu::cli
