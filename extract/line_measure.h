#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "extract/line.h"

namespace zhitu::extract {

/// How wide one line is, in columns or in characters.
struct LineWidth {
  std::size_t own = 0;   ///< With its indent.
  std::size_t next = 0;  ///< Of the first word of the next line.
};

/// The columns of a text by one way to measure lines: which lines fill the column of their run (of
/// lines without blank lines between) and which the column of the page. Refers to lines by number.
class LineMeasure {
 public:
  /// A line that is wider was never broken at a column.
  static constexpr std::size_t kWidest = 120;

  /// @param lines   must live as long.
  /// @param widths  parallel to `lines`.
  /// @param ragged  by which a full line may be short: a character that must not begin the next
  ///                line took another one with it.
  /// O(n).
  LineMeasure(const std::vector<Line>& lines, std::vector<LineWidth> widths, std::size_t ragged);

  /// True if the line fills the column of its run: the first word of the next line found no room.
  bool IsFull(std::size_t line) const { return Reach(line) >= runs_[line].column; }
  /// True if the line takes four fifths of that column, as lines of ragged text do.
  bool IsNearlyFull(std::size_t line) const;
  /// True if the line fills the column that most lines of the page fill that stop inside a
  /// sentence.
  bool IsFullOnPage(std::size_t line) const;
  /// The same without the character that may be lacking.
  bool IsQuiteFullOnPage(std::size_t line) const;
  /// True if some line of the run is full and stops inside a sentence: so that is why lines end.
  bool IsWrapped(std::size_t line) const { return runs_[line].full > 0; }
  /// True if nearly all lines of the run that stop inside a sentence are full.
  bool IsRegular(std::size_t line) const { return runs_[line].full * 5 >= runs_[line].open * 4; }

 private:
  struct Run {
    std::size_t column = 0;  // its widest line, or the page's column if that is narrower
    std::size_t open = 0;    // lines that stop inside a sentence, the last left out
    std::size_t full = 0;    // those of them that are full
  };
  using Changes = std::array<std::ptrdiff_t, 2 * kWidest>;

  Run MeasureRun(std::size_t begin, std::size_t end) const;
  std::size_t PageColumn() const;
  std::ptrdiff_t AddFull(std::size_t begin, std::size_t end, Changes& changes) const;
  std::size_t EndOfRun(std::size_t begin) const;
  std::size_t Reach(std::size_t line) const;

  const std::vector<Line>* lines_;
  std::vector<LineWidth> widths_;
  std::size_t ragged_;
  std::size_t page_column_ = 0;  // 0: the page is not wrapped
  std::vector<Run> runs_;        // by line
};

}  // namespace zhitu::extract
