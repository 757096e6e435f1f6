#include "extract/scan_kernel.h"

#include <algorithm>

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

// Runs of characters of three bytes are read two at a time, the next word before the last is used.
DecodedUnits Decode(const Unit* table, std::string_view text, std::size_t at, std::size_t end,
                    std::size_t room, Unit* units, std::uint32_t* begins) {
  constexpr std::size_t kAhead = 6 + sizeof(std::uint64_t);
  const char* const bytes = text.data();
  std::size_t count = 0;
  while (count < room && at < end) {
    if (at + kAhead <= end) {
      const std::size_t last = std::min(end - kAhead, at + 3 * (room - count));
      for (std::uint64_t word = WordOf(bytes + at); AreTwoLong(word) && at <= last;) {
        const Unit first = table[FirstLong(word)];
        const Unit second = table[FirstLong(word >> 24U)];
        word = WordOf(bytes + at + 6);
        units[count] = first;
        units[count + 1] = second;
        begins[count] = static_cast<std::uint32_t>(at);
        begins[count + 1] = static_cast<std::uint32_t>(at + 3);
        if ((((first + 1U) | (second + 1U)) >> 16U) != 0) [[unlikely]] {
          const std::size_t read = first == UnitTable::kSpecial ? 0 : 1;
          return {at + 3 * read, count + read};
        }
        count += 2;
        at += 6;
      }
    }
    // One character that is not of the run, and ASCII behind it.
    do {
      begins[count] = static_cast<std::uint32_t>(at);
      units[count] = NextUnit(table, bytes, at);
      if (units[count] == UnitTable::kSpecial) return {at, count};
      ++count;
    } while (count < room && at < end && static_cast<signed char>(bytes[at]) >= 0);
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
  for (std::size_t i = 0; i < count; ++i) {
    found[kept] = static_cast<std::uint32_t>(i);
    const std::uint32_t hash = NameLookup::HashPair(NameLookup::Pair(units + i));
    kept += (starts.words[hash >> starts.shift] >> NameLookup::StartBit(hash, starts.shift)) & 1U;
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
