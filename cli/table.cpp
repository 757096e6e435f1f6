#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string_view>

#include "cli/style.h"
#include "export/tsv_text.h"
#include "extract/characters.h"
#include "extract/csv.h"

namespace zhitu::cli {
namespace {

using Row = std::vector<std::string>;

Row Names(const Table& table) {
  Row names;
  for (const Table::Column& column : table.columns) names.push_back(column.name);
  return names;
}

Row Map(const Row& row, const std::function<std::string(const std::string&)>& change) {
  Row changed;
  for (const std::string& value : row) changed.push_back(change(value));
  return changed;
}

std::string Padded(const std::string& text, std::size_t width, bool to_the_right) {
  const std::size_t taken = extract::DisplayWidth(text);
  const std::string space(width > taken ? width - taken : 0, ' ');
  return to_the_right ? space + text : text + space;
}

std::string AlignedLine(const Row& row, const Table& table,
                        const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += "  ";
    line += Padded(row[i], widths[i], table.columns[i].number);
  }
  line.resize(line.find_last_not_of(' ') + 1);
  return line;
}

void PrintAligned(const Table& table, Session& session) {
  std::vector<Row> rows;
  rows.reserve(table.rows.size());
  for (const Row& row : table.rows) rows.push_back(Map(row, extract::Printable));
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::size_t width = extract::DisplayWidth(table.columns[i].name);
    for (const Row& row : rows) width = std::max(width, extract::DisplayWidth(row[i]));
    widths.push_back(width);
  }
  session.out.Write(Heading(AlignedLine(Names(table), table, widths), session));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    session.out.Write(AlignedLine(rows[i], table, widths) + "\n");
    if (table.details.empty()) continue;
    for (const std::string& line : table.details[i]) session.out.Write("    " + line + "\n");
  }
}

// A cell shows the text itself: no markup, links or HTML can hide in it.
std::string MarkdownText(const std::string& text) {
  constexpr std::string_view kMarkup = "\\|*`[]";
  std::string out;
  for (const char c : extract::Printable(text)) {
    if (kMarkup.find(c) != std::string_view::npos) out += '\\';
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

void PrintSeparated(const Table& table, char separator, Session& session,
                    const std::function<std::string(const std::string&)>& escape) {
  const auto print = [&](const Row& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += separator;
      line += escape(row[i]);
    }
    session.out.Write(line + "\n");
  };
  print(Names(table));
  for (const Row& row : table.rows) print(row);
}

void PrintMarkdown(const Table& table, Session& session) {
  const auto print = [&](const Row& row) {
    std::string line = "|";
    for (const std::string& value : row) line += " " + value + " |";
    session.out.Write(line + "\n");
  };
  print(Map(Names(table), MarkdownText));
  Row rule;
  for (const Table::Column& column : table.columns) rule.push_back(column.number ? "---:" : "---");
  print(rule);
  for (const Row& row : table.rows) print(Map(row, MarkdownText));
}

std::string CsvText(const std::string& text, bool terminal) {
  return extract::CsvEscape(terminal ? extract::Printable(text) : text);
}

}  // namespace

std::vector<std::string> AnswerFormats() { return {"table", "tsv", "json", "jsonl", "csv", "md"}; }

AnswerFormat AnswerFormatOf(const Session& session) {
  const std::string& asked = session.options.format;
  if (asked == "table") return AnswerFormat::kTable;
  if (asked == "tsv") return AnswerFormat::kTsv;
  if (asked == "csv") return AnswerFormat::kCsv;
  if (asked == "md") return AnswerFormat::kMarkdown;
  if (asked == "json") return AnswerFormat::kJson;
  if (asked == "jsonl") return AnswerFormat::kJsonLines;
  return session.out_is_terminal ? AnswerFormat::kTable : AnswerFormat::kTsv;
}

void PrintTable(const Table& table, AnswerFormat format, Session& session) {
  switch (format) {
    case AnswerFormat::kTsv:
      PrintSeparated(table, '\t', session, [](const std::string& t) { return xport::TsvText(t); });
      return;
    case AnswerFormat::kCsv:
      PrintSeparated(table, ',', session, [&](const std::string& text) {
        return CsvText(text, session.out_is_terminal);
      });
      return;
    case AnswerFormat::kMarkdown:
      PrintMarkdown(table, session);
      return;
    default:
      PrintAligned(table, session);
  }
}

std::string Heading(const std::string& text, const Session& session) {
  return Bold(text, session) + "\n";
}

std::string Decimals(double value) { return fmt::format("{:.2f}", value); }

}  // namespace zhitu::cli
