#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/evidence_text.h"
#include "cli/table.h"
#include "graph/store.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu stats news.zhitu
  zhitu stats news.zhitu --format json
)";

constexpr char kNotes[] =
    R"(windows are the units in which co-occurrence is counted; windows_left_out had too many entities.
--format json prints {documents,entities,relations,mentions,undecided,windows,windows_left_out,
"types":{TYPE:COUNT},"predicates":{PREDICATE:COUNT}}; jsonl prints {"count","name","value"} a line.
)";

// A number and what it counts.
struct Figure {
  std::string group;  // total, type or predicate
  std::string name;
  std::int64_t value = 0;
};

std::vector<Figure> Totals(const graph::StoreCounts& counts) {
  return {{"total", "documents", counts.documents},
          {"total", "entities", counts.entities},
          {"total", "relations", counts.relations},
          {"total", "mentions", counts.mentions},
          {"total", "undecided", counts.undecided},
          {"total", "windows", counts.windows},
          {"total", "windows_left_out", counts.windows_left_out}};
}

std::vector<Figure> FiguresOf(const graph::Store& store) {
  std::vector<Figure> figures = Totals(store.Counts());
  std::map<std::string, std::int64_t> types;
  std::map<std::string, std::int64_t> predicates;
  store.ForEachEntityHead([&types](const graph::EntityHead& entity) {
    if (entity.type != graph::kDocumentType) ++types[std::string(entity.type)];
  });
  store.ForEachRelation(
      [&predicates](const graph::RelationRecord& relation) { ++predicates[relation.predicate]; });
  for (const auto& [type, count] : types) figures.push_back({"type", type, count});
  for (const auto& [predicate, count] : predicates) {
    figures.push_back({"predicate", predicate, count});
  }
  return figures;
}

void AddGroup(const std::vector<Figure>& figures, const std::string& group, xport::JsonText& json) {
  for (const Figure& figure : figures) {
    if (figure.group != group) continue;
    json.Key(figure.name);
    json.Integer(figure.value);
  }
}

void PrintWhole(const std::vector<Figure>& figures, Session& session) {
  xport::JsonText json;
  json.StartObject();
  AddGroup(figures, "total", json);
  for (const std::string group : {"type", "predicate"}) {
    json.Key(group + "s");
    json.StartObject();
    AddGroup(figures, group, json);
    json.EndObject();
  }
  json.EndObject();
  PrintJson(json, session);
}

void PrintLines(const std::vector<Figure>& figures, Session& session) {
  xport::JsonText json;
  for (const Figure& figure : figures) {
    json.StartObject();
    json.Key("count");
    json.String(figure.group);
    json.Key("name");
    json.String(figure.name);
    json.Key("value");
    json.Integer(figure.value);
    json.EndObject();
    PrintJson(json, session);
    json.Clear();
  }
}

ExitCode RunStats(const std::string& graph, Session& session) {
  const std::vector<Figure> figures = FiguresOf(graph::Store::Open(graph));
  const AnswerFormat format = AnswerFormatOf(session);
  if (format == AnswerFormat::kJson) {
    PrintWhole(figures, session);
  } else if (format == AnswerFormat::kJsonLines) {
    PrintLines(figures, session);
  } else {
    Table table{{{"count"}, {"name"}, {"value", true}}, {}};
    for (const Figure& figure : figures) {
      table.rows.push_back({figure.group, figure.name, std::to_string(figure.value)});
    }
    PrintTable(table, format, session);
  }
  return ExitCode::kDone;
}

}  // namespace

Command StatsCommand() {
  auto graph = std::make_shared<std::string>();
  Command command;
  command.name = "stats";
  command.summary = "Shows a graph in numbers.";
  command.synopsis = "GRAPH";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {Argument("GRAPH", "a graph file made by 'zhitu build'", graph.get())};
  command.formats = AnswerFormats();
  command.run = [graph](Session& session) { return RunStats(*graph, session); };
  return command;
}

}  // namespace zhitu::cli
