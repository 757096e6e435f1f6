#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <utility>

#include "cli/wording.h"
#include "extract/characters.h"
#include "extract/error.h"

// Two passes. The first looks at the global options alone and stops at the first word that is none:
// the command (for one of a group this is done twice). The second reads everything but that word
// with the command's options and the global ones. CLI11 tells options and values apart; positional
// arguments are what it leaves over, because it would read a file name in brackets as a list.

namespace zhitu::cli {
namespace {

using extract::UsageError;

constexpr std::size_t kMostJobs = 1024;

// The name by which messages call an option: the long one.
std::string ShownName(const Option& option) {
  const std::size_t comma = option.names.rfind(',');
  return comma == std::string::npos ? option.names : option.names.substr(comma + 1);
}

UsageError Explain(const CLI::ParseError& error) {
  const std::string what = error.what();
  std::string name = what.substr(0, what.find_first_of(": "));
  if (!name.starts_with('-')) name.insert(0, name.size() > 1 ? "--" : "-");
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) return UsageError(what);
  const bool flag = what.find("override") != std::string::npos;
  return UsageError(name + (flag ? ": takes no value" : ": expected a value after it"));
}

// The options of one pass and what was given for each.
class OptionReader {
 public:
  explicit OptionReader(const std::vector<const Option*>& options) {
    app_.set_help_flag();
    app_.allow_extras();
    for (const Option* option : options) {
      if (!option->positional()) parsed_.emplace_back(option, Add(*option));
    }
  }

  // Leaves everything from the first word on that is no option, nor an option's value.
  void StopAtFirstWord() { app_.prefix_command(); }

  // What is left over, in order.
  std::vector<std::string> Read(std::vector<std::string> arguments) {
    std::ranges::reverse(arguments);  // as CLI11 wants them
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
      throw Explain(error);
    }
    return app_.remaining();
  }

  void AssignAll() const {
    for (const auto& [option, parsed] : parsed_) {
      if (parsed->count() > 0) Assign(*option, ShownName(*option), parsed->results());
    }
  }

  // The first required option that was not given, or null.
  const Option* Missing() const {
    for (const auto& [option, parsed] : parsed_) {
      if (option->required && parsed->count() == 0) return option;
    }
    return nullptr;
  }

 private:
  CLI::Option* Add(const Option& option) {
    if (option.value.empty()) return app_.add_flag(option.names)->disable_flag_override();
    return app_.add_option(option.names, [](const CLI::results_t&) { return true; })
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
  }

  CLI::App app_;
  std::vector<std::pair<const Option*, CLI::Option*>> parsed_;
};

std::vector<const Option*> Pointers(const std::vector<Option>& first,
                                    const std::vector<Option>& second) {
  std::vector<const Option*> all;
  all.reserve(first.size() + second.size());
  for (const Option& option : first) all.push_back(&option);
  for (const Option& option : second) all.push_back(&option);
  return all;
}

// What stands for the number of an option that may go without; null for other words.
const std::string* ImpliedBy(const std::string& word, const std::vector<const Option*>& options) {
  for (const Option* option : options) {
    const auto* share = std::get_if<Option::Share>(&option->target);
    if (share != nullptr && ShownName(*option) == word) return &share->implied;
  }
  return nullptr;
}

// The arguments with the numbers that are left out.
std::vector<std::string> WithImplied(std::vector<std::string> arguments,
                                     const std::vector<const Option*>& options) {
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string* const implied = ImpliedBy(arguments[i], options);
    const bool given = i + 1 < arguments.size() && IsNumberLike(arguments[i + 1]);
    if (implied != nullptr && !given) arguments[i] += '=' + *implied;
  }
  return arguments;
}

bool LooksLikeOption(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

[[noreturn]] void RefuseOption(const std::string& word, const std::vector<const Option*>& options,
                               const std::string& help) {
  std::vector<std::string> names;
  for (const Option* option : options) {
    if (!option->positional()) names.push_back(ShownName(*option));
  }
  const std::string name = word.substr(0, word.find('='));
  const std::string near = name.starts_with("--") ? DidYouMean(name, names) : "";
  throw UsageError("unknown option '" + extract::Printable(name) + "'" + near +
                   "; expected one of those that '" + help + "' lists");
}

// Drops the mark `--`, before which nothing may look like an option.
std::vector<std::string> Words(const std::vector<std::string>& left,
                               const std::vector<const Option*>& options, const std::string& help) {
  std::vector<std::string> words;
  bool marked = false;
  for (const std::string& word : left) {
    if (!marked && word == "--") {
      marked = true;
      continue;
    }
    if (!marked && LooksLikeOption(word)) RefuseOption(word, options, help);
    words.push_back(word);
  }
  return words;
}

void AssignWords(const Command& command, const std::vector<std::string>& words) {
  std::size_t next = 0;
  for (const Option& option : command.options) {
    if (!option.positional()) continue;
    if (next == words.size() && !option.required) continue;
    if (next == words.size()) {
      throw UsageError(command.name + ": expected " + option.names + ", " + option.help +
                       "; see 'zhitu " + command.name + " --help'");
    }
    const bool several = std::holds_alternative<std::vector<std::string>*>(option.target);
    const std::size_t count = several ? words.size() - next : 1;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(next);
    Assign(option, option.names, {begin, begin + static_cast<std::ptrdiff_t>(count)});
    next += count;
  }
  if (next == words.size()) return;
  throw UsageError(command.name + ": unexpected argument '" + extract::Printable(words[next]) +
                   "'; expected " + command.synopsis);
}

// The first word of a command's name.
std::string FirstWord(const Command& command) {
  return command.name.substr(0, command.name.find(' '));
}

bool IsGroup(const std::string& word, const std::vector<Command>& commands) {
  return std::ranges::any_of(
      commands, [&](const Command& command) { return command.name.starts_with(word + ' '); });
}

[[noreturn]] void RefuseCommand(const std::string& name, const std::vector<std::string>& names) {
  throw UsageError("unknown command '" + extract::Printable(name) + "'" + DidYouMean(name, names) +
                   "; expected one of: " + Joined(names, ", "));
}

// Throws for a word that begins no command.
void CheckFirstWord(const std::string& word, const std::vector<Command>& commands) {
  std::vector<std::string> words;
  for (const Command& command : commands) {
    const std::string first = FirstWord(command);
    if (first == word) return;
    if (std::ranges::find(words, first) == words.end()) words.push_back(first);
  }
  RefuseCommand(word, words);
}

// Of a group only its own commands are told.
const Command& FindCommand(const std::string& name, const std::vector<Command>& commands) {
  std::vector<std::string> names;
  const std::string group = name.substr(0, name.find(' ') + 1);
  for (const Command& command : commands) {
    if (command.name == name) return command;
    if (command.name.starts_with(group)) names.push_back(command.name);
  }
  RefuseCommand(name, names);
}

Invocation::Kind KindOf(const HelpFlags& flags, Invocation::Kind otherwise) {
  if (flags.version) return Invocation::Kind::kVersion;
  if (flags.help) return Invocation::Kind::kHelp;
  return flags.short_help ? Invocation::Kind::kShortHelp : otherwise;
}

// `zhitu help COMMAND` is `zhitu COMMAND --help`.
Invocation HelpOn(const std::vector<std::string>& words, const std::vector<Command>& commands) {
  Invocation help{Invocation::Kind::kHelp, nullptr, {}, {}};
  if (words.size() == 1) return help;
  CheckFirstWord(words[1], commands);
  if (!IsGroup(words[1], commands)) {
    help.command = &FindCommand(words[1], commands);
  } else if (words.size() == 2) {
    help.group = words[1];
  } else {
    help.command = &FindCommand(words[1] + ' ' + words[2], commands);
  }
  return help;
}

Invocation ParseForCommand(const Command& command, const std::vector<std::string>& arguments) {
  Invocation invocation;
  invocation.command = &command;
  HelpFlags flags;
  const std::vector<Option> global = GlobalOptionTable(invocation.options, flags, command.formats);
  const std::vector<const Option*> options = Pointers(command.options, global);
  OptionReader reader(options);
  const std::vector<std::string> left = reader.Read(WithImplied(arguments, options));
  const std::string help = "zhitu " + command.name + " --help";
  const std::vector<std::string> words = Words(left, options, help);
  reader.AssignAll();
  invocation.kind = KindOf(flags, Invocation::Kind::kRun);
  if (invocation.kind != Invocation::Kind::kRun) return invocation;
  AssignWords(command, words);
  if (const Option* missing = reader.Missing()) {
    throw UsageError(command.name + ": expected " + ShownName(*missing) + " " + missing->value +
                     ", " + missing->help + "; see '" + help + "'");
  }
  return invocation;
}

}  // namespace

std::vector<Option> GlobalOptionTable(GlobalOptions& options, HelpFlags& help,
                                      std::vector<std::string> formats) {
  const bool answers = std::find(formats.begin(), formats.end(), "table") != formats.end();
  return {
      Choice("--format", "FORMAT",
             answers ? "form of what is printed (table on a terminal, else tsv)"
                     : "form of what is printed",
             &options.format, std::move(formats)),
      Number("-j,--jobs", "N", "threads (all cores)", {&options.jobs, 1, kMostJobs}),
      Flag("-q,--quiet", "say nothing but errors", &options.quiet),
      Flag("-v,--verbose", "say more", &options.verbose),
      Choice("--color", "WHEN", "colours (auto)", &options.colour, {"auto", "always", "never"}),
      Flag("--strict", "warnings about dictionaries are errors", &options.strict),
      Flag("--force", "replace what is kept else: outputs of another kind, and as said above",
           &options.force),
      Flag("-h", "short help", &help.short_help),
      Flag("--help", "this help, examples first", &help.help),
      Flag("--version", "the program's version", &help.version),
  };
}

namespace {

// A command line up to its first word.
struct Beginning {
  GlobalOptions options;
  HelpFlags flags;
  std::vector<std::string> left;  // from that word on
};

Beginning ReadBeginning(const std::vector<std::string>& arguments, const std::string& help) {
  Beginning beginning;
  const std::vector<Option> global = GlobalOptionTable(beginning.options, beginning.flags, {});
  const std::vector<const Option*> options = Pointers(global, {});
  OptionReader reader(options);
  reader.StopAtFirstWord();
  beginning.left = reader.Read(arguments);
  if (beginning.left.empty()) {
    reader.AssignAll();
  } else if (LooksLikeOption(beginning.left.front())) {
    RefuseOption(beginning.left.front(), options, help);
  }
  return beginning;
}

// The arguments without the first word of `left`, their end.
std::vector<std::string> WithoutWord(std::vector<std::string> arguments,
                                     const std::vector<std::string>& left) {
  arguments.erase(arguments.end() - static_cast<std::ptrdiff_t>(left.size()));
  return arguments;
}

// `arguments` are those without the group's word.
Invocation ParseForGroup(const std::string& group, const std::vector<std::string>& arguments,
                         const std::vector<Command>& commands) {
  const Beginning beginning = ReadBeginning(arguments, "zhitu " + group + " --help");
  if (!beginning.left.empty()) {
    const Command& command = FindCommand(group + ' ' + beginning.left.front(), commands);
    return ParseForCommand(command, WithoutWord(arguments, beginning.left));
  }
  return {KindOf(beginning.flags, Invocation::Kind::kNoCommand), nullptr, group, beginning.options};
}

}  // namespace

Invocation ParseCommandLine(const std::vector<std::string>& arguments,
                            const std::vector<Command>& commands) {
  const Beginning beginning = ReadBeginning(arguments, "zhitu --help");
  const std::vector<std::string>& left = beginning.left;
  if (left.empty()) {
    const Invocation::Kind kind = KindOf(beginning.flags, Invocation::Kind::kNoCommand);
    if (kind == Invocation::Kind::kNoCommand) {
      throw UsageError("expected a command; see 'zhitu --help'");
    }
    return {kind, nullptr, {}, beginning.options};
  }
  if (left.front() == "help") return HelpOn(left, commands);
  CheckFirstWord(left.front(), commands);
  const std::vector<std::string> others = WithoutWord(arguments, left);
  if (IsGroup(left.front(), commands)) return ParseForGroup(left.front(), others, commands);
  return ParseForCommand(FindCommand(left.front(), commands), others);
}

}  // namespace zhitu::cli
