#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

const char kHeader[] = "name,type,aliases,parent,count,documents,confidence,found_by,sample\n";

const char kArticle[] =
    "昨天，郑州高新区枫杨办事处召开会议。枫杨办事处紫竹社区开展“邻里节”活动。\n"
    "居民说，紫竹社区很好。\n";

// Of the articles a.txt, with further arguments.
ProcessResult Suggest(const Program& program, Arguments more) {
  program.folder().Write("texts/a.txt", kArticle);
  Arguments arguments = {"dict", "suggest", "texts"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return program.Run(arguments);
}

std::string NamesIn(const std::string& csv) {
  std::string names;
  for (std::size_t at = csv.find('\n'); at + 1 < csv.size(); at = csv.find('\n', at + 1)) {
    const std::size_t begin = at + 1;
    names += csv.substr(begin, csv.find(',', begin) - begin) + ' ';
  }
  return names;
}

TEST(DictSuggest, PrintsADictionary) {
  const Program program;
  const ProcessResult result = Suggest(program, {});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out,
            std::string(kHeader) +
                "邻里节,program,“邻里节”活动,,1,1,0.90,quoted "
                "name,枫杨办事处紫竹社区开展“邻里节”活动。\n"
                "紫竹社区,community,枫杨办事处紫竹社区,office:枫杨办事处,2,1,0.89,head "
                "社区,枫杨办事处紫竹社区开展“邻里节”活动。\n"
                "枫杨办事处,office,郑州高新区枫杨办事处,place:郑州高新区,2,1,0.89,head "
                "办事处,昨天，郑州高新区枫杨办事处召开会议。\n"
                "郑州高新区,place,,,1,1,0.74,head 高新区,昨天，郑州高新区枫杨办事处召开会议。\n");
  EXPECT_EQ(result.err,
            "zhitu: 4 names in 1 document\n  community: 1\n  office: 1\n  place: 1\n"
            "  program: 1\n");
}

TEST(DictSuggest, GivesTheSameWithAnyNumberOfThreadsAndOfStandardInput) {
  const Program program;
  for (int i = 0; i < 40; ++i)
    program.folder().Write("texts/more" + std::to_string(i) + ".txt", kArticle);
  const ProcessResult one = Suggest(program, {"--jobs", "1"});
  EXPECT_NE(one.out, "");
  EXPECT_EQ(Suggest(program, {"--jobs", "2"}).out, one.out);
  ProcessOptions input;
  input.input = kArticle;
  const ProcessResult piped = program.Run({"dict", "suggest", "-"}, input);
  EXPECT_EQ(NamesIn(piped.out), "邻里节 紫竹社区 枫杨办事处 郑州高新区 ");
}

TEST(DictSuggest, WritesADictionaryThatBuildTakes) {
  const Program program;
  const ProcessResult result = Suggest(program, {"-o", "new.csv"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(program.folder().Read("new.csv"), Suggest(program, {}).out);
  const ProcessResult built =
      program.Run({"build", "texts", "-d", "new.csv", "--strict", "-o", "new.zhitu"});
  EXPECT_EQ(built.exit_code, 0) << built.err;
  const ProcessResult lint = program.Run({"dict", "lint", "new.csv"});
  EXPECT_EQ(lint.out, "");
}

TEST(DictSuggest, ProposesWhatADictionaryLacks) {
  const Program program;
  program.folder().Write("known.csv", "name,type\n枫杨办事处,office\n邻里节,program\n");
  EXPECT_EQ(NamesIn(Suggest(program, {"-d", "known.csv"}).out), "紫竹社区 郑州高新区 ");
}

TEST(DictSuggest, FiltersWhatItShows) {
  const Program program;
  EXPECT_EQ(NamesIn(Suggest(program, {"--type", "office,place"}).out), "枫杨办事处 郑州高新区 ");
  EXPECT_EQ(NamesIn(Suggest(program, {"--min-count", "2"}).out), "紫竹社区 枫杨办事处 ");
  EXPECT_EQ(NamesIn(Suggest(program, {"--min-confidence", "0.9"}).out), "邻里节 ");
  EXPECT_EQ(NamesIn(Suggest(program, {"--top", "2"}).out), "邻里节 紫竹社区 ");
}

TEST(DictSuggest, ReadsEnglishToo) {
  const Program program;
  program.folder().Write("en.txt", "On Monday Mayor Ann Reed opened Harbour Street again.\n");
  EXPECT_EQ(NamesIn(program.Run({"dict", "suggest", "en.txt"}).out), "Ann Reed Harbour Street ");
}

TEST(DictSuggest, WritesNothingWhereNothingIsFound) {
  const Program program;
  program.folder().Write("empty.txt", "今天下雨。\n");
  const ProcessResult result = program.Run({"dict", "suggest", "empty.txt", "-o", "new.csv"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "zhitu: 0 names in 1 document\n");
  for (const std::string& file : program.folder().Names())
    EXPECT_EQ(file.find("new.csv"), std::string::npos);
}

struct FaultCase {
  const char* name;
  Arguments arguments;
  int exit_code;
  const char* message;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class DictSuggestFaults : public testing::TestWithParam<FaultCase> {};

TEST_P(DictSuggestFaults, AreTold) {
  const Program program;
  program.folder().Write("bad.csv", "name\n");
  const ProcessResult result = Suggest(program, GetParam().arguments);
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find(GetParam().message), std::string::npos) << result.err;
}

const FaultCase kFaultCases[] = {
    {"NoPreset", {"--preset", "none"}, 2, "--preset none knows no names; expected another preset"},
    {"ConfidenceAboveOne",
     {"--min-confidence", "2"},
     2,
     "--min-confidence is '2'; expected a number from 0 to 1"},
    {"ConfidenceIsNoNumber",
     {"--min-confidence", "0.5x"},
     2,
     "--min-confidence is '0.5x'; expected a number from 0 to 1"},
    {"ConfidenceIsNone",
     {"--min-confidence", "nan"},
     2,
     "--min-confidence is 'nan'; expected a number from 0 to 1"},
    {"BadType", {"--type", "Office"}, 2, "--type is 'Office'; expected small letters"},
    {"CountOfNone", {"--min-count", "0"}, 2, "--min-count"},
    {"NoInput", {"no-folder"}, 4, "no-folder"},
    {"BadDictionary", {"-d", "bad.csv"}, 3, "bad.csv:1:1"},
    {"NoFolderForTheOutput", {"-o", "no/new.csv"}, 4, "no"},
    {"TheOutputIsAnInput", {"-o", "texts/a.txt"}, 2, "texts/a.txt"},
    {"TheOutputIsADictionary", {"-d", "names.csv", "-o", "names.csv"}, 2, "names.csv"},
};
INSTANTIATE_TEST_SUITE_P(Faults, DictSuggestFaults, testing::ValuesIn(kFaultCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu
