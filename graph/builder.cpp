#include "graph/builder.h"

#include <memory>
#include <unordered_set>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"
#include "extract/side_thread.h"
#include "graph/growing_graph.h"
#include "graph/intake.h"
#include "graph/schema.h"
#include "graph/store_writer.h"
#include "graph/write_graph.h"

namespace zhitu::graph {

struct Builder::Impl {
  Impl(std::string path, const extract::Gazetteer& gazetteer, BuildOptions build_options)
      : options(std::move(build_options)),
        graph(std::make_shared<GrowingGraph>(gazetteer)),
        writer(std::move(path), options.threads),
        intake({options.window, options.max_entities}, *graph, writer, counts) {}

  BuildOptions options;
  std::shared_ptr<GrowingGraph> graph;
  StoreWriter writer;
  StoreCounts counts;
  Intake intake;
  std::unordered_set<std::string> documents;
};

namespace {

std::int64_t CountDocumentNodes(const EntityTable& entities) {
  std::int64_t nodes = 0;
  for (std::size_t i = 1; i <= entities.size(); ++i) {
    if (entities.state(static_cast<EntityNumber>(i)).document) ++nodes;
  }
  return nodes;
}

}  // namespace

Builder::Builder(std::string path, const extract::Gazetteer& gazetteer, BuildOptions options)
    : impl_(std::make_unique<Impl>(std::move(path), gazetteer, std::move(options))) {}
Builder::~Builder() = default;

void Builder::Add(const extract::Extraction& extraction) {
  const extract::Document& document = extraction.document;
  if (!impl_->documents.insert(document.id).second) {
    throw extract::UsageError("two documents have the id '" + extract::Printable(document.id) +
                              "'; expected each once");
  }
  impl_->intake.Take(extraction, impl_->counts.documents + 1);
}

StoreCounts Builder::Finish() {
  extract::SideThread side(impl_->options.threads);
  impl_->writer.EndDocuments(side);
  GrowingGraph& graph = *impl_->graph;
  AddParents(graph);
  WriteGraph(graph, impl_->writer, side);
  StoreCounts& counts = impl_->counts;
  const EntityTable& entities = graph.entities;
  counts.entities = static_cast<std::int64_t>(entities.size()) - CountDocumentNodes(entities);
  counts.relations = static_cast<std::int64_t>(graph.relations.states().size());
  std::map<std::string, std::string>& meta = impl_->options.meta;
  PutCounts(counts, meta);
  meta["format"] = std::to_string(kSchemaVersion);
  meta["input.hash"] = impl_->writer.input_hash();
  meta["window"] = WindowName(impl_->options.window);
  meta["max_entities"] = std::to_string(impl_->options.max_entities);
  int number = 0;
  for (const auto& [name, hash] : graph.gazetteer.files()) {
    const std::string key = "dictionary." + std::to_string(++number);
    meta[key] = name;
    meta[key + ".hash"] = hash;
  }
  impl_->writer.AddMeta(meta);
  // Half a million small pieces of memory are given back while the disk is waited for.
  const extract::Later<void> freed =
      side.Run<void>([kept = std::move(impl_->graph)]() mutable { kept.reset(); });
  impl_->writer.Finish();
  return counts;
}

}  // namespace zhitu::graph
