// Finds the names of a list in a text, over and over, and prints what it costs: the fields of the
// usual matchers' benches, so that all can run alternately on the same files.
//
//   bench_match DICT.txt TEXT.txt REPS [--exact] [--kernel portable|avx2|avx512]
//
// DICT.txt holds a name a line. Without --exact this is the path of `zhitu build --preset none`,
// and finds the outermost matches of `zhitu extract`: names and text are folded, and matches
// checked for word boundaries. With --exact bytes are compared as they stand, as other matchers do,
// so that the number of matches and the checksum over byte offset and length are theirs. CPU
// seconds of this process; heapMB is what the index holds.
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/corpus.h"
#include "extract/gazetteer.h"
#include "extract/gazetteer_builder.h"
#include "extract/name_index_builder.h"
#include "extract/name_scanner.h"
#include "extract/utf8.h"

namespace {

using zhitu::extract::EntityIndex;
using zhitu::extract::Span;

constexpr double kMega = 1e6;

rusage Usage() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage;
}

double Seconds() {
  const rusage usage = Usage();
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / kMega;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double PeakMegabytes() { return static_cast<double>(Usage().ru_maxrss) / 1024.0; }

struct Options {
  std::string dictionary;
  std::string text;
  int repetitions = 1;
  bool exact = false;
  const zhitu::extract::ScanKernel* kernel = nullptr;
};

[[noreturn]] void Refuse() {
  std::fprintf(stderr,
               "usage: bench_match DICT.txt TEXT.txt REPS [--exact] [--kernel NAME]\n"
               "kernels of this machine:");
  for (const auto* kernel : zhitu::extract::ScanKernels())
    std::fprintf(stderr, " %s", kernel->name);
  std::fprintf(stderr, "\n");
  std::exit(2);
}

Options Parse(std::span<char*> arguments) {
  if (arguments.size() < 4) Refuse();
  Options options{arguments[1], arguments[2], std::atoi(arguments[3]), false, nullptr};
  if (options.repetitions < 1) Refuse();
  for (std::size_t i = 4; i < arguments.size(); ++i) {
    const std::string_view word = arguments[i];
    if (word == "--exact") {
      options.exact = true;
    } else if (word == "--kernel" && i + 1 < arguments.size()) {
      const std::string_view name = arguments[++i];
      for (const auto* kernel : zhitu::extract::ScanKernels()) {
        if (name == kernel->name) options.kernel = kernel;
      }
      if (options.kernel == nullptr) Refuse();
    } else {
      Refuse();
    }
  }
  return options;
}

std::vector<std::string> ReadNames(const std::string& path) {
  const std::string text = zhitu::extract::DecodeUtf8(zhitu::extract::ReadBytes(path)).text;
  std::vector<std::string> names;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    if (feed > at) names.push_back(text.substr(at, feed - at));
    at = feed + 1;
  }
  return names;
}

// Number, bytes and checksum of the matches of one scan.
struct Tally {
  std::uint64_t matches = 0;
  std::uint64_t bytes = 0;
  std::uint64_t sum = 0xCBF29CE484222325ULL;

  void Take(const Span& span) {
    ++matches;
    bytes += span.size();
    sum = (sum ^ (span.begin * 0x9E3779B97F4A7C15ULL) ^ span.size()) * 0x100000001B3ULL;
  }
};

void Scan(const zhitu::extract::NameIndex& index, const Options& options, std::string_view text,
          Tally& tally) {
  zhitu::extract::NameScanner scanner(index, options.kernel);
  scanner.Start(text, zhitu::extract::UnitTable::Reading::kPlain);
  std::size_t covered = 0;
  while (scanner.Next()) {
    for (const zhitu::extract::NameHit& hit : scanner.hits()) {
      if (scanner.BeginOf(hit) < covered) continue;
      const zhitu::extract::NameIndex::Found found = scanner.Longest(hit);
      if (found.length == 0) continue;
      const Span span = scanner.SpanOf(hit, found.length);
      if (span.size() == 0) continue;
      covered = span.end;
      tally.Take(span);
    }
  }
}

void Scan(const zhitu::extract::Gazetteer& gazetteer, const Options& options, std::string_view text,
          Tally& tally) {
  const auto take = [&](const Span& span, std::span<const EntityIndex>) { tally.Take(span); };
  gazetteer.FindOuter(text, take, options.kernel);
}

struct Built {
  double seconds = 0;
  double resident = 0;
  std::size_t heap = 0;
};

template <typename Matcher>
void Report(const Options& options, std::size_t names, const Built& built, const Matcher& matcher,
            std::string_view text) {
  std::vector<double> times;
  Tally tally;
  for (int i = 0; i < options.repetitions; ++i) {
    tally = Tally();
    const double begin = Seconds();
    Scan(matcher, options, text, tally);
    times.push_back(Seconds() - begin);
  }
  std::sort(times.begin(), times.end());
  const double size = static_cast<double>(text.size()) / kMega;
  const char* const kernel = options.kernel == nullptr ? zhitu::extract::ScanKernels().front()->name
                                                       : options.kernel->name;
  std::printf(
      "zhitu-%s%s\tpats=%zu\tbuild=%.3f\theapMB=%.1f\tbuildRSSdeltaMB=%.1f\tpeakRSS=%.1f\t"
      "MB/s_med=%.3f\tMB/s_best=%.3f\tmatches=%llu\tlen=%llu\tsum=%016llx\n",
      kernel, options.exact ? "-exact" : "", names, built.seconds,
      static_cast<double>(built.heap) / kMega, built.resident, PeakMegabytes(),
      size / times[times.size() / 2], size / times.front(),
      static_cast<unsigned long long>(tally.matches), static_cast<unsigned long long>(tally.bytes),
      static_cast<unsigned long long>(tally.sum));
}

void RunExact(const Options& options, const std::vector<std::string>& names,
              std::string_view text) {
  const double before = PeakMegabytes();
  const double begin = Seconds();
  zhitu::extract::NameIndexBuilder builder;
  for (std::uint32_t i = 0; i < names.size(); ++i) builder.Add(names[i], i);
  const zhitu::extract::NameIndex index = builder.Build(
      [](std::string_view, std::span<const std::uint32_t> values) { return values.front(); });
  const Built built{Seconds() - begin, PeakMegabytes() - before, index.bytes()};
  Report(options, names.size(), built, index, text);
}

void RunFolding(const Options& options, const std::vector<std::string>& names,
                std::string_view text) {
  const double before = PeakMegabytes();
  const double begin = Seconds();
  zhitu::extract::GazetteerBuilder builder;
  zhitu::extract::Entity entity;
  entity.type = "name";
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    entity.id = entity.name = names[i];
    builder.Add(entity, {}, 0, i + 1);
  }
  const zhitu::extract::Gazetteer gazetteer = builder.Build();
  const Built built{Seconds() - begin, PeakMegabytes() - before, gazetteer.index_bytes()};
  Report(options, names.size(), built, gazetteer, text);
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = Parse({argv, static_cast<std::size_t>(argc)});
  const std::vector<std::string> names = ReadNames(options.dictionary);
  const std::string text = zhitu::extract::DecodeUtf8(zhitu::extract::ReadBytes(options.text)).text;
  if (options.exact) {
    RunExact(options, names, text);
  } else {
    RunFolding(options, names, text);
  }
  return 0;
}
