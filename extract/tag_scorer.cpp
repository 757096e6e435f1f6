// What costs is waiting for memory. So tokens are taken in blocks, each in a loop a step: keys,
// lines of the index, rows, sums; each loop asks for the memory that the next one reads.
#include "extract/tag_scorer.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "extract/label_scheme.h"
#include "extract/tag_features.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kBlock = 48;  // tokens
constexpr std::size_t kEight = 8;
constexpr std::size_t kCacheLine = 64;
static_assert(TaggerModel::kSlack == kEight);

using Bytes = std::int8_t __attribute__((vector_size(kEight)));
using Shorts = std::int16_t __attribute__((vector_size(2 * kEight)));

void AddEight(const Bytes& weights, std::int16_t* scores) {
  Shorts sums;
  std::memcpy(&sums, scores, sizeof sums);
  sums += __builtin_convertvector(weights, Shorts);
  std::memcpy(scores, &sums, sizeof sums);
}

void Prefetch(const std::int8_t* row, std::size_t width) {
  for (std::size_t at = 0; at < width; at += kCacheLine) __builtin_prefetch(row + at);
  __builtin_prefetch(row + width - 1);
}

}  // namespace

TagScorer::RowShape::RowShape(std::size_t row_width)
    : width(row_width), eights(row_width / kEight) {
  std::array<std::uint8_t, kEight> mask{};
  std::fill_n(mask.begin(), row_width % kEight, std::uint8_t{0xFF});
  std::memcpy(&rest, mask.data(), sizeof rest);
}

// Adds some zeros behind the row too.
void TagScorer::AddRow(const RowShape& shape, const std::int8_t* row, std::int16_t* scores) {
  Bytes weights;
  for (std::size_t i = 0; i < shape.eights; ++i) {
    std::memcpy(&weights, row + i * kEight, sizeof weights);
    AddEight(weights, scores + i * kEight);
  }
  std::uint64_t last = 0;
  std::memcpy(&last, row + shape.eights * kEight, sizeof last);
  last &= shape.rest;
  std::memcpy(&weights, &last, sizeof weights);
  AddEight(weights, scores + shape.eights * kEight);
}

TagScorer::TagScorer(const TaggerModel& model)
    : model_(model),
      labels_(LabelScheme(model.types.size()).size()),
      part_(labels_),
      hits_(TagFeatures().size() * kBlock) {
  for (const std::size_t width : RowWidths(labels_)) shapes_.emplace_back(width);
}

std::span<const std::int16_t> TagScorer::Score(const TagSequence& sequence) {
  scores_.assign(sequence.tokens.size() * labels_ + kEight, 0);
  const std::size_t end = kFirstFeature + FeaturePlaces(sequence);
  for (std::size_t begin = kFirstFeature; begin < end; begin += kBlock) {
    Block block{sequence, begin, std::min(begin + kBlock, end)};
    const auto affixes = std::span(sequence.affixes_of).subspan(begin, block.end - begin);
    block.has_words =
        std::any_of(affixes.begin(), affixes.end(), [](std::uint32_t of) { return of != 0; });
    // Words around those of the block; padding has words enough.
    block.first_word = sequence.word[std::max(begin, TagSequence::kPadding)] - kWordsAround;
    block.last_word = sequence.word[block.end - 1] + kWordsAround;
    FillKeys(block);
    FindRows(block);
    FindWordRows(block);
    AddRows();
    AddWordRows(block);
  }
  return std::span<const std::int16_t>(scores_).subspan(TagSequence::kPadding * labels_,
                                                        sequence.size() * labels_);
}

bool TagScorer::IsUsed(std::size_t kind, const Block& block) const {
  return model_.tables[kind].index.size() > 0 && (!TagFeatures()[kind].of_words || block.has_words);
}

void TagScorer::FillKeys(const Block& block) {
  const std::size_t kinds = TagFeatures().size();
  keys_.resize(kinds * kBlock + WordFeatures().size() * block.words());
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    if (!IsUsed(kind, block)) continue;
    const std::span<std::uint64_t> keys(&keys_[kind * kBlock], block.end - block.begin);
    TagFeatures()[kind].fill(block.sequence, block.begin, keys);
    for (const std::uint64_t key : keys) model_.tables[kind].index.Prefetch(key);
  }
  std::size_t at = kinds * kBlock;
  for (std::size_t i = 0; i < WordFeatures().size(); ++i) {
    for (std::size_t word = block.first_word; word <= block.last_word; ++word) {
      keys_[at] = WordFeatures()[i].key(block.sequence, word);
      model_.tables[kinds + i].index.Prefetch(keys_[at++]);
    }
  }
}

void TagScorer::FindRows(const Block& block) {
  hit_count_ = 0;
  for (std::size_t kind = 0; kind < TagFeatures().size(); ++kind) {
    if (!IsUsed(kind, block)) continue;
    const TaggerModel::Table& table = model_.tables[kind];
    const RowShape& shape = shapes_[kind];
    const auto first = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(block.begin) +
                                                TagFeatures()[kind].first);
    const std::uint64_t* const keys = &keys_[kind * kBlock];
    for (std::size_t i = 0; i < block.end - block.begin; ++i) {
      if (keys[i] == 0) continue;
      const std::uint32_t number = table.index.Find(keys[i]);
      if (number == HashIndex::kNone) continue;
      const std::int8_t* const row = table.rows.data() + number * shape.width;
      Prefetch(row, shape.width);
      hits_[hit_count_++] = {row, &shape, (first + i) * labels_};
    }
  }
}

// Calls `visit` with each row of a word that speaks to a token of the block, and the token.
template <typename Visit>
void TagScorer::ForWordParts(const Block& block, const Visit& visit) const {
  const TagSequence& sequence = block.sequence;
  const std::size_t begin = std::max(block.begin, TagSequence::kPadding);
  const std::size_t end = std::min(block.end, TagSequence::kPadding + sequence.size());
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t way = sequence.place[i] & TagSequence::kPlaceMask;
    const std::int8_t* const* rows = word_rows_.data();
    for (const WordFeature& feature : WordFeatures()) {
      for (std::size_t k = 0; k < feature.reach; ++k) {
        const auto by = feature.first + static_cast<std::ptrdiff_t>(k);
        const auto word = static_cast<std::ptrdiff_t>(sequence.word[i] - block.first_word) - by;
        if (rows[word] != nullptr) visit(rows[word] + (k * kWaysInWord + way) * labels_, i);
      }
      rows += block.words();
    }
  }
}

void TagScorer::FindWordRows(const Block& block) {
  const std::size_t kinds = TagFeatures().size();
  word_rows_.assign(WordFeatures().size() * block.words(), nullptr);
  for (std::size_t i = 0; i < word_rows_.size(); ++i) {
    const std::size_t kind = kinds + i / block.words();
    const TaggerModel::Table& table = model_.tables[kind];
    const std::uint32_t number = table.index.Find(keys_[kinds * kBlock + i]);
    if (number != HashIndex::kNone)
      word_rows_[i] = table.rows.data() + number * shapes_[kind].width;
  }
  ForWordParts(block, [&](const std::int8_t* row, std::size_t) { Prefetch(row, labels_); });
}

void TagScorer::AddRows() {
  for (std::size_t i = 0; i < hit_count_; ++i)
    AddRow(*hits_[i].shape, hits_[i].row, &scores_[hits_[i].score]);
}

void TagScorer::AddWordRows(const Block& block) {
  ForWordParts(block, [&](const std::int8_t* row, std::size_t token) {
    AddRow(part_, row, &scores_[token * labels_]);
  });
}

}  // namespace zhitu::extract
