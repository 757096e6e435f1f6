#include "cli/command.h"

namespace zhitu::cli {

std::vector<Command> AllCommands() {
  return {BuildCommand(),    ExtractCommand(),    ExportCommand(),      ImportCommand(),
          DoctorCommand(),   LayoutCommand(),     RelatedCommand(),     PathCommand(),
          ShowCommand(),     ServeCommand(),      StatsCommand(),       VerifyCommand(),
          EvalCommand(),     TrainCommand(),      DictSuggestCommand(), DictImportCommand(),
          DictLintCommand(), DictImpactCommand(), DictCompileCommand()};
}

}  // namespace zhitu::cli
