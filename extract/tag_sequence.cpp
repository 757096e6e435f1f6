#include "extract/tag_sequence.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <string>

#include "extract/characters.h"
#include "extract/hash_index.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kPadding = TagSequence::kPadding;
constexpr std::uint32_t kBefore = 1;  // id of what stands before the first token
constexpr std::uint32_t kBehind = 2;
constexpr std::size_t kLongestAffix = TagSequence::kAffixes / 2;

// ICU's iterators are made once a thread: that takes longer than a page's words.
icu::BreakIterator* WordIterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    return U_SUCCESS(status) ? std::move(words) : nullptr;
  }();
  return iterator.get();
}

bool HanMeets(std::string_view text, std::size_t end, std::size_t begin) {
  constexpr std::size_t kHanBytes = 3;
  return end >= kHanBytes && IsUnifiedHan(text, end - kHanBytes) && IsUnifiedHan(text, begin);
}

// Lines joined as ICU reads them, in UTF-16, and for each of its units the byte of the text at
// which its character begins. A word may run over lines between two Han characters.
struct JoinedLines {
  std::vector<char16_t> units;
  std::vector<std::uint32_t> places;

  void Read(std::string_view text, std::span<const Span> pieces) {
    units.clear();
    places.clear();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Span& piece = pieces[i];
      if (i > 0 && !HanMeets(text, pieces[i - 1].end, piece.begin)) Add(u' ', piece.begin);
      for (std::size_t at = piece.begin; at < piece.end;) {
        const std::size_t begin = at;
        const char32_t c = NextCodePoint(text, at);
        if (c > kLastOfOneUnit) Add(U16_LEAD(c), begin);
        Add(c > kLastOfOneUnit ? U16_TRAIL(c) : static_cast<char16_t>(c), begin);
      }
    }
  }

 private:
  static constexpr char32_t kLastOfOneUnit = 0xFFFF;
  void Add(char16_t unit, std::size_t place) {
    units.push_back(unit);
    places.push_back(static_cast<std::uint32_t>(place));
  }
};

// Where words begin in lines, in bytes of the text; nothing where ICU has no data.
void FindBoundaries(std::string_view text, std::span<const Span> pieces,
                    std::vector<std::size_t>& begins) {
  thread_local JoinedLines lines;
  begins.clear();
  icu::BreakIterator* const iterator = WordIterator();
  if (iterator == nullptr || pieces.empty()) return;
  lines.Read(text, pieces);
  const icu::UnicodeString joined(false, lines.units.data(),
                                  static_cast<std::int32_t>(lines.units.size()));
  iterator->setText(joined);
  for (int at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    const auto unit = static_cast<std::size_t>(at);
    begins.push_back(unit < lines.places.size() ? lines.places[unit] : pieces.back().end);
  }
}

// Makes words of the tokens. A boundary inside a token is none.
class WordReader {
 public:
  explicit WordReader(TagSequence& sequence) : sequence_(sequence) {}

  void Read(std::span<const std::size_t> begins) {
    std::size_t next = 0;
    const std::vector<Token>& tokens = sequence_.tokens;
    for (std::size_t i = kPadding; i < tokens.size();) {
      std::size_t end = i + 1;
      for (; end < tokens.size(); ++end) {
        while (next < begins.size() && begins[next] < tokens[end].begin) ++next;
        if (next < begins.size() && begins[next] == tokens[end].begin) break;
      }
      AddWord(i, end);
      i = end;
    }
  }

 private:
  void AddWord(std::size_t begin, std::size_t end) {
    constexpr std::size_t kLongest = 4;
    const std::size_t length = std::min(end - begin, kLongest);
    std::uint64_t mixed = kPadding;
    for (std::size_t i = begin; i < end; ++i) {
      mixed = MixBits(mixed, sequence_.tokens[i].id);
      sequence_.word.push_back(static_cast<std::uint32_t>(sequence_.words.size()));
      sequence_.place.push_back(static_cast<std::uint8_t>((i == begin ? TagSequence::kFirst : 0U) |
                                                          (i + 1 == end ? TagSequence::kLast : 0U) |
                                                          (length << TagSequence::kLengthShift)));
    }
    sequence_.words.push_back(static_cast<std::uint32_t>(mixed));
  }

  TagSequence& sequence_;
};

std::array<std::uint32_t, TagSequence::kAffixes> AffixesOf(std::string_view word) {
  std::vector<std::uint32_t> ids;
  for (std::size_t at = 0; at < word.size();) ids.push_back(CharacterId(NextCodePoint(word, at)));
  std::array<std::uint32_t, TagSequence::kAffixes> affixes{};
  std::uint64_t prefix = kBefore;
  std::uint64_t suffix = kBehind;
  for (std::size_t i = 0; i < std::min(kLongestAffix, ids.size()); ++i) {
    prefix = MixBits(prefix, ids[i]);
    suffix = MixBits(suffix, ids[ids.size() - 1 - i]);
    affixes[i] = static_cast<std::uint32_t>(prefix) | 1U;
    affixes[kLongestAffix + i] = static_cast<std::uint32_t>(suffix) | 1U;
  }
  return affixes;
}

void ReadAffixes(std::string_view text, TagSequence& sequence) {
  sequence.affixes.assign(1, {});
  sequence.affixes_of.assign(sequence.tokens.size(), 0);
  for (std::size_t i = 0; i < sequence.tokens.size(); ++i) {
    const Token& token = sequence.tokens[i];
    if (!token.word) continue;
    sequence.affixes_of[i] = static_cast<std::uint32_t>(sequence.affixes.size());
    sequence.affixes.push_back(AffixesOf(text.substr(token.begin, token.end - token.begin)));
  }
}

// Marks the tokens of each name by its type and where in it they stand.
void ReadNames(std::span<const NamedSpan> names, TagSequence& sequence) {
  sequence.names.assign(sequence.tokens.size(), 0);
  if (names.empty()) return;
  std::size_t next = 0;
  for (std::size_t i = kPadding; i < kPadding + sequence.size(); ++i) {
    const Token& token = sequence.tokens[i];
    while (next < names.size() && names[next].span.end <= token.begin) ++next;
    if (next == names.size()) return;
    const Span& span = names[next].span;
    if (token.begin < span.begin || token.end > span.end) continue;
    sequence.names[i] = names[next].type * 4 + (token.begin == span.begin ? 1U : 0U) +
                        (token.end == span.end ? 2U : 0U);
  }
}

Token PaddingToken(std::uint32_t id) {
  Token token;
  token.id = id;
  return token;
}

}  // namespace

void ReadTagSequence(std::string_view text, std::span<const Span> pieces,
                     std::span<const NamedSpan> names, TagSequence& sequence) {
  sequence.tokens.assign(kPadding, PaddingToken(kBefore));
  sequence.place.assign(kPadding, 0);
  sequence.word.assign(kPadding, TagSequence::kWordPadding - 1);
  sequence.words.assign(TagSequence::kWordPadding, kBefore);
  for (const Span& piece : pieces) Tokenize(text, piece, sequence.tokens);
  std::vector<std::size_t> begins;
  FindBoundaries(text, pieces, begins);
  WordReader(sequence).Read(begins);
  const std::size_t padded = sequence.tokens.size() + kPadding;
  sequence.tokens.resize(padded, PaddingToken(kBehind));
  sequence.place.resize(padded, 0);
  sequence.word.resize(padded, static_cast<std::uint32_t>(sequence.words.size()));
  sequence.words.resize(sequence.words.size() + TagSequence::kWordPadding + 1, kBehind);
  sequence.surfaces.assign(padded, 0);
  ReadAffixes(text, sequence);
  ReadNames(names, sequence);
}

}  // namespace zhitu::extract
