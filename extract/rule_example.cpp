#include "extract/rule_example.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/document_reader.h"
#include "extract/entity_types.h"
#include "extract/gazetteer_builder.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kArrow = " -> ";
constexpr std::string_view kAnd = "; ";

// A text without its marks, and a gazetteer of what they marked.
class MarkedText {
 public:
  MarkedText() : file_(builder_.AddFile("example", "")) {}

  // Empty where the marks are as they should be, else what is wrong.
  std::string Read(std::string_view marked) {
    std::vector<std::size_t> open;  // where names begin in `text_`
    for (const char c : marked) {
      if (c == '[') {
        open.push_back(text_.size());
      } else if (c == ']') {
        if (open.empty()) return "] without [; expected [name:type]";
        const std::string fault = TakeName(open.back());
        if (!fault.empty()) return fault;
        open.pop_back();
      } else {
        text_ += c;
      }
    }
    return open.empty() ? "" : "[ without ]; expected [name:type]";
  }

  const std::string& text() const { return text_; }
  Gazetteer Build() { return builder_.Build(); }

 private:
  // Takes the name from `begin` on and its type off the text.
  std::string TakeName(std::size_t begin) {
    const std::size_t colon = text_.rfind(':');
    if (colon == std::string::npos || colon <= begin)
      return "name without type; expected [name:type]";
    Entity entity;
    entity.name = text_.substr(begin, colon - begin);
    entity.type = text_.substr(colon + 1);
    if (!IsTypeName(entity.type)) {
      return "'" + entity.type + "' is no type name; expected small letters, digits and _";
    }
    entity.id = entity.type + ':' + entity.name;
    text_.resize(colon);
    if (std::find(ids_.begin(), ids_.end(), entity.id) != ids_.end()) return {};
    ids_.push_back(entity.id);
    builder_.Add(entity, {}, file_, 1);
    return {};
  }

  std::string text_;
  std::vector<std::string> ids_;
  GazetteerBuilder builder_;
  std::uint32_t file_;
};

std::string Join(std::vector<std::string> parts) {
  std::sort(parts.begin(), parts.end());
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : std::string(kAnd)) + part;
  return all;
}

std::string Sorted(std::string_view statements) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= statements.size();) {
    const std::size_t end = std::min(statements.find(kAnd, at), statements.size());
    parts.emplace_back(statements.substr(at, end - at));
    at = end + kAnd.size();
  }
  return Join(std::move(parts));
}

std::string WhatIsSaid(const Rule& rule, const Knowledge& knowledge, MarkedText& marked) {
  const Gazetteer gazetteer = marked.Build();
  Document document;
  document.id = kDocumentRole;
  document.text = marked.text();
  const Zone zone = rule.zones.empty() ? Zone::kBody : rule.zones.front();
  if (!document.text.empty()) document.blocks = {{zone, {{0, document.text.size()}}}};
  const RuleSet alone({rule}, knowledge.lexicons, knowledge.discourse);
  const Extraction extraction = ReadDocument(std::move(document), gazetteer, knowledge, alone);
  std::vector<std::string> parts;
  parts.reserve(extraction.statements.size());
  for (const Statement& statement : extraction.statements) {
    parts.push_back(extraction.EntityName(statement.subject) + ' ' + statement.predicate + ' ' +
                    extraction.EntityName(statement.object));
  }
  return Join(std::move(parts));
}

// Empty where the example comes out as it says, else what is wrong.
std::string Check(const RuleExample& example, const Rule& rule, const Knowledge& knowledge) {
  std::string_view text = example.text;
  std::string expected;
  if (example.holds) {
    const std::size_t arrow = text.rfind(kArrow);
    if (arrow == std::string_view::npos) return "no ' -> ' in it; expected a text -> what it says";
    expected = Sorted(text.substr(arrow + kArrow.size()));
    text = text.substr(0, arrow);
  }
  MarkedText marked;
  std::string fault = marked.Read(text);
  if (!fault.empty()) return fault;
  const std::string said = WhatIsSaid(rule, knowledge, marked);
  if (said == expected) return {};
  const auto shown = [](const std::string& s) { return s.empty() ? "nothing" : "'" + s + "'"; };
  return "it gives " + shown(said) + "; expected " + shown(expected);
}

}  // namespace

std::vector<Problem> CheckExamples(const Rule& rule, const Knowledge& knowledge) {
  std::vector<Problem> problems;
  for (const RuleExample& example : rule.examples) {
    const std::string fault = Check(example, rule, knowledge);
    if (fault.empty()) continue;
    problems.push_back({example.where, std::string("example of `") +
                                           (example.holds ? "yes" : "no") + "` of rule '" +
                                           rule.id + "': " + fault});
  }
  return problems;
}

}  // namespace zhitu::extract
