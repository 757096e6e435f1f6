#include "extract/reference.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "extract/document_reader.h"
#include "extract/extraction.h"
#include "extract/preset.h"
#include "extract/utf8.h"
#include "tests/support/marked_names.h"
#include "tests/support/page.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
text: {clause_end: "，、：", sentence_end: "。！？", paragraph_end: "。！？"}
lexicons: {start: [打造, 启动]}
references:
  determiner: [该, 这个, 本]
  quantifier: [各, 其他, 示范]
  lead_in: [<start>, 由, 在, 和, 叫, 对]
  exception: [其他, 社区治理]
  surname: [李, 王, 张, 欧, 欧阳]
  title: [书记, 党支部书记, 阿姨]
  naming: [叫, 称]
  defining: [以下简称, 简称]
  heads:
    - {words: [社区], types: [community], bare: free}
    - {words: [办, 办事处], types: [office], name_ends: [办事处], bare: free}
    - {words: [中心], types: [facility], name_ends: any, bare: free, before: [<start>, 负责人]}
    - {words: [中心], types: [organization], name_ends: any}
    - {words: [项目], types: [program], name_ends: any}
    - {words: [他, 她], kind: pronoun, types: [person], bare: anywhere, paragraphs: 1, cataphora: true}
    - {words: [这里], kind: pronoun, types: [community, facility], bare: anywhere}
  organs:
    - {words: [党支部], type: organization}
    - {words: [食堂], type: facility, known: true}
)";

const Knowledge& TestKnowledge() {
  static const Knowledge knowledge = KnowledgeOf(kPreset);
  return knowledge;
}

Extraction Extract(const MarkedNames& names, const Knowledge& knowledge) {
  return ReadDocument(names.document(), names.gazetteer(), knowledge, {});
}

std::size_t CodePoint(const Extraction& extraction, std::size_t byte) {
  return CountCodePoints(std::string_view(extraction.document.text).substr(0, byte));
}

// References and what they name, as `surface=id@antecedent`, where the antecedent is the code point
// at which it begins; with `^` where nested, and `@-` without an antecedent. In order.
std::string Show(const Extraction& extraction) {
  std::string shown;
  for (const Mention& mention : extraction.mentions) {
    const bool reference = mention.antecedent.size() > 0;
    if (!reference && mention.kind == MentionKind::kName) continue;
    if (!shown.empty()) shown += ' ';
    if (mention.nested) shown += '^';
    shown += extraction.Surface(mention.span) + '=' + extraction.EntityId(mention.entity) + '@';
    shown += reference ? std::to_string(CodePoint(extraction, mention.antecedent.begin)) : "-";
  }
  return shown;
}

struct ReferenceCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const ReferenceCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class References : public testing::TestWithParam<ReferenceCase> {};

TEST_P(References, AreFound) {
  const MarkedNames names(GetParam().text);
  EXPECT_EQ(Show(Extract(names, TestKnowledge())), GetParam().expected);
}

const ReferenceCase kHeads[] = {
    {"NoText", "", ""},
    {"NoAntecedent", "社区来了，该社区也来了。", ""},
    {"Bare", "[竹溪社区:community]来了。社区好。", "社区=community:竹溪社区@0"},
    {"BareBehindAComma", "[竹溪社区:community]来了，社区好。", "社区=community:竹溪社区@0"},
    {"BareBehindABracket", "[竹溪社区:community]来了（社区好）。", "社区=community:竹溪社区@0"},
    {"BareInQuotes", "[竹溪社区:community]说：“社区好。”", "社区=community:竹溪社区@0"},
    {"BareInAWord", "[竹溪社区:community]的新社区。", ""},
    {"BareAtTheBeginningOfAParagraph", "[竹溪社区:community]来了\n社区好。",
     "社区=community:竹溪社区@0"},
    {"LeadIn", "[竹溪社区:community]：办了在社区的事。", "社区=community:竹溪社区@0"},
    {"LeadInLexicon", "[竹溪社区:community]：全力打造社区。", "社区=community:竹溪社区@0"},
    {"Definite", "[竹溪社区:community]来了。看该社区。", "该社区=community:竹溪社区@0"},
    {"DefiniteOfTwoCharacters", "[竹溪社区:community]来了。看这个社区。",
     "这个社区=community:竹溪社区@0"},
    {"DefiniteOnly", "[四季:program]来了。项目好，该项目好。", "该项目=program:四季@0"},
    {"Quantifier", "[竹溪社区:community]来了，各社区都来。", ""},
    {"QuantifierBeforeDefinite", "[竹溪社区:community]来了，在示范社区。", ""},
    {"Exception", "[竹溪社区:community]来了，社区治理好，其他社区好。", ""},
    {"ExceptionOverAPronoun", "[李青:person]来了，其他人也来。", ""},
    {"NameEnds", "[柳河街道:office]来了，办事处好。", ""},
    {"NameEndsWithTheWord", "[柳河办事处:office]来了，办事处好。", "办事处=office:柳河办事处@0"},
    {"LongerHeadFirst", "[柳河办事处:office]来了，办好事，办事处好。",
     "办=office:柳河办事处@0 办事处=office:柳河办事处@0"},
    {"BeforeAWord", "[新城书屋:facility]来了，中心好，中心启动了，中心负责人好。",
     "中心=facility:新城书屋@0 中心=facility:新城书屋@0"},
    {"SecondHeadOfTheSameWord", "[新城协会:organization]来了，中心启动了，该中心好。",
     "该中心=organization:新城协会@0"},
    {"BehindANameOfTheSame", "[竹溪社区:community]来了，[竹溪社区:community]社区好。",
     "社区=community:竹溪社区@7"},
    {"BehindANameOfAnother", "[竹溪社区:community]来了，[李青:person]社区好。", ""},
    {"ReferenceToAReference", "[竹溪社区:community]来了。\n该社区好。\n这里好。",
     "该社区=community:竹溪社区@0 这里=community:竹溪社区@8"},
    {"OverALineBreak", "[竹溪社区:community]来了。看 該 社 區。", "該 社 區=community:竹溪社区@0"},
    {"BylineIsRead", "[竹溪社区:community]来了。\nbyline> 社区供图", "社区=community:竹溪社区@0"},
};
INSTANTIATE_TEST_SUITE_P(Heads, References, testing::ValuesIn(kHeads), kName);

const ReferenceCase kPronouns[] = {
    {"Pronoun", "[李青:person]来了，她说好。", "她=person:李青@0"},
    {"AnywhereInAClause", "[李青:person]来了，大家请她来。", "她=person:李青@0"},
    {"Place", "[竹溪社区:community]来了，在这里。", "这里=community:竹溪社区@0"},
    {"TooFar", "[李青:person]来了。\n好。\n她说。", ""},
    {"Cataphora", "她说好，[李青:person]来了。", "她=person:李青@4"},
    {"NoCataphoraIntoTheNextParagraph", "她说好。\n[李青:person]来了。", ""},
    {"NotOfTheByline", "byline> 记者[李青:person]\n她说好。", ""},
    {"QuotedName", "[李青:person]来了。叫她“丫头”。", "她=person:李青@0 丫头=person:李青@0"},
    {"QuotedNameBehindAnotherWord", "[李青:person]来了。称她“丫头”。",
     "她=person:李青@0 丫头=person:李青@0"},
    {"NothingInQuotes", "[李青:person]来了，叫她“”。", "她=person:李青@0"},
    {"NoQuotes", "[李青:person]来了，叫她丫头。", "她=person:李青@0"},
    {"QuoteNeverClosed", "[李青:person]来了，叫她“丫头。\n好”", "她=person:李青@0"},
    {"QuoteTooLong", "[李青:person]来了，叫她“一二三四五六七八九十一二三四五六七八九十一”。",
     "她=person:李青@0"},
    {"QuoteOverClauses", "[李青:person]来了，叫她“丫头，来”。", "她=person:李青@0"},
    {"QuotedNameWithoutANamingWord", "[李青:person]来了，和她“丫头”。", "她=person:李青@0"},
};
INSTANTIATE_TEST_SUITE_P(Pronouns, References, testing::ValuesIn(kPronouns), kName);

const ReferenceCase kTitles[] = {
    {"Linked", "[李青:person]来了，李书记好。", "李书记=person:李青@0"},
    {"LinkedToTheLast", "[李青:person]和[李红:person]来了，李书记好。", "李书记=person:李红@3"},
    {"LinkedAhead", "李书记好。\n[李青:person]来了。", "李书记=person:李青@6"},
    {"LongestTitle", "[李青:person]来了，李党支部书记好。", "李党支部书记=person:李青@0"},
    {"LinkedWithAFamilyNameUnknown", "[孟青:person]来了，孟书记好。", "孟书记=person:孟青@0"},
    {"UnknownFamilyName", "[李青:person]来了，孟书记好。", ""},
    {"Unlinked", "找到了：张阿姨好。", "张阿姨=person:张阿姨@document@-"},
    {"UnlinkedTwice", "张阿姨好，张阿姨来了。",
     "张阿姨=person:张阿姨@document@- 张阿姨=person:张阿姨@document@-"},
    {"UnlinkedIsAnAntecedent", "张阿姨好，她来了。",
     "张阿姨=person:张阿姨@document@- 她=person:张阿姨@document@0"},
    {"NotOfTheByline", "byline> 记者[李青:person]\n李书记好。", "李书记=person:李书记@document@-"},
    {"BehindALeadIn", "办了由张阿姨的事。", "张阿姨=person:张阿姨@document@-"},
    {"InsideAClause", "一位张阿姨来了。", ""},
    {"AtTheBeginningOfAParagraph", "好\n书记来了。", ""},
    {"AtTheBeginning", "书记来了。", ""},
    {"BehindAName", "[李青:person]书记来了，[小李:person]书记来了。", ""},
    {"NoPersonsName", "[李庄:place]来了，李书记好。", "李书记=person:李书记@document@-"},
    {"TwoCharacters", "欧阳书记好，欧书记好。",
     "欧阳书记=person:欧阳书记@document@- 欧书记=person:欧书记@document@-"},
};
INSTANTIATE_TEST_SUITE_P(Titles, References, testing::ValuesIn(kTitles), kName);

const ReferenceCase kDefinitions[] = {
    {"Quoted", "[柳河街道办事处:office]（以下简称“柳河办”）来了。",
     "柳河办=office:柳河街道办事处@0"},
    {"NotQuoted", "[柳河街道办事处:office]（以下简称柳河办）来了。",
     "柳河办=office:柳河街道办事处@0"},
    {"Colon", "[柳河街道办事处:office]（简称：“柳河办”）来了。", "柳河办=office:柳河街道办事处@0"},
    {"NameInQuotes", "“[四季邻里:program]”（简称“四季”）来了。", "四季=program:四季邻里@1"},
    {"Repeated", "[柳河街道办事处:office]（简称“柳河办”）来了，去柳河办。\n新柳河办好。",
     "柳河办=office:柳河街道办事处@0 柳河办=office:柳河街道办事处@0 "
     "柳河办=office:柳河街道办事处@0"},
    {"NotBefore", "柳河办好。[柳河街道办事处:office]（简称“柳河办”）来了。",
     "柳河办=office:柳河街道办事处@5"},
    {"NotInsideNames",
     "[柳河街道办事处:office]（简称“柳河办”）来了，[柳河办食堂:facility]好，柳河办好。",
     "柳河办=office:柳河街道办事处@0 柳河办=office:柳河街道办事处@0"},
    {"NoName", "柳河（以下简称“柳河办”）来了，柳河办好。", ""},
    {"NoBracket", "[柳河街道办事处:office]以下简称“柳河办”。柳河办好。", ""},
    {"NameNotDirectlyBefore", "[柳河街道办事处:office]们（简称“柳河办”）来了。柳河办好。", ""},
    {"OneCharacter", "[柳河街道办事处:office]（简称“柳”）来了。柳好。", ""},
    {"NeverClosed", "[柳河街道办事处:office]（简称“柳河好。\n柳河好”。", ""},
    {"BracketNeverClosed", "[柳河街道办事处:office]（简称柳河好。\n柳河好）。", ""},
    {"TooLong", "[柳河街道办事处:office]（简称“一二三四五六七八九十一二三四五六七八九十一”）来了。",
     ""},
    {"BracketInTheForm", "[柳河街道办事处:office]（简称柳（河）办）来了。", ""},
    {"FormIsNoPlaceForOthers", "[柳河社区:community]（简称“本社区”）来了。",
     "本社区=community:柳河社区@0"},
};
INSTANTIATE_TEST_SUITE_P(Definitions, References, testing::ValuesIn(kDefinitions), kName);

const ReferenceCase kOrgans[] = {
    {"Composed", "[竹溪社区:community]来了，社区党支部好。",
     "社区党支部=organization:竹溪社区党支部@0 ^社区=community:竹溪社区@0"},
    {"Definite", "[竹溪社区:community]来了，看该社区党支部。",
     "该社区党支部=organization:竹溪社区党支部@0 ^该社区=community:竹溪社区@0"},
    {"ComposedTwiceIsOne", "[竹溪社区:community]来了，社区党支部好，社区党支部来了。",
     "社区党支部=organization:竹溪社区党支部@0 ^社区=community:竹溪社区@0 "
     "社区党支部=organization:竹溪社区党支部@0 ^社区=community:竹溪社区@0"},
    {"InTheDictionary", "[竹溪社区:community]来了，社区党支部好。[竹溪社区党支部:party]",
     "社区党支部=party:竹溪社区党支部@0 ^社区=community:竹溪社区@0"},
    {"TwoInTheDictionary",
     "[竹溪社区:community]来了，社区党支部好。[竹溪社区党支部:party][竹溪社区党支部:other]",
     "社区=community:竹溪社区@0"},
    {"KnownInTheDictionary", "[竹溪社区:community]来了，社区食堂好。[竹溪社区食堂:facility]",
     "社区食堂=facility:竹溪社区食堂@0 ^社区=community:竹溪社区@0"},
    {"KnownAndNotInTheDictionary", "[竹溪社区:community]来了，社区食堂好。",
     "社区=community:竹溪社区@0"},
    {"IsAnAntecedent", "[竹溪社区:community]来了，社区党支部好，该中心好。",
     "社区党支部=organization:竹溪社区党支部@0 ^社区=community:竹溪社区@0 "
     "该中心=organization:竹溪社区党支部@7"},
    {"OrganAlone", "[竹溪社区:community]来了，党支部好。", ""},
};
INSTANTIATE_TEST_SUITE_P(Organs, References, testing::ValuesIn(kOrgans), kName);

const ReferenceCase kRegression[] = {
    // A reference had been found in part of a name.
    {"DeterminerOfAName", "[竹溪社区:community]来了，[山海读本:program]社区好。", ""},
    {"FamilyNameOfAName", "[欧:person]阳书记好。", ""},
    {"OrganOfAName", "[竹溪社区:community]来了，社区[党支部之家:facility]好。",
     "社区=community:竹溪社区@0"},
    {"QuotedNameIsAName", "[李青:person]来了，叫她“[丫头:person]”。", "她=person:李青@0"},
    {"FormIsAName", "[柳河街道办事处:office]（简称“[柳河办:office]”）来了，[柳河办:office]好。",
     ""},
    // It had been looked for under its last character alone.
    {"FamilyNameOfTwoCharacters", "[欧阳青:person]和[阳光:person]来了，欧阳书记好。",
     "欧阳书记=person:欧阳青@0"},
    // Both definitions had given a mention each.
    {"FormDefinedTwice",
     "[甲办:office]（简称“老办”）来了，老办好。[乙办:office]（简称“老办”）来了，老办好。",
     "老办=office:甲办@0 老办=office:甲办@0 老办=office:乙办@17 老办=office:乙办@17"},
    {"FormInAForm",
     "[甲办:office]（简称“河办”）和[乙办:office]（简称“柳河办”）来了，柳河办好，河办好。",
     "河办=office:甲办@0 柳河办=office:乙办@11 柳河办=office:乙办@11 河办=office:甲办@0"},
    {"FormInAWord", "[甲办:office]（简称AI）来了，AI好，MAIN好。",
     "AI=office:甲办@0 AI=office:甲办@0"},
};
INSTANTIATE_TEST_SUITE_P(Regression, References, testing::ValuesIn(kRegression), kName);

// All parts of the mentions, one a line: what `Show` leaves out.
std::string Details(const Extraction& extraction) {
  std::string shown;
  for (const Mention& m : extraction.mentions) {
    if (m.kind == MentionKind::kName && m.antecedent.size() == 0) continue;
    shown += fmt::format("{} {} {} {} block {} sentence {} {}\n", extraction.Surface(m.span),
                         MentionKindName(m.kind), m.confidence, ZoneName(m.zone), m.block,
                         m.sentence, m.why);
  }
  return shown;
}

TEST(ReferenceMentions, TellTheirKindPlaceAndConfidence) {
  const MarkedNames names(
      "headline> [竹溪社区:community]\n"
      "[李青:person]来了。该社区好，社区好。\n"
      "caption> 她在社区党支部，张阿姨来了，叫她“丫头”。");
  EXPECT_EQ(Details(Extract(names, TestKnowledge())),
            "该社区 nominal 0.9 body block 1 sentence 2 \n"
            "社区 nominal 0.8 body block 1 sentence 2 \n"
            "她 pronoun 0.7 caption block 2 sentence 3 \n"
            "社区党支部 nominal 0.8 caption block 2 sentence 3 \n"
            "社区 nominal 0.8 caption block 2 sentence 3 \n"
            "张阿姨 nominal 0.85 caption block 2 sentence 3 family name and title\n"
            "她 pronoun 0.7 caption block 2 sentence 3 \n"
            "丫头 nominal 0.7 caption block 2 sentence 3 \n");
}

TEST(ReferenceMentions, EntitiesThatAreFoundAreMadeOnce) {
  const MarkedNames names(
      "[竹溪社区:community]来了，社区党支部好，社区党支部来了，张阿姨好，张阿姨来了，李阿姨好。");
  std::string shown;
  for (const Entity& entity : Extract(names, TestKnowledge()).found)
    shown += entity.id + ' ' + entity.name + ' ' + entity.type + ' ' + entity.why + '\n';
  EXPECT_EQ(shown,
            "organization:竹溪社区党支部 竹溪社区党支部 organization reference\n"
            "person:张阿姨@document 张阿姨 person reference\n"
            "person:李阿姨@document 李阿姨 person reference\n");
}

// The names of what is found had held the line breaks of the page.
TEST(ReferenceRegression, LineBreaksInNamesThatAreFound) {
  MarkedNames names("[竹溪社区:community]来了，社区党支部好，张阿姨好");
  Document document = names.document();
  const std::size_t organ = document.text.find("支部");
  document.text.insert(organ, "\n");
  const std::size_t title = document.text.find("姨");
  document.text.insert(title, "\r\n");
  const std::size_t end = document.text.size() - 1;
  document.blocks[0].pieces = {{0, organ}, {organ + 1, title}, {title + 2, end}};
  std::string shown;
  for (const Entity& entity : ReadDocument(document, names.gazetteer(), TestKnowledge(), {}).found)
    shown += entity.id + ' ' + entity.name + '\n';
  EXPECT_EQ(shown, "organization:竹溪社区党支部 竹溪社区党支部\nperson:张阿姨@document 张阿姨\n");
}

TEST(ReferenceMentions, AreNotLookedForWithoutASection) {
  const Knowledge knowledge = KnowledgeOf("text: {clause_end: '，'}\n");
  const MarkedNames names("[竹溪社区:community]来了，该社区好。");
  EXPECT_EQ(Show(Extract(names, knowledge)), "");
}

TEST(ReferenceMentions, FiftyFormsOfADocument) {
  std::string text;
  std::string again;
  for (int i = 10; i < 70; ++i) {
    text += fmt::format("[甲{0}:office]（简称“短{0}”）。", i);
    again += fmt::format("短{}，", i);
  }
  const MarkedNames names(text + again);
  const Extraction extraction = Extract(names, TestKnowledge());
  const std::string shown = Show(extraction);
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '='), 100);
  EXPECT_NE(shown.find("短59=office:甲59"), std::string::npos);
  EXPECT_EQ(shown.find("短60"), std::string::npos);
}

class NewsReferences : public testing::TestWithParam<ReferenceCase> {
 protected:
  static const Preset& News() {
    static const Preset preset = Preset::Load("zh-news", {});
    return preset;
  }
};

TEST_P(NewsReferences, AreFound) {
  const MarkedNames names(GetParam().text);
  EXPECT_EQ(Show(Extract(names, News().knowledge())), GetParam().expected);
}

const ReferenceCase kNews[] = {
    {"Office", "[云川区柳河街道办事处:office]召开会议。会上，办事处主任讲话，全办职工参加。",
     "办事处=office:云川区柳河街道办事处@0 全办=office:云川区柳河街道办事处@18"},
    {"Community",
     "[竹溪社区:community]召开会议。该社区积极开展活动，社区治理水平提高，各社区学习。",
     "该社区=community:竹溪社区@0"},
    {"PersonByTitleAndPronoun",
     "[竹溪社区:community]党支部书记[闻小满:person]说好。她笑了。张阿姨来了，大家叫她“丫头”。"
     "闻书记笑了。",
     "她=person:闻小满@9 张阿姨=person:张阿姨@document@- 她=person:张阿姨@document@19 "
     "丫头=person:张阿姨@document@19 闻书记=person:闻小满@9"},
    {"Definition", "[柳河街道办事处:office]（以下简称“柳河办”）来了。柳河办打造品牌。",
     "柳河办=office:柳河街道办事处@0 柳河办=office:柳河街道办事处@0"},
    {"Organ", "[竹溪社区:community]召开会议，社区党支部讲话。",
     "社区党支部=organization:竹溪社区党支部@0 ^社区=community:竹溪社区@0"},
    {"OfNoOne", "[闻小满:person]来了，其他居民也来，各社区、有关负责人和对方负责人都来。", ""},
};
INSTANTIATE_TEST_SUITE_P(News, NewsReferences, testing::ValuesIn(kNews), kName);

// What holds of every text, whatever stands in it.
std::string Faults(const Extraction& extraction) {
  std::string faults;
  const auto tell = [&](const char* what, const Mention& mention) {
    faults += std::string(what) + ": " + extraction.Surface(mention.span) + '\n';
  };
  const std::vector<Mention>& all = extraction.mentions;
  const Mention* outer = nullptr;
  for (const Mention& mention : all) {
    if (mention.span.size() == 0 || mention.span.end > extraction.document.text.size())
      tell("no span", mention);
    const bool inside = outer != nullptr && mention.span.begin < outer->span.end;
    if (mention.nested && (!inside || mention.span.end > outer->span.end)) tell("not in", mention);
    if (!mention.nested && inside) tell("overlaps", mention);
    if (!mention.nested) outer = &mention;
    if (mention.antecedent.size() == 0) continue;
    const bool known = std::any_of(all.begin(), all.end(), [&](const Mention& other) {
      return other.span == mention.antecedent && &other != &mention;
    });
    if (!known) tell("antecedent is no mention", mention);
  }
  return faults;
}

TEST(ReferencesRandom, LieSideBySideAndGoBackToMentions) {
  const std::vector<std::string> parts = {"[竹溪社区:community]",
                                          "[李青:person]",
                                          "[柳河办事处:office]",
                                          "[读本:program]",
                                          "[丫头:person]",
                                          "[[竹溪:place]党支部:organization]",
                                          "[欧:person]",
                                          "社区",
                                          "该",
                                          "本",
                                          "各",
                                          "其他",
                                          "她",
                                          "他",
                                          "这里",
                                          "党支部",
                                          "食堂",
                                          "办",
                                          "办事处",
                                          "中心",
                                          "书记",
                                          "阿姨",
                                          "李",
                                          "欧阳",
                                          "张",
                                          "（简称",
                                          "柳河办",
                                          "竹溪",
                                          "）",
                                          "“",
                                          "”",
                                          "，",
                                          "。",
                                          "\n",
                                          "叫",
                                          "由",
                                          "打造",
                                          "来了",
                                          " ",
                                          "AI",
                                          "x"};
  std::mt19937 random(11);
  std::size_t references = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) text += parts[random() % parts.size()];
    const MarkedNames names(text);
    const Extraction extraction = Extract(names, TestKnowledge());
    ASSERT_EQ(Faults(extraction), "") << text << '\n' << Show(extraction);
    for (const Mention& mention : extraction.mentions)
      references += mention.kind != MentionKind::kName ? 1U : 0U;
  }
  EXPECT_GT(references, 1000U);
}

// Far below the limit where time grows with the length, hours where it grows with its square.
class ReferenceTime : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_LT(std::chrono::steady_clock::now() - begin_, std::chrono::seconds(60));
  }
  static std::size_t Count(const std::string& text) {
    const MarkedNames names(text);
    return Extract(names, TestKnowledge()).mentions.size();
  }
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

TEST_F(ReferenceTime, TwentyThousandReferencesAndNames) {
  EXPECT_EQ(Count(Repeat("[竹溪社区:community]来了，该社区好。", 20'000)), 40'000U);
  EXPECT_EQ(Count(Repeat("[四季:program]来了，该社区好。", 20'000)), 20'000U);
}

TEST_F(ReferenceTime, OneLongSentence) {
  EXPECT_EQ(Count("[竹溪社区:community]" + Repeat("，该社区好", 70'000)), 70'001U);
  EXPECT_EQ(Count("[竹溪社区:community]，" + Repeat("打造社区", 100'000)), 100'001U);
}

TEST_F(ReferenceTime, ManyQuotes) {
  EXPECT_EQ(Count("[李青:person]来了，" + Repeat("叫她“丫头”，", 10'000)), 20'001U);
  EXPECT_EQ(Count("[李青:person]来了" + Repeat("，叫她“", 100'000)), 100'001U);
  EXPECT_EQ(Count("[李青:person]来了" + Repeat("“", 300'000) + "她好。"), 2U);
}

TEST_F(ReferenceTime, DefinitionsNeverClosed) {
  EXPECT_EQ(Count(Repeat("[竹溪社区:community]（简称竹溪。", 50'000)), 50'000U);
  EXPECT_EQ(Count(Repeat("[竹溪社区:community]（简称“竹溪。", 50'000)), 50'000U);
}

TEST_F(ReferenceTime, FormsThatComeAgain) {
  std::string text;
  for (int i = 10; i < 60; ++i) text += fmt::format("[甲{0}:office]（简称“短{0}”）。", i);
  EXPECT_EQ(Count(text + Repeat("短59，", 100'000)), 100'100U);
}

// Each person is made of a text of its own, so that the entities are as many as the mentions.
TEST_F(ReferenceTime, ManyPersonsThatAreNotInTheDictionary) {
  std::string titles;
  for (int i = 0; i < 60'000; ++i) titles += fmt::format("称{},", i);
  const Knowledge knowledge =
      KnowledgeOf("text: {clause_end: '，'}\nreferences: {surname: [李], title: [" + titles + "]}");
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += fmt::format("李称{}，", i);
  EXPECT_EQ(Extract(MarkedNames(text), knowledge).found.size(), 60'000U);
}

}  // namespace
}  // namespace zhitu::extract
