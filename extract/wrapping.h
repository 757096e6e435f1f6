#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/line.h"
#include "extract/line_measure.h"

namespace zhitu::extract {

/// Where the lines of a text were broken because the column was full. Columns are measured as
/// printed and in characters, since programs break lines by either. Refers to lines by number.
class Wrapping {
 public:
  /// Measures the lines. Both arguments must live as long. O(n).
  Wrapping(std::string_view text, const std::vector<Line>& lines);

  /// True if the line and others of its run were broken because they were full.
  bool IsFull(std::size_t line) const;
  /// True if the line may continue on the next, judged by its width alone: it is full, or nearly so
  /// in a run of ragged lines.
  bool MayGoOn(std::size_t line) const;
  /// True if the line takes most of the column of its run; false if no line stops inside a
  /// sentence.
  bool IsNearlyFull(std::size_t line) const;
  /// True if the line is full by the measure of the whole page.
  bool IsFullOnPage(std::size_t line) const;
  /// True if it is so full that not one character more found room.
  bool IsQuiteFullOnPage(std::size_t line) const;
  /// True if a sentence ends somewhere in the line's run.
  bool HoldsSentence(std::size_t line) const { return holds_sentence_[line]; }

 private:
  void FindSentences(const std::vector<Line>& lines);

  std::vector<LineMeasure> measures_;  // none if no line stops inside a sentence
  std::vector<bool> holds_sentence_;   // by line
};

}  // namespace zhitu::extract
