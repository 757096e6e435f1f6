#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::extract {

/// Number of an entity inside one `Extraction`: below the gazetteer's size it is the gazetteer's
/// entity, from there on one found in the text itself.
using EntityIndex = std::uint32_t;

/// No entity: an undecided mention.
inline constexpr EntityIndex kNoEntity = std::numeric_limits<EntityIndex>::max();
/// The document itself, as subject or object of a statement.
inline constexpr EntityIndex kThisDocument = kNoEntity - 1;

/// What is known of an entity before any text is read, or of one found in a text.
struct Entity {
  std::string id;                    ///< Unique; `type:name` unless the dictionary says otherwise.
  std::string name;                  ///< Canonical name, as written.
  std::string type;                  ///< `[a-z][a-z0-9_]*`.
  std::vector<std::string> aliases;  ///< Other surface forms, in the order given.
  std::vector<std::string> context;  ///< Words that favour this reading of an ambiguous form.
  std::vector<std::pair<std::string, std::string>> attributes;  ///< Further columns: name, value.
  EntityIndex parent = kNoEntity;  ///< Larger unit named by the dictionary.
  std::string why;                 ///< Provenance: `dictionary.csv:3`, or the rule that found it.
};

}  // namespace zhitu::extract
