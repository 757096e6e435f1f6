#pragma once

#include <span>
#include <string_view>

namespace zhitu::extract {

/// A data file built into the program.
struct EmbeddedFile {
  std::string_view name;  ///< `preset/file.yaml`.
  std::string_view text;  ///< Its bytes.
};

/// The preset files that come with the program, by name.
std::span<const EmbeddedFile> EmbeddedPresets();

}  // namespace zhitu::extract
