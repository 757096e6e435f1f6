#include "graph/layout.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/wording.h"
#include "graph/layout_file.h"
#include "graph/store.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu layout news.zhitu
  zhitu layout news.zhitu && zhitu export news.zhitu news.gexf
)";

constexpr char kNotes[] =
    R"(Keeps in the graph file where each entity is drawn (a force layout), its community (Leiden
algorithm), its PageRank and its betweenness. Every export then has them: x, y, community, pagerank
and betweenness. What the graph says is not changed. A graph that has a layout is left as it is;
--force computes it anew. Betweenness is exact for some thousand entities, and sampled beyond.
)";

ExitCode RunLayout(const std::string& path, Session& session) {
  graph::Layout layout;
  {
    const graph::Store store = graph::Store::Open(path);
    if (!session.options.force && graph::ReadLayout(store)) {
      session.messages.Inform(path + ": has a layout; --force computes it anew");
      return ExitCode::kDone;
    }
    layout = graph::ComputeLayout(store, session.options.jobs, [&](std::string_view step) {
      session.messages.Progress(fmt::format("{}: {} ...", path, step));
    });
  }
  session.messages.Progress(path + ": writing ...");
  graph::WriteLayout(path, layout);
  session.messages.Inform(fmt::format(
      "{}: {} placed, {}, modularity {:.2f}", path,
      Counted(static_cast<std::int64_t>(layout.entities.size()) - 1, "entity", "entities"),
      Counted(static_cast<std::int64_t>(layout.communities), "community", "communities"),
      layout.modularity));
  return ExitCode::kDone;
}

}  // namespace

Command LayoutCommand() {
  auto graph = std::make_shared<std::string>();
  Command command;
  command.name = "layout";
  command.summary = "Places the entities of a graph and finds its communities and ranks.";
  command.synopsis = "GRAPH";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {Argument("GRAPH", "a graph file made by 'zhitu build'", graph.get())};
  command.run = [graph](Session& session) { return RunLayout(*graph, session); };
  return command;
}

}  // namespace zhitu::cli
