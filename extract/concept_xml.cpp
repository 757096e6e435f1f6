#include <expat.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/concept_scheme.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";
constexpr char kBetween = '\x1F';  // between a namespace and a name, which hold no such character
constexpr std::size_t kDeepest = 100;
constexpr std::size_t kPiece = std::size_t{1} << 20U;

// An expanded name of expat as an IRI.
std::string IriOf(std::string_view name) {
  std::string iri(name);
  const std::size_t between = iri.find(kBetween);
  if (between != std::string::npos) iri.erase(between, 1);
  return iri;
}

bool IsRdf(std::string_view name, std::string_view local) {
  return name.starts_with(kRdf) && name.substr(kRdf.size() + 1) == local &&
         name[kRdf.size()] == kBetween;
}

// Takes what expat calls back with. Elements are, from the root in, rdf:RDF, then nodes and
// properties by turns.
class RdfXmlReader {
 public:
  RdfXmlReader(XML_Parser parser, ConceptScheme& scheme) : parser_(parser), scheme_(scheme) {}

  void Start(std::string_view name, const char** attributes) {
    if (elements_.size() == kDeepest) {
      XML_StopParser(parser_, XML_FALSE);
      too_deep_ = true;
      return;
    }
    Element element;
    if (!elements_.empty()) {
      element.language = elements_.back().language;
      element.base = elements_.back().base;
      element.kind = ChildKind(elements_.back());
    }
    if (elements_.empty() && !IsRdf(name, "RDF")) element.kind = Kind::kNode;
    TakeScope(attributes, element);
    if (element.kind == Kind::kNode) StartNode(name, attributes, element);
    if (element.kind == Kind::kProperty) StartProperty(name, attributes, element);
    elements_.push_back(std::move(element));
  }

  void Text(std::string_view text) {
    if (!elements_.empty() && elements_.back().kind == Kind::kProperty) {
      elements_.back().text += text;
    }
  }

  void End() {
    Element element = std::move(elements_.back());
    elements_.pop_back();
    if (element.kind == Kind::kNode && !elements_.empty() &&
        elements_.back().kind == Kind::kProperty) {
      elements_.back().object = element.subject;
    }
    if (element.kind != Kind::kProperty) return;
    if (element.object) {
      scheme_.Add(element.subject, element.predicate, {*element.object, {}, false});
    } else {
      scheme_.Add(element.subject, element.predicate, {element.text, element.language, true});
    }
  }

  bool too_deep() const { return too_deep_; }

 private:
  enum class Kind : std::uint8_t { kRoot, kNode, kProperty, kPassedOver };
  struct Element {
    Kind kind = Kind::kRoot;
    std::string language;
    std::string base;
    std::string subject;                // of a node its own, of a property its node's
    std::string predicate;              // of a property
    std::string text;                   // of a property
    std::optional<std::string> object;  // of a property: a resource
  };

  static Kind ChildKind(const Element& element) {
    if (element.kind == Kind::kPassedOver) return Kind::kPassedOver;
    return element.kind == Kind::kNode ? Kind::kProperty : Kind::kNode;
  }

  static void TakeScope(const char** attributes, Element& element) {
    for (; *attributes != nullptr; attributes += 2) {
      const std::string_view name(attributes[0]);
      if (!name.starts_with(kXml)) continue;
      if (name.ends_with("lang")) element.language = attributes[1];
      if (name.ends_with("base")) element.base = attributes[1];
    }
  }

  // Without the algorithm of RFC 3986: names in RDF/XML are absolute, or fragments of the base.
  static std::string Resolved(const std::string& reference, const Element& element) {
    if (reference.find(':') != std::string::npos) return reference;
    return element.base.substr(0, element.base.find('#')) + reference;
  }

  void StartNode(std::string_view name, const char** attributes, Element& element) {
    for (const char** each = attributes; *each != nullptr; each += 2) {
      if (IsRdf(each[0], "about")) element.subject = Resolved(each[1], element);
      if (IsRdf(each[0], "ID")) element.subject = Resolved('#' + std::string(each[1]), element);
      if (IsRdf(each[0], "nodeID")) element.subject = "_:" + std::string(each[1]);
    }
    if (element.subject.empty()) element.subject = "_:#" + std::to_string(blanks_++);
    if (!IsRdf(name, "Description")) {
      scheme_.Add(element.subject, std::string(kRdf) + "type", {IriOf(name), {}, false});
    }
    for (const char** each = attributes; *each != nullptr; each += 2) {
      const std::string_view attribute(each[0]);
      if (attribute.starts_with(kRdf) || attribute.starts_with(kXml)) continue;
      scheme_.Add(element.subject, IriOf(attribute), {each[1], element.language, true});
    }
  }

  void StartProperty(std::string_view name, const char** attributes, Element& element) {
    element.subject = elements_.back().subject;
    element.predicate = IriOf(name);
    for (; *attributes != nullptr; attributes += 2) {
      if (IsRdf(attributes[0], "resource")) element.object = Resolved(attributes[1], element);
      if (IsRdf(attributes[0], "nodeID")) element.object = "_:" + std::string(attributes[1]);
      if (IsRdf(attributes[0], "parseType")) element.kind = Kind::kPassedOver;
    }
  }

  XML_Parser parser_;
  ConceptScheme& scheme_;
  std::vector<Element> elements_;
  std::size_t blanks_ = 0;
  bool too_deep_ = false;
};

RdfXmlReader& Of(void* handle) { return *static_cast<RdfXmlReader*>(handle); }

}  // namespace

void ReadRdfXml(const std::string& text, ConceptScheme& scheme, DictionaryDraft& draft) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS("UTF-8", kBetween), XML_ParserFree);
  if (parser == nullptr) throw std::bad_alloc();
  RdfXmlReader reader(parser.get(), scheme);
  XML_SetUserData(parser.get(), &reader);
  XML_SetElementHandler(
      parser.get(),
      [](void* handle, const char* name, const char** attributes) {
        Of(handle).Start(name, attributes);
      },
      [](void* handle, const char*) { Of(handle).End(); });
  XML_SetCharacterDataHandler(parser.get(), [](void* handle, const char* characters, int size) {
    Of(handle).Text({characters, static_cast<std::size_t>(size)});
  });
  XML_Status status = XML_STATUS_OK;
  for (std::size_t at = 0; status == XML_STATUS_OK && at <= text.size(); at += kPiece) {
    const std::size_t size = std::min(kPiece, text.size() - at);
    status = XML_Parse(parser.get(), text.data() + at, static_cast<int>(size),
                       at + kPiece > text.size() ? XML_TRUE : XML_FALSE);
  }
  if (status == XML_STATUS_OK) return;
  draft.Refuse({XML_GetCurrentLineNumber(parser.get()), 0},
               reader.too_deep()
                   ? "elements are nested deeper than 100 levels"
                   : std::string("bad XML: ") + XML_ErrorString(XML_GetErrorCode(parser.get())) +
                         "; expected RDF/XML");
}

}  // namespace zhitu::extract
