#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::extract {

/// Which type of entity the tags of a list mean: those of `lists/types.yaml`, and the user's own
/// before them.
class ListTypes {
 public:
  /// A line without a tag, in rules.
  static constexpr std::string_view kNoTag = "-";
  /// Every tag that has no rule of its own, in the user's rules.
  static constexpr std::string_view kAnyTag = "*";

  /// @param format  the name of a format that `lists/types.yaml` has.
  /// @param rules   `TAG=TYPE` each; `-` and `*` as above. The last of one tag counts.
  /// @throws UsageError  for a rule without `=`, without a tag or with a malformed type.
  ListTypes(std::string_view format, const std::vector<std::string>& rules);

  /// The type of a tag, or nothing. The user's rules come first, then those of the format: the same
  /// tag, else (in formats whose tags are refined by more letters) the longest that it begins with.
  /// O(length of the tag * log of the rules).
  std::optional<std::string_view> TypeOf(std::string_view tag);

  /// Tags of the user's rules that `TypeOf` was never asked for, each with the asked one that may
  /// have been meant, or an empty text.
  std::vector<std::pair<std::string, std::string>> UnusedRules() const;
  /// Types of the user's rules that are none of the known ones, in the order given.
  const std::vector<std::string>& unknown_types() const noexcept { return unknown_types_; }

 private:
  struct UserRule {
    std::string type;
    bool used = false;
  };
  void AddUserRule(const std::string& rule);

  bool begins_ = false;  // a tag stands for those that begin with it
  std::map<std::string, std::string, std::less<>> known_;
  std::map<std::string, UserRule, std::less<>> own_;
  std::set<std::string, std::less<>> asked_;
  std::vector<std::string> unknown_types_;
};

}  // namespace zhitu::extract
