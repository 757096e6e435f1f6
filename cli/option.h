#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <variant>
#include <vector>

namespace zhitu::cli {

/// One option or positional argument of a command: how it is spelled, and where its value goes.
struct Option {
  /// A whole number and its bounds.
  struct Count {
    std::size_t* value;
    std::size_t least = 0;
    std::size_t most = std::numeric_limits<std::size_t>::max();
  };
  /// A date: `2024`, `2024-05` or `2024-05-17`.
  struct Day {
    std::string* value;  ///< Where it goes.
  };

  /// A number above 0, at most 1, and the one that stands for none.
  struct Share {
    double* value;        ///< Where it goes.
    std::string implied;  ///< Taken where no number follows the name.
  };

  std::string names;  ///< `-o,--output`; for a positional argument its name in capitals, `GRAPH`.
  std::string value;  ///< Name of the value as help shows it: `FILE`; empty for a flag.
  std::string help;   ///< One line.
  std::variant<bool*, std::string*, std::vector<std::string>*, Count, Day, Share> target;
  std::vector<std::string> choices = {};  ///< The values allowed, if they are a list.
  bool required = false;                  ///< The command cannot run without.
  bool listed = false;                    ///< A list's values may be joined by commas.

  /// True for an argument that stands without a name.
  bool positional() const { return names.front() != '-'; }
};

/// An option that is there or not.
Option Flag(std::string names, std::string help, bool* target);
/// An option with any text.
Option Text(std::string names, std::string value, std::string help, std::string* target);
/// An option with one of some texts; `choices` may be empty for any.
Option Choice(std::string names, std::string value, std::string help, std::string* target,
              std::vector<std::string> choices);
/// An option that may be given several times.
Option Texts(std::string names, std::string value, std::string help,
             std::vector<std::string>* target);
/// The same, whose values may also be joined by commas.
Option TextList(std::string names, std::string value, std::string help,
                std::vector<std::string>* target);
/// An option with a whole number.
Option Number(std::string names, std::string value, std::string help, Option::Count target);
/// An option with an ISO 8601 date, to the day, month or year.
Option Date(std::string names, std::string value, std::string help, std::string* target);
/// An option with a number above 0, at most 1, which may be left out.
Option ShareOption(std::string names, std::string value, std::string help, Option::Share target);
/// True for a text that such an option takes for its number: what begins like one.
bool IsNumberLike(const std::string& text);
/// A positional argument, required.
Option Argument(std::string name, std::string help, std::string* target);
/// All further positional arguments, at least one.
Option Arguments(std::string name, std::string help, std::vector<std::string>* target);
/// The option, required.
Option Required(Option option);

/// Puts the values that the user gave into the option's target.
/// @param shown   the option as messages name it.
/// @param values  in the order given; none for a flag.
/// @throws extract::UsageError that names the option, the value and what was expected.
void Assign(const Option& option, const std::string& shown, const std::vector<std::string>& values);

}  // namespace zhitu::cli
