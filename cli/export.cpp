#include <fmt/format.h>

#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/output_check.h"
#include "cli/wording.h"
#include "export/formats.h"
#include "export/write_graph.h"
#include "graph/selection.h"
#include "graph/store.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu export news.zhitu news.gexf
  zhitu export news.zhitu news.graphml --type office,community --min-weight 2
  zhitu export news.zhitu facts.json --predicate leads,part_of
  zhitu export news.zhitu news.gexf --backbone  co-occurrence above chance only
  zhitu export news.zhitu news.md --top 30      a report to read, with the words that say so
  zhitu export news.zhitu news.nodes.csv        also writes news.edges.csv
  zhitu export news.zhitu news.html             a page for the browser; works without a network
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

ExitCode RunExport(const ExportOptions& options, Session& session) {
  const xport::Format& format = xport::FormatOf(options.out, options.as);
  format.folder ? CheckFolderOutput(options.out) : CheckOutput(options.out, {options.graph});
  graph::SelectionFilter filter = options.filter;
  filter.min_weight = static_cast<std::int64_t>(options.min_weight);
  const graph::Store store = graph::Store::Open(options.graph);
  const graph::Selection selection(store, filter);
  const auto writer = xport::MakeWriter(format, options.out, session.options.jobs);
  graph::QuoteLimits limits;
  limits.each = static_cast<std::int64_t>(options.quotes);
  xport::WriteGraph(selection, *writer, session.options.jobs, limits);
  session.messages.Inform(fmt::format(
      "{}: {}, {}{}", options.out, Counted(selection.summary().entities, "node", "nodes"),
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
      Number("--top", "K", "the K entities with the most evidence only", {&filter.top, 1}),
      Number("--quotes", "N", "html: quotes of each relation at most (20)",
             {&options->quotes, 1, 1000000}),
  };
  command.run = [options](Session& session) { return RunExport(*options, session); };
  return command;
}

}  // namespace zhitu::cli
