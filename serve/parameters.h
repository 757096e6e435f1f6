#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::serve {

/// The parameters of a request, read by name. A method throws `RequestError` (400,
/// `bad_parameter`) for a value that is not what it reads, or a name that stands twice where one
/// value is meant.
class Parameters {
 public:
  /// Code points of a value at most.
  static constexpr std::size_t kLongestValue = 1000;

  /// @param pairs  names and values; must live as long.
  /// @param known  names that may stand in them. @throws RequestError  for any other.
  Parameters(const std::vector<std::pair<std::string, std::string>>& pairs,
             std::span<const std::string_view> known);

  /// A text, which may be left out.
  std::string_view Text(std::string_view name) const;
  /// A text that must be there and not empty.
  std::string_view Needed(std::string_view name) const;
  /// A whole number; `usual` where it is left out.
  std::int64_t Number(std::string_view name, std::int64_t usual, std::int64_t least,
                      std::int64_t most) const;
  /// An ISO 8601 date to the day, month or year; empty where it is left out.
  std::string_view Date(std::string_view name) const;
  /// All values of a name, in their order.
  std::vector<std::string_view> All(std::string_view name) const;

 private:
  const std::vector<std::pair<std::string, std::string>>& pairs_;
};

}  // namespace zhitu::serve
