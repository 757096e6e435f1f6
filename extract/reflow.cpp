// Which printed lines belong together, decided pair by pair from left to right.
//
// Strong signs of a broken line: the next line begins with a character that no line begins with; or
// the text so far holds whole sentences and then stops inside one. Weaker signs count together: a
// run of lines without blank lines between whose lines are all as wide as the column; a break
// inside a word (by ICU's segmentation) after a comma. A heading stops without a full stop too, but
// it holds no sentence and is narrower than the column.
#include "extract/reflow.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "extract/characters.h"
#include "extract/utf8.h"
#include "extract/word_boundary.h"
#include "extract/wrapping.h"

namespace zhitu::extract {
namespace {

// Columns: no heading, caption or by-line is wider.
constexpr std::size_t kLongTitle = LineMeasure::kWidest;
constexpr std::size_t kShortText =
    60;  // columns: below, a sentence end does not make a line body text
constexpr std::size_t kMostSkipped = 4;  // captions that may stand between the halves of a sentence

// A block being put together.
struct Draft {
  std::vector<Span> pieces;
  std::size_t first = 0;  // number of the line in `lines_`
  std::size_t last = 0;
  std::size_t width = 0;
  bool has_end = false;
  bool has_clause = false;
};

class Reflower {
 public:
  Reflower(std::string_view text, const TextConventions& conventions)
      : text_(text),
        conventions_(conventions),
        lines_(ReadLines(text, conventions)),
        wrapping_(text, lines_),
        taken_(lines_.size(), false),
        inside_(lines_.size(), false) {
    usual_gap_ = UsualGap();
    some_flush_ =
        std::any_of(lines_.begin(), lines_.end(), [](const Line& line) { return line.indent < 2; });
    FindProse();
  }

  std::vector<Block> Run() {
    std::vector<Block> blocks;
    blocks.reserve(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!taken_[i]) blocks.push_back(Finish(Grow(i)));
    }
    return blocks;
  }

 private:
  std::size_t UsualGap() const {
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t i = 1; i < lines_.size(); ++i) ++counts[lines_[i].blank_before];
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
  }

  // Lines that go on, each because it is full, to the end of a sentence.
  void FindProse() {
    leads_to_end_.resize(lines_.size());
    for (std::size_t i = lines_.size(); i-- > 0;) {
      leads_to_end_[i] =
          lines_[i].has_end || (IsFollowed(i) && wrapping_.IsFullOnPage(i) && leads_to_end_[i + 1]);
    }
  }

  Draft Grow(std::size_t first) {
    Draft draft;
    draft.first = first;
    Take(first, draft);
    if (IsByline(first) || HasCaptionCue(first)) {
      while (ContinuesFullLine(draft.last)) Take(draft.last + 1, draft);
      return draft;
    }
    for (std::size_t next = Continuation(draft); next < lines_.size(); next = Continuation(draft)) {
      for (std::size_t i = draft.last + 1; i < next; ++i) inside_[i] = true;
      Take(next, draft);
    }
    return draft;
  }

  void Take(std::size_t line, Draft& draft) {
    taken_[line] = true;
    draft.pieces.push_back(lines_[line].span);
    draft.last = line;
    draft.width += lines_[line].width;
    draft.has_end = draft.has_end || lines_[line].has_end;
    draft.has_clause = draft.has_clause || lines_[line].has_clause;
  }

  // By-lines and captions go on only where the column of the page broke them.
  bool ContinuesFullLine(std::size_t last) const {
    const std::size_t next = last + 1;
    return IsFollowed(last) && wrapping_.IsQuiteFullOnPage(last) && !taken_[next] &&
           !IsByline(next) && !HasCaptionCue(next);
  }

  // Does the same paragraph seem to go on in the line below?
  bool IsFollowed(std::size_t line) const {
    const std::size_t next = line + 1;
    return next < lines_.size() && lines_[next].blank_before == 0 && !lines_[line].closed &&
           !StartsParagraph(next);
  }

  // The line that continues a draft, or the number of lines if none does.
  std::size_t Continuation(const Draft& draft) const {
    std::size_t next = draft.last + 1;
    for (std::size_t skipped = 0; next < lines_.size() && skipped <= kMostSkipped;
         ++next, ++skipped) {
      if (taken_[next] || IsByline(next)) break;
      if (skipped == 0 && Continues(draft, next)) return next;
      if (!IsOpenText(draft)) break;
      const bool aside = HasCaptionCue(next) || (!lines_[next].has_end && !lines_[next].continues &&
                                                 lines_[next].width < kLongTitle);
      if (!aside) return skipped > 0 && IsOtherHalf(draft.last, next) ? next : lines_.size();
    }
    return lines_.size();
  }

  // Does a line complete the sentence that stopped before the captions between?
  bool IsOtherHalf(std::size_t last, std::size_t next) const {
    return lines_[next].continues || lines_[last].open_bracket || EndsWithClause(last) ||
           IsSeamInWord(last, next);
  }

  bool EndsWithClause(std::size_t line) const {
    std::size_t at = lines_[line].span.end - 1;
    while (!IsLeadByte(text_[at])) --at;
    return conventions_.EndsClause(NextCodePoint(text_, at));
  }

  bool Continues(const Draft& draft, std::size_t next) const {
    const std::size_t last = draft.last;
    const Line& line = lines_[next];
    if (line.continues) return true;
    if (line.blank_before == 0) return ContinuesColumn(draft, next);
    if (StartsParagraph(next) || HasCaptionCue(next)) return false;
    if (IsOpenText(draft)) return line.has_end;
    const bool broken =
        !lines_[last].closed && draft.has_clause && line.has_end && IsSeamInWord(last, next);
    return broken && !IsFarOff(draft.first);
  }

  // Two lines without a blank line between: wrapped at the column's width?
  bool ContinuesColumn(const Draft& draft, std::size_t next) const {
    const std::size_t last = draft.last;
    if (StartsParagraph(next)) return false;
    // A paragraph may end with a full line: a short line without a sentence is no part of it.
    if (lines_[last].closed)
      return wrapping_.IsFull(last) && (lines_[next].has_end || wrapping_.IsFull(next));
    if (wrapping_.IsFullOnPage(last)) return true;
    if (!wrapping_.HoldsSentence(last)) return false;
    // A heading stops without an end too. Where the other lines are full it must be as well.
    return draft.has_end ? wrapping_.IsNearlyFull(last) : wrapping_.MayGoOn(last);
  }

  bool StartsParagraph(std::size_t line) const { return some_flush_ && lines_[line].indent >= 2; }

  bool IsOpenText(const Draft& draft) const {
    const Line& last = lines_[draft.last];
    return draft.has_end && !last.closed && (draft.width >= kShortText || last.open_bracket);
  }

  // True if the characters on both sides of a line break are one word.
  bool IsSeamInWord(std::size_t last, std::size_t next) const {
    constexpr std::size_t kReach = 24;  // bytes: eight Han characters
    Span left{lines_[last].span.end - std::min(kReach, lines_[last].span.size()),
              lines_[last].span.end};
    while (!IsLeadByte(text_[left.begin])) ++left.begin;
    Span right{lines_[next].span.begin,
               lines_[next].span.begin + std::min(kReach, lines_[next].span.size())};
    while (right.end < text_.size() && !IsLeadByte(text_[right.end])) --right.end;
    const std::string joined = std::string(left.In(text_)).append(right.In(text_));
    return !IsWord(joined, {left.size(), joined.size()});
  }

  // Bytes of the longest cue that a line begins with; 0 if there is none.
  std::size_t CueAt(std::size_t line, const std::vector<std::string>& cues) const {
    const std::string_view text = lines_[line].span.In(text_);
    std::size_t longest = 0;
    for (const std::string& cue : cues) {
      if (text.starts_with(cue)) longest = std::max(longest, cue.size());
    }
    return longest;
  }

  // Body text may begin with such a word too (记者了解到，…), also a printed line inside it. It has
  // no space behind the word.
  bool IsByline(std::size_t line) const {
    if (lines_[line].has_end || lines_[line].width >= kLongTitle) return false;
    const std::size_t cue = CueAt(line, conventions_.byline);
    if (cue == 0) return false;
    std::size_t after = lines_[line].span.begin + cue;
    const bool parted = after < lines_[line].span.end && IsSpace(NextCodePoint(text_, after));
    return parted || !leads_to_end_[line];
  }
  bool HasCaptionCue(std::size_t line) const {
    return lines_[line].width < kLongTitle && CueAt(line, conventions_.caption) > 0;
  }
  // Pictures leave a gap in text that was copied from a page.
  bool IsFarOff(std::size_t line) const {
    return line > 0 && lines_[line].blank_before >= usual_gap_ + 2;
  }

  Block Finish(Draft draft) const { return {ZoneOf(draft), std::move(draft.pieces)}; }

  Zone ZoneOf(const Draft& draft) const {
    const std::size_t first = draft.first;
    if (IsByline(first)) return Zone::kByline;
    if (HasCaptionCue(first)) return Zone::kCaption;
    if (draft.has_end || draft.width >= kLongTitle) return Zone::kBody;
    return IsFarOff(first) || inside_[first] ? Zone::kCaption : Zone::kSubhead;
  }

  std::string_view text_;
  const TextConventions& conventions_;
  std::vector<Line> lines_;
  Wrapping wrapping_;
  std::vector<bool> taken_;
  std::vector<bool> inside_;        // between the halves of a sentence
  std::vector<bool> leads_to_end_;  // by line
  std::size_t usual_gap_ = 0;
  bool some_flush_ = false;
};

// Every line a paragraph of its own.
std::vector<Block> LinesAsBlocks(std::string_view text) {
  std::vector<Block> blocks;
  for (const Span& line : ReadLineSpans(text)) blocks.push_back({Zone::kBody, {line}});
  return blocks;
}

}  // namespace

std::vector<Block> Reflow(std::string_view text, const TextConventions& conventions) {
  if (!conventions.join_lines) return LinesAsBlocks(text);
  return Reflower(text, conventions).Run();
}

}  // namespace zhitu::extract
