#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/unit_table.h"

namespace zhitu::extract {

/// Where `ScanKernel::decode` stopped.
struct DecodedUnits {
  std::size_t next = 0;   ///< First byte not read.
  std::size_t count = 0;  ///< Characters read.
};

/// A filter of `NameIndex`, as kernels take it: by value, so that no number they write can be one
/// of its own.
struct FilterView {
  const std::uint32_t* words = nullptr;  ///< A power of two of them.
  unsigned shift = 0;                    ///< From a hash of 32 bits to a word.
};

/// The inner loops of the search, once for each kind of processor. All give the same results.
struct ScanKernel {
  const char* name;  ///< `portable avx2 avx512`.

  /// Turns characters of valid UTF-8 into units by a table of 65,536. Reads from `text[at]` on;
  /// stops at `end`, before a character that is `kSpecial` or four bytes long, or after about
  /// `room` characters (at most `kSlack` more are written). `units` and `begins` take unit and
  /// first byte of each; what stands behind them may be overwritten within the slack.
  DecodedUnits (*decode)(const Unit* table, std::string_view text, std::size_t at, std::size_t end,
                         std::size_t room, Unit* units, std::uint32_t* begins);
  /// Writes the numbers of those units, of the first `count`, at which a name of two or more units
  /// may begin; gives how many. `units[count]` is read. There is room for `count + kSlack`.
  std::size_t (*find_starts)(const Unit* units, std::size_t count, FilterView starts,
                             std::uint32_t* found);
  /// Keeps, of the first `count` numbers that `find_starts` gave, those that may be a name of two
  /// units, with `kMayBePair`, or go on to one of three, with `kMayGoOn`; gives how many.
  std::size_t (*filter_starts)(const Unit* units, std::size_t count, FilterView pairs,
                               FilterView triples, std::uint32_t* found);

  static constexpr std::uint32_t kMayBePair = std::uint32_t{1} << 31U;  ///< See `filter_starts`.
  static constexpr std::uint32_t kMayGoOn = std::uint32_t{1} << 30U;    ///< See `filter_starts`.
  static constexpr std::uint32_t kPlace = kMayGoOn - 1;  ///< The bits that hold the number.
  static constexpr std::size_t kSlack = 96;  ///< Elements that may be written behind what is asked.
};

/// The kernels that this processor can run, the fastest first; the last is the portable one.
const std::vector<const ScanKernel*>& ScanKernels();

}  // namespace zhitu::extract
