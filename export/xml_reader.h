#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace zhitu::xport {

/// Takes what an XML text holds, in its order. Names are without their namespace's prefix; texts
/// are valid during the call only. What a method throws ends the reading.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  /// Name and value of the attributes of an element.
  using Attributes = std::span<const std::pair<std::string_view, std::string_view>>;

  /// An element begins at byte `at`.
  virtual void Start(std::string_view name, Attributes attributes, std::size_t at) = 0;
  /// Some of the characters inside an element.
  virtual void Text(std::string_view text) = 0;
  /// The element that began last and has not ended ends.
  virtual void End(std::string_view name) = 0;
};

/// What is wrong with an XML text.
struct XmlFault {
  std::size_t at = 0;  ///< Byte of the text.
  std::string what;    ///< What is wrong; what was expected. Empty: nothing.
};

/// Reads well-formed XML 1.0 in UTF-8, streaming (Expat). Declarations of entities are refused, so
/// nothing small becomes large and nothing else is read; so are elements nested deeper than 100.
///
/// @param text  UTF-8 without byte order mark.
/// @return      the first fault, at which reading ends.
/// @throws what `handler` throws; std::bad_alloc.
XmlFault ReadXml(std::string_view text, XmlHandler& handler);

}  // namespace zhitu::xport
