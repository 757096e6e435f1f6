#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhitu::xport {

/// A number as every file shows it: whole numbers (below 10^15) in full, others with 6 significant
/// digits, a decimal point and no trailing zeros (`1234567`, `0.333333`, `1e-05`), the same under
/// any locale. NaN and the infinities give `0`, since importers break on them.
std::string NumberText(double value);

/// An edge's weight: as `NumberText`, but positive and in the range of a 32-bit float, since
/// importers drop edges of weight 0. What is not positive and finite gives `1`.
std::string WeightText(double weight);

/// Room for the text of any number, so that many can be written without memory of their own.
using NumberRoom = std::array<char, 32>;

/// The same text as `NumberText`, valid as long as `room` is left alone.
std::string_view NumberText(double value, NumberRoom& room);
/// The same text as `WeightText`, valid as long as `room` is left alone.
std::string_view WeightText(double weight, NumberRoom& room);
/// A whole number in decimal, valid as long as `room` is left alone.
std::string_view IntegerText(std::int64_t value, NumberRoom& room);

}  // namespace zhitu::xport
