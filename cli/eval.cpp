#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/evidence_text.h"
#include "cli/table.h"
#include "extract/error.h"
#include "extract/evaluation.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu extract articles/ -d names.csv > found.jsonl
  zhitu eval gold.jsonl --pred found.jsonl
  zhitu eval gold.jsonl --pred found.jsonl --show
)";

constexpr char kNotes[] =
    R"(GOLD is the output of 'zhitu extract', corrected by hand, or lines {"text","ents":[[begin,end,type]]}.
A mention is right when its span and type are those of gold (strict), or when they overlap (relaxed).
--format json prints {"documents","scores":[{measure,of,precision,recall,f1,right,expected,found}],
"links":{right,asked,accuracy}} and with --show "missed" and "wrong".
)";

struct EvalOptions {
  std::string gold;
  std::string predictions;
  bool show = false;
};

// A score and what it measures.
struct Row {
  std::string measure;  // mentions, relaxed, kind, statements
  std::string of;       // all, or a type, kind or predicate
  extract::Score score;
};

// Something gold has and the prediction has not, or the other way round.
struct Item {
  std::string difference;  // missed or wrong
  std::string document;
  std::string place;
  std::string what;
};

extract::AnnotationFile Read(const std::string& path, bool gold) {
  std::ifstream lines(path, std::ios::binary);
  if (!lines) throw extract::IoError(path + ": cannot be read");
  return gold ? extract::ReadGold(lines, path) : extract::ReadPredictions(lines, path);
}

std::vector<Row> RowsOf(const extract::Evaluation& result) {
  std::vector<Row> rows = {{"mentions", "all", result.mentions.strict},
                           {"relaxed", "all", result.mentions.relaxed}};
  for (const auto& [type, scores] : result.mentions_by_type) {
    rows.push_back({"mentions", type, scores.strict});
  }
  for (const auto& [kind, score] : result.mentions_by_kind) {
    rows.push_back({"kind", std::string(extract::MentionKindName(kind)), score});
  }
  rows.push_back({"statements", "all", result.statements});
  for (const auto& [predicate, score] : result.statements_by_predicate) {
    rows.push_back({"statements", predicate, score});
  }
  return rows;
}

std::string PlaceOf(const extract::AnnotatedMention& mention) {
  return fmt::format("{}-{}", mention.begin, mention.end);
}

void AddMentions(const std::vector<extract::MentionDifference>& differences,
                 const std::string& kind, std::vector<Item>& items) {
  for (const auto& [document, mention] : differences) {
    items.push_back({kind, document, PlaceOf(mention), mention.type + ' ' + mention.text});
  }
}

void AddStatements(const std::vector<extract::StatementDifference>& differences,
                   const std::string& kind, std::vector<Item>& items) {
  for (const auto& [document, said] : differences) {
    items.push_back(
        {kind, document, "", said.subject + " -" + said.predicate + "-> " + said.object});
  }
}

std::vector<Item> ItemsOf(const extract::Evaluation& result) {
  std::vector<Item> items;
  AddMentions(result.missed_mentions, "missed", items);
  AddMentions(result.wrong_mentions, "wrong", items);
  for (const auto& [document, mention, found] : result.wrong_links) {
    items.push_back({"linked wrong", document, PlaceOf(mention),
                     mention.entity + ", found " + (found.empty() ? "undecided" : found)});
  }
  AddStatements(result.missed_statements, "missed", items);
  AddStatements(result.wrong_statements, "wrong", items);
  return items;
}

void PrintWhole(const extract::Evaluation& result, const std::vector<Item>& items,
                Session& session) {
  xport::JsonText json;
  const auto text = [&json](const char* key, const std::string& value) {
    json.Key(key);
    json.String(value);
  };
  const auto number = [&json](const char* key, std::size_t value) {
    json.Key(key);
    json.Integer(static_cast<std::int64_t>(value));
  };
  const auto fraction = [&json](const char* key, double value) {
    json.Key(key);
    json.Number(value);
  };
  json.StartObject();
  number("documents", result.documents);
  json.Key("scores");
  json.StartArray();
  for (const Row& row : RowsOf(result)) {
    json.StartObject();
    text("measure", row.measure);
    text("of", row.of);
    fraction("precision", row.score.precision());
    fraction("recall", row.score.recall());
    fraction("f1", row.score.f1());
    number("right", row.score.right);
    number("expected", row.score.expected);
    number("found", row.score.found);
    json.EndObject();
  }
  json.EndArray();
  json.Key("links");
  json.StartObject();
  number("right", result.links.right);
  number("asked", result.links.asked);
  fraction("accuracy", result.links.accuracy());
  json.EndObject();
  if (!items.empty()) {
    json.Key("differences");
    json.StartArray();
    for (const Item& item : items) {
      json.StartObject();
      text("difference", item.difference);
      text("document", item.document);
      text("place", item.place);
      text("what", item.what);
      json.EndObject();
    }
    json.EndArray();
  }
  json.EndObject();
  PrintJson(json, session);
}

void PrintRows(const extract::Evaluation& result, const std::vector<Item>& items,
               Session& session) {
  const AnswerFormat format = AnswerFormatOf(session);
  Table scores{{{"measure"},
                {"of"},
                {"precision", true},
                {"recall", true},
                {"f1", true},
                {"right", true},
                {"expected", true},
                {"found", true}},
               {}};
  for (const Row& row : RowsOf(result)) {
    scores.rows.push_back({row.measure, row.of, Decimals(row.score.precision()),
                           Decimals(row.score.recall()), Decimals(row.score.f1()),
                           std::to_string(row.score.right), std::to_string(row.score.expected),
                           std::to_string(row.score.found)});
  }
  PrintTable(scores, format, session);
  if (items.empty()) return;
  session.out.Write("\n");
  Table differences{{{"difference"}, {"document"}, {"place"}, {"what"}}, {}};
  for (const Item& item : items) {
    differences.rows.push_back({item.difference, item.document, item.place, item.what});
  }
  PrintTable(differences, format, session);
}

ExitCode RunEval(const EvalOptions& options, Session& session) {
  const extract::Evaluation result =
      extract::Evaluate(Read(options.gold, true), Read(options.predictions, false));
  const std::vector<Item> items = options.show ? ItemsOf(result) : std::vector<Item>();
  const AnswerFormat format = AnswerFormatOf(session);
  if (format == AnswerFormat::kJson || format == AnswerFormat::kJsonLines) {
    PrintWhole(result, items, session);
  } else {
    PrintRows(result, items, session);
  }
  session.messages.Inform(fmt::format("{} documents compared; {} of {} right mentions linked right",
                                      result.documents, result.links.right, result.links.asked));
  return ExitCode::kDone;
}

}  // namespace

Command EvalCommand() {
  auto options = std::make_shared<EvalOptions>();
  Command command;
  command.name = "eval";
  command.summary = "Measures what was found against gold made by hand.";
  command.synopsis = "GOLD --pred FILE [--show]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("GOLD", "what is right: JSON Lines", &options->gold),
      Required(Text("--pred", "FILE", "what was found: output of 'zhitu extract'",
                    &options->predictions)),
      Flag("--show", "list what was missed and what was wrong", &options->show),
  };
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunEval(*options, session); };
  return command;
}

}  // namespace zhitu::cli
