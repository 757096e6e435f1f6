#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/error.h"
#include "extract/list_types.h"
#include "extract/utf8.h"

namespace zhitu::extract {

/// One entity of a list that somebody has, as its reader understands it.
struct ListedName {
  std::string id;                    ///< Unique; empty for `type:name`.
  std::string name;                  ///< Canonical name.
  std::string tag;                   ///< The list's own word for its type; empty for none.
  std::vector<std::string> aliases;  ///< Other forms, in the order given; equal ones count once.
  std::string parent;                ///< Id of an entity of the same draft, or empty.
  bool whole_word = false;           ///< The forms count only as whole words.
};

/// A dictionary made of lists: what their readers give is checked and written row by row as CSV of
/// the contract, `id,name,type,aliases,parent,boundary`. One thread.
class DictionaryDraft {
 public:
  /// Of what is left out this many are told one by one.
  static constexpr std::size_t kMostTold = 1000;

  /// What was done, in numbers.
  struct Counts {
    std::size_t entities = 0;  ///< Rows written.
    std::size_t forms = 0;     ///< Names and aliases of them.
    std::size_t repeated = 0;  ///< Entities that were there already, under the same id.
    std::size_t left_out = 0;  ///< Lines of the lists that could not be used.
  };
  /// Lines that were left out because nothing says what their tag means.
  struct UnknownTag {
    std::size_t count = 0;  ///< How many.
    SourcePosition first;   ///< The first of them.
  };

  /// @param types  must outlive the draft.
  /// @param write  gets the bytes of the dictionary, in pieces.
  DictionaryDraft(ListTypes& types, std::function<void(std::string_view)> write);

  /// The file that the next places count in.
  void BeginFile(const std::string& path) { path_ = path; }
  /// The file at hand.
  const std::string& path() const noexcept { return path_; }
  /// Takes an entity. What the contract does not allow is left out and told: a name without
  /// visible characters, control characters, white space at an end, a name or id of more than 1,000
  /// characters. A fault of an alias leaves out that alias. O(size).
  /// @return  whether its id names an entity of the draft now, so that others may have it as their
  ///          parent.
  bool Add(const ListedName& listed, const LineColumn& where);
  /// Tells of a line that cannot be used. @param what  what is wrong; what was expected.
  void LeaveOut(const LineColumn& where, std::string what);
  /// Tells of a fault that makes the whole list unusable.
  void Refuse(const LineColumn& where, std::string what);
  /// The same with faults found elsewhere.
  void Refuse(std::vector<Problem> faults);

  /// Hands on what was not yet written.
  /// @throws InputError  with all faults, in the order told, if there are any.
  void Finish();

  /// What was left out and told one by one, in the order of the lists.
  const std::vector<Problem>& left_out() const noexcept { return left_out_; }
  /// Tags without a type, sorted.
  const std::map<std::string, UnknownTag, std::less<>>& unknown_tags() const noexcept {
    return unknown_tags_;
  }
  /// What was done so far.
  const Counts& counts() const noexcept { return counts_; }

 private:
  bool IsFit(const std::string& text, const char* what, const LineColumn& where);
  bool IsNew(std::string_view id);
  void CountUnknownTag(const std::string& tag, const LineColumn& where);
  void WriteRow(const ListedName& listed, std::string_view id, std::string_view type,
                const std::vector<std::string_view>& aliases);

  ListTypes& types_;
  std::function<void(std::string_view)> write_;
  std::string path_;
  std::string buffer_;
  std::unordered_set<std::uint64_t> ids_;  // hashes of ids
  std::vector<Problem> left_out_;
  std::vector<Problem> faults_;
  std::map<std::string, UnknownTag, std::less<>> unknown_tags_;
  Counts counts_;
};

/// The items joined by bars so that `SplitBars` gives them again: a bar or backslash in one has a
/// backslash before it. O(n).
std::string JoinBars(const std::vector<std::string_view>& items);

}  // namespace zhitu::extract
