#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cerrno>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.h"
#include "cli/evidence_text.h"
#include "cli/table.h"
#include "export/number_text.h"
#include "extract/annotation.h"
#include "extract/error.h"
#include "extract/evaluation.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu extract page.txt -d dictionary.csv > found.jsonl
  zhitu eval gold.jsonl --pred found.jsonl
  zhitu eval gold.jsonl --pred found.jsonl --show
)";

constexpr char kNotes[] =
    R"(GOLD is JSON Lines as 'zhitu extract' prints it, or {"text","ents":[[begin,end,type]]} a line; FILE
is what 'zhitu extract' printed. A mention is right if its span and type are (strict), or if the
type is and the spans overlap (relaxed); a reference (nominal or pronoun) if span, type, kind and
the entity it stands for are; a link if the entity's id is; a statement if subject, predicate and
object are. P is precision, R recall, F1 their harmonic mean. By rule, a statement counts for each
rule that gave it, and R is the share of all gold statements that the rule gave.
--show lists missed and wrong mentions, references, links, kinds and statements: for a link or kind
'entity' or 'kind' is gold's and 'found' what was predicted; the place of a statement is that of its
first evidence.
--format json prints {"documents":N,"scores":[{measure,name,right,gold,found,precision,recall,f1}]}
and with --show "differences":[{what,document,begin,end,type,text,entity,found,kind,rule}]; jsonl
prints one score (with --show one difference) a line.
)";

struct EvalOptions {
  std::string gold;
  std::string predictions;
  bool show = false;
};

// One line of the result.
struct Row {
  std::string measure;
  std::string name;
  extract::Score score;
};

// Something that only one side has.
struct Difference {
  std::string what;
  std::string document;
  extract::AnnotatedMention mention;
  std::string found;
  std::string kind;  // of a mention
  std::string rule;  // of a statement, several parted by commas
};

extract::AnnotationFile Read(const std::string& path,
                             extract::AnnotationFile (*read)(std::istream&, const std::string&,
                                                             std::size_t)) {
  if (path == "-") return read(std::cin, path, extract::kMaxAnnotationLine);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw extract::IoError(path + ": " + std::generic_category().message(errno));
  return read(file, path, extract::kMaxAnnotationLine);
}

void AddReferences(const extract::Evaluation& result, std::vector<Row>& rows) {
  if (result.references_by_kind.empty()) return;
  extract::Score all;
  for (const auto& [kind, score] : result.references_by_kind) {
    all.right += score.right;
    all.expected += score.expected;
    all.found += score.found;
  }
  rows.push_back({"references", "all", all});
  for (const auto& [kind, score] : result.references_by_kind) {
    rows.push_back({"references", std::string(extract::MentionKindName(kind)), score});
  }
}

// Every asked link has an answer, so that precision and recall are both the accuracy.
void AddLinks(const extract::Evaluation& result, std::vector<Row>& rows) {
  if (result.links.asked == 0) return;
  rows.push_back({"links", "all", {result.links.right, result.links.asked, result.links.asked}});
  for (const auto& [type, links] : result.links_by_type) {
    rows.push_back({"links", type, {links.right, links.asked, links.asked}});
  }
}

std::vector<Row> RowsOf(const extract::Evaluation& result) {
  std::vector<Row> rows = {{"mentions strict", "all", result.mentions.strict},
                           {"mentions relaxed", "all", result.mentions.relaxed}};
  for (const auto& [type, scores] : result.mentions_by_type) {
    rows.push_back({"mentions strict", type, scores.strict});
  }
  for (const auto& [kind, score] : result.mentions_by_kind) {
    rows.push_back({"mentions by kind", std::string(extract::MentionKindName(kind)), score});
  }
  AddReferences(result, rows);
  AddLinks(result, rows);
  if (result.statements_by_predicate.empty()) return rows;
  rows.push_back({"statements", "all", result.statements});
  for (const auto& [predicate, score] : result.statements_by_predicate) {
    rows.push_back({"statements", predicate, score});
  }
  for (const auto& [rule, score] : result.statements_by_rule) {
    rows.push_back({"statements by rule", rule, score});
  }
  return rows;
}

Difference OfMention(const std::string& what, const std::string& document,
                     const extract::AnnotatedMention& mention) {
  const bool name = mention.kind == extract::MentionKind::kName;
  return {what + (name ? " mention" : " reference"),           document, mention, "",
          std::string(extract::MentionKindName(mention.kind)), ""};
}

Difference OfStatement(const std::string& what, const extract::StatementDifference& difference) {
  const extract::AnnotatedStatement& statement = difference.statement;
  extract::AnnotatedMention mention;
  mention.begin = statement.begin;
  mention.end = statement.end;
  mention.type = statement.predicate;
  mention.text = statement.subject + " -" + statement.predicate + "-> " + statement.object;
  return {what,    difference.document,
          mention, "",
          "",      fmt::format("{}", fmt::join(statement.rules, ","))};
}

std::vector<Difference> DifferencesOf(const extract::Evaluation& result) {
  std::vector<Difference> all;
  all.reserve(result.missed_mentions.size() + result.wrong_mentions.size());
  for (const auto& [document, mention] : result.missed_mentions) {
    all.push_back(OfMention("missed", document, mention));
  }
  for (const auto& [document, mention] : result.wrong_mentions) {
    all.push_back(OfMention("wrong", document, mention));
  }
  for (const auto& [document, mention, found] : result.wrong_links) {
    all.push_back(OfMention("wrong", document, mention));
    all.back().what = "wrong link";
    all.back().found = found;
  }
  for (const auto& [document, mention, found] : result.wrong_kinds) {
    all.push_back(OfMention("wrong", document, mention));
    all.back().what = "wrong kind";
    all.back().found = extract::MentionKindName(found);
  }
  for (const auto& difference : result.missed_statements) {
    all.push_back(OfStatement("missed statement", difference));
  }
  for (const auto& difference : result.wrong_statements) {
    all.push_back(OfStatement("wrong statement", difference));
  }
  return all;
}

void AddRow(const Row& row, xport::JsonText& json) {
  const auto number = [&json](const char* key, std::size_t value) {
    json.Key(key);
    json.Integer(static_cast<std::int64_t>(value));
  };
  const auto share = [&json](const char* key, double value) {
    json.Key(key);
    json.Number(value);
  };
  json.StartObject();
  json.Key("measure");
  json.String(row.measure);
  json.Key("name");
  json.String(row.name);
  number("right", row.score.right);
  number("gold", row.score.expected);
  number("found", row.score.found);
  share("precision", row.score.precision());
  share("recall", row.score.recall());
  share("f1", row.score.f1());
  json.EndObject();
}

void AddDifference(const Difference& difference, xport::JsonText& json) {
  const auto text = [&json](const char* key, const std::string& value) {
    json.Key(key);
    json.StringOrNull(value);
  };
  const auto number = [&json](const char* key, std::size_t value) {
    json.Key(key);
    json.Integer(static_cast<std::int64_t>(value));
  };
  json.StartObject();
  text("what", difference.what);
  text("document", difference.document);
  number("begin", difference.mention.begin);
  number("end", difference.mention.end);
  text("type", difference.mention.type);
  text("text", difference.mention.text);
  text("entity", difference.mention.entity);
  text("found", difference.found);
  text("kind", difference.kind);
  text("rule", difference.rule);
  json.EndObject();
}

Table TableOf(const std::vector<Row>& rows, bool readable) {
  Table table{{{"measure"},
               {"name"},
               {"right", true},
               {"gold", true},
               {"found", true},
               {"P", true},
               {"R", true},
               {"F1", true}},
              {}};
  const auto share = [readable](double value) {
    return readable ? fmt::format("{:.1f}", 100 * value) : xport::NumberText(value);
  };
  for (const Row& row : rows) {
    table.rows.push_back({row.measure, row.name, std::to_string(row.score.right),
                          std::to_string(row.score.expected), std::to_string(row.score.found),
                          share(row.score.precision()), share(row.score.recall()),
                          share(row.score.f1())});
  }
  return table;
}

Table TableOf(const std::vector<Difference>& differences) {
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
  for (const Difference& difference : differences) {
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

void PrintWhole(const extract::Evaluation& result, bool show, Session& session) {
  xport::JsonText json;
  json.StartObject();
  json.Key("documents");
  json.Integer(static_cast<std::int64_t>(result.documents));
  json.Key("scores");
  AddAll(RowsOf(result), AddRow, json);
  if (show) {
    json.Key("differences");
    AddAll(DifferencesOf(result), AddDifference, json);
  }
  json.EndObject();
  PrintJson(json, session);
}

ExitCode RunEval(const EvalOptions& options, Session& session) {
  const extract::AnnotationFile gold = Read(options.gold, extract::ReadGold);
  const extract::AnnotationFile predictions = Read(options.predictions, extract::ReadPredictions);
  const extract::Evaluation result = extract::Evaluate(gold, predictions);
  const AnswerFormat format = AnswerFormatOf(session);
  if (format == AnswerFormat::kJson) {
    PrintWhole(result, options.show, session);
  } else if (format == AnswerFormat::kJsonLines && options.show) {
    PrintLines(DifferencesOf(result), AddDifference, session);
  } else if (format == AnswerFormat::kJsonLines) {
    PrintLines(RowsOf(result), AddRow, session);
  } else {
    PrintTable(TableOf(RowsOf(result), format == AnswerFormat::kTable), format, session);
    if (options.show) {
      session.out.Write("\n");
      PrintTable(TableOf(DifferencesOf(result)), format, session);
    }
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
  command.synopsis = "GOLD --pred FILE [--show]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("GOLD", "what should have been found (JSON Lines)", &options->gold),
      Required(Text("--pred", "FILE", "what 'zhitu extract' printed", &options->predictions)),
      Flag("--show", "list what is missed and what is wrong", &options->show),
  };
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunEval(*options, session); };
  return command;
}

}  // namespace zhitu::cli
