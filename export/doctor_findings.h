#pragma once

#include <concepts>
#include <cstddef>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::xport {

/// How bad a finding is.
enum class FindingSeverity {
  kNote,     ///< Nothing is lost; worth knowing.
  kWarning,  ///< Some program changes something without a word.
  kError     ///< Some program refuses the file or loses something.
};

/// `note`, `warning` or `error`.
std::string_view SeverityName(FindingSeverity severity);

/// A kind of fault that graph files have.
struct FindingKind {
  std::string_view name;     ///< Short and stable, in small letters with hyphens.
  FindingSeverity severity;  ///< The worst that happens.
  std::string_view effect;   ///< What happens where.
  std::string_view remedy;   ///< What to write instead.
};

/// All kinds, in the order in which documents list them.
std::span<const FindingKind> FindingKinds();

/// One fault of a file.
struct DoctorFinding {
  const FindingKind* kind;   ///< Never null.
  extract::Problem problem;  ///< Its place; what is there, what happens, what to write instead.
};

/// Collects what is wrong with files. Of each kind the first 20 are kept, the others counted. One
/// thread.
class DoctorFindings {
 public:
  /// Of one kind so many are kept.
  static constexpr std::size_t kMostOfAKind = 20;

  /// Says where what follows stands. O(n).
  /// @param path  of the file.
  /// @param text  of the file, valid UTF-8, which must live as long as faults are added.
  /// @return      what to add to a byte of this text, so that it differs from those of other files.
  std::size_t BeginFile(std::string path, std::string_view text);
  /// A text that would be gone at once.
  template <std::same_as<std::string> Text>
  std::size_t BeginFile(std::string path, Text&& text) = delete;
  /// Adds a fault.
  /// @param kind  the name of one of `FindingKinds`; `std::invalid_argument` otherwise.
  /// @param at    byte of the text, plus what `BeginFile` gave.
  /// @param what  what is there, without what happens.
  void Add(std::string_view kind, std::size_t at, std::string_view what);

  /// Says that the file cannot be understood. @throws extract::InputError, always.
  [[noreturn]] void Refuse(std::size_t at, std::string what) const;

  /// What was kept, by file, line and column. O(n log n).
  std::vector<DoctorFinding> List() const;
  /// How many there are of each kind, by name.
  const std::map<std::string_view, std::size_t>& counts() const { return counts_; }
  /// True if something worse than a note was found.
  bool any() const { return any_; }

 private:
  extract::SourcePosition PlaceOf(std::size_t at) const;

  struct File {
    std::string path;
    std::size_t base = 0;
    std::size_t size = 0;
    extract::OffsetIndex index;
  };
  const File& FileOf(std::size_t at) const;

  std::deque<File> files_;
  struct Kept {
    std::size_t file;  // where it begins
    DoctorFinding finding;
  };
  std::vector<Kept> kept_;
  std::map<std::string_view, std::size_t> counts_;
  bool any_ = false;
};

}  // namespace zhitu::xport
