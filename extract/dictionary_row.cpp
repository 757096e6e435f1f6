#include "extract/dictionary_row.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "extract/characters.h"
#include "extract/csv.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

// Reads a table with a header.
class TableRows {
 public:
  TableRows(const std::string& path, std::string_view text, char separator,
            std::vector<Problem>& problems)
      : path_(path), scanner_(text, separator), problems_(problems) {}

  void Read(const std::function<void(const DictionaryRow&)>& take) {
    const std::size_t before = problems_.size();
    const bool any = NextRow();
    if (problems_.size() != before || !any || !TakeHeader()) return;
    while (NextRow()) {
      const std::size_t cells = scanner_.cells().size();
      if (cells == columns_.size()) {
        FillRow();
        take(row_);
        continue;
      }
      problems_.push_back({{path_, scanner_.line(), 1},
                           "row has " + std::to_string(cells) + (cells == 1 ? " cell" : " cells") +
                               "; expected " + std::to_string(columns_.size()) +
                               " as in the header"});
    }
  }

 private:
  // Goes to the next row without syntax faults; faults are told and passed over.
  bool NextRow() {
    while (true) {
      try {
        return scanner_.Next();
      } catch (const InputError& error) {
        for (Problem problem : error.problems()) {
          problem.where.file = path_;
          problems_.push_back(std::move(problem));
        }
      }
    }
  }

  bool TakeHeader() {
    const std::size_t before = problems_.size();
    std::unordered_set<std::string> known;
    const std::span<const LineColumn> places = scanner_.Places();
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::string column(TrimmedView(scanner_.cells()[i]));
      const SourcePosition where{path_, places[i].line, places[i].column};
      if (column.empty()) {
        problems_.push_back(
            {where, "column without a name; expected a name in every cell of the header"});
      } else if (!known.insert(column).second) {
        problems_.push_back(
            {where, "column '" + column + "' stands twice; expected each name once"});
      }
      columns_.push_back(column);
    }
    for (const std::string required : {"name", "type"}) {
      if (known.contains(required)) continue;
      problems_.push_back(
          {{path_, scanner_.line(), 1},
           "column '" + required + "' is missing; expected a header with name and type"});
    }
    return problems_.size() == before;
  }

  void FillRow() {
    const std::span<const LineColumn> places = scanner_.Places();
    row_.where = places.front();
    row_.values.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string_view value = TrimmedView(scanner_.cells()[i]);
      if (!value.empty()) row_.values.push_back({columns_[i], value, {}, false, places[i]});
    }
  }

  std::string path_;
  CsvScanner scanner_;
  std::vector<Problem>& problems_;
  std::vector<std::string> columns_;
  DictionaryRow row_;  // the one at hand
};

std::optional<std::string_view> ScalarText(const rapidjson::Value& value) {
  if (value.IsString()) return TrimmedView({value.GetString(), value.GetStringLength()});
  if (value.IsBool()) return value.GetBool() ? "true" : "false";
  if (value.IsNull()) return "";
  // Numbers are parsed as the text they stand in the file as.
  return std::nullopt;
}

std::optional<DictionaryValue> JsonValue(std::string_view key, const rapidjson::Value& value,
                                         const LineColumn& where) {
  DictionaryValue out{key, {}, {}, false, where};
  if (const auto text = ScalarText(value)) {
    out.text = *text;
    return out;
  }
  if (!value.IsArray()) return std::nullopt;
  out.is_list = true;
  for (const auto& item : value.GetArray()) {
    const auto text = ScalarText(item);
    if (!text) return std::nullopt;
    if (!text->empty()) out.list.emplace_back(*text);
  }
  return out;
}

// Reads one line as JSON; false, and a problem, if it is none.
bool ParseJson(std::string_view line, const SourcePosition& where, rapidjson::Document& json,
               std::vector<Problem>& problems) {
  const auto report = [&](std::size_t offset, const std::string& what) {
    const std::size_t column = CountCodePoints(line.substr(0, offset)) + 1;
    problems.push_back(
        {{where.file, where.line, column}, "not JSON: " + what + "; expected one object a line"});
    return false;
  };
  // RapidJSON takes a NUL for the end of the text.
  if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos) {
    return report(nul, "NUL byte");
  }
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
             rapidjson::kParseNumbersAsStringsFlag>(line.data(), line.size());
  if (!json.HasParseError()) return true;
  return report(json.GetErrorOffset(), rapidjson::GetParseError_En(json.GetParseError()));
}

void ReadJsonLine(std::string_view line, const SourcePosition& where,
                  std::vector<Problem>& problems,
                  const std::function<void(const DictionaryRow&)>& take) {
  rapidjson::Document json;
  if (!ParseJson(line, where, json, problems)) return;
  if (!json.IsObject()) {
    problems.push_back({where, "not a JSON object; expected one object a line"});
    return;
  }
  const std::size_t before = problems.size();
  DictionaryRow row{{where.line, where.column}, {}};
  std::unordered_set<std::string_view> keys;
  for (const auto& member : json.GetObject()) {
    const std::string_view key(member.name.GetString(), member.name.GetStringLength());
    if (TrimmedView(key).empty()) {
      problems.push_back({where, "key without a name; expected a name for every value"});
    } else if (!keys.insert(key).second) {
      problems.push_back(
          {where, "key '" + std::string(key) + "' stands twice; expected each key once"});
    } else if (auto value = JsonValue(key, member.value, row.where); !value) {
      problems.push_back(
          {where, "value of '" + std::string(key) +
                      "' is nested; expected text, a number, true, false or a list of texts"});
    } else if (value->is_list || !value->text.empty()) {
      row.values.push_back(std::move(*value));
    }
  }
  if (problems.size() == before) take(row);
}

void ReadJsonRows(const std::string& path, std::string_view text, std::vector<Problem>& problems,
                  const std::function<void(const DictionaryRow&)>& take) {
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, feed - at);
    at = feed + 1;
    ++line_number;
    if (TrimmedView(line).empty()) continue;
    ReadJsonLine(line, {path, line_number, 1}, problems, take);
  }
}

}  // namespace

void ReadDictionaryRows(const std::string& path, std::string_view text,
                        std::vector<Problem>& problems,
                        const std::function<void(const DictionaryRow&)>& take) {
  const auto ends = [&](std::string_view ending) {
    return std::string_view(path).ends_with(ending);
  };
  if (ends(".jsonl")) {
    ReadJsonRows(path, text, problems, take);
  } else {
    TableRows(path, text, ends(".csv") ? ',' : '\t', problems).Read(take);
  }
}

std::vector<std::string> SplitBars(std::string_view text) {
  std::vector<std::string> items;
  std::string item;
  const auto finish = [&] {
    const std::string_view trimmed = TrimmedView(item);
    if (!trimmed.empty()) items.emplace_back(trimmed);
    item.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '|' || text[i + 1] == '\\');
    if (escaped) {
      item += text[++i];
    } else if (text[i] == '|') {
      finish();
    } else {
      item += text[i];
    }
  }
  finish();
  return items;
}

}  // namespace zhitu::extract
