#include "tests/support/sample_extraction.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace zhitu::xport {
namespace {

using extract::Span;

// The ends of paragraph and line that begin at `begin`.
std::size_t EndOf(const std::string& text, std::size_t begin, std::string_view mark) {
  const std::size_t end = text.find(mark, begin);
  return end == std::string::npos ? text.size() : end;
}

extract::Block MakeBlock(const std::string& text, const Span& paragraph) {
  extract::Block block;
  for (std::size_t begin = paragraph.begin; begin < paragraph.end;) {
    const std::size_t end = std::min(EndOf(text, begin, "\n"), paragraph.end);
    if (begin < end) block.pieces.push_back({begin, end});
    begin = end + 1;
  }
  return block;
}

}  // namespace

SampleExtraction::SampleExtraction(std::string text)
    : gazetteer_(std::make_unique<extract::Gazetteer>()) {
  extraction_.gazetteer = gazetteer_.get();
  extract::Document& document = extraction_.document;
  document.id = "a.txt#1";
  document.file = "a.txt";
  document.text = std::move(text);
  for (std::size_t begin = 0; begin < document.text.size();) {
    const std::size_t end = EndOf(document.text, begin, "\n\n");
    if (begin < end) {
      document.blocks.push_back(MakeBlock(document.text, {begin, end}));
      extraction_.sentences.push_back({begin, end});
    }
    begin = end + 2;
  }
}

extract::EntityIndex SampleExtraction::Entity(const std::string& type, const std::string& name) {
  extract::Entity entity;
  entity.id = type + ":" + name;
  entity.name = name;
  entity.type = type;
  extraction_.found.push_back(entity);
  return static_cast<extract::EntityIndex>(extraction_.found.size() - 1);
}

Span SampleExtraction::Find(std::string_view surface) const {
  const std::size_t begin = extraction_.document.text.find(surface);
  if (begin == std::string::npos) throw std::invalid_argument("not in the text");
  return {begin, begin + surface.size()};
}

extract::Mention& SampleExtraction::Mention(std::string_view surface, extract::EntityIndex entity) {
  extract::Mention& mention = extraction_.mentions.emplace_back();
  mention.span = Find(surface);
  mention.entity = entity;
  mention.why = "dictionary.csv:3";
  return mention;
}

extract::Statement& SampleExtraction::Statement(extract::EntityIndex subject, std::string predicate,
                                                extract::EntityIndex object,
                                                std::string_view quote) {
  extract::Statement& statement = extraction_.statements.emplace_back();
  statement.subject = subject;
  statement.predicate = std::move(predicate);
  statement.object = object;
  statement.rule = "title";
  statement.evidence = {Find(quote)};
  return statement;
}

SampleExtraction PlainExtraction() {
  SampleExtraction sample("翰林社区党\n支部书记黄蓉蓉。\n\nThe office of 李主任 opened.");
  sample.extraction().document.begin_code_point = 100;
  const extract::EntityIndex branch = sample.Entity("organization", "翰林社区党支部");
  const extract::EntityIndex community = sample.Entity("community", "翰林社区");
  const extract::EntityIndex person = sample.Entity("person", "黄蓉蓉");
  const extract::EntityIndex office = sample.Entity("office", "枫杨办事处");
  sample.Mention("翰林社区党\n支部", branch);
  sample.Mention("翰林社区", community).nested = true;
  sample.Mention("黄蓉蓉", person).confidence = 0.875;
  extract::Mention& reference = sample.Mention("office", office);
  reference.kind = extract::MentionKind::kNominal;
  reference.antecedent = {0, 12};
  reference.why.clear();
  extract::Mention& undecided = sample.Mention("李主任", extract::kNoEntity);
  undecided.candidates = {{person, 0.75}, {office, 0.25}};
  sample.Statement(person, "leads", branch, "翰林社区党\n支部书记黄蓉蓉").confidence = 0.9;
  extract::Statement& about =
      sample.Statement(extract::kThisDocument, "about", community, "翰林社区");
  about.modality = extract::Modality::kPlanned;
  about.date = "2024-05";
  return sample;
}

}  // namespace zhitu::xport
