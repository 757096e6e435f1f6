#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/characters.h"
#include "extract/document.h"
#include "extract/span.h"

namespace zhitu::extract {

/// A text in the form in which names are compared, and the way back to the original.
///
/// Folding goes code point by code point: Unicode NFKC_Casefold, decomposed, then Traditional to
/// Simplified of ICU (width, case, compatibility forms, traditional characters); all quotation
/// marks become `"`, all dashes `-`; invisible characters vanish; a run of white space becomes one
/// space, or nothing between two Han characters.
///
/// The way back is a sorted list of runs. Where a character stays one character of the same length
/// in bytes no run is stored.
class FoldedText {
 public:
  /// The folded text, UTF-8. Blocks are separated by a line feed, which no folded name holds.
  const std::string& text() const noexcept { return text_; }
  /// The stretches of it, in order, that hold whatever is no common Han character which stayed as
  /// it was (and now and then one that is), but for the line feeds behind the blocks: there all
  /// punctuation stands.
  const std::vector<Span>& others() const noexcept { return others_; }
  /// The original bytes behind the folded bytes [begin, end), not empty; nothing (an empty span) if
  /// an end lies inside an expanded character or before what continues one: a combining mark, the
  /// vowel or final consonant of a Korean syllable. O(1).
  Span Original(std::size_t begin, std::size_t end) const;
  /// The same for any range that is not empty: characters that are cut count whole. O(1).
  Span Around(std::size_t begin, std::size_t end) const;

 private:
  friend class Folder;
  // An expanded character, or empty spans; behind it both sides advance byte by byte.
  struct Run {
    Span folded;
    Span original;
  };
  // Folded bytes whose first run is known.
  static constexpr std::size_t kStretch = 64;

  friend FoldedText FoldBlocks(std::string_view text, const std::vector<Block>& blocks);
  void IndexRuns();
  // @param run  no later than the one to be found.
  const Run& RunAt(std::size_t folded, const Run* run) const {
    run = std::max(run, runs_.data() + run_at_[folded / kStretch]);
    while (run[1].folded.begin <= folded) ++run;
    return *run;
  }
  static Span Between(const Run& first, std::size_t begin, const Run& last, std::size_t end);

  std::string text_;
  std::vector<Run> runs_;  // by place, and one that begins at the end of the text
  std::vector<Span> others_;
  std::vector<std::uint32_t> run_at_;  // by stretch: the run that holds its first byte
};

/// What one character folds to.
struct FoldedCharacter {
  std::string_view bytes;  ///< Valid UTF-8, static; empty where the character stays as it is.
  std::size_t count = 1;   ///< Code points it becomes; 0 where it vanishes.
  char32_t first = 0;      ///< The first of them; 0 if there is none.
};

/// Folds one code point, without regard to what stands around it. O(1).
FoldedCharacter FoldCharacter(char32_t code_point);

/// A number that is another one where names are folded otherwise: by another table, or another
/// version of Unicode.
std::uint64_t FoldFingerprint();

/// True for what belongs to the character before it: combining marks, and the vowels and final
/// consonants of a Korean syllable that is written letter by letter.
bool ContinuesCharacter(char32_t folded);

/// `IsContinued` where no ASCII and no Chinese character stands.
bool IsContinuedByMark(std::string_view text, std::size_t at);

/// True if what stands at byte `at` of an original text, or behind what vanishes there, folds to
/// what continues the character before it. O(bytes that vanish).
inline bool IsContinued(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<signed char>(text[at]) >= 0) return false;
  return !IsUnifiedHan(text, at) && IsContinuedByMark(text, at);
}

/// Folds a name or alias. White space at its ends is dropped. O(n).
std::string FoldName(std::string_view name);

/// True if folding leaves nothing of a name: it has no visible character. O(n), mostly O(1).
bool FoldsToNothing(std::string_view name);

/// True if folding leaves a name as it is; false for names with white space, where that depends on
/// what stands around it. O(n).
bool StaysFolded(std::string_view name);

/// Folds the pieces of all blocks of a text. What lies between two pieces of a block is skipped,
/// with a space kept where words of a spaced script, or a word and punctuation, meet. O(n).
FoldedText FoldBlocks(std::string_view text, const std::vector<Block>& blocks);

/// The pieces as one line, not folded: what lies between two of them is left out, with a space kept
/// as by `FoldBlocks`. O(n).
std::string JoinPieces(std::string_view text, const std::vector<Span>& pieces);

}  // namespace zhitu::extract
