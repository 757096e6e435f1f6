#include "export/formats.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "export/cytoscape_json.h"
#include "export/gephi_csv.h"
#include "export/gexf.h"
#include "export/graphml.h"
#include "export/graphology_json.h"
#include "export/graphviz.h"
#include "export/jgf_json.h"
#include "export/json_ld.h"
#include "export/node_link_json.h"
#include "export/output_file.h"
#include "export/pajek.h"
#include "export/portable_names.h"
#include "export/rdf.h"
#include "export/turtle.h"
#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kNodesCsv = "nodes.csv";

// Passes all on to a format's writer; puts the files in place when it has ended.
class FileWriter final : public GraphWriter {
 public:
  FileWriter(const std::vector<std::string>& paths, std::size_t threads) {
    for (const std::string& path : paths) {
      files_.push_back(std::make_unique<OutputFile>(path, threads));
    }
  }

  OutputFile& file(std::size_t i) { return *files_.at(i); }
  void set_writer(std::unique_ptr<GraphWriter> writer) { writer_ = std::move(writer); }

  void Begin(const GraphHeader& header) override { writer_->Begin(header); }
  void AddNode(const Node& node) override { writer_->AddNode(node); }
  void AddEdge(const Edge& edge) override { writer_->AddEdge(edge); }
  bool Help() override {
    return std::any_of(files_.begin(), files_.end(),
                       [](const auto& file) { return file->WriteSome(); });
  }
  void End() override {
    writer_->End();
    for (const auto& file : files_) file->Prepare();
    for (const auto& file : files_) file->Commit();
  }

 private:
  std::vector<std::unique_ptr<OutputFile>> files_;
  std::unique_ptr<GraphWriter> writer_;
};

template <typename Writer>
std::unique_ptr<GraphWriter> OneFile(const std::string& path, std::size_t threads) {
  auto result = std::make_unique<FileWriter>(std::vector<std::string>{path}, threads);
  result->set_writer(std::make_unique<Writer>(result->file(0)));
  return result;
}

template <TurtleSink::Syntax kSyntax>
class TurtleWriter final : public RdfWriter {
 public:
  explicit TurtleWriter(Sink& sink) : RdfWriter(std::make_unique<TurtleSink>(sink, kSyntax)) {}
};

class JsonLdWriter final : public RdfWriter {
 public:
  explicit JsonLdWriter(Sink& sink) : RdfWriter(std::make_unique<JsonLdSink>(sink)) {}
};

std::unique_ptr<GraphWriter> CsvPair(const std::string& path, std::size_t threads) {
  if (!LowerAscii(path).ends_with(kNodesCsv)) {
    throw extract::UsageError(extract::Printable(path) +
                              ": expected a name that ends in nodes.csv; the edges go to " +
                              "the same name with edges.csv");
  }
  const std::string edges = path.substr(0, path.size() - kNodesCsv.size()) + "edges.csv";
  auto result = std::make_unique<FileWriter>(std::vector<std::string>{path, edges}, threads);
  result->set_writer(std::make_unique<GephiCsvWriter>(result->file(0), result->file(1)));
  return result;
}

constexpr Format kFormats[] = {
    {"graphml", "Gephi, NetworkX, igraph, yEd", OneFile<GraphmlWriter>},
    {"gexf", "Gephi with a timeline, NetworkX", OneFile<GexfWriter>},
    {"json", "node-link JSON for NetworkX and D3", OneFile<NodeLinkJsonWriter>},
    {"graphology.json", "graphology and sigma.js", OneFile<GraphologyJsonWriter>},
    {"cyjs", "Cytoscape.js and Cytoscape, with a style", OneFile<CytoscapeJsonWriter>},
    {"jgf.json", "JSON Graph Format, version 2", OneFile<JgfJsonWriter>},
    {"dot", "Graphviz, with places", OneFile<GraphvizWriter>},
    {"net", "Pajek, NetworkX, igraph", OneFile<PajekWriter>},
    {"nt", "RDF as N-Triples", OneFile<TurtleWriter<TurtleSink::Syntax::kNTriples>>},
    {"ttl", "RDF as Turtle", OneFile<TurtleWriter<TurtleSink::Syntax::kTurtle>>},
    {"jsonld", "RDF as JSON-LD", OneFile<JsonLdWriter>},
    {"nodes.csv", "two tables for Gephi and spreadsheets, with edges.csv", CsvPair},
};

std::string KnownNames() {
  std::string names;
  for (const Format& format : kFormats) {
    if (!names.empty()) names += ' ';
    names += format.name;
  }
  return names;
}

// `nodes.csv` may be the whole file name; the others follow a dot. my-nodes.csv is one, too.
bool EndsIn(std::string_view path, std::string_view name) {
  if (!path.ends_with(name)) return false;
  if (name == kNodesCsv) return true;
  return path.size() > name.size() && path[path.size() - name.size() - 1] == '.';
}

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const Format& FormatOf(std::string_view path, std::string_view as) {
  const std::string lower = LowerAscii(path);
  const Format* best = nullptr;
  for (const Format& format : kFormats) {
    if (!as.empty() && as == format.name) return format;
    const bool longer = best == nullptr || format.name.size() > best->name.size();
    if (as.empty() && longer && EndsIn(lower, format.name)) best = &format;
  }
  if (best != nullptr) return *best;
  const std::string asked = as.empty() ? extract::Printable(path) + ": unknown ending"
                                       : "unknown format " + extract::Printable(as);
  throw extract::UsageError(asked + "; expected one of: " + KnownNames());
}

std::unique_ptr<GraphWriter> MakeWriter(const Format& format, const std::string& path,
                                        std::size_t threads) {
  return format.make(path, threads);
}

}  // namespace zhitu::xport
