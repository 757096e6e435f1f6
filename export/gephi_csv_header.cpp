#include "export/gephi_csv_header.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "export/portable_names.h"

namespace zhitu::xport {
namespace {

bool Has(const std::vector<ImportColumn>& columns, std::string_view name) {
  return std::ranges::any_of(
      columns, [&](const ImportColumn& column) { return LowerAscii(column.name) == name; });
}

std::vector<ImportColumn> ReadNames(const extract::CsvScanner& row, graph::Importer& importer) {
  std::vector<ImportColumn> columns;
  std::set<std::string> names;
  for (std::size_t i = 0; i < row.cells().size(); ++i) {
    std::string name = TrimmedCell(row.cells()[i]);
    if (name.empty()) {
      importer.Report(row.PlaceOf(i),
                      "column without a name; expected a name in every cell of the header");
    } else if (!names.insert(IsKnownColumn(name) ? LowerAscii(name) : name).second) {
      importer.Report(row.PlaceOf(i),
                      "column '" + name + "' stands twice; expected each name once");
    } else if (std::ranges::any_of(name, [](char c) { return c >= 0 && c < 0x20; })) {
      importer.Report(
          row.PlaceOf(i),
          "name of a column holds a control character; expected plain text on one line");
    }
    columns.push_back({std::move(name)});
  }
  return columns;
}

}  // namespace

std::string TrimmedCell(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin));
}

// The separator that the first line has most of outside quotes; of equals the comma.
char GephiSeparator(std::string_view text) {
  constexpr std::string_view kSeparators = ",;\t";
  std::array<std::size_t, kSeparators.size()> counts{};
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  bool quoted = false;
  for (const char c : text.substr(0, text.find_first_of("\r\n"))) {
    if (c == '"') quoted = !quoted;
    const std::size_t which = quoted ? std::string_view::npos : kSeparators.find(c);
    if (which != std::string_view::npos) ++counts[which];
  }
  return kSeparators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

std::optional<GephiHeader> ReadGephiHeader(const extract::CsvScanner& row,
                                           graph::Importer& importer) {
  const std::size_t before = importer.faults();
  GephiHeader header{false, ReadNames(row, importer)};
  std::vector<ImportColumn>& columns = header.columns;
  if (importer.faults() > before) return std::nullopt;
  const bool source = Has(columns, "source");
  const bool target = Has(columns, "target");
  header.edges = source && target;
  if (!header.edges && !Has(columns, "id")) {
    const char* const missing = source   ? "column 'Target' is missing"
                                : target ? "column 'Source' is missing"
                                         : "neither nodes nor edges";
    importer.Report(
        {row.line(), 1},
        std::string(missing) + "; expected a header with Id (nodes), or Source and Target (edges)");
    return std::nullopt;
  }
  for (ImportColumn& column : columns)
    column = header.edges ? EdgeColumn(std::move(column.name)) : NodeColumn(std::move(column.name));
  return header;
}

}  // namespace zhitu::xport
