#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/command.h"
#include "cli/filter_check.h"
#include "cli/output_check.h"
#include "cli/wording.h"
#include "export/formats.h"
#include "export/write_graph.h"
#include "extract/error.h"
#include "graph/selection.h"
#include "graph/store.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu export news.zhitu news.gexf
  zhitu export news.zhitu news.graphml --type office,community --min-weight 2
  zhitu export news.zhitu facts.json --predicate leads,part_of
  zhitu export news.zhitu news.gexf --backbone  # co-occurrence above chance only
  zhitu export news.zhitu news.md --top 30      # a report to read, with the words that say so
  zhitu export news.zhitu news.nodes.csv        # also writes news.edges.csv
  zhitu export news.zhitu news.html             # a page for the browser; works without a network
)";

struct ExportOptions {
  std::string graph;
  std::string out;
  std::string as;
  graph::SelectionFilter filter;
  std::size_t min_weight = 1;
  std::size_t quotes = static_cast<std::size_t>(graph::QuoteLimits{}.each);
};

// What a format of some entities only, such as maps, leaves out.
std::string LeftOut(const xport::GraphWriter& writer) {
  if (writer.LeftOut() == 0) return {};
  return fmt::format("; the format has no place for {} of them", writer.LeftOut());
}

// `town.neo4j/`, as shells complete the names of folders.
std::string WithoutSlashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

bool BeginsWith(const std::string& path, std::string_view text) {
  std::string begin(text.size(), '\0');
  std::ifstream(path, std::ios::binary)
      .read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return begin == text;
}

// What is named by its ending may be replaced; what the user did not name so is kept: a file of
// another ending, and the table of edges beside that of nodes, unless it is one.
void CheckOutputs(const std::string& out, const xport::Format& format, const ExportOptions& options,
                  bool force) {
  if (out == "-") {
    throw extract::UsageError("-: is no file; expected the name of the file to write");
  }
  if (format.folder) return CheckFolderOutput(out);
  for (const std::string& path : xport::OutputFiles(format, out)) {
    CheckOutput(path, {options.graph});
    std::error_code none;
    if (force || std::filesystem::file_size(path, none) == 0 || none) continue;
    if (!options.as.empty() && !xport::HasEndingOf(format, out)) {
      RefuseOther(path, std::string(format.name) + " file by its name");
    }
    if (path != out && !BeginsWith(path, "Source,Target")) RefuseOther(path, "table of edges");
  }
}

ExitCode RunExport(const ExportOptions& options, Session& session) {
  const std::string out = WithoutSlashes(options.out);
  const xport::Format& format = xport::FormatOf(out, options.as);
  CheckOutputs(out, format, options, session.options.force);
  graph::SelectionFilter filter = options.filter;
  CheckRange(filter.since, filter.until);
  filter.min_weight = static_cast<std::int64_t>(options.min_weight);
  const graph::Store store = graph::Store::Open(options.graph);
  WarnOfUnknown(store, filter.types, filter.predicates, session.messages);
  const graph::Selection selection(store, filter);
  const auto writer = xport::MakeWriter(format, out, session.options.jobs);
  graph::QuoteLimits limits;
  limits.each = static_cast<std::int64_t>(options.quotes);
  xport::WriteGraph(selection, *writer, session.options.jobs, limits);
  session.messages.Inform(
      fmt::format("{}: {}, {}{}", out, Counted(selection.summary().entities, "node", "nodes"),
                  Counted(selection.summary().relations, "edge", "edges"), LeftOut(*writer)));
  return ExitCode::kDone;
}

std::string FormatNotes() {
  std::string notes = "Formats, by the ending of OUT or --as\n";
  for (const xport::Format& format : xport::Formats()) {
    notes += fmt::format("  {:<16} {}\n", format.name, format.purpose);
  }
  return notes;
}

}  // namespace

Command ExportCommand() {
  auto options = std::make_shared<ExportOptions>();
  Command command;
  command.name = "export";
  command.summary =
      "Writes a graph for Gephi, NetworkX, Neo4j, a map, the browser, a reader and others.";
  command.synopsis = "GRAPH OUT [--as FORMAT] [filters]";
  command.examples = kExamples;
  command.notes = FormatNotes();
  graph::SelectionFilter& filter = options->filter;
  command.options = {
      Argument("GRAPH", "a graph file made by 'zhitu build'", &options->graph),
      Argument("OUT", "the file to write; for neo4j a folder", &options->out),
      Text("--as", "FORMAT", "the format, whatever the ending of OUT", &options->as),
      TextList("--type", "TYPE", "entities of these types only", &filter.types),
      TextList("--predicate", "PREDICATE", "relations with these predicates only",
               &filter.predicates),
      Number("--min-weight", "N", "relations with at least so much evidence (1)",
             {&options->min_weight, 1, 1000000000}),
      Date("--since", "DATE", "seen on this day or later; 2024 and 2024-05 are whole",
           &filter.since),
      Date("--until", "DATE", "seen on this day or earlier; 2024 and 2024-05 are whole",
           &filter.until),
      ShareOption("--backbone", "[LEVEL]",
                  "co-occurrence that chance does not explain only, at this level (0.05)",
                  {&filter.backbone, "0.05"}),
      Number("--top", "K", "the K entities with the most evidence only, and documents they join",
             {&filter.top, 1}),
      Number("--quotes", "N", "html: quotes of each relation at most (20)",
             {&options->quotes, 1, 1000000}),
  };
  command.run = [options](Session& session) { return RunExport(*options, session); };
  return command;
}

}  // namespace zhitu::cli
