#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/annotation_input.h"
#include "cli/command.h"
#include "cli/output_check.h"
#include "cli/progress.h"
#include "cli/wording.h"
#include "export/output_file.h"
#include "extract/annotation.h"
#include "extract/dictionary.h"
#include "extract/error.h"
#include "extract/given_mentions.h"
#include "extract/gold_text.h"
#include "extract/model.h"
#include "extract/statement_trainer.h"
#include "extract/tagger_trainer.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu train gold.jsonl -o names.zmodel
  zhitu extract articles/ --model names.zmodel
  zhitu train news.jsonl more.jsonl -d dictionary.csv -o names.zmodel
  zhitu train proofread.jsonl --root articles/ -o names.zmodel
  zhitu train gold.jsonl --surfaces-only -o known.zmodel
  zhitu train triples.jsonl -o statements.zmodel
)";

constexpr char kNotes[] =
    R"(GOLD is JSON Lines, each line in one of three forms, offsets in code points:
  {"text","ents":[[begin,end,type]],"relations":[[subject,predicate,object]]}, relations between
  numbers of 'ents' from 0, or without any;
  {"text","triples":[[subject,predicate,object]],"types":{surface:type}}, between surfaces, each a
  mention wherever it stands;
  what 'zhitu extract' printed and somebody put right; its texts are read from the files it names,
  in the folder of --root.
Names are learned from the first and the last form, where all must be marked; of names inside others
the outer ones are learned. Where lines say what holds between names, a classifier of statements is
learned too, and what they do not say does not hold. --learn names or statements leaves one out.
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
  std::string learn = "all";
  bool surfaces_only = false;
};

// What there is to learn from. Documents keep a pointer to the gazetteer.
struct TrainingGold {
  std::vector<extract::TrainingText> names;
  std::vector<extract::StatementText> statements;
  extract::Gazetteer empty;
};

bool HasStatements(const extract::AnnotationFile& gold) {
  return std::any_of(gold.documents.begin(), gold.documents.end(),
                     [](const auto& document) { return !document.statements.empty(); });
}

// Adds the texts that tell what holds in them.
void TakeStatements(const extract::AnnotationFile& gold, const TrainOptions& options,
                    TrainingGold& all) {
  for (extract::GivenDocument& document :
       extract::GiveDocuments(gold, gold.file, options.sources, all.empty)) {
    if (document.has_statements) all.statements.push_back(std::move(document.text));
  }
}

void ReadTexts(const TrainOptions& options, TrainingGold& all) {
  std::vector<extract::AnnotationFile> files;
  for (const std::string& path : options.gold)
    files.push_back(ReadAnnotations(path, extract::ReadGold));
  for (const extract::AnnotationFile& gold : files) {
    if (options.learn == "statements") break;
    std::vector<extract::TrainingText> more = extract::TrainingTexts(gold, options.sources);
    std::move(more.begin(), more.end(), std::back_inserter(all.names));
  }
  if (options.learn == "names" || std::none_of(files.begin(), files.end(), HasStatements)) return;
  for (const extract::AnnotationFile& gold : files) TakeStatements(gold, options, all);
}

bool HasNames(const std::vector<extract::TrainingText>& texts) {
  return std::any_of(texts.begin(), texts.end(),
                     [](const auto& text) { return !text.names.empty(); });
}

std::vector<std::string> InputsOf(const TrainOptions& options) {
  std::vector<std::string> inputs = options.gold;
  inputs.insert(inputs.end(), options.dictionaries.begin(), options.dictionaries.end());
  return inputs;
}

// Seconds since it was made.
class Clock {
 public:
  double Seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  }

 private:
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

extract::TaggerModel LearnNames(const std::vector<extract::TrainingText>& texts,
                                const extract::Gazetteer* dictionary, const TrainOptions& options,
                                std::vector<std::string>& learned, Session& session) {
  extract::TrainingOptions training;
  training.learner.epochs = options.epochs;
  training.learner.jobs = session.options.jobs;
  training.seed = options.seed;
  training.surfaces_only = options.surfaces_only;
  training.dictionary = dictionary;
  const Clock clock;
  training.progress = [&](const extract::TrainingProgress& progress) {
    if (!session.messages.WantsProgress()) return;
    session.messages.Progress(TrainingLine(
        {progress.epoch, options.epochs, progress.sequences, progress.of, clock.Seconds()}));
  };
  extract::TrainingCounts counts;
  extract::TaggerModel model = extract::TrainTagger(texts, training, counts);
  learned.push_back(
      Counted(static_cast<std::int64_t>(counts.sequences), "paragraph", "paragraphs"));
  learned.push_back(Counted(static_cast<std::int64_t>(counts.names), "name", "names"));
  learned.push_back(Counted(static_cast<std::int64_t>(model.types.size()), "type", "types"));
  if (counts.left_out > 0) {
    session.messages.Inform(fmt::format(
        "names that begin or end inside a word or run over a line, left out: {}", counts.left_out));
  }
  return model;
}

// Nothing where no sentence names both ends of a statement.
std::optional<extract::StatementModel> LearnStatements(
    const std::vector<extract::StatementText>& texts, const TrainOptions& options,
    std::vector<std::string>& learned, Session& session) {
  extract::StatementTraining training;
  training.seed = options.seed;
  training.jobs = session.options.jobs;
  const Clock clock;
  training.progress = [&](std::size_t done, std::size_t all) {
    if (!session.messages.WantsProgress()) return;
    session.messages.Progress(PredicatesLine({done, all, clock.Seconds()}));
  };
  extract::StatementCounts counts;
  std::optional<extract::StatementModel> model = extract::TrainStatements(texts, training, counts);
  if (counts.left_out > 0) {
    session.messages.Inform(fmt::format(
        "statements whose ends no sentence names together, left out: {}", counts.left_out));
  }
  if (!model) return model;
  learned.push_back(
      Counted(static_cast<std::int64_t>(counts.pairs), "pair of names", "pairs of names"));
  learned.push_back(
      Counted(static_cast<std::int64_t>(counts.statements), "statement", "statements"));
  learned.push_back(
      Counted(static_cast<std::int64_t>(model->predicates.size()), "predicate", "predicates"));
  return model;
}

std::size_t WriteModel(const extract::Model& model, const std::string& path) {
  xport::OutputFile file(path);
  std::size_t bytes = 0;
  extract::WriteModel(model, [&](std::string_view part) {
    file.Write(part);
    bytes += part.size();
  });
  file.Commit();
  return bytes;
}

std::string NothingToLearn(const TrainOptions& options) {
  if (options.learn == "names") return "holds no name; expected some to learn from";
  return "holds no statement between names of one sentence; expected some to learn from";
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
  TrainingGold gold;
  ReadTexts(options, gold);
  extract::Model model;
  std::vector<std::string> learned;
  if (HasNames(gold.names)) {
    model.tagger = LearnNames(gold.names, options.dictionaries.empty() ? nullptr : &gazetteer,
                              options, learned, session);
  }
  if (!gold.statements.empty())
    model.statements = LearnStatements(gold.statements, options, learned, session);
  if (!model.tagger && !model.statements)
    throw extract::InputError({options.gold.front(), 0, 0}, NothingToLearn(options));
  const std::size_t bytes = WriteModel(model, options.output);
  learned.push_back(fmt::format("{:.1f} MB", static_cast<double>(bytes) / kMegabyte));
  session.messages.Inform(options.output + ": " + Joined(learned, ", "));
  return ExitCode::kDone;
}

}  // namespace

Command TrainCommand() {
  auto options = std::make_shared<TrainOptions>();
  Command command;
  command.name = "train";
  command.summary = "Learns to find names and statements from texts in which they are marked.";
  command.synopsis =
      "GOLD... -o MODEL [-d DICT]... [--learn WHAT] [--surfaces-only] [--epochs N] [--seed N]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Arguments("GOLD", "marked texts (.jsonl) or - for standard input", &options->gold),
      Required(Text("-o,--output", "MODEL", "the model to write", &options->output)),
      Texts("-d,--dictionary", "DICT",
            "names as a hint: .csv, .tsv, .jsonl, repeated; or one .zdict", &options->dictionaries),
      Choice("--learn", "WHAT", "what to learn of what GOLD tells (all)", &options->learn,
             {"all", "names", "statements"}),
      Number("--epochs", "N", "passes over the names (8)", {&options->epochs, 1, 1000}),
      Number("--seed", "N", "of the order in which examples come (1)", {&options->seed}),
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
