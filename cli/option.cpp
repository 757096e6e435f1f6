#include "cli/option.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/wording.h"
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

void AssignCount(const Option::Count& count, const std::string& shown, const std::string& value) {
  std::size_t number = 0;
  const char* const end = value.data() + value.size();
  const auto parsed = std::from_chars(value.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || number < count.least ||
      number > count.most) {
    Refuse(shown, value, ExpectedCount(count));
  }
  *count.value = number;
}

void AssignShare(const Option::Share& share, const std::string& shown, const std::string& value) {
  double number = 0;
  const char* const end = value.data() + value.size();
  const auto parsed = std::from_chars(value.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || !(number > 0 && number <= 1)) {
    Refuse(shown, value, "a number above 0, at most 1, such as " + share.implied);
  }
  *share.value = number;
}

// The shape of a date, and there is such a day.
bool IsDate(const std::string& text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (digit != (kShape[i] == '0') || (!digit && text[i] != '-')) return false;
  }
  const auto number = [&text](std::size_t at, std::size_t digits) {
    return text.size() > at ? std::stoi(text.substr(at, digits)) : 1;
  };
  const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                        std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  return day.ok();
}

void AssignDay(const Option::Day& day, const std::string& shown, const std::string& value) {
  if (!IsDate(value)) Refuse(shown, value, "a date such as 2024, 2024-05 or 2024-05-17");
  *day.value = value;
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

Option Date(std::string names, std::string value, std::string help, std::string* target) {
  return {std::move(names), std::move(value), std::move(help), Option::Day{target}};
}

Option ShareOption(std::string names, std::string value, std::string help, Option::Share target) {
  return {std::move(names), std::move(value), std::move(help), std::move(target)};
}

bool IsNumberLike(const std::string& text) {
  const auto digit = [&](std::size_t at) {
    return text.size() > at && text[at] >= '0' && text[at] <= '9';
  };
  double number = 0;
  const char* const end = text.data() + text.size();
  return (digit(0) || (text.starts_with('.') && digit(1))) &&
         std::from_chars(text.data(), end, number).ptr == end;
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
  } else if (const auto* share = std::get_if<Option::Share>(&option.target)) {
    AssignShare(*share, shown, value);
  } else {
    AssignDay(std::get<Option::Day>(option.target), shown, value);
  }
}

}  // namespace zhitu::cli
