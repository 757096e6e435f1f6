#pragma once

#include <string>
#include <string_view>

namespace zhitu::xport {

/// What stands around the data of a page: three pieces of `index.html`, with style and program in
/// their places and a Content-Security-Policy that lets these run, by their hashes, and nothing
/// else.
struct PageFrame {
  std::string head;     ///< Before what must be known before the program begins.
  std::string program;  ///< Behind that: the program.
  std::string foot;     ///< Behind all data.
};

/// The frame of a page. @param title  shown before the page is; any text.
PageFrame MakePageFrame(std::string_view title);

/// The element that holds data of a kind, which is JSON without `<`.
std::string PageData(std::string_view kind, std::string_view json);

}  // namespace zhitu::xport
