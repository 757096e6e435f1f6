#include "cli/option.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "cli/did_you_mean.h"
#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::cli {
namespace {

[[noreturn]] void Refuse(const std::string& shown, const std::string& value,
                         const std::string& expected) {
  throw extract::UsageError(shown + ": expected " + expected + ", not '" +
                            extract::Printable(value) + "'");
}

void CheckChoice(const Option& option, const std::string& shown, const std::string& value) {
  if (option.choices.empty()) return;
  if (std::ranges::find(option.choices, value) != option.choices.end()) return;
  throw extract::UsageError(shown + ": unknown value '" + extract::Printable(value) + "'" +
                            DidYouMean(value, option.choices) +
                            "; expected one of: " + Joined(option.choices, ", "));
}

std::string ExpectedCount(const Option::Count& count) {
  if (count.most == std::numeric_limits<std::size_t>::max()) {
    return "a whole number from " + std::to_string(count.least);
  }
  return "a whole number from " + std::to_string(count.least) + " to " + std::to_string(count.most);
}

template <typename Value>
bool ParseWhole(const std::string& text, Value& value) {
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value);
  return parsed.ec == std::errc() && parsed.ptr == end;
}

void AssignCount(const Option::Count& count, const std::string& shown, const std::string& value) {
  std::size_t number = 0;
  if (!ParseWhole(value, number) || number < count.least || number > count.most) {
    Refuse(shown, value, ExpectedCount(count));
  }
  *count.value = number;
}

void AssignDecimal(const Option::Decimal& decimal, const std::string& shown,
                   const std::string& value) {
  double number = 0;
  if (!ParseWhole(value, number) || !std::isfinite(number) || number < 0) {
    Refuse(shown, value, "a number from 0");
  }
  *decimal.value = number;
}

void AppendListed(const std::string& joined, std::vector<std::string>& list) {
  std::size_t begin = 0;
  while (begin <= joined.size()) {
    const std::size_t end = std::min(joined.find(',', begin), joined.size());
    if (end > begin) list.push_back(joined.substr(begin, end - begin));
    begin = end + 1;
  }
}

void AssignTexts(const Option& option, const std::vector<std::string>& values,
                 std::vector<std::string>& target) {
  for (const std::string& value : values) {
    if (option.listed) {
      AppendListed(value, target);
    } else {
      target.push_back(value);
    }
  }
}

}  // namespace

Option Flag(std::string names, std::string help, bool* target) {
  return {std::move(names), "", std::move(help), target};
}

Option Text(std::string names, std::string value, std::string help, std::string* target) {
  return {std::move(names), std::move(value), std::move(help), target};
}

Option Choice(std::string names, std::string value, std::string help, std::string* target,
              std::vector<std::string> choices) {
  return {std::move(names), std::move(value), std::move(help), target, std::move(choices)};
}

Option Texts(std::string names, std::string value, std::string help,
             std::vector<std::string>* target) {
  return {std::move(names), std::move(value), std::move(help), target};
}

Option TextList(std::string names, std::string value, std::string help,
                std::vector<std::string>* target) {
  Option option = Texts(std::move(names), std::move(value), std::move(help), target);
  option.listed = true;
  return option;
}

Option Number(std::string names, std::string value, std::string help, Option::Count target) {
  return {std::move(names), std::move(value), std::move(help), target};
}

Option Fraction(std::string names, std::string value, std::string help, double* target) {
  return {std::move(names), std::move(value), std::move(help), Option::Decimal{target}};
}

Option Argument(std::string name, std::string help, std::string* target) {
  std::string value = name;
  return Required({std::move(name), std::move(value), std::move(help), target});
}

Option Arguments(std::string name, std::string help, std::vector<std::string>* target) {
  std::string value = name;
  return Required({std::move(name), std::move(value), std::move(help), target});
}

Option Required(Option option) {
  option.required = true;
  return option;
}

void Assign(const Option& option, const std::string& shown,
            const std::vector<std::string>& values) {
  if (bool* const* flag = std::get_if<bool*>(&option.target)) {
    **flag = true;
    return;
  }
  if (auto* const* texts = std::get_if<std::vector<std::string>*>(&option.target)) {
    for (const std::string& value : values) CheckChoice(option, shown, value);
    AssignTexts(option, values, **texts);
    return;
  }
  if (values.size() > 1) throw extract::UsageError(shown + ": given twice; expected once");
  const std::string& value = values.front();
  CheckChoice(option, shown, value);
  if (std::string* const* text = std::get_if<std::string*>(&option.target)) {
    **text = value;
  } else if (const auto* count = std::get_if<Option::Count>(&option.target)) {
    AssignCount(*count, shown, value);
  } else {
    AssignDecimal(std::get<Option::Decimal>(option.target), shown, value);
  }
}

}  // namespace zhitu::cli
