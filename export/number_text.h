#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace zhitu::xport {

/// A number as every file shows it: whole numbers (below 10^15) in full, others with 6 significant
/// digits, a decimal point and no trailing zeros (`1234567`, `0.333333`, `1e-05`), the same under
/// any locale. NaN and the infinities give `0`, since importers break on them.
std::string NumberText(double value);

/// An edge's weight: as `NumberText`, but positive and in the range of a 32-bit float, since
/// importers drop edges of weight 0. What is not positive and finite gives `1`.
std::string WeightText(double weight);

/// Bytes that the text of a number has at most.
inline constexpr std::size_t kNumberBytes = 32;

/// Writes the same text as `NumberText` to `to`, which must have room for `kNumberBytes`.
/// @return the end of the text.
char* PutNumber(double value, char* to);
/// The same text as `WeightText`, in the same way.
char* PutWeight(double weight, char* to);
/// A whole number in decimal, in the same way.
char* PutInteger(std::int64_t value, char* to);

}  // namespace zhitu::xport
