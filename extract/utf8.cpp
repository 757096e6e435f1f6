#include "extract/utf8.h"

#include <algorithm>
#include <utility>

#include "extract/utf8_word_impl.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kBlock = 1024;

// What may follow a lead byte: the number of trail bytes and the range of the first of them
// (Unicode table 3-7).
struct Lead {
  int trails = -1;  // -1: not a lead byte
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Lead LeadOf(unsigned char byte) {
  if (byte < 0x80) return {0};
  if (byte >= 0xC2 && byte <= 0xDF) return {1};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {};
}

// Length of the code point at `at`, and whether it is well formed. An ill-formed one gives the
// length of the maximal subpart that is to be replaced as a whole.
std::pair<std::size_t, bool> Measure(std::string_view text, std::size_t at) {
  const Lead lead = LeadOf(static_cast<unsigned char>(text[at]));
  if (lead.trails < 0) return {1, false};
  for (int i = 1; i <= lead.trails; ++i) {
    const std::size_t place = at + static_cast<std::size_t>(i);
    if (place >= text.size()) return {place - at, false};
    const auto byte = static_cast<unsigned char>(text[place]);
    const bool fits = i == 1 ? byte >= lead.low && byte <= lead.high : byte >= 0x80 && byte <= 0xBF;
    if (!fits) return {place - at, false};
  }
  return {static_cast<std::size_t>(lead.trails) + 1, true};
}

// Bytes that can be told well formed at once where eight can be read: eight of ASCII, or two
// characters of three bytes that begin with neither E0 nor ED, which not every second byte may
// follow; else 0.
std::size_t PlainLength(const char* bytes) {
  const std::uint64_t word = WordOf(bytes);
  if (AreTwoLong(word)) {
    const auto first = static_cast<unsigned>(word & 0xFU);
    const auto second = static_cast<unsigned>((word >> 24U) & 0xFU);
    constexpr unsigned kExceptions = (1U << 0x0U) | (1U << 0xDU);
    return (((kExceptions >> first) | (kExceptions >> second)) & 1U) == 0 ? 6 : 0;
  }
  return (word & 0x8080808080808080ULL) == 0 ? 8 : 0;
}

}  // namespace

std::size_t WellFormedPrefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size()) {
      const std::size_t plain = PlainLength(text.data() + at);
      at += plain;
      if (plain > 0) continue;
    }
    const auto [length, good] = Measure(text, at);
    if (!good) return at;
    at += length;
  }
  return at;
}

DecodedText DecodeUtf8(std::string bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  DecodedText decoded;
  std::size_t good = WellFormedPrefix(bytes);
  if (good == bytes.size()) {
    decoded.text = std::move(bytes);
    return decoded;
  }
  std::string_view rest = bytes;
  while (true) {
    decoded.text.append(rest.substr(0, good));
    rest.remove_prefix(good);
    if (rest.empty()) return decoded;
    decoded.text.append(kReplacement);
    ++decoded.ill_formed;
    rest.remove_prefix(Measure(rest, 0).first);
    good = WellFormedPrefix(rest);
  }
}

void AppendUtf8(char32_t code_point, std::string& out) {
  const auto trail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6U));
    trail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | (code_point >> 12U));
    trail(6);
    trail(0);
  } else {
    out += static_cast<char>(0xF0U | (code_point >> 18U));
    trail(12);
    trail(6);
    trail(0);
  }
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += static_cast<std::size_t>(IsLeadByte(byte));
  return count;
}

OffsetIndex::OffsetIndex(std::string_view text) : text_(text), line_starts_{0} {
  std::size_t code_points = 0;
  for (std::size_t block = 0; block <= text.size(); block += kBlock) {
    code_points_.push_back(code_points);
    code_points += CountCodePoints(text.substr(block, kBlock));
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends =
        text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (ends) line_starts_.push_back(i + 1);
  }
}

std::size_t OffsetIndex::CodePoints(std::size_t offset) const {
  const std::size_t block = offset / kBlock;
  return code_points_[block] +
         CountCodePoints(text_.substr(block * kBlock, offset - block * kBlock));
}

std::size_t OffsetIndex::Byte(std::size_t code_point) const {
  const auto after = std::upper_bound(code_points_.begin(), code_points_.end(), code_point);
  const auto block = static_cast<std::size_t>(after - code_points_.begin()) - 1;
  std::size_t left = code_point - code_points_[block];
  std::size_t at = block * kBlock;
  while (at < text_.size()) {
    if (IsLeadByte(text_[at])) {
      if (left == 0) return at;
      --left;
    }
    ++at;
  }
  return text_.size();
}

LineColumn OffsetIndex::Position(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  return {line, CodePoints(offset) - CodePoints(line_starts_[line - 1]) + 1};
}

}  // namespace zhitu::extract
