#include "extract/line_measure.h"

#include <algorithm>
#include <utility>

namespace zhitu::extract {
namespace {

constexpr std::ptrdiff_t kFewestLines = 3;  // that make a column of the page

}  // namespace

LineMeasure::LineMeasure(const std::vector<Line>& lines, std::vector<LineWidth> widths,
                         std::size_t ragged)
    : lines_(&lines), widths_(std::move(widths)), ragged_(ragged), runs_(lines.size()) {
  page_column_ = PageColumn();
  for (std::size_t begin = 0; begin < runs_.size();) {
    const std::size_t end = EndOfRun(begin);
    std::fill(runs_.begin() + static_cast<std::ptrdiff_t>(begin),
              runs_.begin() + static_cast<std::ptrdiff_t>(end), MeasureRun(begin, end));
    begin = end;
  }
}

bool LineMeasure::IsNearlyFull(std::size_t line) const {
  return widths_[line].own * 5 >= runs_[line].column * 4;
}

bool LineMeasure::IsFullOnPage(std::size_t line) const {
  return page_column_ > 0 && widths_[line].own <= page_column_ && Reach(line) >= page_column_;
}

bool LineMeasure::IsQuiteFullOnPage(std::size_t line) const {
  return IsFullOnPage(line) && Reach(line) - ragged_ > page_column_;
}

// The widest column that the line fills.
std::size_t LineMeasure::Reach(std::size_t line) const {
  return widths_[line].own + std::min(widths_[line].next, widths_[line].own) + ragged_;
}

std::size_t LineMeasure::EndOfRun(std::size_t begin) const {
  std::size_t end = begin + 1;
  while (end < lines_->size() && (*lines_)[end].blank_before == 0) ++end;
  return end;
}

LineMeasure::Run LineMeasure::MeasureRun(std::size_t begin, std::size_t end) const {
  Run run;
  for (std::size_t i = begin; i < end; ++i) run.column = std::max(run.column, widths_[i].own);
  // Paragraphs on one line each may stand among wrapped ones.
  if (page_column_ > 0) run.column = std::min(run.column, page_column_);
  for (std::size_t i = begin; i + 1 < end && run.column < kWidest; ++i) {
    if ((*lines_)[i].closed) continue;
    ++run.open;
    if (Reach(i) >= run.column) ++run.full;
  }
  return run;
}

// The column that most lines fill that stop inside a sentence, the narrowest of equals. On a page
// that is wrapped they are more than the lines wider than it.
std::size_t LineMeasure::PageColumn() const {
  Changes changes{};  // in the number of full lines, from one column to the next
  std::ptrdiff_t added = 0;
  for (std::size_t begin = 0; begin < runs_.size(); begin = EndOfRun(begin))
    added += AddFull(begin, EndOfRun(begin), changes);
  if (added < kFewestLines) return 0;
  std::array<std::ptrdiff_t, kWidest + 1> of_width{};
  for (const LineWidth& width : widths_) ++of_width[std::min(width.own, kWidest)];
  std::size_t best = 0;
  std::ptrdiff_t best_count = kFewestLines - 1;
  std::ptrdiff_t full = 0;
  auto wider = static_cast<std::ptrdiff_t>(widths_.size());
  for (std::size_t column = 0; column < kWidest; ++column) {
    full += changes[column];
    wider -= of_width[column];
    if (full <= best_count || full <= wider) continue;
    best = column;
    best_count = full;
  }
  return best;
}

// Notes from which column to which each line of a run is full; gives how many it noted.
std::ptrdiff_t LineMeasure::AddFull(std::size_t begin, std::size_t end, Changes& changes) const {
  const bool prose = std::any_of(lines_->begin() + static_cast<std::ptrdiff_t>(begin),
                                 lines_->begin() + static_cast<std::ptrdiff_t>(end),
                                 [](const Line& line) { return line.has_end; });
  std::ptrdiff_t added = 0;
  for (std::size_t i = begin; prose && i + 1 < end; ++i) {
    if ((*lines_)[i].closed || widths_[i].own >= kWidest) continue;
    ++added;
    ++changes[widths_[i].own];
    --changes[std::min(Reach(i) + 1, changes.size() - 1)];
  }
  return added;
}

}  // namespace zhitu::extract
