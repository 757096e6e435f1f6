#include "export/neo4j.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/colour_text.h"
#include "export/plain_text.h"
#include "export/portable_names.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kAliases = 1;  // the column of `NodeColumns` that is a list

constexpr std::string_view kNote = R"(# A graph for Neo4j

Into a new database (Neo4j 5 or later; the server must be stopped, or the database be another one):

    neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv \
      --multiline-fields=true --id-type=string --overwrite-destination neo4j

Then, in cypher-shell:

    CREATE CONSTRAINT zhitu_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
    MATCH (a:Entity)-[r]->(b:Entity) RETURN a.label, type(r), b.label, r.evidence LIMIT 25;

Every node has the label Entity and one for its type. Relations of the type co_occurs mean nothing by their direction
(symmetric is true). Into a database that holds something already: export with `--as cypher` instead.
)";

std::string Quoted(std::string_view value) {
  std::string cell = "\"";
  for (const char c : value) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

void AppendCell(TextBuffer& out, std::string_view value) {
  if (value.empty()) return;
  if (IsPlainText(value) && value.find_first_of(", ") == std::string_view::npos) {
    out.Append(value);
  } else {
    out.Append(Quoted(XmlCharacters(value)));
  }
}

// A text with something else in the place of a character.
std::string Replaced(std::string_view text, char from, std::string_view to) {
  std::string result;
  for (const char c : text) c == from ? result.append(to) : result.append(1, c);
  return result;
}

std::string Item(std::string_view text) { return Replaced(text, ';', "；"); }

std::string_view TypeSuffix(ValueType type) {
  switch (type) {
    case ValueType::kLong:
      return ":long";
    case ValueType::kDouble:
      return ":double";
    case ValueType::kBoolean:
      return ":boolean";
    default:
      return "";
  }
}

void AppendNames(TextBuffer& out, std::span<const Column> columns, std::size_t list) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(Replaced(column.name, ':', "_"));
  constexpr std::string_view kTaken[] = {"id", "label", "x", "y", "size", "color"};
  names = PortableNames(names, kTaken);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out.Append(",");
    const std::string_view suffix = i == list ? ":string[]" : TypeSuffix(columns[i].type);
    AppendCell(out, names[i] + std::string(suffix));
  }
}

}  // namespace

// Writes values as the columns give them, each behind a comma.
class Neo4jWriter::Values {
 public:
  // `node` has the items of the column that is a list.
  Values(TextBuffer& out, const Node* node) : out_(out), node_(node) {}

  void None(std::size_t /*column*/) { out_.Append(","); }
  void Text(std::size_t column, std::string_view value) {
    node_ != nullptr&& column == kAliases ? Text(List(node_->aliases)) : Text(value);
  }
  void Integer(std::size_t /*column*/, std::int64_t value) {
    out_.Append(",");
    out_.AppendInteger(value);
  }
  void Number(std::size_t /*column*/, double value) { Number(value); }
  void Literal(std::size_t column, std::string_view value) { Text(column, value); }
  void Boolean(std::size_t /*column*/, bool value) { out_.Append(value ? ",true" : ",false"); }

  void Text(std::string_view value) {
    out_.Append(",");
    AppendCell(out_, value);
  }
  void Number(double value) {
    out_.Append(",");
    out_.AppendNumber(value);
  }

 private:
  static std::string List(const std::vector<std::string>& items) {
    std::string list;
    for (const std::string& item : items) {
      if (item.empty()) continue;
      if (!list.empty()) list += ';';
      list += Item(item);
    }
    return list;
  }

  TextBuffer& out_;
  const Node* node_;
};

Neo4jWriter::Neo4jWriter(Sink& nodes, Sink& relationships, Sink& note)
    : nodes_(nodes), relationships_(relationships), note_(note) {}

void Neo4jWriter::Begin(const GraphHeader& header) {
  node_columns_ = std::make_unique<NodeColumns>(header);
  nodes_.Append("id:ID,label,:LABEL,x:double,y:double,size:double,color");
  AppendNames(nodes_, node_columns_->columns(), kAliases);
  nodes_.Append("\n");
  relationships_.Append(":START_ID,:END_ID,:TYPE,id,weight:double");
  AppendNames(relationships_, EdgeColumns(), EdgeColumns().size());
  relationships_.Append("\n");
  note_.Append(kNote);
}

void Neo4jWriter::AddNode(const Node& node) {
  const std::string id = PortableId(node.id);
  AppendCell(nodes_, id);
  Values values(nodes_, &node);
  values.Text(node.label.empty() ? id : node.label);
  values.Text(node.type.empty() ? "Entity" : "Entity;" + Item(node.type));
  values.Number(node.x);
  values.Number(node.y);
  values.Number(node.size);
  values.Text(ColourText(node));
  node_columns_->Give(node, values);
  nodes_.Append("\n");
}

void Neo4jWriter::AddEdge(const Edge& edge) {
  AppendCell(relationships_, PortableId(edge.source));
  Values values(relationships_, nullptr);
  values.Text(PortableId(edge.target));
  values.Text(edge.predicate.empty() ? "related_to" : edge.predicate);
  values.Text(PortableId(edge.id));
  relationships_.Append(",");
  relationships_.AppendWeight(edge.weight);
  GiveEdge(edge, values);
  relationships_.Append("\n");
}

void Neo4jWriter::End() {
  nodes_.Flush();
  relationships_.Flush();
  note_.Flush();
}

}  // namespace zhitu::xport
