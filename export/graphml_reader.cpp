#include "export/graphml_reader.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "export/xml_graphs.h"

namespace zhitu::xport {
namespace {

// Reads the nodes of a file, or its edges.
class GraphmlHandler final : public XmlGraphHandler {
 public:
  using XmlGraphHandler::XmlGraphHandler;

  void Start(std::string_view name, Attributes attributes, std::size_t at) override {
    if (depth_++ == 0 && name != "graphml")
      ReportOnce(at, "root is '" + std::string(name) + "'; expected graphml");
    if (in_data_) return StartInside(name);
    if (name == "key") return StartKey(attributes, at);
    if (name == "default" && key_ != nullptr) return Collect();
    if (name == "graph") return StartGraph(attributes, at);
    if (name == "node") return StartNode(attributes, at);
    if (name == "edge") return StartEdge(attributes, at);
    if (name == "data") return StartData(attributes, at);
    if (name == "hyperedge")
      ReportOnce(at, "a hyperedge joins more than two nodes; expected edges between two");
  }

  void Text(std::string_view text) override {
    if (collects_) collected_ += text;
  }

  void End(std::string_view name) override {
    --depth_;
    if (name == "data") {
      EndData();
    } else if (name == "default" && collects_) {
      key_->standard = Taken();
      standards_.push_back(key_);
    } else if (name == "NodeLabel" && collects_) {
      drawn_label_ = Taken();
    } else if (name == "key") {
      key_ = nullptr;
    } else if (is_open() && name == (edges() ? "edge" : "node")) {
      GiveWithStandards();
    }
  }

 private:
  struct Key {
    ImportColumn column;
    bool mine = true;  // it is of nodes where nodes are read, of edges where edges are
    std::string standard;
  };

  void StartKey(Attributes attributes, std::size_t at) {
    const std::string id(ValueOf(attributes, "id"));
    const std::string_view domain = ValueOf(attributes, "for");
    std::string name(ValueOf(attributes, "attr.name"));
    if (name.empty()) name = id;
    if (id.empty()) ReportOnce(at, "key without an id; expected one");
    const auto [entry, fresh] = keys_.try_emplace(id);
    if (!fresh) ReportOnce(at, "key '" + id + "' stands twice; expected each id once");
    key_ = &entry->second;
    key_->mine = domain.empty() || domain == "all" || domain == (edges() ? "edge" : "node");
    key_->column = edges() ? EdgeColumn(std::move(name)) : NodeColumn(std::move(name));
    // Ids and ends are those of the element.
    const graph::ImportField field = key_->column.field;
    if (field == graph::ImportField::kId || field == graph::ImportField::kSource ||
        field == graph::ImportField::kTarget) {
      key_->column = {key_->column.name};
    }
  }

  void StartGraph(Attributes attributes, std::size_t at) {
    const std::string_view direction = ValueOf(attributes, "edgedefault");
    undirected_ = direction == "undirected";
    if (!undirected_ && direction != "directed" && !direction.empty()) {
      ReportOnce(
          at, "edgedefault is '" + std::string(direction) + "'; expected directed or undirected");
    }
  }

  // A node may hold a graph, behind its own values.
  void StartNode(Attributes attributes, std::size_t at) {
    if (edges()) return;
    if (is_open()) GiveWithStandards();
    OpenEmpty(at);
    Put(id_column_, ValueOf(attributes, "id"), at);
  }

  void StartEdge(Attributes attributes, std::size_t at) {
    if (!edges()) return;
    OpenEmpty(at);
    const std::string_view directed = ValueOf(attributes, "directed");
    element().set_undirected(directed.empty() ? undirected_ : directed == "false");
    Put(source_column_, ValueOf(attributes, "source"), at);
    Put(target_column_, ValueOf(attributes, "target"), at);
    Put(kind_column_, ValueOf(attributes, "label"), at);
  }

  void OpenEmpty(std::size_t at) {
    Open(at);
    seen_.clear();
    drawn_label_.clear();
  }

  void StartData(Attributes attributes, std::size_t at) {
    if (!is_open()) return;
    const std::string id(ValueOf(attributes, "key"));
    const auto found = keys_.find(id);
    if (found == keys_.end())
      return Report(at, "data of key '" + id + "', which is not declared; expected a key before");
    in_data_ = true;
    has_inside_ = false;
    data_key_ = &found->second;
    data_at_ = at;
    seen_.push_back(data_key_);
    Collect();
  }

  // What programs draw is no value; of it the first label is taken.
  void StartInside(std::string_view name) {
    has_inside_ = true;
    collects_ = false;
    if (name == "NodeLabel" && drawn_label_.empty()) Collect();
  }

  void EndData() {
    if (!in_data_) return;
    in_data_ = false;
    if (has_inside_) return LeaveOut(data_key_->column.name, graph::LeftOut::kNested);
    Put(data_key_->column, Taken(), data_at_);
  }

  void GiveWithStandards() {
    for (const Key* const key : standards_) {
      const bool missing = std::find(seen_.begin(), seen_.end(), key) == seen_.end();
      if (key->mine && missing) Put(key->column, key->standard, at());
    }
    if (!edges() && !element().Has(label_column_.name)) Put(label_column_, drawn_label_, at());
    Give();
  }

  void Collect() {
    collects_ = true;
    collected_.clear();
  }
  std::string Taken() {
    collects_ = false;
    return std::exchange(collected_, {});
  }

  const ImportColumn id_column_ = NodeColumn("id");
  const ImportColumn label_column_ = NodeColumn("label");
  const ImportColumn source_column_ = EdgeColumn("source");
  const ImportColumn target_column_ = EdgeColumn("target");
  const ImportColumn kind_column_ = EdgeColumn("kind");
  std::map<std::string, Key> keys_;
  std::vector<const Key*> standards_;  // keys with a default
  std::size_t depth_ = 0;
  bool undirected_ = false;
  Key* key_ = nullptr;  // that is being declared
  // Of the node or edge at hand.
  std::vector<const Key*> seen_;
  std::string drawn_label_;
  // Its data at hand.
  bool in_data_ = false;
  bool has_inside_ = false;
  const Key* data_key_ = nullptr;
  std::size_t data_at_ = 0;
  bool collects_ = false;
  std::string collected_;
};

}  // namespace

void ReadGraphml(const std::vector<std::string>& paths, graph::Importer& importer,
                 const ImportProgress& progress) {
  ReadXmlGraphs(paths, importer, progress, MakeHandler<GraphmlHandler>);
}

}  // namespace zhitu::xport
