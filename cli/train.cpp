#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/output_check.h"
#include "cli/progress.h"
#include "cli/wording.h"
#include "export/output_file.h"
#include "extract/annotation.h"
#include "extract/dictionary.h"
#include "extract/error.h"
#include "extract/gold_text.h"
#include "extract/tagger_model.h"
#include "extract/tagger_trainer.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu train gold.jsonl -o names.zmodel
  zhitu extract articles/ --model names.zmodel
  zhitu train news.jsonl more.jsonl -d dictionary.csv -o names.zmodel
  zhitu train proofread.jsonl --root articles/ -o names.zmodel
  zhitu train gold.jsonl --surfaces-only -o known.zmodel
)";

constexpr char kNotes[] =
    R"(GOLD is JSON Lines, {"text","ents":[[begin,end,type]]} a line, offsets in code points, or what
'zhitu extract' printed and somebody put right; the texts of these are read from the files they
name, in the folder of --root. All names of a text must be marked; of names inside others the
outer ones are learned.
With -d the model learns how far the dictionary is to be trusted: give the same one to 'extract'.
With --surfaces-only the model finds no name that GOLD does not mark somewhere: it learns which of
these forms are names where they stand. It is smaller and faster, and finds less.
The same gold, dictionary, --seed and --epochs give the same model. docs/models.md tells more.
)";

constexpr double kMegabyte = 1e6;

struct TrainOptions {
  std::vector<std::string> gold;
  std::vector<std::string> dictionaries;
  std::string output;
  extract::GoldSources sources;
  std::size_t epochs = extract::LearnerOptions().epochs;
  std::size_t seed = extract::TrainingOptions().seed;
  bool surfaces_only = false;
};

extract::AnnotationFile ReadGoldFile(const std::string& path) {
  if (path == "-") return extract::ReadGold(std::cin, path);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw extract::IoError(path + ": " + std::generic_category().message(errno));
  return extract::ReadGold(file, path);
}

std::vector<extract::TrainingText> ReadTexts(const TrainOptions& options) {
  std::vector<extract::TrainingText> texts;
  for (const std::string& path : options.gold) {
    std::vector<extract::TrainingText> more =
        extract::TrainingTexts(ReadGoldFile(path), options.sources);
    std::move(more.begin(), more.end(), std::back_inserter(texts));
  }
  return texts;
}

std::vector<std::string> InputsOf(const TrainOptions& options) {
  std::vector<std::string> inputs = options.gold;
  inputs.insert(inputs.end(), options.dictionaries.begin(), options.dictionaries.end());
  return inputs;
}

extract::TaggerModel Train(const std::vector<extract::TrainingText>& texts,
                           const extract::Gazetteer* dictionary, const TrainOptions& options,
                           extract::TrainingCounts& counts, Session& session) {
  extract::TrainingOptions training;
  training.learner.epochs = options.epochs;
  training.learner.jobs = session.options.jobs;
  training.seed = options.seed;
  training.surfaces_only = options.surfaces_only;
  training.dictionary = dictionary;
  const auto begun = std::chrono::steady_clock::now();
  training.progress = [&](const extract::TrainingProgress& progress) {
    if (!session.messages.WantsProgress()) return;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begun;
    session.messages.Progress(TrainingLine(
        {progress.epoch, options.epochs, progress.sequences, progress.of, elapsed.count()}));
  };
  return extract::TrainTagger(texts, training, counts);
}

std::size_t WriteModel(const extract::TaggerModel& model, const std::string& path) {
  xport::OutputFile file(path);
  std::size_t bytes = 0;
  extract::WriteTaggerModel(model, [&](std::string_view part) {
    file.Write(part);
    bytes += part.size();
  });
  file.Commit();
  return bytes;
}

ExitCode RunTrain(const TrainOptions& options, Session& session) {
  if (options.surfaces_only && !options.dictionaries.empty()) {
    throw extract::UsageError(
        "--surfaces-only learns of the names of GOLD alone; expected no --dictionary beside it");
  }
  CheckModelOutput(options.output, InputsOf(options), session.options.force);
  std::vector<extract::Problem> warnings;
  const extract::Gazetteer gazetteer =
      extract::LoadDictionaries(options.dictionaries, session.options.strict, warnings);
  session.messages.Warn(warnings);
  const std::vector<extract::TrainingText> texts = ReadTexts(options);
  extract::TrainingCounts counts;
  const extract::TaggerModel model =
      Train(texts, options.dictionaries.empty() ? nullptr : &gazetteer, options, counts, session);
  const std::size_t bytes = WriteModel(model, options.output);
  session.messages.Inform(
      fmt::format("{}: {}, {}, {}, {:.1f} MB", options.output,
                  Counted(static_cast<std::int64_t>(counts.sequences), "paragraph", "paragraphs"),
                  Counted(static_cast<std::int64_t>(counts.names), "name", "names"),
                  Counted(static_cast<std::int64_t>(model.types.size()), "type", "types"),
                  static_cast<double>(bytes) / kMegabyte));
  if (counts.left_out > 0) {
    session.messages.Inform(fmt::format(
        "names that begin or end inside a word or run over a line, left out: {}", counts.left_out));
  }
  return ExitCode::kDone;
}

}  // namespace

Command TrainCommand() {
  auto options = std::make_shared<TrainOptions>();
  Command command;
  command.name = "train";
  command.summary = "Learns to find names from texts in which they are marked.";
  command.synopsis = "GOLD... -o MODEL [-d DICT]... [--surfaces-only] [--epochs N] [--seed N]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Arguments("GOLD", "marked texts (.jsonl) or - for standard input", &options->gold),
      Required(Text("-o,--output", "MODEL", "the model to write", &options->output)),
      Texts("-d,--dictionary", "DICT",
            "names as a hint: .csv, .tsv, .jsonl, repeated; or one .zdict", &options->dictionaries),
      Number("--epochs", "N", "passes over the texts (8)", {&options->epochs, 1, 1000}),
      Number("--seed", "N", "of the order in which paragraphs come (1)", {&options->seed}),
      Flag("--surfaces-only", "find only forms that GOLD marks, where they are names",
           &options->surfaces_only),
      Text("--root", "DIR", "folder of the files that extractions name (here)",
           &options->sources.root),
      Text("--text-field", "NAME", "record field with the text (text)",
           &options->sources.fields.text),
      Text("--id-field", "NAME", "record field with the id (id)", &options->sources.fields.id),
  };
  command.run = [options](Session& session) { return RunTrain(*options, session); };
  return command;
}

}  // namespace zhitu::cli
