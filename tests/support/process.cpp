#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace zhitu {
namespace {

void Check(bool good, const char* what) {
  if (!good) throw std::runtime_error(what);
}

// A file without a name, so that a process can write any amount while nobody reads.
int UnnamedFile(std::string_view content) {
  const int file = ::memfd_create("stream", MFD_CLOEXEC);
  Check(file >= 0, "memfd_create");
  while (!content.empty()) {
    const ssize_t taken = ::write(file, content.data(), content.size());
    Check(taken > 0, "write");
    content.remove_prefix(static_cast<std::size_t>(taken));
  }
  ::lseek(file, 0, SEEK_SET);
  return file;
}

std::string ReadToEnd(int file) {
  std::string all;
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return all;  // a terminal whose other end has closed gives an error
    all.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::array<int, 2> Pipe() {
  std::array<int, 2> ends{};
  Check(::pipe2(ends.data(), O_CLOEXEC) == 0, "pipe2");
  return ends;
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> Environment(const ProcessOptions& options) {
  std::vector<std::string> all;  // of two with one name the first counts
  for (const auto& [name, value] : options.environment) all.push_back(name + "=" + value);
  all.insert(all.end(), {"PATH=/usr/bin:/bin", "TERM=xterm"});
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "GCOV_PREFIX"}) {
    if (const char* value = std::getenv(name)) all.push_back(std::string(name) + "=" + value);
  }
  return all;
}

// A program that hangs shall fail its test, not stop all of them.
bool EndsInTime(pid_t process) {
  constexpr int kMilliseconds = 120'000;
  const int handle = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
  if (handle < 0) return true;
  pollfd wait{handle, POLLIN, 0};
  int ready = 0;
  do {
    ready = ::poll(&wait, 1, kMilliseconds);
  } while (ready < 0 && errno == EINTR);
  ::close(handle);
  return ready != 0;
}

// The descriptors that a process gets and those that the test keeps.
struct Streams {
  int in = -1;
  int out = -1;
  int err = -1;
  int read_out = -1;
  int held = -1;
};

void OpenTerminal(Streams& streams) {
  Check(::openpty(&streams.read_out, &streams.out, nullptr, nullptr, nullptr) == 0, "openpty");
  ::fcntl(streams.read_out, F_SETFD, FD_CLOEXEC);
  ::fcntl(streams.out, F_SETFD, FD_CLOEXEC);
}

Streams Open(const ProcessOptions& options) {
  Streams streams;
  streams.err = UnnamedFile("");
  if (options.hold_input) {
    const auto [read_end, write_end] = Pipe();
    streams.in = read_end;
    streams.held = write_end;
  } else {
    streams.in = UnnamedFile(options.input);
  }
  if (options.out == Out::kTerminal) {
    OpenTerminal(streams);
  } else if (options.out == Out::kFullDevice) {
    streams.out = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  } else if (options.out == Out::kClosedPipe) {
    const auto [read_end, write_end] = Pipe();
    ::close(read_end);
    streams.out = write_end;
  } else {
    streams.out = UnnamedFile("");
    streams.read_out = ::fcntl(streams.out, F_DUPFD_CLOEXEC, 0);
  }
  return streams;
}

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const ProcessOptions& options)
    : folder_(options.folder), terminal_(options.out == Out::kTerminal) {
  const Streams streams = Open(options);
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  if (!folder_.empty()) ::posix_spawn_file_actions_addchdir_np(&actions, folder_.c_str());
  ::posix_spawn_file_actions_adddup2(&actions, streams.in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, streams.out, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, terminal_ ? streams.out : streams.err,
                                     STDERR_FILENO);
  if (options.out == Out::kClosed) ::posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO);
  std::vector<std::string> words = arguments;
  std::vector<std::string> environment = Environment(options);
  const int failed = ::posix_spawnp(&id_, words.front().c_str(), &actions, nullptr,
                                    Pointers(words).data(), Pointers(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(streams.in);
  ::close(streams.out);
  out_ = streams.read_out;
  err_ = streams.err;
  held_ = streams.held;
  Check(failed == 0, "posix_spawn");
}

Process::~Process() {
  if (id_ > 0) {
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
  }
  for (const int descriptor : {out_, err_, held_}) {
    if (descriptor >= 0) ::close(descriptor);
  }
}

void Process::Signal(int signal) const { ::kill(id_, signal); }

ProcessResult Process::Wait() {
  ProcessResult result;
  if (terminal_) result.out = ReadToEnd(out_);
  if (!EndsInTime(id_)) Signal(SIGKILL);
  int status = 0;
  while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
  }
  id_ = -1;
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  if (!terminal_ && out_ >= 0) {
    ::lseek(out_, 0, SEEK_SET);
    result.out = ReadToEnd(out_);
  }
  ::lseek(err_, 0, SEEK_SET);
  result.err = ReadToEnd(err_);
  return result;
}

ProcessResult Run(const std::vector<std::string>& arguments, const ProcessOptions& options) {
  return Process(arguments, options).Wait();
}

}  // namespace zhitu
