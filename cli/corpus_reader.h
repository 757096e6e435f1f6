#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/option.h"
#include "cli/session.h"
#include "extract/corpus.h"
#include "extract/document_meta.h"
#include "extract/extractor.h"
#include "extract/gazetteer.h"
#include "extract/pipeline.h"
#include "extract/side_thread.h"

namespace zhitu::cli {

/// What `build` and `extract` read, and how.
struct CorpusOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> dictionaries;
  extract::ExtractorOptions extractor;
  extract::RecordFields fields;
  std::string meta;               ///< File of `--meta`, or empty.
  std::string on_error = "skip";  ///< `skip` or `fail`.
  bool twice = false;             ///< The corpus will be read again (`RunAgain`).
};

/// The options of `options`, bound to it.
std::vector<Option> CorpusOptionTable(CorpusOptions& options);

/// What was read in all.
struct CorpusTotals {
  std::size_t files = 0;
  std::size_t documents = 0;
  std::size_t bytes = 0;          ///< Of decoded text.
  std::size_t bad = 0;            ///< Files and records left out because they are broken.
  std::size_t other_endings = 0;  ///< Files of folders that are no text.
};

/// Says what was left out, if anything: `3 broken files or records skipped`.
void TellSkipped(const CorpusTotals& totals, Messages& messages);

/// A corpus with the knowledge to read it by. Tells warnings and progress as it goes.
class CorpusReader {
 public:
  /// Loads dictionaries, rules and `--meta`; lists the files meanwhile and reads the first.
  /// @param options  must outlive the reader, as must `session`.
  /// @param output   the file to be written, or empty for none.
  /// @throws extract::InputError, IoError, UsageError for what cannot be loaded, and as
  ///         `CheckOutput` if `output` is a file of the corpus.
  CorpusReader(const CorpusOptions& options, Session& session, const std::string& output = {});
  CorpusReader(const CorpusReader&) = delete;
  CorpusReader& operator=(const CorpusReader&) = delete;

  /// The names that the dictionaries hold.
  const extract::Gazetteer& gazetteer() const { return gazetteer_; }
  /// What reads documents.
  const extract::Extractor& extractor() const { return extractor_; }
  /// The files to be read.
  const extract::FileList& files() const { return files_.list; }

  /// Reads all of it, once, and hands on each document's extraction in input order, on this thread.
  /// @throws as extract::RunPipeline, and what `consume` throws.
  CorpusTotals Run(const std::function<void(const extract::Extraction&)>& consume);
  /// Reads all of it again, with another extractor; what was skipped is not told again. Asked for
  /// by `CorpusOptions::twice`, for which what cannot be opened twice is kept in memory.
  /// @throws as `Run`.
  void RunAgain(const extract::Extractor& extractor,
                const std::function<void(const extract::Extraction&)>& consume);

 private:
  // The files, and what was read of the first while the dictionaries were loaded.
  struct Files {
    extract::FileList list;
    std::vector<extract::FileContent> read;
  };

  Files BeginFiles(const std::string& output) const;
  CorpusTotals RunWith(const extract::Extractor& extractor, bool again,
                       const std::function<void(const extract::Extraction&)>& consume);
  void TellFaults(const extract::FileResult& result);
  void Count(const extract::FileResult& result, CorpusTotals& totals);

  const CorpusOptions& options_;
  Session& session_;
  std::atomic<bool> loaded_ = false;  // the dictionaries and all else
  extract::SideThread side_;
  extract::Later<Files> begun_files_;  // before all else
  extract::Gazetteer gazetteer_;
  extract::Extractor extractor_;
  std::optional<extract::DocumentMeta> meta_;
  Files files_;
  std::chrono::steady_clock::time_point begun_;
};

}  // namespace zhitu::cli
