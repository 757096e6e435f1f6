// What the parts of zhitu cost alone, by Google Benchmark; bytes and items a second.
//
//   bench_parts [--benchmark_filter=REGEX]     and all else that Google Benchmark knows
//
// Text and names are made from a fixed seed: Han characters as uneven as in Chinese text, some
// ASCII, names of two to five characters of which the text holds some.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "export/text_buffer.h"
#include "export/xml_text.h"
#include "extract/fold.h"
#include "extract/gazetteer.h"
#include "extract/gazetteer_builder.h"
#include "extract/hash.h"
#include "extract/name_index_builder.h"
#include "extract/scan_kernel.h"
#include "extract/utf8.h"

namespace {

using namespace zhitu::extract;

constexpr std::size_t kTextBytes = 4'000'000;
constexpr int kFewNames = 1000;
constexpr int kManyNames = 1'000'000;

// A Han character; the first ones are the most frequent.
char32_t RandomHan(std::mt19937& random) {
  std::geometric_distribution<unsigned> rank(1.0 / 600);
  constexpr char32_t kFirst = 0x4E00;
  constexpr unsigned kCharacters = 8000;
  return kFirst + (rank(random) * 2654435761U) % kCharacters;
}

std::string RandomName(std::mt19937& random) {
  std::string name;
  for (auto left = 2 + random() % 4; left > 0; --left) AppendUtf8(RandomHan(random), name);
  return name;
}

std::vector<std::string> Names(std::int64_t count) {
  std::mt19937 random(1);
  std::vector<std::string> names;
  for (std::int64_t i = 0; i < count; ++i) names.push_back(RandomName(random));
  return names;
}

const std::string& Text() {
  static const std::string text = [] {
    const std::vector<std::string> names = Names(kFewNames);
    std::mt19937 random(2);
    std::string made;
    while (made.size() < kTextBytes) {
      for (auto left = random() % 20; left > 0; --left) AppendUtf8(RandomHan(random), made);
      if (random() % 2 == 0) made += names[random() % names.size()];
      if (random() % 4 == 0) made += std::to_string(random() % 3000);
      made += random() % 6 == 0 ? "。\n" : "，";
    }
    return made;
  }();
  return text;
}

void TellBytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

NameIndex IndexOf(const std::vector<std::string>& names) {
  NameIndexBuilder builder;
  for (std::uint32_t i = 0; i < names.size(); ++i) builder.Add(names[i], i);
  return builder.Build(
      [](std::string_view, std::span<const std::uint32_t> values) { return values.front(); });
}

void CheckUtf8(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(WellFormedPrefix(Text()));
  TellBytes(state, Text().size());
}
BENCHMARK(CheckUtf8);

void Hash(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Hash64(Text()));
  TellBytes(state, Text().size());
}
BENCHMARK(Hash);

void FoldText(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(FoldName(Text()));
  TellBytes(state, Text().size());
}
BENCHMARK(FoldText);

void EscapeXml(benchmark::State& state) {
  std::string out;
  for (auto _ : state) {
    out.clear();
    zhitu::xport::AppendXml(out, Text(), zhitu::xport::XmlPlace::kText);
    benchmark::DoNotOptimize(out.data());
  }
  TellBytes(state, Text().size());
}
BENCHMARK(EscapeXml);

void Decode(benchmark::State& state, const ScanKernel* kernel) {
  const NameIndex index = IndexOf(Names(kFewNames));
  constexpr std::size_t kRoom = 2048;
  std::vector<Unit> units(kRoom + ScanKernel::kSlack);
  std::vector<std::uint32_t> begins(kRoom + ScanKernel::kSlack);
  const std::string& text = Text();
  for (auto _ : state) {
    for (std::size_t at = 0; at < text.size();) {
      at = kernel
               ->decode(index.units().Table(UnitTable::Reading::kPlain), text, at, text.size(),
                        kRoom, units.data(), begins.data())
               .next;
    }
    benchmark::DoNotOptimize(units.data());
  }
  TellBytes(state, text.size());
}

void FindOuter(benchmark::State& state, const ScanKernel* kernel) {
  GazetteerBuilder builder;
  const std::vector<std::string> names = Names(state.range(0));
  Entity entity;
  entity.type = "name";
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    entity.id = entity.name = names[i];
    builder.Add(entity, {}, 0, i + 1);
  }
  const Gazetteer gazetteer = builder.Build();
  std::int64_t matches = 0;
  for (auto _ : state) {
    gazetteer.FindOuter(
        Text(), [&](const Span&, std::span<const EntityIndex>) { ++matches; }, kernel);
  }
  TellBytes(state, Text().size());
  state.counters["matches"] = static_cast<double>(matches / state.iterations());
}

void BuildIndex(benchmark::State& state) {
  const std::vector<std::string> names = Names(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(IndexOf(names).size());
  state.SetItemsProcessed(state.range(0) * state.iterations());
}
BENCHMARK(BuildIndex)
    ->RangeMultiplier(10)
    ->Range(kFewNames, kManyNames)
    ->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  for (const ScanKernel* const kernel : ScanKernels()) {
    const std::string name = kernel->name;
    benchmark::RegisterBenchmark(("Decode/" + name).c_str(),
                                 [=](benchmark::State& state) { Decode(state, kernel); });
    benchmark::RegisterBenchmark(("FindOuter/" + name).c_str(),
                                 [=](benchmark::State& state) { FindOuter(state, kernel); })
        ->RangeMultiplier(10)
        ->Range(kFewNames, kManyNames)
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
