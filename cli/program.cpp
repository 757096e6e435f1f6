#include "cli/program.h"

#include <unistd.h>
#include <zhitu_version.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "extract/error.h"

namespace zhitu::cli {
namespace {

bool IsDumbTerminal() {
  const char* const terminal = std::getenv("TERM");
  return terminal == nullptr || std::string_view(terminal) == "dumb";
}

// See no-color.org: any text but the empty one turns colour off.
bool ColourUnwanted() {
  const char* const unwanted = std::getenv("NO_COLOR");
  return (unwanted != nullptr && *unwanted != '\0') || IsDumbTerminal();
}

bool UseColour(const std::string& choice, bool terminal) {
  if (choice != "auto") return choice == "always";
  return terminal && !ColourUnwanted();
}

Messages::Manner MannerOf(const GlobalOptions& options) {
  const bool terminal = ::isatty(STDERR_FILENO) == 1;
  return {options.quiet, options.verbose, UseColour(options.colour, terminal),
          terminal && !IsDumbTerminal()};
}

ExitCode RunCommand(const Invocation& invocation, StandardOutput& out, Messages& messages) {
  messages.set_manner(MannerOf(invocation.options));
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  Session session{invocation.options, out, messages, terminal,
                  UseColour(invocation.options.colour, terminal)};
  if (session.options.jobs == 0) {
    session.options.jobs = std::max(1U, std::thread::hardware_concurrency());
  }
  const ExitCode code = invocation.command->run(session);
  messages.CountHidden();
  return code;
}

ExitCode RunInvocation(const Invocation& invocation, const std::vector<Command>& commands,
                       StandardOutput& out, Messages& messages) {
  const bool brief = invocation.kind == Invocation::Kind::kShortHelp;
  if (invocation.kind == Invocation::Kind::kRun) return RunCommand(invocation, out, messages);
  if (invocation.kind == Invocation::Kind::kVersion) {
    out.Write("zhitu " + std::string(kVersion) + "\n");
  } else if (invocation.command != nullptr) {
    out.Write(CommandHelp(*invocation.command, brief));
  } else if (!invocation.group.empty()) {
    out.Write(GroupHelp(invocation.group, commands));
  } else {
    out.Write(ProgramHelp(commands, brief));
  }
  return ExitCode::kDone;
}

ExitCode Run(const std::vector<std::string>& arguments, Messages& messages) {
  const std::vector<Command> commands = AllCommands();
  if (arguments.empty()) {
    messages.Plain(ProgramHelp(commands, true));
    return ExitCode::kUsage;
  }
  const Invocation invocation = ParseCommandLine(arguments, commands);
  if (invocation.kind == Invocation::Kind::kNoCommand) {
    messages.Plain(GroupHelp(invocation.group, commands));
    return ExitCode::kUsage;
  }
  StandardOutput out(STDOUT_FILENO);
  try {
    const ExitCode code = RunInvocation(invocation, commands, out, messages);
    out.Flush();
    return code;
  } catch (const std::exception&) {
    out.FlushIfPossible();  // what was answered before the failure is whole
    throw;
  }
}

ExitCode Fail(Messages& messages, ExitCode code, std::string_view what) {
  messages.Error(what);
  return code;
}

// A fault of the program, not of what it was given: no exit code stands for that.
[[noreturn]] void EndForBug(Messages& messages, const std::string& what) {
  RemoveUnfinished();
  messages.Error("internal error: " + what + "; please report it");
  std::abort();
}

ExitCode RunGuarded(const std::vector<std::string>& arguments, Messages& messages) {
  try {
    return Run(arguments, messages);
  } catch (const ClosedPipe&) {
    return ExitCode::kDone;
  } catch (const extract::UsageError& error) {
    return Fail(messages, ExitCode::kUsage, error.what());
  } catch (const extract::NothingFound& error) {
    return Fail(messages, ExitCode::kNothing, error.what());
  } catch (const extract::InputError& error) {
    messages.Errors(error.problems());
    return ExitCode::kBadInput;
  } catch (const extract::IoError& error) {
    return Fail(messages, ExitCode::kIo, error.what());
  } catch (const extract::LimitError& error) {
    return Fail(messages, ExitCode::kLimit, error.what());
  } catch (const std::bad_alloc&) {
    return Fail(messages, ExitCode::kLimit, "out of memory");
  } catch (const std::length_error&) {
    return Fail(messages, ExitCode::kLimit, "out of memory");
  } catch (const std::system_error& error) {
    const bool refused = error.code() == std::errc::resource_unavailable_try_again;  // a thread
    return Fail(messages, refused ? ExitCode::kLimit : ExitCode::kIo, error.what());
  } catch (const std::exception& error) {
    EndForBug(messages, error.what());
  }
}

}  // namespace

int RunProgram(int argc, char** argv) {
  ReserveStandardStreams();
  InstallSignalHandlers();
  Messages messages(STDERR_FILENO);
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  return static_cast<int>(RunGuarded(arguments, messages));
}

}  // namespace zhitu::cli
