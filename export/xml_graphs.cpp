#include "export/xml_graphs.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kProgressElements = 50000;

}  // namespace

void XmlGraphHandler::Open(std::size_t at) {
  open_ = true;
  at_ = at;
  values_.clear();
  element_.Begin(text_.LineOf(at), at);
}

void XmlGraphHandler::Put(const ImportColumn& column, std::string_view value, std::size_t at) {
  values_.emplace_back(value);
  element_.Add(column, values_.back(), at);
}

void XmlGraphHandler::Give() {
  open_ = false;
  if (edges_) {
    element_.GiveEdge();
  } else {
    element_.GiveNode();
  }
  if (++given_ % kProgressElements == 0) count_(kProgressElements);
}

std::string_view ValueOf(XmlHandler::Attributes attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

void ReadXmlGraphs(const std::vector<std::string>& paths, graph::Importer& importer,
                   const ImportProgress& progress, const MakeXmlHandler& make) {
  std::size_t elements = 0;
  const std::function<void(std::size_t)> count = [&](std::size_t more) {
    elements += more;
    if (progress) progress(elements);
  };
  std::vector<std::unique_ptr<ImportText>> texts;
  for (const std::string& path : paths) {
    texts.push_back(std::make_unique<ImportText>(path, importer));
    if (!texts.back()->readable()) {
      texts.pop_back();
      continue;
    }
    XmlFault fault = ReadXml(texts.back()->text(), *make(*texts.back(), false, count));
    if (!fault.what.empty()) texts.back()->Report(fault.at, std::move(fault.what));
  }
  // Where nodes are missing because of a fault, edges to them are no faults of their own.
  if (importer.faults() > 0) importer.AllowUndeclared();
  for (std::unique_ptr<ImportText>& text : texts) {
    text->BeginAgain();
    ReadXml(text->text(), *make(*text, true, count));
    text.reset();
  }
}

}  // namespace zhitu::xport
