#include "export/extraction_html.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "export/file_offsets.h"
#include "export/marked_text.h"
#include "export/number_text.h"
#include "export/page_places.h"
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
body{max-width:62rem;margin:1rem auto;padding:0 1rem;font:16px/2 system-ui,sans-serif}
article{border-top:1px solid #8886;margin-top:2rem}
h1{font-size:1.2rem}h2{font-size:1.1rem;margin-bottom:0}
.place,footer{color:GrayText;font-size:.85rem}
p{unicode-bidi:isolate}
p.headline{font-size:1.3rem;font-weight:bold}p.subhead{font-weight:bold}
p.caption{font-style:italic}p.byline{color:GrayText}
mark{color:inherit;background:rgb(var(--c)/.2);border-bottom:2px solid rgb(var(--c));
border-radius:2px;unicode-bidi:isolate;scroll-margin:35vh}
mark mark{border-bottom-style:double;border-bottom-width:3px}
mark.undecided{border-bottom-style:dashed;background:none}
mark.nominal,mark.pronoun{background:rgb(var(--c)/.08);border-bottom-style:dotted}
mark.pronoun{border:1px dotted rgb(var(--c));border-radius:.6em;padding:0 .15em}
mark.t-other::after{content:attr(data-type);font-size:.65rem;vertical-align:super}
mark:target,p:target{outline:3px solid Highlight;outline-offset:2px}
a.to{text-decoration:none;color:GrayText;font-size:.65rem;font-weight:normal;
vertical-align:super;line-height:0;margin:0 .15em;white-space:nowrap;user-select:none;
background:none!important}
a.to::before{content:"\2190" attr(data-name)}a.to.ahead::before{content:"\2192" attr(data-name)}
a.to:is(:hover,:focus){color:LinkText;text-decoration:underline}
.legend mark{margin-right:.5rem;padding:0 .3rem}
table{border-collapse:collapse;font-size:.9rem;line-height:1.5}
th,td{border:1px solid #8886;padding:.2rem .5rem;text-align:left;vertical-align:top}
th{position:sticky;top:0;background:Canvas}
td a{color:inherit;text-decoration-color:#8888;text-underline-offset:.2em}
td a:hover{color:LinkText}
.n{text-align:right}
)";

// How marks look, below the colours of the types.
constexpr std::string_view kKinds =
    R"(</p>
<p class="legend"><mark>name</mark><mark>name <mark>inside</mark> another</mark>)"
    R"(<mark class="nominal">short form</mark><mark class="pronoun">pronoun</mark>)"
    R"(<mark class="undecided">undecided</mark>Behind a short form or pronoun stands what it was )"
    R"(taken for; the arrow leads to the words it goes back to.</p>
)";

std::string Style() {
  std::string style(kStyle);
  for (const std::string_view type : MarkedTypes()) {
    const graph::Colour colour = graph::ColourOf(type);
    style += "." + MarkClass(type) + "{--c:" + std::to_string(colour.r) + " " +
             std::to_string(colour.g) + " " + std::to_string(colour.b) + "}\n";
  }
  // Pointing at a mention shows all mentions of its entity.
  for (std::size_t i = 1; i <= PagePlaces::kMostClasses; ++i) {
    const std::string entity = ".e" + std::to_string(i);
    style.append("article:has(").append(entity).append(":is(:hover,:focus)) ").append(entity);
    style += "{background:rgb(var(--c)/.45)}\n";
  }
  return style;
}

std::string Escaped(std::string_view text) {
  std::string out;
  AppendXml(out, text, XmlPlace::kText);
  return out;
}

std::string Cell(std::string_view text, std::string_view kind = {}) {
  std::string out = "<td";
  if (!kind.empty()) AppendXmlAttribute(out, "class", kind);
  return out + ">" + Escaped(text) + "</td>";
}

// The tables of a document; each row links to the words it rests on.
class StatementTable {
 public:
  StatementTable(const Extraction& extraction, const FileOffsets& offsets, const PagePlaces& places)
      : extraction_(extraction), offsets_(offsets), places_(places) {}

  std::string Write() const {
    if (extraction_.statements.empty()) return "";
    std::string out =
        "<table><tr><th>Subject</th><th>Predicate</th><th>Object</th><th>Words</th><th>Rule</th>"
        "<th>Confidence</th></tr>\n";
    for (const Statement& statement : extraction_.statements) out += Row(statement);
    return out + "</table>\n";
  }

 private:
  std::string Row(const Statement& statement) const {
    std::string predicate = statement.predicate;
    const std::string_view modality = ModalityName(statement.modality);
    if (!modality.empty()) predicate += " (" + std::string(modality) + ")";
    return "<tr>" + Entity(statement, statement.subject) + Cell(predicate) +
           Entity(statement, statement.object) + Quotes(statement) + Cell(statement.rule) +
           Cell(NumberText(statement.confidence), "n") + "</tr>\n";
  }

  // The name, with a link to where the statement's words name it.
  std::string Entity(const Statement& statement, extract::EntityIndex entity) const {
    std::string out = "<td><a";
    const std::string place = MentionIn(statement, entity);
    const std::string own = places_.EntityClass(entity);
    if (!own.empty()) {
      AppendXmlAttribute(out, "class", MarkClass(extraction_.EntityType(entity)) + " " + own);
    }
    if (!place.empty()) AppendXmlAttribute(out, "href", "#" + place);
    AppendXmlAttribute(out, "title", extraction_.EntityId(entity));
    return out + ">" + Escaped(extraction_.EntityName(entity)) + "</a></td>";
  }

  std::string MentionIn(const Statement& statement, extract::EntityIndex entity) const {
    if (entity == extract::kThisDocument) return "";
    for (const extract::Span& part : statement.evidence) {
      std::string id = places_.MentionId(part, entity);
      if (!id.empty()) return id;
    }
    return "";
  }

  std::string Quotes(const Statement& statement) const {
    std::string out = "<td>";
    for (const extract::Span& part : statement.evidence) {
      const std::string place = places_.PlaceId(part);
      out += "<a";
      if (!place.empty()) AppendXmlAttribute(out, "href", "#" + place);
      AppendXmlAttribute(out, "title",
                         "characters " + std::to_string(offsets_.At(part.begin)) + " to " +
                             std::to_string(offsets_.At(part.end)));
      out += "><q>" + Escaped(extraction_.Surface(part)) + "</q></a> ";
    }
    return out + "</td>";
  }

  const Extraction& extraction_;
  const FileOffsets& offsets_;
  const PagePlaces& places_;
};

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
  sink_.Write(out + std::string(kKinds));
}

void ExtractionHtmlWriter::Add(const Extraction& extraction) {
  const extract::Document& document = extraction.document;
  const FileOffsets offsets(document);
  std::string out = "<article";
  AppendXmlAttribute(out, "lang", LanguageOf(document.text));
  out += ">\n<h2>" + Escaped(document.title.empty() ? document.id : document.title) + "</h2>\n";
  out += "<p class=\"place\">" + Escaped(document.id) + " " + Escaped(document.date) + " " +
         Escaped(document.source) + "</p>\n";
  const PagePlaces places(extraction, next_mention_, next_paragraph_);
  next_mention_ += extraction.mentions.size();
  next_paragraph_ += document.blocks.size();
  out += MarkedText(extraction, offsets, places) +
         StatementTable(extraction, offsets, places).Write() + "</article>\n";
  sink_.Write(out);
}

void ExtractionHtmlWriter::End() { sink_.Write("</body>\n</html>\n"); }

}  // namespace zhitu::xport
