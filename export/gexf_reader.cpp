#include "export/gexf_reader.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "export/xml_graphs.h"
#include "graph/seen_dates.h"

namespace zhitu::xport {
namespace {

// Elements of viz, and what they hold.
constexpr std::pair<std::string_view, const char*> kDrawing[] = {
    {"position", "x"}, {"position", "y"}, {"size", "size"},
    {"color", "r"},    {"color", "g"},    {"color", "b"}};

// Reads the nodes of a file, or its edges.
class GexfHandler final : public XmlGraphHandler {
 public:
  using XmlGraphHandler::XmlGraphHandler;

  void Start(std::string_view name, Attributes attributes, std::size_t at) override {
    if (depth_++ == 0 && name != "gexf")
      ReportOnce(at, "root is '" + std::string(name) + "'; expected gexf");
    if (name == "graph") return StartGraph(attributes, at);
    if (name == "attributes") mine_ = ValueOf(attributes, "class") == (edges() ? "edge" : "node");
    if (name == "attribute" && mine_) return StartAttribute(attributes, at);
    if (name == "default" && attribute_ != nullptr) collects_ = true;
    if (name == "node") return StartNode(attributes, at);
    if (name == "edge") return StartEdge(attributes, at);
    if (name == "attvalue") return TakeValue(attributes, at);
    if (name == "spell" && is_open()) TakeTimes(attributes);
    if (is_open()) LeaveOutDrawing(name);
  }

  void Text(std::string_view text) override {
    if (collects_) attribute_->standard += text;
  }

  void End(std::string_view name) override {
    --depth_;
    if (name == "attributes") mine_ = false;
    if (name == "default" && collects_) {
      collects_ = false;
      standards_.push_back(attribute_);
    }
    if (name == "attribute") attribute_ = nullptr;
    if (is_open() && name == (edges() ? "edge" : "node")) GiveWithStandards();
  }

 private:
  struct Attribute {
    ImportColumn column;
    std::string standard;
  };

  void StartGraph(Attributes attributes, std::size_t at) {
    const std::string_view type = ValueOf(attributes, "defaultedgetype");
    undirected_ = type == "undirected" || type == "mutual" || type.empty();
    if (!undirected_ && type != "directed")
      ReportOnce(at, "defaultedgetype is '" + std::string(type) +
                         "'; expected directed, undirected or mutual");
  }

  void StartAttribute(Attributes attributes, std::size_t at) {
    const std::string id(ValueOf(attributes, "id"));
    std::string title(ValueOf(attributes, "title"));
    if (title.empty()) title = id;
    if (id.empty()) ReportOnce(at, "attribute without an id; expected one");
    const auto [entry, fresh] = attributes_.try_emplace(id);
    if (!fresh) Report(at, "attribute '" + id + "' stands twice; expected each id once");
    attribute_ = &entry->second;
    attribute_->column = edges() ? EdgeColumn(std::move(title)) : NodeColumn(std::move(title));
    const graph::ImportField field = attribute_->column.field;
    if (field == graph::ImportField::kId || field == graph::ImportField::kSource ||
        field == graph::ImportField::kTarget) {
      attribute_->column = {attribute_->column.name};
    }
  }

  // A node may hold nodes, behind its own values.
  void StartNode(Attributes attributes, std::size_t at) {
    if (edges()) return;
    if (is_open()) GiveWithStandards();
    OpenEmpty(attributes, at);
    Put(id_column_, ValueOf(attributes, "id"), at);
    Put(label_column_, ValueOf(attributes, "label"), at);
  }

  void StartEdge(Attributes attributes, std::size_t at) {
    if (!edges()) return;
    OpenEmpty(attributes, at);
    const std::string_view type = ValueOf(attributes, "type");
    element().set_undirected(type.empty() ? undirected_ : type != "directed");
    if (!type.empty() && type != "directed" && type != "undirected" && type != "mutual")
      Report(at, "type is '" + std::string(type) + "'; expected directed, undirected or mutual");
    for (const ImportColumn& column : edge_columns_)
      Put(column, ValueOf(attributes, column.name), at);
  }

  void OpenEmpty(Attributes attributes, std::size_t at) {
    Open(at);
    seen_.clear();
    start_.clear();
    end_.clear();
    TakeTimes(attributes);
  }

  void TakeValue(Attributes attributes, std::size_t at) {
    if (!is_open()) return;
    std::string_view id = ValueOf(attributes, "for");
    if (id.empty()) id = ValueOf(attributes, "id");  // in versions before 1.2
    const auto found = attributes_.find(std::string(id));
    if (found == attributes_.end()) {
      return Report(at, "value of attribute '" + std::string(id) +
                            "', which is not declared; expected an attribute before");
    }
    seen_.push_back(&found->second);
    Put(found->second.column, ValueOf(attributes, "value"), at);
  }

  // Under the names by which GraphML has it.
  void LeaveOutDrawing(std::string_view name) {
    for (const auto& [element, column] : kDrawing) {
      if (name == element) LeaveOut(column, graph::LeftOut::kComputed);
    }
  }

  // Dates only: numbers mean what their file says.
  void TakeTimes(Attributes attributes) {
    const std::string_view start = ValueOf(attributes, "start");
    const std::string_view end = ValueOf(attributes, "end");
    if (graph::IsIsoDate(start) && (start_.empty() || start < start_)) start_ = start;
    if (graph::IsIsoDate(end) && end > end_) end_ = end;
  }

  void GiveWithStandards() {
    for (const Attribute* const attribute : standards_) {
      const bool missing = std::find(seen_.begin(), seen_.end(), attribute) == seen_.end();
      if (missing) Put(attribute->column, attribute->standard, at());
    }
    const bool says_when = element().Has(first_column_.name) || element().Has(last_column_.name);
    if (!says_when) {
      Put(first_column_, start_, at());
      Put(last_column_, end_, at());
    }
    Give();
  }

  const ImportColumn id_column_ = NodeColumn("id");
  const ImportColumn label_column_ = NodeColumn("label");
  const ImportColumn first_column_ = NodeColumn("first_seen");
  const ImportColumn last_column_ = NodeColumn("last_seen");
  const std::vector<ImportColumn> edge_columns_ = {EdgeColumn("source"), EdgeColumn("target"),
                                                   EdgeColumn("weight"), EdgeColumn("kind"),
                                                   EdgeColumn("label")};
  std::map<std::string, Attribute> attributes_;
  std::vector<const Attribute*> standards_;  // with a default
  std::size_t depth_ = 0;
  bool mine_ = false;  // attributes that are declared are of what is read
  bool undirected_ = true;
  Attribute* attribute_ = nullptr;  // that is being declared
  bool collects_ = false;           // its default
  // Of the node or edge at hand.
  std::vector<const Attribute*> seen_;
  std::string start_;
  std::string end_;
};

}  // namespace

void ReadGexf(const std::vector<std::string>& paths, graph::Importer& importer,
              const ImportProgress& progress) {
  ReadXmlGraphs(paths, importer, progress, MakeHandler<GexfHandler>);
}

}  // namespace zhitu::xport
