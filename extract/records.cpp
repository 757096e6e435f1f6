#include "extract/records.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <map>
#include <optional>

#include "extract/csv.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

// Makes a text of a record's values, or says what is wrong with them.
class RecordMaker {
 public:
  RecordMaker(const std::string& file, const RecordFields& fields, FileContent& content)
      : file_(file), fields_(fields), content_(content) {}

  void Take(const Values& values, std::size_t line) {
    ++number_;
    const auto text = values.find(fields_.text);
    if (text == values.end()) {
      Skip({line, 1}, "record has no text in the field '" + fields_.text +
                          "'; expected it there (or name the field with --text-field)");
      return;
    }
    if (text->second.find('\0') != std::string::npos) {
      Skip({line, 1}, "field '" + fields_.text + "' holds a NUL character; expected text");
      return;
    }
    std::string id = Value(values, fields_.id);
    if (id.empty() || id.find('\0') != std::string::npos)
      id = file_ + '#' + std::to_string(number_);
    content_.texts.push_back({std::move(id), file_, text->second, Value(values, fields_.title),
                              Value(values, fields_.date), Value(values, fields_.source), line,
                              true});
  }

  void Skip(const LineColumn& where, std::string what) {
    content_.skipped.push_back({{file_, where.line, where.column}, std::move(what)});
  }

  // A record that could not be read at all still counts in `path#n`.
  void SkipRecord(const LineColumn& where, std::string what) {
    ++number_;
    Skip(where, std::move(what));
  }

 private:
  static std::string Value(const Values& values, const std::string& key) {
    const auto value = values.find(key);
    return value == values.end() ? std::string() : value->second;
  }

  const std::string& file_;
  const RecordFields& fields_;
  FileContent& content_;
  std::size_t number_ = 0;
};

std::optional<Values> ParseObject(std::string_view line, std::size_t line_number,
                                  RecordMaker& maker) {
  // The parser takes a NUL byte for the end of the line.
  if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos) {
    maker.SkipRecord({line_number, CountCodePoints(line.substr(0, nul)) + 1},
                     "NUL byte; expected one object a line");
    return std::nullopt;
  }
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
             rapidjson::kParseNumbersAsStringsFlag>(line.data(), line.size());
  if (json.HasParseError()) {
    const std::size_t column = CountCodePoints(line.substr(0, json.GetErrorOffset())) + 1;
    maker.SkipRecord({line_number, column}, std::string("not JSON: ") +
                                                rapidjson::GetParseError_En(json.GetParseError()) +
                                                "; expected one object a line");
    return std::nullopt;
  }
  if (!json.IsObject()) {
    maker.SkipRecord({line_number, 1}, "not a JSON object; expected one object a line");
    return std::nullopt;
  }
  Values values;
  for (const auto& member : json.GetObject()) {
    if (!member.value.IsString())
      continue;  // numbers come as strings; lists and objects are no field of ours
    values.insert_or_assign(std::string(member.name.GetString(), member.name.GetStringLength()),
                            std::string(member.value.GetString(), member.value.GetStringLength()));
  }
  return values;
}

}  // namespace

void ReadJsonRecords(const std::string& file, std::string_view text, const RecordFields& fields,
                     FileContent& content) {
  RecordMaker maker(file, fields, content);
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, feed - at);
    at = feed + 1;
    ++line_number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (const auto values = ParseObject(line, line_number, maker)) maker.Take(*values, line_number);
  }
}

void ReadCsvRecords(const std::string& file, std::string_view text, const RecordFields& fields,
                    FileContent& content) {
  RecordMaker maker(file, fields, content);
  CsvReader reader(text, ',');
  std::optional<std::vector<CsvCell>> header;
  while (true) {
    std::optional<std::vector<CsvCell>> row;
    try {
      row = reader.Next();
    } catch (const InputError& error) {
      const SourcePosition& where = error.problems().front().where;
      maker.SkipRecord({where.line, where.column}, error.problems().front().what);
      if (!header) return;  // without a header no row can be read
      continue;
    }
    if (!row) return;
    if (!header) {
      header = row;
      const auto is_text = [&](const CsvCell& cell) { return cell.value == fields.text; };
      if (std::any_of(row->begin(), row->end(), is_text)) continue;
      maker.Skip({1, 1}, "table has no column '" + fields.text +
                             "'; expected the text there (or name it with --text-field)");
      return;
    }
    if (row->size() != header->size()) {
      maker.SkipRecord({row->front().line, row->front().column},
                       "row has " + std::to_string(row->size()) + " cells; expected " +
                           std::to_string(header->size()) + " as in the header");
      continue;
    }
    Values values;
    for (std::size_t i = 0; i < row->size(); ++i)
      values.insert_or_assign((*header)[i].value, (*row)[i].value);
    maker.Take(values, row->front().line);
  }
}

}  // namespace zhitu::extract
