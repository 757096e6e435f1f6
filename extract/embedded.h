#pragma once

#include <span>
#include <string_view>

namespace zhitu::extract {

/// A data file built into the program.
struct EmbeddedFile {
  std::string_view name;  ///< `preset/file.yaml`, of lists `file.yaml`.
  std::string_view text;  ///< Its bytes.
};

/// The preset files that come with the program, by name.
std::span<const EmbeddedFile> EmbeddedPresets();

/// What is known of lists that people have (`lists/`), by name.
std::span<const EmbeddedFile> EmbeddedLists();
/// The text of one of them; `std::out_of_range` if there is none of that name.
std::string_view EmbeddedList(std::string_view name);

}  // namespace zhitu::extract
