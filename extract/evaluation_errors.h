#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "extract/annotation.h"
#include "extract/statement_partners.h"

namespace zhitu::extract {

/// What stood where a mention or statement was missed or wrongly found: how often, and the most
/// frequent instance of it.
struct ErrorCause {
  std::string name;       ///< As `MentionErrors` and `StatementErrors` have them.
  std::size_t count = 0;  ///< How often.
  std::string example;    ///< What it was most often, of equals the first in byte order; or empty.
  std::size_t examples = 0;  ///< How often it was that.
  /// Equal in all.
  friend bool operator==(const ErrorCause&, const ErrorCause&) = default;
};

/// Errors with one surface form, or one predicate.
struct ErrorForm {
  std::string form;                ///< Surface form or predicate.
  std::size_t right = 0;           ///< How often it was right.
  std::size_t wrong = 0;           ///< Predicted and not in gold: false positives.
  std::size_t missed = 0;          ///< In gold and not predicted: false negatives.
  std::vector<ErrorCause> causes;  ///< The most frequent first, then by name.
  /// Equal in all.
  friend bool operator==(const ErrorForm&, const ErrorForm&) = default;
};

/// Counts errors by form.
class ErrorCounts {
 public:
  /// A right one.
  void AddRight(const std::string& form) { ++forms_[form].right; }
  /// One that is missed, or predicted wrongly.
  /// @param cause    what the other side has instead.
  /// @param example  the same in its own words; may be empty.
  void AddError(const std::string& form, bool missed, const std::string& cause,
                const std::string& example);

  /// The forms with errors: those with most first, then in byte order.
  std::vector<ErrorForm> Worst() const;

 private:
  struct Counts {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t missed = 0;
    std::map<std::string, std::map<std::string, std::size_t>> causes;  // and their examples
  };
  std::map<std::string, Counts> forms_;
};

/// Counts errors of mentions by surface form; those whose file does not tell it are passed over.
/// Causes: `wrong type` (the other side has the same
/// characters as another type), `longer`, `shorter` and `crossing` (of names that overlap the one
/// that shares most with it), and `nothing`.
class MentionErrors {
 public:
  /// A list of mentions by begin, then end.
  using Mentions = std::vector<const AnnotatedMention*>;

  /// Adds a document: all that is compared, and what only one side has. O(n log n).
  void Add(const Mentions& expected, const Mentions& found, const Mentions& missed,
           const Mentions& wrong);
  /// As `ErrorCounts::Worst`.
  std::vector<ErrorForm> Worst() const { return counts_.Worst(); }

 private:
  ErrorCounts counts_;
};

/// Counts errors of statements by predicate. Causes: `other predicate` (the other side says
/// something else of the same two), `reversed` (of the same two the other way round), `other end`
/// (the same of one of the two and something else), and `nothing`.
class StatementErrors {
 public:
  /// Adds a document. O(n log n).
  void Add(const AnnotatedDocument& gold, const AnnotatedDocument& predicted,
           const StatementPartners& partners);
  /// As `ErrorCounts::Worst`.
  std::vector<ErrorForm> Worst() const { return counts_.Worst(); }

 private:
  ErrorCounts counts_;
};

}  // namespace zhitu::extract
