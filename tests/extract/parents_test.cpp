#include "extract/parents.h"

#include <gtest/gtest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

// Words `name>parent`, each an entity with id `t:name`; `name=alias` gives it an alias. Behind a
// word
// `/` stands another file, whose ids begin with `u:`.
struct Family {
  explicit Family(const std::string& words) {
    builder.AddFile("d.csv", "");
    std::istringstream in(words);
    for (std::string word; in >> word;) {
      if (word == "/") {
        file = builder.AddFile("e.csv", "");
      } else {
        Add(word);
      }
    }
  }

  void Add(std::string word) {
    const std::size_t arrow = word.find('>');
    const std::string parent = arrow == std::string::npos ? "" : word.substr(arrow + 1);
    word.resize(std::min(arrow, word.size()));
    const std::size_t equals = word.find('=');
    std::vector<std::string> aliases;
    if (equals != std::string::npos) aliases.push_back(word.substr(equals + 1));
    const std::string name = word.substr(0, equals);
    const Entity entity{
        (file == 0 ? "t:" : "u:") + name, name, "t", aliases, {}, {}, kNoEntity, {}};
    const EntityIndex index = builder.Add(entity, {}, file, 1);
    if (!parent.empty()) links.AddChild(index, parent, {"d.csv", index + 2, 7});
  }

  // The parents found, as `name>id of the parent`, then the faults, one a line.
  std::string Resolve() {
    std::vector<Problem> problems;
    links.Resolve(builder, problems);
    const Gazetteer gazetteer = builder.Build();
    std::string shown;
    for (EntityIndex i = 0; i < gazetteer.size(); ++i) {
      const Entity entity = gazetteer.Details(i);
      if (entity.parent == kNoEntity) continue;
      if (!shown.empty()) shown += ' ';
      shown += entity.name + '>' + std::string(gazetteer.entity(entity.parent).id);
    }
    for (const Problem& problem : problems) shown += '\n' + Describe(problem);
    return shown;
  }

  GazetteerBuilder builder;
  ParentLinks links;
  std::uint32_t file = 0;
};

struct ParentsCase {
  const char* name;
  const char* words;
  const char* resolved;
};
void PrintTo(const ParentsCase& c, std::ostream* out) { *out << c.name; }
class Parents : public testing::TestWithParam<ParentsCase> {};

TEST_P(Parents, AreResolved) { EXPECT_EQ(Family(GetParam().words).Resolve(), GetParam().resolved); }

const ParentsCase kFound[] = {
    {"None", "甲 乙", ""},
    {"ByName", "甲 乙>甲", "乙>t:甲"},
    {"ById", "甲 乙>t:甲", "乙>t:甲"},
    {"ByAlias", "甲=丙 乙>丙", "乙>t:甲"},
    {"FurtherDown", "乙>甲 甲>丙 丙", "乙>t:甲 甲>t:丙"},
    {"Folded", "郑州 Hut 甲>鄭州 乙>ＨＵＴ", "甲>t:郑州 乙>t:Hut"},
    {"IdIsNotFolded", "a b>T:a",
     "\nd.csv:3:7: parent 'T:a' is unknown; expected the name or id of "
     "an entity in the dictionaries"},
    {"NameBeforeAlias", "甲=丙 丙 乙>丙", "乙>t:丙"},
    {"IdBeforeName", "甲 t:甲 乙>t:甲", "乙>t:甲"},
    {"OfItsOwnFile", "甲 乙>甲 / 甲 丙>甲 丁>t:甲", "乙>t:甲 丙>u:甲 丁>t:甲"},
    {"ByAliasOfItsOwnFile", "甲=丁 乙>丁 / 丙=丁", "乙>t:甲"},
    {"OfAnotherFile", "甲 / 丙>甲", "丙>t:甲"},
    {"AliasThatIsTheNameToo", "甲=甲 乙>甲", "乙>t:甲"},
};
const ParentsCase kFaults[] = {
    {"Unknown", "甲>丙",
     "\nd.csv:2:7: parent '丙' is unknown; expected the name or id of an entity in the "
     "dictionaries"},
    {"Misspelt", "郑州 甲>郑洲",
     "\nd.csv:3:7: parent '郑洲' is unknown; expected the name or id of an entity in the "
     "dictionaries; did you mean '郑州'?"},
    {"AmbiguousName", "a A c>ａ",
     "\nd.csv:4:7: parent 'ａ' is ambiguous; expected one of the ids 't:a' 't:A'"},
    {"AmbiguousAlias", "甲=丙 乙=丙 丁>丙",
     "\nd.csv:4:7: parent '丙' is ambiguous; expected one of the ids 't:甲' 't:乙'"},
    {"AmbiguousInOtherFiles", "甲 / 甲 / 丙>甲",
     "\nd.csv:4:7: parent '甲' is ambiguous; expected one of the ids 't:甲' 'u:甲'"},
    {"AmbiguousInItsOwnFile", "a A c>a / b",
     "\nd.csv:4:7: parent 'a' is ambiguous; expected one of the ids 't:a' 't:A'"},
    {"ManyCandidates", "a=x b=x c=x d=x e=x f=x g=x h=x i=x j=x k>x",
     "\nd.csv:12:7: parent 'x' is ambiguous; expected one of the ids 't:a' 't:b' 't:c' 't:d' 't:e' "
     "'t:f' 't:g' 't:h' and 2 more"},
    {"Several", "甲>丙 乙>丁",
     "\nd.csv:2:7: parent '丙' is unknown; expected the name or id of an entity in the dictionaries"
     "\nd.csv:3:7: parent '丁' is unknown; expected the name or id of an entity in the "
     "dictionaries"},
};
const ParentsCase kCircles[] = {
    {"Self", "甲>甲", "甲>t:甲\nd.csv:2:7: parents go in a circle; expected none: t:甲 -> t:甲"},
    {"Two", "甲>乙 乙>甲",
     "甲>t:乙 乙>t:甲\nd.csv:2:7: parents go in a circle; expected none: t:甲 -> t:乙 -> t:甲"},
    {"ByAlias", "甲=丙>丙",
     "甲>t:甲\nd.csv:2:7: parents go in a circle; expected none: t:甲 -> t:甲"},
    {"TwoCircles", "甲>甲 乙 丙>丁 丁>丙",
     "甲>t:甲 丙>t:丁 丁>t:丙"
     "\nd.csv:2:7: parents go in a circle; expected none: t:甲 -> t:甲"
     "\nd.csv:4:7: parents go in a circle; expected none: t:丙 -> t:丁 -> t:丙"},
    {"LedIntoFromOutside", "甲>乙 乙>丙 丙>乙 丁>甲",
     "甲>t:乙 乙>t:丙 丙>t:乙 丁>t:甲"
     "\nd.csv:3:7: parents go in a circle; expected none: t:乙 -> t:丙 -> t:乙"},
    {"Long", "a>b b>c c>d d>e e>f f>g g>h h>i i>j j>a",
     "a>t:b b>t:c c>t:d d>t:e e>t:f f>t:g g>t:h h>t:i i>t:j j>t:a"
     "\nd.csv:2:7: parents go in a circle; expected none: t:a -> t:b -> t:c -> t:d -> t:e -> t:f "
     "-> "
     "t:g -> t:h -> 2 more -> t:a"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Found, Parents, testing::ValuesIn(kFound), kName);
INSTANTIATE_TEST_SUITE_P(Faults, Parents, testing::ValuesIn(kFaults), kName);
INSTANTIATE_TEST_SUITE_P(Circles, Parents, testing::ValuesIn(kCircles), kName);

TEST(ParentLinks, AreSilentAboutNamesWithFaultsOfTheirOwn) {
  Family family("甲>郑州 乙>丙");
  family.links.AddFaulty("鄭州");
  EXPECT_EQ(family.Resolve(),
            "\nd.csv:3:7: parent '丙' is unknown; expected the name or id of an entity in the "
            "dictionaries");
}

// Regression: each unknown parent was compared with every name, each ambiguous one listed all.
TEST(ParentLinks, TakeNoTimeForManyFaults) {
  const auto begin = std::chrono::steady_clock::now();
  std::string words;
  for (int i = 0; i < 30'000; ++i) {
    const std::string number = std::to_string(i);
    words += " n" + number + "=same>unknown" + number + " m" + number + ">same";
  }
  Family family(words);
  std::vector<Problem> problems;
  family.links.Resolve(family.builder, problems);
  EXPECT_EQ(problems.size(), 60'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(ParentLinks, TakeNoTimeForLongChains) {
  const auto begin = std::chrono::steady_clock::now();
  std::string words;
  for (int i = 0; i < 100'000; ++i) {
    words += " n" + std::to_string(i) + ">n" + std::to_string((i + 1) % 100'000);
  }
  Family family(words);
  std::vector<Problem> problems;
  family.links.Resolve(family.builder, problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(
      problems[0].what,
      "parents go in a circle; expected none: t:n0 -> t:n1 -> t:n2 -> t:n3 -> t:n4 -> t:n5 -> "
      "t:n6 -> t:n7 -> 99992 more -> t:n0");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

}  // namespace
}  // namespace zhitu::extract
