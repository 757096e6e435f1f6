#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace zhitu::extract {

/// What a token is made of, by Unicode's properties alone. Runs of letters of scripts that put
/// spaces between words have the class of their case.
enum class TokenClass : std::uint8_t {
  kNone,         ///< Stands outside of the text.
  kHan,          ///< A Han ideograph.
  kHanNumeral,   ///< One that has a numeric value.
  kHiragana,     ///< A hiragana letter.
  kKatakana,     ///< A katakana letter.
  kOtherLetter,  ///< A letter of another script without spaces.
  kLowerWord,    ///< Letters without a capital, or of a script without case.
  kCapitalWord,  ///< A capital, then others.
  kUpperLetter,  ///< One capital alone.
  kUpperWord,    ///< Capitals.
  kMixedWord,    ///< Capitals at other places.
  kDigit,        ///< One digit.
  kDigits,       ///< Two or three.
  kFourDigits,   ///< Four, as in years.
  kManyDigits,   ///< Five and more.
  kOpening,      ///< An opening bracket.
  kClosing,      ///< A closing bracket.
  kQuote,        ///< A quotation mark.
  kDash,         ///< A dash.
  kSentenceEnd,  ///< What ends sentences (Sentence_Terminal).
  kConnector,    ///< Connector punctuation, as the low line.
  kPunctuation,  ///< Other punctuation.
  kSymbol,       ///< A symbol.
  kOther         ///< All else.
};

/// What is tagged as one: a character, or a run of letters or of digits of scripts with spaces.
struct Token {
  std::uint32_t begin = 0;               ///< Its first byte in the text.
  std::uint32_t end = 0;                 ///< One past its last byte.
  std::uint32_t id = 0;                  ///< Mixed from its folded characters: equal for equals.
  TokenClass shape = TokenClass::kNone;  ///< What it is made of.
  bool word = false;                     ///< A run of letters of a script with spaces.
  bool spaced = false;                   ///< White space stands before it, in the same range.
};

/// The number of a character as it stands in the ids of tokens: that of its folded form. O(1).
std::uint32_t CharacterId(char32_t c);

/// Appends the tokens of `range` of `text`, which is valid UTF-8 of less than 4 GiB; white space
/// belongs to none. O(n). The first call of a program reads Unicode's properties, some 5 ms.
void Tokenize(std::string_view text, const Span& range, std::vector<Token>& tokens);

}  // namespace zhitu::extract
