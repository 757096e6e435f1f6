#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/document.h"

namespace zhitu::extract {

struct Knowledge;

/// The knowledge of a language and genre, read from data: how its pages are laid out, its sentence
/// ends, lexicons and relation rules. Immutable once loaded; threads may share it. Format:
/// docs/rules.md.
class Preset {
 public:
  /// What a preset is read for.
  enum class Use {
    kExtract,  ///< All but what is said of names to propose.
    kSuggest   ///< All.
  };

  /// A preset by name (`zh-news`, `en`) or, where the name holds a `/`, from the YAML files of a
  /// folder, followed by further rule files.
  /// @throws UsageError  if there is no such preset (with the names there are).
  /// @throws IoError     if a folder or file cannot be read.
  /// @throws InputError  with every fault of the files, or with every example of their rules that
  ///                     does not come out as it says.
  /// Of the presets that come with the program the file `suggest.yaml` is read only for
  /// `Use::kSuggest`, since it takes a third of the time and says nothing of extraction.
  static Preset Load(const std::string& name, const std::vector<std::string>& rule_files,
                     Use use = Use::kExtract);
  /// What `sources` will give for a preset that comes with the program, without reading it.
  /// @throws UsageError  as `Load`.
  static std::vector<std::pair<std::string, std::string>> Sources(const std::string& name);
  /// Names of the presets that come with the program, sorted.
  static std::vector<std::string> Names();

  Preset(Preset&&) noexcept;             ///< Moves; the source may only be destroyed.
  Preset& operator=(Preset&&) noexcept;  ///< Moves; the source may only be destroyed.
  ~Preset();

  /// The preset's name as it was asked for.
  const std::string& name() const noexcept { return name_; }
  /// What the files say.
  const Knowledge& knowledge() const noexcept { return *knowledge_; }
  /// The files it was read from: base name, and XXH3-128 of the text in hex.
  const std::vector<std::pair<std::string, std::string>>& sources() const noexcept {
    return sources_;
  }

 private:
  Preset();
  std::string name_;
  std::vector<std::pair<std::string, std::string>> sources_;
  std::unique_ptr<Knowledge> knowledge_;
};

}  // namespace zhitu::extract
