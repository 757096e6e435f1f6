#include "export/page_frame.h"

#include <stdexcept>
#include <utility>
#include <vector>

#include "export/page_files.h"
#include "export/sha256.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

// The template with each `{{name}}` replaced; what is put in is not looked at again.
std::string Filled(std::string_view text,
                   const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = text.find("{{", at);
    out += text.substr(at, mark - at);
    if (mark == std::string_view::npos) return out;
    const std::size_t end = text.find("}}", mark);
    const std::string_view name = text.substr(mark + 2, end - mark - 2);
    for (const auto& [key, value] : values) {
      if (key == name) out += value;
    }
    at = end + 2;
  }
  return out;
}

std::string Policy(std::string_view style, std::string_view program) {
  return "default-src 'none'; script-src 'sha256-" + Base64Sha256(program) +
         "'; style-src 'sha256-" + Base64Sha256(style) +
         "'; img-src data: blob:; base-uri 'none'; form-action 'none'; "
         "require-trusted-types-for 'script'; trusted-types 'none'";
}

// Takes what stands before a mark off the front of a text.
std::string TakeUpTo(std::string_view mark, std::string& text) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) throw std::logic_error("index.html has no " + std::string(mark));
  std::string piece = text.substr(0, at);
  text.erase(0, at + mark.size());
  return piece;
}

}  // namespace

PageFrame MakePageFrame(std::string_view title) {
  const std::string_view style = PageFile("page.css");
  const std::string_view program = PageFile("page.js");
  std::string shown;
  AppendXml(shown, title, XmlPlace::kText);
  // Split before it is filled, so that no title can look like a mark.
  std::string rest(PageFile("index.html"));
  const std::string head = TakeUpTo("{{graph}}", rest);
  const std::string middle = TakeUpTo("{{quotes}}", rest);
  const std::vector<std::pair<std::string_view, std::string>> values = {
      {"policy", Policy(style, program)},
      {"title", shown},
      {"style", std::string(style)},
      {"program", std::string(program)},
      {"licences", std::string(PageFile("licences.txt"))}};
  return {Filled(head, values), Filled(middle, values), Filled(rest, values)};
}

std::string PageData(std::string_view kind, std::string_view json) {
  std::string text = "<script type=\"application/json\" data-kind=\"";
  return text.append(kind).append("\">").append(json).append("</script>\n");
}

}  // namespace zhitu::xport
