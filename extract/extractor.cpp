#include "extract/extractor.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "extract/articles.h"
#include "extract/characters.h"
#include "extract/document_reader.h"
#include "extract/error.h"
#include "extract/knowledge.h"
#include "extract/model.h"
#include "extract/plain_reader.h"
#include "extract/preset.h"
#include "extract/tagger.h"
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

// A preset that is read at once, or when a text first needs it. Threads may share it.
class PresetInUse {
 public:
  // Reads it, with further rule files. Throws as `Preset::Load`.
  PresetInUse(const std::string& name, const std::vector<std::string>& rule_files, Preset::Use use)
      : preset_(std::make_unique<const Preset>(Preset::Load(name, rule_files, use))),
        sources_(preset_->sources()) {}
  // One that comes with the program, where nothing can be wrong, is read later.
  PresetInUse(const std::string& name, Preset::Use use)
      : name_(name), use_(use), sources_(Preset::Sources(name)), late_(true) {}

  const Preset& Get() const {
    if (late_) {
      std::call_once(read_, [this] {
        preset_ = std::make_unique<const Preset>(Preset::Load(name_, {}, use_));
      });
    }
    return *preset_;
  }
  const std::vector<std::pair<std::string, std::string>>& sources() const { return sources_; }

 private:
  std::string name_;
  Preset::Use use_ = Preset::Use::kExtract;
  mutable std::once_flag read_;
  mutable std::unique_ptr<const Preset> preset_;
  std::vector<std::pair<std::string, std::string>> sources_;
  bool late_ = false;
};

}  // namespace

struct Extractor::Impl {
  const Preset* PresetFor(std::string_view text) const {
    if (presets.empty()) return nullptr;
    if (options.preset != kAutoPreset) return &presets.begin()->second.Get();
    return &presets.at(IsMostlyHan(text) ? kHanPreset : kSpacedPreset).Get();
  }
  const Knowledge& KnowledgeFor(std::string_view text) const {
    const Preset* const preset = PresetFor(text);
    return preset == nullptr ? plain : preset->knowledge();
  }
  void Take(Model model) {
    model_hash = std::move(model.hash);
    if (model.tagger) taggers = std::make_unique<TaggerPool>(std::move(*model.tagger));
    if (model.statements)
      statements = std::make_unique<StatementPool>(std::move(*model.statements));
  }

  const Gazetteer* gazetteer = nullptr;
  ExtractorOptions options;
  std::map<std::string, PresetInUse> presets;
  std::vector<std::pair<std::string, std::string>> sources;
  Knowledge plain;                      // of preset `none`
  std::unique_ptr<TaggerPool> taggers;  // null where the model has none, as are the next
  std::unique_ptr<StatementPool> statements;
  std::string model_hash;
};

Extractor::Extractor(const Gazetteer& gazetteer, const ExtractorOptions& options)
    : impl_(std::make_unique<Impl>()) {
  impl_->gazetteer = &gazetteer;
  impl_->plain.names_only = true;
  impl_->plain.outermost_only = options.outermost_only;
  impl_->options = options;
  if (!options.model.empty()) impl_->Take(LoadModel(options.model));
  if (options.preset == kNoPreset) {
    if (!options.rule_files.empty()) {
      throw UsageError(
          "rules with --preset none; expected another preset, since none has no rules");
    }
    return;
  }
  const Preset::Use use =
      options.reading == Reading::kContexts ? Preset::Use::kSuggest : Preset::Use::kExtract;
  std::vector<std::string> names = {options.preset};
  if (options.preset == kAutoPreset) names = {kHanPreset, kSpacedPreset};
  for (const std::string& name : names) {
    const bool late = options.preset == kAutoPreset && options.rule_files.empty();
    const PresetInUse& preset =
        late ? impl_->presets.try_emplace(name, name, use).first->second
             : impl_->presets.try_emplace(name, name, options.rule_files, use).first->second;
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

const std::string& Extractor::model_hash() const { return impl_->model_hash; }

std::vector<Document> Extractor::Split(SourceText text) const {
  const Knowledge& knowledge = impl_->KnowledgeFor(text.text);
  if (knowledge.names_only) return PlainDocuments(std::move(text));
  return SplitArticles(text, knowledge.conventions);
}

Extraction Extractor::Extract(Document document) const {
  const Knowledge& knowledge = impl_->KnowledgeFor(document.text);
  const Reading reading = knowledge.names_only ? Reading::kAll : impl_->options.reading;
  if (reading == Reading::kNames) {
    return ReadNames(std::move(document), *impl_->gazetteer, impl_->options.proposals, knowledge,
                     impl_->taggers.get());
  }
  if (reading == Reading::kContexts) {
    Extraction extraction;
    extraction.gazetteer = impl_->gazetteer;
    extraction.contexts = ReadContexts(document, *impl_->gazetteer, knowledge);
    extraction.document = std::move(document);
    return extraction;
  }
  return ReadDocument(std::move(document), *impl_->gazetteer, knowledge, knowledge.rules,
                      {impl_->taggers.get(), impl_->statements.get()}, impl_->options.explained);
}

std::vector<Extraction> Extractor::Extract(std::vector<Document> documents) const {
  std::vector<Extraction> extractions;
  for (auto next = documents.begin(); next != documents.end();) {
    // Those in a row that are read in the same way.
    const Knowledge& knowledge = impl_->KnowledgeFor(next->text);
    const auto end = std::find_if(std::next(next), documents.end(), [&](const Document& document) {
      return &impl_->KnowledgeFor(document.text) != &knowledge;
    });
    if (impl_->options.reading == Reading::kAll) {
      std::vector<Extraction> some =
          ReadDocuments({std::make_move_iterator(next), std::make_move_iterator(end)},
                        *impl_->gazetteer, knowledge, knowledge.rules,
                        {impl_->taggers.get(), impl_->statements.get()}, impl_->options.explained);
      std::move(some.begin(), some.end(), std::back_inserter(extractions));
    } else {
      for (auto one = next; one != end; ++one) extractions.push_back(Extract(std::move(*one)));
    }
    next = end;
  }
  return extractions;
}

std::vector<Extraction> Extractor::Run(SourceText text) const {
  return Extract(Split(std::move(text)));
}

}  // namespace zhitu::extract
