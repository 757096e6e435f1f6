#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhitu::extract {

/// The types that every part of the program knows (colours, rules); users add their own. Sorted.
const std::vector<std::string>& KnownTypes();

/// True for a well-formed type name: `[a-z][a-z0-9_]*`, at most 64 characters.
bool IsTypeName(std::string_view type);

/// What can be said of the name of a type.
enum class TypeState {
  kKnown,     ///< One of `KnownTypes`.
  kUnknown,   ///< Well formed, but not one of them: the user's own, or a slip.
  kMalformed  ///< Not `IsTypeName`.
};

/// Which of them it is.
TypeState StateOfType(std::string_view type);

/// What is wrong with a type that is unknown or malformed, with the known one that may be meant.
std::string DescribeTypeFault(std::string_view type);

/// The type of document nodes, not to be given to dictionary entities.
inline constexpr std::string_view kDocument = "document";
/// The type of people, whom a text names by family name and title too.
inline constexpr std::string_view kPerson = "person";
/// The type of dictionary rows that name nothing and suppress their surface forms.
inline constexpr std::string_view kIgnore = "ignore";

}  // namespace zhitu::extract
