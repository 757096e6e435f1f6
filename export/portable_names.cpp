#include "export/portable_names.h"

#include <set>

#include "export/plain_text.h"
#include "export/xml_text.h"
#include "extract/hash.h"

namespace zhitu::xport {
namespace {

std::string CleanName(std::string_view name) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = name.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return "attribute";
  return XmlCharacters(name.substr(begin, name.find_last_not_of(kBlanks) + 1 - begin));
}

}  // namespace

std::string PortableId(std::string_view id) {
  if (IsPlainText(id) || IsXmlText(id)) return std::string(id);
  return XmlCharacters(id) + "~" + extract::HashHex(id).substr(0, 16);
}

void AppendXmlId(TextBuffer& out, std::string_view id) {
  if (IsPlainText(id)) {
    out.Append(id);
  } else {
    AppendXml(out, PortableId(id), XmlPlace::kAttribute);
  }
}

std::vector<std::string> PortableNames(std::span<const std::string> names,
                                       std::span<const std::string_view> taken) {
  std::set<std::string, std::less<>> used(taken.begin(), taken.end());
  std::vector<std::string> result;
  result.reserve(names.size());
  for (const std::string& name : names) {
    std::string portable = CleanName(name);
    while (!used.insert(LowerAscii(portable)).second) portable += '_';
    result.push_back(std::move(portable));
  }
  return result;
}

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace zhitu::xport
