#include "export/cypher.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "export/colour_text.h"
#include "export/number_text.h"
#include "export/portable_names.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kRows = 500;                         // of a statement
constexpr std::size_t kMostBytes = std::size_t{4} << 20U;  // that wait
constexpr std::size_t kAliases = 1;  // the column of `NodeColumns` that is a list

// A number as Cypher takes it for one with a fraction.
std::string Float(std::string text) {
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string NumberOf(double value) { return Float(NumberText(value)); }

std::vector<std::string> Names(std::span<const Column> columns) {
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const Column& column : columns) names.push_back(CypherName(column.name));
  return names;
}

bool IsC1(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && at + 1 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

}  // namespace

std::string CypherText(std::string_view text) {
  const std::string kept = XmlCharacters(text);
  std::string literal = "'";
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const char c = kept[i];
    const bool behind_backslash = i > 0 && kept[i - 1] == '\\';
    if (IsC1(kept, i)) {
      literal += fmt::format("\\u{:04X}", static_cast<unsigned char>(kept[++i]));
    } else if (c == '\\' || c == '\'') {
      literal.append(1, '\\').append(1, c);
    } else if (c == '\n' || c == '\r' || c == '\t') {
      literal += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    } else if (c == '\x7F' || (c == 'u' && behind_backslash)) {
      literal += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    } else {
      literal += c;
    }
  }
  return literal + '\'';
}

std::string CypherName(std::string_view text) {
  std::string name = "`";
  for (const char c : XmlCharacters(text)) {
    if (c == '\\') {
      name += "＼";
    } else if (c == '\n' || c == '\r' || c == '\t') {
      name += ' ';
    } else {
      if (c == '`') name += '`';
      name += c;
    }
  }
  if (text.empty()) name += '_';
  return name + '`';
}

// Gathers members of a map.
class CypherWriter::Values {
 public:
  // `node` has the items of the column that is a list.
  Values(std::string& out, const std::vector<std::string>& names, const Node* node)
      : out_(out), names_(names), node_(node) {}

  void None(std::size_t /*column*/) {}
  void Text(std::size_t column, std::string_view value) {
    const bool list = node_ != nullptr && column == kAliases;
    Member(names_[column], list ? List(node_->aliases) : CypherText(value));
  }
  void Integer(std::size_t column, std::int64_t value) {
    Member(names_[column], std::to_string(value));
  }
  void Number(std::size_t column, double value) { Member(names_[column], NumberOf(value)); }
  void Literal(std::size_t column, std::string_view value) { Member(names_[column], value); }
  void Boolean(std::size_t column, bool value) { Member(names_[column], value ? "true" : "false"); }
  void Member(std::string_view name, std::string_view value) {
    if (!out_.ends_with('{')) out_ += ", ";
    out_.append(name).append(": ").append(value);
  }

 private:
  static std::string List(const std::vector<std::string>& items) {
    std::string list = "[";
    for (const std::string& item : items) {
      if (item.empty()) continue;
      if (list.size() > 1) list += ", ";
      list += CypherText(item);
    }
    return list + ']';
  }

  std::string& out_;
  const std::vector<std::string>& names_;
  const Node* node_;
};

void CypherWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  node_names_ = Names(node_columns_->columns());
  edge_names_ = Names(EdgeColumns());
  out_.Append(
      "CREATE CONSTRAINT zhitu_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n");
}

void CypherWriter::AddNode(const Node& node) {
  const std::string id = PortableId(node.id);
  std::string row = "{id: " + CypherText(id) + ", properties: {";
  Values values(row, node_names_, &node);
  values.Member("label", CypherText(node.label.empty() ? id : node.label));
  values.Member("x", NumberOf(node.x));
  values.Member("y", NumberOf(node.y));
  values.Member("size", NumberOf(node.size));
  values.Member("color", CypherText(ColourText(node)));
  node_columns_->Give(node, values);
  Add(CypherName(node.type), row + "}}");
}

void CypherWriter::AddEdge(const Edge& edge) {
  if (!in_edges_) WriteAll();
  in_edges_ = true;
  std::string row = "{id: " + CypherText(PortableId(edge.id)) +
                    ", source: " + CypherText(PortableId(edge.source)) +
                    ", target: " + CypherText(PortableId(edge.target)) + ", properties: {";
  Values values(row, edge_names_, nullptr);
  values.Member("weight", Float(WeightText(edge.weight)));
  GiveEdge(edge, values);
  Add(CypherName(edge.predicate), row + "}}");
}

void CypherWriter::Add(const std::string& name, const std::string& row) {
  Batch& batch = batches_[name];
  batch.rows.append(batch.count == 0 ? "\n" : ",\n").append(row);
  bytes_ += row.size();
  if (++batch.count == kRows) Write(name, batch);
  if (bytes_ > kMostBytes) WriteAll();
}

void CypherWriter::Write(const std::string& name, Batch& batch) {
  if (batch.count == 0) return;
  out_.Append("UNWIND [");
  out_.Append(batch.rows);
  out_.Append("\n] AS row\n");
  if (in_edges_) {
    out_.Append(
        "MATCH (a:Entity {id: row.source})\nMATCH (b:Entity {id: row.target})\nMERGE (a)-[r:");
    out_.Append(name);
    out_.Append(" {id: row.id}]->(b)\nSET r += row.properties;\n");
  } else {
    out_.Append("MERGE (n:Entity {id: row.id})\nSET n:");
    out_.Append(name);
    out_.Append(", n += row.properties;\n");
  }
  bytes_ -= std::min(bytes_, batch.rows.size());
  batch = {};
}

void CypherWriter::WriteAll() {
  for (auto& [name, batch] : batches_) Write(name, batch);
  batches_.clear();
  bytes_ = 0;
}

void CypherWriter::End() {
  WriteAll();
  out_.Flush();
}

}  // namespace zhitu::xport
