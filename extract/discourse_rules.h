#pragma once

#include <string>
#include <vector>

#include "extract/type_set.h"
#include "extract/word_set.h"

namespace zhitu::extract {

/// What a preset says of texts as a whole: the section `discourse` (docs/language.md).
struct DiscourseRules {
  TypeSet subject;                    ///< Types of what clauses are about.
  TypeSet main;                       ///< Types of what whole documents are about.
  WordSet opening;                    ///< May stand before the subject of a clause: 近日, 同时.
  WordSet oblique;                    ///< Prepositions: what stands behind is no subject. 在, 通过.
  WordSet possessive;                 ///< Between an owner and what it owns: 的.
  WordSet no_subject;                 ///< Behind a mention: it is no subject: 为抓手.
  WordSet generic;                    ///< Subjects that are nothing certain: 各社区, 居民.
  WordSet planned;                    ///< What is said with one is a plan: 将继续, 拟.
  WordSet negated;                    ///< What is said with one is not so: 尚未.
  TypeSet counted;                    ///< Types of names that count others.
  std::vector<std::string> measures;  ///< Folded; may stand behind a numeral: 个, 大.
};

}  // namespace zhitu::extract
