#include "extract/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "extract/shell_word_impl.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsMostlyUtf8(std::string_view bytes) {
  const DecodedText decoded = DecodeUtf8(std::string(bytes));
  const auto several = std::count_if(decoded.text.begin(), decoded.text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) >= 0xC0;  // each is the first byte of a sequence
  });
  return static_cast<std::size_t>(several) > 2 * decoded.ill_formed;  // U+FFFD is a sequence too
}

// Text in another encoding as ICU reads it. What is ill-formed becomes U+FFFD, or, if `strict`, the
// answer is nothing.
std::optional<std::u16string> Decoded(std::string_view bytes, const char* encoding, bool strict) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                     &ucnv_close);
  if (strict) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  }
  std::u16string out(bytes.size() + 1, u'\0');
  UChar* target = out.data();
  const char* source = bytes.data();
  ucnv_toUnicode(converter.get(), &target, out.data() + out.size(), &source,
                 bytes.data() + bytes.size(), nullptr, true, &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  out.resize(static_cast<std::size_t>(target - out.data()));
  return out;
}

std::optional<std::u16string> DecodedGb18030(std::string_view bytes) {
  return Decoded(bytes, "GB18030", /*strict=*/true);
}

std::string ToUtf8(const std::u16string& decoded) {
  std::string text;
  icu::UnicodeString(decoded.data(), static_cast<std::int32_t>(decoded.size())).toUTF8String(text);
  return text;
}

// That of UTF-32 begins like one of UTF-16.
bool HasUtf16Mark(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return false;
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string HexByte(unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  return {'0', 'x', kDigits[byte >> 4U], kDigits[byte & 0x0FU]};
}

// The name for the converted file; its ending stays, since it tells the format.
std::string ConvertedName(const std::string& file) {
  const std::filesystem::path path(file);
  return std::filesystem::path(path)
      .replace_filename(path.stem().string() + ".utf8" + path.extension().string())
      .string();
}

Problem NotUtf8But(const std::string& encoding, const std::string& file) {
  return {{file, 0, 0},
          "not UTF-8 but " + encoding + "; convert it first: iconv -f " + encoding + " -t UTF-8 " +
              ShellQuoted(file) + " > " + ShellQuoted(ConvertedName(file))};
}

}  // namespace

std::vector<Problem> Utf8Problems(const std::string& file, std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (WellFormedPrefix(bytes) == bytes.size()) return {};
  if (HasUtf16Mark(bytes)) return {NotUtf8But("UTF-16", file)};
  if (!IsMostlyUtf8(bytes) && DecodedGb18030(bytes)) return {NotUtf8But("GB18030", file)};
  std::vector<Problem> problems;
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t feed = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, feed - at);
    at = feed + 1;
    ++line_number;
    const std::size_t good = WellFormedPrefix(line);
    if (good == line.size()) continue;
    problems.push_back({{file, line_number, CountCodePoints(line.substr(0, good)) + 1},
                        "byte " + HexByte(static_cast<unsigned char>(line[good])) +
                            " is not UTF-8; expected valid UTF-8"});
  }
  return problems;
}

std::optional<std::string> FromGb18030(std::string_view bytes) {
  if (WellFormedPrefix(bytes) == bytes.size() || IsMostlyUtf8(bytes)) return std::nullopt;
  const std::optional<std::u16string> decoded = DecodedGb18030(bytes);
  if (!decoded) return std::nullopt;
  return ToUtf8(*decoded);
}

std::optional<std::string> FromUtf16(std::string_view bytes) {
  if (!HasUtf16Mark(bytes)) return std::nullopt;
  const std::optional<std::u16string> decoded = Decoded(bytes, "UTF-16", /*strict=*/false);
  if (!decoded) return std::nullopt;
  return ToUtf8(*decoded);
}

}  // namespace zhitu::extract
