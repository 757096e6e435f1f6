#include "export/extraction_formats.h"

#include <string>

#include "export/extraction_conll.h"
#include "export/extraction_html.h"
#include "export/extraction_json.h"
#include "export/extraction_tsv.h"
#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::xport {
namespace {

template <typename Writer>
std::unique_ptr<ExtractionWriter> Make(Sink& sink) {
  return std::make_unique<Writer>(sink);
}

constexpr ExtractionFormat kFormats[] = {
    {"jsonl", "one JSON object a document: mentions and statements", Make<ExtractionJsonWriter>},
    {"tsv", "a table of mentions", Make<ExtractionTsvWriter>},
    {"conll", "tokens with BIO tags, to train a tagger", Make<ExtractionConllWriter>},
    {"html", "a page of marked text to proofread", Make<ExtractionHtmlWriter>},
};

}  // namespace

std::span<const ExtractionFormat> ExtractionFormats() { return kFormats; }

std::unique_ptr<ExtractionWriter> MakeExtractionWriter(std::string_view name, Sink& sink) {
  std::string known;
  for (const ExtractionFormat& format : kFormats) {
    if (name == format.name) return format.make(sink);
    known += ' ';
    known += format.name;
  }
  throw extract::UsageError("unknown format " + extract::Printable(name) +
                            "; expected one of:" + known);
}

}  // namespace zhitu::xport
