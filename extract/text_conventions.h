#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extract/character_set.h"

namespace zhitu::extract {

/// How texts of a language and genre are laid out: the `text` section of a preset.
struct TextConventions {
  CharacterSet sentence_end = U"。！？；";  ///< Characters that end a sentence.
  CharacterSet clause_end;                  ///< Characters that end a clause inside a sentence.
  CharacterSet closers;  ///< Quotes and brackets that may follow the end of a sentence; no line
                         ///< begins with one.
  CharacterSet openers;  ///< Quotes and brackets that open, the partners of `closers` in order.
  CharacterSet
      paragraph_end;  ///< Characters that may end a paragraph; those that end a sentence do anyway.
  CharacterSet no_line_start;  ///< Further characters that no line begins with, such as commas.
  std::vector<std::string> byline;          ///< How by-lines begin.
  std::vector<std::string> caption;         ///< How captions begin.
  std::vector<std::string> list_separator;  ///< What stands between the members of a list.
  bool join_lines = false;  ///< Printed lines are joined and files split into articles.

  /// True if the sentence may end at `c`.
  bool EndsSentence(char32_t c) const { return sentence_end.Has(c); }
  /// True if a paragraph may end at `c`.
  bool EndsParagraph(char32_t c) const { return EndsSentence(c) || paragraph_end.Has(c); }
  /// True if a clause may end at `c`.
  bool EndsClause(char32_t c) const { return clause_end.Has(c); }
  /// True for a closing quote or bracket.
  bool Closes(char32_t c) const { return closers.Has(c); }
  /// True for an opening quote or bracket.
  bool Opens(char32_t c) const { return openers.Has(c); }
  /// True if `mark` parts the members of a list. Cost: the length of `list_separator`.
  bool Separates(std::string_view mark) const {
    return std::find(list_separator.begin(), list_separator.end(), mark) != list_separator.end();
  }
  /// True if a line that begins with `c` continues the line before it.
  bool CannotStartLine(char32_t c) const {
    return Closes(c) || EndsSentence(c) || no_line_start.Has(c);
  }
};

}  // namespace zhitu::extract
