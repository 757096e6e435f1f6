// What costs is waiting for memory, so each kind of feature is looked up for a whole paragraph at
// once, a loop a step: keys, buckets, checks, rows. Each loop asks for what the next one reads.
#include "extract/tagger.h"

#include <algorithm>

#include "extract/hash.h"
#include "extract/tag_features.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostBytes = 1U << 15U;  // of a paragraph that is read at once

// The first character at or behind byte `at`.
std::size_t NextLead(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && !IsLeadByte(text[at])) ++at;
  return at;
}

}  // namespace

Tagger::Tagger(const TaggerModel& model)
    : model_(model), scheme_(model.types.size()), decoder_(scheme_, model.transitions.view()) {}

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
  model_.surfaces.Mark(sequence_);
  const std::size_t labels = scheme_.size();
  scores_.assign(sequence_.tokens.size() * labels, 0);
  const bool has_words = sequence_.affixes.size() > 1;
  const auto features = TagFeatures();
  for (std::size_t i = 0; i < features.size(); ++i) {
    const TaggerModel::Table& table = model_.tables[i];
    if (table.index.size() == 0 || (features[i].of_words && !has_words)) continue;
    AddScores(table, i);
  }
  const std::size_t padding = TagSequence::kPadding * labels;
  TakeNames(decoder_.Decode(
                std::span<const std::int16_t>(scores_).subspan(padding, sequence_.size() * labels)),
            found);
}

void Tagger::AddScores(const TaggerModel::Table& table, std::size_t feature) {
  const TagFeature& kind = TagFeatures()[feature];
  const std::size_t labels = scheme_.size();
  const std::size_t width = kind.reach * labels;
  keys_.assign(sequence_.tokens.size(), 0);
  kind.fill(sequence_, keys_);
  for (const std::uint64_t key : keys_) table.index.PrefetchBucket(key);
  for (const std::uint64_t key : keys_) table.index.PrefetchChecks(key);
  rows_.resize(keys_.size());
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    rows_[i] = keys_[i] == 0 ? HashIndex::kNone : table.index.Find(keys_[i]);
    if (rows_[i] != HashIndex::kNone) __builtin_prefetch(table.rows.data() + rows_[i] * width);
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i] == HashIndex::kNone) continue;
    const std::int8_t* const row = table.rows.data() + rows_[i] * width;
    const std::size_t first = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + kind.first);
    std::int16_t* const scores = &scores_[first * labels];
    for (std::size_t k = 0; k < width; ++k)
      scores[k] = static_cast<std::int16_t>(scores[k] + row[k]);
  }
}

void Tagger::TakeNames(std::span<const std::uint8_t> labels, std::vector<TaggedName>& found) const {
  const auto tokens = sequence_.real();
  for (std::size_t begin = 0; begin < labels.size(); ++begin) {
    if (labels[begin] == 0) continue;
    const std::size_t type = LabelScheme::TypeOf(labels[begin]);
    std::size_t last = begin;
    while (!LabelScheme::Closes(labels[last])) ++last;
    found.push_back({{tokens[begin].begin, tokens[last].end}, static_cast<std::uint32_t>(type)});
    begin = last;
  }
}

std::uint32_t NumberOfNameType(std::string_view type) {
  return static_cast<std::uint32_t>(Hash64(type)) | 1U;
}

}  // namespace zhitu::extract
