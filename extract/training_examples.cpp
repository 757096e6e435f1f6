#include "extract/training_examples.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "extract/error.h"
#include "extract/label_scheme.h"
#include "extract/parallel.h"
#include "extract/tagger.h"

namespace zhitu::extract {
namespace {

std::vector<Span> LinesOf(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r", at), text.size());
    if (end > at) lines.push_back({at, end});
    at = end + 1;
  }
  return lines;
}

std::vector<NamedSpan> NamesIn(std::string_view text, const Gazetteer* dictionary) {
  std::vector<NamedSpan> names;
  if (dictionary == nullptr) return names;
  dictionary->FindOuter(text, [&](const Span& span, std::span<const EntityIndex> readings) {
    const std::string_view type = dictionary->entity(readings.front()).type;
    names.push_back({span, NumberOfNameType(type)});
  });
  return names;
}

// The tokens of a name; none if it does not begin and end with tokens.
TokenSpan TokensOf(std::span<const Token> tokens, const Span& span) {
  const auto begin = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& token) { return token.begin < span.begin; });
  const auto end = std::partition_point(begin, tokens.end(),
                                        [&](const Token& token) { return token.end <= span.end; });
  if (begin == end || begin->begin != span.begin || std::prev(end)->end != span.end) return {};
  return {static_cast<std::uint32_t>(begin - tokens.begin()),
          static_cast<std::uint32_t>(end - tokens.begin()), 0};
}

void ReadText(const TrainingText& text, const std::vector<std::string>& types,
              const Gazetteer* dictionary, std::vector<Example>& examples) {
  const std::vector<NamedSpan> known = NamesIn(text.text, dictionary);
  auto name = text.names.begin();
  for (const Span& line : LinesOf(text.text)) {
    Example example;
    ReadTagSequence(text.text, {&line, 1}, known, example.sequence);
    for (; name != text.names.end() && name->span.begin < line.end; ++name) {
      TokenSpan span = TokensOf(example.sequence.real(), name->span);
      if (span.end == 0) continue;
      span.type = static_cast<std::uint32_t>(
          std::lower_bound(types.begin(), types.end(), name->type) - types.begin());
      example.names.push_back(span);
    }
    if (example.sequence.size() > 0) examples.push_back(std::move(example));
  }
}

}  // namespace

std::vector<std::string> TypesOf(std::span<const TrainingText> texts) {
  std::set<std::string> types;
  for (const TrainingText& text : texts) {
    for (const TrainingName& name : text.names) types.insert(name.type);
  }
  if (types.empty()) throw UsageError("no name to learn from; expected at least one");
  if (types.size() > LabelScheme::kMostTypes) {
    throw UsageError(std::to_string(types.size()) + " types of names; expected at most " +
                     std::to_string(LabelScheme::kMostTypes));
  }
  return {types.begin(), types.end()};
}

std::vector<Example> ReadExamples(std::span<const TrainingText> texts,
                                  const std::vector<std::string>& types,
                                  const Gazetteer* dictionary, std::size_t jobs) {
  std::vector<std::vector<Example>> by_text(texts.size());
  ForEachPart(texts.size(), jobs,
              [&](std::size_t i) { ReadText(texts[i], types, dictionary, by_text[i]); });
  std::vector<Example> examples;
  for (std::vector<Example>& some : by_text)
    std::move(some.begin(), some.end(), std::back_inserter(examples));
  return examples;
}

TrainingCounts CountsOf(std::span<const TrainingText> texts, std::span<const Example> examples) {
  TrainingCounts counts;
  counts.sequences = examples.size();
  for (const Example& example : examples) counts.names += example.names.size();
  for (const TrainingText& text : texts) counts.left_out += text.names.size();
  counts.left_out -= counts.names;
  return counts;
}

SurfaceLexicon LexiconWithout(std::span<const Example> examples, std::size_t begin, std::size_t end,
                              std::size_t types) {
  std::vector<const TagSequence*> sequences;
  std::vector<const std::vector<TokenSpan>*> names;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (i >= begin && i < end) continue;
    sequences.push_back(&examples[i].sequence);
    names.push_back(&examples[i].names);
  }
  return SurfaceLexicon::Count(sequences, names, types);
}

void ForFolds(
    std::span<Example> examples, std::size_t types, std::size_t jobs,
    const std::function<void(std::size_t, const SurfaceLexicon&, std::span<Example>)>& work) {
  ForEachPart(kFolds, jobs, [&](std::size_t fold) {
    const std::size_t begin = examples.size() * fold / kFolds;
    const std::size_t end = examples.size() * (fold + 1) / kFolds;
    // Other folds read tokens and names of these examples meanwhile, but no surfaces.
    work(fold, LexiconWithout(examples, begin, end, types), examples.subspan(begin, end - begin));
  });
}

}  // namespace zhitu::extract
