// Rule files of any bytes: read, or refused with faults that have places in the file; what is read
// is applied to a text and to its own examples. A line `=====` parts the rule file from the text.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document_reader.h"
#include "extract/gazetteer_builder.h"
#include "extract/preset_reader.h"
#include "extract/rule_example.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"

namespace zhitu::extract {
namespace {

constexpr char kFile[] = "r.yaml";
constexpr std::string_view kPart = "\n=====\n";

void CheckProblems(const std::vector<Problem>& problems, std::string_view file) {
  std::size_t lines = 1;
  for (const char c : file) lines += c == '\n' ? 1 : 0;
  for (const Problem& problem : problems) {
    const SourcePosition& where = problem.where;
    Check(where.file == kFile && !problem.what.empty(), "a fault has a file and a message");
    Check(where.line >= 1 && where.line <= lines && where.column >= 1, "a fault has a place");
    const std::string text = Describe(problem);
    Check(WellFormedPrefix(text) == text.size(), "a message is well formed");
    Check(text.find('\n') == std::string::npos, "a message is one line");
  }
}

void CheckRules(const Knowledge& knowledge) {
  for (const Rule& rule : knowledge.rules) {
    Check(!rule.id.empty() && !rule.predicate.empty(), "a rule has an id and a predicate");
    Check(!rule.elements.empty() && rule.elements.size() <= 24, "a pattern is not too long");
    Check(rule.subject != rule.object, "a rule says something of two");
    Check(rule.confidence > 0 && rule.confidence <= 1, "confidence");
  }
}

// Names of every type that a rule asks for: the single letters of `abcde`.
Gazetteer NamesFor(const Knowledge& knowledge) {
  GazetteerBuilder builder;
  const std::uint32_t file = builder.AddFile("d.csv", "");
  char letter = 'a';
  for (const Rule& rule : knowledge.rules) {
    for (const Element& element : rule.elements) {
      if (element.slot.types.empty() || letter > 'e') continue;
      Entity entity;
      entity.name = std::string(1, letter++);
      entity.type = element.slot.types.names().front();
      entity.id = entity.type + ':' + entity.name;
      builder.Add(entity, {SurfaceRule::Boundary::kNone, false}, file, 1);
    }
  }
  return builder.Build();
}

void CheckMentions(const Extraction& extraction) {
  for (const Mention& mention : extraction.mentions) {
    const Span& span = mention.span;
    Check(span.begin < span.end && span.end <= extraction.document.text.size(), "a mention's span");
    Check(mention.sentence < extraction.sentences.size(), "a mention's sentence");
    Check(mention.confidence > 0 && mention.confidence <= 1, "a mention's confidence");
    Check(mention.entity == kNoEntity ||
              mention.entity < extraction.gazetteer->size() + extraction.found.size(),
          "a mention's entity");
  }
}

void CheckStatements(const Knowledge& knowledge, const std::string& text) {
  const Gazetteer gazetteer = NamesFor(knowledge);
  Document document;
  document.id = "t";
  document.text = text;
  if (!text.empty()) document.blocks = {{Zone::kBody, {{0, text.size()}}}};
  const Extraction extraction =
      ReadDocument(std::move(document), gazetteer, knowledge, knowledge.rules);
  CheckMentions(extraction);
  for (const Statement& s : extraction.statements) {
    Check(s.subject != s.object && s.subject != kNoEntity && s.object != kNoEntity, "two ends");
    Check(!s.evidence.empty(), "there is evidence");
    for (const Span& place : s.evidence)
      Check(place.begin < place.end && place.end <= text.size(), "evidence lies in the text");
  }
}

void CheckFile(const std::string& file, const std::string& text) {
  PresetReader reader;
  reader.Read(kFile, file);
  try {
    const Knowledge knowledge = reader.Take();
    CheckRules(knowledge);
    CheckStatements(knowledge, text);
    for (const Rule& rule : knowledge.rules) CheckProblems(CheckExamples(rule, knowledge), file);
  } catch (const InputError& error) {
    CheckProblems(error.problems(), file);
  }
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  const std::string input = DecodeUtf8({reinterpret_cast<const char*>(data), size}).text;
  const std::size_t part = std::min(input.find(kPart), input.size());
  const std::size_t text = std::min(part + kPart.size(), input.size());
  CheckFile(input.substr(0, part), input.substr(text));
  return 0;
}
