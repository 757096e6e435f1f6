#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/command.h"
#include "cli/concordance.h"
#include "cli/entity_lookup.h"
#include "cli/evidence_text.h"
#include "cli/table.h"
#include "cli/wording.h"
#include "export/number_text.h"
#include "extract/characters.h"

namespace zhitu::cli {
namespace {

constexpr char kExamples[] = R"(  zhitu show news.zhitu 翰林社区
  zhitu show news.zhitu 翰林社区 --mentions
)";

constexpr char kNotes[] =
    R"(NAME is an id, a name or an alias. tsv, csv and md print the relations, or with --mentions the
mentions. --format json prints {"entity":{id,name,type,aliases,mentions,documents,first_seen,
last_seen,attributes},"relations":[{id,predicate,direction,other:{id,name,type},weight,documents,
confidence,evidence}]} and with --mentions "mentions":[{document,file,line,column,begin,end,text,
kind,zone,nested,before,after}]; jsonl prints one relation, or one mention, a line.
)";

struct ShowOptions {
  std::string graph;
  std::string name;
  bool mentions = false;
  std::size_t top = 50;
};

// A relation of the entity, seen from it.
struct Tie {
  graph::RelationRecord relation;
  graph::EntityRecord other;
  bool outgoing = false;
};

const char* DirectionOf(const Tie& tie) {
  if (tie.relation.symmetric()) return "both";
  return tie.outgoing ? "out" : "in";
}

// What rules and dictionaries say before co-occurrence, then most evidence first; `all` gets the
// number before the cut.
std::vector<Tie> TiesOf(const graph::Store& store, const graph::EntityRecord& entity,
                        std::size_t most, std::size_t& all) {
  std::vector<Tie> ties;
  for (const graph::Neighbour& neighbour : store.Neighbours(entity.number)) {
    ties.push_back(
        {store.Relation(neighbour.relation), store.Entity(neighbour.other), neighbour.outgoing});
  }
  std::ranges::sort(ties, [](const Tie& a, const Tie& b) {
    const bool a_co_occurs = a.relation.symmetric();
    const bool b_co_occurs = b.relation.symmetric();
    return std::tie(a_co_occurs, b.relation.mentions, a.relation.predicate, a.other.id,
                    a.outgoing) <
           std::tie(b_co_occurs, a.relation.mentions, b.relation.predicate, b.other.id, b.outgoing);
  });
  all = ties.size();
  if (ties.size() > most) ties.resize(most);
  return ties;
}

void PrintField(const std::string& name, const std::string& value, Session& session) {
  if (value.empty()) return;
  std::string label = name;
  label.resize(std::max<std::size_t>(label.size(), 10), ' ');
  session.out.Write(label + "  " + extract::Printable(value) + "\n");
}

void PrintFields(const graph::EntityRecord& entity, Session& session) {
  session.out.Write(Heading(extract::Printable(LabelOf(entity)), session));
  PrintField("id", entity.id, session);
  PrintField("type", entity.type, session);
  PrintField("aliases", Joined(entity.aliases, ", "), session);
  PrintField("mentions", std::to_string(entity.mentions), session);
  PrintField("documents", std::to_string(entity.documents), session);
  PrintField("first seen", entity.first_seen, session);
  PrintField("last seen", entity.last_seen, session);
  for (const auto& [name, value] : entity.attributes) {
    PrintField(extract::Printable(name), value, session);
  }
  session.out.Write("\n");
}

std::vector<graph::EvidenceRecord> FirstEvidence(const graph::Store& store, const Tie& tie) {
  return store.Evidence(tie.relation, 1);
}

Table TableOf(const graph::Store& store, const graph::EntityRecord& entity,
              const std::vector<Tie>& ties, const Session& session) {
  Table table{{{"predicate"},
               {"direction"},
               {"name"},
               {"type"},
               {"weight", true},
               {"documents", true},
               {"id"}},
              {}};
  for (const Tie& tie : ties) {
    table.rows.push_back({tie.relation.predicate, DirectionOf(tie), LabelOf(tie.other),
                          tie.other.type, std::to_string(tie.relation.mentions),
                          std::to_string(tie.relation.documents), tie.other.id});
    std::vector<std::string> names = NamesOf(entity);
    for (std::string& name : NamesOf(tie.other)) names.push_back(std::move(name));
    std::vector<std::string>& lines = table.details.emplace_back();
    for (const graph::EvidenceRecord& evidence : FirstEvidence(store, tie)) {
      lines.push_back(EvidenceLine(evidence, names, session));
    }
  }
  return table;
}

Table RelationRows(const graph::Store& store, const std::vector<Tie>& ties) {
  Table table{{{"predicate"},
               {"direction"},
               {"id"},
               {"name"},
               {"type"},
               {"weight", true},
               {"documents", true},
               {"confidence", true},
               {"first_seen"},
               {"last_seen"},
               {"document"},
               {"line", true},
               {"column", true},
               {"quote"},
               {"rule"}},
              {}};
  for (const Tie& tie : ties) {
    std::vector<std::string> row = {tie.relation.predicate,
                                    DirectionOf(tie),
                                    tie.other.id,
                                    tie.other.name,
                                    tie.other.type,
                                    std::to_string(tie.relation.mentions),
                                    std::to_string(tie.relation.documents),
                                    xport::NumberText(tie.relation.confidence / 1000.0),
                                    tie.relation.first_seen,
                                    tie.relation.last_seen};
    for (std::string& cell : EvidenceCells(FirstEvidence(store, tie))) {
      row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

void AddTexts(std::string_view key, const std::vector<std::string>& texts, xport::JsonText& json) {
  json.Key(key);
  json.StartArray();
  for (const std::string& text : texts) json.String(text);
  json.EndArray();
}

void AddCard(const graph::EntityRecord& entity, xport::JsonText& json) {
  json.Key("entity");
  json.StartObject();
  AddEntityMembers(entity, json);
  AddTexts("aliases", entity.aliases, json);
  json.Key("mentions");
  json.Integer(entity.mentions);
  json.Key("documents");
  json.Integer(entity.documents);
  json.Key("first_seen");
  json.StringOrNull(entity.first_seen);
  json.Key("last_seen");
  json.StringOrNull(entity.last_seen);
  json.Key("attributes");
  json.StartObject();
  for (const auto& [name, value] : entity.attributes) {
    json.Key(name);
    json.String(value);
  }
  json.EndObject();
  json.EndObject();
}

void AddTie(const graph::Store& store, const Tie& tie, xport::JsonText& json) {
  json.StartObject();
  json.Key("id");
  json.String(tie.relation.id);
  json.Key("predicate");
  json.String(tie.relation.predicate);
  json.Key("direction");
  json.String(DirectionOf(tie));
  AddEntity("other", tie.other, json);
  json.Key("weight");
  json.Integer(tie.relation.mentions);
  json.Key("documents");
  json.Integer(tie.relation.documents);
  json.Key("confidence");
  json.Number(tie.relation.confidence / 1000.0);
  json.Key("evidence");
  json.StartArray();
  for (const graph::EvidenceRecord& evidence : store.Evidence(tie.relation, kMostEvidence)) {
    AddEvidence(evidence, json);
  }
  json.EndArray();
  json.EndObject();
}

// What is shown of an entity.
struct Card {
  graph::EntityRecord entity;
  std::vector<Tie> ties;
  bool with_mentions = false;
  std::vector<graph::MentionRecord> mentions;
};

void PrintWhole(const graph::Store& store, const Card& card, Session& session) {
  xport::JsonText json;
  json.StartObject();
  AddCard(card.entity, json);
  json.Key("relations");
  json.StartArray();
  for (const Tie& tie : card.ties) AddTie(store, tie, json);
  json.EndArray();
  if (card.with_mentions) {
    json.Key("mentions");
    json.StartArray();
    for (const graph::MentionRecord& mention : card.mentions) AddMention(mention, json);
    json.EndArray();
  }
  json.EndObject();
  PrintJson(json, session);
}

void PrintLines(const graph::Store& store, const Card& card, Session& session) {
  xport::JsonText json;
  const auto print = [&json, &session] {
    PrintJson(json, session);
    json.Clear();
  };
  if (card.with_mentions) {
    for (const graph::MentionRecord& mention : card.mentions) {
      AddMention(mention, json);
      print();
    }
    return;
  }
  for (const Tie& tie : card.ties) {
    AddTie(store, tie, json);
    print();
  }
}

void PrintReadable(const graph::Store& store, const Card& card, Session& session) {
  PrintFields(card.entity, session);
  if (!card.ties.empty()) {
    PrintTable(TableOf(store, card.entity, card.ties, session), AnswerFormat::kTable, session);
  }
  if (card.mentions.empty()) return;
  session.out.Write("\n");
  PrintConcordance(card.mentions, session);
}

void TellLeftOut(std::size_t shown, std::size_t all, const char* what, Messages& messages) {
  if (shown >= all) return;
  messages.Inform("showing " + std::to_string(shown) + " of " + std::to_string(all) + " " + what +
                  "; --top shows more");
}

ExitCode RunShow(const ShowOptions& options, Session& session) {
  const graph::Store store = graph::Store::Open(options.graph);
  std::optional<graph::EntityRecord> entity = FindEntity(store, options.name, session);
  if (!entity) return ExitCode::kNothing;
  Card card{std::move(*entity), {}, options.mentions, {}};
  std::size_t ties = 0;
  card.ties = TiesOf(store, card.entity, options.top, ties);
  if (options.mentions) card.mentions = store.Mentions(card.entity.number, options.top);
  const AnswerFormat format = AnswerFormatOf(session);
  if (format == AnswerFormat::kJson) {
    PrintWhole(store, card, session);
  } else if (format == AnswerFormat::kJsonLines) {
    PrintLines(store, card, session);
  } else if (format == AnswerFormat::kTable) {
    PrintReadable(store, card, session);
  } else {
    PrintTable(options.mentions ? MentionRows(card.mentions) : RelationRows(store, card.ties),
               format, session);
  }
  TellLeftOut(card.ties.size(), ties, "relations", session.messages);
  if (options.mentions && store.Meta("import")) {
    session.messages.Inform("an imported graph has no mentions, only their number");
  } else if (options.mentions) {
    TellLeftOut(card.mentions.size(), static_cast<std::size_t>(card.entity.mentions), "mentions",
                session.messages);
  }
  return ExitCode::kDone;
}

}  // namespace

Command ShowCommand() {
  auto options = std::make_shared<ShowOptions>();
  Command command;
  command.name = "show";
  command.summary = "Shows one entity: what is known of it, its relations, its mentions.";
  command.synopsis = "GRAPH NAME [--mentions] [--top K]";
  command.examples = kExamples;
  command.notes = kNotes;
  command.options = {
      Argument("GRAPH", "a graph file made by 'zhitu build'", &options->graph),
      Argument("NAME", "an entity's id, name or alias", &options->name),
      Flag("--mentions", "every mention with the words around it", &options->mentions),
      Number("--top", "K", "relations and mentions at most (50)", {&options->top, 1}),
  };
  command.formats = AnswerFormats();
  command.run = [options](Session& session) { return RunShow(*options, session); };
  return command;
}

}  // namespace zhitu::cli
