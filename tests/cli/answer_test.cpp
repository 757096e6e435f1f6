#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/program.h"

// What `related`, `path`, `show` and `stats` print on a small graph, to the letter, in each form.

namespace zhitu {
namespace {

struct AnswerCase {
  const char* name;
  std::vector<std::string> arguments;
  int exit_code;
  std::string out;
  std::string err = "";
};
void PrintTo(const AnswerCase& c, std::ostream* out) { *out << c.name; }

class Answer : public testing::TestWithParam<AnswerCase> {};

TEST_P(Answer, IsPrinted) {
  const Program program;
  program.Build();
  const ProcessResult result = program.Run(GetParam().arguments);
  EXPECT_EQ(result.out, GetParam().out);
  EXPECT_EQ(result.err, GetParam().err);
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
}

#define ZHITU_INSTANTIATE(suite, cases)                             \
  INSTANTIATE_TEST_SUITE_P(suite, Answer, testing::ValuesIn(cases), \
                           [](const auto& c) { return std::string(c.param.name); })

const std::string kRelatedHeader =
    "id\tname\ttype\thops\tscore\tweight\tdocuments\tpredicates\tdocument\tline\tcolumn\tquote\t"
    "rule\n";
const std::string kRelatedPlace =
    R"({"id":"place:郑州高新区","name":"郑州高新区","type":"place","hops":1,"score":1.0,"weight":1,)"
    R"("documents":1,"predicates":["co_occurs"],"evidence":[{"document":"a.txt","line":1,)"
    R"("column":1,"quote":"郑州高新区枫杨办事处在国槐街。","rule":"co_occurs"}])";

const AnswerCase kRelatedCases[] = {
    {"Tsv",
     {"related", "g.zhitu", "国槐街", "--top", "2"},
     0,
     kRelatedHeader +
         "place:郑州高新区\t郑州高新区\tplace\t1\t1\t1\t1\tco_occurs\ta.txt\t1\t1\t"
         "郑州高新区枫杨办事处在国槐街。\tco_occurs\n"
         "community:翰林社区\t翰林社区\tcommunity\t1\t0.130147\t1\t1\tco_occurs\tb.txt\t1\t1\t"
         "翰林社区在国槐街。\tco_occurs\n"},
    {"TableIsAlignedByWidth",
     {"related", "g.zhitu", "国槐街", "--format", "table"},
     0,
     "name        type       hops  score  weight  documents  predicates  id\n"
     "郑州高新区  place         1   1.00       1          1  co_occurs   place:郑州高新区\n"
     "    a.txt:1:1  “[郑州高新区]枫杨办事处在[国槐街]。”  co_occurs\n"
     "翰林社区    community     1   0.13       1          1  co_occurs   community:翰林社区\n"
     "    b.txt:1:1  “[翰林社区]在[国槐街]。”  co_occurs\n"
     "枫杨办事处  office        1   0.13       1          1  co_occurs   office:枫杨办事处\n"
     "    a.txt:1:1  “郑州高新区[枫杨办事处]在[国槐街]。”  co_occurs\n"},
    {"ExplainShowsEveryRelationOfTheWalk",
     {"related", "g.zhitu", "郑州高新区", "--hops", "2", "--type", "community", "--explain",
      "--format", "table"},
     0,
     "● 郑州高新区  place\n"
     "└─ <-part_of- ● 枫杨办事处  office\n"
     "   │  names.csv:3  “[枫杨办事处]”  dictionary\n"
     "   └─ <-part_of- ● 翰林社区  community  1.00\n"
     "         names.csv:2  “[翰林社区]”  dictionary\n"
     "         枫杨办事处 -co_occurs- 翰林社区\n"
     "         a.txt:2:1  “[翰林社区]在[枫杨办事处]。”  co_occurs\n"},
    {"HopsAreATree",
     {"related", "g.zhitu", "郑州高新区", "--hops", "2", "--top", "3", "--format", "table"},
     0,
     "● 郑州高新区  place\n"
     "├─ <-part_of- ● 枫杨办事处  office  1.00\n"
     "│  │  names.csv:3  “[枫杨办事处]”  dictionary\n"
     "│  └─ <-part_of- ● 翰林社区  community  0.19\n"
     "│        names.csv:2  “[翰林社区]”  dictionary\n"
     "└─ -co_occurs- ● 国槐街  road  0.50\n"
     "      a.txt:1:1  “[郑州高新区]枫杨办事处在[国槐街]。”  co_occurs\n"},
    {"ATreeInColour",
     {"related", "g.zhitu", "郑州高新区", "--hops", "2", "--type", "community", "--format", "table",
      "--color", "always"},
     0,
     "\x1b[38;2;153;153;51m●\x1b[0m \x1b[1m郑州高新区\x1b[0m  \x1b[2mplace\x1b[0m\n"
     "└─ \x1b[2m<-part_of- \x1b[0m\x1b[38;2;0;114;178m●\x1b[0m \x1b[1m枫杨办事处\x1b[0m  "
     "\x1b[2moffice\x1b[0m\n"
     "   │  \x1b[2mnames.csv:3\x1b[0m  “\x1b[1m枫杨办事处\x1b[0m”  \x1b[2mdictionary\x1b[0m\n"
     "   └─ \x1b[2m<-part_of- \x1b[0m\x1b[38;2;0;158;115m●\x1b[0m \x1b[1m翰林社区\x1b[0m  "
     "\x1b[2mcommunity\x1b[0m  1.00\n"
     "         \x1b[2mnames.csv:2\x1b[0m  “\x1b[1m翰林社区\x1b[0m”  \x1b[2mdictionary\x1b[0m\n"},
    {"Json",
     {"related", "g.zhitu", "国槐街", "--top", "1", "--format", "json"},
     0,
     R"({"entity":{"id":"road:国槐街","name":"国槐街","type":"road"},"related":[)" + kRelatedPlace +
         "}]}\n"},
    {"JsonWithTheWalk",
     {"related", "g.zhitu", "国槐街", "--top", "1", "--format", "jsonl", "--explain"},
     0,
     kRelatedPlace +
         R"(,"walk":[{"subject":"place:郑州高新区","predicate":"co_occurs","object":"road:国槐街"}]})"
         "\n"},
    {"Csv",
     {"related", "g.zhitu", "国槐街", "--top", "1", "--format", "csv"},
     0,
     "id,name,type,hops,score,weight,documents,predicates,document,line,column,quote,rule\n"
     "place:郑州高新区,郑州高新区,place,1,1,1,1,co_occurs,a.txt,1,1,"
     "郑州高新区枫杨办事处在国槐街。,co_occurs\n"},
    {"Markdown",
     {"--format", "md", "related", "g.zhitu", "国槐街", "--top", "1"},
     0,
     "| id | name | type | hops | score | weight | documents | predicates | document | line | "
     "column | quote | rule |\n"
     "| --- | --- | --- | ---: | ---: | ---: | ---: | --- | --- | ---: | ---: | --- | --- |\n"
     "| place:郑州高新区 | 郑州高新区 | place | 1 | 1 | 1 | 1 | co_occurs | a.txt | 1 | 1 | "
     "郑州高新区枫杨办事处在国槐街。 | co_occurs |\n"},
    {"ByAlias",
     {"related", "g.zhitu", "翰林", "--predicate", "part_of"},
     0,
     kRelatedHeader +
         "office:枫杨办事处\t枫杨办事处\toffice\t1\t1\t1\t0\tpart_of\tnames.csv\t2\t1\t翰林社区\t"
         "dictionary\n"},
    {"NothingRelated",
     {"related", "g.zhitu", "双桥社区", "--predicate", "part_of,leads"},
     1,
     kRelatedHeader,
     "zhitu: warning: no relation has the predicate 'leads'; there are: co_occurs, part_of\n"
     "zhitu: nothing is related to community:双桥社区 in this way\n"},
    {"UnknownName",
     {"related", "g.zhitu", "国槐", "--format", "json"},
     1,
     "",
     "zhitu: error: no entity has the id, name or alias '国槐'; did you mean 国槐街?\n"},
    {"AmbiguousName",
     {"related", "g.zhitu", "双桥"},
     1,
     "",
     "zhitu: error: '双桥' names 2 entities; expected one of these ids:\n"
     "  community:双桥社区  (community, 双桥社区)\n"
     "  office:双桥办事处  (office, 双桥办事处)\n"},
};
ZHITU_INSTANTIATE(Related, kRelatedCases);

const std::string kFirstStep =
    R"({"subject":{"id":"community:翰林社区","name":"翰林社区","type":"community"},)"
    R"("predicate":"part_of","object":{"id":"office:枫杨办事处","name":"枫杨办事处",)"
    R"("type":"office"},"weight":1,"documents":0,"evidence":[{"document":"names.csv","line":2,)"
    R"("column":1,"quote":"翰林社区","rule":"dictionary"}]})";
const std::string kSecondStep =
    R"({"subject":{"id":"office:枫杨办事处","name":"枫杨办事处","type":"office"},)"
    R"("predicate":"part_of","object":{"id":"place:郑州高新区","name":"郑州高新区",)"
    R"("type":"place"},"weight":1,"documents":0,"evidence":[{"document":"names.csv","line":3,)"
    R"("column":1,"quote":"枫杨办事处","rule":"dictionary"}]})";

const AnswerCase kPathCases[] = {
    {"Tsv",
     {"path", "g.zhitu", "郑州高新区", "翰林"},
     0,
     "from\tfrom_name\tpredicate\tdirection\tto\tto_name\tweight\tdocuments\tdocument\tline\t"
     "column\tquote\trule\n"
     "place:郑州高新区\t郑州高新区\tpart_of\tbackward\toffice:枫杨办事处\t枫杨办事处\t1\t0\t"
     "names.csv\t3\t1\t枫杨办事处\tdictionary\n"
     "office:枫杨办事处\t枫杨办事处\tpart_of\tbackward\tcommunity:翰林社区\t翰林社区\t1\t0\t"
     "names.csv\t2\t1\t翰林社区\tdictionary\n"},
    {"Table",
     {"path", "g.zhitu", "翰林", "郑州高新区", "--format", "table"},
     0,
     "翰林社区 -part_of-> 枫杨办事处\n"
     "    names.csv:2  “[翰林社区]”  dictionary\n"
     "枫杨办事处 -part_of-> 郑州高新区\n"
     "    names.csv:3  “[枫杨办事处]”  dictionary\n"},
    {"Json",
     {"path", "g.zhitu", "翰林", "郑州高新区", "--format", "json"},
     0,
     R"({"from":{"id":"community:翰林社区","name":"翰林社区","type":"community"},)"
     R"("to":{"id":"place:郑州高新区","name":"郑州高新区","type":"place"},"hops":2,"steps":[)" +
         kFirstStep + "," + kSecondStep + "]}\n"},
    {"JsonLines",
     {"path", "g.zhitu", "翰林", "郑州高新区", "--format", "jsonl"},
     0,
     kFirstStep + "\n" + kSecondStep + "\n"},
    {"NoPath",
     {"path", "g.zhitu", "翰林", "双桥社区"},
     1,
     "",
     "zhitu: no way of at most 6 relations from community:翰林社区 to community:双桥社区\n"},
    {"TooFar",
     {"path", "g.zhitu", "翰林", "郑州高新区", "--max-hops", "1"},
     1,
     "",
     "zhitu: no way of at most 1 relation from community:翰林社区 to place:郑州高新区\n"},
    {"ToItself",
     {"path", "g.zhitu", "翰林", "翰林社区"},
     1,
     "",
     "zhitu: community:翰林社区 is the same entity on both ends\n"},
    {"BothUnknown",
     {"path", "g.zhitu", "甲乙丙", "丁戊己"},
     1,
     "",
     "zhitu: error: no entity has the id, name or alias '甲乙丙'\n"
     "zhitu: error: no entity has the id, name or alias '丁戊己'\n"},
};
ZHITU_INSTANTIATE(Path, kPathCases);

const std::string kPartOf =
    R"({"id":"9f7919c714809db9","predicate":"part_of","direction":"out","other":)"
    R"({"id":"office:枫杨办事处","name":"枫杨办事处","type":"office"},"weight":1,"documents":0,)"
    R"("confidence":1.0,"evidence":[{"document":"names.csv","line":2,"column":1,)"
    R"("quote":"翰林社区","rule":"dictionary"}]})";

const AnswerCase kShowCases[] = {
    {"Table",
     {"show", "g.zhitu", "翰林", "--format", "table"},
     0,
     "翰林社区\n"
     "id          community:翰林社区\n"
     "type        community\n"
     "aliases     翰林\n"
     "mentions    2\n"
     "documents   2\n"
     "\n"
     "predicate  direction  name        type    weight  documents  id\n"
     "part_of    out        枫杨办事处  office       1          0  office:枫杨办事处\n"
     "    names.csv:2  “[翰林社区]”  dictionary\n"
     "co_occurs  both       枫杨办事处  office       1          1  office:枫杨办事处\n"
     "    a.txt:2:1  “[翰林社区]在[枫杨办事处]。”  co_occurs\n"
     "co_occurs  both       国槐街      road         1          1  road:国槐街\n"
     "    b.txt:1:1  “[翰林社区]在[国槐街]。”  co_occurs\n"},
    {"Tsv",
     {"show", "g.zhitu", "郑州高新区"},
     0,
     "predicate\tdirection\tid\tname\ttype\tweight\tdocuments\tconfidence\tfirst_seen\tlast_seen\t"
     "document\tline\tcolumn\tquote\trule\n"
     "part_of\tin\toffice:枫杨办事处\t枫杨办事处\toffice\t1\t0\t1\t\t\tnames.csv\t3\t1\t"
     "枫杨办事处\tdictionary\n"
     "co_occurs\tboth\toffice:枫杨办事处\t枫杨办事处\toffice\t1\t1\t1\t\t\ta.txt\t1\t1\t"
     "郑州高新区枫杨办事处在国槐街。\tco_occurs\n"
     "co_occurs\tboth\troad:国槐街\t国槐街\troad\t1\t1\t1\t\t\ta.txt\t1\t1\t"
     "郑州高新区枫杨办事处在国槐街。\tco_occurs\n"},
    {"JsonLines",
     {"show", "g.zhitu", "翰林", "--format", "jsonl"},
     0,
     kPartOf + "\n" +
         R"({"id":"8652e14db208c85e","predicate":"co_occurs","direction":"both","other":)"
         R"({"id":"office:枫杨办事处","name":"枫杨办事处","type":"office"},"weight":1,"documents":1,)"
         R"("confidence":1.0,"evidence":[{"document":"a.txt","line":2,"column":1,)"
         R"("quote":"翰林社区在枫杨办事处。","rule":"co_occurs"}]})"
         "\n"
         R"({"id":"26c985cb2cb2343d","predicate":"co_occurs","direction":"both","other":)"
         R"({"id":"road:国槐街","name":"国槐街","type":"road"},"weight":1,"documents":1,)"
         R"("confidence":1.0,"evidence":[{"document":"b.txt","line":1,"column":1,)"
         R"("quote":"翰林社区在国槐街。","rule":"co_occurs"}]})"
         "\n"},
    {"JsonWithMentions",
     {"show", "g.zhitu", "双桥社区", "--mentions", "--format", "json"},
     0,
     R"({"entity":{"id":"community:双桥社区","name":"双桥社区","type":"community",)"
     R"("aliases":["双桥"],"mentions":1,"documents":1,"first_seen":null,"last_seen":null,)"
     R"("attributes":{}},"relations":[{"id":"9ad504b0e97ef75e","predicate":"co_occurs",)"
     R"("direction":"both","other":{"id":"office:双桥办事处","name":"双桥办事处","type":"office"},)"
     R"("weight":1,"documents":1,"confidence":1.0,"evidence":[{"document":"b.txt","line":2,)"
     R"("column":1,"quote":"双桥社区和双桥办事处。","rule":"co_occurs"}]}],)"
     R"("mentions":[{"document":"b.txt","file":"b.txt","line":2,"column":1,"begin":10,"end":14,)"
     R"("text":"双桥社区","kind":"name","zone":"body","nested":false,"before":"",)"
     R"("after":"和双桥办事处。"}]})"
     "\n"},
    {"ConcordanceIsAligned",
     {"show", "g.zhitu", "国槐街", "--mentions", "--top", "2", "--format", "table"},
     0,
     "国槐街\n"
     "id          road:国槐街\n"
     "type        road\n"
     "mentions    2\n"
     "documents   2\n"
     "\n"
     "predicate  direction  name        type       weight  documents  id\n"
     "co_occurs  both       翰林社区    community       1          1  community:翰林社区\n"
     "    b.txt:1:1  “[翰林社区]在[国槐街]。”  co_occurs\n"
     "co_occurs  both       枫杨办事处  office          1          1  office:枫杨办事处\n"
     "    a.txt:1:1  “郑州高新区[枫杨办事处]在[国槐街]。”  co_occurs\n"
     "\n"
     "a.txt:1:12                郑州高新区枫杨办事处在[国槐街]。\n"
     "b.txt:1:6                             翰林社区在[国槐街]。\n",
     "zhitu: showing 2 of 3 relations; --top shows more\n"},
    {"MentionRows",
     {"show", "g.zhitu", "国槐街", "--mentions", "--top", "1", "-q"},
     0,
     "document\tline\tcolumn\tbefore\ttext\tafter\tkind\tzone\tnested\n"
     "a.txt\t1\t12\t郑州高新区枫杨办事处在\t国槐街\t。\tname\tbody\tfalse\n"},
    {"MentionLines",
     {"show", "g.zhitu", "road:国槐街", "--mentions", "--format", "jsonl"},
     0,
     R"({"document":"a.txt","file":"a.txt","line":1,"column":12,"begin":11,"end":14,)"
     R"("text":"国槐街","kind":"name","zone":"body","nested":false,)"
     R"("before":"郑州高新区枫杨办事处在","after":"。"})"
     "\n"
     R"({"document":"b.txt","file":"b.txt","line":1,"column":6,"begin":5,"end":8,)"
     R"("text":"国槐街","kind":"name","zone":"body","nested":false,)"
     R"("before":"翰林社区在","after":"。"})"
     "\n"},
};
ZHITU_INSTANTIATE(Show, kShowCases);

const AnswerCase kStatsCases[] = {
    {"Tsv",
     {"stats", "g.zhitu"},
     0,
     "count\tname\tvalue\n"
     "total\tdocuments\t2\n"
     "total\tentities\t6\n"
     "total\trelations\t8\n"
     "total\tmentions\t9\n"
     "total\tundecided\t0\n"
     "total\twindows\t4\n"
     "total\twindows_left_out\t0\n"
     "type\tcommunity\t2\n"
     "type\toffice\t2\n"
     "type\tplace\t1\n"
     "type\troad\t1\n"
     "predicate\tco_occurs\t6\n"
     "predicate\tpart_of\t2\n"},
    {"Json",
     {"stats", "g.zhitu", "--format", "json"},
     0,
     R"({"documents":2,"entities":6,"relations":8,"mentions":9,"undecided":0,"windows":4,)"
     R"("windows_left_out":0,"types":{"community":2,"office":2,"place":1,"road":1},)"
     R"("predicates":{"co_occurs":6,"part_of":2}})"
     "\n"},
};
ZHITU_INSTANTIATE(Stats, kStatsCases);

TEST(StatsJsonLines, HoldOneFigureEach) {
  const Program program;
  program.Build();
  const std::string out = program.Run({"stats", "g.zhitu", "--format", "jsonl"}).out;
  EXPECT_TRUE(out.starts_with("{\"count\":\"total\",\"name\":\"documents\",\"value\":2}\n"));
  EXPECT_TRUE(out.ends_with("{\"count\":\"predicate\",\"name\":\"part_of\",\"value\":2}\n"));
}

}  // namespace
}  // namespace zhitu
