#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/wording.h"
#include "serve/access.h"
#include "serve/server.h"
#include "serve/service.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu serve news.zhitu
  zhitu serve news.zhitu --port 0 --jobs 2
  curl 'http://127.0.0.1:8765/api/v1/graph'
)";

constexpr char kNotes[] =
    R"(Opens a graph of any size in the browser: the page of 'zhitu export G.zhitu out.html', which here
asks for what it shows, begins with the best connected entities, and shows whole documents. Other
programs can ask for the same as JSON; docs/serve.md tells how. Prints the address on standard error
as soon as it listens. The graph is only read. Ctrl-C ends it.

Only this machine can ask, unless --host names another of its addresses: then whoever reaches that
address can read the whole graph.
)";

constexpr std::size_t kPort = 8765;

struct ServeOptions {
  std::string graph;
  std::string host;
  std::size_t port = kPort;
};

bool IsLoopback(const std::string& host) {
  return host.empty() || host == "::1" || host.starts_with("127.");
}

ExitCode RunServe(const ServeOptions& options, Session& session) {
  const std::size_t threads = std::max<std::size_t>(session.options.jobs, 1);
  session.messages.Progress(options.graph + ": reading ...");
  serve::Service service(options.graph, threads, serve::Access(options.host));
  serve::ServerOptions listen;
  listen.host = options.host;
  listen.port = static_cast<std::uint16_t>(options.port);
  listen.threads = threads;
  serve::Server server(service, listen);
  if (!IsLoopback(options.host)) {
    session.messages.Warn("--host " + options.host +
                          ": whoever reaches this address can read the whole graph");
  }
  const auto entities = static_cast<std::int64_t>(service.brief().top().size());
  session.messages.Inform(fmt::format("{}: {}, {} at {} (Ctrl-C ends it)", options.graph,
                                      Counted(entities, "entity", "entities"),
                                      Counted(service.brief().relations(), "relation", "relations"),
                                      Joined(server.Addresses(), " and ")));
  if (!session.options.quiet) SetFarewell("zhitu: no longer served\n");
  server.Run();
  return ExitCode::kDone;
}

}  // namespace

Command ServeCommand() {
  auto options = std::make_shared<ServeOptions>();
  Command command;
  command.name = "serve";
  command.summary = "Shows a graph of any size in the browser, and answers other programs.";
  command.synopsis = "GRAPH [--port N] [--host ADDRESS]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("GRAPH", "a graph file made by 'zhitu build'", &options->graph),
      Number("--port", "N", "port to listen at (8765); 0: any that is free",
             {&options->port, 0, 65535}),
      Text("--host", "ADDRESS", "IP address to listen at instead of 127.0.0.1 and ::1",
           &options->host),
  };
  command.run = [options](Session& session) { return RunServe(*options, session); };
  return command;
}

}  // namespace zhitu::cli
