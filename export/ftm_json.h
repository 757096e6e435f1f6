#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "export/ftm_schemata.h"
#include "export/graph_writer.h"
#include "export/json_text.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// Entities of FollowTheMoney, one JSON object a line, as Aleph and `ftm` read them. Entities come
/// first, then relations, whose schemata are data (`FtmSchemata`). An id is `zhitu-` and a hash of
/// ours, since FollowTheMoney takes only letters and digits; ours stands beside it as `zhitu_id`.
/// Types are keywords, attributes notes, the first evidence is the description of a relation, its
/// dates are start and end where they are ISO 8601. Names end after 384 characters. Weights,
/// counts, places and colours are lost.
///
/// Keeps the schema of every entity.
class FtmJsonWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit FtmJsonWriter(Sink& sink) : out_(sink) {}

  void Begin(const GraphHeader& /*header*/) override {}
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override { out_.Flush(); }

 private:
  void StartEntity(const std::string& id, const std::string& own_id, std::string_view schema);
  void Property(std::string_view name, std::span<const std::string> values);
  void Property(std::string_view name, const std::string& value);
  void EndEntity();

  TextBuffer out_;
  JsonText line_;
  FtmSchemata schemata_;
  std::unordered_map<std::string, const FtmSchemata::Entity*> entities_;  // by id
};

}  // namespace zhitu::xport
