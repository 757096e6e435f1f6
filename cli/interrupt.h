#pragma once

namespace zhitu::cli {

/// Makes signals that end the program (interrupt, terminate, hang-up) remove unfinished outputs and
/// exit with 130. A closed pipe and a file-size limit become ordinary write errors instead of
/// signals. A signal that the caller had ignored stays ignored.
void InstallSignalHandlers();

/// What is said on standard error when a signal ends the program; nothing without.
/// @param line  with its line feed; must live as long as the program.
void SetFarewell(const char* line);

/// Removes the outputs of all layers that are not whole. Async-signal-safe; the program must end
/// afterwards.
void RemoveUnfinished() noexcept;

/// Opens /dev/null in the place of a standard stream that the caller closed, so that no output file
/// takes its number. Reading or writing it then fails as on the closed stream, except that messages
/// vanish.
void ReserveStandardStreams();

}  // namespace zhitu::cli
