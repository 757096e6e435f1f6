#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/measure_rules.h"
#include "extract/word_finder.h"

namespace zhitu::extract {

/// A number as it is written in a text.
struct Numeral {
  double value = 0;          ///< What it is worth.
  bool approximate = false;  ///< 余, 多, 几 stand in it.
  bool digits = false;       ///< It begins with a digit of ASCII.
  std::size_t end = 0;       ///< One past its last byte.
};

/// Reads the number that begins at byte `at` of folded text: 4000余, 1.9万余, 1,203, 1亿2000万,
/// 二十余, 百余, 十五, 十几. A lone 一, and characters that stand side by side without a scale
/// (一二三), are no number; nor is a scale alone, unless 余 or the like follows; nor more than 32
/// digits or characters, nor the rest of what is read as one from further left (百 in 三百). O(1).
std::optional<Numeral> ReadNumeral(std::string_view text, std::size_t at,
                                   const QuantityRules& rules);

/// The numbers that a text holds, each read once for all who look at it. Immutable.
class NumeralFinder {
 public:
  /// A place where a number may begin.
  struct Start {
    std::size_t at = 0;              ///< The place.
    std::optional<Numeral> numeral;  ///< The number there; nothing if none begins after all.
  };

  /// Reads the numbers. All arguments must live as long. O(n).
  NumeralFinder(const WordFinder& words, std::string_view text, const QuantityRules& rules);

  /// Where runs of ASCII digits and the words of `QuantityRules::numeral` begin, in order.
  const std::vector<Start>& starts() const noexcept { return starts_; }
  /// The number that begins at a byte of the text, as `ReadNumeral` gives it. O(log starts).
  std::optional<Numeral> At(std::size_t at) const;

 private:
  std::string_view text_;
  const QuantityRules& rules_;
  std::vector<Start> starts_;
};

}  // namespace zhitu::extract
