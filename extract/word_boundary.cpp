#include "extract/word_boundary.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

// Characters that stand inside a word without being letters: combining marks, joiners, the soft
// hyphen. The zero-width space parts words.
bool IsInsideWord(char32_t c) {
  constexpr char32_t kZeroWidthSpace = 0x200B;
  return IsCombiningMark(c) || (c >= 0x80 && c != kZeroWidthSpace &&
                                u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR);
}

// The letter before `at`, over what belongs to it; 0 if there is none.
char32_t Before(std::string_view text, std::size_t at) {
  while (at > 0) {
    do {
      --at;
    } while (at > 0 && !IsLeadByte(text[at]));
    std::size_t next = at;
    const char32_t c = NextCodePoint(text, next);
    if (!IsInsideWord(c)) return c;
  }
  return 0;
}

// The letter at `at` or after the joiners that begin there; 0 if there is none.
char32_t After(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char32_t c = NextCodePoint(text, at);
    if (!IsInsideWord(c)) return c;
  }
  return 0;
}

// The part of the line around `span` that segmentation looks at.
Span Surroundings(std::string_view text, const Span& span) {
  constexpr std::size_t kReach = 200;
  Span around{span.begin > kReach ? span.begin - kReach : 0,
              std::min(span.end + kReach, text.size())};
  const std::size_t feed = text.substr(around.begin, span.begin - around.begin).rfind('\n');
  if (feed != std::string_view::npos) around.begin += feed + 1;
  const std::size_t next_feed = text.substr(span.end, around.end - span.end).find('\n');
  if (next_feed != std::string_view::npos) around.end = span.end + next_feed;
  while (around.begin < span.begin && !IsLeadByte(text[around.begin])) ++around.begin;
  while (around.end < text.size() && around.end > span.end && !IsLeadByte(text[around.end]))
    --around.end;
  return around;
}

}  // namespace

bool IsFree(std::string_view text, std::size_t at) {
  if (IsUnifiedHan(text, at) || (at >= 3 && IsUnifiedHan(text, at - 3))) return true;
  return !IsSpacedLetter(Before(text, at)) || !IsSpacedLetter(After(text, at));
}

bool StandsFree(std::string_view text, const Span& span) {
  return IsFree(text, span.begin) && IsFree(text, span.end);
}

bool IsWord(std::string_view text, const Span& span) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const Span around = Surroundings(text, span);
  const std::string_view part = around.In(text);
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, part.data(), static_cast<int64_t>(part.size()), &status);
  if (U_FAILURE(status)) return StandsFree(text, span);
  words->setText(&utext, status);
  const bool boundaries = U_SUCCESS(status) &&
                          words->isBoundary(static_cast<int32_t>(span.begin - around.begin)) &&
                          words->isBoundary(static_cast<int32_t>(span.end - around.begin));
  utext_close(&utext);
  return boundaries;
}

}  // namespace zhitu::extract
