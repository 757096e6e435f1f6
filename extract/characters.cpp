#include "extract/characters.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <cstdint>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

UChar32 Icu(char32_t c) { return static_cast<UChar32>(c); }

// Parts of blocks that Chinese text is full of; the tests compare them with ICU's data. Dashes,
// quotes and dots: no letters, one column.
bool IsCommonPunctuation(char32_t c) { return c >= 0x2010 && c <= 0x2027; }

// Characters that would move the cursor, end a line or turn the direction of the text around them.
bool IsUnprintable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || c == 0x061C ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::string Escape(char32_t c) {
  if (c == U'\n') return "\\n";
  if (c == U'\t') return "\\t";
  if (c == U'\r') return "\\r";
  return c < 0x100 ? fmt::format("\\x{:02x}", static_cast<unsigned>(c))
                   : fmt::format("\\u{:04x}", static_cast<unsigned>(c));
}

// Letters that kana share and that Unicode therefore gives to no script: ー 〆 〼 and their kin.
bool IsKanaMark(char32_t c) {
  return (c >= 0x3000 && c <= 0x30FF) || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F;
}

}  // namespace

bool IsHan(char32_t c) {
  if (IsCommonHan(c)) return true;
  if (c < 0x2E80 || IsCommonWidePunctuation(c) || IsFullwidth(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(Icu(c), &status) == USCRIPT_HAN;
}

bool IsSpacedLetter(char32_t c) {
  if (c < 0x80)
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  if (IsCommonHan(c) || IsCommonPunctuation(c) || IsCommonWidePunctuation(c)) return false;
  if (!u_isalnum(Icu(c)) || IsKanaMark(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(Icu(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return false;
    default:
      return true;
  }
}

bool IsSpaceBeyondAscii(char32_t c) { return u_isUWhiteSpace(Icu(c)) != 0; }

bool IsCombiningMark(char32_t c) {
  if (IsCommonHan(c) || IsCommonPunctuation(c) || IsCommonWidePunctuation(c) || IsFullwidth(c))
    return false;
  return c >= 0x300 && (U_GET_GC_MASK(Icu(c)) & U_GC_M_MASK) != 0;
}

std::string CasePattern(std::string_view text) {
  std::string pattern;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = Icu(NextCodePoint(text, at));
    if (u_isUUppercase(c) != 0) {
      pattern += 'U';
    } else if (u_isULowercase(c) != 0) {
      pattern += 'l';
    }
  }
  return pattern;
}

std::size_t OtherDisplayWidth(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 0;
  if (c < 0x300 || IsCommonPunctuation(c)) return 1;
  const int8_t category = u_charType(Icu(c));
  const bool invisible = category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
                         category == U_FORMAT_CHAR || category == U_LINE_SEPARATOR ||
                         category == U_PARAGRAPH_SEPARATOR;
  if (invisible) return 0;
  const int width = u_getIntPropertyValue(Icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += DisplayWidth(NextCodePoint(text, at));
  return width;
}

std::string Printable(std::string_view text) {
  const std::size_t good = WellFormedPrefix(text);
  if (good < text.size()) return Printable(DecodeUtf8(std::string(text)).text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    if (IsUnprintable(c)) {
      out += Escape(c);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string_view TrimmedView(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!IsSpace(NextCodePoint(text, at))) break;
    begin = at;
  }
  std::size_t end = text.size();
  for (std::size_t at = end; at > begin;) {
    if (!IsSpace(CodePointBefore(text, at))) break;
    end = at;
  }
  return text.substr(begin, end - begin);
}

}  // namespace zhitu::extract
