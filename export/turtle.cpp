#include "export/turtle.h"

#include <fmt/format.h>

#include <utility>

#include "export/plain_text.h"
#include "export/rdf_terms.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

constexpr RdfProperty kA{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "a", ""};

// What stands for a character in a literal; empty where it stands for itself.
std::string_view EscapedAscii(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\x7F':
      return "\\u007F";
    default:
      return {};
  }
}

// C1 control characters are C2 80 to C2 9F.
bool IsC1(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && at + 1 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

std::string Escaped(std::string_view text) {
  const std::string kept = XmlCharacters(text);
  std::string escaped;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (IsC1(kept, i)) {
      escaped += fmt::format("\\u{:04X}", static_cast<unsigned char>(kept[++i]));
      continue;
    }
    const std::string_view ascii = EscapedAscii(kept[i]);
    ascii.empty() ? escaped.append(1, kept[i]) : escaped.append(ascii);
  }
  return escaped;
}

}  // namespace

void TurtleSink::Begin() {
  if (!turtle_) return;
  for (const rdf::Prefix& prefix : rdf::Prefixes()) {
    out_.Append(fmt::format("@prefix {}: <{}> .\n", prefix.name, prefix.iri));
  }
}

void TurtleSink::StartSubject(std::string_view iri) {
  subject_ = iri;
  first_ = true;
  if (!turtle_) return;
  out_.Append("\n");
  AppendIri(iri);
}

void TurtleSink::AppendIri(std::string_view iri) {
  out_.Append("<");
  out_.Append(iri);
  out_.Append(">");
}

void TurtleSink::AppendText(std::string_view text) {
  out_.Append("\"");
  // Plain text has no C0 controls; the others of its bytes are looked at again.
  const bool plain = IsPlainText(text) && text.find_first_of("\x7F\xC2") == std::string_view::npos;
  plain ? out_.Append(text) : out_.Append(Escaped(text));
  out_.Append("\"");
}

void TurtleSink::StartProperty(const RdfProperty& property) {
  if (!std::exchange(first_, false)) out_.Append(" ;");
  out_.Append("\n  ");
  if (property.short_iri.empty()) {
    AppendIri(property.iri);
  } else {
    out_.Append(property.short_iri);
  }
}

void TurtleSink::StartObject(const RdfProperty& property, bool first) {
  if (turtle_) {
    if (first) StartProperty(property);
    out_.Append(first ? " " : ", ");
    return;
  }
  AppendIri(subject_);
  out_.Append(" ");
  AppendIri(property.iri);
  out_.Append(" ");
}

void TurtleSink::EndObject() {
  if (!turtle_) out_.Append(" .\n");
}

void TurtleSink::Classes(std::span<const std::string> iris) {
  for (const std::string& iri : iris) {
    StartObject(kA, &iri == &iris.front());
    const std::string short_iri = turtle_ ? rdf::ShortClass(iri) : "";
    short_iri.empty() ? AppendIri(iri) : out_.Append(short_iri);
    EndObject();
  }
}

void TurtleSink::Link(const RdfProperty& property, std::string_view iri) {
  StartObject(property, true);
  AppendIri(iri);
  EndObject();
}

void TurtleSink::Texts(const RdfProperty& property, std::span<const std::string> texts) {
  for (const std::string& text : texts) {
    StartObject(property, &text == &texts.front());
    AppendText(text);
    EndObject();
  }
}

void TurtleSink::Literal(const RdfProperty& property, std::string_view text, RdfType type) {
  StartObject(property, true);
  if (turtle_ && (type == RdfType::kInteger || type == RdfType::kBoolean)) {
    out_.Append(text);
    return;
  }
  AppendText(text);
  if (type != RdfType::kText) {
    out_.Append("^^");
    turtle_ ? out_.Append(rdf::TypeShortIri(type)) : AppendIri(rdf::TypeIri(type));
  }
  EndObject();
}

void TurtleSink::EndSubject() {
  if (turtle_) out_.Append(" .\n");
}

void TurtleSink::End() { out_.Flush(); }

}  // namespace zhitu::xport
