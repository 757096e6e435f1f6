// Bytes decoded and counted: as the definitions of Unicode say, one code point after the other.
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/characters.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// True if bytes can follow that make one well-formed code point of these: by trying the ends of
// every range that the bytes leave open.
bool BeginsCodePoint(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes.size() > length) return false;
  for (const char first : {'\x80', '\x90', '\x9F', '\xA0', '\xBF'}) {
    std::string whole(bytes);
    if (whole.size() < length) whole += first;
    whole.resize(length, '\x80');
    std::size_t at = 0;
    const char32_t c = NextCodePoint(whole, at);
    const bool scalar = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    std::string again;
    if (scalar) AppendUtf8(c, again);
    if (scalar && again == whole) return true;
  }
  return false;
}

// Unicode 15, section 3.9: the longest beginning of a well-formed code point, or one byte.
DecodedText SlowDecode(std::string_view bytes) {
  DecodedText decoded;
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  while (!bytes.empty()) {
    std::size_t size = 1;
    while (size < bytes.size() && BeginsCodePoint(bytes.substr(0, size + 1))) ++size;
    const std::string_view part = bytes.substr(0, size);
    std::size_t at = 0;
    std::string again;
    const char32_t c = NextCodePoint(part, at);
    if (c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF)) AppendUtf8(c, again);
    const bool good = again == part;
    decoded.text += good ? part : kReplacement;
    decoded.ill_formed += good ? 0 : 1;
    bytes.remove_prefix(size);
  }
  return decoded;
}

void CheckOffsets(const std::string& text) {
  const OffsetIndex index(text);
  std::size_t code_points = 0;
  LineColumn place;
  for (std::size_t at = 0; at <= text.size();) {
    const LineColumn position = index.Position(at);
    Check(index.CodePoints(at) == code_points, "code points before an offset");
    Check(index.Byte(code_points) == at, "the byte of a code point");
    Check(position.line == place.line && position.column == place.column, "line and column");
    if (at == text.size()) break;
    const char32_t c = NextCodePoint(text, at);
    ++code_points;
    ++place.column;
    const bool ends = c == U'\n' || (c == U'\r' && text.substr(at, 1) != "\n");
    if (ends) place = {place.line + 1, 1};
  }
  Check(CountCodePoints(text) == code_points, "number of code points");
}

void CheckPrintable(const std::string& bytes) {
  const std::string shown = Printable(bytes);
  Check(WellFormedPrefix(shown) == shown.size(), "printable text is well formed");
  for (const char byte : shown) {
    Check(static_cast<unsigned char>(byte) >= 0x20 && byte != '\x7F', "no control characters");
  }
  Check(Printable(shown) == shown, "printable text stays");
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const DecodedText decoded = DecodeUtf8(bytes);
  const DecodedText slow = SlowDecode(bytes);
  zhitu::Check(decoded.text == slow.text, "decoded as the definition says");
  zhitu::Check(decoded.ill_formed == slow.ill_formed, "ill-formed sequences");
  zhitu::Check(WellFormedPrefix(decoded.text) == decoded.text.size(),
               "decoded text is well formed");
  CheckOffsets(decoded.text);
  CheckPrintable(bytes);
  return 0;
}
