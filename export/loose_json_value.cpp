#include "export/loose_json_value.h"

#include <map>
#include <string_view>
#include <utility>

#include "export/json_text.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

using Kind = JsonToken::Kind;

constexpr std::size_t kDeepest = 100;

// A list or an object that is open.
struct Nest {
  bool object = false;
  std::vector<std::string> items;  // as JSON, those of an object without their names
  std::vector<std::string> names;  // of an object, by item
  std::map<std::string, std::size_t, std::less<>> places;  // of an object: items by name
  std::size_t current = 0;  // of an object: the item that is being read
  bool has_value = false;   // behind the last comma or bracket
};

class Reader {
 public:
  Reader(const std::vector<JsonToken>& tokens, std::size_t& next, DoctorFindings& findings)
      : tokens_(tokens), next_(next), findings_(findings) {}

  LooseJsonValue Read() {
    const JsonToken& first = tokens_[next_];
    if (first.kind != Kind::kMark) {
      ++next_;
      return {AsJson(first), std::nullopt};
    }
    if (!Opens()) {
      ++next_;
      return {"null", std::nullopt};
    }
    Open();
    while (!nests_.empty()) {
      if (AtEnd()) {
        findings_.Add("json-cut", tokens_.back().at, "a list or an object is not closed");
        while (!nests_.empty()) Close();
      } else if (nests_.back().object) {
        ReadInObject();
      } else {
        ReadInList();
      }
    }
    if (!simple_) return {std::move(done_), std::nullopt};
    return {std::move(done_), std::move(joined_)};
  }

 private:
  bool AtEnd() const { return next_ == tokens_.size(); }
  const JsonToken& Peek() const { return tokens_[next_]; }
  bool IsMark(std::string_view mark) const {
    return !AtEnd() && Peek().kind == Kind::kMark && Peek().text == mark;
  }
  bool Opens() const { return IsMark("{") || IsMark("["); }
  void TellMark(const std::string& what) { findings_.Add("json-mark", Peek().at, what); }

  void Open() {
    if (nests_.size() == kDeepest) {
      findings_.Refuse(
          Peek().at, "lists and objects are nested deeper than 100 levels; expected a graph file");
    }
    if (!nests_.empty() || IsMark("{")) simple_ = false;
    nests_.emplace_back().object = IsMark("{");
    ++next_;
  }

  // What is open is done, and a value of what is around it.
  void Close() {
    const Nest nest = std::move(nests_.back());
    nests_.pop_back();
    std::string json(1, nest.object ? '{' : '[');
    for (std::size_t i = 0; i < nest.items.size(); ++i) {
      if (i > 0) json += ',';
      if (nest.object) json += AsJson({Kind::kString, nest.names[i], 0}) + ':';
      json += nest.items[i];
    }
    json += nest.object ? '}' : ']';
    Put(std::move(json));
  }
  void Put(std::string json) {
    if (nests_.empty()) {
      done_ = std::move(json);
      return;
    }
    Nest& nest = nests_.back();
    nest.has_value = true;
    if (nest.object) {
      nest.items[nest.current] = std::move(json);
    } else {
      nest.items.push_back(std::move(json));
    }
  }

  // True, and it is dealt with, if a comma or a closing bracket is next.
  bool TakeMark() {
    Nest& nest = nests_.back();
    if (IsMark(",")) {
      if (!nest.has_value) TellMark("a comma is too much");
      nest.has_value = false;
      last_ = Peek().at;
      ++next_;
      return true;
    }
    if (!IsMark("}") && !IsMark("]")) return false;
    const bool fits = IsMark(nest.object ? "}" : "]");
    if (!fits) TellMark(nest.object ? "a } is missing" : "a ] is missing");
    if (fits && !nest.has_value && !nest.items.empty()) {
      findings_.Add("json-mark", last_, "a comma stands before " + Peek().text);
    }
    if (fits) ++next_;
    Close();
    return true;
  }
  void TellMissingComma() {
    if (nests_.back().has_value) TellMark("a comma is missing");
  }

  void ReadInList() {
    if (TakeMark()) return;
    if (IsMark(":")) {
      TellMark("':' stands where a value belongs");
      ++next_;
      return;
    }
    TellMissingComma();
    if (Opens()) {
      Open();
      return;
    }
    const JsonToken& token = tokens_[next_++];
    if (simple_) Join(token);
    Put(AsJson(token));
  }
  void Join(const JsonToken& token) {
    if (token.kind == Kind::kLiteral && token.text == "null") return;
    if (std::exchange(has_joined_, true)) joined_ += '|';
    for (const char c : token.text) {
      if (c == '|') joined_ += '\\';
      joined_ += c;
    }
  }

  void ReadInObject() {
    if (TakeMark()) return;
    if (Peek().kind == Kind::kMark) {
      TellMark("'" + Peek().text + "' stands where a name belongs");
      ++next_;
      return;
    }
    TellMissingComma();
    const JsonToken& name = tokens_[next_++];
    if (name.kind == Kind::kLiteral) {
      findings_.Add("json-quote", name.at, "the name " + name.text + " stands without quotes");
    }
    AddName(name);
    if (IsMark(":")) {
      ++next_;
    } else if (!AtEnd()) {
      TellMark("no colon follows '" + name.text + "'");
    }
    ReadMemberValue(name.text);
  }
  void AddName(const JsonToken& name) {
    Nest& nest = nests_.back();
    const auto [place, fresh] = nest.places.emplace(name.text, nest.items.size());
    if (!fresh) {
      findings_.Add("member-twice", name.at,
                    "a second member '" + name.text + "' stands in one object; the first was " +
                        BeginningOf(nest.items[place->second]));
    } else {
      nest.names.push_back(name.text);
      nest.items.emplace_back("null");
    }
    nest.current = place->second;
  }
  void ReadMemberValue(const std::string& name) {
    if (Opens()) {
      Open();
    } else if (!AtEnd() && Peek().kind != Kind::kMark) {
      Put(AsJson(tokens_[next_++]));
    } else {
      if (!AtEnd()) TellMark("'" + name + "' has no value");
      Put("null");
    }
  }

  const std::vector<JsonToken>& tokens_;
  std::size_t& next_;
  DoctorFindings& findings_;
  std::vector<Nest> nests_;
  std::size_t last_ = 0;  // the last comma
  bool simple_ = true;    // a list without lists and objects, so far
  bool has_joined_ = false;
  std::string joined_;
  std::string done_;
};

}  // namespace

std::string AsJson(const JsonToken& token) {
  if (token.kind != Kind::kString) return token.text;
  JsonText json;
  json.String(token.text);
  return std::string(json.text());
}

std::string BeginningOf(std::string_view text) {
  constexpr std::size_t kMost = 40;
  return std::string(text.substr(0, extract::WellFormedPrefix(text.substr(0, kMost))));
}

LooseJsonValue ReadLooseJsonValue(const std::vector<JsonToken>& tokens, std::size_t& next,
                                  DoctorFindings& findings) {
  return Reader(tokens, next, findings).Read();
}

}  // namespace zhitu::xport
