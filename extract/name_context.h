#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/suggest_rules.h"

namespace zhitu::extract {

/// A place where a name ends with a head, and what stands before the head up to where the name must
/// have begun.
struct HeadContext {
  /// No character stands before what is left: it goes on there, or a name ends there.
  static constexpr char32_t kGoesOn = 0;
  static constexpr char32_t kBehindName = 1;  ///< Another name with a head ends before it.
  static constexpr char32_t kLineStart = 2;   ///< A block begins with it.

  const SuggestHead* head = nullptr;  ///< Lives as long as the preset.
  std::string left;  ///< Folded: what stands before the head, `head->longest` characters at most.
  std::string word;  ///< The head's word, folded.
  char32_t before = kGoesOn;    ///< The character that no name holds before `left`, or as above.
  char32_t after = kLineStart;  ///< The character behind the head; `kGoesOn` for several ones.
  std::string unit;           ///< The name that it begins with and is part of, likewise; or empty.
  std::string outer;          ///< The name before it, folded: its own `left` and `word`; or empty.
  std::uint32_t least = 1;    ///< Characters of `left` that are part of the name, at least.
  std::uint32_t joined = 0;   ///< Of these: what another head and what stands behind it take up.
  std::uint32_t generic = 0;  ///< Characters at its end that are words of no name by themselves.
  std::uint32_t bare = 0;     ///< Bit n: its last n characters are nothing but such words.
  std::uint32_t dull = 0;     ///< Bit n: they begin with one.
  bool quoted = false;        ///< It is all that stands in quotes.
};

/// What may be a name by the words around it, whole as it stands.
struct WholeContext {
  std::string name;                  ///< As it is written.
  std::string_view type;             ///< Lives as long as the preset.
  double score = 0;                  ///< How sure the words are, 0 to 1.
  std::string_view why;              ///< Static.
  std::vector<std::string> aliases;  ///< Longer forms, as they are written.
};

/// Where names may stand in a document.
struct NameContexts {
  std::vector<HeadContext> heads;   ///< By place.
  std::vector<WholeContext> whole;  ///< By place.
  std::vector<std::string> alone;   ///< Heads that stand by themselves for a name, by place.
};

}  // namespace zhitu::extract
