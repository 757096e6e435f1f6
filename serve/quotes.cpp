#include "serve/quotes.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/error.h"
#include "graph/document_marks.h"
#include "graph/quoted_text.h"
#include "serve/answer_parts.h"

namespace zhitu::serve {
namespace {

constexpr double kThousand = 1000.0;

// What is kept of a text that is shown; `QuotedText` has views.
struct KeptText {
  std::string text;
  bool cut_before = false;
  bool cut_after = false;
  std::vector<graph::TextMark> marks;
};

void AddSpan(std::size_t begin, std::size_t end, xport::JsonText& json) {
  json.Key("begin");
  json.Integer(static_cast<std::int64_t>(begin));
  json.Key("end");
  json.Integer(static_cast<std::int64_t>(end));
}

// A text with those of the parts that lie in it.
void AddText(const Reader& reader, const KeptText& text, std::uint32_t number,
             const std::vector<graph::QuotedPart>& said, xport::JsonText& json) {
  json.StartObject();
  json.Key("text");
  json.String(text.text);
  json.Key("cut_before");
  json.Boolean(text.cut_before);
  json.Key("cut_after");
  json.Boolean(text.cut_after);
  json.Key("marks");
  json.StartArray();
  for (const graph::TextMark& mark : text.marks) {
    json.StartObject();
    AddSpan(mark.begin, mark.end, json);
    json.Key("entity");
    AddHead(reader, mark.entity, json);
    json.EndObject();
  }
  json.EndArray();
  json.Key("said");
  json.StartArray();
  for (const graph::QuotedPart& part : said) {
    if (part.text != number) continue;
    json.StartObject();
    AddSpan(part.begin, part.end, json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

}  // namespace

struct Quotes::Source {
  explicit Source(graph::DocumentRecord record, graph::DocumentMarks read)
      : document(std::move(record)), marks(std::move(read)) {
    texts.Open(document, document.text, marks);
  }

  graph::DocumentRecord document;
  graph::DocumentMarks marks;
  std::vector<KeptText> kept;  // by number
  graph::QuotedTexts texts{
      [](graph::EntityNumber) { return true; },
      [this](const graph::QuotedText& text) {
        kept.push_back({text.text, text.cut_before, text.cut_after, text.marks});
      }};
};

Quotes::Quotes(Reader& reader) : reader_(reader) {}

Quotes::~Quotes() = default;

Quotes::Source& Quotes::Open(const std::string& document) {
  std::unique_ptr<Source>& source = sources_[document];
  if (!source) {
    std::optional<graph::DocumentRecord> record = reader_.store.FindDocument(document);
    if (!record) {
      throw extract::InputError({reader_.store.path(), 0, 0},
                                "damaged graph file (a document is missing); build it again");
    }
    graph::DocumentMarks marks = graph::ReadMarks(reader_.store, *record);
    source = std::make_unique<Source>(std::move(*record), std::move(marks));
  }
  return *source;
}

void Quotes::Add(const graph::RelationRecord& relation, std::size_t skip, std::size_t most,
                 xport::JsonText& json) {
  json.StartArray();
  if (most > 0) {
    const auto evidence = reader_.store.Evidence(relation, skip + most);
    for (std::size_t i = skip; i < evidence.size(); ++i) AddQuote(relation, evidence[i], json);
  }
  json.EndArray();
}

void Quotes::AddQuote(const graph::RelationRecord& relation, const graph::EvidenceRecord& evidence,
                      xport::JsonText& json) {
  Source* const source = evidence.document.empty() ? nullptr : &Open(evidence.document);
  const auto& date =
      evidence.date.empty() && source != nullptr ? source->document.date : evidence.date;
  json.StartObject();
  json.Key("file");
  json.String(evidence.file);
  json.Key("line");
  json.Integer(evidence.line);
  json.Key("column");
  json.Integer(evidence.column);
  json.Key("document");
  json.StringOrNull(evidence.document);
  json.Key("title");
  json.StringOrNull(source == nullptr ? "" : source->document.title);
  json.Key("begin");
  json.Integer(evidence.begin);
  json.Key("end");
  json.Integer(evidence.end);
  json.Key("date");
  json.StringOrNull(date);
  json.Key("rule");
  json.String(evidence.rule);
  json.Key("confidence");
  json.Number(static_cast<double>(evidence.confidence) / kThousand);
  json.Key("modality");
  json.StringOrNull(evidence.modality);
  json.Key("cited");
  json.StringOrNull(evidence.cited);
  json.Key("texts");
  json.StartArray();
  if (source != nullptr) AddTexts(relation, evidence, *source, json);
  json.EndArray();
  json.EndObject();
}

// Places in one text are shown in one. Of a co-occurrence all of the text says it.
void Quotes::AddTexts(const graph::RelationRecord& relation, const graph::EvidenceRecord& evidence,
                      Source& source, xport::JsonText& json) {
  std::vector<graph::QuotedPart> said = {source.texts.Show({evidence.begin, evidence.end})};
  for (const graph::Stretch& place : evidence.elsewhere) said.push_back(source.texts.Show(place));
  std::vector<std::uint32_t> numbers;
  for (const graph::QuotedPart& part : said) {
    if (std::find(numbers.begin(), numbers.end(), part.text) == numbers.end()) {
      numbers.push_back(part.text);
    }
  }
  if (relation.symmetric()) said.clear();
  for (const std::uint32_t number : numbers) {
    AddText(reader_, source.kept[number], number, said, json);
  }
}

}  // namespace zhitu::serve
