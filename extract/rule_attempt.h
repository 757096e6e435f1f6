#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/rule.h"
#include "extract/rule_scene.h"

namespace zhitu::extract {

/// Which mentions fill the roles of a pattern, in the order of the roles. Each has one, or those of
/// a list. Neither names nor mentions are owned.
class Bindings {
 public:
  /// The mentions of a role.
  using Members = std::span<const RuleMention* const>;

  /// How many roles are filled.
  std::size_t size() const noexcept { return roles_.size(); }
  /// The name of a role; `number` is below the size.
  std::string_view role(std::size_t number) const { return roles_[number].name; }
  /// Its mentions.
  Members members(std::size_t number) const;
  /// The mentions of the first role of that name, or nothing. O(roles).
  std::optional<Members> Find(std::string_view role) const;

  /// Fills one more role.
  void Fill(std::string_view role, const RuleMention& mention);
  /// Adds a mention to the role filled last.
  void Add(const RuleMention& mention) { members_.push_back(&mention); }
  /// Adds all roles of another.
  void Append(const Bindings& other);
  /// Forgets all.
  void Clear() {
    roles_.clear();
    members_.clear();
  }
  /// Keeps the first roles only.
  void Shrink(std::size_t size);

 private:
  struct Role {
    std::string_view name;
    std::size_t first = 0;  // member
  };
  std::vector<Role> roles_;
  std::vector<const RuleMention*> members_;
};

/// Tries patterns at places of sentences, one after the other. Keeps its memory from one to the
/// next.
///
/// Elements are matched from left to right with a return to the last choice where they fail; a gap
/// goes to the nearest place first. After a fixed number of steps the attempt is given up, so that
/// its cost is bounded whatever the pattern and the text.
class RuleAttempt {
 public:
  /// @param lexicons  must live as long as the attempt.
  explicit RuleAttempt(const Lexicons& lexicons) : lexicons_(lexicons) {}

  /// Moves on to a sentence, which must stay until the next is entered.
  void Enter(const RuleScene& scene) { scene_ = &scene; }
  /// True if a pattern matches with its first element at folded byte `at`; where that is a slot,
  /// `mention` fills it, else it is null. What is told of the match refers to `elements`.
  bool Run(const std::vector<Element>& elements, std::size_t at, const RuleMention* mention);

  /// The folded bytes of the match.
  Span span() const { return {begin_, end_}; }
  /// The roles that were filled, in order; optional slots that were not there are missing.
  const Bindings& bindings() const { return bindings_; }

 private:
  using Mentions = RuleScene::Mentions;

  bool Match(std::size_t element, std::size_t at);
  bool MatchHere(std::size_t element, std::size_t at);
  bool MatchWithout(std::size_t element, std::size_t at);
  bool MatchText(std::size_t element, std::size_t at);
  bool MatchSlot(std::size_t element, std::size_t place);
  bool MatchWord(std::size_t element, std::size_t place);
  bool MatchAfterGap(std::size_t element, std::size_t at);
  bool IsNear(const Element& element, std::size_t at, std::size_t reach) const;
  bool SlotAfterGap(std::size_t element, std::size_t at, std::size_t end);
  bool WordAfterGap(std::size_t element, std::size_t at, std::size_t end);
  bool TextAfterGap(std::size_t element, std::size_t at, std::size_t end);
  std::size_t EndOfGap(std::size_t at, std::size_t reach, bool within_clause) const;
  std::size_t EndBeforeRival(const Element& gap, std::size_t at, std::size_t end) const;
  bool Fill(std::size_t element, const RuleMention& mention);
  bool FillInner(const Slot& inner, const RuleMention& outer);
  std::size_t TakeList(const Element& list, const RuleMention& first);
  const RuleMention* NextMember(const Element& list, std::size_t end) const;
  bool IsSeparator(std::size_t begin, std::size_t end) const;
  std::size_t SkipSeparator(std::size_t at) const;

  const RuleScene* scene_ = nullptr;
  const Lexicons& lexicons_;
  std::span<const Element> elements_;
  const Slot* last_slot_ = nullptr;
  Bindings bindings_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace zhitu::extract
