#include "export/doctor.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/evidence_text.h"
#include "cli/output_check.h"
#include "cli/table.h"
#include "cli/wording.h"
#include "export/json_text.h"
#include "export/output_file.h"
#include "extract/characters.h"
#include "extract/corpus.h"
#include "extract/error.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] =
    R"(  zhitu doctor network.graphml                  # what would other programs reject or change?
  zhitu doctor nodes.csv edges.csv              # the tables of one graph, in any order
  zhitu doctor network.graphml --fix            # writes network.fixed.graphml beside it
  zhitu doctor network.graphml --fix -o good.graphml --format json
)";

constexpr char kNotes[] =
    R"(Each finding is a line FILE:LINE:COLUMN: FINDING: what is there; what happens where; what to write instead.
An error makes some program refuse the file or lose something, a warning is changed without a word, a
note is worth knowing. Of one finding the first 20 are shown, the others counted. A summary goes to
standard error. Exit 0 if there is nothing worse than a note, 1 if there is, 3 if a file cannot be
understood even for mending. With --fix the mended copy is written, never over the file itself; what is
found has been mended in it, and it is examined again before it is put in place.
)";

struct DoctorOptions {
  std::vector<std::string> files;
  bool fix = false;
  std::string output;
};

// `name.fixed.graphml` for `name.graphml`.
std::string FixedName(const std::string& path) {
  const std::filesystem::path file(path);
  return std::filesystem::path(file)
      .replace_filename(file.stem().string() + ".fixed" + file.extension().string())
      .string();
}

// A mended file is of the format it had.
void CheckSameFormat(const std::string& file, const std::string& output) {
  const std::string_view format = xport::DoctorFormatOf({file}).name;
  if (xport::DoctorFormatOf({output}).name == format) return;
  throw extract::UsageError(extract::Printable(output) + ": is of another format than " +
                            extract::Printable(file) + "; expected the same");
}

// Where the mended files go, in the order of the files.
std::vector<std::string> Outputs(const DoctorOptions& options, const Session& session) {
  if (!options.output.empty() && !options.fix) {
    throw extract::UsageError("-o names a mended copy; expected --fix with it");
  }
  if (!options.fix) return {};
  if (!options.output.empty() && options.files.size() > 1) {
    throw extract::UsageError("-o names one file, but there are several; expected --fix alone");
  }
  std::vector<std::string> outputs;
  for (const std::string& file : options.files) {
    outputs.push_back(options.output.empty() ? FixedName(file) : options.output);
    CheckSameFormat(file, outputs.back());
    CheckOutput(outputs.back(), options.files);
    if (!session.options.force && std::filesystem::exists(outputs.back())) {
      throw extract::UsageError(extract::Printable(outputs.back()) +
                                ": exists; expected another name, or --force");
    }
  }
  return outputs;
}

// `file:line:column: finding: what`, as compilers write.
std::string LineOf(const xport::DoctorFinding& finding) {
  return extract::Describe(
      {finding.problem.where, std::string(finding.kind->name) + ": " + finding.problem.what});
}

void AddFinding(const xport::DoctorFinding& finding, xport::JsonText& json) {
  json.StartObject();
  json.Key("file");
  json.String(finding.problem.where.file);
  json.Key("line");
  json.Integer(static_cast<std::int64_t>(finding.problem.where.line));
  json.Key("column");
  json.Integer(static_cast<std::int64_t>(finding.problem.where.column));
  json.Key("severity");
  json.String(SeverityName(finding.kind->severity));
  json.Key("finding");
  json.String(finding.kind->name);
  json.Key("message");
  json.String(finding.problem.what);
  json.EndObject();
}

void PrintJsonFindings(const std::vector<xport::DoctorFinding>& findings, AnswerFormat format,
                       Session& session) {
  xport::JsonText json;
  if (format == AnswerFormat::kJson) {
    json.StartArray();
    for (const xport::DoctorFinding& finding : findings) AddFinding(finding, json);
    json.EndArray();
    PrintJson(json, session);
    return;
  }
  for (const xport::DoctorFinding& finding : findings) {
    json.Clear();
    AddFinding(finding, json);
    PrintJson(json, session);
  }
}

void PrintFindings(const std::vector<xport::DoctorFinding>& findings, Session& session) {
  const AnswerFormat format =
      session.options.format.empty() ? AnswerFormat::kTable : AnswerFormatOf(session);
  if (format == AnswerFormat::kJson || format == AnswerFormat::kJsonLines) {
    PrintJsonFindings(findings, format, session);
    return;
  }
  if (format == AnswerFormat::kTable) {
    for (const xport::DoctorFinding& finding : findings) {
      session.out.Write(LineOf(finding) + "\n");
    }
    return;
  }
  Table table{{{"file"}, {"line", true}, {"column", true}, {"severity"}, {"finding"}, {"message"}},
              {}};
  for (const xport::DoctorFinding& finding : findings) {
    const extract::SourcePosition& where = finding.problem.where;
    table.rows.push_back({where.file, std::to_string(where.line), std::to_string(where.column),
                          std::string(SeverityName(finding.kind->severity)),
                          std::string(finding.kind->name), finding.problem.what});
  }
  PrintTable(table, format, session);
}

void Summarize(const xport::DoctorFindings& findings, const Session& session) {
  Messages& messages = session.messages;
  if (session.options.quiet) return;
  if (findings.counts().empty()) {
    messages.Inform("nothing found");
    return;
  }
  messages.Inform("found");
  for (const auto& [name, count] : findings.counts()) {
    const bool all = count <= xport::DoctorFindings::kMostOfAKind;
    messages.More(fmt::format("{}: {}{}", name, count, all ? "" : ", the first 20 shown"));
  }
}

std::vector<xport::DoctorFile> ReadFiles(const std::vector<std::string>& paths) {
  std::vector<xport::DoctorFile> files;
  files.reserve(paths.size());
  for (const std::string& path : paths) files.push_back({path, extract::ReadBytes(path)});
  return files;
}

// Examined again, so that a mended file never has faults of its own.
void CheckMended(const std::vector<std::string>& outputs, const std::vector<std::string>& mended) {
  std::vector<xport::DoctorFile> files;
  files.reserve(outputs.size());
  for (std::size_t i = 0; i < outputs.size(); ++i) files.push_back({outputs[i], mended[i]});
  xport::DoctorFindings again;
  xport::ExamineGraph(files, again);
  if (!again.any()) return;
  for (const xport::DoctorFinding& finding : again.List()) {
    if (finding.kind->severity == xport::FindingSeverity::kNote) continue;
    throw extract::InputError(
        {{finding.problem.where, "could not be mended: " + std::string(finding.kind->name) + ": " +
                                     finding.problem.what}});
  }
}

void WriteMended(const std::vector<std::string>& outputs, const std::vector<std::string>& mended,
                 bool found, Session& session) {
  CheckMended(outputs, mended);
  std::vector<std::unique_ptr<xport::OutputFile>> files;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    files.push_back(std::make_unique<xport::OutputFile>(outputs[i]));
    files.back()->Write(mended[i]);
    files.back()->Prepare();
  }
  for (const auto& file : files) file->Commit();
  const std::string done = found ? "mended: " : "nothing to mend, written anew: ";
  for (const std::string& output : outputs) session.messages.Inform(done + output);
}

ExitCode RunDoctor(const DoctorOptions& options, Session& session) {
  xport::DoctorFormatOf(options.files);
  const std::vector<std::string> outputs = Outputs(options, session);
  session.messages.Progress("reading");
  const std::vector<xport::DoctorFile> files = ReadFiles(options.files);
  session.messages.Progress("examining");
  xport::DoctorFindings findings;
  const std::vector<std::string> mended = xport::ExamineGraph(files, findings);
  PrintFindings(findings.List(), session);
  Summarize(findings, session);
  if (options.fix) WriteMended(outputs, mended, !findings.counts().empty(), session);
  return findings.any() ? ExitCode::kNothing : ExitCode::kDone;
}

std::string FormatNotes() {
  std::string notes = "Formats, by the ending of FILE\n";
  for (const xport::DoctorFormat& format : xport::DoctorFormats()) {
    std::vector<std::string> endings(format.endings.begin(), format.endings.end());
    notes += fmt::format("  {:<10} {} {}\n", Joined(endings, " "), format.name, format.purpose);
  }
  notes += "\nFindings\n";
  std::size_t width = 0;
  for (const xport::FindingKind& kind : xport::FindingKinds()) {
    width = std::max(width, kind.name.size());
  }
  for (const xport::FindingKind& kind : xport::FindingKinds()) {
    notes += fmt::format("  {:<{}} {:<8} {}\n", kind.name, width, SeverityName(kind.severity),
                         kind.effect);
  }
  return notes + "\n" + kNotes;
}

}  // namespace

Command DoctorCommand() {
  auto options = std::make_shared<DoctorOptions>();
  Command command;
  command.name = "doctor";
  command.summary = "Finds what other programs reject or change in a graph file, and mends it.";
  command.synopsis = "FILE... [--fix] [-o OUT]";
  command.examples = kExamples;
  command.notes = FormatNotes();
  command.options = {
      Arguments("FILE", "the files of one graph", &options->files),
      Flag("--fix", "write a mended copy", &options->fix),
      Text("-o,--output", "OUT", "the mended copy; default: FILE with .fixed before its ending",
           &options->output),
  };
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunDoctor(*options, session); };
  return command;
}

}  // namespace zhitu::cli
