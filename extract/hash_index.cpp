#include "extract/hash_index.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

std::size_t CountOf(const HashIndex::Line& line) {
  const auto end = std::find(line.checks.begin(), line.checks.end(), 0U);
  return static_cast<std::size_t>(end - line.checks.begin());
}

bool HasGap(const HashIndex::Line& line) {
  const auto end = std::find(line.checks.begin(), line.checks.end(), 0U);
  return std::any_of(end, line.checks.end(), [](std::uint32_t check) { return check != 0; });
}

}  // namespace

// Each key in its line or, where that is full, behind it; nothing if they do not fit.
std::vector<HashIndex::Line> HashIndex::LinesOf(std::span<const std::uint64_t> keys,
                                                std::size_t homes) {
  std::vector<Line> lines(homes + 1);
  std::size_t at = 0;
  std::size_t used = 0;  // of line `at`
  const auto begin_line = [&](std::size_t next, std::size_t number) {
    for (std::size_t i = at + 1; i <= next; ++i)
      lines[i].first = static_cast<std::uint32_t>(number);
    at = next;
    used = 0;
  };
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::size_t home = HomeOf(keys[i], homes);
    if (home > at) begin_line(home, i);
    if (used == kLine) begin_line(at + 1, i);
    lines[at].checks[used++] = CheckOf(keys[i]);
    if (at == homes && used == kLine) return {};
  }
  begin_line(homes, keys.size());
  return lines;
}

std::vector<std::uint64_t> FrequentKeys(std::vector<std::uint64_t> keys, std::uint32_t least) {
  std::sort(keys.begin(), keys.end());
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < keys.size();) {
    std::size_t end = begin;
    while (end < keys.size() && keys[end] == keys[begin]) ++end;
    if (end - begin >= least) keys[kept++] = keys[begin];
    begin = end;
  }
  keys.resize(kept);
  return keys;
}

HashIndex::HashIndex(std::span<const std::uint64_t> keys) : size_(keys.size()) {
  constexpr std::size_t kKeysOfHome = 4;
  std::vector<Line> lines;
  for (homes_ = keys.size() / kKeysOfHome + 1;; homes_ += homes_ / 4 + 1) {
    lines = LinesOf(keys, homes_);
    if (!lines.empty()) break;
  }
  lines_ = FlatArray<Line>(std::move(lines));
}

HashIndex::HashIndex(FlatArray<Line> lines) : lines_(std::move(lines)) {
  if (lines_.empty()) return;
  homes_ = lines_.size() - 1;
  const Line& last = lines_[homes_];
  size_ = last.first + CountOf(last);
}

bool HashIndex::IsSafe() const {
  if (lines_.size() < 2 || lines_.size() > kNone) return false;
  std::size_t number = 0;
  for (const Line& line : lines_.view()) {
    if (line.first != number || HasGap(line)) return false;
    number += CountOf(line);
  }
  return number == size_ && CountOf(lines_[homes_]) < kLine;
}

}  // namespace zhitu::extract
