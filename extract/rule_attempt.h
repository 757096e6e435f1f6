#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/rule.h"
#include "extract/rule_scene.h"

namespace zhitu::extract {

/// Which mentions fill a role of a pattern.
struct Binding {
  std::string_view role;                    ///< The role.
  std::vector<const RuleMention*> members;  ///< One, or those of a list; not owned.
};

/// Tries a pattern at one place of a sentence. A new one is made for each place.
///
/// Elements are matched from left to right with a return to the last choice where they fail; a gap
/// goes to the nearest place first. After a fixed number of steps the attempt is given up, so that
/// its cost is bounded whatever the pattern and the text.
class RuleAttempt {
 public:
  /// All three must live as long as the attempt.
  RuleAttempt(const RuleScene& scene, const Lexicons& lexicons,
              const std::vector<Element>& elements)
      : scene_(scene), lexicons_(lexicons), elements_(elements) {}

  /// True if the pattern matches with its first element at folded byte `at`; where that is a slot,
  /// `mention` fills it, else it is null.
  bool Run(std::size_t at, const RuleMention* mention);

  /// The folded bytes of the match.
  Span span() const { return {begin_, end_}; }
  /// The roles that were filled, in order; optional slots that were not there are missing.
  const std::vector<Binding>& bindings() const { return bindings_; }

 private:
  using Mentions = RuleScene::Mentions;

  bool Match(std::size_t element, std::size_t at);
  bool MatchHere(std::size_t element, std::size_t at);
  bool MatchWithout(std::size_t element, std::size_t at);
  bool MatchText(std::size_t element, std::size_t at);
  bool MatchSlot(std::size_t element, std::size_t place);
  bool MatchWord(std::size_t element, std::size_t place);
  bool MatchAfterGap(std::size_t element, std::size_t at);
  bool SlotAfterGap(std::size_t element, std::size_t at, std::size_t end);
  bool WordAfterGap(std::size_t element, std::size_t at, std::size_t end);
  bool TextAfterGap(std::size_t element, std::size_t at, std::size_t end);
  std::size_t EndOfGap(std::size_t at, std::size_t reach, bool within_clause) const;
  std::size_t EndBeforeRival(const Element& gap, std::size_t at, std::size_t end) const;
  bool Fill(std::size_t element, const RuleMention& mention);
  bool FillInner(const Slot& inner, const RuleMention& outer);
  std::size_t TakeList(const Element& list, const RuleMention& first,
                       std::vector<const RuleMention*>& members) const;
  const RuleMention* NextMember(const Element& list, std::size_t end) const;
  bool IsSeparator(std::size_t begin, std::size_t end) const;
  std::size_t SkipSeparator(std::size_t at) const;

  const RuleScene& scene_;
  const Lexicons& lexicons_;
  const std::vector<Element>& elements_;
  const Slot* last_slot_ = nullptr;
  std::vector<Binding> bindings_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace zhitu::extract
