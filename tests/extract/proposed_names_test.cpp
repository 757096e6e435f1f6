#include "extract/proposed_names.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "extract/document_reader.h"
#include "extract/gazetteer_builder.h"
#include "extract/plain_reader.h"

namespace zhitu::extract {
namespace {

Gazetteer GazetteerOf(const std::vector<std::string>& names, const std::string& type) {
  GazetteerBuilder builder;
  const std::uint32_t file = builder.AddFile("d.csv", "");
  for (const std::string& name : names) {
    Entity entity;
    entity.id = type + ':' + name;
    entity.name = name;
    entity.type = type;
    builder.Add(entity, {}, file, 1);
  }
  return builder.Build();
}

struct ProposedCase {
  const char* name;
  std::vector<std::string> known;
  std::vector<std::string> proposed;
  std::vector<std::string> expected;  // mentions of 云川市春禾小区食堂; nested ones in brackets
};
void PrintTo(const ProposedCase& c, std::ostream* out) { *out << c.name; }
class ProposedNames : public testing::TestWithParam<ProposedCase> {};

TEST_P(ProposedNames, AreFoundBesideTheDictionary) {
  const Gazetteer known = GazetteerOf(GetParam().known, "known");
  const Gazetteer proposed = GazetteerOf(GetParam().proposed, "new");
  SourceText source;
  source.text = "云川市春禾小区食堂";
  source.record = true;
  const Knowledge knowledge;
  const Extraction extraction =
      ReadNames(PlainDocuments(source).at(0), known, &proposed, knowledge);
  std::vector<std::string> shown;
  for (const Mention& mention : extraction.mentions) {
    const std::string id = extraction.EntityId(mention.entity);
    shown.push_back(mention.nested ? '(' + id + ')' : id);
  }
  EXPECT_EQ(shown, GetParam().expected);
}

const ProposedCase kProposedCases[] = {
    {"None", {"云川市"}, {}, {"known:云川市"}},
    {"Beside", {"云川市"}, {"春禾小区"}, {"known:云川市", "new:春禾小区"}},
    {"NestedProposals",
     {},
     {"云川市春禾小区", "春禾小区"},
     {"new:云川市春禾小区", "(new:春禾小区)"}},
    {"ADictionarysNameInside", {"春禾"}, {"春禾小区"}, {"new:春禾小区", "(known:春禾)"}},
    {"InsideOfADictionarysName", {"云川市春禾小区"}, {"春禾小区"}, {"known:云川市春禾小区"}},
    {"TheSameName", {"春禾小区"}, {"春禾小区"}, {"known:春禾小区"}},
    {"CrossedByADictionarysName", {"小区食堂"}, {"春禾小区"}, {"known:小区食堂"}},
};
INSTANTIATE_TEST_SUITE_P(Cases, ProposedNames, testing::ValuesIn(kProposedCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
