#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/corpus_reader.h"
#include "cli/evidence_text.h"
#include "cli/table.h"
#include "cli/wording.h"
#include "extract/characters.h"
#include "extract/dictionary.h"
#include "extract/error.h"
#include "extract/extractor.h"
#include "extract/side_thread.h"
#include "graph/impact.h"
#include "graph/store.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu dict impact names.csv names.new.csv --corpus articles/
  zhitu dict impact names.csv names.new.csv --corpus news.zhitu --preset none --samples 1
  zhitu dict impact old.csv new.csv --corpus articles/ --format jsonl | jq 'select(.lost > 0)'
)";

constexpr char kNotes[] =
    R"(What the one dictionary finds in the texts and the other does not, by entity and by edge, with
sentences that show it. Edges are relations by rule and co-occurrence in a sentence; a form that names
several entities and is not decided has no id. The texts of a graph file are those it was built of, read
with the preset it was built with unless --preset says otherwise.
tsv has one sentence a line. --format json prints {"mentions":{gained,lost},"edges":{gained,lost},
"changes":[{what,predicate,subject:{id,name},object:{id,name},gained,lost,samples:[{change,document,
file,line,column,sentence}]}]}; jsonl prints one change a line. Exit 0 whether or not anything changed.
)";

struct ImpactOptions {
  std::string before;
  std::string after;
  CorpusOptions corpus;
  std::size_t samples = 2;
};

extract::Gazetteer Load(const std::string& path, Session& session) {
  std::vector<extract::Problem> warnings;
  extract::Gazetteer gazetteer =
      extract::LoadDictionaries({path}, session.options.strict, warnings);
  session.messages.Warn(warnings);
  return gazetteer;
}

// Reads documents by both dictionaries, side by side where there are two threads.
class Comparison {
 public:
  Comparison(const ImpactOptions& options, const extract::ExtractorOptions& extractor,
             Session& session)
      : old_names_(Load(options.before, session)),
        new_names_(Load(options.after, session)),
        old_(old_names_, extractor),
        new_(new_names_, extractor),
        impact_(options.samples),
        side_(session.options.jobs) {}

  void Add(extract::SourceText text) {
    for (extract::Document& document : new_.Split(std::move(text))) Add(std::move(document));
  }

  void Add(extract::Document document) {
    extract::Later<extract::Extraction> before =
        side_.Run<extract::Extraction>([this, copy = document] { return old_.Extract(copy); });
    const extract::Extraction after = new_.Extract(std::move(document));
    impact_.Add(before.Get(), after);
    ++documents_;
  }

  const extract::Extractor& extractor() const { return new_; }
  const graph::Impact& impact() const { return impact_; }
  std::size_t documents() const { return documents_; }

 private:
  extract::Gazetteer old_names_;
  extract::Gazetteer new_names_;
  extract::Extractor old_;
  extract::Extractor new_;
  graph::Impact impact_;
  std::size_t documents_ = 0;
  extract::SideThread side_;  // the last member, for its tasks use the others
};

void ReadFiles(const ImpactOptions& options, Comparison& comparison, Session& session) {
  const extract::FileList list = extract::ListFiles(options.corpus.inputs);
  CorpusTotals totals;
  totals.other_endings = list.skipped;
  for (const extract::CorpusFile& file : list.files) {
    session.messages.Progress(fmt::format("{} of {} files", totals.files++, list.files.size()));
    extract::FileContent content = extract::ReadCorpusFile(file, options.corpus.fields);
    session.messages.Warn(content.warnings);
    for (const extract::Problem& problem : content.skipped) {
      session.messages.Warn(extract::Describe(problem) + "; skipped");
    }
    totals.bad += content.skipped.size();
    for (extract::SourceText& text : content.texts) comparison.Add(std::move(text));
  }
  TellSkipped(totals, session.messages);
}

// A document of a graph file is one article already, whose place in its file is known.
void AddStored(const graph::DocumentRecord& record, Comparison& comparison) {
  extract::SourceText text;
  text.name = record.id;
  text.file = record.file;
  text.text = record.text;
  text.title = record.title;
  text.date = record.date;
  text.source = record.source;
  text.record = record.record;
  for (extract::Document& document : comparison.extractor().Split(std::move(text))) {
    document.id = record.id;
    document.begin_line += static_cast<std::size_t>(record.line) - 1;
    comparison.Add(std::move(document));
  }
}

std::optional<std::string> GraphOf(const std::vector<std::string>& corpus) {
  const auto is_graph = [](const std::string& path) { return graph::Store::IsGraphFile(path); };
  if (std::none_of(corpus.begin(), corpus.end(), is_graph)) return std::nullopt;
  if (corpus.size() == 1) return corpus.front();
  throw extract::UsageError("--corpus: a graph file beside others; expected it alone");
}

void AddEnd(const char* key, const std::string& id, const std::string& name,
            xport::JsonText& json) {
  json.Key(key);
  json.StartObject();
  json.Key("id");
  json.StringOrNull(id);
  json.Key("name");
  json.String(name);
  json.EndObject();
}

void AddCount(const char* key, std::size_t count, xport::JsonText& json) {
  json.Key(key);
  json.Integer(static_cast<std::int64_t>(count));
}

void AddText(const char* key, const std::string& text, xport::JsonText& json) {
  json.Key(key);
  json.String(text);
}

const char* WhatOf(const graph::ImpactRow& row) {
  return row.predicate.empty() ? "mention" : "edge";
}

const char* ChangeOf(const graph::ImpactPlace& place) { return place.gained ? "gained" : "lost"; }

void AddRow(const graph::ImpactRow& row, xport::JsonText& json) {
  json.StartObject();
  AddText("what", WhatOf(row), json);
  json.Key("predicate");
  json.StringOrNull(row.predicate);
  AddEnd("subject", row.subject, row.subject_name, json);
  if (!row.predicate.empty()) AddEnd("object", row.object, row.object_name, json);
  AddCount("gained", row.gained, json);
  AddCount("lost", row.lost, json);
  json.Key("samples");
  json.StartArray();
  for (const graph::ImpactPlace& place : row.places) {
    json.StartObject();
    AddText("change", ChangeOf(place), json);
    AddText("document", place.document, json);
    AddText("file", place.file, json);
    AddCount("line", place.line, json);
    AddCount("column", place.column, json);
    AddText("sentence", place.sentence, json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void AddTotals(const char* key, const graph::Impact::Totals& totals, xport::JsonText& json) {
  json.Key(key);
  json.StartObject();
  AddCount("gained", totals.gained, json);
  AddCount("lost", totals.lost, json);
  json.EndObject();
}

void PrintWhole(const graph::Impact& impact, Session& session) {
  xport::JsonText json;
  json.StartObject();
  AddTotals("mentions", impact.mentions(), json);
  AddTotals("edges", impact.edges(), json);
  json.Key("changes");
  json.StartArray();
  for (const graph::ImpactRow& row : impact.Rows()) AddRow(row, json);
  json.EndArray();
  json.EndObject();
  PrintJson(json, session);
}

std::string PlaceText(const graph::ImpactPlace& place) {
  return fmt::format("{}:{}:{}", extract::Printable(place.file), place.line, place.column);
}

Table ReadableTable(const std::vector<graph::ImpactRow>& rows) {
  Table table{{{"what"}, {"subject"}, {"predicate"}, {"object"}, {"gained", true}, {"lost", true}},
              {}};
  for (const graph::ImpactRow& row : rows) {
    const std::string subject =
        row.subject.empty() ? row.subject_name + " (undecided)" : row.subject;
    table.rows.push_back({WhatOf(row), subject, row.predicate, row.object,
                          std::to_string(row.gained), std::to_string(row.lost)});
    std::vector<std::string>& lines = table.details.emplace_back();
    for (const graph::ImpactPlace& place : row.places) {
      lines.push_back(fmt::format("{} {}  {}", place.gained ? '+' : '-', PlaceText(place),
                                  extract::Printable(place.sentence)));
    }
  }
  return table;
}

Table SampleTable(const std::vector<graph::ImpactRow>& rows) {
  Table table{{{"what"},
               {"predicate"},
               {"subject"},
               {"subject_name"},
               {"object"},
               {"object_name"},
               {"gained", true},
               {"lost", true},
               {"change"},
               {"document"},
               {"line", true},
               {"column", true},
               {"sentence"}},
              {}};
  for (const graph::ImpactRow& row : rows) {
    const std::vector<std::string> cells = {WhatOf(row),
                                            row.predicate,
                                            row.subject,
                                            row.subject_name,
                                            row.object,
                                            row.object_name,
                                            std::to_string(row.gained),
                                            std::to_string(row.lost)};
    for (const graph::ImpactPlace& place : row.places) {
      table.rows.push_back(cells);
      for (std::string cell :
           {std::string(ChangeOf(place)), place.document, std::to_string(place.line),
            std::to_string(place.column), place.sentence}) {
        table.rows.back().push_back(std::move(cell));
      }
    }
    if (!row.places.empty()) continue;
    table.rows.push_back(cells);
    table.rows.back().resize(table.columns.size());
  }
  return table;
}

void Print(const graph::Impact& impact, Session& session) {
  const AnswerFormat format = AnswerFormatOf(session);
  if (format == AnswerFormat::kJson) return PrintWhole(impact, session);
  const std::vector<graph::ImpactRow> rows = impact.Rows();
  if (format == AnswerFormat::kTable) return PrintTable(ReadableTable(rows), format, session);
  if (format != AnswerFormat::kJsonLines) return PrintTable(SampleTable(rows), format, session);
  for (const graph::ImpactRow& row : rows) {
    xport::JsonText json;
    AddRow(row, json);
    PrintJson(json, session);
  }
}

ExitCode RunDictImpact(ImpactOptions options, Session& session) {
  extract::ExtractorOptions& extractor = options.corpus.extractor;
  const std::optional<std::string> graph_file = GraphOf(options.corpus.inputs);
  std::optional<graph::Store> store;
  if (graph_file) store = graph::Store::Open(*graph_file);
  if (extractor.preset.empty()) {
    extractor.preset = store ? store->Meta("preset").value_or("auto") : "auto";
  }
  extractor.outermost_only = extractor.preset == "none";  // as `build` has it
  Comparison comparison(options, extractor, session);
  if (store) {
    store->ForEachDocument(true, [&](const graph::DocumentRecord& record) {
      session.messages.Progress(fmt::format("{} documents", comparison.documents()));
      AddStored(record, comparison);
    });
  } else {
    ReadFiles(options, comparison, session);
  }
  Print(comparison.impact(), session);
  const graph::Impact& impact = comparison.impact();
  session.messages.Inform(
      fmt::format("documents compared: {}; mentions: {} gained, {} lost; edges: {} gained, {} lost",
                  comparison.documents(), impact.mentions().gained, impact.mentions().lost,
                  impact.edges().gained, impact.edges().lost));
  return ExitCode::kDone;
}

}  // namespace

Command DictImpactCommand() {
  auto options = std::make_shared<ImpactOptions>();
  options->corpus.extractor.preset.clear();
  Command command;
  command.name = "dict impact";
  command.summary = "Compares what two dictionaries find in a corpus.";
  command.synopsis = "OLD NEW --corpus INPUT|GRAPH [-r RULES] [--preset PRESET] [--samples N]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("OLD", "a dictionary", &options->before),
      Argument("NEW", "the dictionary that is to take its place", &options->after),
      Required(Texts("--corpus", "INPUT", "files or folders, or one graph file; may be repeated",
                     &options->corpus.inputs)),
      Number("--samples", "N", "sentences of each change, gained and lost (2)",
             {&options->samples, 0, 1000}),
  };
  for (Option& option : CorpusOptionTable(options->corpus)) {
    const bool of_corpus = option.names.starts_with("-r") || option.names.ends_with("-field") ||
                           option.names == "--preset";
    if (of_corpus) command.options.push_back(std::move(option));
  }
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunDictImpact(*options, session); };
  return command;
}

}  // namespace zhitu::cli
