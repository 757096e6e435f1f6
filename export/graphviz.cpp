#include "export/graphviz.h"

#include <cstddef>
#include <cstdint>
#include <span>

#include "export/colour_text.h"
#include "export/plain_text.h"
#include "export/portable_names.h"
#include "export/xml_text.h"
#include "extract/hash.h"

namespace zhitu::xport {
namespace {

// Attributes of nodes that Graphviz knows: some draw, some name files and links.
constexpr std::string_view kTaken[] = {
    "area",      "class",       "colorscheme", "comment",       "distortion",   "fillcolor",
    "fixedsize", "fontname",    "group",       "height",        "href",         "image",
    "layer",     "margin",      "nojustify",   "ordering",      "orientation",  "pos",
    "rects",     "root",        "shape",       "sides",         "style",        "target",
    "tooltip",   "url",         "width",       "xlabel",        "fontsize",     "fontcolor",
    "penwidth",  "peripheries", "pin",         "regular",       "labelloc",     "skew",
    "vertices",  "imagepos",    "imagescale",  "gradientangle", "samplepoints", "shapefile",
    "sortv",     "showboxes",   "xlp"};

// What stands before the value of an attribute.
std::string Opening(std::string_view name) { return ' ' + GraphvizText(name) + '='; }

std::vector<Piece> Openings(std::span<const Column> columns) {
  std::vector<Piece> openings;
  openings.reserve(columns.size());
  for (const Column& column : columns) openings.emplace_back(Opening(column.name));
  return openings;
}

bool IsLetterOrDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// True for `&lt;` and `&#38;` at a place.
bool IsHtmlEntity(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  const std::size_t begin = end;
  while (end < text.size() && IsLetterOrDigit(text[end])) ++end;
  return end > begin && end < text.size() && text[end] == ';';
}

}  // namespace

std::string GraphvizText(std::string_view text) {
  const std::string kept = XmlCharacters(text);
  std::string quoted = "\"";
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const char c = kept[i];
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\r') {
      quoted += ' ';
    } else if (c == '&' && IsHtmlEntity(kept, i)) {
      quoted += "&amp;";
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string GraphvizName(std::string_view id) {
  std::string quoted = "\"";
  bool changed = false;
  for (const char c : PortableId(id)) {
    changed = changed || c == '\\' || c == '\n' || c == '\r';
    if (c == '\\') {
      quoted += "＼";
    } else if (c == '\n' || c == '\r') {
      quoted += ' ';
    } else {
      if (c == '"') quoted += '\\';
      quoted += c;
    }
  }
  if (changed) quoted += '~' + extract::HashHex(id).substr(0, 16);
  return quoted + '"';
}

struct GraphvizWriter::Keys {
  Piece label{" [label="};
  Piece pos{" pos=\""};
  Piece comma{","};
  Piece size{"\" width="};
  Piece height{" height="};
  Piece colour{" fillcolor="};
  Piece id{" id="};
  Piece weight{" weight="};
  Piece no_direction{" dir=none"};
  Piece end{"];\n"};
};

// Writes values as the columns give them.
class GraphvizWriter::Values {
 public:
  Values(TextBuffer& out, const std::vector<Piece>& keys) : out_(out), keys_(keys) {}

  void None(std::size_t /*column*/) {}
  void Text(std::size_t column, std::string_view value) { Text(keys_[column], value); }
  void Integer(std::size_t column, std::int64_t value) {
    out_.Append(keys_[column]);
    out_.AppendInteger(value);
  }
  void Number(std::size_t column, double value) {
    out_.Append(keys_[column]);
    out_.Append("\"");  // 1e-05 is no number of Graphviz
    out_.AppendNumber(value);
    out_.Append("\"");
  }
  void Literal(std::size_t column, std::string_view value) { Text(column, value); }
  void Boolean(std::size_t column, bool value) {
    out_.Append(keys_[column]);
    out_.Append(value ? "true" : "false");
  }
  void Text(const Piece& key, std::string_view value) {
    out_.Append(key);
    if (IsPlainText(value)) {
      out_.Append("\"");
      out_.Append(value);
      out_.Append("\"");
    } else {
      out_.Append(GraphvizText(value));
    }
  }

 private:
  TextBuffer& out_;
  const std::vector<Piece>& keys_;
};

GraphvizWriter::GraphvizWriter(Sink& sink)
    : out_(sink), keys_(std::make_unique<Keys>()), edge_keys_(Openings(EdgeColumns())) {}

GraphvizWriter::~GraphvizWriter() = default;

void GraphvizWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header, kTaken);
  node_keys_ = Openings(node_columns_->columns());
  undirected_ = header.undirected;
  out_.Append(undirected_ ? "graph" : "digraph");
  out_.Append(
      " zhitu {\n"
      "graph [charset=\"UTF-8\" outputorder=edgesfirst overlap=true splines=false];\n"
      "node [shape=circle style=filled fixedsize=shape fontsize=8 penwidth=0.5];\n"
      "edge [color=\"#99999999\" fontsize=6 arrowsize=0.5];\n");
}

void GraphvizWriter::AddNode(const Node& node) {
  constexpr double kPointsPerInch = 72;
  const Keys& keys = *keys_;
  Values values(out_, node_keys_);
  out_.Append(GraphvizName(node.id));
  values.Text(keys.label, node.label.empty() ? PortableId(node.id) : node.label);
  out_.Append(keys.pos);
  out_.AppendNumber(node.x);
  out_.Append(keys.comma);
  out_.AppendNumber(node.y);
  out_.Append(keys.size);
  out_.AppendNumber(node.size / kPointsPerInch);
  out_.Append(keys.height);
  out_.AppendNumber(node.size / kPointsPerInch);
  values.Text(keys.colour, ColourText(node));
  node_columns_->Give(node, values);
  out_.Append(keys.end);
}

void GraphvizWriter::AddEdge(const Edge& edge) {
  const Keys& keys = *keys_;
  Values values(out_, edge_keys_);
  out_.Append(GraphvizName(edge.source));
  out_.Append(undirected_ ? " -- " : " -> ");
  out_.Append(GraphvizName(edge.target));
  values.Text(keys.label, edge.label);
  values.Text(keys.id, edge.id);
  out_.Append(keys.weight);
  out_.Append("\"");
  out_.AppendWeight(edge.weight);
  out_.Append("\"");
  if (edge.symmetric && !undirected_) out_.Append(keys.no_direction);
  GiveEdge(edge, values);
  out_.Append(keys.end);
}

void GraphvizWriter::End() {
  out_.Append("}\n");
  out_.Flush();
}

}  // namespace zhitu::xport
