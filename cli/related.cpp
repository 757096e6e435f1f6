#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/entity_lookup.h"
#include "cli/evidence_text.h"
#include "cli/filter_check.h"
#include "cli/related_tree.h"
#include "cli/table.h"
#include "cli/wording.h"
#include "export/number_text.h"
#include "graph/query.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu related news.zhitu 翰林社区
  zhitu related news.zhitu 黄蓉蓉 --hops 2 --type office,community --explain
  zhitu related news.zhitu person:黄蓉蓉 --format json
)";

constexpr char kNotes[] = R"(NAME is an id, a name or an alias. Ends with 1 if nothing is related.
With more than one hop a table is a tree: each answer under the entity that leads to it.
--format json prints {"entity":{id,name,type},"related":[{id,name,type,hops,score,weight,
documents,predicates,evidence:[{document,line,column,quote,rule}]}]}; with --explain each
answer has "walk":[{subject,predicate,object}] too. jsonl prints one answer a line.
)";

struct RelatedOptions {
  std::string graph;
  std::string name;
  std::size_t hops = 1;
  std::size_t top = 20;
  graph::QueryFilter filter;
  std::string through;
  bool explain = false;
};

// The walk to the answer; its last step once for every relation that joins the two.
std::vector<graph::Step> StepsOf(const graph::Related& related) {
  std::vector<graph::Step> steps = related.walk;
  const graph::Step last = steps.back();
  steps.pop_back();
  for (const graph::RelationRecord& relation : related.relations) {
    steps.push_back({relation, last.from, last.to});
  }
  return steps;
}

std::vector<graph::EvidenceRecord> EvidenceOf(const graph::Store& store,
                                              const graph::Related& related) {
  std::vector<graph::EvidenceRecord> all;
  for (const graph::Step& step : StepsOf(related)) {
    for (graph::EvidenceRecord& evidence : store.Evidence(step.relation, kMostEvidence)) {
      all.push_back(std::move(evidence));
    }
  }
  return all;
}

void AddWalk(const std::vector<graph::Step>& walk, xport::JsonText& json) {
  json.Key("walk");
  json.StartArray();
  for (const graph::Step& step : walk) {
    const bool forward = step.relation.subject == step.from.number;
    json.StartObject();
    json.Key("subject");
    json.String((forward ? step.from : step.to).id);
    json.Key("predicate");
    json.String(step.relation.predicate);
    json.Key("object");
    json.String((forward ? step.to : step.from).id);
    json.EndObject();
  }
  json.EndArray();
}

void AddRelated(const graph::Store& store, const graph::Related& related, bool explain,
                xport::JsonText& json) {
  json.StartObject();
  AddEntityMembers(related.entity, json);
  json.Key("hops");
  json.Integer(static_cast<std::int64_t>(related.hops));
  json.Key("score");
  json.Number(related.score);
  json.Key("weight");
  json.Integer(related.weight);
  json.Key("documents");
  json.Integer(related.documents);
  json.Key("predicates");
  json.StartArray();
  for (const std::string& predicate : related.predicates) json.String(predicate);
  json.EndArray();
  json.Key("evidence");
  json.StartArray();
  for (const graph::EvidenceRecord& evidence : EvidenceOf(store, related)) {
    AddEvidence(evidence, json);
  }
  json.EndArray();
  if (explain) AddWalk(related.walk, json);
  json.EndObject();
}

void PrintJsonAnswer(const graph::Store& store, const graph::EntityRecord& entity,
                     const std::vector<graph::Related>& answers, bool explain, Session& session) {
  xport::JsonText json;
  json.StartObject();
  AddEntity("entity", entity, json);
  json.Key("related");
  json.StartArray();
  for (const graph::Related& related : answers) AddRelated(store, related, explain, json);
  json.EndArray();
  json.EndObject();
  PrintJson(json, session);
}

void PrintJsonLines(const graph::Store& store, const std::vector<graph::Related>& answers,
                    bool explain, Session& session) {
  for (const graph::Related& related : answers) {
    xport::JsonText json;
    AddRelated(store, related, explain, json);
    PrintJson(json, session);
  }
}

// Under an answer: every step to it with its evidence, or the words that prove the last step best.
std::vector<std::string> DetailsOf(const graph::Store& store, const graph::Related& related,
                                   bool explain, const Session& session) {
  if (!explain) {
    std::vector<std::string> first = StepEvidence(store, related.walk.back(), session);
    if (first.size() > 1) first.resize(1);
    return first;
  }
  std::vector<std::string> lines;
  for (const graph::Step& step : StepsOf(related)) {
    lines.push_back(StepText(step));
    for (const std::string& line : StepEvidence(store, step, session)) lines.push_back("  " + line);
  }
  return lines;
}

Table TableOf(const graph::Store& store, const std::vector<graph::Related>& answers, bool explain,
              const Session& session) {
  Table table{{{"name"},
               {"type"},
               {"hops", true},
               {"score", true},
               {"weight", true},
               {"documents", true},
               {"predicates"},
               {"id"}},
              {}};
  for (const graph::Related& related : answers) {
    table.rows.push_back({LabelOf(related.entity), related.entity.type,
                          std::to_string(related.hops), Decimals(related.score),
                          std::to_string(related.weight), std::to_string(related.documents),
                          Joined(related.predicates, "|"), related.entity.id});
    table.details.push_back(DetailsOf(store, related, explain, session));
  }
  return table;
}

// The same for programs: the id first, and the first place of the walk's last step.
Table RowsOf(const graph::Store& store, const std::vector<graph::Related>& answers) {
  Table table{{{"id"},
               {"name"},
               {"type"},
               {"hops", true},
               {"score", true},
               {"weight", true},
               {"documents", true},
               {"predicates"},
               {"document"},
               {"line", true},
               {"column", true},
               {"quote"},
               {"rule"}},
              {}};
  for (const graph::Related& related : answers) {
    std::vector<std::string> row = {related.entity.id,
                                    related.entity.name,
                                    related.entity.type,
                                    std::to_string(related.hops),
                                    xport::NumberText(related.score),
                                    std::to_string(related.weight),
                                    std::to_string(related.documents),
                                    Joined(related.predicates, "|")};
    for (std::string& cell : EvidenceCells(store.Evidence(related.walk.back().relation, 1))) {
      row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

void PrintAnswers(const graph::Store& store, const graph::EntityRecord& entity,
                  const std::vector<graph::Related>& answers, const RelatedOptions& options,
                  Session& session) {
  const bool explain = options.explain;
  const AnswerFormat format = AnswerFormatOf(session);
  if (format == AnswerFormat::kJson) {
    PrintJsonAnswer(store, entity, answers, explain, session);
  } else if (format == AnswerFormat::kJsonLines) {
    PrintJsonLines(store, answers, explain, session);
  } else if (format != AnswerFormat::kTable) {
    PrintTable(RowsOf(store, answers), format, session);
  } else if (answers.empty()) {
    return;
  } else if (options.hops > 1) {
    PrintRelatedTree(store, entity, answers, explain, session);
  } else {
    PrintTable(TableOf(store, answers, explain, session), format, session);
  }
}

ExitCode RunRelated(const RelatedOptions& options, Session& session) {
  const graph::Store store = graph::Store::Open(options.graph);
  const std::optional<graph::EntityRecord> entity = FindEntity(store, options.name, session);
  if (!entity) return ExitCode::kNothing;
  graph::QueryFilter filter = options.filter;
  filter.through_documents = !options.through.empty();
  const std::vector<graph::Related> answers =
      graph::FindRelated(store, entity->number, options.hops, options.top, filter);
  PrintAnswers(store, *entity, answers, options, session);
  if (!answers.empty()) return ExitCode::kDone;
  WarnOfUnknown(store, filter.types, filter.predicates, session.messages);
  session.messages.Inform("nothing is related to " + entity->id + " in this way");
  return ExitCode::kNothing;
}

}  // namespace

Command RelatedCommand() {
  auto options = std::make_shared<RelatedOptions>();
  Command command;
  command.name = "related";
  command.summary = "Ranks the entities tied to one, with the words that say so.";
  command.synopsis = "GRAPH NAME [--hops N] [--top K] [--type T] [--predicate P] [--explain]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("GRAPH", "a graph file made by 'zhitu build'", &options->graph),
      Argument("NAME", "an entity's id, name or alias", &options->name),
      Number("--hops", "N", "relations to walk at most (1; up to 10)", {&options->hops, 1, 10}),
      Number("--top", "K", "answers at most (20)", {&options->top, 1}),
      TextList("--type", "T", "only answers of these types", &options->filter.types),
      TextList("--predicate", "P", "walk only these relations", &options->filter.predicates),
      Choice("--through", "document", "documents are steps and answers too", &options->through,
             {"document"}),
      Flag("--explain", "show the walk to each answer and its rules", &options->explain),
  };
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunRelated(*options, session); };
  return command;
}

}  // namespace zhitu::cli
