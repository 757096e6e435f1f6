#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/entity_lookup.h"
#include "cli/evidence_text.h"
#include "cli/filter_check.h"
#include "cli/table.h"
#include "cli/wording.h"
#include "graph/query.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu path news.zhitu 黄蓉蓉 郑州高新区
  zhitu path news.zhitu 黄蓉蓉 郑州高新区 --predicate leads,part_of --max-hops 3
)";

constexpr char kNotes[] =
    R"(A and B are ids, names or aliases. The walk has the fewest steps, and among such walks the strongest
relations: confidence, of co-occurrence half the NPMI, times ln(1 + weight) + ln(1 + documents). Ends
with 1 if there is none.
--format json prints {"from":{id,name,type},"to":{id,name,type},"hops":N,"steps":[{subject,
predicate,object,weight,documents,evidence:[{document,line,column,quote,rule}]}]}; jsonl prints one
step a line.
)";

struct PathOptions {
  std::string graph;
  std::string from;
  std::string to;
  std::size_t max_hops = 6;
  graph::QueryFilter filter;
  std::string through;
};

bool IsForward(const graph::Step& step) { return step.relation.subject == step.from.number; }

void AddStep(const graph::Store& store, const graph::Step& step, xport::JsonText& json) {
  json.StartObject();
  AddEntity("subject", IsForward(step) ? step.from : step.to, json);
  json.Key("predicate");
  json.String(step.relation.predicate);
  AddEntity("object", IsForward(step) ? step.to : step.from, json);
  json.Key("weight");
  json.Integer(step.relation.mentions);
  json.Key("documents");
  json.Integer(step.relation.documents);
  json.Key("evidence");
  json.StartArray();
  for (const graph::EvidenceRecord& evidence : store.Evidence(step.relation, kMostEvidence)) {
    AddEvidence(evidence, json);
  }
  json.EndArray();
  json.EndObject();
}

void PrintWhole(const graph::Store& store, const graph::EntityRecord& from,
                const graph::EntityRecord& to, const std::vector<graph::Step>& walk,
                Session& session) {
  xport::JsonText json;
  json.StartObject();
  AddEntity("from", from, json);
  AddEntity("to", to, json);
  json.Key("hops");
  json.Integer(static_cast<std::int64_t>(walk.size()));
  json.Key("steps");
  json.StartArray();
  for (const graph::Step& step : walk) AddStep(store, step, json);
  json.EndArray();
  json.EndObject();
  PrintJson(json, session);
}

void PrintSteps(const graph::Store& store, const std::vector<graph::Step>& walk, Session& session) {
  for (const graph::Step& step : walk) {
    xport::JsonText json;
    AddStep(store, step, json);
    PrintJson(json, session);
  }
}

void PrintText(const graph::Store& store, const std::vector<graph::Step>& walk, Session& session) {
  for (const graph::Step& step : walk) {
    session.out.Write(Heading(StepText(step), session));
    for (const std::string& line : StepEvidence(store, step, session)) {
      session.out.Write("    " + line + "\n");
    }
  }
}

Table RowsOf(const graph::Store& store, const std::vector<graph::Step>& walk) {
  Table table{{{"from"},
               {"from_name"},
               {"predicate"},
               {"direction"},
               {"to"},
               {"to_name"},
               {"weight", true},
               {"documents", true},
               {"document"},
               {"line", true},
               {"column", true},
               {"quote"},
               {"rule"}},
              {}};
  for (const graph::Step& step : walk) {
    const char* const direction = step.relation.symmetric() ? "both"
                                  : IsForward(step)         ? "forward"
                                                            : "backward";
    std::vector<std::string> row = {step.from.id,
                                    step.from.name,
                                    step.relation.predicate,
                                    direction,
                                    step.to.id,
                                    step.to.name,
                                    std::to_string(step.relation.mentions),
                                    std::to_string(step.relation.documents)};
    for (std::string& cell : EvidenceCells(store.Evidence(step.relation, 1))) {
      row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

ExitCode RunPath(const PathOptions& options, Session& session) {
  const graph::Store store = graph::Store::Open(options.graph);
  const std::optional<graph::EntityRecord> from = FindEntity(store, options.from, session);
  const std::optional<graph::EntityRecord> to = FindEntity(store, options.to, session);
  if (!from || !to) return ExitCode::kNothing;
  graph::QueryFilter filter = options.filter;
  filter.through_documents = !options.through.empty();
  const auto walk = graph::FindPath(store, from->number, to->number, options.max_hops, filter);
  if (!walk || walk->empty()) {
    WarnOfUnknown(store, filter.types, filter.predicates, session.messages);
    session.messages.Inform(walk ? from->id + " is the same entity on both ends"
                                 : fmt::format("no way of at most {} from {} to {}",
                                               Counted(static_cast<std::int64_t>(options.max_hops),
                                                       "relation", "relations"),
                                               from->id, to->id));
    return ExitCode::kNothing;
  }
  const AnswerFormat format = AnswerFormatOf(session);
  if (format == AnswerFormat::kJson) {
    PrintWhole(store, *from, *to, *walk, session);
  } else if (format == AnswerFormat::kJsonLines) {
    PrintSteps(store, *walk, session);
  } else if (format == AnswerFormat::kTable) {
    PrintText(store, *walk, session);
  } else {
    PrintTable(RowsOf(store, *walk), format, session);
  }
  return ExitCode::kDone;
}

}  // namespace

Command PathCommand() {
  auto options = std::make_shared<PathOptions>();
  Command command;
  command.name = "path";
  command.summary = "Shows how two entities are connected, with the words that say so.";
  command.synopsis = "GRAPH A B [--max-hops N] [--predicate P]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("GRAPH", "a graph file made by 'zhitu build'", &options->graph),
      Argument("A", "an entity's id, name or alias", &options->from),
      Argument("B", "another entity's id, name or alias", &options->to),
      Number("--max-hops", "N", "relations to walk at most (6; up to 100)",
             {&options->max_hops, 1, 100}),
      TextList("--predicate", "P", "walk only these relations", &options->filter.predicates),
      Choice("--through", "document", "documents are steps too", &options->through, {"document"}),
  };
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunPath(*options, session); };
  return command;
}

}  // namespace zhitu::cli
