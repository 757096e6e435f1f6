#include "extract/extractor.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/articles.h"
#include "extract/characters.h"
#include "extract/document_reader.h"
#include "extract/error.h"
#include "extract/preset.h"
#include "extract/rule.h"
#include "extract/text_conventions.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr char kHanPreset[] = "zh-news";
constexpr char kSpacedPreset[] = "en";
constexpr char kNoPreset[] = "none";
constexpr char kAutoPreset[] = "auto";

// True if a text is written in Han characters rather than in words of spaced scripts, judged by its
// first part.
bool IsMostlyHan(std::string_view text) {
  constexpr std::size_t kLookedAt = 20000;
  std::size_t han = 0;
  std::size_t spaced = 0;
  for (std::size_t at = 0; at < text.size() && han + spaced < kLookedAt;) {
    const char32_t c = NextCodePoint(text, at);
    if (IsHan(c)) {
      ++han;
    } else if (IsSpacedLetter(c)) {
      ++spaced;
    }
  }
  return han > 0 && han * 4 >= spaced;  // a word of Latin script has some four to five letters
}

}  // namespace

struct Extractor::Impl {
  const Preset* PresetFor(std::string_view text) const {
    if (presets.empty()) return nullptr;
    if (options.preset != kAutoPreset) return &presets.begin()->second;
    return &presets.at(IsMostlyHan(text) ? kHanPreset : kSpacedPreset);
  }
  const TextConventions& ConventionsFor(const Preset* preset) const {
    return preset == nullptr ? plain : preset->conventions();
  }

  const Gazetteer* gazetteer = nullptr;
  ExtractorOptions options;
  std::map<std::string, Preset> presets;
  std::vector<std::pair<std::string, std::string>> sources;
  TextConventions plain;  // of preset `none`
  RuleSet no_rules;
};

Extractor::Extractor(const Gazetteer& gazetteer, const ExtractorOptions& options)
    : impl_(std::make_unique<Impl>()) {
  impl_->gazetteer = &gazetteer;
  impl_->options = options;
  if (options.preset == kNoPreset) {
    if (!options.rule_files.empty()) {
      throw UsageError(
          "rules with --preset none; expected another preset, since none has no rules");
    }
    return;
  }
  std::vector<std::string> names = {options.preset};
  if (options.preset == kAutoPreset) names = {kHanPreset, kSpacedPreset};
  for (const std::string& name : names) {
    const Preset& preset =
        impl_->presets.emplace(name, Preset::Load(name, options.rule_files)).first->second;
    for (const auto& source : preset.sources()) {
      if (std::find(impl_->sources.begin(), impl_->sources.end(), source) == impl_->sources.end()) {
        impl_->sources.push_back(source);
      }
    }
  }
}

Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

const std::vector<std::pair<std::string, std::string>>& Extractor::sources() const {
  return impl_->sources;
}

std::vector<Document> Extractor::Split(const SourceText& text) const {
  const TextConventions& conventions = impl_->ConventionsFor(impl_->PresetFor(text.text));
  return SplitArticles(text, conventions);
}

Extraction Extractor::Extract(Document document) const {
  const Preset* preset = impl_->PresetFor(document.text);
  const RuleSet& rules = preset == nullptr ? impl_->no_rules : preset->rules();
  return ReadDocument(std::move(document), *impl_->gazetteer, impl_->ConventionsFor(preset),
                      rules.rules(), rules.lexicons());
}

std::vector<Extraction> Extractor::Run(const SourceText& text) const {
  std::vector<Extraction> extractions;
  for (Document& document : Split(text)) extractions.push_back(Extract(std::move(document)));
  return extractions;
}

}  // namespace zhitu::extract
