#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "export/gephi_csv_reader.h"
#include "export/import_element.h"
#include "export/import_text.h"
#include "export/xml_reader.h"

namespace zhitu::xport {

/// What readers of graphs in XML have in common. One reads either the nodes of a file, or its
/// edges: an element is opened, gets values, and is given to the importer.
class XmlGraphHandler : public XmlHandler {
 public:
  /// @param text   what is read. @param edges  whether its edges are read, else its nodes.
  /// @param count  told now and then how many more were read.
  XmlGraphHandler(ImportText& text, bool edges, const std::function<void(std::size_t)>& count)
      : text_(text),
        edges_(edges),
        count_(count),
        element_(text.importer(), [&text](std::size_t at) { return text.PlaceOf(at); }) {}

 protected:
  /// True if edges are read, else nodes.
  bool edges() const { return edges_; }
  /// True between `Open` and `Give`.
  bool is_open() const { return open_; }
  /// Where the element at hand begins.
  std::size_t at() const { return at_; }
  /// The element at hand.
  ImportElement& element() { return element_; }
  /// Opens a node or edge that begins at a byte.
  void Open(std::size_t at);
  /// Gives it a value; the column must stay.
  void Put(const ImportColumn& column, std::string_view value, std::size_t at);
  /// Gives the element to the importer.
  void Give();
  /// Tells a fault, once: what stands in a file is looked at with its nodes and with its edges.
  void ReportOnce(std::size_t at, std::string what) {
    if (!edges_) text_.Report(at, std::move(what));
  }
  /// Tells a fault of the node or edge at hand.
  void Report(std::size_t at, std::string what) { text_.Report(at, std::move(what)); }
  /// Counts a value that is not kept.
  void LeaveOut(const std::string& name, graph::LeftOut why) {
    text_.importer().LeaveOut(name, why);
  }

 private:
  ImportText& text_;
  bool edges_;
  const std::function<void(std::size_t)>& count_;
  ImportElement element_;
  std::deque<std::string> values_;
  bool open_ = false;
  std::size_t at_ = 0;
  std::size_t given_ = 0;
};

/// The value of an attribute; empty if there is none.
std::string_view ValueOf(XmlHandler::Attributes attributes, std::string_view name);

/// Makes a handler for the nodes or edges of a file; parameters as those of `XmlGraphHandler`.
using MakeXmlHandler = std::function<std::unique_ptr<XmlGraphHandler>(
    ImportText& text, bool edges, const std::function<void(std::size_t)>& count)>;

/// Makes handlers of one kind.
template <typename Handler>
std::unique_ptr<XmlGraphHandler> MakeHandler(ImportText& text, bool edges,
                                             const std::function<void(std::size_t)>& count) {
  return std::make_unique<Handler>(text, edges, count);
}

/// Reads the nodes of all files and then their edges, each with a handler of its own. Parameters
/// and exceptions as those of `ReadGraphml`.
void ReadXmlGraphs(const std::vector<std::string>& paths, graph::Importer& importer,
                   const ImportProgress& progress, const MakeXmlHandler& make);

}  // namespace zhitu::xport
