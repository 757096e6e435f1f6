#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/option.h"
#include "cli/session.h"

namespace zhitu::cli {

/// A subcommand: what help says of it, its options, and what it does.
struct Command {
  std::string name;             ///< One word, or those of a group and the command: `dict compile`.
  std::string summary;          ///< One line, for the list of commands.
  std::string synopsis;         ///< What follows the name: `GRAPH NAME [options]`.
  std::string examples;         ///< Lines of examples, each with its own explanation.
  std::string notes;            ///< Paragraphs after the options; may be empty.
  std::vector<Option> options;  ///< Positional ones first, in their order.
  std::vector<std::string> formats;  ///< Values of `--format`; the first is the default of pipes.
  std::function<ExitCode(Session&)> run;  ///< Reads what the options were bound to.
};

/// The forms in which commands that answer questions print: `table tsv json jsonl csv md`.
std::vector<std::string> AnswerFormats();

/// All commands, in the order in which help lists them.
std::vector<Command> AllCommands();

Command BuildCommand();    ///< `zhitu build`, in build.cpp; likewise for the others.
Command ExtractCommand();  ///< `zhitu extract`
Command ExportCommand();   ///< `zhitu export`
Command ImportCommand();   ///< `zhitu import`
Command DoctorCommand();   ///< `zhitu doctor`
Command LayoutCommand();   ///< `zhitu layout`
Command RelatedCommand();  ///< `zhitu related`
Command PathCommand();     ///< `zhitu path`
Command ShowCommand();     ///< `zhitu show`
Command ServeCommand();    ///< `zhitu serve`
Command StatsCommand();    ///< `zhitu stats`
Command VerifyCommand();   ///< `zhitu verify`
Command EvalCommand();     ///< `zhitu eval`
Command TrainCommand();    ///< `zhitu train`

Command DictImportCommand();   ///< `zhitu dict import`
Command DictLintCommand();     ///< `zhitu dict lint`
Command DictImpactCommand();   ///< `zhitu dict impact`
Command DictCompileCommand();  ///< `zhitu dict compile`
Command DictSuggestCommand();  ///< `zhitu dict suggest`

}  // namespace zhitu::cli
