#include "cli/help.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "cli/command_line.h"
#include "cli/wording.h"

namespace zhitu::cli {
namespace {

constexpr std::string_view kProgramExamples =
    R"(  # from a folder of text and a list of names to a graph, and on to Gephi
  zhitu build articles/ -d dictionary.csv -o news.zhitu
  zhitu export news.zhitu news.graphml
  # what is tied to a name, and which words say so
  zhitu related news.zhitu 翰林社区 --explain
)";

constexpr std::string_view kExitCodes = R"(
Exit codes
  0  done                            3  an input is broken
  1  nothing found, a check failed   4  a file is missing or cannot be written
  2  the command line is wrong       5  a limit or the memory is used up
  130  interrupted
)";

std::string Left(const Option& option) {
  if (option.positional()) return option.names;
  std::string names = option.names;
  const std::size_t comma = names.find(',');
  if (comma != std::string::npos) names.insert(comma + 1, " ");
  if (comma == std::string::npos && names.starts_with("--")) names.insert(0, "    ");
  return option.value.empty() ? names : names + " " + option.value;
}

std::string Right(const Option& option) {
  std::string help = option.help;
  if (!option.choices.empty()) help += ": " + Joined(option.choices, " ");
  if (option.required && !option.positional()) help += " (required)";
  return help;
}

std::string Lines(const std::vector<Option>& options) {
  std::size_t width = 0;
  for (const Option& option : options) width = std::max(width, Left(option).size());
  std::string lines;
  for (const Option& option : options) {
    std::string left = Left(option);
    left.resize(width, ' ');
    lines += "  " + left + "  " + Right(option) + "\n";
  }
  return lines;
}

std::string GlobalLines(const std::vector<std::string>& formats) {
  GlobalOptions options;
  HelpFlags flags;
  return Lines(GlobalOptionTable(options, flags, formats));
}

// Name and summary of those commands whose names begin so.
std::string CommandLines(const std::vector<Command>& commands, const std::string& beginning) {
  std::size_t width = 0;
  for (const Command& command : commands) width = std::max(width, command.name.size());
  std::string lines;
  for (const Command& command : commands) {
    if (!command.name.starts_with(beginning)) continue;
    std::string name = command.name;
    name.resize(width, ' ');
    lines += "  " + name + "  " + command.summary + "\n";
  }
  return lines;
}

}  // namespace

std::string ProgramHelp(const std::vector<Command>& commands, bool brief) {
  std::string help =
      "zhitu turns text into a knowledge graph whose every node and edge keeps its evidence.\n\n";
  if (!brief) help += "Examples\n" + std::string(kProgramExamples) + "\n";
  help += "Usage: zhitu COMMAND [options]\n\nCommands\n" + CommandLines(commands, "");
  if (brief) return help + "\n'zhitu COMMAND --help' shows examples and options.\n";
  return help + "\nOptions of all commands, before or after the command\n" + GlobalLines({}) +
         std::string(kExitCodes) + "\n'zhitu COMMAND --help' shows examples and options.\n";
}

std::string GroupHelp(const std::string& group, const std::vector<Command>& commands) {
  return "Usage: zhitu " + group + " COMMAND [options]\n\nCommands\n" +
         CommandLines(commands, group + ' ') + "\n'zhitu " + group +
         " COMMAND --help' shows examples and options.\n";
}

std::string CommandHelp(const Command& command, bool brief) {
  std::string help;
  if (!brief) help += "Examples\n" + command.examples + "\n";
  help += "Usage: zhitu " + command.name + " " + command.synopsis + "\n" + command.summary +
          "\n\nOptions\n" + Lines(command.options);
  if (brief)
    return help + "\n'zhitu " + command.name + " --help' shows examples and more options.\n";
  if (!command.notes.empty()) help += "\n" + command.notes;
  return help + "\nOptions of all commands\n" + GlobalLines(command.formats);
}

}  // namespace zhitu::cli
