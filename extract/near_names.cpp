#include "extract/near_names.h"

#include <algorithm>
#include <string_view>

#include "extract/hash.h"
#include "extract/spelling.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongest = 64;  // code points

struct Key {
  std::uint64_t hash = 0;
  std::uint32_t text = 0;
  friend auto operator<=>(const Key&, const Key&) = default;
};

// The text, and the text without each of its characters.
void AddKeys(std::uint32_t number, std::string_view text, std::vector<Key>& keys) {
  keys.push_back({Hash64(text), number});
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    NextCodePoint(text, at);
    rest.assign(text.substr(0, begin));
    rest += text.substr(at);
    keys.push_back({Hash64(rest), number});
  }
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> FindNearPairs(
    const std::vector<std::string>& texts, std::size_t shortest, std::size_t most_alike) {
  std::vector<Key> keys;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    const std::size_t size = CountCodePoints(texts[i]);
    if (size >= shortest && size <= kLongest) AddKeys(i, texts[i], keys);
  }
  std::sort(keys.begin(), keys.end());
  // A text with two equal characters side by side has a key twice.
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    while (end < keys.size() && keys[end].hash == keys[begin].hash) ++end;
    if (end - begin > most_alike) continue;
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = i + 1; j < end; ++j) pairs.emplace_back(keys[i].text, keys[j].text);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::erase_if(pairs, [&](const auto& pair) {
    return EditDistance(texts[pair.first], texts[pair.second]) != 1;
  });
  return pairs;
}

}  // namespace zhitu::extract
