#include "export/geo_json.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "export/colour_text.h"
#include "export/portable_names.h"
#include "extract/error.h"

namespace zhitu::xport {
namespace {

// What maps take for a feature's look, beside what every format has.
constexpr std::string_view kTaken[] = {"marker-color", "marker-size", "marker-symbol", kScriptName};

}  // namespace

struct GeoJsonWriter::Keys {
  Piece id{"{\"type\":\"Feature\",\"id\":"};
  Piece point{",\"geometry\":{\"type\":\"Point\",\"coordinates\":"};
  Piece line{",\"geometry\":{\"type\":\"LineString\",\"coordinates\":["};
  Piece end_of_line{"]},\"properties\":{\"label\":"};
  Piece node_label{"},\"properties\":{\"label\":"};
  Piece colour{JsonOpening("marker-color")};
  Piece source{JsonOpening("source")};
  Piece target{JsonOpening("target")};
  Piece weight{JsonOpening("weight")};
};

GeoJsonWriter::GeoJsonWriter(Sink& sink)
    : out_(sink), keys_(std::make_unique<Keys>()), edge_keys_(JsonOpenings(EdgeColumns())) {}

GeoJsonWriter::~GeoJsonWriter() = default;

void GeoJsonWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header, kTaken);
  node_keys_ = JsonOpenings(node_columns_->columns());
  out_.Append("{\"type\":\"FeatureCollection\",\"features\":[");
}

// All digits: the sixth would be a hundred metres.
void GeoJsonWriter::AppendPlace(const Coordinates& place) {
  out_.Append(fmt::format("[{},{}]", place.longitude, place.latitude));
}

void GeoJsonWriter::AddNode(const Node& node) {
  const std::optional<Coordinates> place = finder_.Find(node.attributes);
  if (!place) {
    ++left_out_;
    return;
  }
  places_.emplace(node.id, *place);
  const Keys& keys = *keys_;
  lines_.Next(out_);
  const std::string id = PortableId(node.id);
  JsonMembers values(out_, node_keys_);
  values.Text(keys.id, id);
  out_.Append(keys.point);
  AppendPlace(*place);
  values.Text(keys.node_label, node.label.empty() ? id : node.label);
  node_columns_->Give(node, values);
  values.Text(keys.colour, ColourText(node));
  out_.Append("}}");
}

void GeoJsonWriter::AddEdge(const Edge& edge) {
  const auto source = places_.find(edge.source);
  const auto target = places_.find(edge.target);
  if (source == places_.end() || target == places_.end()) {
    ++left_out_;
    return;
  }
  const Keys& keys = *keys_;
  lines_.Next(out_);
  JsonMembers values(out_, edge_keys_);
  values.Text(keys.id, edge.id);
  out_.Append(keys.line);
  AppendPlace(source->second);
  out_.Append(",");
  AppendPlace(target->second);
  values.Text(keys.end_of_line, edge.label);
  values.Text(keys.source, PortableId(edge.source));
  values.Text(keys.target, PortableId(edge.target));
  values.Weight(keys.weight, edge.weight);
  GiveEdge(edge, values);
  out_.Append("}}");
}

void GeoJsonWriter::End() {
  if (places_.empty()) {
    throw extract::NothingFound("no entity has coordinates; expected attributes such as " +
                                finder_.UsualNames() + " in the dictionary");
  }
  out_.Append("\n]}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
