#include "serve/service.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "graph/layout.h"
#include "graph/layout_file.h"
#include "graph/write_imported.h"
#include "tests/support/import_files.h"
#include "tests/support/test_graph.h"

namespace zhitu::serve {
namespace {

// 甲社区 part_of 乙街道 (stated), 甲社区 - 乙街道 and 乙街道 - 丙路 (co-occurrence), 丁村 alone
// with 丙路.
graph::TestCorpus Corpus() {
  graph::TestCorpus corpus;
  corpus.dictionary =
      "name,type,aliases,note\n甲社区,community,小甲,热闹\n乙街道,office,,\n丙路,road,,\n丁村,"
      "community,,\n";
  corpus.documents = {
      {"a.txt",
       "甲社区属于乙街道。\n乙街道修丙路。",
       "2024-05-01",
       {{"community:甲社区", "part_of", "office:乙街道", {"甲社区属于乙街道"}, "belongs"}}},
      {"b.txt", "丙路通到丁村。", "2023", {}}};
  return corpus;
}

// The letters of a query, escaped.
std::string Escaped(std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string escaped;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x80) {
      escaped += byte;
    } else {
      escaped = escaped + '%' + kDigits[value >> 4U] + kDigits[value & 15U];
    }
  }
  return escaped;
}

std::size_t Count(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++count;
  }
  return count;
}

class ServiceTest : public testing::Test {
 protected:
  Answer Ask(std::string_view target, Request request = {}) {
    const std::string escaped = Escaped(target);
    if (request.method.empty()) request.method = "GET";
    if (request.host.empty()) request.host = "localhost:1";
    request.target = escaped;
    return service_.Respond(request);
  }
  std::string Body(std::string_view target) { return Ask(target).body; }

  graph::TestGraph graph_{Corpus()};
  Service service_{graph_.path(), 1, Access()};
};

TEST_F(ServiceTest, TellsOfTheGraph) {
  const std::string body = Body("/api/v1/graph");
  EXPECT_TRUE(body.starts_with(
      R"({"title":"g","entities":6,"relations":4,"layout":false,"max_weight":1,"first_seen":"2023","last_seen":"2024-05-01","types":[)"))
      << body;
  EXPECT_NE(body.find(R"({"name":"co_occurs","count":3,"symmetric":true})"), std::string::npos);
  EXPECT_NE(body.find(R"({"name":"part_of","count":1,"symmetric":false})"), std::string::npos);
}

TEST_F(ServiceTest, FindsNamesAndAliases) {
  EXPECT_EQ(
      Body("/api/v1/search?text=小甲"),
      R"({"hits":[{"entity":{"id":"community:甲社区","name":"甲社区","type":"community"},"alias":"小甲"}]})");
  EXPECT_EQ(Body("/api/v1/search?text=bl"),
            R"({"hits":[{"entity":{"id":"road:丙路","name":"丙路","type":"road"},"alias":null}]})");
  EXPECT_EQ(Body("/api/v1/search?text=没有"), R"({"hits":[]})");
}

TEST_F(ServiceTest, GivesAnEntity) {
  EXPECT_EQ(
      Body("/api/v1/entity?id=community:甲社区"),
      R"({"id":"community:甲社区","name":"甲社区","type":"community","degree":2,"mentions":1,"documents":1,"first_seen":"2024-05-01","last_seen":"2024-05-01","size":34.1,"aliases":["小甲"],"attributes":[["note","热闹"]]})");
}

TEST_F(ServiceTest, GivesRelationsStatementsFirstWithQuotes) {
  EXPECT_EQ(
      Body("/api/v1/relations?entity=community:甲社区&limit=1"),
      R"({"all":2,"relations":[{"subject":{"id":"community:甲社区","name":"甲社区","type":"community"},"predicate":"part_of","object":{"id":"office:乙街道","name":"乙街道","type":"office"},"symmetric":false,"weight":1,"documents":1,"confidence":1.0,"first_seen":"2024-05-01","last_seen":"2024-05-01","npmi":null,"all":1,"quotes":[{"file":"a.txt","line":1,"column":1,"document":"a.txt","title":null,"begin":0,"end":8,"date":"2024-05-01","rule":"belongs","confidence":1.0,"modality":null,"cited":null,"texts":[{"text":"甲社区属于乙街道。","cut_before":false,"cut_after":false,"marks":[{"begin":0,"end":3,"entity":{"id":"community:甲社区","name":"甲社区","type":"community"}},{"begin":5,"end":8,"entity":{"id":"office:乙街道","name":"乙街道","type":"office"}}],"said":[{"begin":0,"end":8}]}]}]}]})");
  EXPECT_EQ(Body("/api/v1/relations?entity=community:甲社区&from=2"),
            R"({"all":2,"relations":[]})");
  EXPECT_EQ(Body("/api/v1/relations?entity=community:甲社区&predicate=leads"),
            R"({"all":0,"relations":[]})");
}

TEST_F(ServiceTest, GivesTheEvidenceOfARelation) {
  const std::string target =
      "/api/v1/relation?subject=community:甲社区&predicate=co_occurs&object=office:乙街道";
  const std::string body = Body(target);
  EXPECT_NE(body.find(R"("symmetric":true,"weight":1,)"), std::string::npos) << body;
  EXPECT_NE(body.find(R"("all":1,"quotes":[{"file":"a.txt")"), std::string::npos) << body;
  EXPECT_NE(body.find(R"("said":[])"), std::string::npos) << body;
  EXPECT_TRUE(Body(target + "&from=1").ends_with(R"("all":1,"quotes":[]})"));
  EXPECT_EQ(
      Body("/api/v1/relation?subject=office:乙街道&predicate=part_of&object=community:甲社区"),
      R"({"error":{"code":"no_relation","message":"the graph has no such relation"}})");
}

TEST_F(ServiceTest, GivesANeighbourhood) {
  const std::string body = Body("/api/v1/neighbourhood?entity=road:丙路&hops=1");
  EXPECT_EQ(
      body,
      R"({"nodes":[{"id":"road:丙路","name":"丙路","type":"road","degree":2,"mentions":2,"documents":2,"first_seen":"2023","last_seen":"2024-05-01","size":34.1,"hops":0},{"id":"community:丁村","name":"丁村","type":"community","degree":1,"mentions":1,"documents":1,"first_seen":"2023","last_seen":"2023","size":26.5,"hops":1},{"id":"office:乙街道","name":"乙街道","type":"office","degree":3,"mentions":2,"documents":1,"first_seen":"2024-05-01","last_seen":"2024-05-01","size":40.0,"hops":1}],"edges":[{"source":0,"target":1,"predicate":"co_occurs","weight":1,"first_seen":"2023","last_seen":"2023"},{"source":0,"target":2,"predicate":"co_occurs","weight":1,"first_seen":"2024-05-01","last_seen":"2024-05-01"}],"cut":false})");
}

TEST(Service, ShowsWhereElseAnEndIsNamed) {
  graph::TestCorpus corpus = Corpus();
  corpus.documents = {
      {"a.txt",
       "甲社区大，乙街道小。\n它属于后者。",
       "",
       {{"community:甲社区", "part_of", "office:乙街道", {"它属于后者", "甲社区", "乙街道"}}}}};
  const graph::TestGraph graph(corpus);
  Service service(graph.path(), 1, Access());
  const std::string target =
      Escaped("/api/v1/relation?subject=community:甲社区&predicate=part_of&object=office:乙街道");
  const std::string body = service.Respond({"GET", target, "localhost", "", ""}).body;
  EXPECT_NE(
      body.find(
          R"("texts":[{"text":"它属于后者。","cut_before":false,"cut_after":false,"marks":[],"said":[{"begin":0,"end":5}]},{"text":"甲社区大，乙街道小。")"),
      std::string::npos)
      << body;
  EXPECT_TRUE(body.ends_with(R"("said":[{"begin":0,"end":3},{"begin":5,"end":8}]}]}]})")) << body;
}

TEST(Service, GivesTheWeightsOfAnImportedFileAsTheyAre) {
  const TempFolder folder;
  const std::string path = folder / "g.zhitu";
  graph::ImportedGraph imported;
  graph::Importer importer(imported, false);
  graph::AddEdges({{"a", "knows", "b", "2.75"}, {"a", "knows", "c", "3"}}, importer);
  importer.Finish();
  graph::WriteImported(imported, path, {{"import", "csv"}});
  Service service(path, 1, Access());
  const auto ask = [&](const char* target) {
    return service.Respond({"GET", target, "localhost", "", ""}).body;
  };
  const std::string edges = ask("/api/v1/top");
  EXPECT_NE(edges.find(R"("weight":2.75)"), std::string::npos) << edges;
  EXPECT_NE(edges.find(R"("weight":3)"), std::string::npos) << edges;
  const std::string relations = ask("/api/v1/relations?entity=a");
  EXPECT_NE(relations.find(R"("weight":2.75,)"), std::string::npos) << relations;
  EXPECT_EQ(Count(relations, R"("all":1)"), 2U) << relations;
}

struct AroundCase {
  const char* name;
  const char* query;
  std::vector<std::string> ids;
  std::size_t edges;
};
void PrintTo(const AroundCase& c, std::ostream* out) { *out << c.name; }
class NeighbourhoodAround : public ServiceTest, public testing::WithParamInterface<AroundCase> {};

TEST_P(NeighbourhoodAround, HoldsWhatTheFilterLeaves) {
  const std::string body = Body(std::string("/api/v1/neighbourhood?entity=") + GetParam().query);
  EXPECT_EQ(Count(body, R"({"id":)"), GetParam().ids.size()) << body;
  for (const std::string& id : GetParam().ids) {
    EXPECT_EQ(Count(body, R"({"id":")" + id + '"'), 1U) << body;
  }
  EXPECT_EQ(Count(body, R"({"source":)"), GetParam().edges) << body;
}

const AroundCase kAround[] = {
    {"TwoHops", "community:甲社区&hops=2", {"community:甲社区", "office:乙街道", "road:丙路"}, 3},
    {"Limit", "community:甲社区&hops=2&limit=2", {"community:甲社区", "office:乙街道"}, 2},
    {"Edges", "community:甲社区&edges=1", {"community:甲社区", "office:乙街道"}, 1},
    {"Type", "community:甲社区&type=road", {"community:甲社区"}, 0},
    {"WithoutType", "road:丙路&without_type=office", {"road:丙路", "community:丁村"}, 1},
    {"Predicate", "community:甲社区&predicate=part_of", {"community:甲社区", "office:乙街道"}, 1},
    {"WithoutPredicate", "road:丙路&without_predicate=co_occurs", {"road:丙路"}, 0},
    {"Weight", "road:丙路&min_weight=2", {"road:丙路"}, 0},
    {"Since", "road:丙路&since=2024", {"road:丙路", "office:乙街道"}, 1},
    {"Until", "road:丙路&until=2023-12-31", {"road:丙路", "community:丁村"}, 1},
};
INSTANTIATE_TEST_SUITE_P(Filters, NeighbourhoodAround, testing::ValuesIn(kAround),
                         [](const auto& c) { return std::string(c.param.name); });

TEST_F(ServiceTest, BeginsWithTheBestConnected) {
  const std::string body = Body("/api/v1/top?limit=2");
  EXPECT_TRUE(body.starts_with(R"({"nodes":[{"id":"office:乙街道",)")) << body;
  EXPECT_EQ(Count(body, R"({"id":)"), 2U);
}

struct TopCase {
  const char* name;
  const char* query;
  std::vector<std::string> ids;
};
void PrintTo(const TopCase& c, std::ostream* out) { *out << c.name; }
class TopOfAFilter : public ServiceTest, public testing::WithParamInterface<TopCase> {};

TEST_P(TopOfAFilter, HoldsWhatItsRelationsJoin) {
  const std::string body = Body(std::string("/api/v1/top?") + GetParam().query);
  EXPECT_EQ(Count(body, R"({"id":)"), GetParam().ids.size()) << body;
  for (const std::string& id : GetParam().ids) {
    EXPECT_EQ(Count(body, R"({"id":")" + id + '"'), 1U) << body;
  }
}

const TopCase kTops[] = {
    {"Type", "type=road", {"road:丙路"}},
    {"Predicate", "predicate=part_of", {"community:甲社区", "office:乙街道"}},
    {"EndOfAnotherType", "predicate=part_of&type=community", {}},
    {"WithoutPredicate", "without_predicate=co_occurs", {"community:甲社区", "office:乙街道"}},
    {"UnknownPredicate",
     "without_predicate=x&limit=4",
     {"community:甲社区", "office:乙街道", "road:丙路", "community:丁村"}},
    {"Weight", "min_weight=2", {}},
    {"Since", "since=2024-02", {"community:甲社区", "office:乙街道", "road:丙路"}},
    {"Until", "until=2023", {"community:丁村", "road:丙路"}},
};
INSTANTIATE_TEST_SUITE_P(Filters, TopOfAFilter, testing::ValuesIn(kTops),
                         [](const auto& c) { return std::string(c.param.name); });

TEST_F(ServiceTest, FindsAPath) {
  const std::string body = Body("/api/v1/path?from=community:甲社区&to=community:丁村");
  EXPECT_TRUE(body.starts_with(R"({"found":true,"steps":[{"subject":)")) << body;
  EXPECT_EQ(Count(body, R"("predicate":)"), 3U) << body;
  EXPECT_EQ(Body("/api/v1/path?from=community:甲社区&to=community:丁村&max_hops=2"),
            R"({"found":false,"steps":[]})");
  EXPECT_EQ(Body("/api/v1/path?from=community:甲社区&to=community:丁村&without_type=road"),
            R"({"found":false,"steps":[]})");
  EXPECT_EQ(Body("/api/v1/path?from=road:丙路&to=road:丙路"), R"({"found":true,"steps":[]})");
}

TEST_F(ServiceTest, GivesADocumentInParts) {
  EXPECT_EQ(
      Body("/api/v1/document?id=a.txt&from=9&limit=8"),
      R"({"id":"a.txt","file":"a.txt","title":null,"date":"2024-05-01","source":null,"begin":0,"end":17,"from":9,"to":17,"line":1,"text":"\n乙街道修丙路。","mentions":[{"begin":10,"end":13,"entity":{"id":"office:乙街道","name":"乙街道","type":"office"}},{"begin":14,"end":16,"entity":{"id":"road:丙路","name":"丙路","type":"road"}}]})");
  EXPECT_NE(
      Body("/api/v1/document?id=a.txt&from=11&limit=4").find(R"("text":"街道修丙","mentions":[])"),
      std::string::npos);
  EXPECT_NE(Body("/api/v1/document?id=a.txt&from=999").find(R"("from":17,"to":17,)"),
            std::string::npos);
}

TEST_F(ServiceTest, TellsPlacesOnceThereIsALayout) {
  graph::Layout layout;
  layout.entities.resize(7);
  const auto path = graph_.folder() / "placed.zhitu";
  std::filesystem::copy_file(graph_.path(), path);
  graph::WriteLayout(path, layout);
  Service placed(path, 1, Access());
  const Answer answer = placed.Respond({"GET", "/api/v1/top?limit=1", "localhost", "", ""});
  EXPECT_NE(answer.body.find(R"("x":0.0,"y":0.0)"), std::string::npos) << answer.body;
}

struct RefusedCase {
  const char* name;
  std::string target;
  int status;
  const char* body;
};
void PrintTo(const RefusedCase& c, std::ostream* out) { *out << c.name; }
class ServiceRefuses : public ServiceTest, public testing::WithParamInterface<RefusedCase> {};

TEST_P(ServiceRefuses, WithStatusAndMessage) {
  const Answer answer = Ask(GetParam().target);
  EXPECT_EQ(answer.status, GetParam().status);
  EXPECT_EQ(answer.body, GetParam().body);
  EXPECT_EQ(answer.tag, "");
}

const RefusedCase kRefused[] = {
    {"Path", "/favicon.ico", 404,
     R"({"error":{"code":"no_such_path","message":"nothing stands at /favicon.ico"}})"},
    {"Traversal", "/api/v1/../../etc/passwd", 404,
     R"({"error":{"code":"no_such_path","message":"nothing stands at /api/v1/../../etc/passwd"}})"},
    {"UnknownEntity", "/api/v1/entity?id=a:b", 404,
     R"({"error":{"code":"no_entity","message":"no entity has the id a:b"}})"},
    {"UnknownDocument", "/api/v1/document?id=c.txt", 404,
     R"({"error":{"code":"no_document","message":"no document has the id c.txt"}})"},
    {"UnknownWithLine", "/api/v1/entity?id=a%0D%0AX:%09b", 404,
     R"({"error":{"code":"no_entity","message":"no entity has the id a\r\nX:\tb"}})"},
    {"Nul", "/api/v1/entity?id=a%00", 400,
     R"({"error":{"code":"bad_target","message":"U+0000 in the query"}})"},
    {"Missing", "/api/v1/entity", 400,
     R"({"error":{"code":"bad_parameter","message":"id: is missing"}})"},
    {"Twice", "/api/v1/entity?id=a&id=b", 400,
     R"({"error":{"code":"bad_parameter","message":"id: stands twice"}})"},
    {"Unknown", "/api/v1/graph?callback=x", 400,
     R"({"error":{"code":"bad_parameter","message":"callback: no parameter of this request"}})"},
    {"Hops", "/api/v1/neighbourhood?entity=road:丙路&hops=3", 400,
     R"({"error":{"code":"bad_parameter","message":"hops: expected a whole number from 1 to 2"}})"},
    {"Number", "/api/v1/top?limit=1x", 400,
     R"({"error":{"code":"bad_parameter","message":"limit: expected a whole number from 1 to 500"}})"},
    {"Huge", "/api/v1/top?limit=99999999999999999999", 400,
     R"({"error":{"code":"bad_parameter","message":"limit: expected a whole number from 1 to 500"}})"},
    {"Date", "/api/v1/top?since=yesterday", 400,
     R"({"error":{"code":"bad_parameter","message":"since: expected 2024, 2024-05 or 2024-05-17"}})"},
    {"LongText", "/api/v1/search?text=" + std::string(1001, 'a'), 400,
     R"({"error":{"code":"bad_parameter","message":"text: expected at most 1000 characters"}})"},
};
INSTANTIATE_TEST_SUITE_P(Faults, ServiceRefuses, testing::ValuesIn(kRefused),
                         [](const auto& c) { return std::string(c.param.name); });

TEST_F(ServiceTest, AnswersOnlyThoseWhoMayAsk) {
  EXPECT_EQ(Ask("/", {.host = "evil.example"}).status, 403);
  EXPECT_EQ(Ask("/", {.origin = "http://evil.example"}).status, 403);
  EXPECT_EQ(Ask("/", {.origin = "http://localhost:1"}).status, 200);
  EXPECT_EQ(Ask("/", {.method = "POST"}).status, 405);
  EXPECT_EQ(Ask("/", {.method = "HEAD"}).status, 200);
}

TEST_F(ServiceTest, TagsAnswersByTheFile) {
  const Answer first = Ask("/api/v1/graph");
  EXPECT_FALSE(first.tag.empty());
  EXPECT_EQ(Ask("/").tag, first.tag);
  const Answer again = Ask("/api/v1/graph", {.known_tag = first.tag});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(Ask("/api/v1/graph", {.known_tag = "\"other\""}).status, 200);
  // What is wrong stays wrong.
  EXPECT_EQ(Ask("/api/v1/entity?x=1", {.known_tag = first.tag}).status, 400);
}

TEST_F(ServiceTest, MixesNoTwoGraphs) {
  EXPECT_EQ(Ask("/api/v1/graph").status, 200);
  const std::string path = graph_.path();
  std::filesystem::copy_file(path, path + ".new");
  std::filesystem::rename(path + ".new", path);
  for (const char* const target : {"/", "/api/v1/graph", "/api/v1/top"}) {
    EXPECT_EQ(
        Body(target),
        R"({"error":{"code":"graph_replaced","message":"the graph file was replaced; start zhitu serve again"}})");
  }
  std::filesystem::remove(path);
  EXPECT_EQ(Ask("/api/v1/graph").status, 503);
}

TEST_F(ServiceTest, GivesThePageWithoutAnyOfTheGraphInIt) {
  const Answer page = Ask("/");
  EXPECT_EQ(page.type, "text/html; charset=utf-8");
  EXPECT_NE(page.body.find("data-kind=\"server\""), std::string::npos);
  EXPECT_EQ(page.body.find("甲社区"), std::string::npos);
  EXPECT_NE(service_.policy().find("connect-src 'self'"), std::string::npos);
  EXPECT_EQ(service_.policy().find("unsafe"), std::string::npos);
}

TEST(Service, GivesTheSameToAllThreads) {
  const graph::TestGraph graph(graph::RandomCorpus(7));
  Service service(graph.path(), 4, Access());
  const Request request{"GET", "/api/v1/top?limit=50", "localhost", "", ""};
  const std::string expected = service.Respond(request).body;
  std::vector<std::string> bodies(4);
  std::vector<std::thread> threads;
  for (std::string& body : bodies) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) body = service.Respond(request).body;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& body : bodies) EXPECT_EQ(body, expected);
}

}  // namespace
}  // namespace zhitu::serve
