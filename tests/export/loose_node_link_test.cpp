#include "export/loose_node_link.h"

#include <gtest/gtest.h>

#include "extract/error.h"
#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

struct FileCase {
  const char* name;
  std::string text;
  std::string written;  // as one line
  std::string findings;
};
void PrintTo(const FileCase& c, std::ostream* out) { *out << c.name; }
class LooseNodeLinkJson : public testing::TestWithParam<FileCase> {};

TEST_P(LooseNodeLinkJson, IsReadAndWritten) {
  DoctorFindings findings;
  findings.BeginFile("j", GetParam().text);
  const LooseNodeLink file = ReadLooseNodeLink(GetParam().text, findings);
  StringSink sink;
  WriteMendedNodeLink(file, sink);
  std::string line = sink.text();
  std::erase(line, '\n');
  EXPECT_EQ(line, R"({"directed":false,"multigraph":false)" + GetParam().written + "}");
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

const FileCase kSound[] = {
    {"Empty", R"({"nodes":[],"links":[]})", R"(,"nodes":[],"links":[])", ""},
    {"TextIds", R"({"nodes":[{"id":"1","n":"甲"}],"edges":[{"source":"1","target":"1"}]})",
     R"(,"nodes":[{"id":"1","n":"甲"}],"edges":[{"source":"1","target":"1"}])", ""},
    {"NumberIds", R"({"nodes":[{"id":7,"x":1.50}],"links":[{"source":7,"target":7}]})",
     R"(,"nodes":[{"id":7,"x":1.50}],"links":[{"source":7,"target":7}])", ""},
    {"OthersInTheirOrder", R"({"z":1,"nodes":[],"a":{"b":[2]},"links":[]})",
     R"(,"z":1,"a":{"b":[2]},"nodes":[],"links":[])", ""},
    {"NullIsNone", R"({"nodes":[{"id":"a","x":null}],"links":[]})",
     R"(,"nodes":[{"id":"a"}],"links":[])", ""},
};
const FileCase kMembersOfOtherForms[] = {
    {"AdjacencyBesideEdges", R"({"adjacency":[1],"nodes":[],"links":[]})",
     R"(,"adjacency":[1],"nodes":[],"links":[])", ""},
    {"ElementsBesideNodes", R"({"elements":[],"nodes":[],"links":[]})",
     R"(,"elements":[],"nodes":[],"links":[])", ""},
    {"GraphWithNodesBesideNodes", R"({"graph":{"nodes":1},"nodes":[],"links":[]})",
     R"(,"graph":{"nodes":1},"nodes":[],"links":[])", ""},
    {"KeyBesideId", R"({"nodes":[{"key":"k","id":"a"}],"links":[]})",
     R"(,"nodes":[{"id":"a","key":"k"}],"links":[])", ""},
};
const FileCase kMembers[] = {
    {"Id", R"({"nodes":[{"id":"a","id":"b"}],"links":[]})", R"(,"nodes":[{"id":"b"}],"links":[])",
     "1:21 member-twice"},
    {"Value", R"({"nodes":[{"x":1,"x":"2"}],"links":[]})",
     R"(,"nodes":[{"id":"","x":"2","x_as_given":1}],"links":[])", "1:18 member-twice"},
    {"NullThenValue", R"({"nodes":[{"x":null,"x":2}],"links":[]})",
     R"(,"nodes":[{"id":"","x":2}],"links":[])", "1:21 member-twice"},
    {"ValueThenNull", R"({"nodes":[{"x":2,"x":null}],"links":[]})",
     R"(,"nodes":[{"id":"","x_as_given":2}],"links":[])", "1:18 member-twice"},
    {"ThreeValues", R"({"nodes":[{"x":1,"x":2,"x":3}],"links":[]})",
     R"(,"nodes":[{"id":"","x":3,"x_as_given":1}],"links":[])",
     "1:18 member-twice 1:24 member-twice"},
    {"NameThatIsMade", R"({"nodes":[{"x":1,"x":2,"x_as_given":3}],"links":[]})",
     R"(,"nodes":[{"id":"","x":2,"x_as_given":3}],"links":[])",
     "1:18 member-twice 1:37 value-lost"},
    {"SameNameInTwoObjects", R"({"nodes":[{"id":"a","x":1},{"id":"b","x":2}],"links":[]})",
     R"(,"nodes":[{"id":"a","x":1},{"id":"b","x":2}],"links":[])", ""},
    {"AtTheTop", R"({"a":1,"nodes":[],"links":[],"a":2})", R"(,"a":2,"nodes":[],"links":[])",
     "1:30 member-twice"},
    {"TwoLists", R"({"nodes":[{"id":"a"}],"nodes":[{"id":"b"}],"links":[],"edges":[]})",
     R"(,"nodes":[{"id":"a"},{"id":"b"}],"edges":[])", "1:23 member-twice 1:55 member-twice"},
    {"NoList", R"({"nodes":1,"nodes":[],"links":{}})", R"(,"nodes":[],"edges":[])",
     "1:1 list-missing 1:2 list-missing 1:23 list-missing"},
};
const FileCase kLists[] = {
    {"OfTexts", R"({"nodes":[{"id":"a","x":["b","c|d"]}],"links":[]})",
     R"(,"nodes":[{"id":"a","x":"b|c\\|d"}],"links":[])", "1:25 value-nested"},
    {"OfLists", R"({"nodes":[{"id":"a","x":[[]]}],"links":[]})",
     R"(,"nodes":[{"id":"a","x":[[]]}],"links":[])", "1:25 value-nested"},
    {"AsId", R"({"nodes":[{"id":[1]}],"links":[]})", R"(,"nodes":[{"id":""}],"links":[])",
     "1:17 id-kinds"},
};
const FileCase kIds[] = {
    {"Bare", R"({"nodes":["a",1,null,[2]],"links":[3]})",
     R"(,"nodes":[{"id":"a"},{"id":"1"},{"id":"null"}],"links":[])",
     "1:11 element-kind 1:15 element-kind 1:17 element-kind 1:22 element-kind 1:36 element-kind"},
    {"Places", R"({"nodes":[{"n":"a"},{"n":"b"}],"links":[{"source":0,"target":1}]})",
     R"(,"nodes":[{"id":"0","n":"a"},{"id":"1","n":"b"}],"links":[{"source":"0","target":"1"}])",
     "1:41 links-by-place"},
    {"PlacesOfNames", R"({"nodes":[{"id":"a"},{"id":"b"}],"links":[{"source":0,"target":1}]})",
     R"(,"nodes":[{"id":"a"},{"id":"b"}],"links":[{"source":"a","target":"b"}])",
     "1:43 links-by-place"},
    {"HugePlace", R"({"nodes":[{"id":"a"}],"links":[{"source":0,"target":99999999999}]})",
     R"(,"nodes":[{"id":"a"}],"links":[{"source":"0","target":"99999999999"}])", "1:11 id-kinds"},
    {"NumbersAndTexts", R"({"nodes":[{"id":1}],"links":[{"source":"1","target":1}]})",
     R"(,"nodes":[{"id":"1"}],"links":[{"source":"1","target":"1"}])", "1:11 id-kinds"},
};
const FileCase kMarks[] = {
    {"NameIsANumber", R"({1:2,"nodes":[{3:4,"id":"a"}],"links":[]})",
     R"(,"1":2,"nodes":[{"id":"a","3":4}],"links":[])", "1:2 json-quote 1:16 json-quote"},
    {"NoValue", R"({"nodes":[{"id":}],"links":[],"x":})", R"(,"nodes":[{"id":""}],"links":[])",
     "1:17 json-mark 1:35 json-mark"},
    {"CutOff", R"({"nodes":[{"id":"a","x":[1)", R"(,"nodes":[{"id":"a","x":"1"}],"edges":[])",
     "1:1 list-missing 1:11 json-cut 1:25 value-nested 1:26 json-cut 1:26 json-cut 1:26 json-cut"},
    {"MoreBehind", R"({"nodes":[],"links":[]}{)", R"(,"nodes":[],"links":[])", "1:24 json-mark"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Sound, LooseNodeLinkJson, testing::ValuesIn(kSound), kName);
INSTANTIATE_TEST_SUITE_P(MembersOfOtherForms, LooseNodeLinkJson,
                         testing::ValuesIn(kMembersOfOtherForms), kName);
INSTANTIATE_TEST_SUITE_P(Members, LooseNodeLinkJson, testing::ValuesIn(kMembers), kName);
INSTANTIATE_TEST_SUITE_P(Lists, LooseNodeLinkJson, testing::ValuesIn(kLists), kName);
INSTANTIATE_TEST_SUITE_P(Ids, LooseNodeLinkJson, testing::ValuesIn(kIds), kName);
INSTANTIATE_TEST_SUITE_P(Marks, LooseNodeLinkJson, testing::ValuesIn(kMarks), kName);

TEST(LooseNodeLinks, RefuseWhatHasNoLists) {
  for (const char* const text : {"", "[]", "{}", "\"nodes\"", "{\"nodes\":1}"}) {
    DoctorFindings findings;
    findings.BeginFile("j", text);
    EXPECT_THROW(ReadLooseNodeLink(text, findings), extract::InputError) << text;
  }
}

struct OtherCase {
  const char* name;
  std::string text;
  std::string what;  // begins so
};
void PrintTo(const OtherCase& c, std::ostream* out) { *out << c.name; }
class OtherForm : public testing::TestWithParam<OtherCase> {};

TEST_P(OtherForm, IsRefused) {
  DoctorFindings findings;
  findings.BeginFile("j", GetParam().text);
  try {
    ReadLooseNodeLink(GetParam().text, findings);
    FAIL() << "nothing was thrown";
  } catch (const extract::InputError& error) {
    EXPECT_TRUE(std::string_view(error.what()).starts_with("j:1:1: " + GetParam().what))
        << error.what();
  }
}

const OtherCase kOthers[] = {
    {"Adjacency", R"({"nodes":[{"id":"a"}],"adjacency":[[{"id":"b"}]]})",
     "this is adjacency JSON of NetworkX; expected node-link JSON"},
    {"Graphology", R"({"attributes":{},"nodes":[{"key":"a","attributes":{}}],"edges":[]})",
     "this is graphology JSON; expected node-link JSON"},
    {"Cytoscape", R"({"elements":{"nodes":[{"data":{"id":"a"}}]}})",
     "this is Cytoscape JSON; expected node-link JSON"},
    {"JsonGraphFormat", R"({"graph":{"label":"nodes","a":{},"nodes":{"a":{}}}})",
     "this is JSON Graph Format; expected node-link JSON"},
    {"SeveralInJsonGraphFormat", R"({"graphs":[]})",
     "this is JSON Graph Format; expected node-link JSON"},
    {"GraphWithoutNodes", R"({"graph":{"a":["nodes",{"nodes":1}]}})",
     "no list 'nodes'; expected an object with nodes and edges"},
};
INSTANTIATE_TEST_SUITE_P(Forms, OtherForm, testing::ValuesIn(kOthers),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(LooseNodeLinks, LimitColumns) {
  std::string text = R"({"nodes":[{"id":"a")";
  for (std::size_t i = 0; i <= kMostLooseKeys; ++i) text += ",\"c" + std::to_string(i) + "\":1";
  text += "}]}";
  DoctorFindings findings;
  findings.BeginFile("j", text);
  EXPECT_THROW(ReadLooseNodeLink(text, findings), extract::LimitError);
}

}  // namespace
}  // namespace zhitu::xport
