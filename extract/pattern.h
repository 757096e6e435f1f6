#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/rule.h"

namespace zhitu::extract {

/// What the names in patterns stand for.
struct PatternNames {
  std::map<std::string, std::vector<std::string>> groups;  ///< Group name to types.
  const Lexicons* lexicons = nullptr;                      ///< Not owned.
  std::vector<std::string> predicates = {};  ///< Sorted; what rules may say. None: anything.
};

/// A fault of a pattern: the byte of the pattern where it is, and what is wrong.
using PatternFault = std::function<void(std::size_t at, const std::string& what)>;

/// True if patterns can name a group, lexicon or role so: letters of ASCII, digits, `_` and `-`.
bool IsPatternName(std::string_view name);

/// Adds the types that a name in a pattern stands for: those of a group, or the one type.
/// @return empty, or what is wrong: `name` is neither a group nor a known type.
std::string AddTypes(const std::string& name, const PatternNames& names,
                     std::vector<std::string>& types);

/// The message for a lexicon that there is not, with the closest one there is.
std::string UnknownLexicon(const std::string& name, const Lexicons& lexicons);

/// Reads a pattern (the language is told in docs/rules.md). Every fault is reported; the elements
/// are then not to be used.
std::vector<Element> ParsePattern(std::string_view pattern, const PatternNames& names,
                                  const PatternFault& fault);

}  // namespace zhitu::extract
