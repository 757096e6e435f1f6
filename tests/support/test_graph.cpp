#include "tests/support/test_graph.h"

#include <sqlite3.h>

#include <ostream>
#include <random>
#include <stdexcept>
#include <utility>

#include "extract/dictionary.h"
#include "extract/extractor.h"

namespace zhitu::graph {
namespace {

extract::EntityIndex IndexOf(const extract::Gazetteer& gazetteer, const std::string& id) {
  if (id == "this") return extract::kThisDocument;
  for (extract::EntityIndex i = 0; i < gazetteer.size(); ++i) {
    if (gazetteer.entity(i).id == id) return i;
  }
  throw std::runtime_error("no entity " + id);
}

extract::Statement ToStatement(const TestStatement& test, const extract::Extraction& extraction) {
  extract::Statement statement;
  statement.subject = IndexOf(*extraction.gazetteer, test.subject);
  statement.predicate = test.predicate;
  statement.object = IndexOf(*extraction.gazetteer, test.object);
  statement.rule = test.rule;
  statement.confidence = test.confidence;
  statement.modality = test.modality;
  statement.date = test.date;
  for (const std::string& words : test.words) {
    const std::size_t at = extraction.document.text.find(words);
    if (at == std::string::npos) throw std::runtime_error("no words " + words);
    statement.evidence.push_back({at, at + words.size()});
  }
  return statement;
}

extract::Gazetteer LoadDictionary(const std::string& path) {
  std::vector<extract::Problem> warnings;
  return extract::LoadDictionaries({path}, /*strict=*/false, warnings);
}

using Handle = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

Handle OpenFile(const std::string& path) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open(path.c_str(), &raw);
  Handle handle(raw, sqlite3_close);
  if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(raw));
  return handle;
}

int AppendRow(void* out, int columns, char** values, char** /*names*/) {
  auto& text = *static_cast<std::string*>(out);
  for (int i = 0; i < columns; ++i) {
    if (i > 0) text += '|';
    if (values[i] != nullptr) text += values[i];
  }
  text += '\n';
  return 0;
}

}  // namespace

std::vector<extract::Extraction> ExtractAll(const extract::Gazetteer& gazetteer,
                                            const std::vector<TestDocument>& documents) {
  const extract::Extractor extractor(gazetteer, {"none", {}});
  std::vector<extract::Extraction> extractions;
  for (const TestDocument& test : documents) {
    extract::SourceText source;
    source.name = test.id;
    source.file = test.id;
    source.text = test.text;
    source.date = test.date;
    for (extract::Extraction& extraction : extractor.Run(std::move(source))) {
      for (const TestStatement& statement : test.statements) {
        extraction.statements.push_back(ToStatement(statement, extraction));
      }
      extractions.push_back(std::move(extraction));
    }
  }
  return extractions;
}

TestGraph::TestGraph(const TestCorpus& corpus)
    : gazetteer_(LoadDictionary(folder_.Write("dictionary.csv", corpus.dictionary))),
      extractions_(ExtractAll(gazetteer_, corpus.documents)) {
  for (const TestDocument& document : corpus.documents) folder_.Write(document.id, document.text);
  BuildOptions options = corpus.options;
  options.meta.emplace("root.1", ".");
  options.meta.emplace("root.1.prefix", "");
  options.meta.emplace("dictionary.1.path", "dictionary.csv");
  Builder builder(path(), gazetteer_, options);
  for (const extract::Extraction& extraction : extractions_) builder.Add(extraction);
  counts_ = builder.Finish();
  store_ = std::make_unique<Store>(Store::Open(path()));
}

void PrintTo(const PlainRelation& relation, std::ostream* out) {
  *out << relation.subject << " -" << relation.predicate << "-> " << relation.object << " "
       << relation.mentions << "/" << relation.sentences << "/" << relation.documents;
}

std::vector<PlainRelation> ReadRelations(const Store& store) {
  std::vector<PlainRelation> relations;
  store.ForEachRelation([&](const RelationRecord& relation) {
    relations.push_back({store.EntityId(relation.subject), relation.predicate,
                         store.EntityId(relation.object), relation.mentions, relation.sentences,
                         relation.documents});
  });
  return relations;
}

std::vector<std::string> ReadEntities(const Store& store) {
  std::vector<std::string> ids;
  store.ForEachEntity([&](const EntityRecord& entity) { ids.push_back(entity.id); });
  return ids;
}

TestCorpus RandomCorpus(unsigned seed) {
  // 甲乙 holds 甲 and 乙; 戊 is ambiguous; 己's parent is 甲.
  TestCorpus corpus;
  corpus.dictionary =
      "name,type,aliases,parent\n"
      "甲,office,,\n乙,office,,\n丙,person,,\n丁,person,,\n甲乙,place,,\n"
      "庚,person,戊,\n辛,person,戊,\n己,office,,甲\n";
  const std::vector<std::string> pieces = {"甲", "乙", "丙", "丁",   "甲乙", "戊",
                                           "己", "一", "一", "。\n", "。",   "庚"};
  const std::vector<std::string> ids = {"office:甲", "office:乙", "person:丙", "person:丁"};
  std::mt19937 random(seed);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  for (std::size_t d = below(4); d < 5; ++d) {
    TestDocument document;
    document.id = "d" + std::to_string(d) + ".txt";
    if (below(3) > 0) document.date = "2018-0" + std::to_string(1 + below(9));
    for (std::size_t i = below(60); i > 0; --i) document.text += pieces[below(pieces.size())];
    if (document.text.find("一") != std::string::npos) {
      for (std::size_t i = below(4); i > 0; --i) {
        document.statements.push_back(
            {ids[below(4)], below(2) == 0 ? "leads" : "supports", ids[below(4)], {"一"}});
      }
    }
    corpus.documents.push_back(document);
  }
  return corpus;
}

std::string Query(const std::string& path, const std::string& sql) {
  const Handle handle = OpenFile(path);
  std::string out;
  char* message = nullptr;
  if (sqlite3_exec(handle.get(), sql.c_str(), AppendRow, &out, &message) != SQLITE_OK) {
    const std::string reason = message;
    sqlite3_free(message);
    throw std::runtime_error(reason);
  }
  return out;
}

std::string Dump(const std::string& path) {
  std::string out = Query(path, "SELECT type, name, sql FROM sqlite_schema");
  for (const char* table :
       {"meta", "document", "sentence", "entity", "alias", "attribute", "mention", "candidate",
        "quantity", "time", "predicate", "relation", "evidence"}) {
    out += std::string(table) + "\n" + Query(path, std::string("SELECT * FROM ") + table);
  }
  return out + Query(path, "SELECT entity, hex(neighbours) FROM adjacency");
}

void Change(const std::string& path, const std::string& sql) { Query(path, sql); }

}  // namespace zhitu::graph
