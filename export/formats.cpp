#include "export/formats.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "export/cypher.h"
#include "export/cytoscape_json.h"
#include "export/ftm_json.h"
#include "export/geo_json.h"
#include "export/gephi_csv.h"
#include "export/gexf.h"
#include "export/graphml.h"
#include "export/graphology_json.h"
#include "export/graphviz.h"
#include "export/jgf_json.h"
#include "export/json_ld.h"
#include "export/neo4j.h"
#include "export/node_link_json.h"
#include "export/output_file.h"
#include "export/output_folder.h"
#include "export/page.h"
#include "export/pajek.h"
#include "export/portable_names.h"
#include "export/rdf.h"
#include "export/report.h"
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
  QuoteWriter* quotes() override { return writer_->quotes(); }
  bool Help() override {
    return std::any_of(files_.begin(), files_.end(),
                       [](const auto& file) { return file->WriteSome(); });
  }
  std::int64_t LeftOut() const override { return writer_->LeftOut(); }
  void End() override {
    writer_->End();
    for (const auto& file : files_) file->Prepare();
    for (const auto& file : files_) file->Commit();
  }

 private:
  std::vector<std::unique_ptr<OutputFile>> files_;
  std::unique_ptr<GraphWriter> writer_;
};

// The same for a folder.
class FolderWriter final : public GraphWriter {
 public:
  FolderWriter(const std::string& path, const std::vector<std::string>& names, std::size_t threads)
      : folder_(path, names, threads) {}

  OutputFolder& folder() { return folder_; }
  void set_writer(std::unique_ptr<GraphWriter> writer) { writer_ = std::move(writer); }

  void Begin(const GraphHeader& header) override { writer_->Begin(header); }
  void AddNode(const Node& node) override { writer_->AddNode(node); }
  void AddEdge(const Edge& edge) override { writer_->AddEdge(edge); }
  bool Help() override { return folder_.WriteSome(); }
  std::int64_t LeftOut() const override { return writer_->LeftOut(); }
  void End() override {
    writer_->End();
    folder_.Commit();
  }

 private:
  OutputFolder folder_;
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

std::vector<std::string> PairOf(const std::string& path) {
  if (!LowerAscii(path).ends_with(kNodesCsv)) {
    throw extract::UsageError(extract::Printable(path) +
                              ": expected a name that ends in nodes.csv; the edges go to " +
                              "the same name with edges.csv");
  }
  return {path, path.substr(0, path.size() - kNodesCsv.size()) + "edges.csv"};
}

std::unique_ptr<GraphWriter> CsvPair(const std::string& path, std::size_t threads) {
  auto result = std::make_unique<FileWriter>(PairOf(path), threads);
  result->set_writer(std::make_unique<GephiCsvWriter>(result->file(0), result->file(1)));
  return result;
}

std::unique_ptr<GraphWriter> Neo4jFolder(const std::string& path, std::size_t threads) {
  const std::vector<std::string> names = {"nodes.csv", "relationships.csv", "README.md"};
  auto result = std::make_unique<FolderWriter>(path, names, threads);
  OutputFolder& folder = result->folder();
  result->set_writer(std::make_unique<Neo4jWriter>(folder.file(0), folder.file(1), folder.file(2)));
  return result;
}

constexpr Format kFormats[] = {
    {"graphml", "Gephi, NetworkX, igraph, yEd", false, OneFile<GraphmlWriter>},
    {"gexf", "Gephi with a timeline, NetworkX", false, OneFile<GexfWriter>},
    {"json", "node-link JSON for NetworkX and D3", false, OneFile<NodeLinkJsonWriter>},
    {"graphology.json", "graphology and sigma.js", false, OneFile<GraphologyJsonWriter>},
    {"cyjs", "Cytoscape.js and Cytoscape, with a style", false, OneFile<CytoscapeJsonWriter>},
    {"jgf.json", "JSON Graph Format, version 2", false, OneFile<JgfJsonWriter>},
    {"nodes.csv", "two tables for Gephi and spreadsheets, with edges.csv", false, CsvPair},
    {"neo4j", "a folder of tables for neo4j-admin import, and DuckDB", true, Neo4jFolder},
    {"cypher", "statements for Neo4j, to add to a database", false, OneFile<CypherWriter>},
    {"dot", "Graphviz, with places", false, OneFile<GraphvizWriter>},
    {"net", "Pajek, NetworkX, igraph", false, OneFile<PajekWriter>},
    {"nt", "RDF as N-Triples", false, OneFile<TurtleWriter<TurtleSink::Syntax::kNTriples>>},
    {"ttl", "RDF as Turtle", false, OneFile<TurtleWriter<TurtleSink::Syntax::kTurtle>>},
    {"jsonld", "RDF as JSON-LD", false, OneFile<JsonLdWriter>},
    {"ftm.jsonl", "FollowTheMoney, for Aleph", false, OneFile<FtmJsonWriter>},
    {"geojson", "maps, of what has coordinates", false, OneFile<GeoJsonWriter>},
    {"md", "a report to read, with the words that say so", false, OneFile<ReportWriter>},
    {"html", "a page to look at in a browser, with search and every quote", false,
     OneFile<PageWriter>},
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

bool HasEndingOf(const Format& format, std::string_view path) {
  return EndsIn(LowerAscii(path), format.name);
}

std::vector<std::string> OutputFiles(const Format& format, const std::string& path) {
  return format.name == kNodesCsv ? PairOf(path) : std::vector<std::string>{path};
}

std::unique_ptr<GraphWriter> MakeWriter(const Format& format, const std::string& path,
                                        std::size_t threads) {
  return format.make(path, threads);
}

}  // namespace zhitu::xport
