#include "extract/preset.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "extract/corpus.h"
#include "extract/embedded.h"
#include "extract/encoding.h"
#include "extract/error.h"
#include "extract/hash.h"
#include "extract/knowledge.h"
#include "extract/preset_reader.h"
#include "extract/rule_example.h"
#include "extract/spelling.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

namespace fs = std::filesystem;

struct RuleFile {
  std::string name;
  std::string text;
  bool known = false;  // comes with the program
};

RuleFile ReadRuleFile(const std::string& path) {
  std::string bytes = ReadBytes(path);
  std::vector<Problem> problems = Utf8Problems(path, bytes);
  if (!problems.empty()) throw InputError(std::move(problems));
  return {path, DecodeUtf8(std::move(bytes)).text, false};
}

// Names to propose: of no use but to `dict suggest`.
constexpr char kSuggestFile[] = "suggest.yaml";

bool IsEmbedded(std::string_view file) {
  const auto files = EmbeddedPresets();
  return std::any_of(files.begin(), files.end(),
                     [&](const EmbeddedFile& other) { return other.name == file; });
}

std::vector<RuleFile> EmbeddedFiles(const std::string& preset, Preset::Use use) {
  std::vector<RuleFile> files;
  for (const EmbeddedFile& file : EmbeddedPresets()) {
    const bool wanted = use == Preset::Use::kSuggest || !file.name.ends_with(kSuggestFile);
    if (wanted && file.name.starts_with(preset + '/'))
      files.push_back({std::string(file.name), std::string(file.text), true});
  }
  if (files.empty()) {
    std::string known = "none auto";
    for (const std::string& name : Preset::Names()) known += ' ' + name;
    const std::string close = Closest(preset, Preset::Names());
    throw UsageError("preset '" + preset + "' is unknown; expected one of " + known +
                     ", or a folder with a / in its name" +
                     (close.empty() ? "" : "; did you mean '" + close + "'?"));
  }
  return files;
}

std::vector<RuleFile> FolderFiles(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  for (fs::directory_iterator entries(folder, error); !error && entries != fs::directory_iterator();
       entries.increment(error)) {
    if (entries->path().extension() == ".yaml") paths.push_back(entries->path().string());
  }
  if (error) throw IoError(folder + ": " + error.message());
  if (paths.empty())
    throw InputError({folder, 0, 0}, "no preset here; expected a folder with .yaml files");
  std::sort(paths.begin(), paths.end());
  std::vector<RuleFile> files;
  files.reserve(paths.size());
  for (const std::string& path : paths) files.push_back(ReadRuleFile(path));
  return files;
}

std::pair<std::string, std::string> SourceOf(const RuleFile& file) {
  return {fs::path(file.name).filename().string(), HashHex(file.text)};
}

// The tests have run the examples of the presets that come with the program.
void CheckOwnExamples(const Knowledge& knowledge) {
  std::vector<Problem> problems;
  for (const Rule& rule : knowledge.rules) {
    if (rule.examples.empty() || IsEmbedded(rule.examples.front().where.file)) continue;
    for (Problem& problem : CheckExamples(rule, knowledge)) problems.push_back(std::move(problem));
  }
  if (!problems.empty()) throw InputError(std::move(problems));
}

}  // namespace

Preset::Preset() = default;
Preset::Preset(Preset&&) noexcept = default;
Preset& Preset::operator=(Preset&&) noexcept = default;
Preset::~Preset() = default;

std::vector<std::string> Preset::Names() {
  std::set<std::string> names;
  for (const EmbeddedFile& file : EmbeddedPresets())
    names.emplace(file.name.substr(0, file.name.find('/')));
  return {names.begin(), names.end()};
}

std::vector<std::pair<std::string, std::string>> Preset::Sources(const std::string& name) {
  std::vector<std::pair<std::string, std::string>> sources;
  for (const RuleFile& file : EmbeddedFiles(name, Use::kExtract)) sources.push_back(SourceOf(file));
  return sources;
}

Preset Preset::Load(const std::string& name, const std::vector<std::string>& rule_files, Use use) {
  const bool folder = name.find('/') != std::string::npos;
  std::vector<RuleFile> files = folder ? FolderFiles(name) : EmbeddedFiles(name, use);
  for (const std::string& path : rule_files) files.push_back(ReadRuleFile(path));
  PresetReader reader;
  Preset preset;
  preset.name_ = name;
  for (const RuleFile& file : files) {
    reader.Read(file.name, file.text, file.known);
    preset.sources_.push_back(SourceOf(file));
  }
  preset.knowledge_ = std::make_unique<Knowledge>(reader.Take());
  CheckOwnExamples(*preset.knowledge_);
  return preset;
}

}  // namespace zhitu::extract
