#include "extract/gold_text.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

std::string SpanText(const AnnotatedMention& mention) {
  return "span " + std::to_string(mention.begin) + '-' + std::to_string(mention.end);
}

// Where a mention stands in the file of `line`.
SourcePosition At(const SourcePosition& line, const AnnotatedMention& mention) {
  return {line.file, line.line, mention.column};
}

// A model keeps types with a zero behind each.
void CheckType(const AnnotatedMention& mention, const SourcePosition& where) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < ' '; };
  if (std::none_of(mention.type.begin(), mention.type.end(), control)) return;
  throw InputError(At(where, mention), "the type of " + SpanText(mention) +
                                           " holds a control character; expected a word");
}

std::string WithoutBreaks(std::string_view text) {
  std::string rest(text);
  std::erase_if(rest, [](char c) { return c == '\n' || c == '\r'; });
  return rest;
}

// The texts of the files that gold names.
class SourceReader {
 public:
  explicit SourceReader(const GoldSources& sources) : sources_(sources) {}

  // The text of a document of `extract`, and at which code point of its file it begins.
  std::pair<std::string, std::size_t> TextOf(const AnnotatedDocument& document,
                                             const SourcePosition& where) {
    if (document.file.empty())
      throw InputError(where,
                       "no \"file\"; expected the file of the text, or \"text\" and \"ents\"");
    const std::vector<SourceText>& texts = Read(document.file);
    const auto of_record = [&](const SourceText& text) { return text.name == document.id; };
    if (texts.size() == 1 && !texts.front().record) return SliceOf(texts.front().text, document);
    const auto found = std::find_if(texts.begin(), texts.end(), of_record);
    if (found == texts.end()) {
      throw InputError(where, "no record '" + document.id + "' in " + document.file +
                                  "; expected the file that was extracted from");
    }
    return {found->text, 0};
  }

 private:
  static std::pair<std::string, std::size_t> SliceOf(const std::string& text,
                                                     const AnnotatedDocument& document) {
    const OffsetIndex offsets(text);
    const std::size_t begin = offsets.Byte(document.begin);
    const std::size_t end = std::max(begin, offsets.Byte(document.end));
    return {text.substr(begin, end - begin), document.begin};
  }

  const std::vector<SourceText>& Read(const std::string& file) {
    const auto known = texts_.find(file);
    if (known != texts_.end()) return known->second;
    const std::string path = (std::filesystem::path(sources_.root) / file).string();
    CorpusFile corpus_file = ListFiles({path}).files.front();
    corpus_file.name = file;
    FileContent content = ReadCorpusFile(corpus_file, sources_.fields);
    return texts_.emplace(file, std::move(content.texts)).first->second;
  }

  const GoldSources& sources_;
  std::map<std::string, std::vector<SourceText>> texts_;
};

// In order, each once.
std::vector<const AnnotatedMention*> OutermostNames(const AnnotatedDocument& document,
                                                    const SourcePosition& where) {
  std::vector<const AnnotatedMention*> names;
  for (const AnnotatedMention& mention : document.mentions) {
    if (mention.nested || mention.kind != MentionKind::kName) continue;
    CheckType(mention, where);
    if (!names.empty() && mention.begin < names.back()->end) {
      const AnnotatedMention& before = *names.back();
      if (before.begin != mention.begin || before.end != mention.end) {
        throw InputError(At(where, mention),
                         SpanText(before) + " and " + SpanText(mention) +
                             " cross; expected names apart or inside each other");
      }
      if (before.type == mention.type) continue;
      throw InputError(At(where, mention), SpanText(mention) + " has the types " + before.type +
                                               " and " + mention.type + "; expected one");
    }
    names.push_back(&mention);
  }
  return names;
}

TrainingText TextOf(const AnnotatedDocument& document, const SourcePosition& where,
                    SourceReader& sources) {
  TrainingText result;
  std::size_t first = 0;
  const std::vector<const AnnotatedMention*> names = OutermostNames(document, where);
  if (document.format == AnnotationFormat::kSpans) {
    result.text = document.text;
  } else {
    std::tie(result.text, first) = sources.TextOf(document, where);
  }
  const OffsetIndex offsets(result.text);
  const std::size_t size = offsets.CodePoints(result.text.size());
  for (const AnnotatedMention* name : names) {
    if (name->begin < first || name->end - first > size) {
      throw InputError(At(where, *name), SpanText(*name) + " lies outside of the text of " +
                                             document.file + "; expected " + std::to_string(first) +
                                             '-' + std::to_string(first + size) + " at most");
    }
    const Span span{offsets.Byte(name->begin - first), offsets.Byte(name->end - first)};
    const std::string found = WithoutBreaks(span.In(result.text));
    if (!name->text.empty() && found != WithoutBreaks(name->text)) {
      throw InputError(At(where, *name), SpanText(*name) + " is '" + found + "' in " +
                                             document.file + "; expected '" + name->text + "'");
    }
    result.names.push_back({span, name->type});
  }
  return result;
}

}  // namespace

std::vector<TrainingText> TrainingTexts(const AnnotationFile& gold, const GoldSources& sources) {
  constexpr std::size_t kMostProblems = 20;
  SourceReader reader(sources);
  std::vector<TrainingText> texts;
  std::vector<Problem> problems;
  bool named = false;
  for (const AnnotatedDocument& document : gold.documents) {
    if (problems.size() == kMostProblems) break;
    try {
      texts.push_back(TextOf(document, {gold.file, document.line, 1}, reader));
      named = named || !texts.back().names.empty();
    } catch (const InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (!problems.empty()) throw InputError(std::move(problems));
  if (!named) throw InputError({gold.file, 0, 0}, "holds no name; expected some to learn from");
  return texts;
}

}  // namespace zhitu::extract
