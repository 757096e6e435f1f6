#include "export/json_ld.h"

#include <algorithm>

#include "export/json_text.h"
#include "export/rdf_terms.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

// Members whose values are subjects, or numbers with fractions, which JSON would not keep as they
// are written.
std::string_view CoercionOf(const RdfProperty& property) {
  constexpr std::string_view kLinks[] = {"subject", "predicate", "object", "wasDerivedFrom",
                                         "wasQuotedFrom"};
  constexpr std::string_view kDoubles[] = {"weight",     "npmi",     "llr",
                                           "confidence", "pagerank", "betweenness"};
  if (std::ranges::find(kLinks, property.name) != std::end(kLinks)) return "@id";
  if (std::ranges::find(kDoubles, property.name) != std::end(kDoubles)) return "xsd:double";
  return {};
}

}  // namespace

void JsonLdSink::Begin() {
  JsonText json;
  json.StartObject();
  for (const rdf::Prefix& prefix : rdf::Prefixes()) {
    json.Key(prefix.name);
    json.StartObject();
    json.Key("@id");
    json.String(prefix.iri);
    json.Key("@prefix");
    json.Boolean(true);
    json.EndObject();
  }
  for (const RdfProperty& property : rdf::Properties()) {
    json.Key(property.name);
    json.StartObject();
    json.Key("@id");
    json.String(property.short_iri);
    if (const std::string_view coercion = CoercionOf(property); !coercion.empty()) {
      json.Key("@type");
      json.String(coercion);
    }
    json.EndObject();
  }
  json.EndObject();
  out_.Append("{\"@context\":");
  out_.Append(json.text());
  out_.Append(",\"@graph\":[");
}

void JsonLdSink::StartSubject(std::string_view iri) {
  lines_.Next(out_);
  out_.Append("{\"@id\":");
  AppendJsonString(out_, iri);
}

void JsonLdSink::AppendText(std::string_view text) {
  IsXmlText(text) ? AppendJsonString(out_, text) : AppendJsonString(out_, XmlCharacters(text));
}

void JsonLdSink::StartProperty(const RdfProperty& property) {
  out_.Append(",");
  AppendJsonString(out_, property.name.empty() ? property.iri : property.name);
  out_.Append(":");
}

void JsonLdSink::Classes(std::span<const std::string> iris) {
  out_.Append(",\"@type\":[");
  for (const std::string& iri : iris) {
    if (&iri != &iris.front()) out_.Append(",");
    const std::string short_iri = rdf::ShortClass(iri);
    AppendJsonString(out_, short_iri.empty() ? iri : short_iri);
  }
  out_.Append("]");
}

void JsonLdSink::Link(const RdfProperty& property, std::string_view iri) {
  StartProperty(property);
  const bool coerced = !property.name.empty();
  if (!coerced) out_.Append("{\"@id\":");
  AppendJsonString(out_, iri);
  if (!coerced) out_.Append("}");
}

void JsonLdSink::Texts(const RdfProperty& property, std::span<const std::string> texts) {
  StartProperty(property);
  if (texts.size() > 1) out_.Append("[");
  for (const std::string& text : texts) {
    if (&text != &texts.front()) out_.Append(",");
    AppendText(text);
  }
  if (texts.size() > 1) out_.Append("]");
}

void JsonLdSink::Literal(const RdfProperty& property, std::string_view text, RdfType type) {
  StartProperty(property);
  if (type == RdfType::kInteger || type == RdfType::kBoolean) {
    out_.Append(text);
  } else if (type == RdfType::kText || type == RdfType::kDouble) {
    AppendText(text);
  } else {
    out_.Append("{\"@type\":");
    AppendJsonString(out_, rdf::TypeShortIri(type));
    out_.Append(",\"@value\":");
    AppendText(text);
    out_.Append("}");
  }
}

void JsonLdSink::EndSubject() { out_.Append("}"); }

void JsonLdSink::End() {
  out_.Append("\n]}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
