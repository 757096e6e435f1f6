#include "extract/antecedent.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "extract/gazetteer.h"
#include "extract/utf8.h"
#include "tests/support/marked_names.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

TextConventions WithLists() {
  TextConventions conventions = ChineseNews();
  conventions.list_separator = {"、", "和"};
  return conventions;
}

// A text with its names marked, in which `*` is the place of a reference.
class Scene {
 public:
  explicit Scene(const std::string& marked) : names_(marked), view_(document(), ChineseNews()) {
    linked_ = LinkMatches(names_.gazetteer(), view_,
                          names_.gazetteer().Find(view_.folded(), document().text));
  }

  std::string Choose(const ReferenceHead& head) const { return Show(All().Choose(head, At())); }
  std::string Person(const std::string& surname) const { return Show(All().Person(surname, At())); }
  // With the first mention of `surface` as a reference to the entity of the first of `name`.
  std::string ChooseWithReference(const ReferenceHead& head, const std::string& name,
                                  const std::string& surface) const {
    Antecedents all = All();
    LinkedMention reference = First(surface);
    reference.mention.entity = First(name).mention.entity;
    all.Add(reference);
    return Show(all.Choose(head, At()));
  }

 private:
  const Document& document() const { return names_.document(); }
  std::size_t At() const { return view_.folded().text().find('*'); }
  Antecedents All() const { return {view_, conventions_, entities_, linked_}; }
  const LinkedMention& First(const std::string& surface) const {
    return *std::find_if(linked_.begin(), linked_.end(), [&](const LinkedMention& linked) {
      return linked.mention.span.In(document().text) == surface;
    });
  }
  // `name@code point`, the name of the entity.
  std::string Show(const Antecedent& antecedent) const {
    if (antecedent.entity == kNoEntity) return "none";
    const std::size_t at =
        CountCodePoints(std::string_view(document().text).substr(0, antecedent.span.begin));
    return entities_.Name(antecedent.entity) + '@' + std::to_string(at);
  }

  MarkedNames names_;
  TextConventions conventions_ = WithLists();
  View view_;
  std::vector<Entity> found_;
  EntityNames entities_{names_.gazetteer(), found_};
  std::vector<LinkedMention> linked_;
};

ReferenceHead Head(std::vector<std::string> types, std::vector<std::string> endings = {}) {
  ReferenceHead head;
  head.types = std::move(types);
  head.endings = std::move(endings);
  return head;
}
ReferenceHead Near(std::size_t paragraphs, bool cataphora = false) {
  ReferenceHead head = Head({"office"});
  head.paragraphs = paragraphs;
  head.cataphora = cataphora;
  return head;
}

struct ChoiceCase {
  const char* name;
  const char* text;
  ReferenceHead head;
  const char* expected;
};
void PrintTo(const ChoiceCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class AntecedentChoice : public testing::TestWithParam<ChoiceCase> {};

TEST_P(AntecedentChoice, IsTheBest) {
  EXPECT_EQ(Scene(GetParam().text).Choose(GetParam().head), GetParam().expected);
}

const ChoiceCase kFit[] = {
    {"NoName", "他来到*。", Head({"office"}), "none"},
    {"OneName", "[甲局:office]的人到*。", Head({"office"}), "甲局@0"},
    {"OtherType", "[甲局:office]的人到*。", Head({"place"}), "none"},
    {"OneOfTheTypes", "[甲局:office]的人到*。", Head({"office", "place"}), "甲局@0"},
    {"NameEnds", "[甲局:office]的[乙所:office]的*。", Head({"office"}, {"局", "站"}), "甲局@0"},
    {"NameEndsOtherwise", "[甲局:office]的*。", Head({"office"}, {"所"}), "none"},
    {"NameEndsFolded", "[甲區:office]的*。", Head({"office"}, {"区"}), "甲區@0"},
    {"Behind", "*的[甲局:office]。", Head({"office"}), "none"},
    {"NameThatRunsOverThePlace", "[甲*局:office]", Head({"office"}), "none"},
    {"PersonOfAByline", "byline> 记者[甲局:office]\n*。", Head({"office"}), "none"},
};
INSTANTIATE_TEST_SUITE_P(Fit, AntecedentChoice, testing::ValuesIn(kFit), kName);

const ChoiceCase kScore[] = {
    {"LastOfASentence", "去[甲局:office]到[乙局:office]去*。", Head({"office"}), "乙局@4"},
    {"LaterSentence", "到[甲局:office]。到[乙局:office]。到*。", Head({"office"}), "乙局@5"},
    {"SubjectOfTheSentence", "[甲局:office]到[乙局:office]，*。", Head({"office"}), "甲局@0"},
    {"SubjectBehindAComma", "到[甲局:office]，[乙局:office]到[丙局:office]去*。", Head({"office"}),
     "乙局@4"},
    {"SubjectInQuotes", "“[甲局:office]”到[乙局:office]，*。", Head({"office"}), "甲局@1"},
    {"SubjectBehindAnotherName", "[丁区:place][甲局:office]到[乙局:office]，*。", Head({"office"}),
     "甲局@2"},
    {"MemberOfAListIsNoSubject", "[甲局:office]去[丁区:place]、[乙局:office]，*。",
     Head({"office"}), "甲局@0"},
    {"NoSubjectBehindAnotherNameInTheMiddle", "到[丁区:place][甲局:office]和[乙局:office]，*。",
     Head({"office"}), "乙局@6"},
    {"SubjectOfTheSentenceBeforeIsFarther", "[甲局:office]来。到[乙局:office]去*。",
     Head({"office"}), "乙局@5"},
    {"SubjectBeforeLastOfTheSentenceBefore", "[甲局:office]和[乙局:office]。*。", Head({"office"}),
     "甲局@0"},
    {"OutermostBeforeNested", "去[甲局:office]找[[乙局:office]会:organization]，*。",
     Head({"office"}), "甲局@1"},
    {"NestedWhereThereIsNoOther", "找[[乙局:office]会:organization]，*。", Head({"office"}),
     "乙局@1"},
    {"NestedIsNoSubject", "[[乙局:office]会:organization]找[甲局:office]，*。", Head({"office"}),
     "甲局@4"},
    {"MemberOfAListIsSubjectAsTheFirst", "[丁区:place]、[甲局:office]到[乙局:office]，*。",
     Head({"office"}), "甲局@3"},
    {"FrequentBeforeNearer", "去[甲局:office]到[乙局:office]去*。[甲局:office]、[甲局:office]。",
     Head({"office"}), "甲局@1"},
    {"NearerOfEqualCounts", "去[甲局:office]到[乙局:office]去*。[甲局:office]和[乙局:office]。",
     Head({"office"}), "乙局@4"},
    {"NoCountMakesUpForASentence",
     "去[甲局:office]。到[乙局:office]去*。到[甲局:office]、[甲局:office]、[甲局:office]、"
     "[甲局:office]、[甲局:office]、[甲局:office]、[甲局:office]、[甲局:office]、[甲局:office]。",
     Head({"office"}), "乙局@5"},
    // 1/3 + 0.5/3 + 4 * 0.02 against 1/2 + 0.02 if it were not.
    {"EndOfAParagraphIsWorthASentence",
     "[甲局:office]来。\n到[乙局:office]去。到*。到[甲局:office]和[甲局:office]和[甲局:office]。",
     Head({"office"}), "乙局@6"},
};
INSTANTIATE_TEST_SUITE_P(Score, AntecedentChoice, testing::ValuesIn(kScore), kName);

const ChoiceCase kReach[] = {
    {"Anywhere", "到[甲局:office]。\n。\n。\n。\n到*。", Head({"office"}), "甲局@1"},
    {"SameParagraph", "到[甲局:office]。到*。", Near(0), "甲局@1"},
    {"ParagraphBefore", "到[甲局:office]。\n到*。", Near(0), "none"},
    {"OneParagraphBefore", "到[甲局:office]。\n到*。", Near(1), "甲局@1"},
    {"TwoParagraphsBefore", "到[甲局:office]。\n。\n到*。", Near(1), "none"},
    {"HeadlineIsAParagraph", "headline> [甲局:office]\n到*。", Near(1), "甲局@0"},
    {"Cataphora", "到*，[甲局:office]，[乙局:office]。", Near(1, true), "甲局@3"},
    {"CataphoraInALaterSentence", "到*。[甲局:office]。", Near(1, true), "甲局@3"},
    {"CataphoraNotInTheNextParagraph", "到*。\n[甲局:office]。", Near(1, true), "none"},
    {"CataphoraOfWhatFits", "到*，[丁区:place][甲局:office]。", Near(1, true), "甲局@5"},
    {"BeforeGoesBeforeBehind", "到[乙局:office]去*，[甲局:office]。", Near(1, true), "乙局@1"},
};
INSTANTIATE_TEST_SUITE_P(Reach, AntecedentChoice, testing::ValuesIn(kReach), kName);

std::string Other(std::size_t count) { return Repeat("去[丁区:place]，", count); }

TEST(AntecedentReach, FourHundredNamesBack) {
  const ReferenceHead head = Head({"office"});
  EXPECT_EQ(Scene("[甲局:office]，" + Other(399) + "*").Choose(head), "甲局@0");
  EXPECT_EQ(Scene("[甲局:office]，" + Other(400) + "*").Choose(head), "none");
  EXPECT_EQ(Scene("[李青:person]，" + Other(399) + "*").Person("李"), "李青@0");
  EXPECT_EQ(Scene("[李青:person]，" + Other(400) + "*").Person("李"), "none");
}

TEST(AntecedentReach, TwentyNamesAheadAndFourHundredForAPerson) {
  const ReferenceHead head = Near(0, true);
  EXPECT_EQ(Scene("*，" + Other(19) + "[甲局:office]").Choose(head), "甲局@78");
  EXPECT_EQ(Scene("*，" + Other(20) + "[甲局:office]").Choose(head), "none");
  EXPECT_EQ(Scene("*，" + Other(399) + "[李青:person]").Person("李"), "李青@1598");
  EXPECT_EQ(Scene("*，" + Other(400) + "[李青:person]").Person("李"), "none");
}

TEST(AntecedentReferences, AreAntecedentsToo) {
  const ReferenceHead head = Head({"office"});
  const Scene scene("去[甲局:office]。去[乙局:office]。\n。[那里:other]。*。");
  EXPECT_EQ(scene.Choose(head), "乙局@5");
  EXPECT_EQ(scene.ChooseWithReference(head, "甲局", "那里"), "甲局@10");
}

struct PersonCase {
  const char* name;
  const char* text;
  const char* surname;
  const char* expected;
};
void PrintTo(const PersonCase& c, std::ostream* out) { *out << c.name; }
class AntecedentPerson : public testing::TestWithParam<PersonCase> {};

TEST_P(AntecedentPerson, HasTheFamilyName) {
  EXPECT_EQ(Scene(GetParam().text).Person(GetParam().surname), GetParam().expected);
}

const PersonCase kPersonCases[] = {
    {"NoOne", "到*。", "李", "none"},
    {"OtherFamilyName", "[王小满:person]到*。", "李", "none"},
    {"NoPerson", "[李庄:place]到*。", "李", "none"},
    {"Before", "[李青:person]到*。", "李", "李青@0"},
    {"LastBefore", "[李青:person]、[李红:person]、[王小满:person]到*。", "李", "李红@3"},
    {"FirstBehind", "*，[李青:person]、[李红:person]。", "李", "李青@2"},
    {"BeforeGoesBeforeBehind", "[李青:person]。\n。\n*[李红:person]。", "李", "李青@0"},
    {"NotOfAByline", "byline> 记者[李青:person]\n*。", "李", "none"},
    {"TwoCharacters", "[欧阳青:person]，[欧文:person]到*。", "欧阳", "欧阳青@0"},
    {"Folded", "[張青:person]到*。", "张", "張青@0"},
};
INSTANTIATE_TEST_SUITE_P(Basics, AntecedentPerson, testing::ValuesIn(kPersonCases), kName);

}  // namespace
}  // namespace zhitu::extract
