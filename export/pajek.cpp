#include "export/pajek.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "export/number_text.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

constexpr double kMargin = 0.05;  // of the picture, on each side

double Finite(double value) { return std::isfinite(value) ? value : 0; }

// From one side of the picture to the other.
class Range {
 public:
  void Add(double value) {
    least_ = std::min(least_, value);
    most_ = std::max(most_, value);
  }
  double width() const { return most_ - least_; }
  // Where a value lies in a picture of that width, in whose middle the range is.
  double Place(double value, double width) const {
    if (!(width > 0)) return 0.5;
    return 0.5 + (value - (least_ / 2 + most_ / 2)) / width * (1 - 2 * kMargin);
  }

 private:
  double least_ = 0;
  double most_ = 0;
};

}  // namespace

std::string PajekText(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : XmlCharacters(text)) {
    if (c == '"') {
      quoted += "”";
    } else if (c == '\\') {
      quoted += "＼";
    } else {
      quoted += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
  }
  return quoted + '"';
}

PajekWriter::PajekWriter(Sink& sink) : out_(sink) {}

void PajekWriter::Begin(const GraphHeader& header) {
  out_.Append("\xEF\xBB\xBF% zhitu\n*Vertices ");
  out_.AppendInteger(header.nodes);
  out_.Append("\n");
}

std::string PajekWriter::NameOf(const Node& node) {
  std::string name = node.label.empty() ? node.id : node.label;
  if (!names_.insert(PajekText(name)).second) {
    name += " (" + node.id + ")";
    // Nobody else is called like that, unless somebody wants to.
    while (!names_.insert(PajekText(name)).second) name += '*';
  }
  return PajekText(name);
}

void PajekWriter::AddNode(const Node& node) {
  vertices_.push_back({NameOf(node), Finite(node.x), Finite(node.y)});
  numbers_.emplace(node.id, static_cast<std::int64_t>(vertices_.size()));
}

void PajekWriter::WriteVertices() {
  if (in_edges_) return;
  in_edges_ = true;
  Range across;
  Range up;
  for (const Vertex& vertex : vertices_) {
    across.Add(vertex.x);
    up.Add(vertex.y);
  }
  const double width = std::max(across.width(), up.width());
  std::int64_t number = 0;
  for (const Vertex& vertex : vertices_) {
    out_.AppendInteger(++number);
    out_.Append(" ");
    out_.Append(vertex.name);
    out_.Append(" ");
    out_.AppendNumber(across.Place(vertex.x, width));
    out_.Append(" ");
    out_.AppendNumber(1 - up.Place(vertex.y, width));
    out_.Append(" 0.5\n");
  }
  vertices_.clear();
}

void PajekWriter::AppendTie(std::string& text, const Edge& edge) const {
  text += std::to_string(numbers_.at(edge.source)) + ' ' +
          std::to_string(numbers_.at(edge.target)) + ' ' + WeightText(edge.weight) + " l " +
          PajekText(edge.label) + '\n';
}

void PajekWriter::AddEdge(const Edge& edge) {
  WriteVertices();
  if (edge.symmetric) {
    AppendTie(edges_, edge);
    return;
  }
  std::string arc = std::exchange(in_arcs_, true) ? "" : "*Arcs\n";
  AppendTie(arc, edge);
  out_.Append(arc);
}

void PajekWriter::End() {
  WriteVertices();
  if (!edges_.empty()) out_.Append("*Edges\n");
  out_.Append(edges_);
  out_.Flush();
}

}  // namespace zhitu::xport
