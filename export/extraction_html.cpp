#include "export/extraction_html.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "export/file_offsets.h"
#include "export/marked_text.h"
#include "export/number_text.h"
#include "export/sha256.h"
#include "export/xml_text.h"
#include "extract/characters.h"
#include "extract/utf8.h"
#include "graph/colour.h"

namespace zhitu::xport {
namespace {

using extract::Extraction;
using extract::Statement;

constexpr std::string_view kStyle = R"(:root{color-scheme:light dark;--c:128 128 128}
body{max-width:60rem;margin:1rem auto;padding:0 1rem;font:16px/1.9 system-ui,sans-serif}
article{border-top:1px solid #8886;margin-top:2rem}
h1{font-size:1.2rem}h2{font-size:1.1rem;margin-bottom:0}
.place,footer{color:GrayText;font-size:.85rem}
p{unicode-bidi:isolate}
p.headline{font-size:1.3rem;font-weight:bold}p.subhead{font-weight:bold}
p.caption{font-style:italic}p.byline{color:GrayText}
mark{color:inherit;background:rgb(var(--c)/.2);border-bottom:2px solid rgb(var(--c));
border-radius:2px;unicode-bidi:isolate}
mark mark{border-bottom-style:double}
mark.undecided{border-bottom-style:dashed;background:none}
mark.t-other::after{content:attr(data-type);font-size:.65rem;vertical-align:super}
.legend mark{margin-right:.5rem;padding:0 .3rem}
table{border-collapse:collapse;font-size:.9rem;line-height:1.5}
th,td{border:1px solid #8886;padding:.2rem .5rem;text-align:left;vertical-align:top}
)";

std::string Style() {
  std::string style(kStyle);
  for (const std::string_view type : MarkedTypes()) {
    const graph::Colour colour = graph::ColourOf(type);
    style += "." + MarkClass(type) + "{--c:" + std::to_string(colour.r) + " " +
             std::to_string(colour.g) + " " + std::to_string(colour.b) + "}\n";
  }
  return style;
}

std::string Escaped(std::string_view text) {
  std::string out;
  AppendXml(out, text, XmlPlace::kText);
  return out;
}

std::string Cell(std::string_view text, std::string_view title = {}) {
  std::string out = "<td";
  if (!title.empty()) AppendXmlAttribute(out, "title", title);
  return out + ">" + Escaped(text) + "</td>";
}

std::string Quotes(const Extraction& extraction, const FileOffsets& offsets,
                   const Statement& statement) {
  std::string out = "<td>";
  for (const extract::Span& span : statement.evidence) {
    out += "<q";
    AppendXmlAttribute(out, "title",
                       "characters " + std::to_string(offsets.At(span.begin)) + " to " +
                           std::to_string(offsets.At(span.end)));
    out += ">" + Escaped(extraction.Surface(span)) + "</q> ";
  }
  return out + "</td>";
}

std::string StatementRow(const Extraction& extraction, const FileOffsets& offsets,
                         const Statement& statement) {
  std::string predicate = statement.predicate;
  const std::string_view modality = ModalityName(statement.modality);
  if (!modality.empty()) predicate += " (" + std::string(modality) + ")";
  return "<tr>" +
         Cell(extraction.EntityName(statement.subject), extraction.EntityId(statement.subject)) +
         Cell(predicate) +
         Cell(extraction.EntityName(statement.object), extraction.EntityId(statement.object)) +
         Quotes(extraction, offsets, statement) + Cell(statement.rule) +
         Cell(NumberText(statement.confidence)) + "</tr>\n";
}

std::string StatementTable(const Extraction& extraction, const FileOffsets& offsets) {
  if (extraction.statements.empty()) return "";
  std::string out =
      "<table><tr><th>Subject</th><th>Predicate</th><th>Object</th><th>Words</th><th>Rule</th>"
      "<th>Confidence</th></tr>\n";
  for (const Statement& statement : extraction.statements) {
    out += StatementRow(extraction, offsets, statement);
  }
  return out + "</table>\n";
}

// Browsers choose the shapes of Han characters by language.
std::string_view LanguageOf(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (extract::IsHan(extract::NextCodePoint(text, at))) return "zh";
  }
  return "";
}

}  // namespace

ExtractionHtmlWriter::ExtractionHtmlWriter(Sink& sink) : sink_(sink) {}

void ExtractionHtmlWriter::Begin() {
  const std::string style = Style();
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'sha256-" +
      Base64Sha256(style) + "'; base-uri 'none'; form-action 'none'\">\n" +
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Mentions</title>\n<style>" +
      style + "</style>\n</head>\n<body>\n<h1>Mentions</h1>\n<p class=\"legend\">";
  for (const std::string_view type : MarkedTypes()) {
    out += "<mark class=\"" + MarkClass(type) + "\">" + std::string(type) + "</mark>";
  }
  sink_.Write(out + "</p>\n");
}

void ExtractionHtmlWriter::Add(const Extraction& extraction) {
  const extract::Document& document = extraction.document;
  const FileOffsets offsets(document);
  std::string out = "<article";
  AppendXmlAttribute(out, "lang", LanguageOf(document.text));
  out += ">\n<h2>" + Escaped(document.title.empty() ? document.id : document.title) + "</h2>\n";
  out += "<p class=\"place\">" + Escaped(document.id) + " " + Escaped(document.date) + " " +
         Escaped(document.source) + "</p>\n";
  out += MarkedText(extraction, offsets) + StatementTable(extraction, offsets) + "</article>\n";
  sink_.Write(out);
}

void ExtractionHtmlWriter::End() { sink_.Write("</body>\n</html>\n"); }

}  // namespace zhitu::xport
