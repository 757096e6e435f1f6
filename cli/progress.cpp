#include "cli/progress.h"

#include <fmt/format.h>

#include <cstdint>

#include "cli/wording.h"

namespace zhitu::cli {
namespace {

constexpr double kMegabyte = 1e6;
constexpr double kFirstRate = 0.1;  // seconds before a rate says something
constexpr std::size_t kColumns = 20;

std::string Bar(std::size_t done, std::size_t all) {
  const std::size_t filled = all == 0 ? kColumns : done * kColumns / all;
  return '[' + std::string(filled, '#') + std::string(kColumns - filled, ' ') + ']';
}

// `45 s`, `12 min 5 s`, `3 h 2 min`.
std::string Duration(double seconds) {
  const auto whole = static_cast<std::int64_t>(seconds + 0.5);
  constexpr std::int64_t kMinute = 60;
  constexpr std::int64_t kHour = 60 * kMinute;
  if (whole < kMinute) return fmt::format("{} s", whole);
  if (whole < kHour) return fmt::format("{} min {} s", whole / kMinute, whole % kMinute);
  return fmt::format("{} h {} min", whole / kHour, whole % kHour / kMinute);
}

// `, 45 s left` if the rest is like what is done; nothing before that can be told.
std::string TimeLeft(double seconds, std::size_t done, std::size_t all) {
  if (seconds < kFirstRate || done == 0) return {};
  const double left = seconds * static_cast<double>(all - done) / static_cast<double>(done);
  return fmt::format(", {} left", Duration(left));
}

}  // namespace

std::string TrainingLine(const LearningProgress& progress) {
  const std::size_t done = progress.epochs * progress.all + progress.done;
  const std::size_t all = progress.all_epochs * progress.all;
  return fmt::format("{} pass {} of {}, {} of {}", Bar(done, all), progress.epochs + 1,
                     progress.all_epochs, progress.done,
                     Counted(static_cast<std::int64_t>(progress.all), "paragraph", "paragraphs")) +
         TimeLeft(progress.seconds, done, all);
}

std::string PredicatesLine(const PredicatesProgress& progress) {
  return Bar(progress.done, progress.all) + " statements" +
         TimeLeft(progress.seconds, progress.done, progress.all);
}

std::string ProgressLine(const ReadingProgress& progress) {
  const double megabytes = static_cast<double>(progress.bytes) / kMegabyte;
  std::string line = fmt::format(
      "{} {} of {}, {}, {:.1f} MB", Bar(progress.files, progress.all_files), progress.files,
      Counted(static_cast<std::int64_t>(progress.all_files), "file", "files"),
      Counted(static_cast<std::int64_t>(progress.documents), "document", "documents"), megabytes);
  if (progress.seconds < kFirstRate || progress.files == 0) return line;
  const double left = progress.seconds * static_cast<double>(progress.all_files - progress.files) /
                      static_cast<double>(progress.files);
  return line + fmt::format(", {:.1f} MB/s, {} left", megabytes / progress.seconds, Duration(left));
}

}  // namespace zhitu::cli
