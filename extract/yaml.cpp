#include "extract/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "extract/spelling.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

// Of the values of a file, so many bytes and so many times the file's size are visited: what stands
// in a file is visited a few times only, but aliases could make gigabytes of kilobytes.
constexpr std::size_t kFreeBytes = std::size_t{1} << 20U;
constexpr std::size_t kMostTimes = 8;

// Where documents begin; all else is passed over.
class DocumentStarts : public YAML::EventHandler {
 public:
  const std::vector<YAML::Mark>& marks() const { return marks_; }

  void OnDocumentStart(const YAML::Mark& mark) override { marks_.push_back(mark); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}

 private:
  std::vector<YAML::Mark> marks_;
};

// The places of the first two documents. `YAML::LoadAll` would make documents without end of a
// comma where one may begin.
std::vector<YAML::Mark> FirstDocuments(const std::string& text) {
  std::istringstream in(text);
  YAML::Parser parser(in);
  DocumentStarts starts;
  if (parser.HandleNextDocument(starts)) parser.HandleNextDocument(starts);
  return starts.marks();
}

// Bytes of a line that `offset` bytes of a scalar's value take, where `raw` is the line from the
// scalar on: the quote before it, and quotes that are doubled or escaped in it.
std::size_t RawOffset(std::string_view raw, std::size_t offset) {
  const char quote = raw.empty() ? ' ' : raw.front();
  if (offset == 0 || (quote != '"' && quote != '\'')) return offset;
  const char two = quote == '"' ? '\\' : '\'';
  std::size_t at = 1;
  for (std::size_t i = 0; i < offset && at < raw.size(); ++i) at += raw[at] == two ? 2U : 1U;
  return at;
}

// True if a line goes on with a null that is written out.
bool IsNullWord(std::string_view rest) {
  return rest.starts_with("~") || rest.starts_with("null") || rest.starts_with("Null") ||
         rest.starts_with("NULL");
}

}  // namespace

YamlFile::YamlFile(std::string name, std::string_view text, std::vector<Problem>& problems)
    : name_(std::move(name)), text_(text), problems_(&problems) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    lines_.emplace_back(text.substr(at, feed - at));
    at = feed + 1;
  }
  // At the end of an unfinished line the parser loses the column.
  if (!text_.ends_with('\n')) text_ += '\n';
}

void YamlFile::Parse(const std::function<void(const YAML::Node&)>& visit) {
  if (HoldsControlCharacter()) return;
  try {
    const std::vector<YAML::Mark> documents = FirstDocuments(text_);
    if (documents.size() > 1) {
      const bool stuck = documents[0].pos == documents[1].pos;
      problems_->push_back(
          {Place(documents[1]), stuck ? "not YAML: unexpected character; expected valid YAML 1.2"
                                      : "second YAML document; expected one in a file"});
      return;
    }
    const YAML::Node top = YAML::Load(text_);
    if (top.IsNull()) return;
    if (!top.IsMap()) {
      Report(top, "not a map; expected keys text, groups, lexicons and rules");
      return;
    }
    visit(top);
  } catch (const YAML::Exception& error) {
    problems_->push_back(
        {Place(error.mark), "not YAML: " + error.msg + "; expected valid YAML 1.2"});
  }
}

void YamlFile::ParseKnown(const std::function<void(const YAML::Node&)>& visit) {
  visit(YAML::Load(text_));
}

// The parser takes U+0004 for the end of the file and passes others on.
bool YamlFile::HoldsControlCharacter() {
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    const auto found = std::find_if(lines_[line].begin(), lines_[line].end(), [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r') || c == '\x7f';
    });
    if (found == lines_[line].end()) continue;
    problems_->push_back({Place(line, static_cast<std::size_t>(found - lines_[line].begin())),
                          "control character; expected text, with \\xNN in double quotes for it"});
    return true;
  }
  return false;
}

SourcePosition YamlFile::Place(std::size_t line, std::size_t byte_column) const {
  if (line >= lines_.size()) return {name_, lines_.size(), 1};
  return {name_, line + 1,
          CountCodePoints(std::string_view(lines_[line]).substr(0, byte_column)) + 1};
}

SourcePosition YamlFile::Place(const YAML::Mark& mark) const {
  return Place(static_cast<std::size_t>(std::max(mark.line, 0)),
               static_cast<std::size_t>(std::max(mark.column, 0)));
}

SourcePosition YamlFile::PlaceOf(const YAML::Node& node, std::size_t offset) const {
  const YAML::Mark mark = node.Mark();
  if (mark.is_null()) return {name_, 1, 1};
  const auto line = static_cast<std::size_t>(mark.line);
  const auto column = static_cast<std::size_t>(mark.column);
  const std::string_view text = line < lines_.size() ? lines_[line] : std::string_view();
  if (node.IsNull() && !IsNullWord(text.substr(std::min(column, text.size()))))
    return PlaceBefore(line, column);
  return Place(line, column + RawOffset(text.substr(std::min(column, text.size())), offset));
}

// The parser tells a value that is not there where the next one begins; here it is told behind what
// stands before it.
SourcePosition YamlFile::PlaceBefore(std::size_t line, std::size_t column) const {
  std::string_view before = line < lines_.size() ? lines_[line] : std::string_view();
  before = before.substr(0, column);
  for (line = std::min(line, lines_.size());; before = lines_[--line]) {
    const std::size_t last = before.find_last_not_of(" \t\r");
    if (last != std::string_view::npos) return Place(line, last + 1);
    if (line == 0) return {name_, 1, 1};
  }
}

void YamlFile::Report(const YAML::Node& node, const std::string& what, std::size_t offset) {
  problems_->push_back({PlaceOf(node, offset), what});
}

void YamlFile::ReportUnknown(const YAML::Node& key, const std::vector<std::string>& known) {
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
  const std::string close = Closest(key.Scalar(), known);
  Report(key, "key '" + key.Scalar() + "' is unknown; expected one of " + list +
                  (close.empty() ? "" : "; did you mean '" + close + "'?"));
}

// False, with one fault, once too much was visited.
bool YamlFile::Spend(const std::string& text, const YAML::Node& node) {
  const std::size_t most = kFreeBytes + kMostTimes * text_.size();
  const bool had_some = spent_ <= most;
  spent_ += text.size() + 1;
  if (spent_ <= most) return true;
  if (had_some) Report(node, "aliases repeat too much; expected fewer, or values without aliases");
  return false;
}

void YamlFile::ForEach(const YAML::Node& map, const std::string& what,
                       const std::vector<std::string>& known, const VisitEntry& visit) {
  if (map.IsNull()) return;
  if (!map.IsMap()) {
    Report(map, what + " is no map; expected keys with values");
    return;
  }
  std::set<std::string> seen;
  for (const auto& entry : map) {
    if (!Spend(entry.first.Scalar() + entry.second.Scalar(), entry.first)) return;
    const std::optional<std::string> key = Text(entry.first, "key");
    if (!key) continue;
    if (!seen.insert(*key).second) {
      Report(entry.first, "key '" + *key + "' stands twice; expected each key once");
    } else if (!known.empty() && std::find(known.begin(), known.end(), *key) == known.end()) {
      ReportUnknown(entry.first, known);
    } else {
      visit(*key, entry.second);
    }
  }
}

std::optional<std::string> YamlFile::Text(const YAML::Node& node, const std::string& what) {
  if (node.IsScalar()) return node.Scalar();
  Report(node, what + " is no text; expected a text");
  return std::nullopt;
}

bool YamlFile::Bool(const YAML::Node& node, const std::string& what) {
  const std::optional<std::string> text = Text(node, what);
  if (text && *text != "true" && *text != "false")
    Report(node, what + " is '" + *text + "'; expected true or false");
  return text == "true";
}

void YamlFile::ForEachText(const YAML::Node& node, const std::string& what,
                           const VisitItem& visit) {
  if (node.IsNull()) return;
  if (node.IsScalar()) {
    if (Spend(node.Scalar(), node)) visit(node.Scalar(), node);
    return;
  }
  if (!node.IsSequence()) return Report(node, what + " is no list; expected a list of texts");
  for (const auto& item : node) {
    if (!Spend(item.Scalar(), item)) return;
    if (item.IsScalar()) {
      visit(item.Scalar(), item);
    } else {
      Report(item, "item of " + what + " is no text; expected a text");
    }
  }
}

std::vector<std::string> YamlFile::Texts(const YAML::Node& node, const std::string& what) {
  std::vector<std::string> texts;
  ForEachText(node, what,
              [&](const std::string& text, const YAML::Node&) { texts.push_back(text); });
  return texts;
}

}  // namespace zhitu::extract
