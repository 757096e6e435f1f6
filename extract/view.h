#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/fold.h"
#include "extract/span.h"
#include "extract/text_conventions.h"

namespace zhitu::extract {

/// A sentence of a folded document.
struct Sentence {
  Span folded;              ///< Bytes of the folded text.
  std::uint32_t block = 0;  ///< Number of its block.
};

/// A document as rules and the matcher see it: folded, lines joined, cut into sentences. Keeps a
/// reference to the document.
class View {
 public:
  /// Folds and splits. O(n).
  View(const Document& document, const TextConventions& conventions);

  /// The document it was made of.
  const Document& document() const noexcept { return *document_; }
  /// The folded text of all blocks, each followed by a line feed.
  const FoldedText& folded() const noexcept { return folded_; }
  /// The sentences, in order of the folded text. No sentence spans two blocks.
  const std::vector<Sentence>& sentences() const noexcept { return sentences_; }
  /// Where characters that end clauses begin in the folded text, in order.
  const std::vector<std::size_t>& clause_ends() const noexcept { return clause_ends_; }
  /// The folded bytes of each block, without the line feed behind it.
  const std::vector<Span>& blocks() const noexcept { return blocks_; }
  /// The sentence that holds folded byte `at`. O(log sentences).
  std::uint32_t SentenceAt(std::size_t at) const;
  /// The same, where the sentence is known not to be before `first`. O(sentences between).
  std::uint32_t SentenceAt(std::size_t at, std::uint32_t first) const {
    while (first + 1 < sentences_.size() && sentences_[first + 1].folded.begin <= at) ++first;
    return first;
  }
  /// Original bytes from the first to the last character of a folded range (which may cut an
  /// expanded character).
  Span Original(const Span& folded) const { return folded_.Around(folded.begin, folded.end); }

 private:
  void Split(const Span& block, std::uint32_t number, const TextConventions& conventions);
  bool EndsSentence(char32_t folded, std::size_t end, const TextConventions& conventions) const;
  bool EndedSentence(std::size_t end, const TextConventions& conventions) const;
  bool MayEndSentence(const Span& rest) const;
  std::size_t EndOfSentence(std::size_t at, std::size_t end, const TextConventions& conventions);

  const Document* document_;
  FoldedText folded_;
  std::vector<Sentence> sentences_;
  std::vector<std::size_t> clause_ends_;
  std::vector<Span> blocks_;
  std::size_t next_other_ = 0;  // of `folded_.others()`, while it is split
};

}  // namespace zhitu::extract
