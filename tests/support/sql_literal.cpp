#include "tests/support/sql_literal.h"

namespace zhitu::graph {

std::string SqlLiteral(std::int64_t value) {
  // The smallest number is not the minus of one that SQL can read.
  return value == INT64_MIN ? "(-9223372036854775807 - 1)" : std::to_string(value);
}

std::string SqlLiteral(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\0') {
      literal += "\xEF\xBF\xBD";
    } else {
      if (c == '\'') literal += c;
      literal += c;
    }
  }
  return literal + "'";
}

std::string SqlBlob(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string literal = "X'";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    literal += kDigits[byte >> 4U];
    literal += kDigits[byte & 0x0FU];
  }
  return literal + "'";
}

}  // namespace zhitu::graph
