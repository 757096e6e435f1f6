#include "extract/given_mentions.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "extract/error.h"
#include "extract/found_entities.h"
#include "extract/model_statements.h"
#include "extract/parallel.h"
#include "extract/plain_reader.h"
#include "extract/statement_ends.h"

namespace zhitu::extract {
namespace {

constexpr char kWhy[] = "given";

// A model keeps words with a zero behind each.
void CheckWord(const std::string& word, const std::string& what, const SourcePosition& where) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < ' '; };
  if (std::none_of(word.begin(), word.end(), control)) return;
  throw InputError(where, what + " holds a control character; expected a word");
}

std::string IdOf(const std::string& type, const std::string& surface) {
  return type + ':' + surface;
}

// Makes documents of the lines of one file.
class Giver {
 public:
  Giver(const AnnotationFile& gold, std::string name, const GoldSources& sources,
        const Gazetteer& gazetteer)
      : gold_(gold), name_(std::move(name)), sources_(sources), gazetteer_(gazetteer) {}

  GivenDocument Give(const AnnotatedDocument& annotated, std::size_t number) {
    const SourcePosition where{gold_.file, annotated.line, 1};
    GoldSource source = sources_.Read(annotated, where);
    const Places places = PlacesOf(annotated, source, where);
    GivenDocument given;
    given.line = annotated.line;
    given.has_statements = annotated.has_statements;
    Extraction& extraction = given.text.extraction;
    extraction.gazetteer = &gazetteer_;
    extraction.document = DocumentOf(std::move(source), number, annotated);
    TextConventions conventions;
    if (annotated.format == AnnotationFormat::kTriples) conventions.sentence_end = CharacterSet();
    const std::vector<std::uint32_t> blocks = ReadPlainSentences(conventions, extraction);
    TakeMentions(annotated, places, where, extraction);
    PlaceMentions(blocks, extraction);
    TakeStatements(annotated, places, where, given.text);
    return given;
  }

 private:
  // Bytes of the text.
  struct Places {
    std::vector<Span> mentions;
    std::vector<Span> evidence;  // by statement as told; empty where the line does not tell it
  };

  static Places PlacesOf(const AnnotatedDocument& annotated, const GoldSource& source,
                         const SourcePosition& where) {
    const OffsetIndex offsets(source.text);
    const std::size_t size = offsets.CodePoints(source.text.size());
    Places places;
    for (const AnnotatedMention& mention : annotated.mentions)
      places.mentions.push_back(BytesOf(mention, annotated, source, offsets, where));
    for (const AnnotatedStatement& told : annotated.told) {
      const bool told_where =
          told.begin < told.end && told.begin >= source.first && told.end - source.first <= size;
      places.evidence.push_back(told_where ? Span{offsets.Byte(told.begin - source.first),
                                                  offsets.Byte(told.end - source.first)}
                                           : Span{});
    }
    return places;
  }

  Document DocumentOf(GoldSource source, std::size_t number,
                      const AnnotatedDocument& annotated) const {
    SourceText text;
    text.name = annotated.id.empty() ? name_ + '#' + std::to_string(number) : annotated.id;
    text.file = annotated.file.empty() ? name_ : annotated.file;
    text.text = std::move(source.text);
    text.record = true;  // also without a visible character it is a document
    Document document = std::move(PlainDocuments(std::move(text)).front());
    document.record = source.record;
    document.begin_code_point = source.first;
    document.begin_line = source.line;
    return document;
  }

  static void TakeMentions(const AnnotatedDocument& annotated, const Places& places,
                           const SourcePosition& where, Extraction& extraction) {
    const bool by_id = annotated.format == AnnotationFormat::kExtract;
    FoundEntities found(0, extraction.found);
    for (std::size_t i = 0; i < places.mentions.size(); ++i) {
      const AnnotatedMention& given = annotated.mentions[i];
      if (by_id && given.entity.empty()) continue;
      CheckWord(given.type, "the type of " + SpanText(given), PositionOf(given, where));
      Mention mention;
      mention.span = places.mentions[i];
      mention.kind = given.kind;
      mention.nested = given.nested;
      mention.why = kWhy;
      const std::string surface =
          given.text.empty() ? extraction.Surface(mention.span) : WithoutBreaks(given.text);
      mention.entity =
          found.Number(by_id ? given.entity : IdOf(given.type, surface), surface, given.type, kWhy);
      extraction.mentions.push_back(std::move(mention));
    }
  }

  // Puts mentions in order, and finds the sentence of each.
  static void PlaceMentions(const std::vector<std::uint32_t>& blocks, Extraction& extraction) {
    std::stable_sort(extraction.mentions.begin(), extraction.mentions.end(),
                     [](const Mention& a, const Mention& b) {
                       return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                                           : a.span.end > b.span.end;
                     });
    std::uint32_t sentence = 0;
    for (Mention& mention : extraction.mentions) {
      while (sentence + 1 < extraction.sentences.size() &&
             extraction.sentences[sentence + 1].begin <= mention.span.begin) {
        ++sentence;
      }
      mention.sentence = sentence;
      if (!blocks.empty()) mention.block = blocks[sentence];
    }
  }

  // Ends that nothing names have no entity.
  static void TakeStatements(const AnnotatedDocument& annotated, const Places& places,
                             const SourcePosition& where, StatementText& text) {
    std::map<std::string_view, EntityIndex> numbers;
    for (std::size_t i = 0; i < text.extraction.found.size(); ++i)
      numbers.emplace(text.extraction.found[i].id, static_cast<EntityIndex>(i));
    const auto number_of = [&](const std::string& end, const std::string& type) {
      const auto known = numbers.find(type.empty() ? end : IdOf(type, WithoutBreaks(end)));
      return known == numbers.end() ? kNoEntity : known->second;
    };
    for (std::size_t i = 0; i < annotated.told.size(); ++i) {
      const AnnotatedStatement& told = annotated.told[i];
      if (told.negated) continue;
      CheckWord(told.predicate, "the predicate of a statement",
                {where.file, where.line, told.column});
      text.statements.push_back({number_of(told.subject, told.subject_type), told.predicate,
                                 number_of(told.object, told.object_type), places.evidence[i]});
    }
  }

  const AnnotationFile& gold_;
  std::string name_;
  GoldSourceReader sources_;
  const Gazetteer& gazetteer_;
};

}  // namespace

std::vector<GivenDocument> GiveDocuments(const AnnotationFile& gold, const std::string& name,
                                         const GoldSources& sources, const Gazetteer& gazetteer) {
  constexpr std::size_t kMostProblems = 20;
  Giver giver(gold, name, sources, gazetteer);
  std::vector<GivenDocument> documents;
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < gold.documents.size() && problems.size() < kMostProblems; ++i) {
    try {
      documents.push_back(giver.Give(gold.documents[i], i + 1));
    } catch (const InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (!problems.empty()) throw InputError(std::move(problems));
  return documents;
}

void FindGivenStatements(const StatementPool& pool, std::vector<GivenDocument>& documents,
                         std::size_t jobs) {
  ForEachPart(documents.size(), jobs, [&](std::size_t i) {
    Extraction& extraction = documents[i].text.extraction;
    extraction.statements = FindStatements(pool, extraction, EndsOfGiven(extraction));
    SortStatements(extraction);
  });
}

void CheckDistinctIds(const std::vector<GivenDocument>& documents, const std::string& file) {
  std::map<std::string_view, std::size_t> lines;
  for (const GivenDocument& document : documents) {
    const std::string& id = document.text.extraction.document.id;
    const auto [known, fresh] = lines.emplace(id, document.line);
    if (fresh) continue;
    throw InputError({file, document.line, 0}, "document \"" + id + "\" stands on line " +
                                                   std::to_string(known->second) +
                                                   " too; expected each once");
  }
}

}  // namespace zhitu::extract
