#include "export/doctor.h"

#include <deque>

#include "export/loose_csv.h"
#include "export/loose_gexf.h"
#include "export/loose_graphml.h"
#include "export/loose_node_link.h"
#include "export/loose_text.h"
#include "export/mend_graph.h"
#include "export/portable_names.h"
#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kTableEndings[] = {"csv", "tsv"};
constexpr std::string_view kGraphmlEndings[] = {"graphml"};
constexpr std::string_view kGexfEndings[] = {"gexf"};
constexpr std::string_view kJsonEndings[] = {"json"};

constexpr MendRules kGraphmlRules{.roles = MendRules::Roles::kAll,
                                  .loose_ends = false,
                                  .ordered = true,
                                  .needs_labels = false,
                                  .one_direction = true,
                                  .typed = true};

constexpr MendRules kGexfRules{.roles = MendRules::Roles::kAsRead,
                               .loose_ends = false,
                               .ordered = true,
                               .needs_labels = true,
                               .one_direction = true,
                               .typed = true};

constexpr MendRules kTableRules{.roles = MendRules::Roles::kFew,
                                .loose_ends = false,
                                .ordered = false,
                                .needs_labels = false,
                                .one_direction = false,
                                .typed = false};

// What stands between the cells of a table, by the ending of its name.
char SeparatorOf(const std::string& path) {
  return LowerAscii(path).ends_with(".tsv") ? '\t' : ',';
}

using Examined = std::vector<std::string>;

Examined ExamineGraphml(const std::vector<DoctorFile>& files, DoctorFindings& findings) {
  std::string text;
  ReadLooseText(files.at(0).path, files[0].bytes, findings, text);
  LooseGraph graph = ReadLooseGraphml(text, findings);
  MendGraph(graph, kGraphmlRules, findings);
  StringSink sink;
  WriteMendedGraphml(graph, sink);
  return {sink.text()};
}

Examined ExamineGexf(const std::vector<DoctorFile>& files, DoctorFindings& findings) {
  std::string text;
  ReadLooseText(files.at(0).path, files[0].bytes, findings, text);
  LooseGraph graph = ReadLooseGexf(text, findings);
  MendGraph(graph, kGexfRules, findings);
  StringSink sink;
  WriteMendedGexf(graph, sink);
  return {sink.text()};
}

Examined ExamineTables(const std::vector<DoctorFile>& files, DoctorFindings& findings) {
  std::deque<std::string> texts;
  LooseGraph graph;
  std::vector<bool> edges;
  bool has_nodes = false;
  for (const DoctorFile& file : files) {
    const std::size_t base = ReadLooseText(file.path, file.bytes, findings, texts.emplace_back());
    edges.push_back(ReadLooseTable(texts.back(), base, SeparatorOf(file.path), graph, findings));
    has_nodes = has_nodes || !edges.back();
  }
  if (files.size() > 1 && (files.size() > 2 || edges[0] == edges[1])) {
    throw extract::UsageError("expected one table, or one of nodes and one of edges");
  }
  MendRules rules = kTableRules;
  rules.loose_ends = !has_nodes;
  MendGraph(graph, rules, findings);
  Examined mended;
  for (std::size_t i = 0; i < files.size(); ++i) {
    StringSink sink;
    WriteMendedTable(graph, edges[i], SeparatorOf(files[i].path), sink);
    mended.push_back(sink.text());
  }
  return mended;
}

Examined ExamineNodeLink(const std::vector<DoctorFile>& files, DoctorFindings& findings) {
  std::string text;
  ReadLooseText(files.at(0).path, files[0].bytes, findings, text);
  LooseNodeLink file = ReadLooseNodeLink(text, findings);
  MendGraph(file.graph, kTableRules, findings);
  StringSink sink;
  WriteMendedNodeLink(file, sink);
  return {sink.text()};
}

constexpr DoctorFormat kFormats[] = {
    {"tables", "of nodes and edges as Gephi has them", kTableEndings, ExamineTables},
    {"GraphML", "of Gephi, NetworkX, igraph, yEd", kGraphmlEndings, ExamineGraphml},
    {"GEXF", "of Gephi, 1.1 to 1.3", kGexfEndings, ExamineGexf},
    {"JSON", "with nodes and links, of NetworkX and D3", kJsonEndings, ExamineNodeLink},
};

const DoctorFormat& FormatOf(const std::string& path) {
  const std::string lower = LowerAscii(path);
  std::string known;
  for (const DoctorFormat& format : kFormats) {
    for (const std::string_view ending : format.endings) {
      if (lower.ends_with('.' + std::string(ending))) return format;
      known.append(" ").append(ending);
    }
  }
  throw extract::UsageError(extract::Printable(path) +
                            ": unknown ending; expected one of:" + known);
}

}  // namespace

std::span<const DoctorFormat> DoctorFormats() { return kFormats; }

const DoctorFormat& DoctorFormatOf(const std::vector<std::string>& paths) {
  const DoctorFormat& format = FormatOf(paths.at(0));
  for (const std::string& path : paths) {
    if (&FormatOf(path) == &format) continue;
    throw extract::UsageError(extract::Printable(path) + ": is of another format than " +
                              extract::Printable(paths[0]) + "; expected files of one");
  }
  if (paths.size() > 1 && format.name != "tables") {
    throw extract::UsageError(extract::Printable(paths[1]) +
                              ": is a second file; expected one, or the tables of one graph");
  }
  return format;
}

std::vector<std::string> ExamineGraph(const std::vector<DoctorFile>& files,
                                      DoctorFindings& findings) {
  std::vector<std::string> paths;
  paths.reserve(files.size());
  for (const DoctorFile& file : files) paths.push_back(file.path);
  return DoctorFormatOf(paths).examine(files, findings);
}

}  // namespace zhitu::xport
