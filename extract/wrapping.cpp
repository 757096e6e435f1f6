#include "extract/wrapping.h"

#include <algorithm>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kRaggedColumns = 4;
constexpr std::size_t kRaggedCharacters = 2;

// What could not be broken at the beginning of a line.
std::string_view FirstWord(std::string_view text, const Line& line) {
  std::size_t end = line.span.begin;
  for (std::size_t at = end; at < line.span.end && end - line.span.begin < LineMeasure::kWidest;) {
    const char32_t c = NextCodePoint(text, at);
    if (IsSpace(c) || (IsHan(c) && end > line.span.begin)) break;
    end = at;
    if (IsHan(c)) break;
  }
  return text.substr(line.span.begin, end - line.span.begin);
}

}  // namespace

Wrapping::Wrapping(std::string_view text, const std::vector<Line>& lines) {
  FindSentences(lines);
  // Where every line may end a paragraph, none was broken because it was full.
  if (std::all_of(lines.begin(), lines.end(), [](const Line& line) { return line.closed; })) return;
  std::vector<LineWidth> columns;
  std::vector<LineWidth> characters;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const std::string_view next =
        i + 1 < lines.size() ? FirstWord(text, lines[i + 1]) : std::string_view();
    columns.push_back({line.width + line.indent, DisplayWidth(next)});
    characters.push_back(
        {CountCodePoints(line.span.In(text)) + line.indent / 2, CountCodePoints(next)});
  }
  measures_.emplace_back(lines, std::move(columns), kRaggedColumns);
  measures_.emplace_back(lines, std::move(characters), kRaggedCharacters);
}

void Wrapping::FindSentences(const std::vector<Line>& lines) {
  holds_sentence_.resize(lines.size());
  for (std::size_t begin = 0; begin < lines.size();) {
    bool holds = lines[begin].has_end;
    std::size_t end = begin + 1;
    for (; end < lines.size() && lines[end].blank_before == 0; ++end)
      holds = holds || lines[end].has_end;
    for (; begin < end; ++begin) holds_sentence_[begin] = holds;
  }
}

bool Wrapping::IsFull(std::size_t line) const {
  return std::any_of(measures_.begin(), measures_.end(), [&](const LineMeasure& measure) {
    return measure.IsWrapped(line) && measure.IsFull(line);
  });
}

bool Wrapping::MayGoOn(std::size_t line) const {
  const bool regular =
      std::any_of(measures_.begin(), measures_.end(),
                  [&](const LineMeasure& measure) { return measure.IsRegular(line); });
  return std::any_of(measures_.begin(), measures_.end(), [&](const LineMeasure& measure) {
    return regular ? measure.IsRegular(line) && measure.IsFull(line) : measure.IsNearlyFull(line);
  });
}

bool Wrapping::IsNearlyFull(std::size_t line) const {
  return !measures_.empty() && measures_.front().IsNearlyFull(line);
}

bool Wrapping::IsFullOnPage(std::size_t line) const {
  return std::any_of(measures_.begin(), measures_.end(),
                     [&](const LineMeasure& measure) { return measure.IsFullOnPage(line); });
}

bool Wrapping::IsQuiteFullOnPage(std::size_t line) const {
  return std::any_of(measures_.begin(), measures_.end(),
                     [&](const LineMeasure& measure) { return measure.IsQuiteFullOnPage(line); });
}

}  // namespace zhitu::extract
