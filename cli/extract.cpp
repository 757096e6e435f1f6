#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/annotation_input.h"
#include "cli/command.h"
#include "cli/corpus_reader.h"
#include "export/extraction_formats.h"
#include "extract/error.h"
#include "extract/given_mentions.h"
#include "extract/model.h"
#include "extract/statement_classifier.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] =
    R"(  zhitu extract articles/ -d dictionary.csv > mentions.jsonl
  zhitu extract articles/ -d dictionary.csv --format html > proofread.html
  zhitu extract page.txt -d dictionary.csv --explain | jq .statements
  cat page.txt | zhitu extract - -d dictionary.csv --format tsv
  zhitu extract news.jsonl --preset none --model names.zmodel > names.jsonl
  zhitu extract --mentions marked.jsonl --model statements.zmodel > statements.jsonl
)";

struct ExtractOptions {
  CorpusOptions corpus;
  std::string mentions;  // file of given ones, or empty
  std::string root;
};

std::unique_ptr<xport::ExtractionWriter> MakeWriter(const ExtractOptions& options,
                                                    Session& session) {
  const std::string format = session.options.format.empty()
                                 ? std::string(xport::ExtractionFormats().front().name)
                                 : session.options.format;
  auto writer = xport::MakeExtractionWriter(format, session.out);
  if (options.corpus.extractor.explained) writer->Explain();
  return writer;
}

// What finds mentions, or reads other files, has no use where they are given.
void CheckGivenAlone(const CorpusOptions& corpus) {
  const auto refuse = [](bool given, const std::string& option) {
    if (!given) return;
    throw extract::UsageError("--mentions gives texts and mentions; expected no " + option +
                              " beside it");
  };
  refuse(!corpus.inputs.empty(), "INPUT");
  refuse(!corpus.dictionaries.empty(), "--dictionary");
  refuse(!corpus.extractor.rule_files.empty(), "--rules");
  refuse(!corpus.meta.empty(), "--meta");
  refuse(corpus.extractor.preset != extract::ExtractorOptions().preset, "--preset");
  if (corpus.extractor.model.empty()) {
    throw extract::UsageError(
        "--mentions without --model; expected one that has learned statements");
  }
}

extract::StatementPool LoadStatements(const std::string& path) {
  extract::Model model = extract::LoadModel(path);
  if (model.statements) return extract::StatementPool(std::move(*model.statements));
  throw extract::InputError({path, 0, 0},
                            "has learned no statements; expected a model that was trained from "
                            "gold that tells them");
}

// The statements of a model between mentions that are given.
ExitCode RunGiven(const ExtractOptions& options, Session& session) {
  CheckGivenAlone(options.corpus);
  const extract::StatementPool pool = LoadStatements(options.corpus.extractor.model);
  const extract::AnnotationFile given = ReadAnnotations(options.mentions, extract::ReadGold);
  const extract::Gazetteer empty;
  const std::string name = std::filesystem::path(options.mentions).filename().string();
  std::vector<extract::GivenDocument> documents =
      extract::GiveDocuments(given, name, {options.root, options.corpus.fields}, empty);
  extract::CheckDistinctIds(documents, given.file);
  extract::FindGivenStatements(pool, documents, session.options.jobs);
  const auto writer = MakeWriter(options, session);
  writer->Begin();
  for (const extract::GivenDocument& document : documents) writer->Add(document.text.extraction);
  writer->End();
  return ExitCode::kDone;
}

ExitCode RunExtract(const ExtractOptions& options, Session& session) {
  if (!options.mentions.empty()) return RunGiven(options, session);
  if (options.corpus.inputs.empty()) {
    throw extract::UsageError(
        "extract: expected INPUT, files, folders or - for standard input; see 'zhitu extract "
        "--help'");
  }
  CorpusReader reader(options.corpus, session);
  const auto writer = MakeWriter(options, session);
  writer->Begin();
  const CorpusTotals totals =
      reader.Run([&writer](const extract::Extraction& extraction) { writer->Add(extraction); });
  writer->End();
  TellSkipped(totals, session.messages);
  return ExitCode::kDone;
}

}  // namespace

Command ExtractCommand() {
  auto options = std::make_shared<ExtractOptions>();
  Command command;
  command.name = "extract";
  command.summary = "Prints the mentions and statements that a text holds.";
  command.synopsis =
      "INPUT... [-d DICT]... [-r RULES] [--preset P] [--model MODEL] [--explain] [--format F]";
  command.examples = kExamples;
  command.options = CorpusOptionTable(options->corpus);
  command.options.front().required = false;  // not beside --mentions
  command.options.push_back(Flag("--explain",
                                 "how rules matched and what was chosen from (jsonl: match, "
                                 "candidates, weighed)",
                                 &options->corpus.extractor.explained));
  command.options.push_back(Text("--mentions", "GIVEN.jsonl",
                                 "no INPUT: texts and mentions in a form of gold ('zhitu train')",
                                 &options->mentions));
  command.options.push_back(
      Text("--root", "DIR", "with --mentions: folder of the files that extractions name (here)",
           &options->root));
  command.notes =
      "With --explain a statement tells the places of its rule (match), an ambiguous mention what "
      "it may\n"
      "name (candidates), and a document the names by rule with those they were chosen against "
      "(weighed).\n"
      "With --mentions the model says what holds between the mentions of each sentence that are "
      "given;\n"
      "statements that stand there are passed over.\n\n"
      "Formats; the first is what is printed without --format\n";
  for (const xport::ExtractionFormat& format : xport::ExtractionFormats()) {
    command.formats.emplace_back(format.name);
    command.notes += fmt::format("  {:<6} {}\n", format.name, format.purpose);
  }
  command.run = [options](Session& session) { return RunExtract(*options, session); };
  return command;
}

}  // namespace zhitu::cli
