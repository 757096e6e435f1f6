#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"
#include "extract/type_set.h"
#include "extract/word_set.h"

namespace zhitu::extract {

/// Words that can stand for something named elsewhere in the document, such as 办事处 or 她.
struct ReferenceHead {
  /// No bound on the distance.
  static constexpr std::size_t kAnywhere = std::numeric_limits<std::size_t>::max();

  WordSet words;                             ///< The words themselves.
  MentionKind kind = MentionKind::kNominal;  ///< Nominal or pronoun.
  TypeSet types;                             ///< Types of the antecedent.
  std::vector<std::string> endings;          ///< Its folded name ends with one; empty: any name.
  /// Whether it may stand without a determiner.
  enum class Bare {
    kNever,
    kFree,     ///< Where a word can begin: at the beginning of a clause or behind a word that leads
               ///< in.
    kAnywhere  ///< Behind any word: it means nothing else.
  };
  Bare bare = Bare::kNever;            ///< See there.
  WordSet before;                      ///< Bare only before one of these; empty: anywhere.
  std::size_t paragraphs = kAnywhere;  ///< How far back the antecedent may stand.
  bool cataphora = false;              ///< It may follow, in the same paragraph.
};

/// Words that after a reference name a part of its antecedent: 办事处 + 党工委.
struct ReferenceOrgan {
  WordSet words;       ///< The words.
  std::string type;    ///< Type of the whole.
  TypeSet of;          ///< Types of the antecedent; empty: any.
  bool known = false;  ///< Only where the dictionary has the antecedent's name with the word.
};

/// What a preset says of references: the section `references` (docs/language.md).
struct ReferenceRules {
  std::vector<ReferenceHead> heads;                  ///< In the order of the files.
  std::vector<std::vector<std::uint32_t>> heads_of;  ///< By word: indexes of its heads, sorted.
  std::vector<ReferenceOrgan> organs;                ///< In the order of the files.
  WordSet determiner;                                ///< Make a head definite: 该, 这个.
  WordSet quantifier;  ///< Before a head: not one thing, so no reference: 各, 其他.
  WordSet lead_in;     ///< A bare head may stand behind one: 把, 由.
  WordSet exception;   ///< Longer words that hold a head and are no reference: 其他, 社区治理.
  WordSet surname;     ///< Family names.
  WordSet title;       ///< Stand behind a family name: 书记, 阿姨.
  WordSet naming;      ///< Between a reference and a quoted name for it: 叫, 称.
  WordSet defining;    ///< Between a name and its short form: 以下简称.
  WordFilter starts;   ///< The words to look at: heads, exceptions, titles, defining ones.

  /// True if there is nothing to look for.
  bool empty() const { return heads.empty() && title.empty() && defining.empty(); }
};

}  // namespace zhitu::extract
