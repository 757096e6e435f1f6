#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::xport {

// An element as Expat reads it.
struct XmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  // directly inside, white space and all
  std::vector<XmlElement> children;

  // The first child of that name; std::out_of_range if there is none.
  const XmlElement& Child(std::string_view child_name) const;
  // All children of that name, in order.
  std::vector<XmlElement> All(std::string_view child_name) const;
  // The value of an attribute, or nothing.
  std::string Attribute(const std::string& attribute_name) const;
};

// Reads a whole file; std::runtime_error if it is not well-formed.
XmlElement ReadXml(std::string_view xml);

}  // namespace zhitu::xport
