#include "export/doctor.h"

#include <algorithm>

#include "export/loose_graphml.h"
#include "export/loose_text.h"
#include "export/mend_graph.h"
#include "export/portable_names.h"
#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kGraphmlEndings[] = {"graphml"};

constexpr MendRules kGraphmlRules{
    .ordered = true, .needs_labels = false, .one_direction = true, .typed = true};

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

constexpr DoctorFormat kFormats[] = {
    {"GraphML", "of Gephi, NetworkX, igraph, yEd", kGraphmlEndings, ExamineGraphml},
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
  for (const DoctorFile& file : files) paths.push_back(file.path);
  return DoctorFormatOf(paths).examine(files, findings);
}

}  // namespace zhitu::xport
