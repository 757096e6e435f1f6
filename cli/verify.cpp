#include "graph/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/evidence_text.h"
#include "cli/table.h"
#include "cli/wording.h"
#include "export/import_formats.h"
#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu verify news.zhitu
  zhitu verify news.zhitu --root ../articles
)";

constexpr char kNotes[] =
    R"(Reads every source again and compares every quote with it. Each one that differs is printed as
FILE:LINE:COLUMN: FINDING: ..., where FINDING is changed, moved or missing. Ends with 1 if one
differs, with 4 if a source cannot be read. Of an imported graph each line must still give its
relation.
--format json prints {checked,documents,"discrepancies":[{finding,document,file,line,column,
relation,quote,found}],"missing_sources":[FILE]}; jsonl prints one discrepancy a line.
)";

struct VerifyOptions {
  std::string graph;
  std::string root;
};

const char* NameOf(graph::Finding finding) {
  switch (finding) {
    case graph::Finding::kChanged:
      return "changed";
    case graph::Finding::kMoved:
      return "moved";
    case graph::Finding::kMissing:
      return "missing";
    case graph::Finding::kNoSource:
      break;
  }
  return "no source";
}

// The part in which two texts differ, with a few characters around it.
std::string DifferingPart(const std::string& text, const std::string& other) {
  constexpr std::size_t kAround = 30;  // bytes
  const std::size_t least = std::min(text.size(), other.size());
  std::size_t same = 0;
  while (same < least && text[same] == other[same]) ++same;
  std::size_t same_end = 0;
  while (same_end < least - same &&
         text[text.size() - 1 - same_end] == other[other.size() - 1 - same_end]) {
    ++same_end;
  }
  std::size_t begin = same > kAround ? same - kAround : 0;
  std::size_t end = std::min(text.size() - same_end + kAround, text.size());
  while (begin > 0 && !extract::IsLeadByte(text[begin])) --begin;
  while (end < text.size() && !extract::IsLeadByte(text[end])) ++end;
  return (begin > 0 ? "…" : "") + extract::Printable(text.substr(begin, end - begin)) +
         (end < text.size() ? "…" : "");
}

// Several relations may be proved by the same words.
bool SamePlace(const graph::Discrepancy& a, const graph::Discrepancy& b) {
  return a.finding == b.finding && a.evidence.file == b.evidence.file &&
         a.evidence.begin == b.evidence.begin && a.evidence.end == b.evidence.end &&
         a.evidence.line == b.evidence.line;
}

std::string LineOf(const graph::Discrepancy& discrepancy, std::size_t others) {
  const std::string& quote = discrepancy.evidence.quote;
  const bool changed = discrepancy.finding == graph::Finding::kChanged;
  std::string line =
      PlaceText(discrepancy.evidence) + ": " + NameOf(discrepancy.finding) + ": “" +
      (changed ? DifferingPart(quote, discrepancy.found) : extract::Printable(quote)) + "”";
  if (changed) line += ", now “" + DifferingPart(discrepancy.found, quote) + "”";
  if (discrepancy.finding == graph::Finding::kMoved) {
    line += ", now at " + extract::Printable(discrepancy.found);
  }
  line += " (" + extract::Printable(discrepancy.relation);
  if (others > 0) line += fmt::format(" and {} more", others);
  return line + ")";
}

void PrintPlaces(const std::vector<graph::Discrepancy>& all, Session& session) {
  std::vector<bool> told(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (told[i]) continue;
    std::size_t others = 0;
    // Discrepancies come by place, so those of one place stand close together.
    for (std::size_t j = i + 1; j < all.size() && all[j].evidence.begin == all[i].evidence.begin;
         ++j) {
      if (told[j] || !SamePlace(all[i], all[j])) continue;
      told[j] = true;
      ++others;
    }
    session.out.Write(LineOf(all[i], others) + "\n");
  }
}

void AddDiscrepancy(const graph::Discrepancy& discrepancy, xport::JsonText& json) {
  const auto text = [&json](const char* key, const std::string& value) {
    json.Key(key);
    json.String(value);
  };
  json.StartObject();
  text("finding", NameOf(discrepancy.finding));
  text("document", discrepancy.evidence.document);
  text("file", discrepancy.evidence.file);
  json.Key("line");
  json.Integer(discrepancy.evidence.line);
  json.Key("column");
  json.Integer(discrepancy.evidence.column);
  text("relation", discrepancy.relation);
  text("quote", discrepancy.evidence.quote);
  json.Key("found");
  json.StringOrNull(discrepancy.found);
  json.EndObject();
}

void PrintWhole(const graph::Verification& result, Session& session) {
  xport::JsonText json;
  json.StartObject();
  json.Key("checked");
  json.Integer(result.checked);
  json.Key("documents");
  json.Integer(result.documents);
  json.Key("discrepancies");
  json.StartArray();
  for (const graph::Discrepancy& discrepancy : result.discrepancies) {
    AddDiscrepancy(discrepancy, json);
  }
  json.EndArray();
  json.Key("missing_sources");
  json.StartArray();
  for (const std::string& file : result.missing_sources) json.String(file);
  json.EndArray();
  json.EndObject();
  PrintJson(json, session);
}

void PrintLines(const graph::Verification& result, Session& session) {
  for (const graph::Discrepancy& discrepancy : result.discrepancies) {
    xport::JsonText json;
    AddDiscrepancy(discrepancy, json);
    PrintJson(json, session);
  }
}

Table RowsOf(const graph::Verification& result) {
  Table table{{{"finding"},
               {"document"},
               {"file"},
               {"line", true},
               {"column", true},
               {"relation"},
               {"quote"},
               {"found"}},
              {}};
  for (const graph::Discrepancy& discrepancy : result.discrepancies) {
    const graph::EvidenceRecord& evidence = discrepancy.evidence;
    table.rows.push_back({NameOf(discrepancy.finding), evidence.document, evidence.file,
                          std::to_string(evidence.line), std::to_string(evidence.column),
                          discrepancy.relation, evidence.quote, discrepancy.found});
  }
  return table;
}

// Without --format the lines that editors understand, on a terminal or not.
void PrintResult(const graph::Verification& result, Session& session) {
  if (session.options.format.empty() || session.options.format == "table") {
    PrintPlaces(result.discrepancies, session);
    return;
  }
  const AnswerFormat format = AnswerFormatOf(session);
  if (format == AnswerFormat::kJson) {
    PrintWhole(result, session);
  } else if (format == AnswerFormat::kJsonLines) {
    PrintLines(result, session);
  } else {
    PrintTable(RowsOf(result), format, session);
  }
}

ExitCode RunVerify(const VerifyOptions& options, Session& session) {
  const graph::Store store = graph::Store::Open(options.graph);
  const graph::ImportReader reader = [&store](const std::vector<std::string>& paths,
                                              graph::Importer& importer) {
    xport::ImportFormatNamed(store.Meta("import").value_or("")).read(paths, importer, nullptr);
  };
  const graph::Verification result = graph::Verify(store, options.graph, options.root, reader);
  PrintResult(result, session);
  for (const std::string& file : result.missing_sources) {
    session.messages.Error(file + ": source not found; --root names the folder to look in");
  }
  session.messages.Inform(
      fmt::format("{} of {} checked, {} differ", Counted(result.checked, "quote", "quotes"),
                  Counted(result.documents, "document", "documents"), result.discrepancies.size()));
  if (!result.missing_sources.empty()) return ExitCode::kIo;
  return result.discrepancies.empty() ? ExitCode::kDone : ExitCode::kNothing;
}

}  // namespace

Command VerifyCommand() {
  auto options = std::make_shared<VerifyOptions>();
  Command command;
  command.name = "verify";
  command.summary = "Reads the sources again and compares every quote of a graph with them.";
  command.synopsis = "GRAPH [--root DIR]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("GRAPH", "a graph file made by 'zhitu build'", &options->graph),
      Text("--root", "DIR", "look for the sources here (where they were when it was built)",
           &options->root),
  };
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunVerify(*options, session); };
  return command;
}

}  // namespace zhitu::cli
