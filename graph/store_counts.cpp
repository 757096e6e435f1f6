#include "graph/store_counts.h"

#include <charconv>
#include <utility>

namespace zhitu::graph {
namespace {

constexpr std::pair<const char*, std::int64_t StoreCounts::*> kCounts[] = {
    {"documents", &StoreCounts::documents},
    {"entities", &StoreCounts::entities},
    {"mentions", &StoreCounts::mentions},
    {"relations", &StoreCounts::relations},
    {"undecided", &StoreCounts::undecided},
    {"windows", &StoreCounts::windows},
    {"windows_left_out", &StoreCounts::windows_left_out},
};

}  // namespace

void PutCounts(const StoreCounts& counts, std::map<std::string, std::string>& meta) {
  for (const auto& [name, count] : kCounts) meta[name] = std::to_string(counts.*count);
}

StoreCounts GetCounts(const std::map<std::string, std::string>& meta) {
  StoreCounts counts;
  for (const auto& [name, count] : kCounts) {
    const auto value = meta.find(name);
    if (value == meta.end()) continue;
    const char* const end = value->second.data() + value->second.size();
    std::int64_t number = 0;
    const auto [parsed, error] = std::from_chars(value->second.data(), end, number);
    if (error == std::errc() && parsed == end && number >= 0) counts.*count = number;
  }
  return counts;
}

}  // namespace zhitu::graph
