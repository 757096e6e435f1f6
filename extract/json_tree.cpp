// RapidJSON tells its handler the values in order, and a MemoryStream how far it has read. At the
// call for a string, number or literal that is the end of the token, so its beginning is the first
// byte after the token before it that is neither white space nor punctuation; at the call for an
// array or object it is the bracket itself. The flat list of nodes needs no recursion, neither to
// build nor to free.
#include "extract/json_tree.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <cassert>
#include <istream>
#include <utility>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 30U;

}  // namespace

std::string_view JsonKindName(JsonKind kind) {
  switch (kind) {
    case JsonKind::kNull:
      return "null";
    case JsonKind::kBool:
      return "true or false";
    case JsonKind::kUnsigned:
      return "a whole number";
    case JsonKind::kNumber:
      return "a number";
    case JsonKind::kString:
      return "a string";
    case JsonKind::kArray:
      return "an array";
    case JsonKind::kObject:
      return "an object";
  }
  return "";
}

// The handler that RapidJSON calls. A call that gives false ends the reading; `refusal` then says
// why.
struct JsonTree::Builder {
  JsonTree& tree;
  const rapidjson::MemoryStream& stream;
  std::size_t end_of_last = 0;      // byte after the last token
  std::vector<std::uint32_t> open;  // arrays and objects not yet closed
  enum class Refusal { kNone, kDepth, kValues } refusal = Refusal::kNone;

  bool Add(JsonKind kind, std::size_t at, std::uint64_t number = 0, std::uint32_t size = 0) {
    if (tree.nodes_.size() == kMaxValues) {
      refusal = Refusal::kValues;
      return false;
    }
    const auto next = static_cast<std::uint32_t>(tree.nodes_.size() + 1);
    tree.nodes_.push_back({number, static_cast<std::uint32_t>(at), next, size, kind});
    return true;
  }
  bool AddToken(JsonKind kind, std::uint64_t number = 0, std::uint32_t size = 0) {
    const std::size_t at = tree.line_.find_first_not_of(" \t\r\n,:", end_of_last);
    end_of_last = stream.Tell();
    return Add(kind, at, number, size);
  }
  bool Open(JsonKind kind) {
    if (open.size() == kMaxDepth) {
      refusal = Refusal::kDepth;
      return false;
    }
    open.push_back(static_cast<std::uint32_t>(tree.nodes_.size()));
    end_of_last = stream.Tell() + 1;
    return Add(kind, stream.Tell());
  }
  bool Close() {
    tree.nodes_[open.back()].next = static_cast<std::uint32_t>(tree.nodes_.size());
    open.pop_back();
    end_of_last = stream.Tell() + 1;
    return true;
  }

  bool Null() { return AddToken(JsonKind::kNull); }
  bool Bool(bool value) { return AddToken(JsonKind::kBool, value ? 1 : 0); }
  bool Int(int) { return AddToken(JsonKind::kNumber); }
  bool Uint(unsigned value) { return AddToken(JsonKind::kUnsigned, value); }
  bool Int64(std::int64_t) { return AddToken(JsonKind::kNumber); }
  bool Uint64(std::uint64_t value) { return AddToken(JsonKind::kUnsigned, value); }
  bool Double(double) { return AddToken(JsonKind::kNumber); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
  bool String(const char* value, rapidjson::SizeType size, bool) {
    const std::size_t begin = tree.strings_.size();
    tree.strings_.append(value, size);
    return AddToken(JsonKind::kString, begin, size);
  }
  bool Key(const char* value, rapidjson::SizeType size, bool copy) {
    return String(value, size, copy);
  }
  bool StartObject() { return Open(JsonKind::kObject); }
  bool EndObject(rapidjson::SizeType) { return Close(); }
  bool StartArray() { return Open(JsonKind::kArray); }
  bool EndArray(rapidjson::SizeType) { return Close(); }
};

JsonTree::JsonTree(std::string line, SourcePosition where)
    : line_(std::move(line)), where_(std::move(where)) {
  const auto limit = [&](const std::string& what) {
    return LimitError(Describe({{where_.file, where_.line, 0}, what}));
  };
  if (line_.size() > kMaxBytes) throw limit("JSON of more than 1 GiB");
  if (const std::size_t nul = line_.find('\0'); nul != std::string::npos) {
    throw InputError(At(nul), "NUL byte; expected JSON");
  }
  rapidjson::MemoryStream stream(line_.data(), line_.size());
  Builder builder{*this, stream, 0, {}};
  rapidjson::Reader reader;
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, builder);
  if (builder.refusal == Builder::Refusal::kValues) {
    throw limit("JSON of more than " + std::to_string(kMaxValues) + " values");
  }
  if (builder.refusal == Builder::Refusal::kDepth) {
    throw InputError(At(result.Offset()),
                     "JSON nested deeper than " + std::to_string(kMaxDepth) + " levels");
  }
  if (result.IsError()) {
    throw InputError(At(result.Offset()),
                     std::string("bad JSON: ") + rapidjson::GetParseError_En(result.Code()));
  }
}

SourcePosition JsonTree::At(std::size_t byte) const {
  const std::size_t before = CountCodePoints(std::string_view(line_).substr(0, byte));
  return {where_.file, where_.line, before + 1};
}

JsonKind JsonValue::kind() const { return tree_->nodes_[node_].kind; }

bool JsonValue::boolean() const {
  assert(kind() == JsonKind::kBool);
  return tree_->nodes_[node_].number == 1;
}

std::uint64_t JsonValue::number() const {
  assert(kind() == JsonKind::kUnsigned);
  return tree_->nodes_[node_].number;
}

std::string_view JsonValue::string() const {
  assert(kind() == JsonKind::kString);
  const JsonTree::Node& node = tree_->nodes_[node_];
  return std::string_view(tree_->strings_).substr(node.number, node.size);
}

std::vector<JsonValue> JsonValue::Items() const {
  assert(kind() == JsonKind::kArray);
  std::vector<JsonValue> items;
  const std::uint32_t end = tree_->nodes_[node_].next;
  for (std::uint32_t i = node_ + 1; i < end; i = tree_->nodes_[i].next) {
    items.push_back({tree_, i});
  }
  return items;
}

std::optional<JsonValue> JsonValue::Find(std::string_view key) const {
  assert(kind() == JsonKind::kObject);
  const std::uint32_t end = tree_->nodes_[node_].next;
  for (std::uint32_t i = node_ + 1; i < end; i = tree_->nodes_[i + 1].next) {
    if (JsonValue(tree_, i).string() == key) return JsonValue(tree_, i + 1);
  }
  return std::nullopt;
}

std::vector<std::pair<std::string_view, JsonValue>> JsonValue::Members() const {
  assert(kind() == JsonKind::kObject);
  std::vector<std::pair<std::string_view, JsonValue>> members;
  const std::uint32_t end = tree_->nodes_[node_].next;
  for (std::uint32_t i = node_ + 1; i < end; i = tree_->nodes_[i + 1].next) {
    members.emplace_back(JsonValue(tree_, i).string(), JsonValue(tree_, i + 1));
  }
  return members;
}

SourcePosition JsonValue::where() const { return tree_->At(tree_->nodes_[node_].at); }

InputError JsonValue::Error(std::string what) const { return {where(), std::move(what)}; }

bool ReadJsonLine(std::istream& in, const SourcePosition& where, std::size_t limit,
                  std::string& line) {
  constexpr int kEnd = std::char_traits<char>::eof();
  line.clear();
  int c = kEnd;
  while ((c = in.get()) != kEnd && c != '\n') {
    if (line.size() == limit) {
      throw LimitError(Describe({where, "line of more than " + std::to_string(limit) + " bytes"}));
    }
    line += static_cast<char>(c);
  }
  if (in.bad()) throw IoError(where.file + ": cannot be read to its end");
  return c != kEnd || !line.empty();
}

}  // namespace zhitu::extract
