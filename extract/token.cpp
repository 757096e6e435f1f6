#include "extract/token.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <cstddef>
#include <vector>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

enum class Kind : std::uint8_t { kSingle, kLetter, kDigit, kMark, kSpace };

struct CharacterFacts {
  std::uint32_t id = 0;
  TokenClass shape = TokenClass::kOther;
  Kind kind = Kind::kSingle;
};

constexpr char32_t kFirstSurrogate = 0xD800;
constexpr char32_t kLastSurrogate = 0xDFFF;
constexpr char32_t kTableSize = 0x10000;  // the Basic Multilingual Plane

// The finalizer "lowbias32" of Wellons' hash prospector (2018).
constexpr std::uint32_t Mix(std::uint32_t value) {
  value ^= value >> 16U;
  value *= 0x7FEB352DU;
  value ^= value >> 15U;
  value *= 0x846CA68BU;
  return value ^ (value >> 16U);
}

UChar32 Icu(char32_t c) { return static_cast<UChar32>(c); }

TokenClass ClassOfLetter(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(Icu(c), &status)) {
    case USCRIPT_HAN:
      return u_getNumericValue(Icu(c)) != U_NO_NUMERIC_VALUE ? TokenClass::kHanNumeral
                                                             : TokenClass::kHan;
    case USCRIPT_HIRAGANA:
      return TokenClass::kHiragana;
    case USCRIPT_KATAKANA:
      return TokenClass::kKatakana;
    default:
      return TokenClass::kOtherLetter;
  }
}

TokenClass ClassOfSign(char32_t c) {
  if (u_hasBinaryProperty(Icu(c), UCHAR_S_TERM) != 0) return TokenClass::kSentenceEnd;
  if (u_hasBinaryProperty(Icu(c), UCHAR_QUOTATION_MARK) != 0) return TokenClass::kQuote;
  switch (u_charType(Icu(c))) {
    case U_START_PUNCTUATION:
      return TokenClass::kOpening;
    case U_END_PUNCTUATION:
      return TokenClass::kClosing;
    case U_DASH_PUNCTUATION:
      return TokenClass::kDash;
    case U_CONNECTOR_PUNCTUATION:
      return TokenClass::kConnector;
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return TokenClass::kPunctuation;
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
      return TokenClass::kSymbol;
    default:
      return TokenClass::kOther;
  }
}

CharacterFacts FactsOf(char32_t c) {
  const std::uint32_t id = CharacterId(c);
  if (IsSpace(c)) return {id, TokenClass::kOther, Kind::kSpace};
  if (u_charType(Icu(c)) == U_DECIMAL_DIGIT_NUMBER) return {id, TokenClass::kDigit, Kind::kDigit};
  if (IsSpacedLetter(c)) {
    const bool upper = u_isUUppercase(Icu(c)) != 0;
    return {id, upper ? TokenClass::kUpperLetter : TokenClass::kLowerWord, Kind::kLetter};
  }
  if (IsCombiningMark(c)) return {id, TokenClass::kOther, Kind::kMark};
  const bool letter = u_isalpha(Icu(c)) != 0 || IsHan(c);
  return {id, letter ? ClassOfLetter(c) : ClassOfSign(c), Kind::kSingle};
}

CharacterFacts Facts(char32_t c) {
  static const std::vector<CharacterFacts> table = [] {
    std::vector<CharacterFacts> facts(kTableSize);
    for (char32_t i = 0; i < kTableSize; ++i) {
      if (i < kFirstSurrogate || i > kLastSurrogate) facts[i] = FactsOf(i);
    }
    return facts;
  }();
  return c < kTableSize ? table[c] : FactsOf(c);
}

TokenClass ClassOfDigits(std::size_t count) {
  constexpr std::size_t kYear = 4;
  if (count == 1) return TokenClass::kDigit;
  if (count == kYear) return TokenClass::kFourDigits;
  return count < kYear ? TokenClass::kDigits : TokenClass::kManyDigits;
}

TokenClass ClassOfWord(bool begins_upper, std::size_t upper, std::size_t count) {
  if (upper == 0) return TokenClass::kLowerWord;
  if (upper == count) return count == 1 ? TokenClass::kUpperLetter : TokenClass::kUpperWord;
  return begins_upper && upper == 1 ? TokenClass::kCapitalWord : TokenClass::kMixedWord;
}

// Takes the rest of a run of letters or digits; gives where it ends.
std::size_t TakeRun(std::string_view text, std::size_t at, std::size_t end,
                    const CharacterFacts& first, Token& token) {
  std::size_t count = 1;
  std::size_t upper = first.shape == TokenClass::kUpperLetter ? 1 : 0;
  while (at < end) {
    std::size_t next = at;
    const CharacterFacts more = Facts(NextCodePoint(text, next));
    if (more.kind != first.kind && more.kind != Kind::kMark) break;
    at = next;
    ++count;
    if (more.shape == TokenClass::kUpperLetter) ++upper;
    token.id = Mix(token.id * 31 + more.id);
  }
  token.word = first.kind == Kind::kLetter;
  token.shape = token.word ? ClassOfWord(first.shape == TokenClass::kUpperLetter, upper, count)
                           : ClassOfDigits(count);
  return at;
}

}  // namespace

std::uint32_t CharacterId(char32_t c) {
  constexpr std::uint32_t kSalt = 0x9E3779B9U;
  const FoldedCharacter folded = FoldCharacter(c);
  return Mix((folded.bytes.empty() ? c : folded.first) + kSalt);
}

void Tokenize(std::string_view text, const Span& range, std::vector<Token>& tokens) {
  bool spaced = false;
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t begin = at;
    const CharacterFacts facts = Facts(NextCodePoint(text, at));
    if (facts.kind == Kind::kSpace) {
      spaced = begin > range.begin;
      continue;
    }
    Token token{static_cast<std::uint32_t>(begin), 0, facts.id, facts.shape, false, spaced};
    if (facts.kind == Kind::kLetter || facts.kind == Kind::kDigit) {
      at = TakeRun(text, at, range.end, facts, token);
    }
    token.end = static_cast<std::uint32_t>(at);
    tokens.push_back(token);
    spaced = false;
  }
}

}  // namespace zhitu::extract
