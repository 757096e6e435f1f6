#include "extract/annotation.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "extract/error.h"

namespace zhitu::extract {
namespace {

AnnotationFile Gold(const std::string& lines) {
  std::istringstream in(lines);
  return ReadGold(in, "gold.jsonl");
}

AnnotationFile Predictions(const std::string& lines) {
  std::istringstream in(lines);
  return ReadPredictions(in, "pred.jsonl");
}

template <typename Read>
std::string ErrorOf(Read read, const std::string& lines) {
  try {
    read(lines);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

std::string Show(const AnnotatedMention& m) {
  return std::to_string(m.begin) + '-' + std::to_string(m.end) + ' ' + m.text + ' ' + m.type + ' ' +
         std::string(MentionKindName(m.kind)) + (m.nested ? " nested " : " ") + m.entity;
}

std::string Show(const AnnotationFile& file) {
  std::string all;
  for (const AnnotatedDocument& document : file.documents) {
    all += std::to_string(document.line) + ' ' + document.id +
           (document.format == AnnotationFormat::kSpans     ? " spans"
            : document.format == AnnotationFormat::kTriples ? " triples"
                                                            : " extract") +
           '\n';
    for (const AnnotatedMention& mention : document.mentions) all += "  " + Show(mention) + '\n';
    if (document.has_statements) all += "  statements\n";
    for (const AnnotatedStatement& s : document.statements) {
      all += "  " + s.subject + ' ' + s.predicate + ' ' + s.object;
      for (const std::string& rule : s.rules) all += " by " + rule;
      if (s.end > 0) all += " at " + std::to_string(s.begin) + '-' + std::to_string(s.end);
      all += '\n';
    }
  }
  return all;
}

struct ReadCase {
  const char* name;
  const char* lines;
  const char* expected;
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
class AnnotationRead : public testing::TestWithParam<ReadCase> {};

TEST_P(AnnotationRead, GivesDocuments) {
  EXPECT_EQ(Show(Gold(GetParam().lines)), GetParam().expected);
}

const ReadCase kReadCases[] = {
    {"WholeObject",
     R"({"document":"a.txt#1","file":"a.txt","begin":5,"end":20,"title":"t","date":null,"mentions":[)"
     R"({"begin":6,"end":8,"text":"知图","entity":"person:知图","name":"知图","type":"person","kind":"name",)"
     R"("nested":true,"confidence":1.0,"zone":"body","why":"d.csv:2"}],"statements":[)"
     R"({"subject":"s","predicate":"runs","object":"o","confidence":0.9,"evidence":[]}],"dates":[]})",
     "1 a.txt#1 extract\n  6-8 知图 person name nested person:知图\n  statements\n  s runs o\n"},
    {"LeastObject",
     R"({"document":"a","mentions":[{"begin":0,"end":1,"type":"x","kind":"nominal"}]})",
     "1 a extract\n  0-1  x nominal \n"},
    {"UndecidedMention",
     R"({"document":"a","mentions":[{"begin":0,"end":1,"type":"x","kind":"pronoun","entity":null}]})",
     "1 a extract\n  0-1  x pronoun \n"},
    {"MentionsAndStatementsAreSorted",
     R"({"document":"a","mentions":[{"begin":3,"end":4,"type":"x","kind":"name"},)"
     R"({"begin":0,"end":9,"type":"x","kind":"name"}],"statements":[)"
     R"({"subject":"s","predicate":"runs","object":"o"},{"subject":"a","predicate":"runs","object":"o"},)"
     R"({"subject":"s","predicate":"runs","object":"o"}]})",
     "1 a extract\n  0-9  x name \n  3-4  x name \n  statements\n  a runs o\n  s runs o\n"},
    {"RulesOfEqualStatementsAddUp",
     R"({"document":"a","mentions":[],"statements":[)"
     R"({"subject":"s","predicate":"runs","object":"o","rule":"run","evidence":[{"begin":3,"end":9},)"
     R"({"begin":1,"end":2}]},)"
     R"({"subject":"s","predicate":"runs","object":"o","rule":"hold","evidence":[{"begin":0,"end":1}]},)"
     R"({"subject":"s","predicate":"leads","object":"o","rule":null,"evidence":null},)"
     R"({"subject":"s","predicate":"runs","object":"o","rule":"run"}]})",
     "1 a extract\n  statements\n  s leads o\n  s runs o by hold by run at 3-9\n"},
    {"NoStatementsIsAlsoSaid", R"({"document":"a","mentions":[],"statements":[]})",
     "1 a extract\n  statements\n"},
    {"Spans", R"({"text":"在沟赵😀办事处","ents":[[1,3,"LOC"],[4,7,"ORG"]]})",
     "1  spans\n  1-3 沟赵 LOC name \n  4-7 办事处 ORG name \n"},
    {"SpansWithId", R"({"doc":"d","id":"i","text":"","ents":[]})", "1 i spans\n"},
    {"SpansWithDoc", R"({"doc":"d","text":"","ents":[]})", "1 d spans\n"},
    {"SpansInsideOthersAreNested",
     R"({"text":"天健湖招聘会","ents":[[3,5,"a"],[0,3,"b"],[0,6,"c"],[0,3,"b"]]})",
     "1  spans\n  0-3 天健湖 b name nested \n  0-3 天健湖 b name nested \n  0-6 天健湖招聘会 c "
     "name \n"
     "  3-5 招聘 a name nested \n"},
    {"SpansSideBySideOrEqualAreNot",
     R"({"text":"知图知图","ents":[[0,2,"a"],[0,2,"b"],[1,3,"a"]]})",
     "1  spans\n  0-2 知图 a name \n  0-2 知图 b name \n  1-3 图知 a name \n"},
    {"SpansWithRelations",
     R"({"text":"张三在郑州","ents":[[3,5,"LOC"],[0,2,"PER"]],"relations":[[1,"lives_in",0]]})",
     "1  spans\n  0-2 张三 PER name \n  3-5 郑州 LOC name \n  statements\n"
     "  张三 lives_in 郑州 at 0-5\n"},
    {"NoRelationIsAlsoSaid", R"({"text":"","ents":[],"relations":[]})", "1  spans\n  statements\n"},
    {"Triples",
     R"({"text":"《a b》是张三写的，张三😀","triples":[["a b","wrote","张三"]],)"
     R"("types":{"张三":"人物","a b":"work"}})",
     "1  triples\n  1-4 a b work name \n  6-8 张三 人物 name \n  11-13 张三 人物 name \n"
     "  statements\n  a b wrote 张三\n"},
    {"TriplesWithSurfacesInsideOthers",
     R"({"id":"i","text":"郑州大学在郑州","triples":[],"types":{"郑州":"LOC","郑州大学":"ORG"}})",
     "1 i triples\n  0-2 郑州 LOC name nested \n  0-4 郑州大学 ORG name \n  5-7 郑州 LOC name \n"
     "  statements\n"},
    {"SurfacesAlone", R"({"text":"ab","types":{"b":"x"}})", "1  triples\n  1-2 b x name \n"},
    {"SpansBesideTriplesAreSpans", R"({"text":"a","ents":[],"triples":7})", "1  spans\n"},
    {"ByteOrderMarkBlankLinesAndCrLf",
     "\xEF\xBB\xBF{\"document\":\"a\",\"mentions\":[]}\r\n "
     "\t\r\n\n{\"document\":\"b\",\"mentions\":[]}",
     "1 a extract\n4 b extract\n"},
    {"BothFormats", "{\"text\":\"\",\"ents\":[]}\n{\"document\":\"b\",\"mentions\":[]}\n",
     "1  spans\n2 b extract\n"},
    {"SpansMayShareAnId",
     "{\"doc\":\"d\",\"text\":\"\",\"ents\":[]}\n{\"doc\":\"d\",\"text\":\"\",\"ents\":[]}\n",
     "1 d spans\n2 d spans\n"},
};

INSTANTIATE_TEST_SUITE_P(Basics, AnnotationRead, testing::ValuesIn(kReadCases),
                         [](const auto& c) { return std::string(c.param.name); });

class AnnotationFault : public testing::TestWithParam<ReadCase> {};

TEST_P(AnnotationFault, IsToldAtItsPlace) {
  EXPECT_EQ(ErrorOf(Gold, GetParam().lines), GetParam().expected);
}

const ReadCase kFaultCases[] = {
    {"NoDocument", "\n\n", "gold.jsonl: no document; expected JSON Lines"},
    {"BadJson", "{\"document\":\"a\",\"mentions\":[]}\n{\"text\" 1}",
     "gold.jsonl:2:9: bad JSON: Missing a colon after a name of object member."},
    {"NotAnObject", "[]", "gold.jsonl:1:1: line is an array; expected an object"},
    {"NoId", R"({"mentions":[]})", R"(gold.jsonl:1:1: no "document"; expected a string)"},
    {"EmptyId", R"({"document":"","mentions":[]})", R"(gold.jsonl:1:13: "document" is empty)"},
    {"NoMentions", R"({"document":"a"})", R"(gold.jsonl:1:1: no "mentions"; expected an array)"},
    {"MentionIsNoObject", R"({"document":"a","mentions":[7]})",
     "gold.jsonl:1:29: mention is a whole number; expected an object"},
    {"BeginMissing", R"({"document":"a","mentions":[{"end":1}]})",
     R"(gold.jsonl:1:29: no "begin"; expected a whole number)"},
    {"BeginIsText", R"({"document":"知","mentions":[{"begin":"0"}]})",
     R"(gold.jsonl:1:38: "begin" is a string; expected a whole number)"},
    {"SpanValueIsText", R"({"text":"知图","ents":[[0,"2","x"]]})",
     "gold.jsonl:1:25: end is a string; expected a whole number"},
    {"EndIsNegative", R"({"document":"a","mentions":[{"begin":0,"end":-1}]})",
     R"(gold.jsonl:1:46: "end" is a number; expected a whole number)"},
    {"EmptySpan", R"({"document":"a","mentions":[{"begin":3,"end":3}]})",
     "gold.jsonl:1:38: span 3-3 is empty; expected begin below end"},
    {"SpanBeforeTheDocument", R"({"document":"a","begin":4,"mentions":[{"begin":3,"end":5}]})",
     "gold.jsonl:1:48: span 3-5 begins before the document, which begins at 4"},
    {"SpanPastTheDocument",
     R"({"document":"a","begin":0,"end":4,"mentions":[{"begin":3,"end":5}]})",
     "gold.jsonl:1:64: span 3-5 ends after the document, which ends at 4"},
    {"UnknownKind", R"({"document":"a","mentions":[{"begin":0,"end":1,"type":"x","kind":"noun"}]})",
     R"(gold.jsonl:1:66: kind "noun"; expected "name", "nominal" or "pronoun")"},
    {"NestedIsNoBool",
     R"({"document":"a","mentions":[{"begin":0,"end":1,"type":"x","kind":"name","nested":0}]})",
     R"(gold.jsonl:1:82: "nested" is a whole number; expected true or false)"},
    {"StatementsAreNoArray", R"({"document":"a","mentions":[],"statements":{}})",
     R"(gold.jsonl:1:44: "statements" is an object; expected an array)"},
    {"StatementWithoutObject",
     R"({"document":"a","mentions":[],"statements":[{"subject":"s","predicate":"p"}]})",
     R"(gold.jsonl:1:45: no "object"; expected a string)"},
    {"RuleIsNoText",
     R"({"document":"a","mentions":[],"statements":[{"subject":"s","predicate":"p","object":"o","rule":1}]})",
     R"(gold.jsonl:1:96: "rule" is a whole number; expected a string)"},
    {"EvidenceIsNoSpan",
     R"({"document":"a","mentions":[],"statements":[{"subject":"s","predicate":"p","object":"o","evidence":[1]}]})",
     "gold.jsonl:1:101: evidence is a whole number; expected an object"},
    {"EvidenceWithoutEnd",
     R"({"document":"a","mentions":[],"statements":[{"subject":"s","predicate":"p","object":"o","evidence":[{"begin":1}]}]})",
     R"(gold.jsonl:1:101: no "end"; expected a whole number)"},
    {"DocumentTwice", "{\"document\":\"a\",\"mentions\":[]}\n{\"document\":\"a\",\"mentions\":[]}",
     "gold.jsonl:2: document \"a\" stands on line 1 too; expected each once"},
    {"SpanIsNoTriple", R"({"text":"知图","ents":[[0,1]]})",
     R"(gold.jsonl:1:22: element of "ents" has 2 values; expected [begin, end, type])"},
    {"SpanPastTheText", R"({"text":"知图","ents":[[0,3,"x"]]})",
     "gold.jsonl:1:25: span 0-3 ends after the document, which ends at 2"},
    {"SpanTypeIsEmpty", R"({"text":"知图","ents":[[0,2,""]]})", "gold.jsonl:1:27: type is empty"},
    {"TextIsNull", R"({"text":null,"ents":[]})",
     R"(gold.jsonl:1:9: "text" is null; expected a string)"},
    {"RelationIsNoTriple", R"({"text":"ab","ents":[[0,1,"x"]],"relations":[[0,"p"]]})",
     R"(gold.jsonl:1:46: element of "relations" has 2 values; expected [subject, predicate, object])"},
    {"RelationOfNoMention", R"({"text":"ab","ents":[[0,1,"x"]],"relations":[[0,"p",1]]})",
     R"(gold.jsonl:1:53: relation names element 1 of "ents", which has 1; expected a smaller number)"},
    {"RelationOfText", R"({"text":"ab","ents":[[0,1,"x"]],"relations":[["a","p",0]]})",
     "gold.jsonl:1:47: number of a mention is a string; expected a whole number"},
    {"RelationToItself", R"({"text":"ab","ents":[[0,1,"x"]],"relations":[[0,"p",0]]})",
     R"(gold.jsonl:1:53: relation of element 0 of "ents" to itself; expected another)"},
    {"PredicateIsEmpty", R"({"text":"ab","ents":[[0,1,"x"],[1,2,"x"]],"relations":[[0,"",1]]})",
     "gold.jsonl:1:59: predicate is empty"},
    {"PredicateIsNoText", R"({"text":"ab","triples":[["a",1,"b"]],"types":{"a":"x","b":"x"}})",
     "gold.jsonl:1:30: predicate is a whole number; expected a string"},
    {"TripleWithoutTypes", R"({"text":"ab","triples":[]})",
     R"(gold.jsonl:1:1: no "types"; expected an object)"},
    {"TripleOfUnknownSurface", R"({"text":"ab","triples":[["a","p","b"]],"types":{"a":"x"}})",
     R"(gold.jsonl:1:34: object "b" has no type; expected it in "types")"},
    {"TripleOfUnknownSubject", R"({"text":"ab","triples":[["c","p","b"]],"types":{"b":"x"}})",
     R"(gold.jsonl:1:26: subject "c" has no type; expected it in "types")"},
    {"TripleWithItself", R"({"text":"ab","triples":[["a","p","a"]],"types":{"a":"x"}})",
     R"(gold.jsonl:1:34: triple of "a" with itself; expected another object)"},
    {"TripleIsNoTriple", R"({"text":"ab","triples":["a"],"types":{"a":"x"}})",
     R"(gold.jsonl:1:25: element of "triples" is a string; expected an array)"},
    {"SurfaceIsNotThere", "\n{\"text\":\"知图\",\"triples\":[],\"types\":{\"图图\":\"x\"}}",
     R"(gold.jsonl:2:41: "图图" is not in the text; expected a part of it)"},
    {"SurfaceIsEmpty", R"({"text":"ab","triples":[],"types":{"":"x"}})",
     "gold.jsonl:1:39: type of an empty surface; expected a part of the text"},
    {"SurfaceTypeIsEmpty", R"({"text":"ab","triples":[],"types":{"a":""}})",
     "gold.jsonl:1:40: type is empty"},
    {"SurfaceTypeIsNoText", R"({"text":"ab","triples":[],"types":{"a":1}})",
     "gold.jsonl:1:40: type is a whole number; expected a string"},
    {"SurfaceHasTwoTypes", R"({"text":"ab","triples":[],"types":{"a":"x","a":"y"}})",
     R"(gold.jsonl:1:48: "a" has a type twice)"},
    {"OneFaultALine", "[]\n{}\n",
     "gold.jsonl:1:1: line is an array; expected an object\n"
     "gold.jsonl:2:1: no \"document\"; expected a string"},
};
INSTANTIATE_TEST_SUITE_P(Bad, AnnotationFault, testing::ValuesIn(kFaultCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(AnnotationFaults, AreListedUpToTwenty) {
  std::string lines;
  for (int i = 0; i < 30; ++i) lines += "7\n";
  try {
    Gold(lines);
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems().size(), 20U);
  }
}

TEST(ReadPredictions, TakesOnlyTheObjectOfExtract) {
  EXPECT_EQ(ErrorOf(Predictions, R"({"text":"","ents":[]})"),
            R"(pred.jsonl:1:1: no "document"; expected a string)");
}

TEST(ReadPredictions, MayBeEmpty) { EXPECT_TRUE(Predictions("").documents.empty()); }

TEST(ReadGold, KeepsStatementsAsTheyAreTold) {
  const AnnotationFile gold =
      Gold(R"({"text":"abab","ents":[[0,1,"x"],[1,2,"y"],[2,3,"x"],[3,4,"y"]],)"
           R"("relations":[[2,"p",3],[0,"p",1]]})");
  const AnnotatedDocument& document = gold.documents.front();
  EXPECT_EQ(document.statements.size(), 1U);
  ASSERT_EQ(document.told.size(), 2U);
  EXPECT_EQ(document.told[0].begin, 2U);
  EXPECT_EQ(document.told[1].end, 2U);
  EXPECT_EQ(document.told[0].subject_type + document.told[0].object_type, "xy");
}

TEST(ReadGold, KnowsDeniedStatements) {
  const AnnotationFile gold =
      Gold(R"({"document":"a","mentions":[],"statements":[)"
           R"({"subject":"s","predicate":"p","object":"o","modality":"negated"},)"
           R"({"subject":"s","predicate":"q","object":"o","modality":null}]})");
  EXPECT_TRUE(gold.documents.front().told[0].negated);
  EXPECT_FALSE(gold.documents.front().told[1].negated);
}

TEST(ReadGold, RefusesTooManySurfacesForALongText) {
  std::string line = R"({"text":")" + std::string(1U << 20U, 'a') + R"(","triples":[],"types":{)";
  for (int i = 0; i < 5000; ++i) line += '"' + std::to_string(i) + "\":\"x\",";
  std::istringstream in(line + R"("a":"x"}})");
  EXPECT_THROW(ReadGold(in, "gold.jsonl"), LimitError);
}

TEST(ReadGold, RefusesTooManyPlacesOfSurfaces) {
  std::istringstream in(R"({"text":")" + std::string(1'100'000, 'a') +
                        R"(","triples":[],"types":{"a":"x"}})");
  EXPECT_THROW(ReadGold(in, "gold.jsonl"), LimitError);
}

TEST(ReadGold, StopsAtALongLine) {
  std::istringstream in("{\"document\":\"a\",\"mentions\":[]}\n");
  EXPECT_THROW(ReadGold(in, "gold.jsonl", 10), LimitError);
}

}  // namespace
}  // namespace zhitu::extract
