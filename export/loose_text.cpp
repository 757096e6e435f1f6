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
  std::string what;
};

// UTF-8 without a mark; what is wrong goes to `faults`, its places are those of what is returned.
std::string Decoded(std::string bytes, std::vector<Fault>& faults) {
  if (bytes.starts_with(kMark)) {
    faults.push_back({"byte-order-mark", 0, "the file begins with a byte order mark"});
    bytes.erase(0, kMark.size());
  }
  if (std::optional<std::string> text = extract::FromGb18030(bytes)) {
    faults.push_back({"encoding", 0, "the bytes are GBK or GB18030"});
    return std::move(*text);
  }
  std::string text;
  text.reserve(bytes.size());
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::size_t good = extract::WellFormedPrefix(rest);
    text += rest.substr(0, good);
    rest.remove_prefix(good);
    if (rest.empty()) break;
    faults.push_back(
        {"encoding", text.size(),
         fmt::format("byte 0x{:02X} is no UTF-8", static_cast<unsigned char>(rest.front()))});
    text += kReplacement;
    rest.remove_prefix(1);
  }
  return text;
}

std::string WithoutForbidden(const std::string& text, std::vector<Fault>& faults) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = extract::NextCodePoint(text, at);
    if (!IsForbiddenInXml(c)) {
      out.append(text, begin, at - begin);
      continue;
    }
    faults.push_back({"control-character", out.size(),
                      fmt::format("character U+{:04X}", static_cast<unsigned>(c))});
    out += kReplacement;
  }
  return out;
}

bool HasForbidden(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (IsForbiddenInXml(extract::NextCodePoint(text, at))) return true;
  }
  return false;
}

}  // namespace

bool IsForbiddenInXml(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

void ReadLooseText(const std::string& path, std::string bytes, DoctorFindings& findings,
                   std::string& text) {
  std::vector<Fault> encoding;
  std::vector<Fault> characters;
  text = Decoded(std::move(bytes), encoding);
  findings.BeginFile(path, text);
  for (const Fault& fault : encoding) findings.Add(fault.kind, fault.at, fault.what);
  if (!HasForbidden(text)) return;
  text = WithoutForbidden(text, characters);
  findings.BeginFile(path, text);
  for (const Fault& fault : characters) findings.Add(fault.kind, fault.at, fault.what);
}

}  // namespace zhitu::xport
