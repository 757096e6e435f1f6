#include "extract/hash_index.h"

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

constexpr std::size_t kKeysOfBucket = 4;
constexpr unsigned kKeyBits = 64;

unsigned BucketBits(std::size_t buckets) {
  return static_cast<unsigned>(std::bit_width(buckets)) - 1;
}

}  // namespace

HashIndex::HashIndex(std::span<const std::uint64_t> keys) {
  const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(2, keys.size() / kKeysOfBucket));
  shift_ = kKeyBits - BucketBits(buckets);
  std::vector<std::uint32_t> begins(buckets + 1);
  std::vector<std::uint32_t> checks;
  checks.reserve(keys.size());
  for (const std::uint64_t key : keys) {
    ++begins[(key >> shift_) + 1];
    checks.push_back(static_cast<std::uint32_t>(key));
  }
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  begins_ = FlatArray<std::uint32_t>(std::move(begins));
  checks_ = FlatArray<std::uint32_t>(std::move(checks));
}

HashIndex::HashIndex(FlatArray<std::uint32_t> begins, FlatArray<std::uint32_t> checks)
    : begins_(std::move(begins)), checks_(std::move(checks)) {
  if (begins_.size() > 2) shift_ = kKeyBits - BucketBits(begins_.size() - 1);
}

bool HashIndex::IsSafe() const {
  if (begins_.size() < 3 || !std::has_single_bit(begins_.size() - 1)) return false;
  const auto begins = begins_.view();
  return std::is_sorted(begins.begin(), begins.end()) && begins.back() == checks_.size();
}

}  // namespace zhitu::extract
