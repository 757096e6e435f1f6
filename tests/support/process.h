#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu {

// Where the standard output of a process goes.
enum class Out {
  kCapture,
  kFullDevice,  // /dev/full
  kClosedPipe,  // a pipe that nobody reads
  kClosed,      // no descriptor at all
  kTerminal     // a new terminal, together with standard error; both are captured in `out`
};

// How a process is run.
struct ProcessOptions {
  std::string folder = {};  // working folder; empty: that of the test
  std::string input = {};   // standard input
  Out out = Out::kCapture;
  std::vector<std::pair<std::string, std::string>> environment = {};  // added to a small fixed one
  bool hold_input = false;  // standard input stays open and silent
};

// What a process left behind.
struct ProcessResult {
  int exit_code = -1;  // -1 if a signal ended it
  int signal = 0;
  std::string out;
  std::string err;
};

// A running program. Failures to start are std::runtime_error.
class Process {
 public:
  Process(const std::vector<std::string>& arguments, const ProcessOptions& options);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();  // kills it if it still runs

  void Signal(int signal) const;
  // Its output and how it ended; a process that hangs is killed.
  ProcessResult Wait();

 private:
  std::string folder_;
  pid_t id_ = -1;
  int out_ = -1;  // where the output is read from
  int err_ = -1;
  int held_ = -1;  // the open end of its standard input
  bool terminal_ = false;
};

// Runs a program to its end.
ProcessResult Run(const std::vector<std::string>& arguments, const ProcessOptions& options = {});

}  // namespace zhitu
