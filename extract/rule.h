#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/error.h"
#include "extract/lexicons.h"
#include "extract/statement.h"
#include "extract/type_set.h"

namespace zhitu::extract {

/// A place in a pattern that a mention fills.
struct Slot {
  std::string role;  ///< Name by which the rule refers to the mention.
  TypeSet types;     ///< Types that fit.

  /// True if a mention of this type may fill the slot.
  bool Fits(std::string_view type) const { return types.Has(type); }
};

/// One element of a pattern.
struct Element {
  /// What kind of element it is.
  enum class Kind {
    kSlot,     ///< A mention.
    kLexicon,  ///< A word of one of the lexicons.
    kText,     ///< These characters.
    kGap,      ///< Anything, up to a length; never first, last or beside another gap.
    kClause,   ///< The beginning of a clause; only first.
    kBegin,    ///< The beginning of the block; only first.
    kEnd       ///< The end of the block; only last.
  };
  Kind kind = Kind::kText;     ///< What it is; the members below belong to the kinds they name.
  Slot slot;                   ///< Of a slot.
  std::optional<Slot> inner;   ///< A mention nested in the slot's.
  bool list = false;           ///< The slot may be a list; each member gives a statement.
  std::size_t list_reach = 0;  ///< Most code points between a separator and the next member.
  bool optional = false;       ///< The element may be absent; not for gaps.
  std::vector<std::uint32_t> lexicons;  ///< Numbers of the lexicons, sorted.
  std::string text;                     ///< Folded characters.
  std::size_t reach = 0;                ///< Most code points of a gap.
  bool within_clause = false;           ///< The gap does not leave the clause.
};

/// An example that stands with a rule: a text with its names marked, and what the rule makes of it.
struct RuleExample {
  std::string text;      ///< As in the file; the form is told in docs/rules.md.
  bool holds = true;     ///< From `yes`: the rule gives what it says; else, from `no`, nothing.
  SourcePosition where;  ///< In the rule file.
};

/// How the name of what fills a role must end.
struct RoleNames {
  std::string role;                  ///< The role.
  std::vector<std::string> endings;  ///< Folded; one of them must fit.
};

/// A relation rule: where its pattern stands in a sentence, the statement holds.
struct Rule {
  std::string id;                      ///< Named by the statements it gives.
  std::string predicate;               ///< Of the statement.
  std::string subject;                 ///< Role, or `document`.
  std::string object;                  ///< Role, or `document`.
  std::vector<Element> elements;       ///< The pattern; not empty.
  std::vector<Element> after;          ///< Stands before it in the paragraph; empty: nothing.
  TypeSet topic;                       ///< Types of topic and main; empty: any.
  std::vector<RoleNames> names;        ///< How the names of some roles end.
  std::vector<Zone> zones;             ///< Zones in which it is tried; empty: all but by-lines.
  std::vector<std::uint32_t> without;  ///< Lexicons of which no word may stand in the match.
  double confidence = 1;               ///< 0 to 1.
  bool once = false;                   ///< Only the first match of a document counts.
  bool fallback = false;  ///< Gives way to other rules that say the same of its subject.
  Modality modality = Modality::kFactual;  ///< Of the statement.
  std::vector<RuleExample> examples;       ///< In the order of the file; for `CheckExamples`.

  /// True if the rule is tried in that zone.
  bool AppliesTo(Zone zone) const;
};

/// Reserved role: the document itself.
inline constexpr std::string_view kDocumentRole = "document";
/// Reserved role: what the clause is about in which the match begins (`Topics`).
inline constexpr std::string_view kTopicRole = "topic";
/// Reserved role: what the document is about.
inline constexpr std::string_view kMainRole = "main";

}  // namespace zhitu::extract
