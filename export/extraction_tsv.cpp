#include "export/extraction_tsv.h"

#include <initializer_list>
#include <string>
#include <string_view>

#include "export/file_offsets.h"
#include "export/number_text.h"
#include "export/tsv_text.h"

namespace zhitu::xport {
namespace {

std::string CandidateList(const extract::Extraction& extraction, const extract::Mention& mention) {
  std::string list;
  for (const extract::Candidate& candidate : mention.candidates) {
    if (!list.empty()) list += '|';
    list += extraction.EntityId(candidate.entity) + "=" + NumberText(candidate.score);
  }
  return list;
}

std::string Line(std::initializer_list<std::string_view> cells) {
  std::string line;
  for (const std::string_view cell : cells) {
    if (!line.empty()) line += '\t';
    line += TsvText(cell);
  }
  line += '\n';
  return line;
}

}  // namespace

ExtractionTsvWriter::ExtractionTsvWriter(Sink& sink) : sink_(sink) {}

void ExtractionTsvWriter::Begin() {
  sink_.Write(Line({"document", "begin", "end", "text", "entity", "name", "type", "kind", "nested",
                    "confidence", "zone", "why", "candidates"}));
}

void ExtractionTsvWriter::Add(const extract::Extraction& extraction) {
  const FileOffsets offsets(extraction.document);
  for (const extract::Mention& mention : extraction.mentions) {
    const bool decided = mention.entity != extract::kNoEntity;
    sink_.Write(Line(
        {extraction.document.id, std::to_string(offsets.At(mention.span.begin)),
         std::to_string(offsets.At(mention.span.end)), extraction.Surface(mention.span),
         decided ? extraction.EntityId(mention.entity) : "",
         decided ? extraction.EntityName(mention.entity) : "", extraction.MentionType(mention),
         MentionKindName(mention.kind), mention.nested ? "true" : "false",
         NumberText(mention.confidence), ZoneName(mention.zone), offsets.Why(extraction, mention),
         decided ? "" : CandidateList(extraction, mention)}));
  }
}

void ExtractionTsvWriter::End() {}

}  // namespace zhitu::xport
