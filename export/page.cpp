#include "export/page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "export/number_text.h"

namespace zhitu::xport {
namespace {

constexpr int kLayout = 1;  // of the data; the program in the page knows it
constexpr std::size_t kNodeRows = 4096;
constexpr std::size_t kEdgeRows = 16384;

enum NodeColumn : std::size_t {
  kId,
  kName,
  kType,
  kMentions,
  kDocuments,
  kFirst,
  kLast,
  kX,
  kY,
  kSize,
  kAliases,
  kAttributes,
  kRank,
  kCommunity
};

enum EdgeColumn : std::size_t {
  kSource,
  kTarget,
  kPredicate,
  kCount,
  kWeight,
  kEdgeDocuments,
  kConfidence,
  kEdgeFirst,
  kEdgeLast,
  kNpmi
};

// More digits would not show.
double Tenths(double value) { return std::round(value * 10.0) / 10.0; }

std::string Colour(const Node& node) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", node.r, node.g, node.b);
  return text.data();
}

std::string TextList(const std::vector<std::string>& texts) {
  if (texts.empty()) return "0";
  std::string json;
  for (const std::string& text : texts) {
    json += json.empty() ? '[' : ',';
    AppendPageString(json, text);
  }
  return json + "]";
}

std::string TextList(const graph::IdTable& texts) {
  std::string json = "[";
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    if (i > 0) json += ',';
    AppendPageString(json, texts.Id(i));
  }
  return json + "]";
}

// A number from -1 to 1 in whole thousandths; nothing for what is none.
std::string Thousandths(double value, std::string_view none) {
  constexpr double kThousand = 1000.0;
  if (!std::isfinite(value)) return std::string(none);
  return std::to_string(std::lround(std::clamp(value, -1.0, 1.0) * kThousand));
}

// Most ids are made of type and name, which the page knows.
std::string_view ShortId(const Node& node) {
  const std::string_view id = node.id;
  const bool made = id.size() == node.type.size() + 1 + node.label.size() &&
                    id.starts_with(node.type) && id[node.type.size()] == ':' &&
                    id.ends_with(node.label);
  return made ? std::string_view() : id;
}

}  // namespace

PageWriter::PageWriter(Sink& sink)
    : out_(sink),
      nodes_({{"id", R"("")"},
              {"name", ""},
              {"type", "0"},
              {"mentions", "0"},
              {"documents", "0"},
              {"first", "0"},
              {"last", "0"},
              {"x", "0"},
              {"y", "0"},
              {"size", "0"},
              {"aliases", "0"},
              {"attributes", "0"},
              {"rank", "null"},
              {"community", "null"}}),
      edges_({{"source", ""},
              {"target", ""},
              {"predicate", "0"},
              {"count", "1"},
              {"weight", "0"},
              {"documents", "0"},
              {"confidence", "1000"},
              {"first", "0"},
              {"last", "0"},
              {"npmi", "null"}}),
      ids_(std::make_unique<graph::IdTable>()) {
  dates_.Number("");
}

PageWriter::~PageWriter() = default;

void PageWriter::Begin(const GraphHeader& header) {
  frame_ = MakePageFrame(header.title);
  out_.Append(frame_.head);
  std::string json = R"({"layout":)" + std::to_string(kLayout) + R"(,"title":)";
  AppendPageString(json, header.title);
  json += R"(,"nodes":)" + std::to_string(header.nodes) + R"(,"edges":)" +
          std::to_string(header.edges) + "}";
  out_.Append(PageData("head", json));
}

void PageWriter::WriteTable(const char* kind, PageTable& table, std::size_t rows) {
  if (table.rows() == 0 || table.rows() < rows) return;
  out_.Append(PageData(kind, table.Take()));
}

std::uint32_t PageWriter::TypeOf(const Node& node) {
  const std::uint32_t type = types_.Number(node.type);
  if (type == colours_.size()) colours_.push_back(Colour(node));
  return type;
}

std::string PageWriter::AttributesOf(const Node& node) {
  std::string json;
  for (const auto& [name, value] : node.attributes) {
    json += json.empty() ? '[' : ',';
    json += std::to_string(attributes_.Number(name)) + ",";
    AppendPageString(json, value);
  }
  return json.empty() ? "0" : json + "]";
}

void PageWriter::AddNode(const Node& node) {
  ids_->Number(node.id);
  letters_.Add(node.label);
  for (const std::string& alias : node.aliases) letters_.Add(alias);
  nodes_[kId].Text(ShortId(node));
  nodes_[kName].Text(node.label);
  nodes_[kType].Integer(TypeOf(node));
  nodes_[kMentions].Integer(node.mentions);
  nodes_[kDocuments].Integer(node.documents);
  nodes_[kFirst].Integer(dates_.Number(node.first_seen));
  nodes_[kLast].Integer(dates_.Number(node.last_seen));
  nodes_[kX].Number(Tenths(node.x));
  nodes_[kY].Number(Tenths(node.y));
  nodes_[kSize].Number(Tenths(node.size));
  nodes_[kAliases].Raw(TextList(node.aliases));
  nodes_[kAttributes].Raw(AttributesOf(node));
  nodes_[kRank].Raw(node.pagerank ? NumberText(*node.pagerank) : "null");
  nodes_[kCommunity].Raw(node.community ? std::to_string(*node.community) : "null");
  nodes_.EndRow();
  WriteTable("nodes", nodes_, kNodeRows);
}

std::uint32_t PageWriter::PredicateOf(const Edge& edge) {
  return predicates_.Number((edge.symmetric ? " " : "") + edge.predicate);
}

// Sources come in order, so differences are small.
void PageWriter::AddEdge(const Edge& edge) {
  WriteTable("nodes", nodes_, 0);
  const std::uint32_t source = ids_->Number(edge.source);
  edges_[kSource].Integer(std::int64_t{source} - std::int64_t{last_source_});
  last_source_ = source;
  edges_[kTarget].Integer(ids_->Number(edge.target));
  edges_[kPredicate].Integer(PredicateOf(edge));
  edges_[kCount].Integer(edge.count);
  const bool counted = edge.weight == static_cast<double>(edge.count);
  edges_[kWeight].Number(counted ? 0.0 : edge.weight);
  edges_[kEdgeDocuments].Integer(edge.documents);
  edges_[kConfidence].Raw(Thousandths(edge.confidence, "1000"));
  edges_[kEdgeFirst].Integer(dates_.Number(edge.first_seen));
  edges_[kEdgeLast].Integer(dates_.Number(edge.last_seen));
  edges_[kNpmi].Raw(edge.npmi ? Thousandths(*edge.npmi, "null") : "null");
  edges_.EndRow();
  WriteTable("edges", edges_, kEdgeRows);
}

std::string PageWriter::Tables(std::int64_t each) {
  std::string colours;
  for (const std::string& colour : colours_) {
    colours += (colours.empty() ? "\"" : ",\"") + colour + "\"";
  }
  return R"({"types":)" + TextList(types_) + R"(,"colours":[)" + colours + R"(],"predicates":)" +
         TextList(predicates_) + R"(,"dates":)" + TextList(dates_) + R"(,"attributes":)" +
         TextList(attributes_) + R"(,"each":)" + std::to_string(each) + R"(,"letters":)" +
         letters_.Take() + "}";
}

void PageWriter::EndGraph(std::int64_t each) {
  if (graph_ended_) return;
  graph_ended_ = true;
  WriteTable("nodes", nodes_, 0);
  WriteTable("edges", edges_, 0);
  out_.Append(PageData("tables", Tables(each)));
  out_.Append(frame_.program);
  ids_.reset();
}

void PageWriter::BeginQuotes(std::int64_t each, std::span<const std::uint32_t> nodes) {
  places_ = nodes;
  EndGraph(each);
}

void PageWriter::AddText(const graph::QuotedText& text) {
  quotes_.AddText(text, places_);
  out_.Append(quotes_.TakeTexts(/*rest=*/false));
}

void PageWriter::AddQuotes(std::span<const graph::RelationQuote> quotes, std::int64_t all) {
  out_.Append(quotes_.TakeTexts(/*rest=*/true));
  quotes_.AddQuotes(quotes, all);
  out_.Append(quotes_.TakeQuotes(/*rest=*/false));
}

void PageWriter::End() {
  EndGraph(0);
  out_.Append(quotes_.TakeTexts(/*rest=*/true));
  out_.Append(quotes_.TakeQuotes(/*rest=*/true));
  out_.Append(quotes_.TakeNames());
  out_.Append(frame_.foot);
  out_.Flush();
}

}  // namespace zhitu::xport
