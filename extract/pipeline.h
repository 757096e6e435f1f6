#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "extract/corpus.h"
#include "extract/document_meta.h"
#include "extract/extractor.h"

namespace zhitu::extract {

/// How a corpus is run.
struct PipelineOptions {
  RecordFields fields;                 ///< Where records carry what.
  const DocumentMeta* meta = nullptr;  ///< Not owned; may be null.
  std::size_t jobs = 1;                ///< Threads that extract; at least 1.
  bool fail_on_error = false;  ///< `--on-error fail`: throw at the first bad file or record.
};

/// Files to be run.
struct PipelineInput {
  const std::vector<CorpusFile>& files;  ///< In order.
  std::vector<FileContent> read;         ///< Of the first files, what was read before.
};

/// What one file of the corpus gave.
struct FileResult {
  const CorpusFile* file = nullptr;     ///< Not owned.
  std::vector<Extraction> extractions;  ///< In order.
  std::vector<Problem> skipped;         ///< Bad records, or the whole file.
  std::vector<Problem> warnings;        ///< Things read all the same.
  std::size_t bytes = 0;                ///< Size of the decoded texts.
};

/// Reads, splits and extracts all files on `jobs` threads, the calling one included, and hands the
/// results to `consume` in the order of the files, on the calling thread. At most a few files a
/// thread are held at a time.
/// @throws IoError     for an unreadable file with `fail_on_error`; else it is in `skipped`.
/// @throws InputError  for a bad file or record with `fail_on_error`.
/// @throws LimitError  for a file larger than 2 GiB.
/// Whatever `consume` throws is passed on. Of several faults the first in order of the files is
/// thrown. All threads have ended by then.
void RunPipeline(const Extractor& extractor, PipelineInput input, const PipelineOptions& options,
                 const std::function<void(FileResult&&)>& consume);

}  // namespace zhitu::extract
