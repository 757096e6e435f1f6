#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/tag_sequence.h"
#include "extract/tagger_model.h"

namespace zhitu::extract {

/// Adds up what a model's rows say of the tokens of a text. Keeps memory between calls: one thread
/// each.
class TagScorer {
 public:
  /// @param model  must live as long.
  explicit TagScorer(const TaggerModel& model);

  /// The score of each label at each token, token by token, without padding; good until the next
  /// call. O(tokens * labels): some fifteen rows a token.
  /// @param sequence  with its surfaces.
  std::span<const std::int16_t> Score(const TagSequence& sequence);

 private:
  // Some tokens, counted with padding, so few that all they need stays in the nearest cache.
  struct Block {
    const TagSequence& sequence;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool has_words = false;      // of scripts with spaces
    std::size_t first_word = 0;  // that speaks to its tokens
    std::size_t last_word = 0;

    std::size_t words() const { return last_word + 1 - first_word; }
  };
  // How a row is added: eight weights at a time, and some that are left.
  struct RowShape {
    explicit RowShape(std::size_t row_width);
    std::size_t width = 0;
    std::size_t eights = 0;
    std::uint64_t rest = 0;  // bits of those left
  };
  struct Hit {
    const std::int8_t* row = nullptr;
    const RowShape* shape = nullptr;
    std::size_t score = 0;  // the first one
  };

  static void AddRow(const RowShape& shape, const std::int8_t* row, std::int16_t* scores);
  bool IsUsed(std::size_t kind, const Block& block) const;
  void FillKeys(const Block& block);
  void FindRows(const Block& block);
  void FindWordRows(const Block& block);
  void AddRows();
  void AddWordRows(const Block& block);
  template <typename Visit>
  void ForWordParts(const Block& block, const Visit& visit) const;

  const TaggerModel& model_;
  std::size_t labels_;
  std::vector<RowShape> shapes_;               // by table
  RowShape part_;                              // of what a word's row says to one token
  std::vector<std::uint64_t> keys_;            // of tokens, then of words; kind by kind
  std::vector<Hit> hits_;                      // rows that speak to tokens of the block
  std::size_t hit_count_ = 0;                  // how many of `hits_` are in use
  std::vector<const std::int8_t*> word_rows_;  // by word, kind by kind; null for none
  std::vector<std::int16_t> scores_;           // with padding
};

}  // namespace zhitu::extract
