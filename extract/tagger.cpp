#include "extract/tagger.h"

#include <algorithm>
#include <cmath>

#include "extract/hash.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostBytes = 1U << 15U;  // of a paragraph that is read at once

// The first character at or behind byte `at`.
std::size_t NextLead(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && !IsLeadByte(text[at])) ++at;
  return at;
}

// Never certain, never impossible. A model is surer of its training text than it may be of others:
// on six data sets the odds are right at about this root of theirs.
double Confidence(double probability) {
  constexpr double kRoot = 1.4;
  constexpr double kHundred = 100;
  constexpr double kAlmost = 1e-9;
  const double p = std::clamp(probability, kAlmost, 1 - kAlmost);
  const double odds = std::pow(p / (1 - p), 1 / kRoot);
  return std::clamp(std::round(odds / (1 + odds) * kHundred), 1.0, kHundred - 1) / kHundred;
}

}  // namespace

Tagger::Chain::Chain(const TaggerModel& model)
    : scorer(model),
      decoder(LabelScheme(model.types.size()), model.transitions.view()),
      confidence(LabelScheme(model.types.size()), model.transitions.view(), model.step) {}

Tagger::Tagger(const TaggerModel& model) : model_(model) {
  if (model.surfaces_only) {
    chooser_.emplace(model);
  } else {
    chain_.emplace(model);
  }
}

void Tagger::Tag(std::string_view text, std::span<const Span> pieces,
                 std::span<const NamedSpan> names, std::vector<TaggedName>& found) {
  if (pieces.empty()) return;
  if (pieces.back().end - pieces.front().begin <= kMostBytes) {
    TagSome(text, pieces, names, found);
    return;
  }
  // No paragraph that anybody wrote: names at the cuts may be lost, but memory stays small.
  for (Span rest : pieces) {
    while (rest.size() > 0) {
      const std::size_t most = std::min(rest.begin + kMostBytes, rest.end);
      const Span part{rest.begin, NextLead(text, most, rest.end)};
      TagSome(text, {&part, 1}, names, found);
      rest.begin = part.end;
    }
  }
}

void Tagger::TagSome(std::string_view text, std::span<const Span> pieces,
                     std::span<const NamedSpan> names, std::vector<TaggedName>& found) {
  if (!model_.knows_names) names = {};
  ReadTagSequence(text, pieces, names, sequence_);
  if (sequence_.size() == 0) return;
  if (chooser_) TakeSurfaces(*chooser_, found);
  if (chain_) TakeLabels(*chain_, found);
}

void Tagger::TakeSurfaces(SurfaceChooser& chooser, std::vector<TaggedName>& found) {
  for (const ChosenSurface& chosen : chooser.Choose(sequence_)) {
    const auto tokens = sequence_.real().subspan(chosen.begin, chosen.end - chosen.begin);
    found.push_back(
        {{tokens.front().begin, tokens.back().end}, chosen.type, Confidence(chosen.probability)});
  }
}

void Tagger::TakeLabels(Chain& chain, std::vector<TaggedName>& found) {
  model_.surfaces.Mark(sequence_);
  const std::span<const std::int16_t> scores = chain.scorer.Score(sequence_);
  const std::span<const std::uint8_t> labels = chain.decoder.Decode(scores);
  const auto tokens = sequence_.real();
  for (std::size_t begin = 0; begin < labels.size(); ++begin) {
    if (labels[begin] == 0) continue;
    std::size_t last = begin;
    while (!LabelScheme::Closes(labels[last])) ++last;
    found.push_back({{tokens[begin].begin, tokens[last].end},
                     static_cast<std::uint32_t>(LabelScheme::TypeOf(labels[begin])),
                     Confidence(chain.confidence.Of(scores, labels, begin, last + 1))});
    begin = last;
  }
}

std::uint32_t NumberOfNameType(std::string_view type) {
  return static_cast<std::uint32_t>(Hash64(type)) | 1U;
}

}  // namespace zhitu::extract
