#include "extract/extractor.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "extract/articles.h"
#include "extract/characters.h"
#include "extract/error.h"
#include "extract/link.h"
#include "extract/preset.h"
#include "extract/rule_matcher.h"
#include "extract/text_conventions.h"
#include "extract/utf8.h"
#include "extract/view.h"

namespace zhitu::extract {
namespace {

constexpr char kHanPreset[] = "zh-news";
constexpr char kSpacedPreset[] = "en";
constexpr char kNoPreset[] = "none";
constexpr char kAutoPreset[] = "auto";

// True if a text has at least as many Han characters as letters of spaced scripts, in its first
// part.
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

std::vector<RuleMention> RuleMentions(const Gazetteer& gazetteer,
                                      const std::vector<LinkedMention>& linked) {
  std::vector<RuleMention> mentions;
  for (const auto& [mention, folded] : linked) {
    if (mention.entity == kNoEntity) continue;
    mentions.push_back({folded, mention.entity, gazetteer.entity(mention.entity).type,
                        mention.nested, mention.sentence});
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const RuleMention& a, const RuleMention& b) {
                     return a.folded.begin != b.folded.begin ? a.folded.begin < b.folded.begin
                                                             : a.folded.end > b.folded.end;
                   });
  return mentions;
}

// By first evidence, then by what is said.
void SortStatements(Extraction& extraction) {
  const auto key = [&](const Statement& s) {
    return std::tuple(s.evidence.front(), extraction.EntityId(s.subject), s.predicate,
                      extraction.EntityId(s.object));
  };
  std::stable_sort(extraction.statements.begin(), extraction.statements.end(),
                   [&](const Statement& a, const Statement& b) { return key(a) < key(b); });
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
  Extraction extraction;
  extraction.document = std::move(document);
  extraction.gazetteer = impl_->gazetteer;
  const Preset* preset = impl_->PresetFor(extraction.document.text);
  const TextConventions& conventions = impl_->ConventionsFor(preset);
  const View view(extraction.document, conventions);
  std::vector<LinkedMention> linked = LinkMatches(
      *impl_->gazetteer, view, impl_->gazetteer->Find(view.folded(), extraction.document.text));
  for (const Sentence& sentence : view.sentences())
    extraction.sentences.push_back(view.Original(sentence.folded));
  if (preset != nullptr) {
    extraction.statements =
        ApplyRules(preset->rules(), conventions, view, RuleMentions(*impl_->gazetteer, linked));
    SortStatements(extraction);
  }
  extraction.mentions.reserve(linked.size());
  for (LinkedMention& mention : linked) extraction.mentions.push_back(std::move(mention.mention));
  return extraction;
}

std::vector<Extraction> Extractor::Run(const SourceText& text) const {
  std::vector<Extraction> extractions;
  for (Document& document : Split(text)) extractions.push_back(Extract(std::move(document)));
  return extractions;
}

}  // namespace zhitu::extract
