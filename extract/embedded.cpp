#include "extract/embedded.h"

#include <stdexcept>
#include <string>

namespace zhitu::extract {

std::string_view EmbeddedList(std::string_view name) {
  for (const EmbeddedFile& file : EmbeddedLists()) {
    if (file.name == name) return file.text;
  }
  throw std::out_of_range("no embedded list " + std::string(name));
}

}  // namespace zhitu::extract
