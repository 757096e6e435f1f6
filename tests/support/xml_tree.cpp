#include "tests/support/xml_tree.h"

#include <expat.h>

#include <memory>
#include <stdexcept>

namespace zhitu::xport {
namespace {

// The elements that are open, outermost first; the root is the only child of the first.
using Stack = std::vector<XmlElement>;

void Start(void* data, const XML_Char* name, const XML_Char** attributes) {
  XmlElement element;
  element.name = name;
  for (; *attributes != nullptr; attributes += 2) {
    element.attributes[attributes[0]] = attributes[1];
  }
  static_cast<Stack*>(data)->push_back(std::move(element));
}

void End(void* data, const XML_Char*) {
  auto& stack = *static_cast<Stack*>(data);
  XmlElement closed = std::move(stack.back());
  stack.pop_back();
  stack.back().children.push_back(std::move(closed));
}

void Text(void* data, const XML_Char* text, int size) {
  static_cast<Stack*>(data)->back().text.append(text, static_cast<std::size_t>(size));
}

}  // namespace

const XmlElement& XmlElement::Child(std::string_view child_name) const {
  for (const XmlElement& child : children) {
    if (child.name == child_name) return child;
  }
  throw std::out_of_range("no child " + std::string(child_name));
}

std::vector<XmlElement> XmlElement::All(std::string_view child_name) const {
  std::vector<XmlElement> found;
  for (const XmlElement& child : children) {
    if (child.name == child_name) found.push_back(child);
  }
  return found;
}

std::string XmlElement::Attribute(const std::string& attribute_name) const {
  const auto found = attributes.find(attribute_name);
  return found == attributes.end() ? "" : found->second;
}

XmlElement ReadXml(std::string_view xml) {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                       XML_ParserFree);
  Stack stack(1);
  XML_SetUserData(parser.get(), &stack);
  XML_SetElementHandler(parser.get(), Start, End);
  XML_SetCharacterDataHandler(parser.get(), Text);
  if (XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_ERROR) {
    throw std::runtime_error(XML_ErrorString(XML_GetErrorCode(parser.get())));
  }
  return std::move(stack.front().children.front());
}

}  // namespace zhitu::xport
