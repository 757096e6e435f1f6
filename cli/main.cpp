#include "cli/program.h"

int main(int argc, char** argv) { return zhitu::cli::RunProgram(argc, argv); }
