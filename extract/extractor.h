#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/corpus.h"
#include "extract/extraction.h"
#include "extract/gazetteer.h"

namespace zhitu::extract {

/// What documents are read for.
enum class Reading {
  kAll,       ///< Mentions, statements and all else.
  kNames,     ///< Mentions alone.
  kContexts,  ///< Where names may stand that are in no dictionary (`Extraction::contexts`), alone.
};

/// What a user may set about extraction.
struct ExtractorOptions {
  /// `auto` (zh-news for mostly Han texts, else en), a preset's name, a folder of preset files (a
  /// name with `/`), or `none`: exact dictionary matching, lines not joined, no rules.
  std::string preset = "auto";
  std::vector<std::string> rule_files;  ///< Added to every preset; not allowed with `none`.
  /// With `none`: leave nested mentions out, which pair with nothing.
  bool outermost_only = false;
  std::string model = {};           ///< File of what `zhitu train` learned; empty: none.
  Reading reading = Reading::kAll;  ///< Not looked at with `none`.
  bool explained = false;           ///< Tell what was weighed as names (`Extraction::weighed`).
  /// With `Reading::kNames`: names that are not in the gazetteer; may be null. Must live as long as
  /// the extractor.
  const Gazetteer* proposals = nullptr;
};

/// Turns texts into documents and documents into extractions. Immutable; threads may share it.
class Extractor {
 public:
  /// @param gazetteer  must live as long as the extractor and all it returns.
  /// @throws UsageError, IoError, InputError  as `Preset::Load` and `LoadModel`.
  Extractor(const Gazetteer& gazetteer, const ExtractorOptions& options);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  /// Splits a text into its articles (records are never split), each with its zones and joined
  /// lines; `text` is cut up.
  std::vector<Document> Split(SourceText text) const;
  /// Reads one document: mentions and statements. Pure; O(n log m).
  Extraction Extract(Document document) const;
  /// Reads several, in their order: the same, but faster than one by one.
  std::vector<Extraction> Extract(std::vector<Document> documents) const;
  /// Both: all documents of a text, in order.
  std::vector<Extraction> Run(SourceText text) const;
  /// Rule files and presets in use: name, and XXH3-128 of the bytes in hex, for provenance.
  const std::vector<std::pair<std::string, std::string>>& sources() const;
  /// XXH3-128 of the file of the model in use, in hex; empty if there is none.
  const std::string& model_hash() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhitu::extract
