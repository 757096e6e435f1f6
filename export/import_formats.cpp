#include "export/import_formats.h"

#include <algorithm>

#include "export/gexf_reader.h"
#include "export/graphml_reader.h"
#include "export/node_link_reader.h"
#include "export/portable_names.h"
#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kTableEndings[] = {"csv", "tsv"};
constexpr std::string_view kGraphmlEndings[] = {"graphml"};
constexpr std::string_view kGexfEndings[] = {"gexf"};
constexpr std::string_view kJsonEndings[] = {"json"};

constexpr ImportFormat kFormats[] = {
    {"csv", "tables of nodes and edges as Gephi has them", kTableEndings, ReadGephiCsv},
    {"graphml", "GraphML of Gephi, NetworkX, igraph, yEd", kGraphmlEndings, ReadGraphml},
    {"gexf", "GEXF of Gephi, 1.1 to 1.3", kGexfEndings, ReadGexf},
    {"json", "node-link JSON of NetworkX and D3", kJsonEndings, ReadNodeLinkJson},
};

std::string KnownEndings() {
  std::string endings;
  for (const ImportFormat& format : kFormats) {
    for (const std::string_view ending : format.endings) {
      if (!endings.empty()) endings += ' ';
      endings += ending;
    }
  }
  return endings;
}

const ImportFormat& FormatOf(const std::string& path) {
  const std::string lower = LowerAscii(path);
  for (const ImportFormat& format : kFormats) {
    const bool fits = std::ranges::any_of(format.endings, [&](std::string_view ending) {
      return lower.ends_with('.' + std::string(ending));
    });
    if (fits) return format;
  }
  throw extract::UsageError(extract::Printable(path) +
                            ": unknown ending; expected one of: " + KnownEndings());
}

}  // namespace

std::span<const ImportFormat> ImportFormats() { return kFormats; }

const ImportFormat& ImportFormatNamed(std::string_view name) {
  std::string known;
  for (const ImportFormat& format : kFormats) {
    if (format.name == name) return format;
    known += ' ' + std::string(format.name);
  }
  throw extract::UsageError("unknown format " + extract::Printable(name) +
                            "; expected one of:" + known);
}

const ImportFormat& ImportFormatOf(const std::vector<std::string>& paths) {
  const ImportFormat& format = FormatOf(paths.at(0));
  for (const std::string& path : paths) {
    if (&FormatOf(path) == &format) continue;
    throw extract::UsageError(extract::Printable(path) + ": is of another format than " +
                              extract::Printable(paths[0]) + "; expected files of one");
  }
  return format;
}

}  // namespace zhitu::xport
