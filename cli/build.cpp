#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/corpus_reader.h"
#include "cli/output_check.h"
#include "cli/provenance.h"
#include "cli/wording.h"
#include "extract/error.h"
#include "graph/builder.h"
#include "graph/seen_dates.h"
#include "graph/store.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu build articles/ -d dictionary.csv -o news.zhitu
  zhitu build news.jsonl --text-field body --date-field published -d names.csv -o news.zhitu
  zhitu build articles/ -d names.csv -r my-rules.yaml --window paragraph -o news.zhitu
)";

constexpr char kNotes[] =
    R"(The graph file is written whole or not at all. An existing file is replaced only if it is a graph
file, or with --force. Without -d only what rules find in the text itself is in the graph.
)";

struct BuildCommandOptions {
  CorpusOptions corpus;
  std::string output;
  std::string window = "sentence";
  std::size_t max_entities = 60;
};

graph::Window WindowOf(const std::string& name) {
  for (const graph::Window window :
       {graph::Window::kSentence, graph::Window::kParagraph, graph::Window::kDocument}) {
    if (graph::WindowName(window) == name) return window;
  }
  throw extract::UsageError("--window is '" + name + "'; expected sentence, paragraph or document");
}

// All files that are read, so that the output is none of them.
std::vector<std::string> InputsOf(const CorpusOptions& corpus) {
  std::vector<std::string> inputs = corpus.inputs;
  inputs.insert(inputs.end(), corpus.dictionaries.begin(), corpus.dictionaries.end());
  const std::vector<std::string>& rules = corpus.extractor.rule_files;
  inputs.insert(inputs.end(), rules.begin(), rules.end());
  if (!corpus.meta.empty()) inputs.push_back(corpus.meta);
  if (!corpus.extractor.model.empty()) inputs.push_back(corpus.extractor.model);
  return inputs;
}

// Tells of the names of the dictionary that the text never mentions.
void TellNeverFound(const extract::Gazetteer& gazetteer, const std::vector<bool>& found,
                    Messages& messages) {
  const auto never = std::count(found.begin(), found.end(), false);
  messages.Inform(fmt::format("dictionary entities never found: {}{}", never,
                              never == 0 || messages.verbose() ? "" : " (-v lists them)"));
  if (!messages.verbose()) return;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) continue;
    messages.More(std::string(gazetteer.entity(static_cast<extract::EntityIndex>(i)).id));
  }
}

void Summarize(const graph::StoreCounts& counts, Session& session) {
  session.messages.Inform(Joined({Counted(counts.documents, "document", "documents"),
                                  Counted(counts.mentions, "mention", "mentions"),
                                  Counted(counts.entities, "entity", "entities"),
                                  Counted(counts.relations, "relation", "relations")},
                                 ", "));
  if (counts.undecided > 0) {
    session.messages.Inform(fmt::format("ambiguous mentions left undecided: {}", counts.undecided));
  }
  if (counts.windows_left_out > 0) {
    session.messages.Inform(fmt::format("windows with too many entities to pair left out: {}",
                                        counts.windows_left_out));
  }
}

// Dates of documents that filters of time cannot compare.
struct OddDates {
  std::int64_t count = 0;
  std::string first;

  void Note(const std::string& date) {
    if (date.empty() || graph::IsIsoDate(date)) return;
    if (count++ == 0) first = date;
  }
  void Tell(Messages& messages) const {
    if (count == 0) return;
    messages.Warn(fmt::format(
        "{} a date such as '{}', which filters of time pass over; expected "
        "2024, 2024-05 or 2024-05-17",
        count == 1 ? "1 document has" : fmt::format("{} documents have", count), first));
  }
};

ExitCode RunBuild(BuildCommandOptions options, Session& session) {
  // What stands inside of other names pairs with nothing: in a graph of co-occurrence alone it
  // would be a node without edges.
  options.corpus.extractor.outermost_only = options.corpus.extractor.preset == "none";
  CheckGraphOutput(options.output, InputsOf(options.corpus), session.options.force);
  CorpusReader reader(options.corpus, session, options.output);
  graph::BuildOptions build{WindowOf(options.window), options.max_entities,
                            Provenance(options.corpus, reader, options.output),
                            session.options.jobs};
  graph::Builder builder(options.output, reader.gazetteer(), build);
  std::vector<bool> found(reader.gazetteer().size(), false);
  OddDates odd;
  const CorpusTotals totals = reader.Run([&](const extract::Extraction& extraction) {
    builder.Add(extraction);
    odd.Note(extraction.document.date);
    for (const extract::Mention& mention : extraction.mentions) {
      if (mention.entity < found.size()) found[mention.entity] = true;
    }
  });
  Summarize(builder.Finish(), session);
  odd.Tell(session.messages);
  TellNeverFound(reader.gazetteer(), found, session.messages);
  TellSkipped(totals, session.messages);
  return ExitCode::kDone;
}

}  // namespace

Command BuildCommand() {
  auto options = std::make_shared<BuildCommandOptions>();
  Command command;
  command.name = "build";
  command.summary = "Reads texts and makes a graph file of them.";
  command.synopsis = "INPUT... [-d DICT]... [-r RULES] [--preset PRESET] [--model MODEL] -o GRAPH";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = CorpusOptionTable(options->corpus);
  command.options.push_back(
      Required(Text("-o,--output", "GRAPH", "the graph file to write", &options->output)));
  command.options.push_back(Choice("--window", "WINDOW",
                                   "what pairs entities by co-occurrence (sentence)",
                                   &options->window, {"sentence", "paragraph", "document"}));
  command.options.push_back(Number("--max-entities", "N",
                                   "windows with more entities make no pairs (60)",
                                   {&options->max_entities, 2, 1000000}));
  command.run = [options](Session& session) { return RunBuild(*options, session); };
  return command;
}

}  // namespace zhitu::cli
