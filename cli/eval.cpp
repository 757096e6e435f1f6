#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/annotation_input.h"
#include "cli/command.h"
#include "cli/eval_rows.h"
#include "cli/evidence_text.h"
#include "cli/table.h"
#include "cli/wording.h"
#include "export/number_text.h"
#include "extract/annotation.h"
#include "extract/error.h"
#include "extract/evaluation.h"
#include "extract/score_intervals.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu extract page.txt -d dictionary.csv > found.jsonl
  zhitu eval gold.jsonl --pred found.jsonl
  zhitu eval gold.jsonl --pred found.jsonl --show
  zhitu eval triples.jsonl --pred statements.jsonl --worst 20 --format table
)";

constexpr char kNotes[] =
    R"(GOLD is JSON Lines in any form that 'zhitu train' reads: as 'zhitu extract' prints it,
{"text","ents","relations"} or {"text","triples","types"} a line; FILE is what 'zhitu extract'
printed. A mention is right if its span and type are (strict), or if the type is and the spans
overlap (relaxed); a reference (nominal or pronoun) if span, type, kind and the entity it stands for
are; a link if the entity's id is; a statement if subject, predicate and object are: by id where GOLD
is an extraction, else by surface form. Triples do not tell all names, so no mentions are compared.
P is precision, R recall, F1 their harmonic mean. By rule, a statement counts for each rule that gave
it, and R is the share of all gold statements that the rule gave.
Behind them stand their 95 % intervals: what the middle 95 % of --resamples draws of so many
documents, with repetition, would have scored; of one document there are none. The same --seed gives the same.
--worst lists the surface forms and predicates with most errors: how often right, wrong (found and
not in GOLD) and missed, and what the other side has there instead: a wrong type, a longer, shorter or
crossing name, nothing; of statements another predicate of the two, the same of other ends, or reversed.
Without --worst tables and json have 10, other formats none.
--show lists missed and wrong mentions, references, links, kinds and statements: for a link or kind
'entity' or 'kind' is gold's and 'found' what was predicted; the place of a statement is that of its
first evidence.
--format json prints {"documents":N,"scores":[{measure,name,right,gold,found,precision,recall,f1,
precision_interval,recall_interval,f1_interval}],"worst":[{what,form,right,wrong,missed,
instead:[{what,count,example,examples}]}]}, intervals as [low,high], and with --show
"differences":[{what,document,begin,end,type,text,entity,found,kind,rule}]; jsonl prints one score
(with --show one difference, with --worst one form) a line.
)";

constexpr std::size_t kNotGiven = std::numeric_limits<std::size_t>::max();

struct EvalOptions {
  std::string gold;
  std::string predictions;
  bool show = false;
  std::size_t worst = kNotGiven;
  std::size_t seed = extract::BootstrapOptions().seed;
  extract::BootstrapOptions bootstrap;
};

void AddNumber(const char* key, std::size_t value, xport::JsonText& json) {
  json.Key(key);
  json.Integer(static_cast<std::int64_t>(value));
}

void AddText(const char* key, const std::string& value, xport::JsonText& json) {
  json.Key(key);
  json.StringOrNull(value);
}

void AddInterval(const char* key, const extract::Interval& interval, xport::JsonText& json) {
  json.Key(key);
  json.StartArray();
  json.Number(interval.low);
  json.Number(interval.high);
  json.EndArray();
}

void AddRow(const ScoreRow& row, xport::JsonText& json) {
  const auto& [measure, name, score] = row.score;
  const auto share = [&json](const char* key, double value) {
    json.Key(key);
    json.Number(value);
  };
  json.StartObject();
  json.Key("measure");
  json.String(measure);
  json.Key("name");
  json.String(name);
  AddNumber("right", score.right, json);
  AddNumber("gold", score.expected, json);
  AddNumber("found", score.found, json);
  share("precision", score.precision());
  share("recall", score.recall());
  share("f1", score.f1());
  if (row.intervals) {
    AddInterval("precision_interval", row.intervals->precision, json);
    AddInterval("recall_interval", row.intervals->recall, json);
    AddInterval("f1_interval", row.intervals->f1, json);
  }
  json.EndObject();
}

void AddWorst(const WorstRow& row, xport::JsonText& json) {
  json.StartObject();
  AddText("what", row.what, json);
  AddText("form", row.errors.form, json);
  AddNumber("right", row.errors.right, json);
  AddNumber("wrong", row.errors.wrong, json);
  AddNumber("missed", row.errors.missed, json);
  json.Key("instead");
  json.StartArray();
  for (const extract::ErrorCause& cause : row.errors.causes) {
    json.StartObject();
    AddText("what", cause.name, json);
    AddNumber("count", cause.count, json);
    AddText("example", cause.example, json);
    AddNumber("examples", cause.examples, json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void AddDifference(const DifferenceRow& difference, xport::JsonText& json) {
  json.StartObject();
  AddText("what", difference.what, json);
  AddText("document", difference.document, json);
  AddNumber("begin", difference.mention.begin, json);
  AddNumber("end", difference.mention.end, json);
  AddText("type", difference.mention.type, json);
  AddText("text", difference.mention.text, json);
  AddText("entity", difference.mention.entity, json);
  AddText("found", difference.found, json);
  AddText("kind", difference.kind, json);
  AddText("rule", difference.rule, json);
  json.EndObject();
}

// A share as people read it, or as programs do.
std::string ShareText(double value, bool readable) {
  return readable ? fmt::format("{:.1f}", 100 * value) : xport::NumberText(value);
}

// For people an interval is one column, for programs two.
void AddIntervalColumns(const std::string& of, bool readable, Table& table) {
  if (readable) {
    table.columns.push_back({of + " 95 %", true});
    return;
  }
  table.columns.push_back({of + " low", true});
  table.columns.push_back({of + " high", true});
}

void AddIntervalCells(const extract::Interval& interval, bool readable,
                      std::vector<std::string>& cells) {
  const std::string low = ShareText(interval.low, readable);
  const std::string high = ShareText(interval.high, readable);
  if (readable) {
    cells.push_back(low + "-" + high);
    return;
  }
  cells.push_back(low);
  cells.push_back(high);
}

Table TableOf(const std::vector<ScoreRow>& rows, bool readable) {
  Table table{{{"measure"},
               {"name"},
               {"right", true},
               {"gold", true},
               {"found", true},
               {"P", true},
               {"R", true},
               {"F1", true}},
              {}};
  if (!rows.empty() && rows.front().intervals) {
    for (const char* of : {"P", "R", "F1"}) AddIntervalColumns(of, readable, table);
  }
  for (const auto& [named, intervals] : rows) {
    const extract::Score& score = named.score;
    std::vector<std::string> cells = {named.measure,
                                      named.name,
                                      std::to_string(score.right),
                                      std::to_string(score.expected),
                                      std::to_string(score.found),
                                      ShareText(score.precision(), readable),
                                      ShareText(score.recall(), readable),
                                      ShareText(score.f1(), readable)};
    if (intervals) {
      AddIntervalCells(intervals->precision, readable, cells);
      AddIntervalCells(intervals->recall, readable, cells);
      AddIntervalCells(intervals->f1, readable, cells);
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

// `longer 5 (LOC 北京大学 3)`: with how often it was just this.
std::string InsteadText(const std::vector<extract::ErrorCause>& causes) {
  std::vector<std::string> texts;
  for (const extract::ErrorCause& cause : causes) {
    std::string text = fmt::format("{} {}", cause.name, cause.count);
    if (!cause.example.empty()) text += fmt::format(" ({} {})", cause.example, cause.examples);
    texts.push_back(std::move(text));
  }
  return Joined(texts, ", ");
}

Table TableOf(const std::vector<WorstRow>& rows) {
  Table table{{{"what"}, {"form"}, {"right", true}, {"wrong", true}, {"missed", true}, {"instead"}},
              {}};
  for (const auto& [what, errors] : rows) {
    table.rows.push_back({what, errors.form, std::to_string(errors.right),
                          std::to_string(errors.wrong), std::to_string(errors.missed),
                          InsteadText(errors.causes)});
  }
  return table;
}

Table TableOf(const std::vector<DifferenceRow>& differences) {
  Table table{{{"what"},
               {"document"},
               {"begin", true},
               {"end", true},
               {"type"},
               {"text"},
               {"entity"},
               {"found"},
               {"kind"},
               {"rule"}},
              {}};
  for (const DifferenceRow& difference : differences) {
    const extract::AnnotatedMention& mention = difference.mention;
    table.rows.push_back({difference.what, difference.document, std::to_string(mention.begin),
                          std::to_string(mention.end), mention.type, mention.text, mention.entity,
                          difference.found, difference.kind, difference.rule});
  }
  return table;
}

template <typename Item>
void AddAll(const std::vector<Item>& items, void (*add)(const Item&, xport::JsonText&),
            xport::JsonText& json) {
  json.StartArray();
  for (const Item& item : items) add(item, json);
  json.EndArray();
}

template <typename Item>
void PrintLines(const std::vector<Item>& items, void (*add)(const Item&, xport::JsonText&),
                Session& session) {
  for (const Item& item : items) {
    xport::JsonText json;
    add(item, json);
    PrintJson(json, session);
  }
}

void PrintWhole(const extract::Evaluation& result, const EvalOptions& options, std::size_t worst,
                Session& session) {
  xport::JsonText json;
  json.StartObject();
  AddNumber("documents", result.documents, json);
  json.Key("scores");
  AddAll(ScoreRows(result, options.bootstrap), AddRow, json);
  if (worst > 0) {
    json.Key("worst");
    AddAll(WorstRows(result, worst), AddWorst, json);
  }
  if (options.show) {
    json.Key("differences");
    AddAll(DifferenceRows(result), AddDifference, json);
  }
  json.EndObject();
  PrintJson(json, session);
}

// One list: the one that was asked for.
void PrintJsonLines(const extract::Evaluation& result, const EvalOptions& options,
                    std::size_t worst, Session& session) {
  if (options.show) {
    PrintLines(DifferenceRows(result), AddDifference, session);
  } else if (worst > 0) {
    PrintLines(WorstRows(result, worst), AddWorst, session);
  } else {
    PrintLines(ScoreRows(result, options.bootstrap), AddRow, session);
  }
}

void PrintTables(const extract::Evaluation& result, const EvalOptions& options, std::size_t worst,
                 AnswerFormat format, Session& session) {
  PrintTable(TableOf(ScoreRows(result, options.bootstrap), format == AnswerFormat::kTable), format,
             session);
  if (worst > 0) {
    session.out.Write("\n");
    PrintTable(TableOf(WorstRows(result, worst)), format, session);
  }
  if (options.show) {
    session.out.Write("\n");
    PrintTable(TableOf(DifferenceRows(result)), format, session);
  }
}

// How many of the worst forms are printed. Formats whose lines programs read have none that was not
// asked for.
std::size_t MostWorst(const EvalOptions& options, AnswerFormat format) {
  constexpr std::size_t kUsual = 10;
  if (options.worst != kNotGiven) return options.worst;
  return format == AnswerFormat::kTable || format == AnswerFormat::kJson ? kUsual : 0;
}

ExitCode RunEval(const EvalOptions& options, Session& session) {
  const extract::AnnotationFile gold = ReadAnnotations(options.gold, extract::ReadGold);
  const extract::AnnotationFile predictions =
      ReadAnnotations(options.predictions, extract::ReadPredictions);
  const extract::Evaluation result = extract::Evaluate(gold, predictions);
  const AnswerFormat format = AnswerFormatOf(session);
  const std::size_t worst = MostWorst(options, format);
  EvalOptions complete = options;
  complete.bootstrap.jobs = session.options.jobs;
  complete.bootstrap.seed = options.seed;
  if (format == AnswerFormat::kJson) {
    PrintWhole(result, complete, worst, session);
  } else if (format == AnswerFormat::kJsonLines) {
    PrintJsonLines(result, complete, worst, session);
  } else {
    PrintTables(result, complete, worst, format, session);
  }
  session.messages.Inform(fmt::format("documents compared: {}", result.documents));
  return ExitCode::kDone;
}

}  // namespace

Command EvalCommand() {
  auto options = std::make_shared<EvalOptions>();
  Command command;
  command.name = "eval";
  command.summary = "Measures what was extracted against a gold standard.";
  command.synopsis = "GOLD --pred FILE [--worst N] [--show] [--resamples N] [--seed N]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("GOLD", "what should have been found (JSON Lines)", &options->gold),
      Required(Text("--pred", "FILE", "what 'zhitu extract' printed", &options->predictions)),
      Number("--worst", "N", "surface forms and predicates with most errors, of each (10)",
             {&options->worst}),
      Flag("--show", "list what is missed and what is wrong", &options->show),
      Number("--resamples", "N", "draws of documents for the intervals; 0: none (1000)",
             {&options->bootstrap.resamples, 0, 1000000}),
      Number("--seed", "N", "of these draws (1)", {&options->seed}),
  };
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunEval(*options, session); };
  return command;
}

}  // namespace zhitu::cli
