#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.h"
#include "cli/output_check.h"
#include "cli/provenance.h"
#include "cli/wording.h"
#include "export/doctor.h"
#include "export/import_formats.h"
#include "extract/characters.h"
#include "extract/error.h"
#include "extract/shell_word_impl.h"
#include "graph/importer.h"
#include "graph/write_imported.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu import people.nodes.csv people.edges.csv -o people.zhitu
  zhitu import ties.csv -o ties.zhitu           # nodes are made of the ends of edges
  zhitu import network.graphml -o n.zhitu       # also .gexf, and .json as NetworkX writes it
)";

constexpr char kNotes[] =
    R"(Reads tables (.csv, .tsv), GraphML, GEXF and node-link JSON; all files of one graph in one format.
A table with the columns Source and Target holds edges, one with Id nodes; separated by commas,
semicolons or tabs. Nodes: Id Label (or name) type aliases mentions documents first_seen last_seen; edges:
Source Target Type (Directed or Undirected) Weight predicate (or Kind, or Label) documents confidence
first_seen last_seen symmetric. Attributes of other files are known by the same names. All else becomes
attributes. Undirected edges without a predicate
are co_occurs, directed ones related_to. Edges of one source, predicate and target are one relation
with the sum of their weights; each line is evidence. Nothing is written if a line has a fault.
)";

struct ImportOptions {
  std::vector<std::string> files;
  std::string output;
};

void CheckInputs(const std::vector<std::string>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      std::error_code error;
      if (files[i] != files[j] && !std::filesystem::equivalent(files[i], files[j], error)) continue;
      throw extract::UsageError(extract::Printable(files[i]) +
                                ": is given twice; expected each file once");
    }
  }
}

void TellTally(const graph::ImportTally& tally, const std::string& what, Messages& messages) {
  if (tally.count == 0) return;
  messages.Warn(fmt::format("{}: {} (the first: {}:{})", what, tally.count,
                            extract::Printable(tally.first.file), tally.first.line));
}

void TellTallies(const graph::ImportTallies& tallies, Messages& messages) {
  TellTally(tallies.respelled, "types written in small letters, as zhitu has them", messages);
  TellTally(tallies.self_loops, "edges from a node to itself left out", messages);
  TellTally(
      tallies.fractional,
      "weights that are no whole numbers, counted rounded and at least 1 but exported as given",
      messages);
  TellTally(tallies.undirected,
            "undirected edges that are not co_occurs kept as directed, rule import_undirected",
            messages);
  TellTally(tallies.edge_attributes,
            "edges with values that are kept in table evidence_attribute but not exported",
            messages);
}

void TellLeftOut(graph::LeftOut why, const std::map<std::string, std::int64_t>& columns,
                 Messages& messages) {
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const auto& [column, count] : columns) names.push_back(column);
  const char* reason = "because export computes them";
  if (why == graph::LeftOut::kNested) reason = "because their values hold further values";
  if (why == graph::LeftOut::kEdgeKey) reason = "because relations have ids of their own";
  messages.Inform(fmt::format("columns left out, {}: {}", reason, Joined(names, ", ")));
}

void Summarize(const graph::ImportTallies& tallies, const graph::ImportedCounts& result,
               Messages& messages) {
  messages.Inform(Counted(result.counts.entities, "entity", "entities") + ", " +
                  Counted(result.counts.relations, "relation", "relations"));
  if (result.merged > 0) {
    messages.Inform(
        fmt::format("edges merged into another of the same relation: {}", result.merged));
  }
  if (tallies.made_nodes.count > 0) {
    messages.Inform(fmt::format("no table of nodes; made of the ends of edges: {}",
                                Counted(tallies.made_nodes.count, "node", "nodes")));
  }
  for (const auto& [why, columns] : tallies.left_out) TellLeftOut(why, columns, messages);
}

// The command that mends what it can of files that were refused; empty where none can.
std::string MendingCommand(const std::vector<std::string>& files) {
  try {
    xport::DoctorFormatOf(files);
  } catch (const extract::UsageError&) {
    return {};  // several graphs at once
  }
  std::string command = "zhitu doctor --fix";
  for (const std::string& file : files) command += ' ' + extract::ShellWord(file);
  return command;
}

void Read(const xport::ImportFormat& format, const ImportOptions& options,
          graph::Importer& importer, Messages& messages) {
  format.read(options.files, importer,
              [&](std::size_t rows) { messages.Progress(fmt::format("{} rows", rows)); });
  importer.Finish();
}

ExitCode RunImport(const ImportOptions& options, Session& session) {
  const xport::ImportFormat& format = xport::ImportFormatOf(options.files);
  CheckInputs(options.files);
  CheckGraphOutput(options.output, options.files, session.options.force);
  graph::ImportedGraph graph;
  graph::Importer importer(graph, session.options.strict);
  try {
    Read(format, options, importer, session.messages);
  } catch (const extract::InputError& error) {
    session.messages.Errors(error.problems());
    const std::string command = importer.foreign() ? "" : MendingCommand(options.files);
    if (!command.empty()) session.messages.Inform(command + " mends what can be mended");
    return ExitCode::kBadInput;
  }
  session.messages.Warn(importer.warnings());
  session.messages.Progress("writing");
  const graph::ImportedCounts result = graph::WriteImported(
      graph, options.output,
      ImportProvenance(options.files, std::string(format.name), options.output));
  TellTallies(importer.tallies(), session.messages);
  Summarize(importer.tallies(), result, session.messages);
  return ExitCode::kDone;
}

std::string FormatNotes() {
  std::string notes = "Formats, by the ending of FILE\n";
  for (const xport::ImportFormat& format : xport::ImportFormats()) {
    std::vector<std::string> endings(format.endings.begin(), format.endings.end());
    notes += fmt::format("  {:<10} {}\n", Joined(endings, " "), format.purpose);
  }
  return notes + "\n" + kNotes;
}

}  // namespace

Command ImportCommand() {
  auto options = std::make_shared<ImportOptions>();
  Command command;
  command.name = "import";
  command.summary = "Makes a graph file of tables from Gephi and others.";
  command.synopsis = "FILE... -o GRAPH";
  command.examples = kExamples;
  command.notes = FormatNotes();
  command.options = {
      Arguments("FILE", "the files of one graph, in any order", &options->files),
      Required(Text("-o,--output", "GRAPH", "the graph file to write", &options->output)),
  };
  command.run = [options](Session& session) { return RunImport(*options, session); };
  return command;
}

}  // namespace zhitu::cli
