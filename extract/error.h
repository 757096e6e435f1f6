#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace zhitu::extract {

/// A place in an input file, as an editor counts it.
struct SourcePosition {
  std::string file;        ///< Path as the user named it.
  std::size_t line = 0;    ///< From 1; 0 when the problem concerns the whole file.
  std::size_t column = 0;  ///< In code points, from 1; 0 when it concerns the whole line.
};

/// One fault of an input: where it is, what is wrong and what was expected.
struct Problem {
  SourcePosition where;  ///< The place of the fault.
  std::string what;      ///< One line: what is wrong; what was expected.
};

/// Writes a problem the way compilers do: `file:line:column: what`.
/// Control characters of the file name and the message are shown escaped.
std::string Describe(const Problem& problem);

/// Broken input (dictionary, rules, gold, a graph file): exit code 3.
/// Carries every fault that was found, in order of line and column, never none.
class InputError : public std::runtime_error {
 public:
  /// @param problems  at least one; `std::invalid_argument` otherwise.
  explicit InputError(std::vector<Problem> problems);
  /// A single fault.
  InputError(SourcePosition where, std::string what);

  /// All faults, in the order in which they stand in the input.
  const std::vector<Problem>& problems() const noexcept { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// A file that is missing, unreadable or not writable: exit code 4.
class IoError : public std::runtime_error {
 public:
  /// @param what  one line that names the file and the reason.
  explicit IoError(const std::string& what) : std::runtime_error(what) {}
};

/// A request that contradicts itself or names what does not exist: exit code 2.
class UsageError : public std::runtime_error {
 public:
  /// @param what  one line that says what was asked and what was expected.
  explicit UsageError(const std::string& what) : std::runtime_error(what) {}
};

/// Nothing of what was asked for is there, so that there is nothing to write: exit code 1.
class NothingFound : public std::runtime_error {
 public:
  /// @param what  one line that says what is missing and what was expected.
  explicit NothingFound(const std::string& what) : std::runtime_error(what) {}
};

/// An input past a limit that protects the machine: exit code 5.
class LimitError : public std::runtime_error {
 public:
  /// @param what  one line that names the limit and the input.
  explicit LimitError(const std::string& what) : std::runtime_error(what) {}
};

}  // namespace zhitu::extract
