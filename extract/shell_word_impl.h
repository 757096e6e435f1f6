#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace zhitu::extract {

// A word in single quotes, as a shell takes it whole.
inline std::string ShellQuoted(std::string_view word) {
  std::string quoted = "'";
  for (const char byte : word) quoted += byte == '\'' ? std::string("'\\''") : std::string(1, byte);
  return quoted + "'";
}

// A word of a command line, quoted where a shell would take it apart.
inline std::string ShellWord(const std::string& word) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("-_./,+").find(c) != std::string_view::npos;
  };
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), is_plain);
  return plain ? word : ShellQuoted(word);
}

}  // namespace zhitu::extract
