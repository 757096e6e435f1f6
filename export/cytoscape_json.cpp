#include "export/cytoscape_json.h"

#include <string>
#include <string_view>

#include "export/colour_text.h"
#include "export/json_text.h"
#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kTaken[] = {"name",     "parent", "shared_name", "shared name",
                                       "selected", "suid",   kScriptName};

// Whatever of it Cytoscape does not know it passes over.
constexpr std::string_view kOpening = R"json({"format_version":"1.0","generated_by":"zhitu",
"data":{"name":"zhitu"},
"layout":{"name":"preset"},
"style":[
{"selector":"node","style":{"label":"data(label)",
                           "background-color" : "data(color)",
                           "width" : "data(size)",
                           "height" : "data(size)",
                           "font-size" : 10,
                           "min-zoomed-font-size" : 8,
                           "text-valign" : "bottom",
                           "text-margin-y" : 3
}
},
{"selector":"edge","style":{"width":1,"opacity":0.6,"line-color":"#999999","target-arrow-color":"#999999","target-arrow-shape":"triangle","arrow-scale":0.7,"curve-style":"bezier","label":"data(label)","font-size":7,"min-zoomed-font-size":10,"text-rotation":"autorotate"}},
{"selector":"edge[?symmetric]","style":{"target-arrow-shape":"none","line-style":"dotted",
"label":""}}
],
"elements":{"nodes":[)json";

}  // namespace

struct CytoscapeJsonWriter::Keys {
  Piece id{"{\"data\":{\"id\":"};
  Piece name{JsonOpening("name")};
  Piece label{JsonOpening("label")};
  Piece source{JsonOpening("source")};
  Piece target{JsonOpening("target")};
  Piece weight{JsonOpening("weight")};
  Piece size{JsonOpening("size")};
  Piece colour{JsonOpening("color")};
  Piece x{"},\"position\":{\"x\":"};
  Piece y{JsonOpening("y")};
};

CytoscapeJsonWriter::CytoscapeJsonWriter(Sink& sink)
    : out_(sink), keys_(std::make_unique<Keys>()), edge_keys_(JsonOpenings(EdgeColumns())) {}

CytoscapeJsonWriter::~CytoscapeJsonWriter() = default;

void CytoscapeJsonWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header, kTaken);
  node_keys_ = JsonOpenings(node_columns_->columns());
  out_.Append(kOpening);
}

void CytoscapeJsonWriter::AddNode(const Node& node) {
  const Keys& keys = *keys_;
  lines_.Next(out_);
  const std::string id = PortableId(node.id);
  const std::string& label = node.label.empty() ? id : node.label;
  JsonMembers values(out_, node_keys_);
  values.Text(keys.id, id);
  values.Text(keys.name, label);
  values.Text(keys.label, label);
  node_columns_->Give(node, values);
  values.Number(keys.size, node.size);
  values.Text(keys.colour, ColourText(node));
  values.Number(keys.x, node.x);
  values.Number(keys.y, -node.y);
  out_.Append("}}");
}

void CytoscapeJsonWriter::StartEdges() {
  if (in_edges_) return;
  in_edges_ = true;
  lines_.Restart();
  out_.Append("\n],\"edges\":[");
}

void CytoscapeJsonWriter::AddEdge(const Edge& edge) {
  const Keys& keys = *keys_;
  StartEdges();
  lines_.Next(out_);
  JsonMembers values(out_, edge_keys_);
  values.Text(keys.id, edge.id);
  values.Text(keys.source, PortableId(edge.source));
  values.Text(keys.target, PortableId(edge.target));
  values.Text(keys.label, edge.label);
  values.Weight(keys.weight, edge.weight);
  GiveEdge(edge, values);
  out_.Append("}}");
}

void CytoscapeJsonWriter::End() {
  StartEdges();
  out_.Append("\n]}}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
