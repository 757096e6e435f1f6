#include "export/node_link_reader.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <deque>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "export/import_element.h"
#include "export/import_text.h"
#include "export/other_json.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kDeepest = 100;
constexpr std::size_t kProgressElements = 50000;

// Reads the nodes of a file, or its edges; RapidJSON tells it what the text holds. Depth 1 is
// inside the object at the top, depth 2 inside a list of elements, depth 3 inside an element.
class NodeLinkHandler {
 public:
  NodeLinkHandler(ImportText& text, rapidjson::MemoryStream& stream, bool edges, bool directed,
                  const std::function<void(std::size_t)>& count)
      : text_(text),
        stream_(stream),
        edges_(edges),
        directed_(directed),
        count_(count),
        element_(text.importer(), [&text](std::size_t at) { return text.PlaceOf(at); }) {}

  bool directed() const { return directed_; }
  bool has_list() const { return has_list_; }
  const JsonSigns& signs() const { return signs_; }
  bool too_deep() const { return too_deep_; }

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON's names
  bool Null() { return true; }
  bool Bool(bool value) {
    if (depth_ == 1 && member_ == "directed") directed_ = value;
    return Value(value ? "true" : "false");
  }
  bool Int(int /*value*/) { return true; }  // numbers come as texts
  bool Uint(unsigned /*value*/) { return true; }
  bool Int64(std::int64_t /*value*/) { return true; }
  bool Uint64(std::uint64_t /*value*/) { return true; }
  bool Double(double /*value*/) { return true; }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return Value({text, size});
  }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return Value({text, size});
  }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ == 1) StartTopMember({text, size});
    if (depth_ == 2 && member_ == "graph" && std::string_view(text, size) == "nodes")
      signs_.graph_nodes = true;
    if (depth_ == 3 && in_element_) StartMember({text, size});
    return true;
  }
  bool StartObject() {
    if (depth_ == 0) is_object_ = true;
    if (depth_ == 2 && in_list_) StartElement(stream_.Tell());  // the bracket is still to be read
    if (depth_ == 3 && in_element_) LeaveOut();
    return Enter();
  }
  bool EndObject(rapidjson::SizeType /*members*/) {
    --depth_;
    if (depth_ == 2 && in_element_) Give();
    return !signs_.keyed;
  }
  bool StartArray() {
    if (depth_ == 1) StartList();
    if (depth_ == 2 && in_list_) NoElement(stream_.Tell());
    if (depth_ == 3 && in_element_) StartItems();
    return Enter();
  }
  bool EndArray(rapidjson::SizeType /*items*/) {
    --depth_;
    if (depth_ == 1) in_list_ = false;
    if (depth_ == 3 && in_element_) EndItems();
    return true;
  }
  // NOLINTEND(readability-identifier-naming)

  bool is_object() const { return is_object_; }

 private:
  bool Enter() {
    too_deep_ = ++depth_ > kDeepest;
    return !too_deep_;
  }

  void StartTopMember(std::string_view name) {
    member_ = name;
    signs_.adjacency = signs_.adjacency || name == "adjacency";
    signs_.elements = signs_.elements || name == "elements";
    signs_.graph_nodes = signs_.graph_nodes || name == "graphs";
  }

  void StartList() {
    const bool nodes = member_ == "nodes";
    const bool edges = member_ == "edges" || member_ == "links";
    signs_.nodes = signs_.nodes || nodes;
    signs_.edges = signs_.edges || edges;
    in_list_ = edges_ ? edges : nodes;
    has_list_ = has_list_ || in_list_;
  }

  void StartElement(std::size_t at) {
    in_element_ = true;
    values_.clear();
    element_.Begin(text_.LineOf(at), at);
    element_.set_undirected(!directed_);
  }

  void NoElement(std::size_t at) {
    text_.Report(at, edges_ ? "edge is no object; expected one with source and target"
                            : "node is no object; expected one with an id");
  }

  void StartMember(std::string_view name) {
    mark_ = stream_.Tell();
    const std::string_view text = text_.text();
    while (mark_ < text.size() && std::string_view(" \t\r\n:").find(text[mark_]) != text.npos)
      ++mark_;
    const auto [entry, fresh] = columns_.try_emplace(std::string(name));
    ImportColumn& column = entry->second;
    column_ = &column;
    if (!fresh) return;
    column = edges_ ? EdgeColumn(std::string(name)) : NodeColumn(std::string(name));
    if (edges_ && name == "key") column.role = ImportRole::kEdgeKey;
  }

  bool Value(std::string_view value) {
    if (!in_list_) return true;
    if (depth_ == 2) NoElement(stream_.Tell() - 1);
    if (depth_ == 3 && in_element_) Put(value);
    if (depth_ == 4 && in_items_) AddItem(value);
    return true;
  }
  void Put(std::string_view value) {
    values_.emplace_back(value);
    element_.Add(*column_, values_.back(), mark_);
  }

  // A list of texts becomes one, its items joined by bars.
  void StartItems() {
    in_items_ = true;
    items_.clear();
  }
  void AddItem(std::string_view item) {
    if (!items_.empty()) items_ += '|';
    for (const char c : item) {
      if (c == '|') items_ += '\\';
      items_ += c;
    }
  }
  void EndItems() {
    in_items_ = false;
    Put(items_);
  }

  void LeaveOut() { text_.importer().LeaveOut(column_->name, graph::LeftOut::kNested); }

  void Give() {
    in_element_ = false;
    // Of what is no node-link JSON nothing more is told.
    signs_.keyed = !edges_ && given_ == 0 && element_.Has("key") && !element_.Has("id");
    if (signs_.keyed) return;
    if (edges_) {
      element_.GiveEdge();
    } else {
      element_.GiveNode();
    }
    if (++given_ % kProgressElements == 0) count_(kProgressElements);
  }

  ImportText& text_;
  rapidjson::MemoryStream& stream_;
  bool edges_;
  bool directed_;
  const std::function<void(std::size_t)>& count_;
  ImportElement element_;
  std::unordered_map<std::string, ImportColumn> columns_;
  std::size_t depth_ = 0;
  bool is_object_ = false;
  bool too_deep_ = false;
  std::string member_;  // of the object at the top
  bool in_list_ = false;
  bool has_list_ = false;
  JsonSigns signs_;
  // Of the element at hand; a list in the place of one is none.
  bool in_element_ = false;
  const ImportColumn* column_ = nullptr;
  std::size_t mark_ = 0;
  std::deque<std::string> values_;
  bool in_items_ = false;
  std::string items_;
  std::size_t given_ = 0;
};

// Reads nodes or edges; faults of the text are told with the nodes. `directed` is what the text
// says, known once it was read.
void Read(ImportText& text, bool edges, bool& directed,
          const std::function<void(std::size_t)>& count) {
  rapidjson::MemoryStream stream(text.text().data(), text.text().size());
  NodeLinkHandler handler(text, stream, edges, directed, count);
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseNumbersAsStringsFlag |
                              rapidjson::kParseValidateEncodingFlag;
  const rapidjson::ParseResult result = rapidjson::Reader().Parse<kFlags>(stream, handler);
  directed = handler.directed();
  if (edges) return;
  if (handler.signs().keyed) {
    text.ReportForeign(std::string(OtherJson(handler.signs())));
  } else if (handler.too_deep()) {
    text.Report(stream.Tell(), "nested deeper than 100 levels; expected node-link JSON");
  } else if (!result) {
    text.Report(result.Offset(), std::string("not JSON: ") +
                                     rapidjson::GetParseError_En(result.Code()) +
                                     " expected node-link JSON");
  } else if (const std::string_view other = OtherJson(handler.signs()); !other.empty()) {
    text.ReportForeign(std::string(other));
  } else if (!handler.is_object() || !handler.has_list()) {
    text.Report(0, "no list 'nodes'; expected an object with nodes and edges");
  }
}

}  // namespace

void ReadNodeLinkJson(const std::vector<std::string>& paths, graph::Importer& importer,
                      const ImportProgress& progress) {
  std::map<const ImportText*, bool> directed;
  ReadNodesThenEdges(paths, importer, progress,
                     [&](ImportText& text, bool edges, const auto& count) {
                       Read(text, edges, directed[&text], count);
                     });
}

}  // namespace zhitu::xport
