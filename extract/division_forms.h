#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace zhitu::extract {

/// A level of administrative divisions, as `lists/china-division.yaml` describes it.
struct DivisionLevel {
  /// What a name with some ending gives: each text follows the stem.
  struct Form {
    std::string ending;               ///< What the official name ends with.
    std::vector<std::string> shorts;  ///< Other forms.
    std::string name;                 ///< If `renamed`: makes the name.
    std::vector<std::string> organ;   ///< The name and aliases of its organ.
    std::size_t least = 2;            ///< Characters that a stem must have for `shorts`.
    bool renamed = false;             ///< The official name is an alias.
    bool peoples = false;             ///< Names of peoples are left out of `shorts`.
  };
  std::string tag;          ///< `province`, `city`, `area`, `street`, `village`.
  std::size_t digits = 0;   ///< Of its codes.
  std::size_t least = 2;    ///< Names of fewer characters are said with the larger unit.
  std::size_t word = 0;     ///< Names of so few characters stand only as whole words.
  bool words = false;       ///< Stems that are common words make no form.
  std::vector<Form> forms;  ///< The longest endings first.
};

/// The forms of one unit.
struct DivisionNames {
  std::string name;                  ///< Safe to look for.
  std::vector<std::string> aliases;  ///< Safe to look for, the official name among them if other.
  std::vector<std::string> organ;    ///< Names of its organ, the first its own; or empty.
  bool whole_word = false;           ///< The name is so short that it counts as a whole word only.
};

/// How administrative divisions of China are named in texts: knowledge that comes with the program
/// (`lists/china-division.yaml`). Immutable, so threads may share it.
class DivisionForms {
 public:
  /// Reads it.
  DivisionForms();

  /// All levels, the largest units first.
  const std::vector<DivisionLevel>& levels() const noexcept { return levels_; }
  /// True for a row that only groups others and names no unit.
  bool IsGroup(const std::string& name) const { return groups_.contains(name); }
  /// The forms of a unit. O(length of the name * endings of its level).
  /// @param official  as the list has it.
  /// @param larger    the name of the unit above it, or empty.
  DivisionNames NamesOf(const DivisionLevel& level, const std::string& official,
                        const std::string& larger) const;

 private:
  std::string_view WithoutPeoples(std::string_view stem) const;
  bool IsTailed(const std::string& form) const;
  bool IsSafe(const std::string& form, std::size_t least) const;
  bool NamesOne(const DivisionLevel& level, const std::string& name, const std::string& stem) const;
  void AddShortForms(const DivisionLevel::Form& form, const std::string& stem,
                     std::vector<std::string>& aliases) const;

  std::vector<DivisionLevel> levels_;
  std::unordered_set<std::string> groups_;
  std::unordered_set<std::string> common_;
  std::unordered_set<std::string> stems_;
  std::unordered_set<std::string> tails_;
  std::vector<std::string> peoples_;  // the longest first
};

}  // namespace zhitu::extract
