#include "export/xml_reader.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <vector>

#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kDeepest = 100;
constexpr std::size_t kPiece = std::size_t{1} << 20U;

std::string_view WithoutPrefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Between Expat, which knows no exceptions, and a handler.
class Bridge {
 public:
  Bridge(XML_Parser parser, XmlHandler& handler) : parser_(parser), handler_(handler) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void* self, const char* name, const char** attributes) {
          Of(self).Start(name, attributes);
        },
        [](void* self, const char* name) { Of(self).End(name); });
    XML_SetCharacterDataHandler(parser, [](void* self, const char* text, int size) {
      Of(self).Guard([&] { Of(self).handler_.Text({text, static_cast<std::size_t>(size)}); });
    });
    XML_SetEntityDeclHandler(parser, [](void* self, const char*, int, const char*, int, const char*,
                                        const char*, const char*, const char*) {
      Of(self).Stop("an entity is declared; expected a text without entities of its own");
    });
    XML_SetXmlDeclHandler(parser, [](void* self, const char*, const char* encoding, int) {
      if (encoding != nullptr) Of(self).CheckEncoding(encoding);
    });
  }

  const std::string& problem() const { return problem_; }
  std::exception_ptr failure() const { return failure_; }

 private:
  static Bridge& Of(void* self) { return *static_cast<Bridge*>(self); }

  template <typename Call>
  void Guard(const Call& call) {
    if (failure_ || !problem_.empty()) return;
    try {
      call();
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_, XML_FALSE);
    }
  }
  void Stop(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
    XML_StopParser(parser_, XML_FALSE);
  }
  // The bytes are UTF-8, whatever the text says of itself; another word would be a mistake.
  void CheckEncoding(const char* encoding) {
    const std::string name = LowerAscii(encoding);
    if (name != "utf-8" && name != "us-ascii" && name != "utf8")
      Stop("encoding is '" + std::string(encoding) + "'; expected UTF-8");
  }
  void Start(const char* name, const char** attributes) {
    if (++depth_ > kDeepest) return Stop("elements are nested deeper than 100 levels");
    attributes_.clear();
    for (; *attributes != nullptr; attributes += 2)
      attributes_.emplace_back(WithoutPrefix(attributes[0]), attributes[1]);
    const auto at =
        static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_)));
    Guard([&] { handler_.Start(WithoutPrefix(name), attributes_, at); });
  }
  void End(const char* name) {
    --depth_;
    Guard([&] { handler_.End(WithoutPrefix(name)); });
  }

  XML_Parser parser_;
  XmlHandler& handler_;
  std::vector<std::pair<std::string_view, std::string_view>> attributes_;
  std::size_t depth_ = 0;
  std::string problem_;
  std::exception_ptr failure_;
};

}  // namespace

XmlFault ReadXml(std::string_view text, XmlHandler& handler) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate("UTF-8"), XML_ParserFree);
  if (parser == nullptr) throw std::bad_alloc();
  const Bridge bridge(parser.get(), handler);
  XML_Status status = XML_STATUS_OK;
  for (std::size_t at = 0; status == XML_STATUS_OK && at <= text.size(); at += kPiece) {
    const std::size_t size = std::min(kPiece, text.size() - at);
    status = XML_Parse(parser.get(), text.data() + at, static_cast<int>(size),
                       at + kPiece > text.size() ? XML_TRUE : XML_FALSE);
  }
  if (bridge.failure()) std::rethrow_exception(bridge.failure());
  if (status == XML_STATUS_OK) return {};
  const XML_Error error = XML_GetErrorCode(parser.get());
  if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  const auto at =
      static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser.get())));
  if (!bridge.problem().empty()) return {at, bridge.problem()};
  return {at, std::string("not well-formed XML: ") + XML_ErrorString(error) + "; expected XML 1.0"};
}

}  // namespace zhitu::xport
