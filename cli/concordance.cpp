#include "cli/concordance.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "cli/evidence_text.h"
#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::cli {
namespace {

constexpr std::size_t kContextColumns = 36;

std::string EndOfContext(const std::string& text) {
  const extract::OffsetIndex index(text);
  const std::size_t all = index.CodePoints(text.size());
  std::size_t from = all > kContextColumns ? all - kContextColumns : 0;
  while (extract::DisplayWidth(text.substr(index.Byte(from))) > kContextColumns) ++from;
  return text.substr(index.Byte(from));
}

std::string StartOfContext(const std::string& text) {
  const extract::OffsetIndex index(text);
  std::size_t to = std::min(index.CodePoints(text.size()), kContextColumns);
  while (extract::DisplayWidth(text.substr(0, index.Byte(to))) > kContextColumns) --to;
  return text.substr(0, index.Byte(to));
}

}  // namespace

void PrintConcordance(const std::vector<graph::MentionRecord>& mentions, Session& session) {
  std::size_t place_width = 0;
  for (const graph::MentionRecord& mention : mentions) {
    place_width = std::max(place_width, extract::DisplayWidth(PlaceText(mention.place)));
  }
  for (const graph::MentionRecord& mention : mentions) {
    const std::string place = PlaceText(mention.place);
    const std::string before = extract::Printable(EndOfContext(mention.before));
    const std::string after = extract::Printable(StartOfContext(mention.after));
    const std::size_t place_gap = place_width - extract::DisplayWidth(place);
    const std::size_t width = extract::DisplayWidth(before);
    const std::size_t gap = kContextColumns > width ? kContextColumns - width : 0;
    std::string line = place;
    line.append(place_gap + 2 + gap, ' ').append(before);
    line += MarkedQuote(mention.place.quote, {mention.place.quote}, session);
    line.append(after).append("\n");
    session.out.Write(line);
  }
}

Table MentionRows(const std::vector<graph::MentionRecord>& mentions) {
  Table table{{{"document"},
               {"line", true},
               {"column", true},
               {"before"},
               {"text"},
               {"after"},
               {"kind"},
               {"zone"},
               {"nested"}},
              {}};
  for (const graph::MentionRecord& mention : mentions) {
    table.rows.push_back({mention.place.document, std::to_string(mention.place.line),
                          std::to_string(mention.place.column), mention.before, mention.place.quote,
                          mention.after, mention.kind, mention.zone,
                          mention.nested ? "true" : "false"});
  }
  return table;
}

void AddMention(const graph::MentionRecord& mention, xport::JsonText& json) {
  const auto text = [&json](const char* key, const std::string& value) {
    json.Key(key);
    json.String(value);
  };
  const auto number = [&json](const char* key, std::int64_t value) {
    json.Key(key);
    json.Integer(value);
  };
  json.StartObject();
  text("document", mention.place.document);
  text("file", mention.place.file);
  number("line", mention.place.line);
  number("column", mention.place.column);
  number("begin", mention.place.begin);
  number("end", mention.place.end);
  text("text", mention.place.quote);
  text("kind", mention.kind);
  text("zone", mention.zone);
  json.Key("nested");
  json.Boolean(mention.nested);
  text("before", mention.before);
  text("after", mention.after);
  json.EndObject();
}

}  // namespace zhitu::cli
