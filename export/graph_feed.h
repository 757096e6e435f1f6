#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "export/graph_writer.h"
#include "extract/work_behind.h"

namespace zhitu::xport {

/// Hands nodes and edges to a writer, on a thread of its own if wanted: the caller fills the next
/// ones meanwhile, and helps the writer where it is ahead of it. All come in the order in which
/// they were filled, nodes before edges. The records are used again, so their texts seldom need new
/// memory. For one calling thread.
class GraphFeed {
 public:
  /// What an edge is given last.
  using Complete = std::function<void(Edge&)>;

  /// @param writer    must live longer; `Begin` must have been called.
  /// @param threads   with more than one, the writer is called by a thread of its own.
  /// @param complete  called for each edge before the writer gets it, by the thread that calls the
  ///                  writer.
  GraphFeed(GraphWriter& writer, std::size_t threads, Complete complete);
  GraphFeed(const GraphFeed&) = delete;
  GraphFeed& operator=(const GraphFeed&) = delete;
  ~GraphFeed() = default;

  /// The record of the next node, to be filled before the next call; it holds what another was.
  /// @throws as the writer, here or later.
  Node& NextNode();
  /// The same of the next edge.
  Edge& NextEdge();
  /// Waits until the writer has got all. Nothing may be added after. @throws as the writer.
  void Finish();

 private:
  // Records that are handed over at once; those behind the counts are old ones.
  struct Batch {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::size_t node_count = 0;
    std::size_t edge_count = 0;
  };

  void Write(Batch& batch);
  void SendFull();
  void Send();

  GraphWriter& writer_;
  Complete complete_;
  std::size_t batch_size_;
  Batch batch_;
  extract::WorkBehind<Batch> behind_;  // the last member, for its thread uses the others
};

}  // namespace zhitu::xport
