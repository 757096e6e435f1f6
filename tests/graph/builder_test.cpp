#include "graph/builder.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "extract/corpus.h"
#include "extract/dictionary.h"
#include "extract/error.h"
#include "extract/hash.h"
#include "tests/support/slow_co_occurrence.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

struct BuildCase {
  const char* name;
  TestCorpus corpus;
  std::vector<std::string> entities;     // document nodes left out
  std::vector<PlainRelation> relations;  // counts: evidence, sentences, documents
};
void PrintTo(const BuildCase& c, std::ostream* out) { *out << c.name; }
class Build : public testing::TestWithParam<BuildCase> {};

TEST_P(Build, GivesEntitiesAndRelations) {
  const TestGraph graph(GetParam().corpus);
  std::vector<std::string> entities;
  for (const std::string& id : ReadEntities(graph.store())) {
    if (!id.starts_with("document:d")) entities.push_back(id);
  }
  EXPECT_EQ(entities, GetParam().entities);
  EXPECT_EQ(ReadRelations(graph.store()), GetParam().relations);
  EXPECT_EQ(graph.counts().entities, static_cast<std::int64_t>(GetParam().entities.size()));
  EXPECT_EQ(graph.counts().relations, static_cast<std::int64_t>(GetParam().relations.size()));
  EXPECT_EQ(graph.store().Counts(), graph.counts());
}

const char kNames[] = "name,type\n甲,office\n乙,office\n丙,person\n甲乙,place\n";

TestCorpus Texts(std::vector<TestDocument> documents, BuildOptions options = {}) {
  return {kNames, std::move(documents), std::move(options)};
}

BuildOptions Windows(Window window, std::size_t max_entities = 60) {
  return {window, max_entities, {}};
}

const BuildCase kCoOccurrenceCases[] = {
    {"NoDocuments", Texts({}), {}, {}},
    {"EmptyText", Texts({{"d", ""}}), {}, {}},
    {"NoMention", Texts({{"d", "一。"}}), {}, {}},
    {"OneMention", Texts({{"d", "甲。"}}), {"office:甲"}, {}},
    {"Pair",
     Texts({{"d", "丙和甲。"}}),
     {"office:甲", "person:丙"},
     {{"office:甲", "co_occurs", "person:丙", 1, 1, 1}}},
    {"TwiceInASentence",
     Texts({{"d", "甲丙甲丙。"}}),
     {"office:甲", "person:丙"},
     {{"office:甲", "co_occurs", "person:丙", 1, 1, 1}}},
    {"SentencesAndDocuments",
     Texts({{"d1", "甲丙。丙甲。"}, {"d2", "甲丙。"}}),
     {"office:甲", "person:丙"},
     {{"office:甲", "co_occurs", "person:丙", 3, 3, 2}}},
    {"NotAcrossSentences", Texts({{"d", "甲。丙。"}}), {"office:甲", "person:丙"}, {}},
    {"Document",
     Texts({{"d", "甲。\n丙。"}}, Windows(Window::kDocument)),
     {"office:甲", "person:丙"},
     {{"office:甲", "co_occurs", "person:丙", 1, 1, 1}}},
    {"NestedDoesNotPair",
     Texts({{"d", "甲乙，丙。"}}),
     {"office:乙", "office:甲", "person:丙", "place:甲乙"},
     {{"person:丙", "co_occurs", "place:甲乙", 1, 1, 1}}},
    {"AtTheCap",
     Texts({{"d", "甲，丙。"}}, Windows(Window::kSentence, 2)),
     {"office:甲", "person:丙"},
     {{"office:甲", "co_occurs", "person:丙", 1, 1, 1}}},
    {"OverTheCap",
     Texts({{"d", "甲，乙，丙。"}}, Windows(Window::kSentence, 2)),
     {"office:乙", "office:甲", "person:丙"},
     {}},
};
INSTANTIATE_TEST_SUITE_P(CoOccurrence, Build, testing::ValuesIn(kCoOccurrenceCases),
                         [](const auto& c) { return std::string(c.param.name); });

TestDocument Said(const char* text, std::vector<TestStatement> statements) {
  return {"d", text, "", std::move(statements)};
}

const BuildCase kStatementCases[] = {
    {"Statement",
     Texts({Said("一。", {{"person:丙", "leads", "office:甲", {"一"}}})}),
     {"office:甲", "person:丙"},
     {{"person:丙", "leads", "office:甲", 1, 1, 1}}},
    {"BesideCoOccurrence",
     Texts({Said("丙甲一。", {{"person:丙", "leads", "office:甲", {"一"}}})}),
     {"office:甲", "person:丙"},
     {{"office:甲", "co_occurs", "person:丙", 1, 1, 1},
      {"person:丙", "leads", "office:甲", 1, 1, 1}}},
    {"TwoInOneSentence",
     Texts({Said("一二。", {{"person:丙", "leads", "office:甲", {"一"}},
                            {"person:丙", "leads", "office:甲", {"二"}}})}),
     {"office:甲", "person:丙"},
     {{"person:丙", "leads", "office:甲", 2, 1, 1}}},
    {"TwoPlacesInTwoSentences",
     Texts({Said("一。二。", {{"person:丙", "leads", "office:甲", {"一", "二"}}})}),
     {"office:甲", "person:丙"},
     {{"person:丙", "leads", "office:甲", 1, 2, 1}}},
    {"BothDirections",
     Texts({Said("一。", {{"office:乙", "supports", "office:甲", {"一"}},
                          {"office:甲", "supports", "office:乙", {"一"}}})}),
     {"office:乙", "office:甲"},
     {{"office:乙", "supports", "office:甲", 1, 1, 1},
      {"office:甲", "supports", "office:乙", 1, 1, 1}}},
    {"Negated",
     Texts({Said(
         "一。",
         {{"person:丙", "leads", "office:甲", {"一"}, "r", 1, extract::Modality::kNegated}})}),
     {},
     {}},
    {"Planned",
     Texts({Said(
         "一。",
         {{"person:丙", "leads", "office:甲", {"一"}, "r", 1, extract::Modality::kPlanned}})}),
     {"office:甲", "person:丙"},
     {{"person:丙", "leads", "office:甲", 1, 1, 1}}},
    {"ToItself", Texts({Said("一。", {{"office:甲", "leads", "office:甲", {"一"}}})}), {}, {}},
    {"StatedCoOccurrence",
     Texts({Said("一。", {{"office:甲", "co_occurs", "office:乙", {"一"}}})}),
     {},
     {}},
    {"ToTheDocument",
     Texts({Said("一。", {{"this", "about", "office:甲", {"一"}}})}),
     {"office:甲"},
     {{"document:d", "about", "office:甲", 1, 1, 1}}},
};
INSTANTIATE_TEST_SUITE_P(Statements, Build, testing::ValuesIn(kStatementCases),
                         [](const auto& c) { return std::string(c.param.name); });

const BuildCase kDictionaryCases[] = {
    {"ParentsOfParents",
     {"name,type,parent\n甲,office,乙\n乙,office,丙\n丙,office,\n丁,office,丙\n",
      {{"d", "甲。"}},
      {}},
     {"office:丙", "office:乙", "office:甲"},
     {{"office:乙", "part_of", "office:丙", 1, 0, 0},
      {"office:甲", "part_of", "office:乙", 1, 0, 0}}},
    {"ParentAlsoStated",
     {"name,type,parent\n甲,office,乙\n乙,office,\n",
      {Said("甲一。", {{"office:甲", "part_of", "office:乙", {"一"}}})},
      {}},
     {"office:乙", "office:甲"},
     {{"office:甲", "part_of", "office:乙", 2, 1, 1}}},
    {"ParentOfAStatedEntity",
     {"name,type,parent\n甲,office,乙\n乙,office,\n丙,office,\n",
      {Said("一。", {{"office:丙", "supports", "office:甲", {"一"}}})},
      {}},
     {"office:丙", "office:乙", "office:甲"},
     {{"office:丙", "supports", "office:甲", 1, 1, 1},
      {"office:甲", "part_of", "office:乙", 1, 0, 0}}},
    {"Undecided",
     {"name,type,aliases\n甲,office,戊\n乙,office,戊\n丙,person,\n", {{"d", "戊和丙。"}}, {}},
     {"person:丙"},
     {}},
    {"IdsSortByBytes",
     {"name,type,id\n甲,office,b\n乙,office,B\n丙,office,é\n", {{"d", "甲乙丙。"}}, {}},
     {"B", "b", "é"},
     {{"B", "co_occurs", "b", 1, 1, 1},
      {"B", "co_occurs", "é", 1, 1, 1},
      {"b", "co_occurs", "é", 1, 1, 1}}},
};
INSTANTIATE_TEST_SUITE_P(Dictionary, Build, testing::ValuesIn(kDictionaryCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(BuildCounts, TellMentionsAndWindows) {
  const TestGraph graph({"name,type,aliases\n甲,office,戊\n乙,office,戊\n丙,person,\n",
                         {{"d1", "甲。甲丙。一。"}, {"d2", "戊，甲，乙，丙。"}},
                         Windows(Window::kSentence, 2)});
  EXPECT_EQ(graph.counts(), (StoreCounts{2, 3, 1, 6, 1, 4, 1}));
  const EntityRecord office = graph.store().FindById("office:甲").value();
  EXPECT_EQ(office.mentions, 3);
  EXPECT_EQ(office.documents, 2);
  EXPECT_EQ(office.windows, 2);
}

TEST(BuildCounts, KeepCandidatesOfUndecidedMentions) {
  const TestGraph graph({"name,type,aliases\n甲,office,戊\n乙,office,戊\n", {{"d", "一戊。"}}, {}});
  EXPECT_EQ(Query(graph.path(), "SELECT document, begin, \"end\", entity, unit FROM mention"),
            "1|1|2|0|\n");
  EXPECT_EQ(Query(graph.path(), "SELECT begin, position, id, score FROM candidate"),
            "1|1|office:甲|500\n1|2|office:乙|500\n");
}

// A mention's `why`: bytes of the document become code points of the file.
struct WhyCase {
  const char* name;
  extract::Span antecedent;
  const char* expected;
};
void PrintTo(const WhyCase& c, std::ostream* out) { *out << c.name; }
class BuildWhy : public testing::TestWithParam<WhyCase> {};

TEST_P(BuildWhy, NamesTheAntecedent) {
  const TempFolder folder;
  std::vector<extract::Problem> warnings;
  const extract::Gazetteer gazetteer = extract::LoadDictionaries(
      {folder.Write("dictionary.csv", kNames)}, /*strict=*/false, warnings);
  std::vector<extract::Extraction> all = ExtractAll(gazetteer, {{"d", "一丙说甲好。𠮷乙。"}});
  all[0].document.begin_code_point = 1000;
  ASSERT_EQ(all[0].mentions.size(), 3U);
  all[0].mentions[1].antecedent = GetParam().antecedent;
  Builder builder(folder / "g.zhitu", gazetteer, {});
  builder.Add(all[0]);
  builder.Finish();
  EXPECT_EQ(Query(folder / "g.zhitu", "SELECT begin, why FROM mention"),
            std::string("1001|dictionary.csv:4\n1003|") + GetParam().expected +
                "\n1007|dictionary.csv:3\n");
}

const WhyCase kWhyCases[] = {
    {"None", {}, "dictionary.csv:2"},
    {"Before", {3, 6}, "antecedent 1001-1002"},
    {"Behind", {18, 25}, "antecedent 1006-1008"},
};
INSTANTIATE_TEST_SUITE_P(Basics, BuildWhy, testing::ValuesIn(kWhyCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(BuildDates, AreThoseOfTheDocuments) {
  const TestGraph graph(
      Texts({{"d1", "甲丙。", "2019"}, {"d2", "甲。", "2017-05"}, {"d3", "甲丙。", "May"}}));
  const EntityRecord office = graph.store().FindById("office:甲").value();
  EXPECT_EQ(office.first_seen, "2017-05");
  EXPECT_EQ(office.last_seen, "2019");
  const RelationRecord relation = graph.store().Relation(1);
  EXPECT_EQ(relation.first_seen, "2019");
  EXPECT_EQ(relation.last_seen, "2019");
}

// A relation's dates are those of what states it.
struct StatedCase {
  const char* name;
  const char* document;             // its date
  std::vector<const char*> stated;  // dates of the statements
  const char* seen;                 // first and last of the relation
  const char* ends_seen;            // and of its ends, which live at least as long
};
void PrintTo(const StatedCase& c, std::ostream* out) { *out << c.name; }
class BuildStatedDates : public testing::TestWithParam<StatedCase> {};

TEST_P(BuildStatedDates, AreThoseOfTheRelation) {
  TestDocument document = {"d", "丙一。", GetParam().document, {}};
  for (const char* date : GetParam().stated) {
    TestStatement statement = {"person:丙", "leads", "office:甲", {"一"}};
    statement.date = date;
    document.statements.push_back(statement);
  }
  const TestGraph graph(Texts({document}));
  const RelationRecord relation = graph.store().Relation(1);
  EXPECT_EQ(relation.first_seen + " " + relation.last_seen, GetParam().seen);
  const EntityRecord person = graph.store().FindById("person:丙").value();
  EXPECT_EQ(person.first_seen + " " + person.last_seen, GetParam().ends_seen);
}

const StatedCase kStatedCases[] = {
    {"Nowhere", "", {""}, " ", " "},
    {"OfTheDocument", "2024-05", {""}, "2024-05 2024-05", "2024-05 2024-05"},
    {"Stated", "2024-05", {"2023-07"}, "2023-07 2023-07", "2023-07 2024-05"},
    {"StatedWithoutADocuments", "", {"2023"}, "2023 2023", "2023 2023"},
    {"Interval", "2024-05", {"2022/2023-07-05"}, "2022 2023-07-05", "2022 2024-05"},
    {"OneStatedAndOneNot", "2024-05", {"2023-07", ""}, "2023-07 2024-05", "2023-07 2024-05"},
    {"TwoStated", "2024-05", {"2023-07", "2021/2022"}, "2021 2023-07", "2021 2024-05"},
    {"StatedLater", "2024-05", {"2025"}, "2025 2025", "2024-05 2025"},
    {"IntervalBackwards", "", {"2024/2023"}, "2023 2024", "2023 2024"},
    {"NoDate", "2024-05", {"日前"}, " ", "2024-05 2024-05"},
    {"IntervalWithoutAnEnd", "2024-05", {"2023/"}, "2023 2023", "2023 2024-05"},
    {"IntervalWithoutABeginning", "2024-05", {"/2023"}, "2023 2023", "2023 2024-05"},
    {"IntervalOfOtherWords", "2024-05", {"2023/now"}, "2023 2023", "2023 2024-05"},
};
INSTANTIATE_TEST_SUITE_P(Basics, BuildStatedDates, testing::ValuesIn(kStatedCases),
                         [](const auto& c) { return std::string(c.param.name); });

// Numbers and dates of a text, made by hand, as a graph file keeps them.
class BuildMeasures : public testing::Test {
 protected:
  BuildMeasures() {
    std::vector<extract::Problem> warnings;
    gazetteer_ = extract::LoadDictionaries({folder_.Write("dictionary.csv", kDictionary)},
                                           /*strict=*/false, warnings);
    extractions_ = ExtractAll(gazetteer_, {{"d", "𠮷甲有5\n名党员，近3个丙。去年以来，日前。"}});
    extractions_[0].document.begin_code_point = 100;
  }

  // The stretch of some words of the text.
  extract::Span At(std::string_view words) const {
    const std::size_t begin = extractions_[0].document.text.find(words);
    return {begin, begin + words.size()};
  }
  extract::Quantity& Add(std::string_view words, double value, extract::EntityIndex entity) {
    extract::Quantity& quantity = extractions_[0].quantities.emplace_back();
    quantity.span = At(words);
    quantity.value = value;
    quantity.unit = "名";
    quantity.entity = entity;
    return quantity;
  }
  std::string Build(const std::string& sql) const {
    Builder builder(folder_ / "g.zhitu", gazetteer_, {});
    builder.Add(extractions_[0]);
    builder.Finish();
    return Query(folder_ / "g.zhitu", sql);
  }

  static constexpr char kDictionary[] = "name,type,phone\n甲,office,12\n乙,office,\n丙,person,\n";
  TempFolder folder_;
  extract::Gazetteer gazetteer_;
  std::vector<extract::Extraction> extractions_;
};

TEST_F(BuildMeasures, KeepQuantities) {
  extract::Quantity& first = Add("5\n名", 5, 0);
  first.of = At("党员");
  Add("近3个", 3.0005, extract::kNoEntity).approximate = true;
  EXPECT_EQ(Build("SELECT * FROM quantity"),
            "1|103|106|5000|0|名|党员|2\n1|109|112|3001|1|名||0\n");
  EXPECT_EQ(Query(folder_ / "g.zhitu", "SELECT * FROM quantity_quote"),
            "d|103|106|5名|5.0|0|名|党员|office:甲\nd|109|112|近3个|3.001|1|名||\n");
}

TEST_F(BuildMeasures, KeepTimes) {
  std::vector<extract::TemporalExpression>& dates = extractions_[0].dates;
  dates.push_back({At("去年以来"), {}, "2023", "2024-05", false});
  dates.push_back({At("日前"), {}, "", "", false});
  EXPECT_EQ(Build("SELECT * FROM time"), "1|114|118|2023|2024-05\n1|119|121||\n");
}

// Rows of one document may come in any order, and twice: the first stands in the file.
TEST_F(BuildMeasures, StandInTheOrderOfTheirPlaces) {
  Add("近3个", 3, extract::kNoEntity);
  Add("5\n名", 5, extract::kNoEntity);
  Add("5", 6, extract::kNoEntity);
  Add("近3个", 4, extract::kNoEntity);
  std::vector<extract::TemporalExpression>& dates = extractions_[0].dates;
  dates.push_back({At("日前"), {}, "1", "", false});
  dates.push_back({At("去年以来"), {}, "2", "", false});
  dates.push_back({At("日前"), {}, "3", "", false});
  EXPECT_EQ(Build("SELECT begin, \"end\", value FROM quantity"),
            "103|104|6000\n103|106|5000\n109|112|3000\n");
  EXPECT_EQ(Query(folder_ / "g.zhitu", "SELECT first FROM time"), "2\n1\n");
  EXPECT_EQ(Query(folder_ / "g.zhitu", "PRAGMA integrity_check"), "ok\n");
}

TEST_F(BuildMeasures, StandInTheOrderOfTheirMentions) {
  std::vector<extract::Mention>& mentions = extractions_[0].mentions;
  ASSERT_EQ(mentions.size(), 2U);  // 甲 and 丙
  extract::Mention longer = mentions[0];
  longer.span.end += 3;
  extract::Mention undecided = mentions[0];
  undecided.entity = extract::kNoEntity;
  undecided.why = "rule";
  undecided.candidates = {{1, 0.5}, {0, 0.5}};
  extract::Mention again = mentions[1];
  again.why = "again";
  extract::Mention undecided_again = undecided;
  undecided_again.candidates = {{2, 1}};
  for (const extract::Mention& mention : {undecided, longer, again, undecided_again}) {
    mentions.push_back(mention);
  }
  std::swap(mentions[0], mentions[1]);
  EXPECT_EQ(Build("SELECT begin, \"end\", entity, why FROM mention"),
            "101|103|3|dictionary.csv:2\n101|102|0|rule\n"
            "101|102|3|dictionary.csv:2\n112|113|2|dictionary.csv:4\n");
  EXPECT_EQ(Query(folder_ / "g.zhitu", "SELECT begin, position, id FROM candidate"),
            "101|1|office:乙\n101|2|office:甲\n");
  EXPECT_EQ(
      Query(folder_ / "g.zhitu", "SELECT value FROM meta WHERE key IN ('mentions', 'undecided')"),
      "3\n1\n");
  EXPECT_EQ(Query(folder_ / "g.zhitu", "PRAGMA integrity_check"), "ok\n");
}

TEST_F(BuildMeasures, TellAnEntitysQuantities) {
  Add("3个", 5, 0).of = At("党员");
  Add("近3个", 3, 0);
  Add("名", 3, 1);
  Build("SELECT 1");
  const Store store = Store::Open(folder_ / "g.zhitu");
  EXPECT_EQ(store.FindById("office:甲").value().attributes,
            (std::vector<std::pair<std::string, std::string>>{{"phone", "12"},
                                                              {"quantities", "3个党员|近3个"}}));
  // It is in the graph, though no mention names it.
  EXPECT_EQ(store.FindById("office:乙").value().attributes,
            (std::vector<std::pair<std::string, std::string>>{{"quantities", "名"}}));
  EXPECT_TRUE(store.FindById("person:丙").value().attributes.empty());
}

// There had been two attributes of one name.
TEST_F(BuildMeasures, RegressionDictionaryHasAColumnOfThatName) {
  std::vector<extract::Problem> warnings;
  gazetteer_ = extract::LoadDictionaries(
      {folder_.Write("dictionary.csv",
                     "name,type,quantities\n甲,office,own\n乙,office,\n丙,person,\n")},
      /*strict=*/false, warnings);
  Add("5\n名", 5, 0);
  Add("近3个", 3, 1);
  EXPECT_EQ(Build("SELECT entity, name, value FROM attribute"),
            "2|quantities|own\n4|quantities|近3个\n");
}

// Values from 9 million million on had all been written as that one.
TEST_F(BuildMeasures, RegressionLargeQuantities) {
  Add("5\n名", 1.26e14, 0);
  Add("近3个", 1e15, 0);
  EXPECT_EQ(Build("SELECT value FROM quantity"), "126000000000000000\n1000000000000000000\n");
}

TEST(BuildRelations, KeepTheBestConfidence) {
  const TestGraph graph(
      Texts({Said("一。", {{"person:丙", "leads", "office:甲", {"一"}, "weak", 0.5},
                           {"person:丙", "leads", "office:甲", {"一"}, "firm", 0.95}})}));
  EXPECT_EQ(graph.store().Relation(1).confidence, 950);
}

TEST(BuildRelations, HaveTheIdOfTheContract) {
  const TestGraph graph(Texts({{"d", "丙甲。"}}));
  const std::string key = std::string("office:甲") + '\0' + "co_occurs" + '\0' + "person:丙";
  EXPECT_EQ(graph.store().Relation(1).id, extract::HashHex(key).substr(0, 16));
}

TEST(BuildEntities, KeepWhatTheDictionarySays) {
  const TestGraph graph(
      {"name,type,aliases,phone,note\n甲,office,甲一|甲二,123,\n", {{"d", "甲二。"}}, {}});
  const EntityRecord office = graph.store().FindById("office:甲").value();
  EXPECT_EQ(office.name, "甲");
  EXPECT_EQ(office.aliases, (std::vector<std::string>{"甲一", "甲二"}));
  ASSERT_EQ(office.attributes.size(), 1U);
  EXPECT_EQ(office.attributes[0], (std::pair<std::string, std::string>("phone", "123")));
  EXPECT_EQ(office.why, "dictionary.csv:2");
}

TEST(BuildMeta, NamesInputsAndCounts) {
  const TestGraph graph(Texts({{"d", "甲。"}}, {Window::kDocument, 7, {{"preset", "none"}}}));
  const Store& store = graph.store();
  EXPECT_EQ(store.Meta("format"), "1");
  EXPECT_EQ(store.Meta("window"), "document");
  EXPECT_EQ(store.Meta("max_entities"), "7");
  EXPECT_EQ(store.Meta("preset"), "none");
  EXPECT_EQ(store.Meta("documents"), "1");
  EXPECT_EQ(store.Meta("dictionary.1"), "dictionary.csv");
  EXPECT_EQ(store.Meta("dictionary.1.hash"), extract::HashHex(kNames));
  EXPECT_NE(store.Meta("input.hash"), TestGraph(Texts({{"d", "乙。"}})).store().Meta("input.hash"));
  EXPECT_EQ(store.Meta("nothing"), std::nullopt);
}

// The bytes of the graph file, made by so many threads.
std::string BytesBy(std::size_t threads, TestCorpus corpus) {
  corpus.options.threads = threads;
  return extract::ReadBytes(TestGraph(corpus).path());
}

TEST(BuildThreads, MakeTheSameBytes) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    const TestCorpus corpus = RandomCorpus(seed);
    const std::string one = BytesBy(1, corpus);
    EXPECT_EQ(BytesBy(2, corpus), one);
    EXPECT_EQ(BytesBy(8, corpus), one);
  }
}

// More entities, relations and pages than are made ready or written at once.
TEST(BuildThreads, MakeTheSameBytesOfALargeGraph) {
  TestCorpus corpus;
  for (int i = 0; i < 5000; ++i) {
    const std::string name = "名" + std::to_string(100000 + i);
    corpus.dictionary += name + ",person\n";
    if (i % 5 == 0) corpus.documents.push_back({"d" + std::to_string(i), ""});
    corpus.documents.back().text += name + "，" + std::string(900, '-');
  }
  EXPECT_EQ(BytesBy(2, corpus), BytesBy(1, corpus));
}

// The twin counts with sets of ids; every window and two caps, on random corpora.
class BuildTwin : public testing::TestWithParam<unsigned> {};

void ExpectAsSlow(TestCorpus corpus, Window window, std::size_t max_entities) {
  corpus.options = {window, max_entities, {}};
  const TestGraph graph(corpus);
  const SlowCoOccurrence slow = CountCoOccurrence(graph.extractions(), window, max_entities);
  std::map<std::pair<std::string, std::string>, std::int64_t> windows;
  std::map<std::pair<std::string, std::string>, std::int64_t> documents;
  for (const PlainRelation& relation : ReadRelations(graph.store())) {
    if (relation.predicate != kCoOccurs) continue;
    windows[{relation.subject, relation.object}] = relation.sentences;
    documents[{relation.subject, relation.object}] = relation.documents;
    EXPECT_EQ(relation.mentions, relation.sentences);
  }
  EXPECT_EQ(windows, slow.windows);
  EXPECT_EQ(documents, slow.documents);
  EXPECT_EQ(graph.counts().windows, slow.all);
  EXPECT_EQ(graph.counts().windows_left_out, slow.left_out);
  graph.store().ForEachEntity([&](const EntityRecord& entity) {
    const auto counted = slow.entity_windows.find(entity.id);
    EXPECT_EQ(entity.windows, counted == slow.entity_windows.end() ? 0 : counted->second);
  });
}

TEST_P(BuildTwin, CountsCoOccurrenceAsTheContractSays) {
  const TestCorpus corpus = RandomCorpus(GetParam());
  for (const Window window : {Window::kSentence, Window::kParagraph, Window::kDocument}) {
    ExpectAsSlow(corpus, window, 60);
    ExpectAsSlow(corpus, window, 3);
  }
}

TEST_P(BuildTwin, WritesTheSameFileAgain) {
  const TestCorpus corpus = RandomCorpus(GetParam());
  const TestGraph one(corpus);
  const TestGraph two(corpus);
  EXPECT_EQ(Dump(one.path()), Dump(two.path()));
  EXPECT_EQ(one.folder().Read("g.zhitu"), two.folder().Read("g.zhitu"));
}

INSTANTIATE_TEST_SUITE_P(Random, BuildTwin, testing::Range(0U, 25U));

TEST(BuildFaults, RefuseASecondDocumentOfOneId) {
  EXPECT_THROW(TestGraph(Texts({{"d", "甲。"}, {"d", "乙。"}})), extract::UsageError);
}

TEST(BuildFaults, LeaveNothingBehindUnlessFinished) {
  const TempFolder folder;
  folder.Write("g.zhitu", "old");
  const extract::Gazetteer none;
  {
    Builder builder(folder / "g.zhitu", none, {});
    for (const extract::Extraction& extraction : ExtractAll(none, {{"d", "一。"}})) {
      builder.Add(extraction);
    }
    EXPECT_EQ(folder.Names().size(), 2U) << testing::PrintToString(folder.Names());
  }
  EXPECT_EQ(folder.Names(), std::vector<std::string>{"g.zhitu"});
  EXPECT_EQ(folder.Read("g.zhitu"), "old");
}

TEST(BuildFaults, NameAMissingFolder) {
  const TempFolder folder;
  const extract::Gazetteer none;
  EXPECT_THROW(Builder(folder / "missing/g.zhitu", none, {}), extract::IoError);
}

// Builds with a disk that takes so many bytes. Exit codes tell what happened.
[[noreturn]] void BuildOnASmallDisk(const TempFolder& folder, rlim_t bytes) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(9);
  try {
    const extract::Gazetteer none;
    Builder builder(folder / "g.zhitu", none, {});
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "一二三四。";
    for (const extract::Extraction& extraction : ExtractAll(none, {{"d", text}})) {
      builder.Add(extraction);
    }
    builder.Finish();
  } catch (const extract::IoError&) {
    ::_exit(4);
  } catch (...) {
    ::_exit(8);
  }
  ::_exit(0);
}

TEST(BuildFaults, TellAFullDiskAndKeepTheOldFile) {
  for (const rlim_t bytes :
       {rlim_t{0}, rlim_t{100}, rlim_t{5000}, rlim_t{100000}, rlim_t{400000}}) {
    const TempFolder folder;
    folder.Write("g.zhitu", "old");
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) BuildOnASmallDisk(folder, bytes);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 4) << bytes << " bytes";
    EXPECT_EQ(folder.Read("g.zhitu"), "old");
  }
}

TEST(BuildHostile, KeepsOddNames) {
  const TestGraph graph(
      {"name,type,id\n\"甲\"\"',</script>\",office,\"a'; DROP TABLE entity; --\"\n",
       {{"d'\"</script>", "甲\"',</script>。"}},
       {}});
  EXPECT_EQ(ReadEntities(graph.store()),
            (std::vector<std::string>{"a'; DROP TABLE entity; --", "document:d'\"</script>"}));
}

}  // namespace
}  // namespace zhitu::graph
