#include "serve/target.h"

#include <algorithm>

#include "extract/utf8.h"
#include "serve/request_error.h"

namespace zhitu::serve {
namespace {

[[noreturn]] void Refuse(const std::string& problem) {
  throw RequestError(400, "bad_target", problem);
}

int HexDigit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

char Escaped(std::string_view text, std::size_t at) {
  const int high = at + 2 < text.size() ? HexDigit(text[at + 1]) : -1;
  const int low = high >= 0 ? HexDigit(text[at + 2]) : -1;
  if (low < 0) Refuse("'%' without two hexadecimal digits behind it");
  return static_cast<char>(high * 16 + low);
}

bool IsControl(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x20 || value == 0x7F;
}

// Ids are what records call themselves, so that values may hold line breaks and the like. They go
// into look-ups and JSON only, both of which take any text.
enum class Controls : bool { kRefused, kTaken };

std::string Decoded(std::string_view text, Controls controls) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char byte = text[at] == '+' ? ' ' : text[at];
    if (byte == '%') {
      byte = Escaped(text, at);
      at += 2;
    }
    if (byte == '\0') Refuse("U+0000 in the query");
    if (controls == Controls::kRefused && IsControl(byte)) {
      Refuse("a control character in the name of a parameter");
    }
    decoded += byte;
  }
  if (extract::DecodeUtf8(decoded).text != decoded) Refuse("the query is not UTF-8");
  return decoded;
}

void ReadQuery(std::string_view query, Target& target) {
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(one.size() + 1, query.size()));
    if (one.empty()) continue;
    if (target.parameters.size() == kMostParameters) Refuse("too many parameters");
    const std::size_t equals = std::min(one.find('='), one.size());
    const std::string_view value = one.substr(std::min(equals + 1, one.size()));
    target.parameters.emplace_back(Decoded(one.substr(0, equals), Controls::kRefused),
                                   Decoded(value, Controls::kTaken));
  }
}

}  // namespace

Target ReadTarget(std::string_view text) {
  if (text.size() > kLongestTarget) {
    throw RequestError(414, "target_too_long",
                       "the target has more than " + std::to_string(kLongestTarget) + " bytes");
  }
  if (text.empty() || text.front() != '/') Refuse("expected a path that begins with '/'");
  const bool visible =
      std::all_of(text.begin(), text.end(), [](char byte) { return byte > 0x20 && byte < 0x7F; });
  if (!visible || text.find('#') != std::string_view::npos) {
    Refuse("a character in the target that must be escaped");
  }
  Target target;
  const std::size_t mark = std::min(text.find('?'), text.size());
  target.path = text.substr(0, mark);
  ReadQuery(text.substr(std::min(mark + 1, text.size())), target);
  return target;
}

}  // namespace zhitu::serve
