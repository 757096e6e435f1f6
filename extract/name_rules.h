#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/character_set.h"
#include "extract/lexicons.h"
#include "extract/type_set.h"
#include "extract/word_set.h"

namespace zhitu::extract {

/// Words that make of the name before them the name of another body: 兴泉镇 + 党群服务中心.
struct NameExtension {
  WordSet words;     ///< The words.
  TypeSet of;        ///< Types of the name before them.
  std::string type;  ///< Of what is named so.
};

/// Words that names end with: 石化 + 小区, 云川时荔塑业 + 有限公司.
struct NameHead {
  WordSet words;             ///< The words.
  TypeSet with;              ///< Types of names that such a name may begin with.
  TypeSet behind;            ///< Types of names that it may stand directly behind.
  bool free = false;         ///< It may begin behind a word that leads in, too.
  std::size_t longest = 12;  ///< Characters before the words, at most.
  std::string type;          ///< Of what is named so.
};

/// How persons are named and what stands around their names.
struct PersonRules {
  WordSet surname;       ///< Family names.
  WordSet common;        ///< Those of them that are common words too: 高, 关.
  WordSet before;        ///< Offices and roles that stand before a name.
  WordSet after;         ///< Titles and forms of address that stand behind one.
  WordSet says;          ///< What a person does that stands behind the name: 说, 介绍.
  WordSet next;          ///< What else a name may end before: 的, 和.
  WordSet word;          ///< Words that begin like a name and are none: 高度, 方便.
  CharacterSet given;    ///< Characters that given names often have.
  CharacterSet never;    ///< Characters that they never have.
  CharacterSet foreign;  ///< Characters that foreign names are written with.
};

inline constexpr unsigned kNameHead = 1;      ///< Sign of a word: names end with it.
inline constexpr unsigned kBeforePerson = 2;  ///< It stands before names of persons.
inline constexpr unsigned kAfterPerson = 4;   ///< It stands behind them.
inline constexpr unsigned kSaysPerson = 8;    ///< It says what a person does.

/// Names that no dictionary holds, by what they are made of and what stands around them.
struct NameRules {
  std::vector<NameExtension> extensions;  ///< In the order of the files.
  std::vector<NameHead> heads;            ///< In the order of the files.
  PersonRules persons;                    ///< Names of persons.
  WordSet stop;                           ///< Words that no name holds: 在, 的.
  WordSet lead_in;          ///< Further words that a name may begin behind: 老旧, 打造.
  WordSet title;            ///< Titles that such an extension may be the beginning of: 党委书记.
  WordSet extension_words;  ///< Those of all extensions.
  std::vector<std::uint8_t> signs;  ///< By word: its signs, as bits.

  /// The signs of a word.
  unsigned SignsOf(std::uint32_t word) const { return word < signs.size() ? signs[word] : 0U; }
  /// True if there are none.
  bool empty() const {
    return extensions.empty() && heads.empty() && persons.surname.empty() &&
           persons.foreign.characters().empty();
  }
};

}  // namespace zhitu::extract
