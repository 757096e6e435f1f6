#include "extract/surface_index.h"

#include <algorithm>
#include <stdexcept>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

std::size_t CharacterLength(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The bytes of one or two characters as a number, never 0 and different for different bytes.
std::uint64_t Raw(std::string_view bytes) {
  std::uint64_t raw = 1;  // so that a leading NUL counts; eight bytes push it out
  for (const char byte : bytes) raw = (raw << 8U) | static_cast<unsigned char>(byte);
  return raw;
}

std::size_t SharedPrefix(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  const auto end = a.begin() + static_cast<std::ptrdiff_t>(shorter);
  return static_cast<std::size_t>(std::mismatch(a.begin(), end, b.begin()).first - a.begin());
}

// The first character of a text, and its first two; the same where there is only one.
struct Heads {
  std::uint64_t one = 0;
  std::uint64_t two = 0;
};

Heads HeadsOf(std::string_view text) {
  const std::size_t one = std::min(CharacterLength(text[0]), text.size());
  const std::uint64_t first = Raw(text.substr(0, one));
  if (one == text.size()) return {first, first};
  const std::size_t two = std::min(one + CharacterLength(text[one]), text.size());
  return {first, Raw(text.substr(0, two))};
}

std::uint64_t Hash(std::uint64_t head) {
  head ^= head >> 29U;
  head *= 0x9E3779B97F4A7C15ULL;
  return head ^ (head >> 32U);
}

}  // namespace

SurfaceIndex::SurfaceIndex(const std::vector<std::string>& keys) {
  std::size_t total = 0;
  for (const std::string& key : keys) total += key.size();
  if (total >= kNone || keys.size() >= kNone) throw std::length_error("more than 4 GiB of names");
  bytes_.reserve(total);
  begins_.reserve(keys.size() + 1);
  for (const std::string& key : keys) {
    begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    bytes_ += key;
  }
  begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  parents_.assign(keys.size(), kNone);
  LinkParents();
  HashHeads();
}

void SurfaceIndex::LinkParents() {
  for (std::uint32_t i = 1; i < parents_.size(); ++i) {
    // In sorted order the prefixes of a key are the key before it or among that one's ancestors.
    std::uint32_t candidate = i - 1;
    while (candidate != kNone && !key(i).starts_with(key(candidate)))
      candidate = parents_[candidate];
    parents_[i] = candidate;
  }
}

void SurfaceIndex::HashHeads() {
  std::vector<Slot> heads;
  for (std::uint32_t i = 0; i < parents_.size(); ++i) {
    const std::uint64_t head = HeadsOf(key(i)).two;
    if (heads.empty() || heads.back().head != head) heads.push_back({head, i, i});
    heads.back().last = i + 1;
  }
  std::size_t capacity = 16;
  while (capacity < heads.size() * 2) capacity *= 2;
  slots_.assign(capacity, {});
  for (const Slot& slot : heads) Insert(slot.head, slot.first, slot.last);
}

void SurfaceIndex::Insert(std::uint64_t head, std::uint32_t first, std::uint32_t last) {
  std::size_t at = Hash(head) & (slots_.size() - 1);
  while (slots_[at].head != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {head, first, last};
}

const SurfaceIndex::Slot* SurfaceIndex::Lookup(std::uint64_t head) const {
  std::size_t at = Hash(head) & (slots_.size() - 1);
  while (slots_[at].head != 0) {
    if (slots_[at].head == head) return &slots_[at];
    at = (at + 1) & (slots_.size() - 1);
  }
  return nullptr;
}

std::uint32_t SurfaceIndex::Longest(std::string_view text, std::size_t at) const {
  if (parents_.empty() || at >= text.size()) return kNone;
  const std::string_view rest = text.substr(at);
  const Heads heads = HeadsOf(rest);
  const Slot* slot = Lookup(heads.two);
  if (slot == nullptr) slot = Lookup(heads.one);
  if (slot == nullptr) return kNone;
  std::uint32_t low = slot->first;
  std::uint32_t high = slot->last;
  while (low < high) {  // the first key after `rest`
    const std::uint32_t middle = low + (high - low) / 2;
    if (key(middle) <= rest) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::uint32_t candidate = low == slot->first ? kNone : low - 1;
  if (candidate == kNone) {  // nothing in the range: only a single character can still fit
    slot = Lookup(heads.one);
    candidate = slot == nullptr ? kNone : slot->first;
  }
  if (candidate == kNone) return kNone;
  // An ancestor is a prefix of the candidate: one comparison tells how long a fitting one may be.
  const std::size_t shared = SharedPrefix(key(candidate), rest);
  while (candidate != kNone && key(candidate).size() > shared) candidate = parents_[candidate];
  return candidate;
}

std::uint32_t SurfaceIndex::Find(std::string_view key) const {
  if (key.empty()) return kNone;
  const std::uint32_t longest = Longest(key, 0);
  return longest != kNone && this->key(longest).size() == key.size() ? longest : kNone;
}

}  // namespace zhitu::extract
