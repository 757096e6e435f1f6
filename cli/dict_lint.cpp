#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/corpus_reader.h"
#include "cli/evidence_text.h"
#include "cli/table.h"
#include "cli/wording.h"
#include "extract/characters.h"
#include "extract/dictionary.h"
#include "extract/dictionary_lint.h"
#include "extract/dictionary_table.h"
#include "extract/error.h"
#include "extract/lint_rules.h"
#include "extract/surface_counts.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu dict lint names.csv
  zhitu dict lint people.csv offices.csv --skip collision,near-name
  zhitu dict lint names.csv --corpus articles/        # which forms are words of their own there?
)";

constexpr char kNotes[] =
    R"(Each finding is a line FILE:LINE:COLUMN: warning|error: WHAT [CODE], by file and line; tsv, json and jsonl
have file, line, column, severity, code and message. A summary goes to standard error. Exit 0 without
findings, 1 with warnings, 3 with errors, for which a dictionary is refused. With --corpus the texts are
read with the preset none; a dictionary with errors is not counted in it.
)";

struct LintOptions {
  std::vector<std::string> dictionaries;
  std::vector<std::string> corpus;
  std::vector<std::string> only;
  std::vector<std::string> skip;
};

void CheckCodes(const char* option, const std::vector<std::string>& codes) {
  std::vector<std::string> known;
  for (const extract::LintCode& code : extract::LintCodes()) known.emplace_back(code.name);
  for (const std::string& code : codes) {
    if (std::find(known.begin(), known.end(), code) != known.end()) continue;
    throw extract::UsageError(fmt::format("{} is '{}'{}; expected some of: {}", option,
                                          extract::Printable(code), DidYouMean(code, known),
                                          Joined(known, " ")));
  }
}

bool Has(const std::vector<std::string>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// How often the forms stand in the corpus; nested forms do not count.
extract::SurfaceCounts CountForms(const LintOptions& options, Session& session) {
  CorpusOptions corpus;
  corpus.inputs = options.corpus;
  corpus.dictionaries = options.dictionaries;
  corpus.extractor.preset = "none";
  corpus.extractor.outermost_only = true;
  CorpusReader reader(corpus, session);
  extract::SurfaceCounts counts;
  TellSkipped(
      reader.Run([&counts](const extract::Extraction& extraction) { counts.Add(extraction); }),
      session.messages);
  return counts;
}

std::vector<extract::Finding> FindAll(const LintOptions& options, Session& session) {
  extract::DictionaryTable table;
  session.messages.Progress("reading");
  extract::DictionaryCheck check = extract::CheckDictionaries(
      options.dictionaries, session.options.strict,
      [&table](std::size_t file, const extract::DictionaryRow& row) { table.Add(file, row); });
  std::optional<extract::SurfaceCounts> counts;
  if (!options.corpus.empty() && check.faults.empty()) counts = CountForms(options, session);
  session.messages.Progress("comparing names");
  std::vector<extract::Finding> findings = extract::LintNames(
      table, options.dictionaries, extract::ReadLintRules(), counts ? &*counts : nullptr);
  for (extract::Problem& fault : check.faults) {
    findings.push_back({std::move(fault), "fault", true});
  }
  for (extract::Problem& warning : check.warnings) {
    findings.push_back({std::move(warning), "type", false});
  }
  std::erase_if(findings, [&](const extract::Finding& finding) {
    if (finding.error) return false;
    return Has(options.skip, finding.code) ||
           (!options.only.empty() && !Has(options.only, finding.code));
  });
  extract::SortFindings(options.dictionaries, findings);
  return findings;
}

const char* SeverityOf(const extract::Finding& finding) {
  return finding.error ? "error" : "warning";
}

// `file:line:column: severity: what [code]`, as compilers write.
std::string LineOf(const extract::Finding& finding) {
  const extract::Problem& problem = finding.problem;
  return extract::Describe({problem.where, std::string(SeverityOf(finding)) + ": " + problem.what +
                                               " [" + std::string(finding.code) + ']'});
}

void AddFinding(const extract::Finding& finding, xport::JsonText& json) {
  json.StartObject();
  json.Key("file");
  json.String(finding.problem.where.file);
  json.Key("line");
  json.Integer(static_cast<std::int64_t>(finding.problem.where.line));
  json.Key("column");
  json.Integer(static_cast<std::int64_t>(finding.problem.where.column));
  json.Key("severity");
  json.String(SeverityOf(finding));
  json.Key("code");
  json.String(finding.code);
  json.Key("message");
  json.String(finding.problem.what);
  json.EndObject();
}

void PrintFindings(const std::vector<extract::Finding>& findings, Session& session) {
  const AnswerFormat format =
      session.options.format.empty() ? AnswerFormat::kTable : AnswerFormatOf(session);
  if (format == AnswerFormat::kTable) {
    for (const extract::Finding& finding : findings) session.out.Write(LineOf(finding) + "\n");
  } else if (format == AnswerFormat::kTsv) {
    Table table{{{"file"}, {"line", true}, {"column", true}, {"severity"}, {"code"}, {"message"}},
                {}};
    for (const extract::Finding& finding : findings) {
      const extract::SourcePosition& where = finding.problem.where;
      table.rows.push_back({where.file, std::to_string(where.line), std::to_string(where.column),
                            SeverityOf(finding), std::string(finding.code), finding.problem.what});
    }
    PrintTable(table, format, session);
  } else if (format == AnswerFormat::kJson) {
    xport::JsonText json;
    json.StartArray();
    for (const extract::Finding& finding : findings) AddFinding(finding, json);
    json.EndArray();
    PrintJson(json, session);
  } else {
    for (const extract::Finding& finding : findings) {
      xport::JsonText json;
      AddFinding(finding, json);
      PrintJson(json, session);
    }
  }
}

void Summarize(const std::vector<extract::Finding>& findings, Messages& messages) {
  std::map<std::string_view, std::int64_t> by_code;
  std::int64_t errors = 0;
  for (const extract::Finding& finding : findings) {
    ++by_code[finding.code];
    if (finding.error) ++errors;
  }
  const std::int64_t warnings = static_cast<std::int64_t>(findings.size()) - errors;
  messages.Inform(Counted(errors, "error", "errors") + ", " +
                  Counted(warnings, "warning", "warnings"));
  for (const auto& [code, count] : by_code) messages.More(fmt::format("{}: {}", code, count));
}

ExitCode RunDictLint(const LintOptions& options, Session& session) {
  CheckCodes("--only", options.only);
  CheckCodes("--skip", options.skip);
  const std::vector<extract::Finding> findings = FindAll(options, session);
  PrintFindings(findings, session);
  Summarize(findings, session.messages);
  const bool broken = std::any_of(findings.begin(), findings.end(),
                                  [](const extract::Finding& finding) { return finding.error; });
  if (broken) return ExitCode::kBadInput;
  return findings.empty() ? ExitCode::kDone : ExitCode::kNothing;
}

std::string CodeNotes() {
  std::string notes = "Findings\n";
  for (const extract::LintCode& code : extract::LintCodes()) {
    notes += fmt::format("  {:<14} {}\n", code.name, code.meaning);
  }
  return notes + "\n" + kNotes;
}

}  // namespace

Command DictLintCommand() {
  auto options = std::make_shared<LintOptions>();
  Command command;
  command.name = "dict lint";
  command.summary = "Looks for names that collide, never match, or match too much.";
  command.synopsis = "DICT... [--corpus INPUT]... [--only CODE,...] [--skip CODE,...]";
  command.examples = kExamples;
  command.notes = CodeNotes();
  command.options = {
      Arguments("DICT", "dictionaries: .csv, .tsv or .jsonl", &options->dictionaries),
      Texts("--corpus", "INPUT", "texts to count the forms in; may be repeated", &options->corpus),
      TextList("--only", "CODE", "findings of these kinds, and errors", &options->only),
      TextList("--skip", "CODE", "no findings of these kinds", &options->skip),
  };
  command.formats = {"table", "tsv", "json", "jsonl"};
  command.run = [options](Session& session) { return RunDictLint(*options, session); };
  return command;
}

}  // namespace zhitu::cli
