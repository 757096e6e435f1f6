#include "extract/line_measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

// A page as lines and their widths.
struct Page {
  std::vector<Line> lines;
  std::vector<LineWidth> widths;
};

// The slow twin: each question answered from its definition, every column tried.
class SlowMeasure {
 public:
  SlowMeasure(const Page& page, std::size_t ragged)
      : page_(page), ragged_(ragged), page_column_(FindPageColumn()) {}

  bool IsFull(std::size_t line) const { return Fills(line, Column(line)); }
  bool IsNearlyFull(std::size_t line) const { return Own(line) * 5 >= Column(line) * 4; }
  bool IsFullOnPage(std::size_t line) const {
    return page_column_ > 0 && Own(line) <= page_column_ && Fills(line, page_column_);
  }
  bool IsQuiteFullOnPage(std::size_t line) const {
    return IsFullOnPage(line) && Own(line) + Next(line) > page_column_;
  }
  bool IsWrapped(std::size_t line) const { return CountOpen(line, true) > 0; }
  bool IsRegular(std::size_t line) const {
    return CountOpen(line, true) * 5 >= CountOpen(line, false) * 4;
  }

 private:
  std::size_t Own(std::size_t line) const { return page_.widths[line].own; }
  std::size_t Next(std::size_t line) const { return std::min(page_.widths[line].next, Own(line)); }
  bool Fills(std::size_t line, std::size_t column) const {
    return Own(line) + Next(line) + ragged_ >= column;
  }
  bool IsLastOfRun(std::size_t line) const {
    return line + 1 == page_.lines.size() || page_.lines[line + 1].blank_before > 0;
  }
  std::vector<std::size_t> RunOf(std::size_t line) const {
    while (line > 0 && page_.lines[line].blank_before == 0) --line;
    std::vector<std::size_t> run = {line};
    while (!IsLastOfRun(run.back())) run.push_back(run.back() + 1);
    return run;
  }
  std::size_t Column(std::size_t line) const {
    std::size_t widest = 0;
    for (const std::size_t i : RunOf(line)) widest = std::max(widest, Own(i));
    return page_column_ > 0 ? std::min(widest, page_column_) : widest;
  }
  // Lines of the run that stop inside a sentence, all or only the full ones.
  std::size_t CountOpen(std::size_t line, bool only_full) const {
    if (Column(line) >= LineMeasure::kWidest) return 0;
    const std::vector<std::size_t> run = RunOf(line);
    return static_cast<std::size_t>(std::count_if(run.begin(), run.end(), [&](std::size_t i) {
      return !IsLastOfRun(i) && !page_.lines[i].closed && (!only_full || IsFull(i));
    }));
  }
  bool IsProse(std::size_t line) const {
    const std::vector<std::size_t> run = RunOf(line);
    return std::any_of(run.begin(), run.end(),
                       [&](std::size_t i) { return page_.lines[i].has_end; });
  }
  std::size_t FindPageColumn() const {
    std::size_t best = 0;
    std::size_t best_count = 2;
    for (std::size_t column = 1; column < LineMeasure::kWidest; ++column) {
      std::size_t full = 0;
      std::size_t wider = 0;
      for (std::size_t i = 0; i < page_.lines.size(); ++i) {
        if (Own(i) > column) ++wider;
        const bool open = !IsLastOfRun(i) && !page_.lines[i].closed && IsProse(i);
        if (open && Own(i) <= column && Fills(i, column)) ++full;
      }
      if (full <= best_count || full <= wider) continue;
      best = column;
      best_count = full;
    }
    return best;
  }

  const Page& page_;
  std::size_t ragged_;
  std::size_t page_column_;
};

Page RandomLines(std::mt19937& random) {
  const std::size_t column = 5 + random() % 130;
  Page page;
  for (std::size_t count = random() % 12; count > 0; --count) {
    Line line;
    line.blank_before = random() % 5 == 0 ? 1 : 0;
    line.closed = random() % 4 == 0;
    line.has_end = line.closed || random() % 4 == 0;
    page.lines.push_back(line);
    const std::size_t own = random() % 3 == 0 ? 1 + random() % 140 : column - random() % 5;
    page.widths.push_back({own, random() % 12});
  }
  return page;
}

// All answers on all lines, a line each.
template <typename Measure>
std::string Answers(const Measure& measure, std::size_t lines) {
  std::string answers;
  for (std::size_t i = 0; i < lines; ++i) {
    answers += measure.IsFull(i) ? "full " : "- ";
    answers += measure.IsNearlyFull(i) ? "nearly " : "- ";
    answers += measure.IsFullOnPage(i) ? "page " : "- ";
    answers += measure.IsQuiteFullOnPage(i) ? "quite " : "- ";
    answers += measure.IsWrapped(i) ? "wrapped " : "- ";
    answers += measure.IsRegular(i) ? "regular\n" : "-\n";
  }
  return answers;
}

TEST(LineMeasureTwin, AgreesOnRandomPages) {
  std::mt19937 random(8);
  std::size_t wrapped = 0;
  for (int round = 0; round < 4000; ++round) {
    const Page page = RandomLines(random);
    const std::size_t ragged = random() % 5;
    const std::string expected = Answers(SlowMeasure(page, ragged), page.lines.size());
    ASSERT_EQ(Answers(LineMeasure(page.lines, page.widths, ragged), page.lines.size()), expected)
        << "round " << round;
    if (expected.find("page") != std::string::npos) ++wrapped;
  }
  EXPECT_GT(wrapped, 500U);  // or the pages are of no use here
}

}  // namespace
}  // namespace zhitu::extract
