#include "cli/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstring>

#include "cli/exit_code.h"
#include "export/output_file.h"
#include "graph/unfinished_file.h"

namespace zhitu::cli {
namespace {

std::atomic<const char*> farewell = nullptr;
static_assert(std::atomic<const char*>::is_always_lock_free);

// Only async-signal-safe calls: other threads are stopped wherever they are.
extern "C" void EndBySignal(int /*signal*/) {
  RemoveUnfinished();
  if (const char* const line = farewell.load()) {
    // Where it cannot be said there is nobody to be told.
    const ssize_t said = ::write(STDERR_FILENO, line, std::strlen(line));
    static_cast<void>(said);
  }
  _exit(static_cast<int>(ExitCode::kInterrupted));
}

void SetAction(int signal, void (*handler)(int)) {
  struct sigaction action{};
  action.sa_handler = handler;
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

bool IsIgnored(int signal) {
  struct sigaction action{};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

// The new descriptor is the lowest free one, which is `stream` if all before it are open.
void Reserve(int stream, int flags) {
  if (::fcntl(stream, F_GETFD) >= 0) return;
  static_cast<void>(::open("/dev/null", flags));
}

}  // namespace

void SetFarewell(const char* line) { farewell.store(line); }

void RemoveUnfinished() noexcept {
  xport::RemoveUnfinishedOutputs();
  graph::RemoveUnfinishedFiles();
}

void InstallSignalHandlers() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    if (!IsIgnored(signal)) SetAction(signal, EndBySignal);
  }
  SetAction(SIGPIPE, SIG_IGN);
  SetAction(SIGXFSZ, SIG_IGN);
}

void ReserveStandardStreams() {
  Reserve(STDIN_FILENO, O_WRONLY);
  Reserve(STDOUT_FILENO, O_RDONLY);
  Reserve(STDERR_FILENO, O_WRONLY);
}

}  // namespace zhitu::cli
