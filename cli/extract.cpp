#include <fmt/format.h>

#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/corpus_reader.h"
#include "export/extraction_formats.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] =
    R"(  zhitu extract articles/ -d dictionary.csv > mentions.jsonl
  zhitu extract articles/ -d dictionary.csv --format html > proofread.html
  zhitu extract page.txt -d dictionary.csv --explain | jq .statements
  cat page.txt | zhitu extract - -d dictionary.csv --format tsv
  zhitu extract news.jsonl --preset none --model names.zmodel > names.jsonl
)";

struct ExtractOptions {
  CorpusOptions corpus;
  bool explain = false;
};

ExitCode RunExtract(const ExtractOptions& options, Session& session) {
  CorpusReader reader(options.corpus, session);
  const std::string format = session.options.format.empty()
                                 ? std::string(xport::ExtractionFormats().front().name)
                                 : session.options.format;
  const auto writer = xport::MakeExtractionWriter(format, session.out);
  if (options.explain) writer->Explain();
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
  command.options.push_back(Flag("--explain",
                                 "how each statement's rule matched, what ambiguous mentions may "
                                 "name, and which names were weighed (jsonl: keys match, "
                                 "candidates, weighed)",
                                 &options->explain));
  command.notes = "Formats; the first is what is printed without --format\n";
  for (const xport::ExtractionFormat& format : xport::ExtractionFormats()) {
    command.formats.emplace_back(format.name);
    command.notes += fmt::format("  {:<6} {}\n", format.name, format.purpose);
  }
  command.run = [options](Session& session) { return RunExtract(*options, session); };
  return command;
}

}  // namespace zhitu::cli
