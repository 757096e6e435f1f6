#include "cli/corpus_reader.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "cli/output_check.h"
#include "cli/progress.h"
#include "cli/wording.h"
#include "extract/dictionary.h"

namespace zhitu::cli {
namespace {

extract::Gazetteer LoadGazetteer(const CorpusOptions& options, Session& session) {
  std::vector<extract::Problem> warnings;
  extract::Gazetteer gazetteer =
      extract::LoadDictionaries(options.dictionaries, session.options.strict, warnings);
  session.messages.Warn(warnings);
  return gazetteer;
}

std::vector<std::string> PathsOf(const extract::FileList& files) {
  std::vector<std::string> paths;
  paths.reserve(files.files.size());
  for (const extract::CorpusFile& file : files.files) paths.push_back(file.path);
  return paths;
}

// What must be kept if the files are read twice: all up to the last that is no regular file.
std::vector<extract::FileContent> ReadUpToLastStream(const std::vector<extract::CorpusFile>& files,
                                                     const extract::RecordFields& fields) {
  std::size_t kept = files.size();
  while (kept > 0 && std::filesystem::is_regular_file(files[kept - 1].path)) --kept;
  std::vector<extract::FileContent> contents;
  contents.reserve(kept);
  for (std::size_t i = 0; i < kept; ++i)
    contents.push_back(extract::ReadCorpusFile(files[i], fields));
  return contents;
}

extract::FileList List(const std::vector<std::string>& inputs, const std::string& output) {
  extract::FileList files = extract::ListFiles(inputs);
  if (!output.empty()) CheckOutput(output, PathsOf(files));
  return files;
}

}  // namespace

void TellSkipped(const CorpusTotals& totals, Messages& messages) {
  if (totals.bad > 0) {
    messages.Inform(fmt::format("broken files or records skipped: {}", totals.bad));
  }
  if (totals.other_endings > 0) {
    messages.Inform(fmt::format("files with other endings than .txt .md .jsonl .csv skipped: {}",
                                totals.other_endings));
  }
}

std::vector<Option> CorpusOptionTable(CorpusOptions& options) {
  return {
      Arguments("INPUT", "files, folders or - for standard input", &options.inputs),
      Texts("-d,--dictionary", "DICT",
            "names to find: .csv, .tsv or .jsonl, repeated or not; or one .zdict",
            &options.dictionaries),
      Texts("-r,--rules", "RULES", "relation rules to add (YAML); may be repeated",
            &options.extractor.rule_files),
      Text("--preset", "PRESET", "auto, none, zh-news, en or a folder of YAML files (auto)",
           &options.extractor.preset),
      Text("--model", "MODEL", "finds further names, or statements; made by 'zhitu train'",
           &options.extractor.model),
      Text("--text-field", "NAME", "record field with the text (text)", &options.fields.text),
      Text("--id-field", "NAME", "record field with the id (id)", &options.fields.id),
      Text("--title-field", "NAME", "record field with the title (title)", &options.fields.title),
      Text("--date-field", "NAME", "record field with the date (date)", &options.fields.date),
      Text("--source-field", "NAME", "record field with the source (source)",
           &options.fields.source),
      Text("--meta", "FILE.csv", "table document,date,source,title for plain files", &options.meta),
      Choice("--on-error", "WHAT", "broken files and records of the corpus (skip)",
             &options.on_error, {"skip", "fail"}),
  };
}

CorpusReader::CorpusReader(const CorpusOptions& options, Session& session,
                           const std::string& output)
    : options_(options),
      session_(session),
      side_(session.options.jobs),
      begun_files_(side_.Run<Files>([this, output] { return BeginFiles(output); })),
      gazetteer_(LoadGazetteer(options, session)),
      extractor_(gazetteer_, options.extractor) {
  if (!options.meta.empty()) meta_ = extract::DocumentMeta::Load(options.meta);
  loaded_ = true;
  files_ = begun_files_.Get();
}

CorpusReader::Files CorpusReader::BeginFiles(const std::string& output) const {
  Files files{List(options_.inputs, output), {}};
  if (options_.twice) {
    files.read = ReadUpToLastStream(files.list.files, options_.fields);
    return files;
  }
  files.read =
      extract::ReadFirstFiles(files.list.files, options_.fields, [this] { return !loaded_; });
  return files;
}

CorpusTotals CorpusReader::Run(const std::function<void(const extract::Extraction&)>& consume) {
  return RunWith(extractor_, false, consume);
}

void CorpusReader::RunAgain(const extract::Extractor& extractor,
                            const std::function<void(const extract::Extraction&)>& consume) {
  RunWith(extractor, true, consume);
}

CorpusTotals CorpusReader::RunWith(const extract::Extractor& extractor, bool again,
                                   const std::function<void(const extract::Extraction&)>& consume) {
  CorpusTotals totals;
  totals.other_endings = files_.list.skipped;
  begun_ = std::chrono::steady_clock::now();
  const extract::PipelineOptions pipeline{options_.fields, meta_ ? &*meta_ : nullptr,
                                          session_.options.jobs, options_.on_error == "fail"};
  std::vector<extract::FileContent> read;
  if (options_.twice && !again) {
    read = files_.read;
  } else {
    read = std::move(files_.read);
  }
  extract::RunPipeline(extractor, {files_.list.files, std::move(read)}, pipeline,
                       [&](extract::FileResult&& result) {
                         if (!again) TellFaults(result);
                         for (const extract::Extraction& extraction : result.extractions)
                           consume(extraction);
                         Count(result, totals);
                       });
  return totals;
}

void CorpusReader::TellFaults(const extract::FileResult& result) {
  session_.messages.Warn(result.warnings);
  for (const extract::Problem& problem : result.skipped) {
    session_.messages.Warn(extract::Describe(problem) + "; skipped");
  }
}

void CorpusReader::Count(const extract::FileResult& result, CorpusTotals& totals) {
  ++totals.files;
  totals.documents += result.extractions.size();
  totals.bytes += result.bytes;
  totals.bad += result.skipped.size();
  if (!session_.messages.WantsProgress()) return;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begun_;
  session_.messages.Progress(ProgressLine(
      {totals.files, files_.list.files.size(), totals.documents, totals.bytes, elapsed.count()}));
}

}  // namespace zhitu::cli
