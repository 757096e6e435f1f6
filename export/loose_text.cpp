#include "export/loose_text.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "extract/encoding.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Fault {
  const char* kind;
  std::size_t at;
  char32_t code;  // of the character, or the byte
};

void AppendAllowed(std::string_view good, std::string& text, std::vector<Fault>& faults) {
  for (std::size_t at = 0; at < good.size();) {
    const std::size_t begin = at;
    const char32_t c = extract::NextCodePoint(good, at);
    if (IsForbiddenInXml(c)) {
      faults.push_back({"control-character", text.size(), c});
      text += kReplacement;
    } else {
      text += good.substr(begin, at - begin);
    }
  }
}

void AppendDecoded(std::string_view rest, std::string& text, std::vector<Fault>& faults) {
  while (!rest.empty()) {
    const std::size_t good = extract::WellFormedPrefix(rest);
    AppendAllowed(rest.substr(0, good), text, faults);
    rest.remove_prefix(good);
    if (rest.empty()) break;
    faults.push_back({"encoding", text.size(), static_cast<unsigned char>(rest.front())});
    text += kReplacement;
    rest.remove_prefix(1);
  }
}

}  // namespace

bool IsForbiddenInXml(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

std::size_t ReadLooseText(const std::string& path, std::string bytes, DoctorFindings& findings,
                          std::string& text) {
  const bool marked = bytes.starts_with(kMark);
  if (marked) bytes.erase(0, kMark.size());
  const std::optional<std::string> from_utf16 = extract::FromUtf16(bytes);
  const std::optional<std::string> converted =
      from_utf16 ? from_utf16 : extract::FromGb18030(bytes);
  std::vector<Fault> faults;
  text.clear();
  AppendDecoded(converted ? *converted : bytes, text, faults);
  const std::size_t base = findings.BeginFile(path, text);
  if (marked) findings.Add("byte-order-mark", base, "the file begins with a byte order mark");
  if (converted) {
    findings.Add("encoding", base,
                 from_utf16 ? "the bytes are UTF-16" : "the bytes are GBK or GB18030");
  }
  for (const Fault& fault : faults) {
    const auto code = static_cast<unsigned>(fault.code);
    const bool byte = std::string_view(fault.kind) == "encoding";
    findings.Add(fault.kind, base + fault.at,
                 byte ? fmt::format("byte 0x{:02X} is no UTF-8", code)
                      : fmt::format("character U+{:04X}", code));
  }
  return base;
}

}  // namespace zhitu::xport
