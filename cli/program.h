#pragma once

namespace zhitu::cli {

/// Runs the program: reads the command line, runs the command and turns every failure into a
/// message on standard error and an exit code. To be called once, from `main`.
int RunProgram(int argc, char** argv);

}  // namespace zhitu::cli
