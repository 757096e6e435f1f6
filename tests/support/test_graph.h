#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "graph/builder.h"
#include "graph/store.h"
#include "tests/support/temp_folder.h"

namespace zhitu::graph {

// A statement about a text, made by hand.
struct TestStatement {
  std::string subject;  // entity id of the dictionary, or `this` for the document
  std::string predicate;
  std::string object;
  std::vector<std::string> words;  // their first places in the text are the evidence
  std::string rule = "rule";
  double confidence = 1.0;
  extract::Modality modality = extract::Modality::kFactual;
  std::string date = {};
};

struct TestDocument {
  std::string id;
  std::string text;
  std::string date = {};
  std::vector<TestStatement> statements = {};
};

struct TestCorpus {
  std::string dictionary = "name,type\n";  // of the file dictionary.csv
  std::vector<TestDocument> documents = {};
  BuildOptions options = {};
};

// A graph made from plain texts by the real extractor (preset none) and the real builder, in a
// folder of its own, where each text stands as a file named by its id.
class TestGraph {
 public:
  explicit TestGraph(const TestCorpus& corpus);

  const TempFolder& folder() const { return folder_; }
  std::string path() const { return folder_ / "g.zhitu"; }
  const Store& store() const { return *store_; }
  const StoreCounts& counts() const { return counts_; }
  const std::vector<extract::Extraction>& extractions() const { return extractions_; }
  // The number of an entity; a failure if there is none.
  EntityNumber Number(const std::string& id) const { return store_->FindById(id).value().number; }

 private:
  TempFolder folder_;
  extract::Gazetteer gazetteer_;
  std::vector<extract::Extraction> extractions_;
  StoreCounts counts_;
  std::unique_ptr<Store> store_;
};

// Reads texts by a dictionary file, and adds the statements.
std::vector<extract::Extraction> ExtractAll(const extract::Gazetteer& gazetteer,
                                            const std::vector<TestDocument>& documents);

// A relation by ids.
struct PlainRelation {
  std::string subject;
  std::string predicate;
  std::string object;
  std::int64_t mentions = 0;
  std::int64_t sentences = 0;
  std::int64_t documents = 0;

  friend auto operator<=>(const PlainRelation&, const PlainRelation&) = default;
};
void PrintTo(const PlainRelation& relation, std::ostream* out);

// All relations of a store, in its order.
std::vector<PlainRelation> ReadRelations(const Store& store);
// Ids of all entities of a store, in its order.
std::vector<std::string> ReadEntities(const Store& store);

// A corpus of few names in many combinations, some nested, some ambiguous; the same for a seed on
// every machine. Statements join random entities.
TestCorpus RandomCorpus(unsigned seed);

// What `sqlite3 FILE .dump` would tell: schema and rows of all tables, in their order.
std::string Dump(const std::string& path);
// Rows of a query as text: cells joined by `|`, one a line.
std::string Query(const std::string& path, const std::string& sql);
// Runs SQL that changes a file.
void Change(const std::string& path, const std::string& sql);

}  // namespace zhitu::graph
