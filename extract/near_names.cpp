#include "extract/near_names.h"

#include <algorithm>
#include <string_view>

#include "extract/hash.h"
#include "extract/spelling.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongest = 64;                      // code points
constexpr std::size_t kMostKeys = std::size_t{1} << 24U;  // at once
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

struct Key {
  std::uint64_t hash = 0;
  std::uint32_t text = 0;
  friend auto operator<=>(const Key&, const Key&) = default;
};

// Keys of hashes are sorted a slice of all hashes at a time, so that memory is bounded.
struct Slice {
  std::size_t number = 0;
  std::size_t count = 1;
  bool Has(std::uint64_t hash) const { return hash % count == number; }
};

bool IsCompared(std::string_view text, std::size_t shortest) {
  const std::size_t size = CountCodePoints(text);
  return size >= shortest && size <= kLongest;
}

// The text, and the text without each of its characters.
void AddKeys(std::uint32_t number, std::string_view text, const Slice& slice,
             std::vector<Key>& keys) {
  const auto add = [&](std::string_view rest) {
    const std::uint64_t hash = Hash64(rest);
    if (slice.Has(hash)) keys.push_back({hash, number});
  };
  add(text);
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    NextCodePoint(text, at);
    rest.assign(text.substr(0, begin));
    rest += text.substr(at);
    add(rest);
  }
}

// Pairs of numbers that share a key.
void AddCandidates(std::vector<Key>& keys, std::size_t most_alike, Pairs& pairs) {
  std::sort(keys.begin(), keys.end());
  // A text with two equal characters side by side has a key twice.
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    while (end < keys.size() && keys[end].hash == keys[begin].hash) ++end;
    if (end - begin > most_alike) continue;
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = i + 1; j < end; ++j) pairs.emplace_back(keys[i].text, keys[j].text);
    }
  }
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> FindNearPairs(
    const std::vector<std::string>& texts, std::size_t shortest, std::size_t most_alike) {
  std::size_t all = 0;
  for (const std::string& text : texts) {
    if (IsCompared(text, shortest)) all += CountCodePoints(text) + 1;
  }
  Pairs pairs;
  std::vector<Key> keys;
  Slice slice{0, all / kMostKeys + 1};
  for (; slice.number < slice.count; ++slice.number) {
    keys.clear();
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
      if (IsCompared(texts[i], shortest)) AddKeys(i, texts[i], slice, keys);
    }
    AddCandidates(keys, most_alike, pairs);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::erase_if(pairs, [&](const auto& pair) {
    return EditDistance(texts[pair.first], texts[pair.second]) != 1;
  });
  return pairs;
}

}  // namespace zhitu::extract
