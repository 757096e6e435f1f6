#include "cli/messages.h"

#include <unistd.h>

#include <cerrno>

#include "extract/characters.h"

namespace zhitu::cli {
namespace {

constexpr char kBoldRed[] = "\x1b[1;31m";
constexpr char kBoldYellow[] = "\x1b[1;33m";
constexpr char kPlain[] = "\x1b[0m";
constexpr char kClearLine[] = "\r\x1b[K";
constexpr auto kProgressInterval = std::chrono::milliseconds(100);

}  // namespace

void Messages::Error(std::string_view what) { WriteLine("error: ", kBoldRed, what); }

void Messages::Errors(const std::vector<extract::Problem>& problems) {
  std::size_t shown = 0;
  for (const extract::Problem& problem : problems) {
    if (shown++ == kMostShown) break;
    Error(extract::Describe(problem));
  }
  if (problems.size() > kMostShown) {
    WriteLine("", nullptr, std::to_string(problems.size() - kMostShown) + " more errors");
  }
}

void Messages::Warn(std::string_view what) {
  if (manner_.quiet) return;
  if (++warnings_ <= kMostShown) WriteLine("warning: ", kBoldYellow, what);
}

void Messages::Warn(const std::vector<extract::Problem>& problems) {
  for (const extract::Problem& problem : problems) Warn(extract::Describe(problem));
}

void Messages::Inform(std::string_view what) {
  if (!manner_.quiet) WriteLine("", nullptr, what);
}

void Messages::More(std::string_view what) {
  ClearProgress();
  WriteAll("  " + extract::Printable(what) + "\n");
}

bool Messages::WantsProgress() const {
  if (!manner_.progress || manner_.quiet) return false;
  return !progress_shown_ || std::chrono::steady_clock::now() - last_progress_ >= kProgressInterval;
}

void Messages::Progress(std::string_view what) {
  if (!WantsProgress()) return;
  last_progress_ = std::chrono::steady_clock::now();
  progress_shown_ = true;
  WriteAll(kClearLine + extract::Printable(what));
}

void Messages::CountHidden() {
  if (warnings_ > kMostShown) {
    Inform(std::to_string(warnings_ - kMostShown) + " more warnings");
  }
  warnings_ = 0;
}

void Messages::WriteLine(std::string_view label, const char* colour, std::string_view what) {
  ClearProgress();
  std::string line = "zhitu: ";
  if (manner_.colour && colour != nullptr) {
    line.append(colour).append(label).append(kPlain);
  } else {
    line += label;
  }
  WriteAll(line + extract::Printable(what) + "\n");
}

void Messages::ClearProgress() {
  if (!progress_shown_) return;
  WriteAll(kClearLine);
  progress_shown_ = false;
}

void Messages::WriteAll(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t taken = ::write(descriptor_, bytes.data(), bytes.size());
    if (taken < 0 && errno == EINTR) continue;
    if (taken < 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(taken));
  }
}

}  // namespace zhitu::cli
