#include "extract/gold_sources.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

namespace zhitu::extract {
namespace {

GoldSource SliceOf(const std::string& text, const AnnotatedDocument& document) {
  const OffsetIndex offsets(text);
  const std::size_t begin = offsets.Byte(document.begin);
  const std::size_t end = std::max(begin, offsets.Byte(document.end));
  return {text.substr(begin, end - begin), document.begin, offsets.Position(begin).line, false};
}

}  // namespace

GoldSource GoldSourceReader::Read(const AnnotatedDocument& document, const SourcePosition& where) {
  if (document.format != AnnotationFormat::kExtract) {
    return {document.text, 0, document.line, true};
  }
  if (document.file.empty())
    throw InputError(where, "no \"file\"; expected the file of the text, or \"text\" and \"ents\"");
  const std::vector<SourceText>& texts = TextsOf(document.file);
  const auto of_record = [&](const SourceText& text) { return text.name == document.id; };
  if (texts.size() == 1 && !texts.front().record) return SliceOf(texts.front().text, document);
  const auto found = std::find_if(texts.begin(), texts.end(), of_record);
  if (found == texts.end()) {
    throw InputError(where, "no record '" + document.id + "' in " + document.file +
                                "; expected the file that was extracted from");
  }
  return {found->text, 0, found->line, true};
}

const std::vector<SourceText>& GoldSourceReader::TextsOf(const std::string& file) {
  const auto known = texts_.find(file);
  if (known != texts_.end()) return known->second;
  const std::string path = (std::filesystem::path(sources_.root) / file).string();
  CorpusFile corpus_file = ListFiles({path}).files.front();
  corpus_file.name = file;
  FileContent content = ReadCorpusFile(corpus_file, sources_.fields);
  return texts_.emplace(file, std::move(content.texts)).first->second;
}

std::string WithoutBreaks(std::string_view text) {
  std::string rest(text);
  std::erase_if(rest, [](char c) { return c == '\n' || c == '\r'; });
  return rest;
}

std::string SpanText(const AnnotatedMention& mention) {
  return "span " + std::to_string(mention.begin) + '-' + std::to_string(mention.end);
}

SourcePosition PositionOf(const AnnotatedMention& mention, const SourcePosition& line) {
  return {line.file, line.line, mention.column};
}

Span BytesOf(const AnnotatedMention& mention, const AnnotatedDocument& document,
             const GoldSource& source, const OffsetIndex& offsets, const SourcePosition& where) {
  const std::size_t size = offsets.CodePoints(source.text.size());
  if (mention.begin < source.first || mention.end - source.first > size) {
    throw InputError(PositionOf(mention, where),
                     SpanText(mention) + " lies outside of the text of " + document.file +
                         "; expected " + std::to_string(source.first) + '-' +
                         std::to_string(source.first + size) + " at most");
  }
  const Span span{offsets.Byte(mention.begin - source.first),
                  offsets.Byte(mention.end - source.first)};
  const std::string found = WithoutBreaks(span.In(source.text));
  if (!mention.text.empty() && found != WithoutBreaks(mention.text)) {
    throw InputError(PositionOf(mention, where), SpanText(mention) + " is '" + found + "' in " +
                                                     document.file + "; expected '" + mention.text +
                                                     "'");
  }
  return span;
}

}  // namespace zhitu::extract
