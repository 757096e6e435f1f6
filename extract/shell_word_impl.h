#pragma once

#include <string>
#include <string_view>

namespace zhitu::extract {

// A word in single quotes, as a shell takes it whole.
inline std::string ShellQuoted(std::string_view word) {
  std::string quoted = "'";
  for (const char byte : word) quoted += byte == '\'' ? std::string("'\\''") : std::string(1, byte);
  return quoted + "'";
}

}  // namespace zhitu::extract
