#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/entity.h"
#include "extract/rule.h"
#include "extract/span.h"
#include "extract/text_conventions.h"
#include "extract/view.h"

namespace zhitu::extract {

/// A decided mention as rules see it.
struct RuleMention {
  Span folded;                     ///< Bytes of the folded text.
  EntityIndex entity = kNoEntity;  ///< What it names.
  std::string_view type;           ///< Its type.
  bool nested = false;             ///< Lies inside a longer mention.
  std::uint32_t sentence = 0;      ///< Number of its sentence.
  bool oblique =
      false;  ///< Behind a preposition (在, 通过): neither subject nor object of a clause.
};

/// One sentence as rules see it: its folded text and the mentions, words and clauses in it. Keeps
/// references to all it is made of. Not for several threads: clauses are looked for when they are
/// first asked for.
class RuleScene {
 public:
  /// Mentions of a document or sentence, sorted by folded begin, then longer first.
  using Mentions = std::span<const RuleMention>;
  /// Words of lexicons in the same order.
  using Hits = std::span<const Lexicons::Hit>;

  /// Finds what belongs to the sentence among the mentions and words of the whole document.
  /// O(log of all).
  RuleScene(const View& view, const TextConventions& conventions, const Sentence& sentence,
            Mentions mentions, Hits hits);

  /// The sentence in the folded text.
  const Span& span() const noexcept { return span_; }
  /// The whole block of the sentence in the folded text.
  const Span& block() const noexcept { return block_; }
  /// The zone of the block.
  Zone zone() const noexcept { return zone_; }
  /// The folded text of the document up to the end of the sentence.
  std::string_view text() const noexcept { return text_; }
  /// How the text is laid out.
  const TextConventions& conventions() const noexcept { return *conventions_; }
  /// Mentions that begin in the sentence. The last may reach over its end.
  Mentions mentions() const noexcept { return mentions_; }
  /// Words that begin in the sentence.
  Hits hits() const noexcept { return hits_; }
  /// Where clauses begin, in order; clause ends inside names are none. O(sentence) the first time.
  const std::vector<std::size_t>& clauses() const {
    if (clauses_.empty()) FindClauses();
    return clauses_;
  }

  /// The mentions that begin at folded byte `at` or later. O(log n).
  Mentions MentionsFrom(std::size_t at) const;
  /// The words that begin at folded byte `at` or later. O(log n).
  Hits HitsFrom(std::size_t at) const;
  /// The text from folded byte `at` on; empty behind the end of the sentence.
  std::string_view Rest(std::size_t at) const;
  /// The place behind the quotes and spaces at `at`; a few are passed over, not a page of them.
  std::size_t SkipQuotes(std::size_t at) const;
  /// True if folded byte `place` is part of a mention. O(log n + mentions nested in that one).
  bool InsideMention(std::size_t place) const;
  /// True if nothing but other mentions stands between the beginning of a clause and this one,
  /// which must be one of `mentions()` and not nested. O(mentions) the first time, then O(1).
  bool OpensClause(const RuleMention& mention) const;

 private:
  void FindClauses() const;
  void FindOpeners() const;
  bool StartsClause(std::size_t at) const;

  const View* view_;
  const TextConventions* conventions_;
  std::string_view text_;
  Span span_;
  Span block_;
  Zone zone_;
  Mentions mentions_;
  Hits hits_;
  mutable std::vector<std::size_t> clauses_;  // never none when they are known
  mutable std::vector<bool> opens_clause_;    // parallel to `mentions_` when they are known
};

}  // namespace zhitu::extract
