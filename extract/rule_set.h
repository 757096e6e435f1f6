#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/discourse_rules.h"
#include "extract/lexicons.h"
#include "extract/rule.h"

namespace zhitu::extract {

/// Rules, and a table of what a sentence must hold for their patterns to match in it
/// (`SceneContents` reads it). Immutable.
///
/// What an element asks for that must be there, a word of some lexicons or a mention of some types,
/// perhaps in another one, is a need; equal ones of all patterns are one. Each word and type has a
/// row of bits, the needs that it meets, and each pattern one of its needs. A pattern is looked at
/// only where its rarest need is met. Of many needs only the first few hundred are told apart, so
/// that memory stays in proportion to words and patterns.
class RuleSet {
 public:
  /// A pattern that is tried.
  struct Pattern {
    std::uint32_t rule = 0;  ///< Number of its rule.
    bool after = false;      ///< It is the rule's `after`.
  };
  /// A row of bits.
  using Bits = std::vector<std::uint64_t>;

  /// No rules.
  RuleSet() = default;
  /// @param rules      in order of priority. @param lexicons  that they name by number.
  /// @param discourse  whose words of planning and denial are looked for in matches.
  RuleSet(std::vector<Rule> rules, const Lexicons& lexicons, const DiscourseRules& discourse);

  /// How many rules there are.
  std::size_t size() const noexcept { return rules_.size(); }
  /// True if there is none.
  bool empty() const noexcept { return rules_.empty(); }
  /// The first rule.
  auto begin() const noexcept { return rules_.begin(); }
  /// Behind the last rule.
  auto end() const noexcept { return rules_.end(); }
  /// Rule number `rule`, below the size.
  const Rule& operator[](std::size_t rule) const { return rules_[rule]; }

  /// The patterns in the order in which they are tried: by rule, its `after` before its pattern.
  const std::vector<Pattern>& patterns() const noexcept { return patterns_; }
  /// The rules that name what a document is about: in a document that is about nothing, or about
  /// what does not fit, they need not be tried.
  const std::vector<std::uint32_t>& of_main() const noexcept { return of_main_; }
  /// True if some rule looks for the word.
  bool Uses(std::uint32_t word) const { return used_.Has(word); }

 private:
  friend class SceneContents;

  // What an element asks for: a word or a mention.
  struct Need {
    std::vector<std::uint32_t> lexicons;
    TypeSet types;
    bool nested = false;  // the mention lies in another
    friend bool operator==(const Need&, const Need&) = default;
  };
  struct TypeRow {
    std::string type;
    Bits met;             // needs
    Bits met_in_another;  // where the mention is nested
  };

  void AddPattern(const std::vector<Element>& elements, Pattern pattern,
                  const std::vector<std::size_t>& words);
  static std::vector<Need> NeedsOf(const std::vector<Element>& elements);
  std::optional<std::size_t> NumberOf(const Need& need);
  WordFilter WordsInUse(const Lexicons& lexicons, const DiscourseRules& discourse) const;
  void NoteWords(const Lexicons& lexicons);
  void NoteTypes();
  std::size_t row_size() const;
  const Bits* NeedsMetBy(std::string_view type, bool nested) const;

  std::vector<Rule> rules_;
  std::vector<Pattern> patterns_;
  std::vector<std::uint32_t> of_main_;
  std::vector<Need> needs_;
  std::vector<std::vector<std::size_t>> rarest_of_;  // by need: patterns of which it is the rarest
  std::vector<Bits> needs_of_;                       // by pattern
  std::vector<std::size_t> without_needs_;           // patterns
  WordFilter used_;
  Bits met_by_word_;                            // rows, by word
  std::array<std::vector<TypeRow>, 64> types_;  // by `TypeSet::Mark`
};

}  // namespace zhitu::extract
