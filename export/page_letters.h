#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace zhitu::xport {

/// What a page needs to know of the characters of its names, so that what is typed is compared as
/// the program compares names, or as pinyin: how other characters fold to them
/// (`extract::FoldCharacter`), and their readings. One thread.
class PageLetters {
 public:
  /// Adds the characters of a name, folded.
  void Add(std::string_view name);
  /// `{"fold":["東","东",…],"pinyin":["东","dong",…]}`: characters that fold to some of those that
  /// were added, each with what it folds to; and the readings of these, with spaces between. Those
  /// that vanish are left out. O(all characters).
  std::string Take() const;

 private:
  std::string Folds() const;
  std::string Readings() const;

  std::unordered_set<char32_t> used_;
};

}  // namespace zhitu::xport
