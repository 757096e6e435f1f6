#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/lexicons.h"
#include "extract/type_set.h"
#include "extract/word_set.h"

namespace zhitu::extract {

/// Words that names end with, and what such names are: 社区, a community.
struct SuggestHead {
  WordSet words;            ///< The words.
  std::string type;         ///< Of what is named so.
  std::size_t longest = 8;  ///< Characters before the words, at most.
  TypeSet within;           ///< Types of larger units that such a name may stand behind.
  TypeSet with;             ///< Types of names that such a name may begin with.
  bool joins = false;       ///< With such a name, what stands between belongs to it too: 路口.
  bool alone = false;       ///< The word by itself names the same: 高新区.
  bool weak = false;        ///< It is part of many words and longer names: 山.
  bool plain = false;       ///< Words of the language name such things too: 人民 + 路.
};

/// Words by the type of what they make a name of.
struct TypedWords {
  WordSet words;     ///< The words.
  std::string type;  ///< Of what is named so.
};

/// Where names begin and end in texts of which no list of names is known: the section `suggest` of
/// a preset.
struct SuggestRules {
  std::vector<SuggestHead> heads;       ///< In the order of the files.
  WordSet head_words;                   ///< Those of all heads.
  WordSet not_heads;                    ///< Words that hold a head and are no name: 道路.
  WordSet stop;                         ///< Words that no name holds.
  WordSet measure;                      ///< The same behind a number.
  WordSet keep;                         ///< Words of names that hold a stop all the same: 和平.
  WordSet generic;                      ///< Words that make no name by themselves: 便民.
  std::vector<TypedWords> quoted;       ///< Behind quotes: what stands in them is a name.
  std::vector<TypedWords> quoted_ends;  ///< What a name in quotes may itself end with.
  WordSet between;                      ///< What may stand between quotes and that: 等.
  WordSet launch;                       ///< Before quotes: what stands in them is carried out.
  WordSet figure;                       ///< Before quotes: what stands in them is rhetoric.
  WordSet figure_ends;                  ///< What rhetoric in quotes ends with: 度.
  WordSet phrase_stop;                  ///< What names without quotes do not hold: 等.
  std::vector<TypedWords> phrases;      ///< What names without quotes end with, behind `launch`.
  std::vector<TypedWords> standing;     ///< Names of the same everywhere.
  WordSet standing_words;               ///< Those of all of them.

  std::vector<TypedWords> capital_ends;  ///< What names of capitalised words end with.
  WordSet titles;                        ///< Before capitalised names of persons.
  WordSet joins;                         ///< Small words between capitalised ones.
  WordSet plain;                         ///< Capitalised words that make no name.
  std::string other;                     ///< The type of other capitalised words; may be empty.
  /// By character: a word begins with it that a search starts at. One bit each of the Basic
  /// Multilingual Plane.
  std::vector<bool> starts;

  /// False for most characters with which no such word begins. O(1).
  bool MayStart(char32_t c) const { return c >= starts.size() || starts[c]; }
  /// True if neither quotes, phrases nor standing names are looked for, nor heads.
  bool empty() const {
    return heads.empty() && quoted.empty() && quoted_ends.empty() && phrases.empty() &&
           standing.empty();
  }
};

}  // namespace zhitu::extract
