#include "export/graph_feed.h"

#include <utility>

namespace zhitu::xport {
namespace {

constexpr std::size_t kBatch = 256;  // some 100 KB: they stay in the processor's cache

}  // namespace

GraphFeed::GraphFeed(GraphWriter& writer, std::size_t threads, Complete complete)
    : writer_(writer),
      complete_(std::move(complete)),
      batch_size_(threads > 1 ? kBatch : 1),
      behind_([this](Batch& batch) { Write(batch); }, threads > 1) {}

Node& GraphFeed::NextNode() {
  SendFull();
  if (batch_.nodes.size() == batch_.node_count) batch_.nodes.emplace_back();
  return batch_.nodes[batch_.node_count++];
}

Edge& GraphFeed::NextEdge() {
  SendFull();
  if (batch_.edges.size() == batch_.edge_count) batch_.edges.emplace_back();
  return batch_.edges[batch_.edge_count++];
}

void GraphFeed::Finish() {
  Send();
  behind_.Finish();
}

void GraphFeed::SendFull() {
  if (batch_.node_count + batch_.edge_count == batch_size_) Send();
}

void GraphFeed::Send() {
  while (!behind_.HasRoom() && writer_.Help()) {
  }
  behind_.Take(batch_);
}

void GraphFeed::Write(Batch& batch) {
  for (std::size_t i = 0; i < batch.node_count; ++i) writer_.AddNode(batch.nodes[i]);
  for (std::size_t i = 0; i < batch.edge_count; ++i) {
    complete_(batch.edges[i]);
    writer_.AddEdge(batch.edges[i]);
  }
  batch.node_count = 0;
  batch.edge_count = 0;
}

}  // namespace zhitu::xport
