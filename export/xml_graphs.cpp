#include "export/xml_graphs.h"

#include <utility>

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
  ReadNodesThenEdges(paths, importer, progress,
                     [&](ImportText& text, bool edges, const auto& count) {
                       XmlFault fault = ReadXml(text.text(), *make(text, edges, count));
                       if (!edges && !fault.what.empty())
                         text.Report(fault.at, std::move(fault.what));
                     });
}

}  // namespace zhitu::xport
