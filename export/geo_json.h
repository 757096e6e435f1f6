#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/columns.h"
#include "export/coordinates.h"
#include "export/graph_writer.h"
#include "export/json_members.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// GeoJSON (RFC 7946): entities that have coordinates (`CoordinateFinder`) as points, relations
/// between two of them as lines, one feature a line, with all values as properties. Other entities
/// and relations are left out. Coordinates are taken for WGS 84 as they stand, all their digits
/// kept.
///
/// Keeps the place of every entity that has one.
class GeoJsonWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit GeoJsonWriter(Sink& sink);
  ~GeoJsonWriter() override;

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  /// @throws extract::NothingFound if no entity has coordinates.
  void End() override;
  std::int64_t LeftOut() const override { return left_out_; }

 private:
  void AppendPlace(const Coordinates& place);

  struct Keys;

  TextBuffer out_;
  CoordinateFinder finder_;
  std::unique_ptr<const Keys> keys_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  std::vector<Piece> node_keys_;               // what stands before the value of each column
  std::vector<Piece> edge_keys_;
  JsonLines lines_;
  std::int64_t left_out_ = 0;
  std::unordered_map<std::string, Coordinates> places_;  // by id
};

}  // namespace zhitu::xport
