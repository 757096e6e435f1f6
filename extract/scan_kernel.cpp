#include "extract/scan_kernel.h"

#include <algorithm>
#include <cstring>

#include "extract/name_index_impl.h"
#include "extract/scan_kernel_x86.h"
#include "extract/utf8_word_impl.h"

namespace zhitu::extract {
namespace {

// Reads one character; `at` moves on but before a special one.
Unit NextUnit(const Unit* table, const char* text, std::size_t& at) {
  const char* const bytes = text + at;
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
  };
  const std::uint32_t lead = byte(0);
  if (lead >= 0xF0U) return UnitTable::kSpecial;
  std::uint32_t c = lead;
  std::size_t size = 1;
  if (lead >= 0xE0U) {
    c = ((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    size = 3;
  } else if (lead >= 0x80U) {
    c = ((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    size = 2;
  }
  const Unit unit = table[c];
  if (unit != UnitTable::kSpecial) at += size;
  return unit;
}

// True if one of the four units in a word is special: 16 ones (Warren, Hacker's Delight, section
// 6-1).
bool HoldsSpecial(std::uint64_t four) {
  static_assert(UnitTable::kSpecial == 0xFFFFU);
  constexpr std::uint64_t kOnes = 0x0001000100010001ULL;
  return ((~four - kOnes) & four & (kOnes << 15U)) != 0;
}

// Reads characters of three bytes four at a time, the next ones before the last are used; stops
// where there are no four, or at the four that hold a special one.
DecodedUnits DecodeFours(const Unit* table, const char* bytes, std::size_t at, std::size_t end,
                         std::size_t room, Unit* units, std::uint32_t* begins) {
  constexpr std::size_t kFour = 12;
  constexpr std::uint64_t kTwice = 0x0000000100000001ULL;
  constexpr std::size_t kAhead = kFour + 6 + sizeof(std::uint64_t);
  if (at + kAhead > end) return {at, 0};
  const std::size_t last = std::min(end - kAhead, at + 3 * room);
  std::size_t count = 0;
  std::uint64_t here = WordOf(bytes + at);
  std::uint64_t behind = WordOf(bytes + at + 6);
  while (at <= last && AreTwoLong(here) && AreTwoLong(behind)) {
    const std::uint64_t two = TwoLong(here);
    const std::uint64_t next_two = TwoLong(behind);
    here = WordOf(bytes + at + kFour);
    behind = WordOf(bytes + at + kFour + 6);
    const std::uint64_t four = table[two & 0xFFFFU] | std::uint64_t{table[two >> 24U]} << 16U |
                               std::uint64_t{table[next_two & 0xFFFFU]} << 32U |
                               std::uint64_t{table[next_two >> 24U]} << 48U;
    std::memcpy(units + count, &four, sizeof four);
    // Two begins as one number, then the two behind them.
    const std::uint64_t two_begins = at * kTwice + (3 * (kTwice - 1));
    const std::uint64_t next_begins = two_begins + 6 * kTwice;
    std::memcpy(begins + count, &two_begins, sizeof two_begins);
    std::memcpy(begins + count + 2, &next_begins, sizeof next_begins);
    if (HoldsSpecial(four)) [[unlikely]]
      break;
    count += 4;
    at += kFour;
  }
  return {at, count};
}

DecodedUnits Decode(const Unit* table, std::string_view text, std::size_t at, std::size_t end,
                    std::size_t room, Unit* units, std::uint32_t* begins) {
  const char* const bytes = text.data();
  std::size_t count = 0;
  while (count < room && at < end) {
    const DecodedUnits run =
        DecodeFours(table, bytes, at, end, room - count, units + count, begins + count);
    at = run.next;
    count += run.count;
    if (count >= room) break;
    // One character that is not of the run, and ASCII behind it.
    begins[count] = static_cast<std::uint32_t>(at);
    units[count] = NextUnit(table, bytes, at);
    if (units[count] == UnitTable::kSpecial) return {at, count};
    ++count;
    while (count < room && at < end && static_cast<signed char>(bytes[at]) >= 0) {
      begins[count] = static_cast<std::uint32_t>(at);
      units[count] = table[static_cast<unsigned char>(bytes[at])];
      if (units[count] == UnitTable::kSpecial) return {at, count};
      ++count;
      ++at;
    }
  }
  return {at, count};
}

bool Passes(FilterView filter, std::uint32_t hash) {
  const std::uint32_t bits = NameLookup::FilterBits(hash);
  return (filter.words[hash >> filter.shift] & bits) == bits;
}

std::size_t FindStarts(const Unit* units, std::size_t count, FilterView starts,
                       std::uint32_t* found) {
  std::size_t kept = 0;
#pragma GCC unroll 4  // a few percent of a scan
  for (std::size_t i = 0; i < count; ++i) {
    found[kept] = static_cast<std::uint32_t>(i);
    const std::uint32_t hash = NameLookup::HashPair(NameLookup::Pair(units + i));
    const std::uint32_t bit = NameLookup::StartBit(hash, starts.shift);
    kept += (starts.words[bit / 32U] >> (bit % 32U)) & 1U;
  }
  return kept;
}

std::size_t FilterStarts(const Unit* units, std::size_t count, FilterView pairs, FilterView triples,
                         std::uint32_t* found) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t place = found[i];
    const Unit* const at = units + place;
    const std::uint32_t pair = NameLookup::Pair(at);
    const std::uint32_t may_be_pair = Passes(pairs, NameLookup::HashPair(pair)) ? 1 : 0;
    const std::uint32_t may_go_on = Passes(triples, NameLookup::HashTriple(pair, at[2])) ? 1 : 0;
    found[kept] = place | (may_be_pair << 31U) | (may_go_on << 30U);
    kept += may_be_pair | may_go_on;
  }
  return kept;
}

constexpr ScanKernel kPortable = {"portable", Decode, FindStarts, FilterStarts};

}  // namespace

const std::vector<const ScanKernel*>& ScanKernels() {
  static const std::vector<const ScanKernel*> kernels = [] {
    std::vector<const ScanKernel*> usable;
#if ZHITU_SCAN_X86
    __builtin_cpu_init();
    if (CanRunAvx512()) usable.push_back(&kAvx512Kernel);
    if (CanRunAvx2()) usable.push_back(&kAvx2Kernel);
#endif
    usable.push_back(&kPortable);
    return usable;
  }();
  return kernels;
}

}  // namespace zhitu::extract
