#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "extract/character_set.h"
#include "extract/character_values.h"
#include "extract/word_set.h"

namespace zhitu::extract {

/// How numbers and what they count are written: the section `quantities` of a preset.
struct QuantityRules {
  CharacterValues digits;  ///< Of numerals: 二, 2. Digits of ASCII need no entry.
  CharacterValues scales;  ///< They multiply what stands before them: 百, 100; 万, 10000.
  WordSet numeral;         ///< The characters with which a number may begin, as words.
  CharacterSet more;       ///< Behind a number or scale: somewhat more. 余, 多.
  CharacterSet several;    ///< In the place of a digit: not known which. 数, 几.
  WordSet about;           ///< Before a number: it is not exact. 近, 约.
  WordSet bound;           ///< Behind a unit: it is not exact. 以上, 左右.
  WordSet unit;            ///< Units and measure words: 名, 平方米.
  WordSet ordinal;         ///< Before a number: it counts nothing. 第.
  WordSet stop;            ///< Ends the noun that is counted: verbs, 的.
  WordFilter starts;       ///< The words at which a number may begin: those of `numeral`.

  /// True if there is nothing to look for.
  bool empty() const { return digits.empty() && scales.empty() && unit.empty(); }
};

/// What a word of time means, reckoned from the document's date.
struct TimeWord {
  /// Of which span of time it tells.
  enum class Kind { kYear, kMonth, kDay, kPast, kPresent, kFuture, kRecent, kSet };
  Kind kind = Kind::kPresent;  ///< Which.
  int offset = 0;              ///< Years, months or days from the document's: 去年 is -1.
};

/// How dates are written: the section `times` of a preset.
struct TimeRules {
  std::vector<std::pair<std::string, TimeWord>> words;  ///< Folded, sorted: 今年, 日前, 每周.
  WordSet word;                                         ///< The same as a set of words.
  WordSet year;                                         ///< Behind the number of a year: 年.
  WordSet month;                                        ///< Behind the number of a month: 月.
  WordSet day;                                          ///< Behind the number of a day: 日, 号.
  WordSet part;         ///< A part of the year or month before it: 底, 上旬.
  WordSet since;        ///< From then on: 以来.
  WordSet until;        ///< Before a date: up to it. 截至.
  WordSet consecutive;  ///< Before a number of years or days: 连续.
  WordSet duration;     ///< Units of time that can be counted: 年, 个月.
  WordFilter starts;    ///< The words at which an expression may begin, beside a numeral.
};

}  // namespace zhitu::extract
