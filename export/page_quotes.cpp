#include "export/page_quotes.h"

#include <cstddef>

#include "export/page_frame.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kPartBytes = 100'000;

enum TextColumn : std::size_t { kDocument, kLine, kColumn, kText, kCut, kMarks };
enum DocumentColumn : std::size_t { kId, kFile, kTitle, kDate };

std::string Numbers(std::string_view numbers) {
  return "[" + std::string(numbers.substr(numbers.empty() ? 0 : 1)) + "]";
}

void AppendMember(std::string_view key, std::int64_t value, std::string& json) {
  json += json.back() == '{' ? "\"" : ",\"";
  json.append(key).append("\":").append(std::to_string(value));
}

std::string Texts(const graph::IdTable& table) {
  std::string json = "[";
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    if (i > 0) json += ',';
    AppendPageString(json, table.Id(i));
  }
  return json + "]";
}

}  // namespace

PageQuotes::PageQuotes()
    : texts_({{"document", "0"},
              {"line", "0"},
              {"column", "1"},
              {"text", ""},
              {"cut", "0"},
              {"marks", "0"}}),
      quotes_({PageTable::Heading{"quotes", ""}}),
      documents_({{"id", ""}, {"file", R"("")"}, {"title", R"("")"}, {"date", R"("")"}}) {
  modalities_.Number("");
  dates_.Number("");
}

std::uint32_t PageQuotes::Document(const graph::QuotedText& text) {
  if (documents_.rows() > 0 && text.document == last_document_) return document_;
  document_ = static_cast<std::uint32_t>(documents_.rows());
  last_document_ = text.document;
  documents_[kId].Text(text.document);
  documents_[kFile].Text(text.file == text.document ? std::string_view() : text.file);
  documents_[kTitle].Text(text.title);
  documents_[kDate].Text(text.date);
  documents_.EndRow();
  return document_;
}

void PageQuotes::AddText(const graph::QuotedText& text, std::span<const std::uint32_t> nodes) {
  texts_[kDocument].Integer(Document(text));
  texts_[kLine].Integer(text.line);
  texts_[kColumn].Integer(text.column);
  texts_[kText].Text(text.text);
  texts_[kCut].Integer((text.cut_before ? 1 : 0) + (text.cut_after ? 2 : 0));
  std::string marks;
  for (const graph::TextMark& mark : text.marks) {
    marks.append(1, ',').append(std::to_string(mark.begin));
    marks.append(1, ',').append(std::to_string(mark.end));
    marks.append(1, ',').append(std::to_string(nodes[static_cast<std::size_t>(mark.entity)]));
  }
  texts_[kMarks].Raw(marks.empty() ? "0" : Numbers(marks));
  texts_.EndRow();
}

void PageQuotes::AddQuotes(std::span<const graph::RelationQuote> quotes, std::int64_t all) {
  std::string json;
  for (const graph::RelationQuote& quote : quotes) {
    json += ',';
    AppendQuote(quote, json);
  }
  if (all > static_cast<std::int64_t>(quotes.size())) {
    json.append(R"(,{"all":)").append(std::to_string(all)).append("}");
  }
  quotes_[0].Raw(json.empty() ? "0" : Numbers(json));
  quotes_.EndRow();
}

// Of a co-occurrence the number of the text, or two.
void PageQuotes::AppendQuote(const graph::RelationQuote& quote, std::string& json) {
  const bool shared = quote.line == 0 && !quote.parts.empty();
  if (!shared) {
    AppendStatement(quote, json);
    return;
  }
  std::string texts;
  for (const graph::QuotedPart& part : quote.parts) texts += "," + std::to_string(part.text);
  json += quote.parts.size() == 1 ? texts.substr(1) : Numbers(texts);
}

void PageQuotes::AppendStatement(const graph::RelationQuote& quote, std::string& json) {
  constexpr graph::PerMille kSure = 1000;
  json += '{';
  AppendMember("r", rules_.Number(quote.rule), json);
  AppendMember("l", quote.line, json);
  if (quote.column > 0) AppendMember("k", quote.column, json);
  if (quote.confidence != kSure) AppendMember("c", quote.confidence, json);
  if (!quote.modality.empty()) AppendMember("m", modalities_.Number(quote.modality), json);
  if (!quote.date.empty()) AppendMember("d", dates_.Number(quote.date), json);
  if (quote.parts.empty()) AppendMember("f", files_.Number(quote.file), json);
  if (!quote.cited.empty()) {
    json += R"(,"q":)";
    AppendPageString(json, quote.cited);
  }
  std::string parts;
  for (const graph::QuotedPart& part : quote.parts) {
    parts += "," + std::to_string(part.text) + "," + std::to_string(part.begin) + "," +
             std::to_string(part.end);
  }
  if (!parts.empty()) json += R"(,"p":)" + Numbers(parts);
  json += '}';
}

std::string PageQuotes::TakeTexts(bool rest) {
  const bool due = texts_.bytes() >= kPartBytes || (rest && texts_.rows() > 0);
  return due ? PageData("texts", texts_.Take()) : "";
}

std::string PageQuotes::TakeQuotes(bool rest) {
  const bool due = quotes_.bytes() >= kPartBytes || (rest && quotes_.rows() > 0);
  return due ? PageData("quotes", quotes_.Take()) : "";
}

std::string PageQuotes::TakeNames() {
  return PageData("names", R"({"documents":)" + documents_.Take() + R"(,"rules":)" + Texts(rules_) +
                               R"(,"modalities":)" + Texts(modalities_) + R"(,"dates":)" +
                               Texts(dates_) + R"(,"files":)" + Texts(files_) + "}");
}

}  // namespace zhitu::xport
