// The inner loops of the search with the vector instructions of x86-64. Each function says by an
// attribute what it needs, so that the file is compiled for the least processor like all others.
#include "extract/scan_kernel_x86.h"

#if ZHITU_SCAN_X86

// g++ 12 takes the undefined registers inside of its own intrinsics for faults (GCC bug 105593).
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

#include <immintrin.h>

#include <bit>

#include "extract/name_index_impl.h"

#define ZHITU_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define ZHITU_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

namespace zhitu::extract {
namespace {

const ScanKernel& Portable() { return *ScanKernels().back(); }

DecodedUnits DecodePortably(const Unit* table, std::string_view text, std::size_t at,
                            std::size_t end, std::size_t room, Unit* units, std::uint32_t* begins) {
  return Portable().decode(table, text, at, end, room, units, begins);
}

std::size_t FilterStartsPortably(const Unit* units, std::size_t count, FilterView pairs,
                                 FilterView triples, std::uint32_t* found) {
  return Portable().filter_starts(units, count, pairs, triples, found);
}

// A bit for each of 8 lanes whose hash passes the filter of starts.
ZHITU_AVX2 unsigned Starting(FilterView starts, __m256i hash) {
  const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(starts.shift));
  const __m128i bit_shift = _mm_cvtsi32_si128(static_cast<int>(starts.shift) - 5);
  const __m256i word = _mm256_i32gather_epi32(reinterpret_cast<const int*>(starts.words),
                                              _mm256_srl_epi32(hash, shift), 4);
  // The bit moves up to the sign.
  const __m256i number =
      _mm256_andnot_si256(_mm256_srl_epi32(hash, bit_shift), _mm256_set1_epi32(31));
  return static_cast<unsigned>(
      _mm256_movemask_ps(_mm256_castsi256_ps(_mm256_sllv_epi32(word, number))));
}

ZHITU_AVX2 std::size_t FindStartsAvx2(const Unit* units, std::size_t count, FilterView starts,
                                      std::uint32_t* found) {
  constexpr std::size_t kLanes = 8;
  const __m256i factor = _mm256_set1_epi32(static_cast<int>(NameLookup::kHashFactor));
  __m256i numbers = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  std::size_t kept = 0;
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const __m256i first =
        _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(units + i)));
    const __m256i second =
        _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(units + i + 1)));
    const __m256i pair = _mm256_or_si256(first, _mm256_slli_epi32(second, 16));
    const unsigned hits = Starting(starts, _mm256_mullo_epi32(pair, factor));
    // The numbers of the lanes that passed, pushed together.
    const std::uint64_t wanted = _pdep_u64(hits, 0x0101010101010101ULL) * 0xFFU;
    const __m256i order = _mm256_cvtepu8_epi32(
        _mm_cvtsi64_si128(static_cast<std::int64_t>(_pext_u64(0x0706050403020100ULL, wanted))));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(found + kept),
                        _mm256_permutevar8x32_epi32(numbers, order));
    kept += static_cast<std::size_t>(std::popcount(hits));
    numbers = _mm256_add_epi32(numbers, _mm256_set1_epi32(static_cast<int>(kLanes)));
  }
  const std::size_t done = kept;
  kept += Portable().find_starts(units + i, count - i, starts, found + kept);
  for (std::size_t k = done; k < kept; ++k) found[k] += static_cast<std::uint32_t>(i);
  return kept;
}

constexpr std::size_t kBytes = 64;  // of one vector

// The characters whose bytes stand in 32 lanes each of `lead`, `second` and `third`.
ZHITU_AVX512 __m512i CodePoints(__m256i lead_bytes, __m256i second_bytes, __m256i third_bytes) {
  const __m512i lead = _mm512_cvtepu8_epi16(lead_bytes);
  const __m512i second =
      _mm512_and_si512(_mm512_cvtepu8_epi16(second_bytes), _mm512_set1_epi16(0x3F));
  const __m512i third =
      _mm512_and_si512(_mm512_cvtepu8_epi16(third_bytes), _mm512_set1_epi16(0x3F));
  const __m512i three = _mm512_or_si512(_mm512_slli_epi16(lead, 12),
                                        _mm512_or_si512(_mm512_slli_epi16(second, 6), third));
  const __m512i two = _mm512_or_si512(
      _mm512_slli_epi16(_mm512_and_si512(lead, _mm512_set1_epi16(0x1F)), 6), second);
  const __mmask32 is_short = _mm512_cmplt_epu16_mask(lead, _mm512_set1_epi16(0xE0));
  const __mmask32 is_ascii = _mm512_cmplt_epu16_mask(lead, _mm512_set1_epi16(0x80));
  return _mm512_mask_mov_epi16(_mm512_mask_mov_epi16(three, is_short, two), is_ascii, lead);
}

ZHITU_AVX512 void StoreBegins(__m512i offsets, std::size_t at, std::size_t count,
                              std::uint32_t* begins) {
  const __m512i base = _mm512_set1_epi32(static_cast<int>(at));
  const auto store = [&](__m128i bytes, std::size_t lane) ZHITU_AVX512 {
    _mm512_storeu_si512(begins + lane, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(bytes)));
  };
  store(_mm512_castsi512_si128(offsets), 0);
  store(_mm512_extracti32x4_epi32(offsets, 1), 16);
  if (count <= 32) return;
  store(_mm512_extracti32x4_epi32(offsets, 2), 32);
  store(_mm512_extracti32x4_epi32(offsets, 3), 48);
}

// Reads the code points of the characters that begin in the 64 bytes at `at`, none of four bytes;
// gives how many.
ZHITU_AVX512 std::size_t Read64(std::string_view text, std::size_t at, std::uint64_t leads,
                                Unit* code_points, std::uint32_t* begins) {
  alignas(64) static constexpr auto kNumbers = [] {
    std::array<std::uint8_t, kBytes> numbers{};
    for (std::size_t i = 0; i < kBytes; ++i) numbers[i] = static_cast<std::uint8_t>(i);
    return numbers;
  }();
  const auto found = static_cast<std::size_t>(std::popcount(leads));
  const auto bytes = [&](std::size_t offset) ZHITU_AVX512 {
    return _mm512_maskz_compress_epi8(leads, _mm512_loadu_si512(text.data() + at + offset));
  };
  const __m512i first = bytes(0);
  const __m512i second = bytes(1);
  const __m512i third = bytes(2);
  const __m512i numbers = _mm512_load_si512(kNumbers.data());
  StoreBegins(_mm512_maskz_compress_epi8(leads, numbers), at, found, begins);
  _mm512_storeu_si512(code_points,
                      CodePoints(_mm512_castsi512_si256(first), _mm512_castsi512_si256(second),
                                 _mm512_castsi512_si256(third)));
  if (found > 32) {
    _mm512_storeu_si512(code_points + 32, CodePoints(_mm512_extracti64x4_epi64(first, 1),
                                                     _mm512_extracti64x4_epi64(second, 1),
                                                     _mm512_extracti64x4_epi64(third, 1)));
  }
  return found;
}

// Replaces code points by units; gives the number of the first special one, or `count`. Some more
// are replaced. Vector instructions that gather take twice as long.
ZHITU_AVX512 std::size_t LookUp(const Unit* table, Unit* units, std::size_t count) {
  constexpr std::size_t kLanes = 32;
  for (std::size_t i = 0; i < count; i += kLanes) {
    for (std::size_t k = i; k < i + kLanes; k += 8) {
      units[k] = table[units[k]];
      units[k + 1] = table[units[k + 1]];
      units[k + 2] = table[units[k + 2]];
      units[k + 3] = table[units[k + 3]];
      units[k + 4] = table[units[k + 4]];
      units[k + 5] = table[units[k + 5]];
      units[k + 6] = table[units[k + 6]];
      units[k + 7] = table[units[k + 7]];
    }
    const __mmask32 special =
        _mm512_cmpeq_epi16_mask(_mm512_loadu_si512(units + i), _mm512_set1_epi16(-1));
    if (special != 0) {
      return std::min(count, i + static_cast<std::size_t>(std::countr_zero(special)));
    }
  }
  return count;
}

// Some hundred bytes at a time, since all that was read behind a special character is read again.
ZHITU_AVX512 DecodedUnits DecodeAvx512(const Unit* table, std::string_view text, std::size_t at,
                                       std::size_t end, std::size_t room, Unit* units,
                                       std::uint32_t* begins) {
  constexpr std::size_t kRead = kBytes + 2;  // the last character may begin in the last byte
  constexpr std::size_t kStretch = 4 * kBytes;
  std::size_t count = 0;
  while (count < room && at + kRead <= end) {
    const std::size_t stretch = std::min(at + kStretch, end);
    std::uint64_t fours = 0;
    std::size_t read = count;
    while (read < room && at < stretch && at + kRead <= end && fours == 0) {
      const __m512i bytes = _mm512_loadu_si512(text.data() + at);
      fours = _mm512_cmpge_epu8_mask(bytes, _mm512_set1_epi8(static_cast<char>(0xF0)));
      // Bytes that end a character of the 64 before begin none.
      const std::uint64_t leads = _mm512_cmpgt_epi8_mask(bytes, _mm512_set1_epi8(-65));
      const std::uint64_t before_four = _blsi_u64(fours) - 1;  // all where there is none
      read += Read64(text, at, leads & before_four, units + read, begins + read);
      at += fours == 0 ? kBytes : static_cast<std::size_t>(std::countr_zero(fours));
    }
    const std::size_t last = count + LookUp(table, units + count, read - count);
    if (last < read) return {begins[last], last};
    if (fours != 0) return {at, read};
    count = read;
  }
  while (at < end && static_cast<signed char>(text[at]) <= -65) ++at;
  if (count >= room) return {at, count};
  const DecodedUnits rest =
      Portable().decode(table, text, at, end, room - count, units + count, begins + count);
  return {rest.next, count + rest.count};
}

// The lanes whose hash passes the filter.
ZHITU_AVX512 __mmask16 Passing(FilterView filter, __m512i hash) {
  const __m512i at = _mm512_srl_epi32(hash, _mm_cvtsi32_si128(static_cast<int>(filter.shift)));
  const __m512i word = _mm512_i32gather_epi32(at, filter.words, 4);
  const __m512i low = _mm512_set1_epi32(31);
  const __m512i one = _mm512_set1_epi32(1);
  const __m512i first = _mm512_sllv_epi32(one, _mm512_and_si512(_mm512_srli_epi32(hash, 2), low));
  const __m512i second = _mm512_sllv_epi32(one, _mm512_and_si512(_mm512_srli_epi32(hash, 7), low));
  const __m512i missing = _mm512_andnot_si512(word, _mm512_or_si512(first, second));
  return _mm512_testn_epi32_mask(missing, missing);
}

// The lanes whose hash passes the filter of starts.
ZHITU_AVX512 __mmask16 Starting(FilterView starts, __m512i hash) {
  const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(starts.shift));
  const __m128i bit_shift = _mm_cvtsi32_si128(static_cast<int>(starts.shift) - 5);
  const __m512i word = _mm512_i32gather_epi32(_mm512_srl_epi32(hash, shift), starts.words, 4);
  // The bit moves down to the lowest; turning takes the number's low five bits.
  return _mm512_test_epi32_mask(_mm512_rorv_epi32(word, _mm512_srl_epi32(hash, bit_shift)),
                                _mm512_set1_epi32(1));
}

ZHITU_AVX512 std::size_t FindStartsAvx512(const Unit* units, std::size_t count, FilterView starts,
                                          std::uint32_t* found) {
  constexpr std::size_t kLanes = 16;
  const __m512i factor = _mm512_set1_epi32(static_cast<int>(NameLookup::kHashFactor));
  __m512i numbers = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; i += kLanes) {
    const __m512i first =
        _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(units + i)));
    const __m512i second =
        _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(units + i + 1)));
    const __m512i pair = _mm512_or_si512(first, _mm512_slli_epi32(second, 16));
    __mmask16 hits = Starting(starts, _mm512_mullo_epi32(pair, factor));
    if (i + kLanes > count) hits &= static_cast<__mmask16>((1U << (count - i)) - 1);
    _mm512_storeu_si512(found + kept, _mm512_maskz_compress_epi32(hits, numbers));
    kept += static_cast<std::size_t>(std::popcount(static_cast<unsigned>(hits)));
    numbers = _mm512_add_epi32(numbers, _mm512_set1_epi32(static_cast<int>(kLanes)));
  }
  return kept;
}

ZHITU_AVX512 std::size_t FilterStartsAvx512(const Unit* units, std::size_t count, FilterView pairs,
                                            FilterView triples, std::uint32_t* found) {
  constexpr std::size_t kLanes = 16;
  const __m512i hash_factor = _mm512_set1_epi32(static_cast<int>(NameLookup::kHashFactor));
  const __m512i pair_factor = _mm512_set1_epi32(static_cast<int>(NameLookup::kPairFactor));
  const __m512i third_factor = _mm512_set1_epi32(static_cast<int>(NameLookup::kThirdFactor));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; i += kLanes) {
    const auto lanes =
        static_cast<__mmask16>(i + kLanes > count ? (1U << (count - i)) - 1 : 0xFFFFU);
    const __m512i places = _mm512_maskz_loadu_epi32(lanes, found + i);
    const __m512i pair = _mm512_i32gather_epi32(places, units, 2);
    const __m512i third =
        _mm512_and_si512(_mm512_i32gather_epi32(places, units + 2, 2), _mm512_set1_epi32(0xFFFF));
    const __mmask16 may_be_pair = Passing(pairs, _mm512_mullo_epi32(pair, hash_factor)) & lanes;
    const __mmask16 may_go_on =
        Passing(triples, _mm512_add_epi32(_mm512_mullo_epi32(pair, pair_factor),
                                          _mm512_mullo_epi32(third, third_factor))) &
        lanes;
    __m512i marked = _mm512_mask_or_epi32(
        places, may_be_pair, places, _mm512_set1_epi32(static_cast<int>(ScanKernel::kMayBePair)));
    marked = _mm512_mask_or_epi32(marked, may_go_on, marked,
                                  _mm512_set1_epi32(static_cast<int>(ScanKernel::kMayGoOn)));
    const auto keep = static_cast<__mmask16>(may_be_pair | may_go_on);
    _mm512_storeu_si512(found + kept, _mm512_maskz_compress_epi32(keep, marked));
    kept += static_cast<std::size_t>(std::popcount(static_cast<unsigned>(keep)));
  }
  return kept;
}

}  // namespace

bool CanRunAvx2() {
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi2") != 0;
}

bool CanRunAvx512() {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512vbmi") != 0 &&
         __builtin_cpu_supports("avx512vbmi2") != 0 && __builtin_cpu_supports("bmi2") != 0;
}

const ScanKernel kAvx2Kernel = {"avx2", DecodePortably, FindStartsAvx2, FilterStartsPortably};
const ScanKernel kAvx512Kernel = {"avx512", DecodeAvx512, FindStartsAvx512, FilterStartsAvx512};

}  // namespace zhitu::extract

#endif
