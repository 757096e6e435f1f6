#include "extract/division_list.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/characters.h"
#include "extract/csv.h"
#include "extract/list_text.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostDigits = 12;
constexpr std::size_t kDeepest = 64;  // levels of arrays and objects

std::uint64_t PowerOfTen(std::size_t exponent) {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= 10;
  return power;
}

// The column of a header with this name.
std::optional<std::size_t> ColumnOf(const CsvScanner& scanner, std::string_view name) {
  const auto cells = scanner.cells();
  const auto found = std::find_if(cells.begin(), cells.end(),
                                  [&](std::string_view cell) { return TrimmedView(cell) == name; });
  if (found == cells.end()) return std::nullopt;
  return static_cast<std::size_t>(found - cells.begin());
}

}  // namespace

// Takes what RapidJSON finds in the two shapes: objects with code, name and perhaps children, and
// names as keys over names.
class DivisionList::JsonReader {
 public:
  JsonReader(DivisionList& list, const rapidjson::MemoryStream& stream, const OffsetIndex& places)
      : list_(list), stream_(stream), places_(places) {}

  bool Null() { return true; }
  bool Bool(bool) { return true; }
  bool Int(int) { return true; }
  bool Uint(unsigned) { return true; }
  bool Int64(std::int64_t) { return true; }
  bool Uint64(std::uint64_t) { return true; }
  bool Double(double) { return true; }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return true; }

  bool String(const char* value, rapidjson::SizeType size, bool) {
    const std::string text(TrimmedView({value, size}));
    if (frames_.empty()) return true;
    if (of_names_) {
      AddNamed(text);
    } else if (frames_.back().key == "code") {
      frames_.back().code = text;
    } else if (frames_.back().key == "name") {
      frames_.back().name = text;
    }
    return true;
  }

  bool Key(const char* value, rapidjson::SizeType size, bool) {
    frames_.back().key = TrimmedView({value, size});
    if (of_names_) AddNamed(frames_.back().key);
    return true;
  }

  bool StartObject() {
    if (frames_.empty()) of_names_ = true;
    return Open();
  }
  bool StartArray() { return Open(); }
  bool EndArray(rapidjson::SizeType) { return Close(); }
  bool EndObject(rapidjson::SizeType) {
    const Frame& frame = frames_.back();
    if (!of_names_) list_.AddUnit(frame.code, frame.name, frame.where);
    return Close();
  }

  bool too_deep() const { return too_deep_; }

 private:
  struct Frame {
    LineColumn where;
    std::string key;
    std::string code;
    std::string name;
  };

  // Of an array or object its beginning, of a text its end.
  LineColumn Here() const { return places_.Position(stream_.Tell()); }
  bool Open() {
    too_deep_ = frames_.size() == kDeepest;
    if (too_deep_) return false;
    frames_.push_back({Here(), {}, {}, {}});
    return true;
  }
  bool Close() {
    frames_.pop_back();
    return true;
  }
  // A name under the keys of the objects that hold it.
  void AddNamed(const std::string& name) {
    std::vector<std::string> path;
    for (const Frame& frame : frames_) {
      if (!frame.key.empty()) path.push_back(frame.key);
    }
    if (path.empty() || &name != &frames_.back().key) path.push_back(name);
    list_.AddNamed(path, Here());
  }

  DivisionList& list_;
  const rapidjson::MemoryStream& stream_;
  const OffsetIndex& places_;
  std::vector<Frame> frames_;
  bool of_names_ = false;
  bool too_deep_ = false;
};

void DivisionList::Read(const std::string& path) {
  const std::optional<std::string> text = ReadListText(path, draft_);
  if (!text) return;
  files_.push_back(path);
  if (path.ends_with(".json")) {
    ReadJson(*text);
  } else {
    ReadTable(*text);
  }
}

void DivisionList::ReadTable(std::string_view text) {
  CsvScanner scanner(text, ',');
  try {
    if (!scanner.Next()) {
      draft_.Refuse({1, 1}, "file is empty; expected a header with code and name");
      return;
    }
    const auto code = ColumnOf(scanner, "code");
    const auto name = ColumnOf(scanner, "name");
    if (!code || !name) {
      draft_.Refuse({1, 1}, "no columns code and name; expected a header with both");
      return;
    }
    while (scanner.Next()) {
      const auto cells = scanner.cells();
      const LineColumn where{scanner.line(), 1};
      if (cells.size() <= std::max(*code, *name)) {
        draft_.Refuse(where, "row is too short; expected a code and a name");
      } else {
        AddUnit(TrimmedView(cells[*code]), TrimmedView(cells[*name]), where);
      }
    }
  } catch (const InputError& error) {
    for (const Problem& problem : error.problems()) {
      draft_.Refuse({problem.where.line, problem.where.column}, problem.what);
    }
  }
}

void DivisionList::ReadJson(const std::string& text) {
  const OffsetIndex places(text);
  rapidjson::MemoryStream stream(text.data(), text.size());
  JsonReader handler(*this, stream, places);
  rapidjson::Reader reader;
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, handler);
  if (!result.IsError()) return;
  draft_.Refuse(places.Position(std::min(result.Offset(), text.size())),
                handler.too_deep()
                    ? "JSON is nested too deep; expected a list of divisions"
                    : std::string("bad JSON: ") + rapidjson::GetParseError_En(result.Code()));
}

void DivisionList::AddUnit(std::string_view code, std::string_view name, const LineColumn& where) {
  const bool known_level =
      std::any_of(forms_.levels().begin(), forms_.levels().end(),
                  [&](const DivisionLevel& level) { return level.digits == code.size(); });
  std::uint64_t number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9' || !known_level) {
      draft_.LeaveOut(where,
                      "code '" + std::string(code) + "' is none; expected 2, 4, 6, 9 or 12 digits");
      return;
    }
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (code.empty() || name.empty()) {
    draft_.LeaveOut(where, "code or name is missing; expected both");
    return;
  }
  Unit unit;
  unit.key = number * PowerOfTen(kMostDigits - code.size());
  unit.digits = static_cast<std::uint8_t>(code.size());
  unit.line = static_cast<std::uint32_t>(where.line);
  unit.column = static_cast<std::uint32_t>(where.column);
  unit.file = static_cast<std::uint32_t>(files_.size() - 1);
  unit.name = names_.size();
  unit.name_size = static_cast<std::uint32_t>(name.size());
  names_ += name;
  units_.push_back(unit);
}

void DivisionList::AddNamed(const std::vector<std::string>& path, const LineColumn& where) {
  if (!path.back().empty()) {
    named_.push_back({path, where, static_cast<std::uint32_t>(files_.size() - 1)});
  }
}

// Gives a unit and its organ; it is the last of `above` then, unless it only groups others.
void DivisionList::Give(const DivisionLevel& level, const std::string& id,
                        const std::string& official, const LineColumn& where,
                        std::vector<Larger>& above) {
  if (forms_.IsGroup(official)) return;
  DivisionNames names =
      forms_.NamesOf(level, official, above.empty() ? std::string() : above.back().name);
  ListedName listed;
  listed.id = id;
  listed.tag = level.tag;
  listed.name = names.name;
  listed.aliases = std::move(names.aliases);
  listed.whole_word = names.whole_word;
  if (!above.empty()) listed.parent = above.back().id;
  if (!draft_.Add(listed, where)) return;
  if (!names.organ.empty()) {
    ListedName organ;
    organ.id = id + ":organ";
    organ.tag = "organ";
    organ.name = names.organ.front();
    organ.aliases.assign(names.organ.begin() + 1, names.organ.end());
    organ.parent = id;
    draft_.Add(organ, where);
  }
  above.push_back({0, 0, id, std::move(names.name)});
}

// Tells of two names of one code; true if the unit was given before.
bool DivisionList::IsRepeated(const Unit& unit, const Unit* last) {
  if (last == nullptr || last->key != unit.key || last->digits != unit.digits) return false;
  if (NameOf(*last) != NameOf(unit)) {
    draft_.Refuse({unit.line, unit.column}, "code has the name '" + std::string(NameOf(unit)) +
                                                "' here and '" + std::string(NameOf(*last)) +
                                                "' in " + files_[last->file] + ':' +
                                                std::to_string(last->line) + "; expected one name");
  }
  return true;
}

void DivisionList::GiveUnit(const Unit& unit, std::vector<Larger>& above) {
  const auto holds = [&](const Larger& larger) {
    const std::uint64_t rest = PowerOfTen(kMostDigits - larger.digits);
    return larger.digits < unit.digits && larger.key / rest == unit.key / rest;
  };
  while (!above.empty() && !holds(above.back())) above.pop_back();
  const auto level =
      std::find_if(forms_.levels().begin(), forms_.levels().end(),
                   [&](const DivisionLevel& each) { return each.digits == unit.digits; });
  std::string code = std::to_string(unit.key / PowerOfTen(kMostDigits - unit.digits));
  code.insert(0, unit.digits - code.size(), '0');
  const std::size_t before = above.size();
  Give(*level, "division:" + code, std::string(NameOf(unit)), {unit.line, unit.column}, above);
  if (above.size() == before) return;
  above.back().key = unit.key;
  above.back().digits = unit.digits;
}

void DivisionList::GiveUnits() {
  std::stable_sort(units_.begin(), units_.end(), [](const Unit& a, const Unit& b) {
    return std::pair(a.key, a.digits) < std::pair(b.key, b.digits);
  });
  std::vector<Larger> above;
  const Unit* last = nullptr;
  for (const Unit& unit : units_) {
    draft_.BeginFile(files_[unit.file]);
    if (IsRepeated(unit, last)) continue;
    last = &unit;
    GiveUnit(unit, above);
  }
}

// A name comes behind the names it stands under, so what is above it is known.
void DivisionList::GiveNamed() {
  std::vector<Larger> above;
  std::vector<std::size_t> depths;  // by entry of `above`
  for (const Named& named : named_) {
    draft_.BeginFile(files_[named.file]);
    const std::size_t depth = named.path.size() - 1;
    if (depth >= forms_.levels().size()) {
      draft_.LeaveOut(named.where, "name stands too deep; expected at most five levels");
      continue;
    }
    while (!depths.empty() && depths.back() >= depth) {
      depths.pop_back();
      above.pop_back();
    }
    std::string id = "division:";
    for (const std::string& part : named.path)
      id += (&part == &named.path.front() ? "" : "/") + part;
    const std::size_t before = above.size();
    Give(forms_.levels()[depth], id, named.path.back(), named.where, above);
    if (above.size() > before) depths.push_back(depth);
  }
}

void DivisionList::Finish() {
  GiveUnits();
  GiveNamed();
}

}  // namespace zhitu::extract
