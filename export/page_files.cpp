#include "export/page_files.h"

#include <stdexcept>
#include <string>

namespace zhitu::xport {

std::string_view PageFile(std::string_view name) {
  for (const extract::EmbeddedFile& file : EmbeddedPage()) {
    if (file.name == name) return file.text;
  }
  throw std::out_of_range("no file of the page " + std::string(name));
}

}  // namespace zhitu::xport
