#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"
#include "extract/knowledge.h"

namespace zhitu::extract {

/// Puts a preset together from its YAML files (format: docs/rules.md). What a later file says of
/// `text` replaces what an earlier one said; groups, lexicons and rules add up, a rule of the same
/// id replaces the earlier one.
class PresetReader {
 public:
  PresetReader();
  ~PresetReader();

  /// Reads one file. Faults are kept until a `Take`.
  /// @param text   valid UTF-8.
  /// @param known  the file comes with the program: it is well-formed.
  void Read(const std::string& file, std::string_view text, bool known = false);
  /// All that was read, compiled. Done once. @throws InputError with every fault of all files,
  /// those of patterns too.
  Knowledge Take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhitu::extract
